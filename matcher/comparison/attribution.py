"""How much each row of the evidence moves the score.

The model adds up figures; each figure is a sum over words, or is set by some of them. So what the
figure adds to the score's log odds is shared out among these words: what agreement adds by the
information that each word agrees in, what lacking information takes off by the information that
each word lacks, what a contradiction takes off to the words that contradict. What no row shows (a
name that is a weak alias, the rule for the same words) stays in the rest, ``Contributions.base``.
"""

from collections.abc import Callable, Mapping, Sequence
from math import log
from typing import NamedTuple

from matcher.comparison.features import LOOSE, Features
from matcher.comparison.model import MOST_AGREED, MOST_BEYOND, SMALLEST, in_conflict
from matcher.lexicon.tables import Role

# From nothing covered to all of it.
_WHOLE = log(1.0 + SMALLEST) - log(SMALLEST)
# What stands beside a name in the query: other words, or a place, an address, a reference.
_BESIDE = frozenset({"beside", "around"})
# What either name may have beside the other.
_APART = (Role.PLACE, Role.NUMBER)
# Whether a contradiction is there, the input that it takes away, and the role of its words.
_CONTRADICTIONS: tuple[tuple[Callable[[Features], bool], str, Role], ...] = (
    (lambda found: found.numbers_differ, "numbers_agree", Role.NUMBER),
    (lambda found: found.number_lacking, "number_there", Role.NUMBER),
    (lambda found: found.places_differ, "places_agree", Role.PLACE),
    (lambda found: found.place_lacking, "place_there", Role.PLACE),
    (lambda found: found.legal_forms_differ, "legal_forms_agree", Role.LEGAL),
)


class Row(NamedTuple):
    """Words that met, or one that met none."""

    left: str | None
    """As written in the query."""
    right: str | None
    """As written in the listed name."""
    how: str
    link: str
    """How the words met, as ``align`` says it; empty where none was met."""
    score: float
    mine: float
    """The information in the query's words."""
    its: float
    """The same of the listed name's."""
    role: Role | None = None
    """Of a word that met none."""


def contributions(
    rows: Sequence[Row], found: Features, weights: Mapping[str, float]
) -> list[float]:
    """Share out among rows what the words of two names add to the score, in log odds.

    Args:
        rows: all words of both names, and those beside the query's.
        found: the same in figures.
        weights: of the model, by its inputs; what it does not weigh counts nothing.

    Returns:
        A figure for each row; together what the model gives these names beyond two of which
        nothing is known.
    """
    points = [0.0] * len(rows)

    def share(amount: float, part: Callable[[Row], float]) -> None:
        if amount:
            parts = [part(row) for row in rows]
            whole = sum(parts) or 1.0
            points[:] = [
                have + amount * own / whole for have, own in zip(points, parts, strict=True)
            ]

    def of(name: str) -> float:
        return weights.get(name, 0.0)

    share(_agreement(found, of), lambda row: row.score * row.mine)
    share(-of("query_covered") * _lacking(found.query_covered), _lost_of_query)
    share(-of("name_covered") * _lacking(found.name_covered), _lost_of_name)
    share(-of("no_doubt") * found.fuzzy_share, lambda row: row.mine * (row.link in LOOSE))
    share(
        -of("as_written") * found.respelled_share, lambda row: row.mine * (row.link == "spelling")
    )
    short = float(found.short_respelt)
    share(-of("none_short_respelt") * short, lambda row: row.mine * (row.link == "spelling"))
    share(-of("in_words") * found.acronym_share, lambda row: row.mine * (row.link == "acronym"))
    rarest = found.rarest_missing
    share(-of("nothing_rare_missing") * min(rarest, 1.0), lambda row: float(_is_rare(row, rarest)))
    share(-of("nothing_beyond") * min(_beyond(found), MOST_BEYOND), _beyond_the_other(found))
    if found.each_has_more:
        share(-of("not_each_more"), lambda row: _own(row) * (row.role not in _APART))
    for is_there, name, role in _CONTRADICTIONS:
        if is_there(found):
            share(-of(name), lambda row, role=role: float(row.role is role))  # type: ignore[misc]
    if any(row.how in _BESIDE for row in rows):
        share(-of("whole"), lambda row: float(row.how in _BESIDE))
    share(-of("nothing_around"), lambda row: float(row.how == "beside"))
    if in_conflict(found):
        share(-of("no_conflict"), _own)
    return points


def _agreement(found: Features, of: Callable[[str], float]) -> float:
    """What full agreement would add, and how much there is of it."""
    if not found.agreed:
        return 0.0
    much = log(min(found.agreed, 1.0) + SMALLEST) - log(SMALLEST)
    return (
        (of("query_covered") + of("name_covered")) * _WHOLE
        + of("agreed") * min(found.agreed, MOST_AGREED)
        + of("agreed_log") * much
        + sum(map(of, ("no_doubt", "as_written", "in_words")))
        + of("complete") * found.complete
        + of("identical") * found.identical
    )


def _own(row: Row) -> float:
    """The information in a word that the other name lacks."""
    return 0.0 if row.link else row.mine + row.its


def _beyond(found: Features) -> float:
    return max(found.query_extra, found.name_missing)


def _beyond_the_other(found: Features) -> Callable[[Row], float]:
    """The words of the name that has more beyond the other."""
    how = "extra" if found.query_extra >= found.name_missing else "missing"
    return lambda row: _own(row) * (row.how == how)


def _lacking(covered: float) -> float:
    return log(1.0 + SMALLEST) - log(covered + SMALLEST)


def _lost_of_query(row: Row) -> float:
    return (1.0 - row.score) * row.mine


def _lost_of_name(row: Row) -> float:
    return (1.0 - row.score) * (row.mine if row.link else row.its)


def _is_rare(row: Row, rarest: float) -> bool:
    return row.how == "missing" and row.role is Role.WORD and row.its == rarest

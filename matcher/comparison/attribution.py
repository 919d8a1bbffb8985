"""How much each row of the evidence moves the score.

The model adds up figures; each figure is a sum over words, or is set by some of them. So what the
figure adds to the score's log odds is shared out among these words: what agreement adds by the
information that each word agrees in, what lacking information takes off by the information that
each word lacks, what a contradiction takes off to the words that contradict. What no row shows (a
name that is a weak alias, the rule for the same words) stays in the intercept.
"""

from collections.abc import Callable, Mapping, Sequence
from math import log
from typing import NamedTuple

from matcher.comparison.feature_table import (
    MOST_AGREED,
    MOST_BEYOND,
    SMALLEST,
    beyond,
    in_conflict,
)
from matcher.comparison.features import LOOSE, Features
from matcher.lexicon.tables import Role

# From nothing covered to all of it.
_WHOLE = log(1.0 + SMALLEST) - log(SMALLEST)
# What stands beside a name in the query: other words, or a place, an address, a reference.
_BESIDE = frozenset({"beside", "around"})
# What either name may have beside the other.
_APART = (Role.PLACE, Role.NUMBER)


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


_Part = Callable[[Row, Features], float]


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
    agreement = sum(weights.get(name, 0.0) * much(found) for name, much in ADDED.items())
    if found.agreed:
        _share(points, rows, agreement, lambda row, _: row.score * row.mine, found)
    for name, (much, part) in TAKEN_OFF.items():
        _share(points, rows, -weights.get(name, 0.0) * much(found), part, found)
    return points


def _share(
    points: list[float], rows: Sequence[Row], amount: float, part: _Part, found: Features
) -> None:
    """Add an amount to the rows' points, to each by its part."""
    if amount:
        parts = [part(row, found) for row in rows]
        whole = sum(parts) or 1.0
        points[:] = [have + amount * own / whole for have, own in zip(points, parts, strict=True)]


def _own(row: Row) -> float:
    """The information in a word that the other name lacks."""
    return 0.0 if row.link else row.mine + row.its


def _beyond_the_other(row: Row, found: Features) -> float:
    """The words of the name that has more beyond the other."""
    how = "extra" if found.query_extra >= found.name_missing else "missing"
    return _own(row) * (row.how == how)


def _lacking(covered: float) -> float:
    return log(1.0 + SMALLEST) - log(covered + SMALLEST)


def _linked(*how: str) -> _Part:
    """The words of the query that met in one of these ways."""
    return lambda row, _: row.mine * (row.link in how)


def _of_role(role: Role) -> _Part:
    return lambda row, _: float(row.role is role)


def _is_rarest(row: Row, found: Features) -> float:
    is_word = row.how == "missing" and row.role is Role.WORD
    return float(is_word and row.its == found.rarest_missing)


ADDED: Mapping[str, Callable[[Features], float]] = {
    "query_covered": lambda _: _WHOLE,
    "name_covered": lambda _: _WHOLE,
    "agreed": lambda found: min(found.agreed, MOST_AGREED),
    "agreed_log": lambda found: log(min(found.agreed, 1.0) + SMALLEST) - log(SMALLEST),
    "no_doubt": lambda _: 1.0,
    "as_written": lambda _: 1.0,
    "in_words": lambda _: 1.0,
    "complete": lambda found: float(found.complete),
    "identical": lambda found: float(found.identical),
    "same_company": lambda found: float(found.identical and not found.legal_kinds_differ),
}
"""By the model's features, what full agreement adds; it is the words' that agree."""

TAKEN_OFF: Mapping[str, tuple[Callable[[Features], float], _Part]] = {
    "query_covered": (
        lambda found: _lacking(found.query_covered),
        lambda row, _: (1.0 - row.score) * row.mine,
    ),
    "name_covered": (
        lambda found: _lacking(found.name_covered),
        lambda row, _: (1.0 - row.score) * (row.mine if row.link else row.its),
    ),
    "no_doubt": (lambda found: found.fuzzy_share, _linked(*LOOSE)),
    "as_written": (lambda found: found.respelled_share, _linked("spelling")),
    "none_short_respelt": (lambda found: float(found.short_respelt), _linked("spelling")),
    "in_words": (lambda found: found.acronym_share, _linked("acronym")),
    "nothing_rare_missing": (lambda found: min(found.rarest_missing, 1.0), _is_rarest),
    "nothing_beyond": (lambda found: min(beyond(found), MOST_BEYOND), _beyond_the_other),
    "not_each_more": (
        lambda found: float(found.each_has_more),
        lambda row, _: _own(row) * (row.role not in _APART),
    ),
    "numbers_agree": (lambda found: float(found.numbers_differ), _of_role(Role.NUMBER)),
    "number_there": (lambda found: float(found.number_lacking), _of_role(Role.NUMBER)),
    "number_alone": (lambda found: float(found.number_alone), _of_role(Role.NUMBER)),
    "places_agree": (lambda found: float(found.places_differ), _of_role(Role.PLACE)),
    "place_there": (lambda found: float(found.place_lacking), _of_role(Role.PLACE)),
    "legal_forms_agree": (lambda found: float(found.legal_forms_differ), _of_role(Role.LEGAL)),
    "whole": (lambda _: 1.0, lambda row, _: float(row.how in _BESIDE)),
    # No feature: the rule on names that stand among other words (``model.OTHERS_AROUND``).
    "nothing_around": (lambda _: 1.0, lambda row, _: float(row.how == "beside")),
    "no_conflict": (lambda found: float(in_conflict(found)), lambda row, _: _own(row)),
}
"""By the model's features, how much of its weight is lost, and each row's part in that."""

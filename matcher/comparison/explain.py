"""The reasons for a score: each word beside what it met, and one sentence for a person."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from matcher.comparison.attribution import Row
from matcher.comparison.features import Weighed
from matcher.lexicon.chinese import pinyin
from matcher.lexicon.keys import skeleton
from matcher.lexicon.scripts import is_han, latin, script_of
from matcher.lexicon.tables import Role
from matcher.names.nicknames import nicknames
from matcher.names.number_words import role_of
from matcher.names.parser import analyse
from matcher.names.term_weights import Rarity
from matcher.names.variants import NameVariant
from matcher.names.wade_giles import in_pinyin
from matcher.names.word import Name, Word
from records import Evidence

# What a reader is told of the ways in which words meet.
SAID = {
    "spelling": "is another spelling of",
    "transliteration": "is the transliteration of",
    "translation": "means the same as",
    "known as": "is what other languages call",
    "related": "is of the same kind as",
    "inflection": "is another form of",
    "typo": "is nearly",
    "consonants": "has the consonants of",
    "joined": "is the same letters as",
    "abbreviation": "is an abbreviation of",
    "cut": "is the beginning of",
    "acronym": "is short for",
    "initial": "is the initial of",
    "given name": "is the same given name as",
    "legal form": "is the same legal form as",
}
REVERSED = {"acronym": "is written out from", "initial": "begins with"}


def rows_of(
    query: NameVariant, name: Name, weighed: Sequence[Weighed], rarity: Rarity
) -> tuple[Row, ...]:
    """Every word of both names once, in the query's order, then what only the name has, then the
    words that stand beside the query's name in what was asked.
    """
    asked = query.name
    met_left = {i for item in weighed for i in item.link.query}
    met_right = {j for item in weighed for j in item.link.name}
    rows = [(item.link.query[0], _met(item, query, name)) for item in weighed]
    for i, word in enumerate(asked.words):
        if i not in met_left:
            weight = rarity.weight(word)
            rows.append((i, _unmet(_text(asked, (i,)), None, "extra", weight, role_of(word))))
    rows.sort(key=lambda row: row[0])
    missing = (
        _unmet(None, _text(name, (j,)), "missing", rarity.weight(word), role_of(word))
        for j, word in enumerate(name.words)
        if j not in met_right
    )
    return (*(row for _, row in rows), *missing, *_beside(query))


def _met(item: Weighed, query: NameVariant, name: Name) -> Row:
    link = item.link
    return Row(
        left=_text(query.name, link.query),
        right=_text(name, link.name),
        how="known as" if _is_exonym(item, query) else _how(item, query.name, name),
        link=link.how,
        score=link.score,
        mine=item.query_weight,
        its=item.name_weight,
    )


def _unmet(left: str | None, right: str | None, how: str, weight: float, role: Role) -> Row:
    mine, its = (0.0, weight) if left is None else (weight, 0.0)
    return Row(
        left=left, right=right, how=how, link="", score=0.0, mine=mine, its=its, role=role
    )  # fmt: skip


def explain(rows: Sequence[Row], points: Sequence[float]) -> tuple[Evidence, ...]:
    """Evidence for a person.

    Args:
        rows: of ``rows_of``.
        points: what each moves in the score's log odds.

    Returns:
        One for each row. Weights are shares of the information of both names and sum up to 1.
    """
    total = sum(row.mine + row.its for row in rows) or 1.0
    return tuple(
        Evidence(
            query=row.left,
            name=row.right,
            how=row.how,
            score=round(row.score, 4),
            weight=round((row.mine + row.its) / total, 4),
            contribution=rounded(own),
        )
        for row, own in zip(rows, points, strict=True)
    )


def rounded(odds: float) -> float:
    """Log odds to four digits; no figure is less than nothing by a sign alone."""
    return round(odds, 4) + 0.0


def intercept(odds: float, evidence: Sequence[Evidence]) -> float:
    """What of a score's log odds no row of the evidence shows."""
    return rounded(odds - sum(row.contribution or 0.0 for row in evidence))


def _text(name: Name, places: Sequence[int]) -> str:
    """The words as they were written, from the first to the last."""
    return name.text[name.words[min(places)].start : name.words[max(places)].end]


def _is_exonym(item: Weighed, query: NameVariant) -> bool:
    words = [query.name.words[place] for place in item.link.query]
    start, end = query.exonym
    return any(start <= word.start < end for word in words)


def _how(item: Weighed, query: Name, name: Name) -> str:
    left, right = _text(query, item.link.query), _text(name, item.link.name)
    if item.link.how == "equal" and is_translated(item, query, name):
        return "translation"
    if item.link.how in ("equal", "spelling") and (
        script_of(left) != script_of(right) or in_pinyin(left) != in_pinyin(right)
    ):
        return "transliteration"
    if item.link.how == "equal" and _is_respelt(left, right, query.words[item.link.query[0]]):
        return "given name" if left.lower() in nicknames() else "spelling"
    return item.link.how


def _is_respelt(left: str, right: str, word: Word) -> bool:
    """Whether words that count as equal are written otherwise: *Abdul* is read as *Abd al*."""
    return left.isascii() and word.role is not Role.NUMBER and latin(left) != latin(right)


def is_translated(item: Weighed, query: Name, name: Name) -> bool:
    """Whether a word of another script was read by its meaning and not by its sound: 科技 as
    *technology*.
    """
    sides = (query, item.link.query), (name, item.link.name)
    for side, places in sides:
        written = _text(side, places)
        if len(places) == 1 and not written.isascii() and side.words[places[0]].concept:
            sound = pinyin(written) if is_han(written) else latin(written)
            return skeleton(sound) != skeleton(side.words[places[0]].form)
    return False


def _beside(reading: NameVariant) -> Iterator[Row]:
    """The words of a query that stand beside the name which was compared, with no weight."""
    if not reading.part:
        return
    text, read = reading.name.text, reading.name.words
    for word in analyse(text).words:
        if not any(word.start < other.end and other.start < word.end for other in read):
            aside = reading.bare or (
                reading.others is not None and not _is_among(word, reading.others)
            )
            how = "around" if aside else "beside"
            yield _unmet(text[word.start : word.end], None, how, 0.0, word.role)


def _is_among(word: Word, others: Sequence[Word]) -> bool:
    return any(word.start < other.end and other.start < word.end for other in others)


def sentence(evidence: Sequence[Evidence], caption: str) -> str:
    """Say in one sentence what agrees, what is only alike and what is not there.

    Args:
        evidence: as ``explain`` gives it.
        caption: the listed name it was compared with.
    """
    equal = [f"'{row.query}'" for row in evidence if row.how == "equal"]
    told = [row for row in evidence if row.how in SAID]
    # One stretch that was read as several words stands in several rows.
    alike = [_alike(list(rows)) for _, rows in groupby(told, lambda row: (row.query, row.how))]
    extra = [f"'{row.query}'" for row in evidence if row.how == "extra"]
    missing = [f"'{row.name}'" for row in evidence if row.how == "missing"]
    parts = []
    if equal:
        parts.append(f"{_and(equal)} {'is' if len(equal) == 1 else 'are'} in both")
    parts += alike
    if extra:
        parts.append(f"the listed name lacks {_and(extra)}")
    if missing:
        parts.append(f"the query lacks {_and(missing)}")
    return f"Compared with '{caption}': {'; '.join(parts) or 'nothing agrees'}."


def _alike(rows: Sequence[Evidence]) -> str:
    first = rows[0]
    return f"'{first.query}' {_said(first)} '{' '.join(row.name or '' for row in rows)}'"


def _said(row: Evidence) -> str:
    backwards = row.query is not None and row.name is not None and len(row.query) > len(row.name)
    return REVERSED.get(row.how, SAID[row.how]) if backwards else SAID[row.how]


def _and(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"

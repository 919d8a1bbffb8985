"""The reasons for a score: each word beside what it met, and one sentence for a person."""

from collections.abc import Sequence

from matcher.features import Weighed
from matcher.name import Name, analyse
from matcher.rarity import Rarity
from matcher.readings import Reading
from matcher.script import script_of
from records import Evidence

# What a reader is told of the ways in which words meet.
SAID = {
    "spelling": "is another spelling of",
    "transliteration": "is the transliteration of",
    "translation": "means the same as",
    "inflection": "is another form of",
    "typo": "is nearly",
    "consonants": "has the consonants of",
    "joined": "is the same letters as",
    "acronym": "is short for",
    "initial": "is the initial of",
    "given name": "is the same given name as",
    "legal form": "is the same legal form as",
}
REVERSED = {"acronym": "is written out from", "initial": "begins with"}


def explain(
    query: Name, name: Name, weighed: Sequence[Weighed], rarity: Rarity
) -> tuple[Evidence, ...]:
    """List every word of both names once, in the query's order, then what only the name has.

    Weights are shares of the information of both names and sum up to 1.
    """
    met_left = {i for item in weighed for i in item.link.query}
    met_right = {j for item in weighed for j in item.link.name}
    rows: list[tuple[int, str | None, str | None, str, float, float]] = []
    for item in weighed:
        left = _text(query, item.link.query)
        right = _text(name, item.link.name)
        how = _how(item, query, name)
        mass = item.query_weight + item.name_weight
        rows.append((item.link.query[0], left, right, how, item.link.score, mass))
    for i, word in enumerate(query.words):
        if i not in met_left:
            rows.append((i, _text(query, (i,)), None, "extra", 0.0, rarity.weight(word)))
    rows.sort(key=lambda row: row[0])
    for j, word in enumerate(name.words):
        if j not in met_right:
            rows.append((j, None, _text(name, (j,)), "missing", 0.0, rarity.weight(word)))
    total = sum(row[5] for row in rows) or 1.0
    return tuple(
        Evidence(
            query=left,
            name=right,
            how=how,
            score=round(score, 4),
            weight=round(mass / total, 4),
        )
        for _, left, right, how, score, mass in rows
    )


def _text(name: Name, places: Sequence[int]) -> str:
    """The words as they were written, from the first to the last."""
    return name.text[name.words[min(places)].start : name.words[max(places)].end]


def _how(item: Weighed, query: Name, name: Name) -> str:
    left, right = _text(query, item.link.query), _text(name, item.link.name)
    if item.link.how in ("equal", "spelling") and script_of(left) != script_of(right):
        return "transliteration"
    return item.link.how


def beside(reading: Reading) -> tuple[Evidence, ...]:
    """The words of a query that stand beside the name which was compared, with no weight."""
    if not reading.part:
        return ()
    text, read = reading.name.text, reading.name.words
    others = (
        word
        for word in analyse(text).words
        if not any(word.start < other.end and other.start < word.end for other in read)
    )
    return tuple(
        Evidence(query=text[word.start : word.end], name=None, how="beside", score=0.0, weight=0.0)
        for word in others
    )


def sentence(evidence: Sequence[Evidence], caption: str) -> str:
    """Say in one sentence what agrees, what is only alike and what is not there.

    Args:
        evidence: as ``explain`` gives it.
        caption: the listed name it was compared with.
    """
    equal = [f"'{row.query}'" for row in evidence if row.how == "equal"]
    alike = [f"'{row.query}' {_said(row)} '{row.name}'" for row in evidence if row.how in SAID]
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


def _said(row: Evidence) -> str:
    backwards = row.query is not None and row.name is not None and len(row.query) > len(row.name)
    return REVERSED.get(row.how, SAID[row.how]) if backwards else SAID[row.how]


def _and(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"

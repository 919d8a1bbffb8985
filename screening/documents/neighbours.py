"""Names that run on into the next passage: over paragraphs, lines of an address, cells of a row or
a column. Nobody knows where one ends, so neighbours are put side by side and searched once more.

Such text is read with more doubt than what somebody wrote as one: a name counts only where it
stands whole, goes over an end, and tells too much to be two neighbours by chance; in a table it
takes up the cells that it goes over.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from documents import is_page_number
from matcher.lexicon.scripts import latin
from matcher.names.term_weights import RARE, Language
from records import Decision, Document, Evidence, FoundBy, Passage, SpanHit

# Characters of all neighbours of a document together; beyond them the rest is not put together.
MOST_JOINED = 2_000_000
_LONGEST = 60
# A table with more cells is one of records.
_RECORDS = 1_000
_WORDS = 8
_LAST_WORDS = re.compile(rf"(?:\S+\s+){{0,{_WORDS - 1}}}\S+$")
_FIRST_WORDS = re.compile(rf"\S+(?:\s+\S+){{0,{_WORDS - 1}}}")
_END_OF_TEXT = (".", "!", "?", ":", ";", "。", "！", "？")
_SHEET_CELL = re.compile(r"(?:(.*)!)?([A-Z]{1,3})([1-9]\d*)(?: \(.*\))?")
_TABLE_CELL = re.compile(r"(.*\btable \d+), row (\d+), cell (\d+)(?: \(.*\))?", re.DOTALL)
# Where running text stands beside the body, and values of data: ``$.lines[0]``, ``/a/Name1``.
_FLOWS = re.compile(
    r"(?:.*\b(?:footnote|endnote|header|footer|text box|comment|notes|slide|handout|diagram)"
    r"\b|HTML body|frame|\$|/|[\w ]+ \(/).*",
    re.DOTALL,
)
_NOT = re.compile(
    r"(?:comment|before tracked changes|.*\b(?:joined|author|before tracked changes))"
)
_NUMBER = re.compile(r"(?:\[\d+\]|\d+)(\)?)$")
# A name of so many words has to be the listed one, with its legal form; in a table one of its words
# has to be rare, since cells of two usual words stand beside each other by chance.
_FEW = 2


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Passages put side by side."""

    passage: Passage
    ends: tuple[int, ...]
    """Code points of the text before which a passage ends, the last one's end too."""
    whole: bool
    """Whether a name has to take up whole passages: cells, not lines of running text."""


def neighbours(passages: Sequence[Passage]) -> list[Neighbours]:
    """What stands side by side, or below one another, in short passages that end no sentence."""
    found, total = list[Neighbours](), 0
    for one in (*_running(passages), *_in_tables(passages)):
        total += len(one.passage.text)
        if total > MOST_JOINED:
            break
        found.append(one)
    return found


def runs_on(one: Neighbours, hit: SpanHit, language: Language) -> bool:
    """Whether a hit in neighbours is a name that goes over an end.

    Args:
        one: the neighbours.
        hit: what was found in them, its span counted in their text.
        language: how common words are.
    """
    start, end = hit.span.start, hit.span.end
    if not any(start < at < end for at in one.ends):
        return False
    starts = {0, *(at + 1 for at in one.ends)}
    if one.whole and not (start in starts and end in one.ends):
        return False
    pairs = [item for item in hit.hit.evidence if item.query and item.name]
    if hit.found_by is FoundBy.WHOLE_NAME:
        return not one.whole or len(pairs) > _FEW or _has_a_rare_word(pairs, language)
    # A legal form may be lacking.
    hows = {item.how for item in pairs}
    if hows == {"joined"}:
        # ``Uralvagon | zavod``: the search asks of such words that no language has a piece of them.
        return hit.hit.decision is Decision.MATCH
    equal = hows <= {"equal"}
    return len(pairs) > _FEW and equal and hit.hit.decision is Decision.MATCH


def _has_a_rare_word(pairs: Iterable[Evidence], language: Language) -> bool:
    """``Mahan | Air``, and not ``Iran | Air`` or ``marine | industries``, as columns have them."""
    return any(language.zipf_of(latin(item.name or "")) <= RARE for item in pairs)


def with_passages(document: Document, added: Iterable[Passage]) -> Document:
    """The document with passages behind its text, at the starts that they have."""
    return replace(document, passages=(*document.passages, *added))


def _running(passages: Sequence[Passage]) -> Iterator[Neighbours]:
    run: list[Passage] = []
    for passage in passages:
        if is_page_number(passage.text) and not _cell(passage):
            continue
        if run and (_stream(passage) != _stream(run[-1]) or not _goes_on(run[-1].text)):
            yield from _lines(run)
            run = []
        if _stream(passage) is None or not _has_letters(passage.text):
            yield from _lines(run)
            run = []
            continue
        run.append(passage)
        if len(run) > 1 and _is_long(passage.text):
            yield from _lines(run)
            run = [passage]
    yield from _lines(run)


def _stream(passage: Passage) -> tuple[int | None, str] | None:
    """What the passage is a piece of; None where its neighbours are none of it."""
    place = passage.place
    if place is None:
        return passage.page, ""
    if _cell(passage) is not None:
        return passage.page, place
    if not _FLOWS.fullmatch(place) or _NOT.fullmatch(place):
        return None
    return passage.page, _NUMBER.sub(r"\1", place)


def _lines(run: Sequence[Passage]) -> Iterator[Neighbours]:
    if len(run) < 2:
        return
    texts = [passage.text for passage in run]
    first, last = _LAST_WORDS.search(texts[0][-500:]), _FIRST_WORDS.match(texts[-1][:500])
    texts[0] = first[0] if first and _is_long(texts[0]) else texts[0]
    texts[-1] = last[0] if last and _is_long(texts[-1]) else texts[-1]
    place = f"{run[0].place}, lines joined" if run[0].place else "lines joined"
    yield _put(texts, "\n", run[0].page, place, whole=False)


def _in_tables(passages: Sequence[Passage]) -> Iterator[Neighbours]:
    tables: dict[tuple[int | None, str], dict[tuple[int, int], Passage]] = defaultdict(dict)
    for passage in passages:
        if (cell := _cell(passage)) and _is_name_like(passage.text):
            table, row, column = cell
            known = tables[passage.page, table].setdefault((row, column), passage)
            if known is not passage:
                del tables[passage.page, table][row, column]
    for cells in tables.values():
        yield from _side_by_side(sorted(cells.items()), " ", 0, 1)
        if len(cells) > _RECORDS:
            cells = _with_the_row_above(cells)
        yield from _side_by_side(sorted(cells.items(), key=_by_column), "\n", 1, 0)


def _by_column(item: tuple[tuple[int, int], Passage]) -> tuple[int, int]:
    (row, column), _ = item
    return column, row


def _with_the_row_above(cells: dict[tuple[int, int], Passage]) -> dict[tuple[int, int], Passage]:
    """The cells of rows that lack some which the row above has, and of that row: in a table of
    records only such rows go on with the one before.
    """
    rows: dict[int, int] = defaultdict(int)
    for row, _ in cells:
        rows[row] += 1
    short = {row for row, count in rows.items() if count < rows.get(row - 1, 0)}
    return {at: cell for at, cell in cells.items() if at[0] in short or at[0] + 1 in short}


def _side_by_side(
    cells: Sequence[tuple[tuple[int, int], Passage]], between: str, same: int, counted: int
) -> Iterator[Neighbours]:
    """Runs of cells of one row or column; ``same`` is the number that they share."""
    run: list[Passage] = []
    before = (-1, -1)
    for at, passage in cells:
        beside = before[same] == at[same] and before[counted] + 1 == at[counted]
        if run and not (beside and _goes_on(run[-1].text)):
            yield from _cells(run, between)
            run = []
        run.append(passage)
        before = at
    yield from _cells(run, between)


def _cells(run: Sequence[Passage], between: str) -> Iterator[Neighbours]:
    if len(run) > 1:
        place = f"{_without_header(run[0])} to {_without_header(run[-1])}, joined"
        texts = [passage.text for passage in run]
        yield _put(texts, between, run[0].page, place, whole=True)


def _put(
    texts: Sequence[str], between: str, page: int | None, place: str, *, whole: bool
) -> Neighbours:
    ends, at = [], 0
    for text in texts:
        ends.append(at + len(text))
        at += len(text) + 1
    passage = Passage(text=between.join(texts), page=page, place=place)
    return Neighbours(passage, tuple(ends), whole)


def _cell(passage: Passage) -> tuple[str, int, int] | None:
    """The table, row and column of a cell."""
    if not passage.place:
        return None
    if found := _SHEET_CELL.fullmatch(passage.place):
        column = 0
        for letter in found[2]:
            column = 26 * column + ord(letter) - ord("A") + 1
        return found[1] or "", int(found[3]), column
    if found := _TABLE_CELL.fullmatch(passage.place):
        return found[1], int(found[2]), int(found[3])
    return None


def _without_header(passage: Passage) -> str:
    return re.sub(r" \(.*\)$", "", passage.place or "")


def _is_name_like(text: str) -> bool:
    return len(text) <= _LONGEST and _has_letters(text)


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))


def _is_long(text: str) -> bool:
    return len(text) > _LONGEST


def _goes_on(text: str) -> bool:
    return not text.rstrip().endswith(_END_OF_TEXT)

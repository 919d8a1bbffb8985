"""Text that goes on where nothing says so: in the next line of a column that is laid out by spaces,
and on the next page.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from records import Passage

COLUMN = "column, lines joined"
_CELL = re.compile(r"\S+(?: \S+)*")
# Lines drawn between columns.
_BARS = re.compile(r"[|│┃║]")
# A row of a table has no more lines; below them its lines are rows of their own.
_MOST_LINES = 4
# Characters of a line of a name in a cell.
_LONGEST_LINE = 60
# Cells of one column begin at the same place, or one beside it.
_ASIDE = 1
_COLUMNS = 2
# As many words of a name, or more, stand on either page.
_WORDS = 6
_FIRST_WORDS = re.compile(rf"\S+(?:\s+\S+){{0,{_WORDS - 1}}}")
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|seite|p\.|стр\.?)\s*)?\d+(?:\s*(?:/|of|von|из)\s*\d+)?\W*", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
# Characters among which the words are, without those of the head or foot.
_LOOKED_AT = 500
# Lines at the head and foot of a page, together.
_MARGINS = 5
# No more lines than these have so many characters, of one letter and a line end each.
_MOST_LOOKED_AT = _MARGINS + _LOOKED_AT // 2 + 1
_END_OF_TEXT = (".", "!", "?", ":", ";", "。", "！", "？")


def columns(text: str) -> Iterator[str]:
    """The cells that go on in the next line, where several columns stand side by side."""
    rows: list[str] = []
    for line in (*text.splitlines(), ""):
        if any(map(str.isalnum, line)):
            rows.append(line)
            continue
        if _COLUMNS <= len(rows) <= _MOST_LINES:
            yield from _columns(rows)
        rows = []


def _columns(lines: Sequence[str]) -> Iterator[str]:
    """The columns of a row that have two cells or more."""
    found: list[tuple[int, int, list[str]]] = []
    for number, line in enumerate(lines):
        for cell in _CELL.finditer(_BARS.sub("  ", line.expandtabs())):
            for place, (start, last, cells) in enumerate(found):
                if last == number - 1 and abs(start - cell.start()) <= _ASIDE:
                    found[place] = (start, number, [*cells, cell[0]])
                    break
            else:
                found.append((cell.start(), number, [cell[0]]))
    wrapped = [cells for _, _, cells in found if len(cells) > 1 and all(map(_has_words, cells))]
    if len(wrapped) >= _COLUMNS:
        yield from ("\n".join(cells) for cells in wrapped)


def _has_words(cell: str) -> bool:
    return any(map(str.isalpha, cell))


def goes_on(lines: Sequence[str]) -> bool:
    """Whether the lines of a cell, which somebody put into paragraphs, may be one name."""
    if not _COLUMNS <= len(lines) <= _MOST_LINES or not all(map(_has_words, lines)):
        return False
    return not any(line.endswith(_END_OF_TEXT) or len(line) > _LONGEST_LINE for line in lines[:-1])


def over_pages(passages: Sequence[Passage]) -> Iterator[tuple[str, int]]:
    """The end of each page with the start of the next, where a sentence may go on, and the number
    of the first; without page numbers, and without what stands at the head or foot of both.

    Args:
        passages: the texts of pages, in their order.
    """
    pages = [(passage.page or 0, *_edges(passage.text)) for passage in passages]
    for (number, _, before, edges), (following, after, _, others) in pairwise(pages):
        if following != number + 1:
            continue
        first = "\n".join(_without(before, others)[::-1])
        second = "\n".join(_without(after, edges))
        # From the end, since a search for it would begin at each letter.
        end = _FIRST_WORDS.match(first[: -_LOOKED_AT - 1 : -1])
        start = _FIRST_WORDS.match(second[:_LOOKED_AT])
        if end and start and not first.endswith(_END_OF_TEXT):
            yield f"{end[0][::-1]}\n{start[0]}", number


def over_slides(passages: Iterable[Passage]) -> Iterator[tuple[str, int]]:
    """As of ``over_pages``, for slides, whose texts are many: the next one may begin with a title.

    Args:
        passages: the texts on slides, in their order, the number of the slide as their page.
    """
    slides: dict[int, list[str]] = {}
    for passage in passages:
        slides.setdefault(passage.page or 0, []).append(passage.text)
    whole = [Passage(text="\n".join(texts), page=number) for number, texts in slides.items()]
    found = dict.fromkeys(over_pages(whole))
    for before, after in pairwise(whole):
        below = "\n".join(slides[after.page or 0][1:])
        found |= dict.fromkeys(over_pages([before, Passage(text=below, page=after.page)]))
    yield from found


def is_page_number(text: str) -> bool:
    """Whether a text is the number of a page and nothing else."""
    return len(text) <= _LONGEST_LINE and _PAGE_NUMBER.fullmatch(text) is not None


def _edges(text: str) -> tuple[list[str], list[str], set[str]]:
    """The first lines of a page, the last ones from below, and what of both may stand at the head
    or foot of another.
    """
    lines = list(filter(None, map(str.strip, text.splitlines())))
    first, last = lines[:_MOST_LOOKED_AT], lines[: -_MOST_LOOKED_AT - 1 : -1]
    margins = {_DIGITS.sub("", line) for line in (*first[:_MARGINS], *last[:_MARGINS])}
    return first, last, margins


def _without(lines: list[str], edges: set[str]) -> list[str]:
    """The lines behind those that are page numbers, or that stand at the head or foot of the other
    page too; programs write these before or behind the text.
    """
    at = 0
    while at < min(len(lines), _MARGINS) and (
        _PAGE_NUMBER.fullmatch(lines[at]) or _DIGITS.sub("", lines[at]) in edges
    ):
        at += 1
    return lines[at:]

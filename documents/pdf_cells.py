"""Cells and columns of a PDF page whose text runs across them: ``Vega  Pumps`` above ``Bank  and``.

pdfium reads in the order in which the page was written; a program that writes line by line puts a
blank between two cells, as between two words. So the gaps are measured, and what stands below one
another is joined.
"""

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate, compress, pairwise
from operator import and_, ge, sub
from typing import NamedTuple

from documents.pdf_calls import Boxes, Stand, TextPage, quarters
from documents.pdf_text import Words, words_of

# A gap between cells is as wide as a letter is high, below which it is a blank; a letter of no
# height has this one, in points.
_LEAST_HEIGHT = 1.0
# Lines of one cell begin at the same place, but for so many points, and stand no further apart
# than so many heights.
_ASIDE, _APART = 3.0, 2.2
# A cell has no more lines; of a longer run of lines only wide ones are a column of prose.
_MOST_LINES, _WIDE = 4, 25
# Characters of a cell that may be one line of a name; lines that stand in no order; letters that
# stand below one another.
_NAME, _MOST_TURNED, _LEAST_UPRIGHT = 60, 12, 4
# The first letter of a chapter is so many times as high as the line that it begins.
_INITIAL = 1.6
_LINE_END = len("\r\n")
_FROM_THE_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
# Where there is no gap any more.
_NO_GAP = (sys.maxsize, 0)
# Characters of a page on which gaps are measured.
_MOST_CHARACTERS = 100_000


_Measure = Callable[[Sequence[int]], Stand]


class _Lines(NamedTuple):
    """The lines of a text, and where in it they begin."""

    written: Sequence[str]
    starts: Sequence[int]


@dataclass(slots=True)
class _Cell:
    left: float
    right: float
    top: float
    height: float
    text: str


def joined_cells(textpage: TextPage, text: str, words: Words, boxes: Boxes) -> Iterator[str]:
    """The lines of each cell or column, where two stand side by side in the lines of the text.

    Args:
        textpage: a page.
        text: all of it, as pdfium gives it.
        words: those of the text.
        boxes: those of the file.
    """
    if len(text) > _MOST_CHARACTERS:
        return
    lines = text.split("\r\n")
    starts = list(accumulate((len(line) + _LINE_END for line in lines[:-1]), initial=0))
    turned = quarters(textpage, starts)
    if not any(turned):
        yield from _joined(_Lines(lines, starts), text, words, partial(boxes, textpage))
        return
    # A broad table on a page that is shown on its side: each line is looked at as it is read.
    for quarter in sorted(set(turned)):
        kept = [
            line if turn == quarter else " " * len(line)
            for line, turn in zip(lines, turned, strict=True)
        ]
        text = "\r\n".join(kept)
        measure = partial(_turned, boxes, textpage, quarter)
        yield from _joined(_Lines(kept, starts), text, words_of(text), measure)


def _turned(boxes: Boxes, textpage: TextPage, quarter: int, numbers: Sequence[int]) -> Stand:
    return boxes(textpage, numbers).turned(quarter)


def _joined(lines: _Lines, text: str, words: Words, measure: _Measure) -> Iterator[str]:
    gaps = _wide_gaps(text, words, measure)
    if not gaps and _runs_down(lines, measure):
        return
    rows = _rows(lines, gaps, measure)
    yield from _upright(rows)
    for cells, beside_others in _chains(rows) if gaps else ():
        if beside_others and len(cells) > 1 and _may_go_on(cells):
            yield "\n".join(cell.text for cell in cells)
    tops = [row[0].top for row in rows]
    if all(map(ge, tops, tops[1:])):
        return
    # What was written from below upwards, or in no order: once more by where it stands.
    by_place = sorted(range(len(rows)), key=lambda number: -tops[number])
    if not any(b < a and _touch(rows[a], rows[b]) for a, b in pairwise(by_place)):
        return
    order = {id(cell): number for number, row in enumerate(rows) for cell in row}
    for cells, _ in _chains([rows[number] for number in by_place]):
        turned = [a for a, b in pairwise(cells) if order[id(b)] < order[id(a)]]
        if turned and len(cells) <= _MOST_TURNED:
            yield "\n".join(cell.text for cell in cells)


def _touch(above: Sequence[_Cell], below: Sequence[_Cell]) -> bool:
    """Whether a cell of a row goes on in the next one."""
    return any(_is_below(cell, one) for one in above for cell in below)


def _runs_down(lines: _Lines, measure: _Measure) -> bool:
    """Whether each line stands below the one before, and none is a single letter: then there is
    nothing to be joined where nothing stands side by side.
    """
    written = list(map(str.strip, lines.written))
    if 1 in map(len, written):
        return False
    begin = measure(list(compress(lines.starts, written)))
    return all(begin.known) and all(map(ge, begin.top, begin.top[1:]))


def _upright(rows: Sequence[Sequence[_Cell]]) -> Iterator[str]:
    """Words whose letters stand below one another, or on a slope or an arc, and those that begin
    with a large letter.
    """
    # Few pages have a line that begins with a letter by itself.
    if not any(row[0].text[1:2] in ("", " ") for row in rows):
        return
    letters, lines = "", 0
    for row in (*rows, []):
        written = [word for cell in row for word in cell.text.split()]
        if written and all(len(word) == 1 and word.isalpha() for word in written):
            letters, lines = letters + "".join(written), lines + 1
            continue
        if len(letters) >= _LEAST_UPRIGHT and lines > 1:
            yield letters
        letters, lines = "", 0
    for above, below in pairwise(rows):
        if len(above) == 1 and _is_initial(above[0], below[0]):
            yield above[0].text + below[0].text


def _is_initial(letter: _Cell, line: _Cell) -> bool:
    """Whether a large letter is the first one of the line beside it."""
    if len(letter.text) != 1 or not letter.text.isalpha() or not line.text[:1].isalpha():
        return False
    is_beside = letter.right - _ASIDE <= line.left <= letter.right + letter.height
    return (
        letter.height >= _INITIAL * line.height
        and is_beside
        and letter.top - letter.height <= line.top <= letter.top + line.height
    )


def _chains(rows: Sequence[Sequence[_Cell]]) -> list[tuple[list[_Cell], bool]]:
    """Cells that stand below one another, and whether others stand beside them."""
    found: list[tuple[list[_Cell], bool]] = []
    above: list[tuple[list[_Cell], bool]] = []
    for row in rows:
        below = []
        beside = len(row) > 1 and (
            all(len(cell.text) <= _NAME for cell in row)
            or sum(any(map(str.isalpha, cell.text)) for cell in row) > 1
        )
        for cell in row:
            for place, (column, is_beside) in enumerate(above):
                if _is_below(cell, column[-1]):
                    del above[place]
                    column.append(cell)
                    below.append((column, is_beside or beside))
                    break
            else:
                below.append(([cell], beside))
        found += above
        above = below
    return [*found, *above]


def _may_go_on(cells: Sequence[_Cell]) -> bool:
    if not all(any(map(str.isalpha, cell.text)) for cell in cells):
        return False
    wide = sum(len(cell.text) for cell in cells) > _WIDE * len(cells)
    return len(cells) <= _MOST_LINES or wide


def _is_below(cell: _Cell, above: _Cell) -> bool:
    """By its left or right edge, or its middle."""
    if not 0 < above.top - cell.top <= _APART * above.height:
        return False
    left, right = cell.left - above.left, cell.right - above.right
    return abs(left) <= _ASIDE or abs(right) <= _ASIDE or abs(left + right) / 2 <= _ASIDE


def _rows(lines: _Lines, gaps: Sequence[tuple[int, int]], measure: _Measure) -> list[list[_Cell]]:
    """The lines of a page, each cut at its wide gaps."""
    pieces: list[tuple[int, str, int, int]] = []
    ahead = iter(gaps)
    gap, behind = next(ahead, _NO_GAP)
    for number, (line, begin) in enumerate(zip(*lines, strict=True)):
        start, end = begin, begin + len(line)
        while gap < end:
            pieces.append((number, line[start - begin : gap - begin].strip(), start, gap - 1))
            start = behind
            gap, behind = next(ahead, _NO_GAP)
        if written := line[start - begin :].strip():
            pieces.append((number, written, start, end - 1))
    first = measure([start for _, _, start, _ in pieces])
    last = measure([end for _, _, _, end in pieces])
    heights = map(sub, last.top, last.bottom)
    rows: dict[int, list[_Cell]] = {}
    for (number, written, _, _), known, left, right, top, height in zip(
        pieces,
        map(and_, first.known, last.known),
        map(min, first.left, last.left),
        map(max, first.right, last.right),
        first.top,
        heights,
        strict=True,
    ):
        if written and known:
            cell = _Cell(left, right, top, max(height, _LEAST_HEIGHT), written)
            rows.setdefault(number, []).append(cell)
    return list(rows.values())


def _wide_gaps(text: str, words: Words, measure: _Measure) -> list[tuple[int, int]]:
    """The gaps between cells: where the word before ends, and where the word behind begins."""
    starts, ends = words.starts, words.ends
    first, last = measure(starts), measure(ends)
    left, right = first.left, last.right
    if _FROM_THE_RIGHT.search(text):
        left, right = list(map(min, left, last.left)), list(map(max, first.right, right))
    heights = list(map(sub, last.top, last.bottom))
    # Far from the one before are those of a new line, too, and words from the right stand before
    # the one that they follow.
    far = map(ge, map(abs, map(sub, left[1:], right)), heights)
    gaps = []
    for at in compress(range(len(starts)), far):
        end, start = ends[at] + 1, starts[at + 1]
        if "\n" not in text[end:start] and _are_apart(first, last, at, heights[at]):
            gaps.append((end, start))
    return gaps


def _are_apart(first: Stand, last: Stand, at: int, height: float) -> bool:
    """Whether so much or more is between a word and the next one, of which the first and last
    letter are known.
    """
    after = at + 1
    if not (first.known[at] and last.known[at] and first.known[after] and last.known[after]):
        return False
    height = max(_LEAST_HEIGHT, height)
    edge = max(first.right[at], last.right[at])
    if min(first.left[after], last.left[after]) - edge >= height:
        return True
    edge = max(first.right[after], last.right[after])
    return min(first.left[at], last.left[at]) - edge >= height

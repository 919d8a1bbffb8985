"""Cells and columns of a PDF page whose text runs across them: ``Vega  Pumps`` above ``Bank  and``.

pdfium reads in the order in which the page was written; a program that writes line by line puts a
blank between two cells, as between two words. So the gaps are measured, and what stands below one
another is joined.
"""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2 as pdfium
from pypdfium2 import raw

# A gap between cells is wider than this many heights of a letter, below which it is a blank.
_GAP = 1.0
# Lines of one cell begin at the same place, but for so many points, and stand no further apart
# than so many heights.
_ASIDE, _APART = 3.0, 2.2
# A cell has no more lines; of a longer run of lines only wide ones are a column of prose.
_MOST_LINES, _WIDE = 4, 25
# Characters of a cell that may be one line of a name; lines that stand in no order; letters that
# stand below one another.
_NAME, _MOST_TURNED, _LEAST_UPRIGHT = 60, 12, 4
# Characters of a page on which gaps are measured.
_MOST_CHARACTERS = 20_000


@dataclass(slots=True)
class _Cell:
    left: float
    right: float
    top: float
    height: float
    text: str


def joined_cells(textpage: "pdfium.PdfTextPage", text: str) -> Iterator[str]:
    """The lines of each cell or column, where two stand side by side in the lines of the text.

    Args:
        textpage: a page.
        text: all of it, as pdfium gives it.
    """
    if len(text) > _MOST_CHARACTERS:
        return
    rows = [row for start, line in _lines(text) if (row := list(_cells(textpage, start, line)))]
    yield from _upright(rows)
    for cells, beside_others in _chains(rows):
        if beside_others and len(cells) > 1 and _may_go_on(cells):
            yield "\n".join(cell.text for cell in cells)
    # What was written from below upwards, or in no order: once more by where it stands.
    by_place = sorted(rows, key=lambda row: -row[0].top)
    order = {id(cell): number for number, row in enumerate(rows) for cell in row}
    for cells, _ in _chains(by_place):
        turned = [a for a, b in pairwise(cells) if order[id(b)] < order[id(a)]]
        if turned and len(cells) <= _MOST_TURNED:
            yield "\n".join(cell.text for cell in cells)


def _upright(rows: Sequence[Sequence[_Cell]]) -> Iterator[str]:
    """Words whose letters stand below one another."""
    letters = ""
    for row in (*rows, []):
        if len(row) == 1 and len(row[0].text) == 1 and row[0].text.isalpha():
            letters += row[0].text
            continue
        if len(letters) >= _LEAST_UPRIGHT:
            yield letters
        letters = ""


def _chains(rows: Sequence[Sequence[_Cell]]) -> list[tuple[list[_Cell], bool]]:
    """Cells that stand below one another, and whether others stand beside them."""
    found: list[tuple[list[_Cell], bool]] = []
    above: list[tuple[list[_Cell], bool]] = []
    for row in rows:
        below = []
        beside = len(row) > 1 and (
            sum(any(map(str.isalpha, cell.text)) for cell in row) > 1
            or all(len(cell.text) <= _NAME for cell in row)
        )
        for cell in row:
            column = next((one for one in above if _is_below(cell, one[0][-1])), None)
            if column is None:
                below.append(([cell], beside))
            else:
                above.remove(column)
                below.append(([*column[0], cell], column[1] or beside))
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
    down = above.top - cell.top
    left, right = cell.left - above.left, cell.right - above.right
    aside = min(abs(left), abs(right), abs(left + right) / 2)
    return aside <= _ASIDE and 0 < down <= _APART * above.height


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in text.split("\r\n"):
        if line.strip():
            yield at, line
        at += len(line) + 2


def _cells(textpage: "pdfium.PdfTextPage", start: int, line: str) -> Iterator[_Cell]:
    """A line cut at its wide gaps."""
    box = _Boxes(textpage)
    first, last = 0, len(line)
    at = line.find(" ")
    while first < last:
        if at < 0:
            at = last
        left, right = box(start + at - 1), box(start + at + 1) if at < last else None
        if left is not None and (right is not None or at == last):
            height = max(left[3] - left[1], 1.0)
            if right is None or right[0] - left[2] >= _GAP * height:
                begin, written = box(start + first), line[first:at].strip()
                if begin is not None and written:
                    yield _Cell(begin[0], left[2], begin[3], height, written)
                first = at + 1
        if at == last:
            return
        at = line.find(" ", at + 1)


class _Boxes:
    """Where letters stand: left, bottom, right, top in points, of the font's box, not the ink's."""

    def __init__(self, textpage: "pdfium.PdfTextPage") -> None:
        self._page, self._box_of = textpage.raw, raw.FPDFText_GetLooseCharBox
        self._box = raw.FS_RECTF()
        self._into = ctypes.byref(self._box)

    def __call__(self, number: int) -> tuple[float, float, float, float] | None:
        if not self._box_of(self._page, number, self._into):
            return None
        box = self._box
        return box.left, box.bottom, box.right, box.top

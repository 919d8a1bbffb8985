"""CSV and TSV: each cell a passage, at its place in the decoded file, so that offsets are the
file's. Doubled quotation marks inside a quoted cell stay as they stand. RFC 4180.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from documents.cells import Headers, address, is_header
from records import Passage

_DELIMITERS = "\t;,|"
# Rows that tell whether a text is a table, and by what its cells are parted. A choice.
_LOOKED_AT = 50
# Prose may have a comma in each of two lines; it has no header either.
_LEAST_ROWS = {"\t": 2, ";": 2, ",": 3, "|": 3}


@dataclass(frozen=True, slots=True)
class _Cell:
    start: int
    text: str
    last: bool
    """Whether the row ends with it."""


def delimiter_of(text: str) -> str | None:
    """The character between the cells, where the text is a table: a header, and rows of as many
    cells; None where it is none.
    """
    for delimiter in _DELIMITERS:
        # A cut row at the end of what is looked at does not speak against a table.
        rows = list(islice(_rows(text, delimiter), _LOOKED_AT))
        widths = {len(row) for row in rows if len(row) > 1 or (row and row[0].text.strip())}
        if (
            len(rows) >= _LEAST_ROWS[delimiter]
            and len(widths) == 1
            and widths.pop() > 1
            and is_header([cell.text for cell in rows[0]])
        ):
            return delimiter
    return None


def passages(text: str, delimiter: str) -> tuple[Passage, ...]:
    """The cells that have words, each with its address and header: ``B7 (Supplier)``."""
    headers, found = Headers(), []
    for number, row in enumerate(_rows(text, delimiter)):
        for column, cell in enumerate(row):
            if cell.text and not cell.text.isspace():
                place = address(number, column) + headers.of(column)
                found.append(Passage(text=cell.text, start=cell.start, place=place))
        headers.see([cell.text for cell in row])
    return tuple(found)


def _rows(text: str, delimiter: str) -> Iterator[list[_Cell]]:
    row: list[_Cell] = []
    for cell in _cells(text, delimiter):
        row.append(cell)
        if cell.last:
            yield row
            row = []


def _cells(text: str, delimiter: str) -> Iterator[_Cell]:
    d = re.escape(delimiter)
    pattern = re.compile(rf'(?:"((?:[^"]|"")*)"|([^{d}\r\n]*))({d}|\r\n|[\r\n]|\Z)')
    at, last = 0, True
    # Behind a delimiter at the very end stands one more cell, an empty one, which ends the row.
    while at < len(text) or not last:
        found = pattern.match(text, at)
        if found is None:
            return
        group = 1 if found[1] is not None else 2
        at, last = found.end(), found[3] != delimiter
        yield _Cell(found.start(group), found[group], last)

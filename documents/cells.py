"""Cells of tables: their addresses, and what the column's header calls them."""

import re
from collections.abc import Sequence
from functools import cache

from documents.layout import tidy

# ``&C&"Arial,Bold"&12Page &P``: where and how a header is printed, and what is counted in it.
_CODES = re.compile(r'&(?:"[^"]*"|\d+|[A-Z])')
_LONGEST_HEADER = 60
_LEAST_LETTERS = 2


def address(row: int, column: int) -> str:
    """The address that spreadsheets show, of a row and column counted from 0: ``B7``."""
    return f"{_letters(column)}{row + 1}"


@cache
def _letters(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def printed(margin: str) -> str:
    """The words of a header or footer of printed pages."""
    return tidy(_CODES.sub(" ", margin))


class Headers:
    """The first row that has words in two cells or more, none of them long and none twice, heads
    the columns.
    """

    def __init__(self) -> None:
        self._names: Sequence[str] | None = None

    def see(self, row: Sequence[str]) -> None:
        """Look at a row, after its cells were placed."""
        if self._names is None and is_header(row):
            self._names = [" ".join(cell.split()) for cell in row]

    def of(self, column: int) -> str:
        """`` (Supplier)``, or nothing."""
        if self._names is None or column >= len(self._names) or not self._names[column]:
            return ""
        return f" ({self._names[column]})"


def is_header(row: Sequence[str]) -> bool:
    """Whether a row looks like one of column names."""
    names = [cell.strip() for cell in row if cell.strip()]
    return (
        len(names) >= 2
        and len(set(names)) == len(names)
        and all(len(name) <= _LONGEST_HEADER and _is_words(name) for name in names)
    )


def _is_words(text: str) -> bool:
    return sum(map(str.isalpha, text)) >= min(_LEAST_LETTERS, len(text)) and not text[0].isdigit()

"""Rows of a CSV file one after another, refused when the file is not whole.

A CSV says nowhere how many rows it has, so a file that was cut at the end of a row looks whole.
What can be seen is seen here: bytes that are no UTF-8, a last row without its end, an open
quotation mark, a row with more or fewer fields than the header.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import IO, TYPE_CHECKING, cast

from lists.source import Readable
from records import ListFormatError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

FIELD_LIMIT = 1 << 20
"""Characters in one field; the longest real one, of addresses, has 18,000."""


class _Raw(io.RawIOBase):
    """What ``io`` needs to read text from a list file."""

    def __init__(self, file: Readable) -> None:
        self._file = file

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        view = memoryview(buffer)
        data = self._file.read(len(view))
        view[: len(data)] = data
        return len(data)


def rows(file: Readable, needed: Sequence[str]) -> Iterator[dict[str, str]]:
    """Yield each row as a mapping from the header's names to the fields, as published.

    Args:
        file: the unpacked bytes, UTF-8 with or without a byte-order mark.
        needed: columns without which it is another table.

    Raises:
        ListFormatError: not a whole table with these columns.
    """
    csv.field_size_limit(FIELD_LIMIT)
    text = io.TextIOWrapper(
        cast("IO[bytes]", io.BufferedReader(_Raw(file))), encoding="utf-8-sig", newline=""
    )
    try:
        table = csv.reader(_whole_lines(text), strict=True)
        header = next(table, [])
        if missing := [name for name in needed if name not in header]:
            raise ListFormatError(f"the table has no column {missing[0]!r}")
        for row in table:
            if len(row) != len(header):
                raise ListFormatError(
                    f"not well-formed CSV: line {table.line_num} ends a row of {len(row)} fields, "
                    f"the header has {len(header)}"
                )
            yield dict(zip(header, row, strict=True))
    except UnicodeDecodeError as error:
        raise ListFormatError(f"not well-formed CSV: not UTF-8 ({error.reason})") from error
    except csv.Error as error:
        raise ListFormatError(f"not well-formed CSV: {error}") from error


def _whole_lines(text: io.TextIOWrapper) -> Iterator[str]:
    line = ""
    for line in text:
        yield line
    if not line:
        raise ListFormatError("the file is empty")
    if not line.endswith(("\n", "\r")):
        raise ListFormatError("not well-formed CSV: the last line has no end")

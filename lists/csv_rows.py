"""Rows of a CSV file one after another, refused when the file is not whole.

A CSV says nowhere how many rows it has, so a file that was cut at the end of a row looks whole.
What can be seen is seen here: bytes that are no UTF-8, a last row without its end, an open
quotation mark, a row with more or fewer fields than the header.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import IO, TYPE_CHECKING, cast

from lists.source import Readable
from records import ListFormatError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

FIELD_LIMIT = 1 << 20
"""Characters in one field; the longest real one, of addresses, has 18,000."""


_UTF_8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_NOT_ASCII = re.compile(rb"[\x80-\xff]")


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


def rows(file: Readable, needed: Sequence[str], delimiter: str = ",") -> Iterator[dict[str, str]]:
    """Yield each row as a mapping from the header's names to the fields, as published.

    Args:
        file: the unpacked bytes, UTF-8 with or without a byte-order mark.
        needed: columns without which it is another table.
        delimiter: what stands between two fields.

    Raises:
        ListFormatError: not a whole table with these columns.
    """
    table = table_rows(file, "utf-8-sig", delimiter)
    header = next(table, [])
    if missing := [name for name in needed if name not in header]:
        raise ListFormatError(f"the table has no column {missing[0]!r}")
    for number, row in enumerate(table, 2):
        check_width(row, header, number)
        yield dict(zip(header, row, strict=True))


def check_width(row: Sequence[str], header: Sequence[str], number: int) -> None:
    """Refuse a row that is no row of the table.

    Raises:
        ListFormatError: it has more or fewer fields than the header.
    """
    if len(row) != len(header):
        raise ListFormatError(
            f"not well-formed CSV: row {number} has {len(row)} fields, the header {len(header)}"
        )


def table_rows(
    file: Readable, encoding: str, delimiter: str = ",", *, needs_end: bool = True
) -> Iterator[list[str]]:
    """Yield the rows of a file as they stand in it, whatever their width.

    Args:
        file: the unpacked bytes.
        encoding: of its text.
        delimiter: what stands between two fields.
        needs_end: whether the last line must have an end, as publishers' files do.

    Raises:
        ListFormatError: not whole: wrong bytes, open quotation marks, a last line without its end.
    """
    csv.field_size_limit(FIELD_LIMIT)
    text = io.TextIOWrapper(
        cast("IO[bytes]", io.BufferedReader(_Raw(file))), encoding=encoding, newline=""
    )
    try:
        yield from csv.reader(_whole_lines(text, needs_end), strict=True, delimiter=delimiter)
    except UnicodeDecodeError as error:
        raise ListFormatError(
            f"not well-formed CSV: not {encoding.removesuffix('-sig').upper()} ({error.reason})"
        ) from error
    except csv.Error as error:
        raise ListFormatError(f"not well-formed CSV: {error}") from error


def encoding_of(head: bytes) -> str:
    """UTF-8, or Windows-1252 where the first bytes are that: some publishers changed over.

    A list in UTF-8 with a few damaged bytes must not pass as Windows-1252, in which every byte is
    some letter: what has more whole UTF-8 sequences than stray bytes is UTF-8, and refused later.
    """
    whole = len(_UTF_8.findall(head))
    stray = len(_NOT_ASCII.findall(_UTF_8.sub(b"", head[:-4])))
    return "utf-8-sig" if whole >= stray else "cp1252"


def _whole_lines(text: io.TextIOWrapper, needs_end: bool) -> Iterator[str]:
    line = ""
    for line in text:
        yield line
    if not line:
        raise ListFormatError("the file is empty")
    if needs_end and not line.endswith(("\n", "\r")):
        raise ListFormatError("not well-formed CSV: the last line has no end")

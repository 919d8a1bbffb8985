"""JSON lines, CSV rows and JSON values, as the readers need them."""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from records import NamewardenError

MOST_BYTES = 1 << 24
"""One line; the longest statement of a real register has some kilobytes."""
FIELD_LIMIT = 1 << 20
Row = dict[str, Any]


class OwnershipFormatError(NamewardenError):
    """A file is not what it should be."""


def json_lines(file: BinaryIO) -> Iterator[tuple[int, Row | None]]:
    """The objects of a file, one a line, numbered from 1; None for a line that is none."""
    number = 0
    while line := file.readline(MOST_BYTES):
        number += 1
        if line.strip():
            yield number, _object(line)


def _object(line: bytes) -> Row | None:
    try:
        value = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def csv_rows(file: BinaryIO, needed: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a CSV file in UTF-8, as mappings from its headings, with their line numbers.

    Raises:
        OwnershipFormatError: a column is missing, or it is no CSV.
    """
    csv.field_size_limit(FIELD_LIMIT)
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    reader = csv.reader(text, strict=True)
    try:
        header = next(reader, [])
        if missing := [name for name in needed if name not in header]:
            raise OwnershipFormatError(f"the table has no column {missing[0]!r}")
        for row in reader:
            if len(row) != len(header):
                raise OwnershipFormatError(
                    f"line {reader.line_num} has {len(row)} fields, the headings are {len(header)}"
                )
            yield reader.line_num, dict(zip(header, row, strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise OwnershipFormatError(f"not well-formed CSV: {error}") from error
    finally:
        text.detach()  # the file is the caller's to close


def text(value: object) -> str:
    """A value of JSON as one line of text; nothing for what is no text or number."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return " ".join(str(value).split())


def row(value: object) -> Row:
    """An object of JSON; an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def rows(value: object) -> Iterator[Row]:
    """The objects in a list of JSON; nothing for anything else."""
    if isinstance(value, list):
        yield from (one for one in value if isinstance(one, dict))


def day(value: object) -> str | None:
    """The date in an ISO 8601 text, without its time; None where there is none."""
    return text(value)[:10] or None

"""Plain JSON as a table: a list of objects, wherever it stands, or one object a line."""

import io
import json
from collections.abc import Iterator
from typing import Any

from lists.json_file import Row, json_document, text_of
from lists.source import Readable
from records import ListFormatError
from records.blocks import byte_blocks

DEEPEST = 4
"""Keys that are followed in search of the list of objects."""


def json_rows(file: Readable, head: bytes) -> list[Row]:
    """The objects.

    Args:
        file: the bytes.
        head: the first of them.

    Raises:
        ListFormatError: no well-formed JSON, or no list of objects in it.
    """
    line = head.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")[0]
    if line.startswith(b"{") and _is_object(line) and head.strip() != line.strip():
        return list(_lines(file))
    document = json_document(file)
    found = max(_lists(document, DEEPEST), key=len, default=None)
    if found is None:
        raise ListFormatError("it has no list of objects")
    return found


def is_ftm(head: bytes) -> bool:
    """Whether it is FollowTheMoney: one object a line with a schema, or a list of such objects."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"{"):
        return b'"schema"' in start.partition(b"\n")[0]
    return start.startswith(b"[") and b'"schema"' in start and b'"properties"' in start


def as_lines(head: bytes, file: Readable) -> Readable:
    """The same with one object a line, where the file is a list of them.

    Raises:
        ListFormatError: not well-formed JSON, or no list of objects.
    """
    if head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        return file
    rows = max(_lists(json_document(file), DEEPEST), key=len, default=[])
    return io.BytesIO(b"\n".join(json.dumps(row).encode() for row in rows))


def as_table(rows: list[Row]) -> list[list[str]]:
    """A row of headings, and one for each object; an object inside it has headings of its own."""
    flat = [dict(_flat(row)) for row in rows]
    header = list(dict.fromkeys(key for row in flat for key in row))
    return [header, *([row.get(key, "") for key in header] for row in flat)]


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _lines(file: Readable) -> Iterator[Row]:
    data = b"".join(byte_blocks(file.read))
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            message = f"line {number} is not well-formed JSON: {str(error)[:80]}"
            raise ListFormatError(message) from error
        if not isinstance(row, dict):
            raise ListFormatError(f"line {number} is no JSON object")
        yield row


def _lists(value: Any, deep: int) -> Iterator[list[Row]]:
    if isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
        yield value
    elif isinstance(value, dict) and deep:
        for inner in value.values():
            yield from _lists(inner, deep - 1)


def _flat(row: Row, before: str = "") -> Iterator[tuple[str, str]]:
    for key, value in row.items():
        name = f"{before}{text_of(key)}"
        if isinstance(value, dict) and not before:
            yield from _flat(value, f"{name} ")
        elif isinstance(value, list):
            yield name, "\n".join(filter(None, map(_item, value)))
        else:
            yield name, text_of(value)


def _item(value: object) -> str:
    """An item of a list in one line; of an object, the text under its key ``name`` or ``value``."""
    if isinstance(value, dict):
        value = next((value[key] for key in ("name", "value", "text") if key in value), value)
    return text_of(value).replace("\n", " ")

"""Reads a list that is one JSON document."""

import json
from collections.abc import Iterator
from typing import Any

from lists.source import Readable
from records import ListFormatError
from records.blocks import byte_blocks

Row = dict[str, Any]


def json_document(file: Readable) -> object:
    """The document, whole.

    Args:
        file: its bytes.

    Raises:
        ListFormatError: not well-formed JSON to its last byte.
    """
    data = b"".join(byte_blocks(file.read))
    try:
        document = json.loads(data.decode("utf-8-sig"))
        return _without_halves(document) if b"\\u" in data else document
    except (ValueError, RecursionError) as error:
        raise ListFormatError(f"not well-formed JSON: {str(error)[:100]}") from error


def _without_halves(document: object) -> object:
    """A document with a mark for every half of a character pair that JSON's escapes spell, in its
    keys, too: nothing could store it.
    """
    return json.loads(json.dumps(document, ensure_ascii=False).encode("utf-8", "replace"))


def rows_at(document: object, *path: str) -> list[Row]:
    """The objects in the list that stands at a path of keys.

    Raises:
        ListFormatError: there is no list of objects.
    """
    found = document
    for key in path:
        found = found.get(key) if isinstance(found, dict) else None
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        raise ListFormatError(f"it has no list of {path[-1]}")
    return found


def text_of(value: object) -> str:
    """A value as text; what is no text as JSON writes it, and nothing for null."""
    if value is None:
        return ""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    # JSON can write half of a character pair; nothing could store it.
    return text.encode("utf-8", "replace").decode("utf-8")


def objects(value: object) -> Iterator[Row]:
    """The objects in a list; a value that is no list, or no object in it, is passed over."""
    yield from (item for item in value if isinstance(item, dict)) if isinstance(value, list) else ()

"""JSON lines: one object a line. The columns are the keys of the first thousand objects."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from documents.tables.table import Table
from records import BadRow, Cell, DocumentError, TableRow

# Rows whose keys are the columns; bytes of the longest line; characters of a bad one that are
# shown.
LOOKED_AT = 1000
_LONGEST = 1 << 20
_SHOWN = 2000


@dataclass(slots=True)
class _Place:
    read: int = 0


def open_table(path: Path) -> Table:
    """Look at a file of JSON lines.

    Raises:
        DocumentError: none of its first lines is an object.
    """
    found: dict[str, None] = {}
    for _, text in islice(_lines(path, _Place()), LOOKED_AT):
        value, _ = _parse(text)
        if value is not None:
            found.update(dict.fromkeys(value))
    if not found:
        raise DocumentError("JSON, but not one object a line: nothing was read.")
    columns, place, size = tuple(found), _Place(), path.stat().st_size
    return Table(
        path=path,
        form="JSON lines",
        columns=columns,
        rows=lambda: _rows(path, columns, place),
        share_read=lambda: place.read / size,
    )


def _lines(path: Path, place: _Place) -> Iterator[tuple[int, bytes]]:
    """Lines that are not blank, with their numbers; of one that is too long only the beginning."""
    place.read = 0
    with path.open("rb") as file:
        number, begun = 1, False
        while text := file.readline(_LONGEST + 1):
            place.read += len(text)
            if not begun and text.strip():
                yield number, text
            begun = not text.endswith(b"\n")
            number += not begun


def _rows(path: Path, columns: tuple[str, ...], place: _Place) -> Iterator[TableRow | BadRow]:
    for row, (line, text) in enumerate(_lines(path, place), start=1):
        value, reason = _parse(text)
        if value is None:
            shown = text[:_SHOWN].decode("utf-8", "replace").strip()
            yield BadRow(row=row, line=line, reason=reason, text=shown)
        else:
            cells = tuple(_cell(value.get(column)) for column in columns)
            yield TableRow(row=row, line=line, cells=cells)


def _parse(text: bytes) -> tuple[dict[str, Any] | None, str]:
    if len(text) > _LONGEST:
        return None, f"a line of more than {_LONGEST >> 20} MB"
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        return None, f"no JSON: {error}"
    return (value, "") if isinstance(value, dict) else (None, "JSON, but no object")


def _cell(value: Any) -> Cell:
    if value is None:
        return ""
    if isinstance(value, list):
        return tuple(_scalar(item) for item in value if item is not None)
    return _scalar(value)


def _scalar(value: Any) -> str:
    if isinstance(value, str):
        # A lone surrogate (\\ud800) is no character and could not be written again.
        return value.encode("utf-8", "replace").decode()
    return json.dumps(value, ensure_ascii=False)

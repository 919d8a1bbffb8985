"""A register of counterparties in a file: CSV with a header, or JSON lines.

Columns: ``id`` and ``name`` are needed; ``aliases`` and ``countries`` hold several values between
semicolons, ``identifiers`` several of ``type:value``; ``kind`` is one of ours. JSON lines have the
same keys, with lists where several values stand.
"""

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from records import Counterparty, Identifier, Kind, Query, UsageError

_SEVERAL = ("aliases", "countries", "identifiers")


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A row that is no counterparty. It is not screened."""

    line: int
    reason: str
    id: str | None = None


def read_register(path: Path) -> Iterator[Counterparty | SetAside]:
    """Read a register, row by row.

    Raises:
        UsageError: the file cannot be read, or has no columns ``id`` and ``name``.
    """
    rows = _json_rows if path.suffix.lower() in (".jsonl", ".ndjson", ".json") else _csv_rows
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for line, row in rows(file, path):
                yield row if isinstance(row, SetAside) else _counterparty(line, row)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(
            f"{path}: cannot be read ({error}). Nothing was imported. It has to be CSV with a "
            "header, or JSON lines, in UTF-8"
        ) from error


def _csv_rows(file: Any, path: Path) -> Iterator[tuple[int, "Mapping[str, Any] | SetAside"]]:
    reader = csv.DictReader(file, strict=True)
    reader.fieldnames = [name.strip().lower() for name in reader.fieldnames or ()]
    if not {"id", "name"} <= set(reader.fieldnames):
        raise UsageError(
            f"{path}: no columns id and name in its first line, only "
            f"{', '.join(reader.fieldnames) or 'nothing'}. Nothing was imported"
        )
    for row in reader:
        if None in row or None in row.values():
            yield reader.line_num, SetAside(
                line=reader.line_num, reason="more or fewer cells than the header", id=row.get("id")
            )
        else:
            yield reader.line_num, row


def _json_rows(file: Any, path: Path) -> Iterator[tuple[int, "Mapping[str, Any] | SetAside"]]:  # noqa: ARG001 (as the other)
    for line, text in enumerate(file, 1):
        if not text.strip():
            continue
        try:
            row = json.loads(text)
        except ValueError as error:
            yield line, SetAside(line=line, reason=f"no JSON: {error}")
            continue
        yield (
            line,
            row if isinstance(row, dict) else SetAside(line=line, reason="no JSON object"),
        )


def _counterparty(line: int, row: Mapping[str, Any]) -> Counterparty | SetAside:
    id_, name = _text(row.get("id")), _text(row.get("name"))
    if not id_ or not name:
        missing = "id" if not id_ else "name"
        return SetAside(line=line, reason=f"it has no {missing}", id=id_ or None)
    kind = _text(row.get("kind")).lower()
    try:
        query = Query(
            name=name,
            aliases=tuple(_several(row.get("aliases"))),
            kind=Kind(kind) if kind else None,
            countries=tuple(c.lower() for c in _several(row.get("countries", row.get("country")))),
            identifiers=tuple(_identifiers(row.get("identifiers"))),
        )
    except ValueError:
        known = ", ".join(one.value for one in Kind)
        return SetAside(line=line, reason=f"no kind called {kind!r}; there are: {known}", id=id_)
    return Counterparty(id=id_, query=query)


def _text(value: Any) -> str:
    return "" if value is None else str(value).strip()


def _several(value: Any) -> Iterator[str]:
    parts = value if isinstance(value, list) else _text(value).split(";")
    yield from filter(None, map(_text, parts))


def _identifiers(value: Any) -> Iterator[Identifier]:
    parts = value if isinstance(value, list) else list(_several(value))
    for part in parts:
        if isinstance(part, dict):
            country = _text(part.get("country")).lower() or None
            yield Identifier(
                type=_text(part.get("type")).lower(),
                value=_text(part.get("value")),
                country=country,
            )
        else:
            kind, colon, number = _text(part).partition(":")
            yield Identifier(type=kind.strip().lower() if colon else "", value=(number or kind).strip())

"""What a table is, whatever its format."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from records import BadRow, TableRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table that was looked at and can be read, more than once."""

    path: Path
    form: str
    """For a person: ``CSV with ';' between the columns, windows-1252``."""
    columns: tuple[str, ...]
    """Its headings, each of them once and none of them empty."""
    rows: Callable[[], Iterator[TableRow | BadRow]]
    """Reads it from the beginning."""
    share_read: Callable[[], float]
    """How much of it was read so far, in [0, 1]."""
    doubt: str | None = None
    """Why some words may be read wrongly; None when there is no doubt."""


def headings(found: Sequence[str]) -> tuple[str, ...]:
    """Make the headings of a table names: an empty one gets its place, one that was there before
    its number.
    """
    names: list[str] = []
    for place, text in enumerate(found, start=1):
        name = wanted = " ".join(text.split()) or f"column {place}"
        count = 1
        while name in names:
            count += 1
            name = f"{wanted} ({count})"
        names.append(name)
    return tuple(names)

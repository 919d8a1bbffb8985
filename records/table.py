"""A table of parties as it was handed in: its rows, and what could not be read of it.

Every row below the headings has a number, also one that cannot be read, so that nothing is lost
between what went in and what came out.
"""

from dataclasses import dataclass

from records.query import Query

Cell = str | tuple[str, ...]
"""What stands in one column of one row; several values where the format has lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """One row, as found."""

    row: int
    """From 1, the headings not counted."""
    line: int
    """Where it begins: a line of a text file, a row of a sheet, a record of a Parquet file;
    from 1."""
    cells: tuple[Cell, ...]
    """One for each column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BadRow:
    """One row that could not be read, so it was not screened."""

    row: int
    line: int
    reason: str
    """What was found."""
    text: str
    """What stands there, as far as it can be shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterparty:
    """One row of a table as a question to the lists."""

    row: int
    line: int
    id: str | None
    """The asker's own; None when the table has none."""
    query: Query
    part_of: str | None
    """The id of the row that it is a part of."""
    role: str
    """What it is to it; empty where the table does not say."""
    cells: tuple[Cell, ...]
    """All of the row, as found."""

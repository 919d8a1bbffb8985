"""Parquet, a batch of records at a time. Needs the extra ``parquet``."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from documents.tables.table import Table, headings
from records import BadRow, Cell, DocumentError, MissingExtraError, TableRow

if TYPE_CHECKING:
    from pyarrow import RecordBatch

BATCH = 4096
"""Rows; a whole row group would be a million and more."""


@dataclass(slots=True)
class _Place:
    row: int = 0


def open_table(path: Path) -> Table:
    """Look at a Parquet file.

    Raises:
        DocumentError: it is damaged.
        MissingExtraError: pyarrow is not installed.
    """
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise MissingExtraError("Parquet files", "parquet") from error
    try:
        file = ParquetFile(path)
    except (ArrowException, OSError) as error:
        raise DocumentError(f"no readable Parquet file ({error}): nothing was read.") from error
    place, total = _Place(), file.metadata.num_rows

    def rows() -> Iterator[TableRow | BadRow]:
        numbers = count(1)
        try:
            for batch in ParquetFile(path).iter_batches(batch_size=BATCH):
                for cells in cells_of(batch):
                    place.row = next(numbers)
                    yield TableRow(row=place.row, line=place.row, cells=cells)
        except (ArrowException, OSError) as error:
            raise DocumentError(
                f"{path}: damaged behind row {place.row:,} ({error}). The answer is not whole."
            ) from error

    return Table(
        path=path,
        form="Parquet",
        columns=headings(file.schema_arrow.names),
        rows=rows,
        share_read=lambda: place.row / total if total else 1.0,
    )


def cells_of(batch: "RecordBatch") -> Iterator[tuple[Cell, ...]]:
    """The rows of a batch as cells."""
    columns = [[_cell(value) for value in column.to_pylist()] for column in batch.columns]
    return zip(*columns, strict=True)


def _cell(value: Any) -> Cell:
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, list):
        return tuple(str(item) for item in value if item is not None)
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode("utf-8", "backslashreplace")
    return str(value)

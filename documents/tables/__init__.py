"""Tables of parties, row by row: CSV and its relatives, spreadsheets, Parquet, JSON lines.

What a file is, is told by its content. Rows are read one after the other, so that a table of
millions needs no memory (a spreadsheet alone is held whole); a row that cannot be read is given
with the reason, and the rows after it are read.
"""

from pathlib import Path

from documents import content_type
from documents.content_type import recognise
from documents.files import load_head
from documents.tables import delimited, json_lines, parquet, spreadsheet
from documents.tables.table import Table
from records import DocumentError

__all__ = ["Table", "open_table"]

# Bytes that are enough to tell what a file is.
_HEAD = 1 << 16
_SHEETS = (
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.oasis.opendocument.spreadsheet",
)
_PARQUET = "application/vnd.apache.parquet"
_TEXTS = (content_type.PLAIN_TEXT.media_type,)


def open_table(path: Path) -> Table:
    """Look at a table: its form, its columns.

    Raises:
        DocumentError: it cannot be read, or is no table.
        MissingExtraError: what reads it is not installed.
    """
    try:
        head, tail = load_head(path, _HEAD)
        found = recognise(head + tail)
        if found.media_type in _SHEETS:
            return spreadsheet.open_table(path)
        if found.media_type == _PARQUET:
            return parquet.open_table(path)
        if found.media_type == content_type.JSON.media_type:
            return json_lines.open_table(path)
        if found.media_type not in _TEXTS:
            raise DocumentError(
                f"{found.words}, not a table: it was not read. Give CSV, TSV, XLSX, ODS, Parquet "
                "or JSON lines."
            )
        return delimited.open_table(path)
    except DocumentError as error:
        raise DocumentError(f"{path}: {error}") from error

"""Spreadsheets: XLSX and ODS. The first sheet with rows is read; its first row has the headings.

A sheet has at most 1,048,576 rows and is held in memory. Its archive is looked at first: one of
2 MB can unpack to gigabytes, and one cell far out makes a parser lay out billions of empty ones.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from documents.tables.table import Table, headings
from records import BadRow, DocumentError, TableRow
from records.blocks import byte_blocks

MOST_UNPACKED = 4 << 30
"""Bytes; a full sheet of six columns has about 300 MB."""
MOST_CELLS = 40_000_000
"""Of the rectangle that holds all cells: 1,048,576 rows of 38 columns."""
_REFERENCE = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{0,3})(\d{1,7})["']""")
# Bytes read at once, and those in which the name of a cell may be cut in two.
_BLOCK = 1 << 20
_OVERLAP = 64


@dataclass(slots=True)
class _Place:
    row: int = 0


def open_table(path: Path) -> Table:
    """Look at a spreadsheet.

    Raises:
        DocumentError: it is damaged, larger than a sheet can be, or has no rows.
    """
    _check(path)
    try:
        sheet = _first_sheet(CalamineWorkbook.from_path(path))
    except CalamineError as error:
        raise DocumentError(f"no readable spreadsheet ({error}): nothing was read.") from error
    found = next(sheet.iter_rows())
    place, height = _Place(), sheet.height
    return Table(
        path=path,
        form=f"spreadsheet, sheet {sheet.name!r}",
        columns=headings([_text(cell) for cell in found]),
        rows=lambda: _rows(sheet, place),
        share_read=lambda: min(1.0, place.row / height),
    )


def _first_sheet(book: CalamineWorkbook) -> CalamineSheet:
    for number in range(len(book.sheet_names)):
        sheet = book.get_sheet_by_index(number)
        if sheet.height:
            return sheet
    raise DocumentError("a spreadsheet without rows: nothing to screen.")


def _rows(sheet: CalamineSheet, place: _Place) -> Iterator[TableRow | BadRow]:
    first = sheet.start[0] + 1 if sheet.start else 1
    row = 0
    for number, values in enumerate(sheet.iter_rows()):
        place.row = number
        cells = tuple(map(_text, values))
        if number and "".join(cells).strip():
            row += 1
            yield TableRow(row=row, line=first + number, cells=cells)


def _text(cell: object) -> str:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _check(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(member.file_size for member in archive.infolist()) > MOST_UNPACKED:
                raise DocumentError(
                    f"it unpacks to more than {MOST_UNPACKED >> 30} GB: nothing was read."
                )
            for member in archive.infolist():
                if member.filename.startswith("xl/worksheets/"):
                    _check_extent(archive, member)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise DocumentError(f"a damaged spreadsheet ({error}): nothing was read.") from error
    except (NotImplementedError, RuntimeError) as error:
        raise DocumentError(f"a locked spreadsheet ({error}): nothing was read.") from error


def _check_extent(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    """Refuse a sheet whose cells span more than a parser can lay out."""
    width = height = 1
    left = b""
    with archive.open(member) as part:
        for block in byte_blocks(part.read, _BLOCK):
            data = left + block
            for letters, digits in _REFERENCE.findall(data):
                height = max(height, int(digits))
                width = max(width, _column(letters))
            left = data[-_OVERLAP:]
    if width * height > MOST_CELLS:
        raise DocumentError(
            f"a sheet of {height:,} rows and {width:,} columns: nothing was read. "
            "Save the rows as CSV and give that."
        )


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number

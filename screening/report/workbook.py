"""Answers as a workbook (XLSX): the rows of the CSV form, with a header that stays in sight."""

import io
from collections.abc import Iterable
from typing import TextIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from records import UsageError
from screening.answers.shape import Cell

_WIDTHS = {"document": 40, "reason": 40, "text": 30, "caption": 40, "matched_name": 40}
_WIDTH = 14
# What a worksheet holds: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3
_MOST_ROWS = 1_048_576


def write_workbook(columns: tuple[str, ...], rows: Iterable[tuple[Cell, ...]], out: TextIO) -> None:
    """Write a header and the rows to the bytes behind ``out``. Texts stay texts: none is taken for
    a formula, a number or a link.

    Raises:
        UsageError: there are more rows than a worksheet holds, or ``out`` is a terminal.
    """
    if out.isatty():
        raise UsageError(
            "a workbook is no text: send it to a file, as in --format xlsx > hits.xlsx"
        )
    file = io.BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    with Workbook(file, {"in_memory": True, **plain}) as book:
        sheet = book.add_worksheet("Hits")
        bold = book.add_format({"bold": True})
        for column, name in enumerate(columns):
            sheet.set_column(column, column, _WIDTHS.get(name, _WIDTH))
        sheet.write_row(0, 0, columns, bold)
        sheet.freeze_panes(1, 1)
        last = 0
        for last, row in enumerate(rows, start=1):
            if last >= _MOST_ROWS:
                raise UsageError("more hits than a worksheet holds: use --format csv")
            for column, cell in enumerate(row):
                _put(sheet, last, column, cell)
        sheet.autofilter(0, 0, last, len(columns) - 1)
    out.flush()
    out.buffer.write(file.getvalue())


def _put(sheet: Worksheet, row: int, column: int, cell: Cell) -> None:
    if cell is None:
        return
    if isinstance(cell, str):
        sheet.write_string(row, column, cell[:32_767])
    else:
        sheet.write_number(row, column, cell)

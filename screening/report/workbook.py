"""Answers as a workbook (XLSX): the rows of the CSV form, with a header that stays in sight."""

import io
from collections.abc import Iterable
from typing import TextIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from records import UsageError
from screening.answers.shape import Cell
from screening.answers.sheet import MOST_CHARACTERS, MOST_ROWS, lay_out, put_filter


def write_workbook(columns: tuple[str, ...], rows: Iterable[tuple[Cell, ...]], out: TextIO) -> None:
    """Write a header and the rows to the bytes behind ``out``. Texts stay texts: none is taken for
    a formula, a number or a link.

    Raises:
        UsageError: there are more rows than a worksheet holds, or ``out`` is a terminal.
    """
    if out.isatty():
        raise UsageError(
            "a workbook is not text: send it to a file, as in --format xlsx > hits.xlsx"
        )
    file = io.BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    with Workbook(file, {"in_memory": True, **plain}) as book:
        sheet = book.add_worksheet("Hits")
        lay_out(book, sheet, columns, fixed=1)
        last = 0
        for last, row in enumerate(rows, start=1):
            if last >= MOST_ROWS:
                raise UsageError("more hits than a worksheet holds: use --format csv")
            for column, cell in enumerate(row):
                _put(sheet, last, column, cell)
        put_filter(sheet, columns, last)
    out.flush()
    out.buffer.write(file.getvalue())


def _put(sheet: Worksheet, row: int, column: int, cell: Cell) -> None:
    if cell is None:
        return
    if isinstance(cell, str):
        sheet.write_string(row, column, cell[:MOST_CHARACTERS])
    else:
        sheet.write_number(row, column, cell)

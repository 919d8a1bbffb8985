"""Alerts and the audit log in a file: CSV, JSON, JSON lines or a spreadsheet, by its ending.

The file is written beside its place and renamed, so it is complete or not there.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from records import Alert, AuditRecord, UsageError
from screening.answers import csv_rows as flat
from screening.answers import json_lines
from screening.answers.output_file import check_output
from screening.answers.shape import Cell, Shape, T
from screening.report import desk
from store.atomic import replacing

_TEXT = ("csv", "json", "jsonl")


def export(alerts: Iterable[Alert], path: Path) -> None:
    """Write alerts.

    Raises:
        UsageError: the file's ending says no form that there is.
    """
    export_shape(alerts, desk.ALERTS, path)


def export_audit(records: Iterable[AuditRecord], path: Path) -> None:
    """Write the audit log.

    Raises:
        UsageError: the file's ending says no form that there is.
    """
    export_shape(records, desk.AUDIT, path)


def export_shape(items: Iterable[T], shape: Shape[T], path: Path) -> None:
    """Write answers of any kind.

    Raises:
        UsageError: the file's ending says no form that there is; or see ``check_output``.
    """
    form = path.suffix.lower().removeprefix(".")
    if form not in (*_TEXT, "xlsx"):
        raise UsageError(
            f"{path}: unknown format {form!r}; expected one of: csv, json, jsonl, xlsx"
        )
    check_output(path)
    if form == "xlsx":
        rows = (row for item in items for row in shape.as_rows(item))
        with replacing(path) as beside:
            write_workbook(beside, [(shape.name, shape.columns, rows)])
        return
    with replacing(path) as beside, beside.open("w", encoding="utf-8", newline="") as out:
        if form == "csv":
            rows = (row for item in items for row in shape.as_rows(item))
            flat.write_csv(shape.columns, rows, out)
        else:
            writer: Callable[[Iterable[dict[str, Any]], Any], None] = (
                json_lines.write_array if form == "json" else json_lines.write_lines
            )
            writer(map(shape.as_json, items), out)


def write_workbook(
    path: Path, sheets: Iterable[tuple[str, tuple[str, ...], Iterable[tuple[Cell, ...]]]]
) -> None:
    """Write a spreadsheet: sheets with a name, headings and rows. Texts stay texts."""
    from xlsxwriter import Workbook

    from screening.answers.sheet import MOST_CHARACTERS, lay_out, put_filter

    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(str(path), options) as book:
        for name, columns, rows in sheets:
            sheet = book.add_worksheet(name[:31])
            lay_out(book, sheet, columns)
            number = 0
            for number, row in enumerate(rows, 1):
                for place, cell in enumerate(row):
                    text = cell[:MOST_CHARACTERS] if isinstance(cell, str) else cell
                    sheet.write(number, place, text)
            put_filter(sheet, columns, number)

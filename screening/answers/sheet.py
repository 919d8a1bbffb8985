"""How a sheet of results looks: headings in bold that stay in sight, widths, a filter."""

from collections.abc import Sequence

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

MOST_ROWS = 1_048_576
"""What a sheet holds, the headings among them:
https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3"""
MOST_CHARACTERS = 32_767
"""In a cell."""
MOST_LINKS = 65_000
"""In a sheet, by the same source 65,530."""
# Characters of a column, by what stands in it; and of others.
_WIDTHS = {
    "document": 40, "reason": 60, "text": 30, "caption": 40, "matched_name": 40, "name": 40,
    "row": 8, "line": 8, "score": 8, "screened_against": 40, "data": 60, "value": 60,
}  # fmt: skip
_WIDTH = 16


def lay_out(book: Workbook, sheet: Worksheet, columns: Sequence[str], *, fixed: int = 0) -> None:
    """Write the headings; before any row, since rows may be written as they come.

    Args:
        book: the workbook.
        sheet: an empty sheet of it.
        columns: the headings.
        fixed: how many columns stay in sight beside the headings.
    """
    for place, name in enumerate(columns):
        sheet.set_column(place, place, _WIDTHS.get(name.removeprefix("input."), _WIDTH))
    sheet.write_row(0, 0, columns, book.add_format({"bold": True}))
    sheet.freeze_panes(1, fixed)


def put_filter(sheet: Worksheet, columns: Sequence[str], rows: int) -> None:
    """Let a person choose rows by their values; ``rows`` is how many there are."""
    sheet.autofilter(0, 0, rows, len(columns) - 1)

"""The results of a batch as a workbook: sheets that can be filtered, entries that can be opened."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

from records import Entity
from screening.answers.sheet import MOST_CHARACTERS, MOST_LINKS, MOST_ROWS, lay_out, put_filter
from screening.batch.rows import flat_row

Cell = str | int | float | None
Listed = Callable[[str], Entity | None]
"""A listed entry by its id; None where there is none any more."""


def make_workbook(
    results: Iterator[dict[str, Any]], made: Path, columns: Sequence[str], listed: Listed
) -> None:
    """Write results, a further sheet for each 1,048,575 of them.

    Args:
        results: in their order.
        made: the file.
        columns: their headings.
        listed: for the address of an entry's page.
    """
    from xlsxwriter import Workbook

    # Texts stay texts: a name may look like a formula or an address.
    options = {
        "constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
        "strings_to_numbers": False,
    }  # fmt: skip
    page = _pages(listed)
    with Workbook(made, options) as book:
        more, number = True, 1
        while more:
            sheet = book.add_worksheet("results" if number == 1 else f"results {number}")
            lay_out(book, sheet, columns)
            number, last = number + 1, 0
            for last, result in enumerate(islice(results, MOST_ROWS - 1), start=1):
                cells = list(map(_fitting, flat_row(result, columns)))
                link = page(result["entity_id"]) if last <= MOST_LINKS else None
                for place, cell in enumerate(cells):
                    if link and columns[place] == "entity_id":
                        sheet.write_url(last, place, link, string=str(cell))
                    else:
                        sheet.write(last, place, cell)
            put_filter(sheet, columns, last)
            more = last == MOST_ROWS - 1


def _pages(listed: Listed) -> Callable[[str | None], str | None]:
    @lru_cache(maxsize=10_000)
    def page(entity_id: str | None) -> str | None:
        entity = listed(entity_id) if entity_id else None
        address = entity.url if entity else None
        return address if address and address.startswith(("https://", "http://")) else None

    return page


def _fitting(cell: Cell) -> Cell:
    if isinstance(cell, str) and len(cell) > MOST_CHARACTERS:
        return cell[: MOST_CHARACTERS - 1] + "…"
    return cell

"""Japan: asset freezes as the Ministry of Finance lists them, as XLSX and CSV.

Format and quirks, with links to the publisher: docs/lists/jp_mof.md
"""

import re
from collections.abc import Iterator

from lists.japanese import dates_in
from lists.jp_mof import table
from lists.jp_mof.entity import ENGLISH, JAPANESE, NAME, Row, entity
from lists.source import ParseReport, Readable, Source, with_head
from lists.texts import one_line
from lists.workbook import part_of, sheets
from records import Entity, ListFormatError

SHEET_WORD = "タリバーン関係者"
"""In the name of a sheet that every edition has had."""
HEADING, NUMBER, DAY = JAPANESE, "告示番号", "告示日付"
REMOVED = "削除"
MOST_BEFORE = 12
"""Rows above the headings: a title and remarks."""

_SHEET = re.compile(r"\s*(\d+)\s*[.．]\s*(.*)")
_NUMBER = re.compile(r"[*＊#＃]?\s*(\d+(?:-\d+)?)")


def recognises(head: bytes) -> bool:
    """Whether the file is the CSV, or a spreadsheet with the list's sheets."""
    return table.recognises(head) or SHEET_WORD.encode() in part_of(head)


def parse(file: Readable, report: ParseReport) -> Iterator[Entity]:
    """Yield one entity for each number that was not taken off, in file order.

    The edition is the newest date of a notice in it.

    Raises:
        ListFormatError: not a whole file of one of the layouts, or an entry without a number.
    """
    head, whole = with_head(file)
    read = table.parse if table.recognises(head) else _of_sheets
    yield from read(whole, report)


def _of_sheets(file: Readable, report: ParseReport) -> Iterator[Entity]:
    _, found = sheets(file)
    known = 0
    for title, rows in found:
        place = _SHEET.match(title)
        start = next((n for n, row in enumerate(rows[:MOST_BEFORE]) if _is_header(row)), None)
        if place is None or start is None:
            if place is not None and "解除" not in title:
                raise ListFormatError(f"the sheet {title!r} has no column {HEADING!r}")
            continue
        known += 1
        measure = one_line(rows[0][0]) or place[2]
        for row in _parties(title, rows[start], rows[start + 1 :]):
            report.edition = max([report.edition or "", *dates_in(row.first(DAY))]) or None
            if not row.removed:
                yield entity(place[1], place[2], measure, row, report)
    if not known:
        raise ListFormatError(f"no sheet has a column {HEADING!r}")


def _is_header(row: list[str]) -> bool:
    return {HEADING, NUMBER, DAY} <= {one_line(cell) for cell in row}


def _parties(title: str, header: list[str], rows: list[list[str]]) -> Iterator[Row]:
    """The rows of the parties; a row without number and name goes on with the one above."""
    columns = [one_line(cell) for cell in header]
    party: Row | None = None
    for cells in rows:
        said = {column: cell.strip() for column, cell in zip(columns, cells, strict=True)}
        texts = [(column, text) for column, text in said.items() if column and text]
        if not texts:
            continue
        if not said[NUMBER] and not said.get(JAPANESE) and not said.get(ENGLISH):
            if party is not None:
                party.add(texts)
            continue
        if party is not None:
            yield party
        number = _NUMBER.match(said[NUMBER])
        if number is None:
            raise ListFormatError(f"a row of the sheet {title!r} has no number")
        party = Row(number[1])
        party.add(texts)
    if party is not None:
        yield party


SOURCE = Source(
    name=NAME,
    title="Japan: persons and entities under asset freezes",
    publisher="Ministry of Finance (MOF)",
    url=(
        "https://www.mof.go.jp/policy/international_policy/gaitame_kawase/gaitame/"
        "economic_sanctions/list.html"
    ),
    parse=parse,
    recognises=recognises,
    # 2,862 in March 2026.
    at_least=2_000,
    at_most=20_000,
    # Months have passed between two notices, and the date is that of the newest.
    max_age_days=60,
    media_types=(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "text/csv",
        "application/octet-stream",
    ),
    # Each edition has an address of its own.
    by_default=False,
)

__all__ = ["SOURCE"]

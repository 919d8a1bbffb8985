"""A team's own tables: CSV in any common dialect and encoding, spreadsheets, plain JSON."""

from collections.abc import Iterator
from dataclasses import dataclass

from lists.csv_rows import check_width, encoding_of, table_rows
from lists.custom.json_rows import as_table, json_rows
from lists.source import Readable
from lists.texts import one_line
from lists.workbook import sheets
from records import ListFormatError

DELIMITERS = (",", ";", "\t", "|")
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
ZIP = b"PK\x03\x04"
JSON = (b"{", b"[")
SEPARATOR = "sep="
"""What some spreadsheets write before the headings, to tell others their delimiter."""
MOST_ABOVE = 12
"""Rows of a spreadsheet that may stand above the headings: a title, a date, remarks."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a file."""

    title: str
    """The sheet's name; empty where a file is one table."""
    headers: tuple[list[str], ...]
    """The rows that may be the headings, the first of them most likely."""
    rows: Iterator[list[str]]
    """The rows below the first of ``headers``, all of its width."""

    def below(self, header: list[str]) -> Iterator[list[str]]:
        """The rows below one of the headers."""
        skipped = next(n for n, each in enumerate(self.headers) if each is header)
        for number, row in enumerate(self.rows):
            if number >= skipped:
                yield row


def tables(head: bytes, file: Readable) -> Iterator[Table]:
    """Yield the tables of a file that have any row.

    Args:
        head: the first bytes.
        file: all of them.

    Raises:
        ListFormatError: no table, or a row with more or fewer fields than the header.
    """
    if head.startswith(ZIP):
        _, found = sheets(file)
        several = [_sheet(title, rows) for title, rows in found if _filled(rows)]
        if not several:
            raise ListFormatError("the table is empty")
        yield from several
        return
    if head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(JSON):
        header, *rows = as_table(json_rows(file, head))
        yield Table("", (header,), iter(rows))
        return
    rows_of_text = _rows(head, file)
    yield Table("", (next(rows_of_text),), rows_of_text)


def _filled(rows: list[list[str]]) -> list[list[str]]:
    return [row for row in rows if any(cell.strip() for cell in row)]


def _sheet(title: str, rows: list[list[str]]) -> Table:
    filled = _filled(rows)
    return Table(one_line(title), tuple(filled[:MOST_ABOVE]), iter(filled[1:]))


def _rows(head: bytes, file: Readable) -> Iterator[list[str]]:
    """The rows that have any text; the first is the header."""
    encoding = "utf-16" if head.startswith(UTF_16) else encoding_of(head)
    delimiter = _delimiter(head.decode(encoding, "ignore"))
    table = table_rows(file, encoding, delimiter, needs_end=False)
    header: list[str] | None = None
    for number, row in enumerate(table, 1):
        if not any(cell.strip() for cell in row) or row[0].lower().startswith(SEPARATOR):
            continue
        if header is None:
            header = row
        check_width(row, header, number)
        yield row
    if header is None:
        raise ListFormatError("the table is empty")


def _delimiter(text: str) -> str:
    """The one of which the first line has the most."""
    line = text.lstrip("\ufeff\r\n").partition("\n")[0]
    if line.lower().startswith(SEPARATOR):
        return line[len(SEPARATOR) :].strip("\r\n")[:1] or ","
    return max(DELIMITERS, key=line.count)

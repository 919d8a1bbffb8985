"""A team's own table: CSV in any common dialect and encoding, or a spreadsheet."""

from collections.abc import Iterator

from lists.csv_rows import check_width, encoding_of, table_rows
from lists.source import Again, Readable
from lists.workbook import sheet_table
from records import ListFormatError

DELIMITERS = (",", ";", "\t", "|")
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
ZIP = b"PK\x03\x04"
SEPARATOR = "sep="
"""What some spreadsheets write before the headings, to tell others their delimiter."""


def rows(head: bytes, file: Readable) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that have any text, with their numbers; the first is the header.

    Args:
        head: the first bytes.
        file: the rest.

    Raises:
        ListFormatError: no table, or a row with more or fewer fields than the header.
    """
    table = _table(head, Again(head, file))
    header: list[str] | None = None
    for number, row in enumerate(table, 1):
        if not any(cell.strip() for cell in row) or row[0].lower().startswith(SEPARATOR):
            continue
        if header is None:
            header = row
        check_width(row, header, number)
        yield number, row
    if header is None:
        raise ListFormatError("the table is empty")


def _table(head: bytes, file: Readable) -> Iterator[list[str]]:
    if head.startswith(ZIP):
        return sheet_table(file, None)
    encoding = "utf-16" if head.startswith(UTF_16) else encoding_of(head)
    return table_rows(file, encoding, _delimiter(head.decode(encoding, "ignore")), needs_end=False)


def _delimiter(text: str) -> str:
    """The one of which the first line has the most."""
    line = text.lstrip("\ufeff\r\n").partition("\n")[0]
    if line.lower().startswith(SEPARATOR):
        return line[len(SEPARATOR) :].strip("\r\n")[:1] or ","
    return max(DELIMITERS, key=line.count)

"""The UK's formats of one file, told apart by their first bytes."""

import csv
from collections.abc import Iterator

from lists import opendocument
from lists.csv_rows import encoding_of, table_rows
from lists.gb_fcdo import tables, xml_list
from lists.gb_fcdo.entity import entity
from lists.gb_fcdo.record import Record
from lists.source import ParseReport, Readable, with_head
from lists.workbook import part_of, sheet_table
from lists.xml_stream import root_of
from records import Entity

OFSI_SHEET = "Data"
_ZIP = b"PK\x03\x04"


def recognises(head: bytes) -> bool:
    """Whether a file that begins so is a UK list in any of its formats."""
    if head.startswith(_ZIP):
        return _is_ods(head) or _is_ofsi_sheet(head)
    root = root_of(head)
    return _has_headings(head) if root is None else root[1] == xml_list.ROOT


def parse(file: Readable, report: ParseReport) -> Iterator[Entity]:
    """Yield the entities of a file, whichever of the UK's formats it has.

    Raises:
        ListFormatError: it has none of them, or is not whole.
    """
    head, whole = with_head(file)
    for record in _records(head, whole, report):
        yield entity(record, report)


def _records(head: bytes, file: Readable, report: ParseReport) -> Iterator[Record]:
    if head.startswith(_ZIP):
        if _is_ods(head):
            return tables.records(opendocument.table_rows(file), report, ragged=True)
        return tables.records(sheet_table(file, OFSI_SHEET), report)
    if head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
        return xml_list.records(file, report)
    return tables.records(table_rows(file, encoding_of(head)), report)


def _is_ods(head: bytes) -> bool:
    content = part_of(head, b"content.xml")
    return b">Unique ID<" in content and b">Regime Name<" in content


def _is_ofsi_sheet(head: bytes) -> bool:
    """The sheet's name says little; but no other list's sheet has as many columns."""
    sheet = part_of(head, b"xl/worksheets/sheet1.xml")
    return f'name="{OFSI_SHEET}"'.encode() in part_of(head) and b'ref="A1:AJ' in sheet


def _has_headings(head: bytes) -> bool:
    text = head.decode(encoding_of(head), "replace")
    lines = text.splitlines()[: tables.PREAMBLE_ROWS]
    try:
        return any(tables.is_header(tables.labels_of(row)) for row in csv.reader(lines))
    except csv.Error:
        return False

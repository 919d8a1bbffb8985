"""Rows of a spreadsheet (XLSX), after its ZIP archive was checked.

The archive is checked first, because a spreadsheet of 2 MB can unpack to hundreds: its sizes are
added up before anything is unpacked, and every member is unpacked once, against its checksum.
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime

from python_calamine import CalamineError, CalamineWorkbook

from lists.source import Readable
from records import ListFormatError
from records.blocks import byte_blocks

# Bytes as sent, and unpacked.
PACKED_LIMIT = 32 << 20
UNPACKED_LIMIT = 128 << 20
"""Bytes. The largest spreadsheet that is read, OFSI's, has 2.2 MB; Australia's unpacks to 9.6."""
END = b"PK\x05\x06"
# Bytes of the end mark of a ZIP archive without a comment.
END_LENGTH = 22
LOCAL = struct.Struct("<4s22xHH")
"""What precedes a member's name: signature, then the lengths of the name and of the extra field."""
_FAR_CELL = re.compile(rb"""\br\s*=\s*["'](?:[A-Za-z]{3,}\d|[A-Za-z]*\d{6,})""")
"""A cell or row that far out makes a parser lay out millions of empty cells. The list has 11,069
rows and 19 columns."""

_MODIFIED = re.compile(rb"<dcterms:modified[^>]*>(\d{4}-\d{2}-\d{2})")


def part_of(head: bytes, name: bytes = b"xl/workbook.xml") -> bytes:
    """The beginning of a part of a ZIP archive, when it stands in the first bytes of the file.

    Args:
        head: the first bytes.
        name: of the part; by default the workbook's own description.

    Returns:
        Up to 64 KB, unpacked; empty when the file is no archive or the part stands further behind.
    """
    place = head.find(name) - LOCAL.size
    if not head.startswith(b"PK\x03\x04") or place < 0:
        return b""
    signature, name_length, extra_length = LOCAL.unpack_from(head, place)
    if signature != b"PK\x03\x04" or name_length != len(name):
        return b""
    try:
        packed = head[place + LOCAL.size + name_length + extra_length :]
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, 1 << 16)
    except zlib.error:
        return b""


def sheet_rows(file: Readable, sheet: str, needed: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """Yield each row below the header as a mapping from the header's names to texts.

    Dates are written as ISO 8601, whole numbers without a decimal point.

    Args:
        file: the bytes of the spreadsheet.
        sheet: its name.
        needed: columns without which it is another table.

    Raises:
        ListFormatError: no whole spreadsheet, or another one.
    """
    rows = sheet_table(file, sheet)
    header = next(rows, [])
    if missing := [name for name in needed if name not in header]:
        raise ListFormatError(f"the sheet {sheet!r} has no column {missing[0]!r}")
    for row in rows:
        yield dict(zip(header, row, strict=True))


def sheet_table(file: Readable, sheet: str | None) -> Iterator[list[str]]:
    """Yield the rows of a sheet as texts, all of one width.

    Args:
        file: the bytes of the spreadsheet.
        sheet: its name; None for the first one.

    Raises:
        ListFormatError: no whole spreadsheet, or one without this sheet.
    """
    data = checked_archive(file)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        name = workbook.sheet_names[0] if sheet is None and workbook.sheet_names else sheet or ""
        rows = workbook.get_sheet_by_name(name).to_python()
    except CalamineError as error:
        raise ListFormatError(f"not a readable spreadsheet: {error}") from error
    for row in rows:
        yield [_text(cell) for cell in row]


def sheets(file: Readable) -> tuple[str | None, Iterator[tuple[str, list[list[str]]]]]:
    """Take a spreadsheet apart, all of its sheets in their order.

    Returns:
        The day on which it was saved last (ISO 8601; None when it does not say), and for each
        sheet its name and its rows as texts, all of one width.

    Raises:
        ListFormatError: no whole spreadsheet.
    """
    data = checked_archive(file)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    except CalamineError as error:
        raise ListFormatError(f"not a readable spreadsheet: {error}") from error
    return _saved_on(data), _all_rows(workbook)


def _all_rows(workbook: CalamineWorkbook) -> Iterator[tuple[str, list[list[str]]]]:
    for name in workbook.sheet_names:
        try:
            rows = workbook.get_sheet_by_name(name).to_python()
        except CalamineError as error:
            raise ListFormatError(f"the sheet {name!r} is not readable: {error}") from error
        yield name, [[_text(cell) for cell in row] for row in rows]


def _saved_on(data: bytes) -> str | None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        known = "docProps/core.xml" in archive.namelist()
        properties = archive.read("docProps/core.xml") if known else b""
    found = _MODIFIED.search(properties)
    return found[1].decode() if found else None


def checked_archive(file: Readable) -> bytes:
    """Read a spreadsheet's archive whole, checked as this module says.

    Raises:
        ListFormatError: too large, cut short, damaged, locked, or with a cell far outside.
    """
    data = bytearray()
    for block in byte_blocks(file.read):
        data += block
        if len(data) > PACKED_LIMIT:
            raise ListFormatError(f"a spreadsheet of more than {PACKED_LIMIT >> 20} MB")
    # zipfile looks for the end mark from behind and forgives what follows it.
    if data[-END_LENGTH : -END_LENGTH + len(END)] != END:
        raise ListFormatError("not well-formed ZIP: cut short, or something stands after its end")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(member.file_size for member in archive.infolist()) > UNPACKED_LIMIT:
                raise ListFormatError(f"it unpacks to more than {UNPACKED_LIMIT >> 20} MB")
            if damaged := archive.testzip():
                raise ListFormatError(f"the part {damaged!r} is damaged")
            for name in archive.namelist():
                if name.startswith("xl/worksheets/") and _FAR_CELL.search(archive.read(name)):
                    raise ListFormatError(f"a cell of {name!r} stands far outside a list")
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise ListFormatError(f"not well-formed ZIP: {error}") from error
    except (NotImplementedError, RuntimeError) as error:
        raise ListFormatError(f"the ZIP is packed or locked in an unknown way: {error}") from error
    return bytes(data)


def _text(cell: object) -> str:
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)

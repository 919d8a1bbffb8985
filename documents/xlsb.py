"""What a binary Excel workbook (XLSB) says outside its cells, which calamine reads: names of sheets
and ranges, comments, printed headers, links, tables. [MS-XLSB] 2.1.4 (records), 2.5.168
(XLWideString).
"""

import struct
from collections.abc import Iterator

from documents.cells import printed
from documents.layout import tidy

# Rows and cells (BrtRowHdr to BrtFmlaError, BrtShortReal …), strings of cells, fonts and styles.
_SILENT = {*range(12), 62, 19, 43, 44, 45, 46, 47, 48}
_PLACES = {156: "sheet name", 39: "name", 637: "comment", 632: "author", 479: "header or footer",
           494: "link"}  # fmt: skip
_MARGINS = 479
_LEAST, _LONGEST = 2, 8_000


def strings(part: bytes) -> Iterator[tuple[str, str]]:
    """The strings of a part, each with where it stands."""
    for kind, data in _records(part):
        if kind not in _SILENT:
            place = _PLACES.get(kind, "workbook")
            for text in _strings(data):
                yield printed(text) if kind == _MARGINS else tidy(text), place


def _records(part: bytes) -> Iterator[tuple[int, bytes]]:
    """Type and length in seven bits a byte, then the data."""
    at = 0
    while at < len(part):
        kind, at = _number(part, at, 2)
        length, at = _number(part, at, 4)
        yield kind, part[at : at + length]
        at += length


def _number(part: bytes, at: int, most: int) -> tuple[int, int]:
    value = 0
    for place in range(most):
        byte = part[at] if at < len(part) else 0
        at += 1
        value |= (byte & 0x7F) << 7 * place
        if not byte & 0x80:
            break
    return value, at


def _strings(data: bytes) -> Iterator[str]:
    """Wherever a count stands before as many printable letters."""
    at = 0
    while at + 4 <= len(data):
        (count,) = struct.unpack_from("<I", data, at)
        end = at + 4 + 2 * count
        if _LEAST <= count <= _LONGEST and end <= len(data):
            text = data[at + 4 : end].decode("utf-16-le", errors="replace")
            if all(letter.isprintable() or letter in "\r\n\t" for letter in text):
                yield text
                at = end
                continue
        at += 1

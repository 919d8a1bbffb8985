"""What an XLS file says outside its cells, which calamine reads: comments, text boxes, charts,
printed headers, names, links, pivot tables. [MS-XLS] 2.3, [MS-ODRAW] 2.3.

A workbook is a stream of records: a type, a length, bytes. Those of cells and formats hold no other
words; of all others the strings are read.
"""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass

from documents import runs
from documents.biff_formulas import texts_of
from documents.cells import printed
from documents.layout import tidy
from documents.said import Rest

# Records of [MS-XLS].
_CONTINUE, _TXO, _NAME, _LABEL, _HLINK = 0x3C, 0x1B6, 0x18, 0x204, 0x1B8
_DRAWINGS = {0xEB, 0xEC}
_FORMULA, _VALUE, _STRING, _FORMAT = 0x06, 22, b"\x17", 0x41E
_SHOWN_IN_FORMAT = re.compile(r'"([^"]+)"')
_BOF, _CODEPAGE, _BIFF8 = 0x809, 0x42, 0x600
_CHART = 0x20
_OBJECT, _NOTE_BOX = 0x5D, b"\x19\x00"
_BUILT_IN = 0x20
_PLACES = {
    0x1C: "comment", _TXO: "text box", 0x14: "header or footer", 0x15: "header or footer",
    0x89C: "header or footer", 0x85: "sheet name", _NAME: "name", 0x100D: "chart",
    _LABEL: "chart", _HLINK: "link", 0x800: "link", 0x1BE: "prompt", 0x1AE: "external link",
    0x23: "external link", 0x5A: "external link", 0x5C: "author", 0x5B: "author",
    0xAF: "scenario", 0x5D: "form control", 0xEB: "alternative text", 0xEC: "alternative text",
    0xCD: "pivot table", 0xC7: "pivot table", 0xB0: "pivot table", 0xB1: "pivot table",
    0xC5: "pivot table", 0xC6: "pivot table", 0x52: "pivot table", 0x51: "pivot table",
    0x207: "formula", _FORMULA: "formula", _FORMAT: "format", 0x8: "",
}  # fmt: skip
# Cells and their shared strings, which calamine reads; fonts, formats, styles, colours, sizes,
# positions, and the settings of printers.
_SILENT = {
    0xFC, 0xFF, 0xFD, 0xBD, 0x203, 0x27E, 0xBE, 0x201, 0x205, 0x208, 0x406, 0x206, 0x207,
    0xD6, 0x31, 0x231, 0xE0, 0x293, 0x92, 0x4D, 0x22, 0x225, 0x200, 0xD7, 0x20B,
    0x55, 0x7D, 0x809, 0x0A, 0x88E, 0x88F, 0x896, 0x892, 0x87D, 0x87C, 0x1BA, 0x8C, 0x42, 0xE1,
    0xE2, 0xC1, 0x1AF, 0x1BC, 0x40, 0x8D, 0x863, 0x867, 0x8C8, 0x1C0, 0x1C1, 0x221, 0x4BC, 0x21,
    0xA1,
}  # fmt: skip


_NOT_WORKED_OUT = (
    "of a formula the text is not in the file and was not worked out. Open and save it in a "
    "program that works out formulas."
)


@dataclass(frozen=True, slots=True)
class _Record:
    kind: int
    data: bytes
    more: tuple[bytes, ...]
    """Its continuations."""


def read_around(stream: bytes, aside: Rest) -> str | None:
    """Lay out the strings of a workbook's stream that stand outside its cells.

    Returns:
        What of it was not read, if anything: texts of formulas.
    """
    unread = None
    biff8, codepage, in_chart, in_note = True, "cp1252", False, False
    for record in _records(stream):
        if record.kind == _BOF and len(record.data) >= 4:
            version, kind = struct.unpack_from("<HH", record.data)
            biff8, in_chart = version == _BIFF8, kind == _CHART
        elif record.kind == _CODEPAGE and len(record.data) >= 2:
            codepage = _codec(struct.unpack_from("<H", record.data)[0])
        elif record.kind == _LABEL and not in_chart:
            continue
        elif record.kind not in _SILENT:
            if record.kind == _OBJECT:
                # The text of a comment is that of the box it is shown in, which comes before.
                in_note = record.data[4:6] == _NOTE_BOX
            place = _PLACES.get(record.kind, "workbook")
            if in_note and record.kind == _TXO:
                place = "comment"
            strings = _strings(record) if biff8 else _old_strings(record, codepage)
            for text in strings:
                aside.add(printed(text) if place == "header or footer" else text, place)
            if record.kind == _FORMULA and biff8:
                texts, known = texts_of(record.data)
                for text in texts:
                    aside.add(tidy(text), place)
                unread = unread if known else _NOT_WORKED_OUT
    return unread


def _records(stream: bytes) -> Iterator[_Record]:
    at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        data, at = stream[at + 4 : at + 4 + length], at + 4 + length
        more = []
        while stream[at : at + 2] == b"\x3c\x00" and at + 4 <= len(stream):
            (length,) = struct.unpack_from("<H", stream, at + 2)
            more.append(stream[at + 4 : at + 4 + length])
            at += 4 + length
        yield _Record(kind, data, tuple(more))


def _literals(formula: bytes) -> Iterator[str]:
    """The texts in a formula (PtgStr, [MS-XLS] 2.5.198.89)."""
    at = 0
    while (at := formula.find(_STRING, at)) >= 0 and at + 3 <= len(formula):
        count, wide = formula[at + 1], formula[at + 2]
        raw = formula[at + 3 : at + 3 + (count << (wide & 1))]
        text = raw.decode("utf-16-le" if wide & 1 else "latin-1", errors="replace")
        if wide > 1 or len(raw) != count << wide or not text.isprintable():
            at += 1
            continue
        at += 3 + len(raw)
        yield tidy(text)


def _codec(number: int) -> str:
    names = {1200: "utf-16-le", 10000: "mac_roman", 32768: "mac_roman", 32769: "cp1252"}
    name = names.get(number, f"cp{number}")
    try:
        "".encode(name)
    except LookupError:
        return "cp1252"
    return name


def _strings(record: _Record) -> Iterator[str]:
    if record.kind == _TXO:
        yield _text_box(record)
    elif record.kind in _DRAWINGS:
        yield from escher(record.data + b"".join(record.more))
    elif record.kind == _NAME:
        yield _name(record.data)
        yield from runs.counted(record.data[14:])
    elif record.kind == _FORMULA:
        yield from _literals(record.data[_VALUE:])
    elif record.kind == _FORMAT:
        for text in runs.counted(record.data[2:]):
            yield from map(tidy, _SHOWN_IN_FORMAT.findall(text))
    elif record.kind == _HLINK:
        # Its strings are followed by addresses in several forms: all are in UTF-16 as well.
        yield from runs.wide(record.data[32:])
    else:
        found = list(runs.counted(record.data + b"".join(record.more)))
        yield from found or runs.wide(record.data)


def _old_strings(record: _Record, codepage: str) -> Iterator[str]:
    """Of Excel 5 and 95: one byte a letter."""
    for piece in (record.data, *record.more):
        yield from runs.narrow(piece, codepage)


def _text_box(record: _Record) -> str:
    """The text stands in the continuations, each with its own width of letters; the last one
    holds formats.
    """
    if len(record.data) < 12:
        return ""
    (left,) = struct.unpack_from("<H", record.data, 10)
    pieces = []
    for piece in record.more:
        if left <= 0 or not piece:
            break
        width = 2 if piece[0] & 1 else 1
        raw = piece[1 : 1 + left * width]
        pieces.append(raw.decode("utf-16-le" if width == 2 else "latin-1", errors="replace"))
        left -= len(raw) // width
    return tidy("".join(pieces))


def _name(data: bytes) -> str:
    """Of a range; those of Excel's own are one letter."""
    if len(data) < 16 or data[0] & _BUILT_IN:
        return ""
    width = 2 if data[14] & 1 else 1
    raw = data[15 : 15 + data[3] * width]
    return tidy(raw.decode("utf-16-le" if width == 2 else "latin-1", errors="replace"))


def escher(data: bytes) -> Iterator[str]:
    """The strings among the properties of drawings: names, alternative texts, art of words."""
    at = 0
    while at + 8 <= len(data):
        version, kind, length = struct.unpack_from("<HHI", data, at)
        at += 8
        if version & 0xF == 0xF:
            continue  # a container: its records follow
        if kind in (0xF00B, 0xF121, 0xF122):
            yield from drawing_strings(data[at : at + length], version >> 4)
        at += length


def drawing_strings(data: bytes, count: int) -> Iterator[str]:
    """The strings of a table of properties of a drawing, which has so many entries."""
    end = 6 * count
    for number in range(count):
        if 6 * number + 6 > len(data):
            return
        identity, size = struct.unpack_from("<HI", data, 6 * number)
        if identity & 0x8000:
            raw = data[end : end + size]
            end += size
            if identity & 0x3FFF in _STRING_PROPERTIES:
                yield tidy(raw.decode("utf-16-le", errors="replace"))
            elif identity & 0x3FFF == _LINK_PROPERTY:
                yield from runs.wide(raw)


# Art of words, its font left out; name of a picture's file; name, description, tooltip, script.
_STRING_PROPERTIES = {0x00C0, 0x0105, 0x0380, 0x0381, 0x038D, 0x038E, 0x038F}
_LINK_PROPERTY = 0x0382

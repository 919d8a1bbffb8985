"""What is said of a picture beside what it shows: descriptions, authors, owners.

Exif 2.32 and TIFF 6.0 (fields), IPTC-IIM 4.2 (records), PNG 3 (text chunks), XMP.
"""

import re
import struct
import zlib
from collections.abc import Iterator
from contextlib import suppress

from documents.charsets import decode_said
from documents.layout import tidy
from documents.xmp import described
from records import DocumentError

_EXIF = b"Exif\x00\x00"
_FIELDS = {
    0x010D: "name", 0x010E: "description", 0x011D: "name of the page", 0x013B: "artist",
    0x8298: "copyright", 0x9286: "comment", 0x9C9B: "title", 0x9C9C: "comment", 0x9C9D: "author",
    0x9C9E: "keywords", 0x9C9F: "subject", 0xA430: "owner",
}  # fmt: skip
_WIDE = range(0x9C9B, 0x9CA0)
_COMMENT, _INNER = 0x9286, 0x8769
_SIZES = {1: 1, 2: 1, 7: 1, 4: 4, 13: 4}
_RECORDS = {
    5: "name", 25: "keywords", 40: "instructions", 80: "author", 85: "author", 90: "place",
    101: "place", 105: "headline", 110: "credit", 115: "source", 116: "copyright",
    118: "contact", 120: "description", 122: "author",
}  # fmt: skip
_RECORD = re.compile(rb"\x1c\x02(.)(..)", re.DOTALL)
_PROGRAMS = ("Software", "Creation Time", "XML:com.adobe.xmp", "Raw profile type", "date:", "exif:")
# Bytes of one remark in a picture; more is a bomb.
_MOST_UNPACKED = 1_000_000
_PADDING = b"\x00 "


def said_of(data: bytes) -> Iterator[tuple[str, str]]:
    """What is said of a picture, each text once, with what it is: ``picture's author``. What is
    damaged is left out, since programs that show the picture pass over it too.
    """
    found: dict[str, str] = {}
    for read in (_said, described):
        with suppress(struct.error, IndexError, zlib.error, DocumentError):
            for text, place in read(data):
                if any(map(str.isalpha, words := tidy(text))):
                    found.setdefault(words, place)
    yield from found.items()


def _said(data: bytes) -> Iterator[tuple[str, str]]:
    if data.startswith(b"\x89PNG"):
        yield from _png(data)
    elif data.startswith(b"\xff\xd8"):
        yield from _jpeg(data)
    elif data[8:12] == b"WEBP":
        for kind, chunk in _chunks(data, 12, "<"):
            if kind == b"EXIF":
                yield from _fields(chunk.removeprefix(_EXIF))
    elif data[:2] in (b"II", b"MM"):
        yield from _fields(data)


def _chunks(data: bytes, at: int, order: str) -> Iterator[tuple[bytes, bytes]]:
    """Pieces with their kinds: of RIFF (``<``) and PNG (``>``), whose pieces end with a sum."""
    while at + 8 <= len(data):
        if order == "<":
            kind, length = struct.unpack_from("<4sI", data, at)
            after = length % 2
        else:
            length, kind = struct.unpack_from(">I4s", data, at)
            after = 4
        yield kind, data[at + 8 : at + 8 + length]
        at += 8 + length + after


def _png(data: bytes) -> Iterator[tuple[str, str]]:
    for kind, chunk in _chunks(data, 8, ">"):
        if kind == b"eXIf":
            yield from _fields(chunk)
        if kind not in (b"tEXt", b"zTXt", b"iTXt"):
            continue
        key, _, rest = chunk.partition(b"\x00")
        packed = kind == b"zTXt"
        if kind == b"iTXt":
            packed = rest[:1] == b"\x01"
            rest = rest[2:].split(b"\x00", 2)[2]
        elif packed:
            rest = rest[1:]
        if packed:
            rest = zlib.decompressobj().decompress(rest, _MOST_UNPACKED)
        name = key.decode("latin-1")
        if not name.startswith(_PROGRAMS):
            yield decode_said(rest), f"picture's {name.lower()}"


def _jpeg(data: bytes) -> Iterator[tuple[str, str]]:
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker, length = struct.unpack_from(">xBH", data, at)
        if marker == 0xDA:  # the picture itself
            return
        segment = data[at + 4 : at + 2 + length]
        if marker == 0xFE:
            yield decode_said(segment), "picture's comment"
        elif marker == 0xE1 and segment.startswith(_EXIF):
            yield from _fields(segment.removeprefix(_EXIF))
        elif marker == 0xED:
            yield from _records(segment)
        at += 2 + length


def _records(segment: bytes) -> Iterator[tuple[str, str]]:
    for found in _RECORD.finditer(segment):
        length = int.from_bytes(found[2], "big")
        if found[1][0] in _RECORDS:
            text = segment[found.end() : found.end() + length]
            yield decode_said(text), f"picture's {_RECORDS[found[1][0]]}"


def _fields(data: bytes) -> Iterator[tuple[str, str]]:
    """The fields of a TIFF file, or of what Exif writes in its form."""
    order = "<" if data[:2] == b"II" else ">"
    (first,) = struct.unpack_from(order + "I", data, 4)
    tables, seen = [first], set[int]()
    while tables:
        at = tables.pop()
        if at in seen:
            continue
        seen.add(at)
        (count,) = struct.unpack_from(order + "H", data, at)
        for place in range(at + 2, at + 2 + 12 * count, 12):
            tag, kind, number, value = struct.unpack_from(order + "HHII", data, place)
            if tag == _INNER:
                tables.append(value)
            elif tag in _FIELDS:
                length = number * _SIZES.get(kind, 0)
                start = place + 8 if length <= 4 else value
                words = _text(data[start : start + length], tag, order)
                yield words, f"picture's {_FIELDS[tag]}"


def _text(value: bytes, tag: int, order: str) -> str:
    if tag in _WIDE:
        return value.decode("utf-16-le", errors="replace").strip("\x00")
    if tag == _COMMENT:  # eight bytes say in which encoding
        how, value = value[:8], value[8:]
        if how == b"UNICODE\x00":
            wide = "utf-16-le" if order == "<" else "utf-16-be"
            return value.decode(wide, errors="replace").strip("\x00")
    return decode_said(value.strip(_PADDING))

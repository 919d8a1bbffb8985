"""The words of Windows metafiles (EMF, WMF): pictures that are drawn anew each time, whose words
are text and need no recognition. [MS-EMF] 2.3.5, [MS-WMF] 2.3.3.
"""

import struct
from collections.abc import Iterator

from documents.layout import Layout, tidy
from documents.reader import Content, Extraction
from records import DocumentError

_EMF_SIGNATURE = b" EMF"
_WMF_PLACEABLE = b"\xd7\xcd\xc6\x9a"
# Records that write text ([MS-EMF], [MS-WMF]).
_EXTTEXTOUTA, _EXTTEXTOUTW, _SMALLTEXTOUT = 83, 84, 108
_WMF_TEXTOUT, _WMF_EXTTEXTOUT = 0x0521, 0x0A32


def read(content: Content) -> Extraction:
    """Read a drawing.

    Raises:
        DocumentError: it writes no words.
    """
    layout = Layout()
    for text in texts(content.data):
        layout.add(text, place="picture")
    if not layout.passages:
        raise DocumentError("a drawing that writes no words: nothing to screen")
    return Extraction(passages=layout.passages, media_type=content.media_type)


def is_metafile(data: bytes) -> bool:
    """Whether it is one of the two formats."""
    return data[40:44] == _EMF_SIGNATURE or data.startswith((_WMF_PLACEABLE, b"\x01\x00\x09\x00"))


def texts(data: bytes) -> Iterator[str]:
    """What it writes: each piece, then all of them as one, since names are written in pieces."""
    pieces = list(_emf(data) if data[40:44] == _EMF_SIGNATURE else _wmf(data))
    words = tidy(" ".join(pieces))
    if words:
        yield words
    joined = tidy("".join(pieces))
    if joined != words:
        yield joined


def _emf(data: bytes) -> Iterator[str]:
    at = 0
    while at + 8 <= len(data):
        kind, size = struct.unpack_from("<II", data, at)
        if size < 8:
            return
        record = data[at : at + size]
        if kind in (_EXTTEXTOUTA, _EXTTEXTOUTW) and len(record) >= 52:
            count, offset = struct.unpack_from("<II", record, 44)
            yield _decoded(record[offset:], count, wide=kind == _EXTTEXTOUTW)
        elif kind == _SMALLTEXTOUT and len(record) >= 36:
            count, options = struct.unpack_from("<II", record, 16)
            # 0x100: no rectangle; 0x200: one byte a character.
            start = 36 if options & 0x100 else 52
            yield _decoded(record[start:], count, wide=not options & 0x200)
        at += size


def _decoded(data: bytes, count: int, *, wide: bool) -> str:
    if wide:
        return data[: 2 * count].decode("utf-16-le", errors="replace")
    return data[:count].decode("cp1252", errors="replace")


def _wmf(data: bytes) -> Iterator[str]:
    at = (22 if data.startswith(_WMF_PLACEABLE) else 0) + 18
    while at + 6 <= len(data):
        words, kind = struct.unpack_from("<IH", data, at)
        if words < 3:
            return
        record = data[at + 6 : at + 2 * words]
        if kind == _WMF_TEXTOUT and len(record) >= 2:
            (count,) = struct.unpack_from("<H", record)
            yield _decoded(record[2:], count, wide=False)
        elif kind == _WMF_EXTTEXTOUT and len(record) >= 8:
            count, options = struct.unpack_from("<HH", record, 4)
            yield _decoded(record[16 if options & 6 else 8 :], count, wide=False)
        at += 2 * words

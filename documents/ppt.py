"""Old PowerPoint files (PPT, 97 to 2003), by a walk of our own over their records: slides, notes,
comments, masters, headers and footers, alternative texts. [MS-PPT] 2.3, [MS-ODRAW] 2.3.

A file that was saved quickly holds earlier forms of its slides, too: all of them are read.
"""

import struct
from collections.abc import Iterator

from documents import runs
from documents.biff import drawing_strings
from documents.layout import Layout, sound, tidy
from documents.ole import objects, open_ole, properties
from documents.reader import Content, Extraction
from documents.said import Rest
from records import DocumentError

_STREAM, _USER = "PowerPoint Document", "Current User"
_CIPHER = "EncryptedSummary"
_PICTURES = "Pictures"
# Records that hold text ([MS-PPT]).
_WIDE, _NARROW, _STRING = 0x0FA0, 0x0FA8, 0x0FBA
_DRAWINGS = {0xF00B, 0xF121, 0xF122}
_ENCRYPTED = 0x2F14
_NOTHING = bytes(8)
_UNKNOWN, _PACKAGE = -1, b"PK\x03\x04"
_SLIDE = 0x03EE
_PLACES = {
    0x03F0: "notes", 0x03F8: "slide master", 0x2EE0: "comment", 0x0FD9: "header or footer",
    0x0FC9: "handout", 0x0FD7: "link", 0x0410: "name", 0x1388: "tag",
}  # fmt: skip


def read(content: Content) -> Extraction:
    """Read an old presentation; its slides count in the order in which they stand in the file.

    Raises:
        DocumentError: it is encrypted or damaged, or has no words.
    """
    layout = Layout()
    with open_ole(content.data) as file:
        if file.exists(_CIPHER):
            raise _encrypted()
        stream = file.openstream(_STREAM).read()
        slides = _lay_out(stream, layout)
        properties(file, Rest(layout))
        parts = objects(file, layout, taken=(_STREAM, _USER, _PICTURES))
    if not layout.passages and not parts:
        raise DocumentError("an old PowerPoint file without words: nothing to screen")
    return Extraction(
        passages=layout.passages, media_type=content.media_type, pages=slides or None, parts=parts
    )


def _lay_out(stream: bytes, layout: Layout) -> int:
    aside = Rest(layout)
    slides = 0
    for kind, data, place, instance in _records(stream):
        if kind == _ENCRYPTED:
            raise _encrypted()
        if kind == _SLIDE:
            slides += 1
        elif kind in _DRAWINGS:
            for text in drawing_strings(data, instance):
                aside.add(text, "alternative text")
        elif kind == _UNKNOWN and not data.startswith(_PACKAGE):
            for text in runs.wide(data):
                aside.add(text, place or "slide")
        elif kind in (_WIDE, _STRING, _NARROW):
            codec = "latin-1" if kind == _NARROW else "utf-16-le"
            text = sound(data.decode(codec, errors="replace"))
            for paragraph in text.replace("\x0b", " ").split("\r"):
                aside.add(tidy(paragraph), place or ("slide" if kind != _STRING else "text"))
    return slides


def _encrypted() -> DocumentError:
    return DocumentError(
        "an encrypted presentation: it needs a password and was not read. Save it without one."
    )


def _records(stream: bytes) -> Iterator[tuple[int, bytes, str | None, int]]:
    """The records, containers before what is in them, with what they stand in."""
    ends: list[tuple[int, str | None]] = []
    at = 0
    while at + 8 <= len(stream):
        if not ends and stream[at : at + 8] == _NOTHING:
            # Room that was left free; what follows it is a container, which begins with no zero.
            at += len(stream[at:]) - len(stream[at:].lstrip(b"\x00"))
            continue
        version, kind, length = struct.unpack_from("<HHI", stream, at)
        while ends and ends[-1][0] <= at:
            ends.pop()
        at += 8
        if ends and at + length > ends[-1][0]:
            # What calls itself a container and is none: a package of a newer version, mostly.
            end, place = ends.pop()
            yield _UNKNOWN, stream[at - 8 : end], place, 0
            at = end
            continue
        place = ends[-1][1] if ends else None
        if version & 0xF == 0xF:
            ends.append((at + length, _PLACES.get(kind, place)))
            yield kind, b"", place, version >> 4
        else:
            yield kind, stream[at : at + length], place, version >> 4
            at += length

"""Attachments of Outlook that other programs show as ``winmail.dat`` (TNEF): the body in whichever
form it is, the fields that are words, the files inside. [MS-OXTNEF] 2.1, [MS-OXCDATA] 2.11.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from documents.charsets import decode_part
from documents.html import inline_pictures
from documents.layout import Layout, sound, tidy
from documents.mail import html_form
from documents.msg_parts import unpacked_rtf
from documents.reader import Content, Extraction, Part
from documents.rtf import read as read_rtf
from records import DocumentError

_HEADER = 6
_ATTACHMENT = 2
# Attributes ([MS-OXTNEF] 2.1.3.3): of a message, of an attachment.
_CODE_PAGE, _PROPERTIES, _SUBJECT, _BODY = 0x69007, 0x69003, 0x18004, 0x2800C
_BEGIN, _NAME, _DATA, _MORE, _FROM = 0x69002, 0x18010, 0x6800F, 0x69005, 0x08000
_RECIPIENTS = 0x69004
# Tags of properties ([MS-OXPROPS]).
_RTF, _HTML, _PLAIN, _OBJECT = 0x1009, 0x1013, 0x1000, 0x3701
_NAMES_OF_FILES = (0x3707, 0x3704, 0x3001)
_PLACES = {
    0x0037: "header Subject", 0x0042: "header From", 0x0C1A: "header From", 0x0C1F: "header From",
    0x0E04: "header To", 0x0E03: "header Cc", 0x0E02: "header Bcc", 0x3001: "name",
    0x3003: "address", 0x39FE: "address",
}  # fmt: skip
# Kinds of messages and addresses, keys and bodies.
_NO_WORDS = {0x001A, _PLAIN, _HTML, 0x1035, 0x3002, 0x0C1E, 0x370E, 0x3703, 0x0064, 0x0075}
_SIZES = {
    0x02: 4, 0x03: 4, 0x04: 4, 0x05: 8, 0x06: 8, 0x07: 8, 0x0A: 4, 0x0B: 4, 0x14: 8, 0x40: 8,
    0x48: 16,
}  # fmt: skip
_STRING, _WIDE, _BINARY, _INSIDE = 0x1E, 0x1F, 0x102, 0x0D
_MANY, _NAMED, _BY_TEXT = 0x1000, 0x8000, 1
# An object begins with the identifier of its interface; that of a message is a file of this kind.
_INTERFACE = 16
_ELSEWHERE = "attached by its address only: it was not read. Save it as a file."
_CUT = "a winmail.dat attachment that is cut or damaged: what stands behind that was not read"


@dataclass(slots=True)
class _Attached:
    name: str = ""
    data: bytes = b""


@dataclass(slots=True)
class _Message:
    layout: Layout = field(default_factory=Layout)
    files: list[_Attached] = field(default_factory=list)
    bodies: dict[int, bytes | str] = field(default_factory=dict)
    label: str = "cp1252"
    unread: list[str] = field(default_factory=list)


def read(content: Content) -> Extraction:
    """Read a winmail.dat: the words of the message, and what is attached to it as files inside.

    Raises:
        DocumentError: it is damaged, or has no words and nothing attached.
    """
    message = _Message()
    try:
        for level, attribute, data in _attributes(content.data):
            _take(message, level, attribute, data)
    except (struct.error, ValueError):
        message.unread.append(_CUT)
    layout, parts = message.layout, _bodies(message)
    for number, file in enumerate(message.files, start=1):
        name = file.name or f"attachment {number}"
        parts.append(Part(name=name, data=file.data, unread=None if file.data else _ELSEWHERE))
    if not layout.passages and not parts:
        if message.unread:
            raise DocumentError(f"{message.unread[0]}. Ask for it as a file of its own.")
        raise DocumentError("a winmail.dat attachment without words: nothing to screen")
    return Extraction(
        passages=layout.passages,
        media_type=content.media_type,
        unread="; ".join(dict.fromkeys(message.unread)) or None,
        parts=tuple(parts),
    )


def _attributes(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Level, kind and bytes of each attribute.

    Raises:
        ValueError, struct.error: one goes on behind the end.
    """
    at = _HEADER
    while at < len(data):
        level, attribute, length = struct.unpack_from("<BII", data, at)
        at += 9
        if at + length > len(data):
            raise ValueError(_CUT)
        yield level, attribute, data[at : at + length]
        at += length + 2


def _take(message: _Message, level: int, attribute: int, data: bytes) -> None:
    if level == _ATTACHMENT:
        if attribute == _BEGIN or not message.files:
            message.files.append(_Attached())
        file = message.files[-1]
        if attribute == _NAME:
            file.name = file.name or _string(message, data)
        elif attribute == _DATA:
            file.data = data
        elif attribute == _MORE:
            _of_file(message, file, data)
    elif attribute == _CODE_PAGE and len(data) >= 4:
        message.label = f"cp{int.from_bytes(data[:4], 'little')}"
    elif attribute == _PROPERTIES:
        _fields(message, _properties(data))
    elif attribute == _RECIPIENTS:
        rows, at = int.from_bytes(data[:4], "little"), 4
        for _ in range(min(rows, len(data))):
            found, at = _row(data, at)
            _fields(message, found)
    elif attribute == _SUBJECT:
        message.layout.add(tidy(_string(message, data)), place="header Subject")
    elif attribute == _BODY:
        message.bodies.setdefault(_PLAIN, _string(message, data))
    elif attribute == _FROM:
        words = data[8:].replace(b"\x00", b" ")
        message.layout.add(tidy(_string(message, words)), place="header From")


def _fields(message: _Message, found: list[tuple[int, int, bytes]]) -> None:
    for tag, kind, value in found:
        if tag in (_RTF, _HTML, _PLAIN):
            message.bodies[tag] = value if kind == _BINARY else _decoded(message, kind, value)
        elif kind in (_STRING, _WIDE) and tag not in _NO_WORDS:
            place = _PLACES.get(tag, f"field {tag:04X}")
            message.layout.add(tidy(_decoded(message, kind, value)), place=place)


def _of_file(message: _Message, file: _Attached, data: bytes) -> None:
    """What is said of an attachment: its long name, and itself where it is a message."""
    for tag, kind, value in _properties(data):
        if tag == _OBJECT and kind in (_BINARY, _INSIDE) and not file.data:
            file.data = value[_INTERFACE:] if kind == _INSIDE else value
        elif kind in (_STRING, _WIDE) and tag not in _NO_WORDS:
            text = tidy(_decoded(message, kind, value))
            if tag in _NAMES_OF_FILES[:1]:
                file.name = text
            message.layout.add(text, place="name of an attachment")


def _bodies(message: _Message) -> list[Part]:
    plain = message.bodies.get(_PLAIN, "")
    plain = plain if isinstance(plain, str) else _string(message, plain)
    message.layout.add(plain.replace("\r\n", "\n"))
    parts: list[Part] = []
    if page := message.bodies.get(_HTML):
        text = page if isinstance(page, str) else _string(message, page)
        html_form(text, plain, message.layout)
        parts += inline_pictures(text)
    body = message.bodies.get(_RTF)
    if isinstance(body, bytes) and not plain and not page:
        try:
            rtf = read_rtf(Content(data=unpacked_rtf(body), media_type="application/rtf"))
        except DocumentError as error:
            message.unread.append(f"its body: {error}")
            return parts
        message.layout.again(rtf.passages)
        parts += rtf.parts
    return parts


def _properties(data: bytes) -> list[tuple[int, int, bytes]]:
    return _row(data, 0)[0]


def _row(data: bytes, at: int) -> tuple[list[tuple[int, int, bytes]], int]:
    """The properties of a row: tag, kind and value of each; and where the next row begins.

    Raises:
        ValueError, struct.error: they are damaged.
    """
    (count,) = struct.unpack_from("<I", data, at)
    at += 4
    found: list[tuple[int, int, bytes]] = []
    for _ in range(count):
        kind, tag = struct.unpack_from("<HH", data, at)
        at = _behind_name(data, at + 4) if tag >= _NAMED else at + 4
        values = 1
        has_count = kind & _MANY or kind in (_STRING, _WIDE, _BINARY, _INSIDE)
        if has_count:
            (values,) = struct.unpack_from("<I", data, at)
            at += 4
        kind &= ~_MANY
        for _ in range(values):
            if kind in _SIZES:
                length, size = _SIZES[kind], 0
            else:
                (length,) = struct.unpack_from("<I", data, at)
                size = 4
            end = at + size + length
            if end > len(data) or (kind not in _SIZES and not has_count):
                raise ValueError(_CUT)
            found.append((tag, kind, data[at + size : end]))
            at = end + -length % 4
    return found, at


def _behind_name(data: bytes, at: int) -> int:
    """Where a property goes on behind its name: the set that it is of, and a number or a text."""
    kind, length = struct.unpack_from("<II", data, at + 16)
    return at + 24 + ((length + -length % 4) if kind == _BY_TEXT else 0)


def _decoded(message: _Message, kind: int, value: bytes) -> str:
    if kind == _WIDE:
        return sound(value.decode("utf-16-le", errors="replace").rstrip("\x00"))
    return _string(message, value)


def _string(message: _Message, data: bytes) -> str:
    if not (data := data.rstrip(b"\x00")):
        return ""
    try:
        result = decode_part(data, message.label)
    except DocumentError as error:
        message.unread.append(f"a text: {error}")
        return sound(data.decode("cp1252", errors="replace"))
    if result.doubt:
        message.unread.append(f"a text: {result.doubt}")
    return sound(result.text)

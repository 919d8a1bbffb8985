"""A winmail.dat with a name at every place that it has, written byte by byte. [MS-OXTNEF]"""

import struct

from place_names import Names

TEXT, WIDE, BINARY, OBJECT, NUMBER = 0x1E, 0x1F, 0x102, 0x0D, 0x03
MESSAGE, ATTACHMENT = 1, 2
CODE_PAGE, PROPERTIES, SUBJECT, BODY, RECIPIENTS = 0x69007, 0x69003, 0x18004, 0x2800C, 0x69004
BEGIN, TITLE, DATA, MORE = 0x69002, 0x18010, 0x6800F, 0x69005


def properties(*found: tuple[int, int, str | bytes], name: bytes = b"") -> bytes:
    """A row of properties: tag, kind, value; the first may be one of those with a name."""
    data = struct.pack("<I", len(found))
    for tag, kind, value in found:
        data += struct.pack("<HH", kind, tag)
        if tag >= 0x8000:
            data += bytes(16) + struct.pack("<II", 1, len(name)) + name + bytes(-len(name) % 4)
        if kind == NUMBER:
            data += struct.pack("<I", 5)
            continue
        if isinstance(value, str):
            value = (value + "\0").encode("utf-16-le" if kind == WIDE else "cp1252")
        data += struct.pack("<II", 1, len(value)) + value + bytes(-len(value) % 4)
    return data


def tnef(*attributes: tuple[int, int, bytes]) -> bytes:
    """A file of attributes: level, kind, bytes."""
    data = struct.pack("<IH", 0x223E9F78, 1)
    for level, kind, value in attributes:
        data += struct.pack("<BII", level, kind, len(value)) + value
        data += struct.pack("<H", sum(value) & 0xFFFF)
    return data


def winmail(name: Names) -> bytes:
    """A message with a file and another message attached."""
    inner = tnef((MESSAGE, PROPERTIES, properties((0x1000, WIDE, name("message inside")))))
    page = f"<p>{name('HTML body')}</p>".encode()
    return tnef(
        (MESSAGE, CODE_PAGE, struct.pack("<II", 1252, 0)),
        (MESSAGE, SUBJECT, name("old subject").encode() + b"\0"),
        (MESSAGE, BODY, name("body").encode() + b"\0"),
        (MESSAGE, RECIPIENTS, struct.pack("<I", 1) + properties((0x3001, WIDE, name("to")))),
        (MESSAGE, PROPERTIES, properties(
            (0x8001, WIDE, name("own field")), (0x0E08, NUMBER, b""), (0x1013, BINARY, page),
            (0x0037, TEXT, name("subject")), (0x0C1A, WIDE, name("sender")),
            name="Ü".encode("utf-16-le"))),
        (ATTACHMENT, BEGIN, bytes(14)),
        (ATTACHMENT, TITLE, name("name of an attachment").encode() + b"\0"),
        (ATTACHMENT, DATA, name("attachment").encode()),
        (ATTACHMENT, BEGIN, bytes(14)),
        (ATTACHMENT, MORE, properties(
            (0x3707, WIDE, name("long name")), (0x3701, OBJECT, bytes(16) + inner))),
    )  # fmt: skip

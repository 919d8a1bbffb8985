"""Old Word and PowerPoint files with a name at every place that they have, written byte by byte."""

import struct

from place_names import Names

from documents.ole_write import pack

_DELETED, _INSERTED = 0x0800, 0x0801


def doc(name: Names) -> bytes:
    """A Word file of the years 1997 to 2003: a FIB, the text in two pieces, marks of changes."""
    field = f'\x13 INCLUDETEXT "{name("field code")}" \x14{name("result of a field")}\x15'
    body = f"{name('body')}\r{field}\r{name('cell')}\x07\x07{name('second cell')}\x07\r"
    changes = (f"{name('deletion')}", f"{name('insertion')}")
    body_end = "\r"
    others = [
        f"\x02{name('footnote')}\r", f"{name('header')}\r", "", f"\x05{name('comment')}\r",
        f"\x02{name('endnote')}\r", f"{name('text box')}\r", f"{name('text box of a header')}\r",
    ]  # fmt: skip
    narrow = body.encode("cp1252")
    wide = "".join((*changes, body_end, *others)).encode("utf-16-le")
    first, second = 0x400, 0x400 + len(narrow)
    text = bytes(first) + narrow + wide
    page = -(-len(text) // 512)
    text = text.ljust(512 * page, b"\x00") + _changes(second, [2 * len(one) for one in changes])

    counts = [len(body) + sum(map(len, changes)) + 1, *map(len, others)]
    places = (0, len(body), len(body) + len(wide) // 2)
    pieces = struct.pack("<3I", *places)
    for where in (0x40000000 | 2 * first, second):
        pieces += struct.pack("<HIH", 0, where, 0)
    clx = b"\x02" + struct.pack("<I", len(pieces)) + pieces
    index = struct.pack("<III", second, len(text), page)
    bookmark = name("bookmark").encode("utf-16-le")
    strings = struct.pack("<HHH", 0xFFFF, 1, 0) + struct.pack("<H", len(bookmark) // 2) + bookmark
    author = name("author of a change").encode("utf-16-le")
    authors = struct.pack("<HHH", 0xFFFF, 1, 0) + struct.pack("<H", len(author) // 2) + author

    fib = bytearray(text)
    struct.pack_into("<HH", fib, 0, 0xA5EC, 0xC1)
    struct.pack_into("<H", fib, 10, 0x0200)
    struct.pack_into("<8i", fib, 0x4C, *counts)
    table = b""
    for at, data in ((0x1A2, clx), (0xFA, index), (0x142, strings), (0x232, authors)):
        struct.pack_into("<II", fib, at, len(table), len(data))
        table += data
    return pack({
        "WordDocument": bytes(fib), "1Table": table, "Macros": {"VBA": {"dir": b"x"}},
        "ObjectPool": {"_1": {"CONTENTS": name("file inside").encode(), "\x01CompObj": b"x"}},
    })  # fmt: skip


def _changes(start: int, lengths: list[int]) -> bytes:
    """A page of properties of runs: the first deleted, the second inserted, the rest as it is."""
    limits = [start, start + lengths[0], start + sum(lengths), start + sum(lengths) + 1000]
    runs = [struct.pack("<BHB", 3, number, 1) for number in (_DELETED, _INSERTED)]
    page = bytearray(512)
    struct.pack_into("<4I", page, 0, *limits)
    for number, run in enumerate(runs):
        at = 100 + 10 * number
        page[16 + number] = at // 2
        page[at : at + len(run)] = run
    page[511] = 3
    return bytes(page)


def _record(kind: int, data: bytes, *, container: bool = False, instance: int = 0) -> bytes:
    return struct.pack("<HHI", instance << 4 | (0xF if container else 0), kind, len(data)) + data


def _text(words: str) -> bytes:
    return _record(0x0FA0, words.encode("utf-16-le"))


def ppt(name: Names) -> bytes:
    """A PowerPoint file of the years 1997 to 2003."""
    alternative = (name("alternative text") + "\x00").encode("utf-16-le")
    drawing = struct.pack("<HI", 0x8381, len(alternative)) + alternative
    shape = _record(
        0x040C,
        _record(0xF00B, drawing, instance=1)
        + _record(0xF00D, _text(name("text in a shape")), container=True),
        container=True,
    )
    comment = _record(0x0FBA, name("commentator").encode("utf-16-le")) + _record(
        0x0FBA, name("comment").encode("utf-16-le")
    )
    package = _record(0x0428, b"PK\x03\x04" + b"\xff" * 30, container=True)
    slide = package + shape + _record(0x2EE0, comment, container=True)
    words = name("narrow text").encode("latin-1")
    stream = (
        _record(0x03E8, _record(0x0FF0, _text(name("outline")), container=True)
                + _record(0x0FD9, _record(0x0FBA, name("footer").encode("utf-16-le")),
                          container=True), container=True)
        + _record(0x03F8, _text(name("master")), container=True)
        + _record(0x03EE, slide + _record(0x0FA8, words), container=True)
        + bytes(37)
        + _record(0x03F0, _text(name("notes")), container=True)
    )  # fmt: skip
    return pack({"PowerPoint Document": stream, "Current User": b"x", "Pictures": b""})

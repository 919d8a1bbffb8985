"""Old Office files and Outlook messages with a name at every place that they have, written byte by
byte: no free library writes comments, charts and links into them.
"""

import struct

from place_names import Names, zipped

from documents.ole_write import Storage, pack


def _record(kind: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _short(words: str) -> bytes:
    return struct.pack("<BB", len(words), 0) + words.encode("latin-1")


def _long(words: str) -> bytes:
    return struct.pack("<HB", len(words), 1) + words.encode("utf-16-le")


def _box(words: str, kind: int) -> bytes:
    """A text box or comment: the object, its text in two continuations, its formats."""
    half = len(words) // 2
    return (
        _record(0x5D, struct.pack("<HHHH", 0x15, 18, kind, 1) + bytes(14))
        + _record(0x1B6, bytes(10) + struct.pack("<HH", len(words), 16) + bytes(4))
        + _record(0x3C, b"\x00" + words[:half].encode())
        + _record(0x3C, b"\x01" + words[half:].encode("utf-16-le"))
        + _record(0x3C, bytes(16))
    )


def _drawing(alternative: str, art: str) -> bytes:
    strings = [(text + "\x00").encode("utf-16-le") for text in (alternative, art)]
    entries = b"".join(
        struct.pack("<HI", 0x8000 | number, len(text))
        for number, text in zip((0x381, 0xC0), strings, strict=True)
    )
    properties = entries + b"".join(strings)
    return _record(0xEC, struct.pack("<HHI", 0x23, 0xF00B, len(properties)) + properties)


def _link(target: str, shown: str) -> bytes:
    url = (target + "\x00").encode("utf-16-le")
    label = (shown + "\x00").encode("utf-16-le")
    return _record(
        0x1B8,
        bytes(8) + bytes(16) + struct.pack("<II", 2, 0x17)
        + struct.pack("<I", len(shown) + 1) + label
        + bytes.fromhex("e0c9ea79f9bace118c8200aa004ba90b") + struct.pack("<I", len(url)) + url,
    )  # fmt: skip


def _workbook(name: Names) -> bytes:
    bof = struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0)
    chart = (
        _record(0x809, struct.pack("<HHHHII", 0x600, 0x20, 0, 0, 0, 0))
        + _record(0x100D, bytes(2) + _short(name("chart series")))
        + _record(0x204, bytes(6) + _long(name("chart category")))
        + _record(0x0A)
    )
    sheet = (
        _record(0x809, bof)
        + _record(0x14, _long("&C&12" + name("header")))
        + _record(0x15, _long("&L" + name("footer")))
        + _record(0x204, bytes(6) + _long(name("cell")))
        + _drawing(name("alternative text"), name("art of words"))
        + _box(name("comment"), 0x19)
        + _box(name("text box"), 6)
        + chart
        + _record(0x1C, bytes(8) + _long(name("commentator")))
        + _link(f"https://{name('link')}.example", name("words of a link"))
        + _record(0x1BE, bytes(4) + b"".join(
            _long(name(key)) for key in ("prompt title", "error title", "prompt", "error")))
        + _record(0xB0, bytes(40) + _long(name("pivot table")))
        + _record(0x0A)
    )  # fmt: skip
    defined = name("defined name")
    head = (
        _record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0))
        + _record(0x42, struct.pack("<H", 1200))
        + _record(0x5C, _long(name("writer")))
    )
    tail = (
        _record(0x18, struct.pack("<HBBHHHBBBB", 0, 0, len(defined), 0, 0, 0, 0, 0, 0, 0) + b"\x00"
                + defined.encode())
        + _record(0x1AE, struct.pack("<H", 1) + _long(f"{name('linked file')}.xls"))
        + _record(0x0A)
    )  # fmt: skip
    label = name("sheet name")
    at = len(head) + 4 + 6 + 2 + len(label) + len(tail)
    bound = _record(0x85, struct.pack("<IBB", at, 1, 0) + _short(label))
    return head + bound + tail + sheet


def _summary(name: Names) -> bytes:
    """The stream of a document's properties ([MS-OLEPS] 2.21)."""
    keys = {2: "title", 3: "subject", 4: "author", 5: "keywords", 6: "comments"}
    values, table = b"", b""
    start = 8 + 8 * len(keys)
    for number, key in keys.items():
        text = name("property " + key).encode() + b"\x00"
        text += bytes(-len(text) % 4)
        table += struct.pack("<II", number, start + len(values))
        values += struct.pack("<II", 30, len(text)) + text
    section = struct.pack("<II", start + len(values), len(keys)) + table + values
    head = struct.pack("<HHI16sI16sI", 0xFFFE, 0, 0, b"", 1, bytes.fromhex(
        "e0859ff2f94f6810ab9108002b27b3d9"), 48)  # fmt: skip
    return head + section


def xls(name: Names) -> bytes:
    """An Excel file of the years 1997 to 2003, with a packed file in it."""
    words = name("file inside").encode()
    file = name("name of a file inside").encode() + b".txt\x00"
    native = b"\x02\x00" + file + file + b"\x00\x00\x03\x00" + struct.pack("<I", len(file)) + file
    native += struct.pack("<I", len(words)) + words
    package = zipped({"a.txt": name("file in a package")})
    return pack({
        "Workbook": _workbook(name), "\x05SummaryInformation": _summary(name),
        "MBD0001": {"\x01Ole10Native": struct.pack("<I", len(native)) + native, "\x01Ole": b"x"},
        "MBD0002": {"Package": package, "\x01CompObj": b"x"},
        "Ctls": b"\x00\x02" + name("control").encode("utf-16-le") + b"\x00\x00",
    })  # fmt: skip


def packed_object(name: Names) -> bytes:
    """An object as Office files hold it, with a file in it."""
    return pack({"CONTENTS": name("file inside").encode(), "\x01CompObj": b"x"})


def _properties(streams: dict[str, str], *, header: int) -> Storage:
    entries = b"".join(
        struct.pack("<HHIII", 0x1F, int(code, 16), 6, 2 * len(text) + 2, 0)
        for code, text in streams.items()
    )
    return {
        "__properties_version1.0": bytes(header) + entries,
        **{f"__substg1.0_{c}001F": text.encode("utf-16-le") for c, text in streams.items()},
    }


def _compressed(rtf: bytes) -> bytes:
    """RTF as Outlook keeps it: here in pieces of eight letters that refer to nothing."""
    body = b"".join(b"\x00" + rtf[at : at + 8] for at in range(0, len(rtf), 8))
    return struct.pack("<II4sI", len(body) + 12, len(rtf), b"LZFu", 0) + body


def msg(name: Names) -> bytes:
    """An Outlook message with another one in it, whose body is in RTF alone."""
    inner: Storage = {
        **_properties({"0037": name("subject of a message inside"), "0C1A": "x"}, header=24),
        "__substg1.0_10090102": _compressed(rb"{\rtf1 " + name("RTF body").encode() + rb"\par}"),
        "__nameid_version1.0": {},
    }
    attached: Storage = {
        **_properties({"3707": name("name of an attachment") + ".txt"}, header=8),
        "__substg1.0_37010102": name("attachment").encode(),
    }
    return pack({
        **_properties(
            {"0037": name("subject"), "1000": name("body"), "0C1A": name("sender"),
             "0C1F": f"a@{name('address')}.example", "0E03": name("copy to"),
             "007D": f"Received: from {name('server')}", "8005": name("own field"),
             "3A16": name("company of a contact")},
            header=32,
        ),
        "__nameid_version1.0": {},
        "__recip_version1.0_#00000000": _properties(
            {"3001": name("recipient"), "39FE": f"b@{name('address of a recipient')}.example"},
            header=8),
        "__attach_version1.0_#00000000": attached,
        "__attach_version1.0_#00000001": {
            **_properties({"3001": name("name of a message inside")}, header=8),
            "__substg1.0_3701000D": inner,
        },
    })  # fmt: skip

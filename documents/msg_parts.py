"""What an Outlook message holds beside its text: every field that is words, attachments, messages
inside it, a body in compressed RTF. [MS-OXMSG] 2.1, [MS-OXRTFCP] 2.2.
"""

import re
import struct
from collections.abc import Iterator

import olefile

from documents.layout import Layout, tidy
from documents.msg_texts import Texts
from documents.ole import storage
from documents.ole_write import Storage, pack
from documents.reader import Part
from documents.said import Rest
from records import DocumentError

_ATTACHED = "__attach_version1.0_#"
_STREAM = re.compile(r"__substg1\.0_([0-9A-F]{4})[01]0(1F|1E)(?:-[0-9A-F]{8})?", re.IGNORECASE)
_DATA, _INSIDE = "__substg1.0_37010102", "__substg1.0_3701000D"
_PROPERTIES = "__properties_version1.0"
_RTF = "__substg1.0_10090102"
# The header of the properties has two more numbers, which are kept free, in a message by itself.
_INNER_HEADER, _FREE = 24, bytes(8)
_NAMES_OF_FILES = (0x3707, 0x3704, 0x3001)
_PLACES = {
    "0E04": "header To", "0E03": "header Cc", "0E02": "header Bcc", "0042": "header From",
    "0C1A": "header From", "0C1F": "header From", "0065": "header From", "5D01": "header From",
    "007D": "header fields", "3A16": "field company", "0070": "header Subject",
}  # fmt: skip
# Kinds of messages and addresses, keys, types and bodies, which are read elsewhere.
_NO_WORDS = {
    "001A", "1000", "1013", "0064", "0C1E", "3002", "0075", "0077", "3D13", "370E", "3712", "3703",
    "1035", "1039", "1042", "0050", "370A", "300B", "7FFF", "003D", "0E1D", "0037", "3707", "3704",
}  # fmt: skip


def attachments(file: "olefile.OleFileIO[str]", texts: Texts) -> Iterator[Part]:
    """What is attached, messages and objects too."""
    paths = file.listdir(streams=True, storages=True)
    folders = sorted({path[0] for path in paths if path[0].startswith(_ATTACHED)})
    for number, folder in enumerate(folders, start=1):
        names = (texts.of(folder, tag) for tag in _NAMES_OF_FILES)
        name = next(filter(None, names), f"attachment {number}")
        if file.exists([folder, _DATA]):
            yield Part(name=name, data=file.openstream([folder, _DATA]).read())
        elif [folder, _INSIDE] in paths:
            yield Part(name=name, data=pack(_by_itself(storage(file, [folder, _INSIDE]))))
        else:
            why = "attached by its address only: it was not read. Save it as a file."
            yield Part(name=name, data=b"", unread=why)


def _by_itself(inner: Storage) -> Storage:
    """A message inside another one as a file; objects of other programs as they are."""
    properties = inner.get(_PROPERTIES)
    if not isinstance(properties, bytes):
        return inner
    head, rest = properties[:_INNER_HEADER], properties[_INNER_HEADER:]
    return {**inner, _PROPERTIES: head + _FREE + rest}


def fields(file: "olefile.OleFileIO[str]", texts: Texts, layout: Layout) -> None:
    """Lay out every field that is words, of the message, its recipients and attachments, unless
    they stand in what was laid out before.
    """
    said, aside = "\n".join(passage.text for passage in layout.passages), Rest(layout)
    for path in file.listdir(streams=True, storages=False):
        found = _STREAM.fullmatch(path[-1])
        if found and _INSIDE not in path and found[1].upper() not in _NO_WORDS:
            data = file.openstream(path).read()
            wide = found[2].upper() == "1F"
            text = tidy(texts.in_unicode(data) if wide else texts.in_code_page(data))
            place = _PLACES.get(found[1].upper(), f"field {found[1].upper()}")
            if text not in said:
                aside.add(text, place)


def rtf_body(file: "olefile.OleFileIO[str]") -> bytes | None:
    """The body in RTF; None where there is none.

    Raises:
        DocumentError: it is damaged.
    """
    return unpacked_rtf(file.openstream(_RTF).read()) if file.exists(_RTF) else None


# What the dictionary begins with: [MS-OXRTFCP] 2.1.2.1.
_START = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript "
    rb"\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
_SIZE = 4096


def unpacked_rtf(data: bytes) -> bytes:
    """The RTF that Outlook compressed.

    Raises:
        DocumentError: it is damaged.
    """
    try:
        _, raw_size, kind, _ = struct.unpack_from("<I I 4s I", data)
    except struct.error as error:
        raise DocumentError("its body in RTF is damaged: it was not read") from error
    if kind == b"MELA":
        return data[16 : 16 + raw_size]
    dictionary = bytearray(_START.ljust(_SIZE, b"\x00"))
    write, at, out = len(_START), 16, bytearray()

    def put(byte: int) -> None:
        nonlocal write
        out.append(byte)
        dictionary[write] = byte
        write = (write + 1) % _SIZE

    while at < len(data):
        control, at = data[at], at + 1
        for bit in range(8):
            if not control >> bit & 1:
                if at >= len(data):
                    return bytes(out)
                put(data[at])
                at += 1
                continue
            reference = int.from_bytes(data[at : at + 2], "big")
            at += 2
            start, length = reference >> 4, (reference & 15) + 2
            if start == write or at > len(data):
                return bytes(out)
            for step in range(length):
                put(dictionary[(start + step) % _SIZE])
    return bytes(out)

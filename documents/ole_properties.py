"""The properties of old Office files: title, author, those that somebody made. [MS-OLEPS].

Only what is text by its type is read: the picture of the first page, which stands among them too,
would read as Chinese.
"""

import struct
from collections.abc import Iterator

from documents import runs
from documents.layout import sound, tidy

_LPSTR, _LPWSTR, _BLOB, _VARIANTS = 0x1E, 0x1F, 0x41, 0x100C
_VECTOR = 0x1000
_DICTIONARY = 0
# Where the sets of a stream are listed, and bytes of an item of that list ([MS-OLEPS] 2.21).
_SETS, _SET = 24, 20
_UTF_16 = 1200


def texts(stream: bytes, codepage: int | None) -> Iterator[str]:
    r"""The texts in a stream of properties; of a damaged one whatever looks like a text.

    Args:
        stream: ``\x05SummaryInformation`` and the like.
        codepage: of strings of one byte a letter, as the file says.
    """
    try:
        regions = list(_regions(stream))
    except struct.error:
        regions = [(_BLOB, stream)]
    for kind, value in regions:
        yield from _texts(kind, value, codepage)


def _regions(stream: bytes) -> Iterator[tuple[int, bytes]]:
    """Each property's type, and the bytes from its value to the next one."""
    (count,) = struct.unpack_from("<I", stream, _SETS)
    for number in range(count):
        (start,) = struct.unpack_from("<I", stream, _SETS + 4 + number * _SET + 16)
        size, properties = struct.unpack_from("<II", stream, start)
        if start + 8 + 8 * properties > len(stream):
            raise struct.error("a list of properties that is cut")
        listed = [
            struct.unpack_from("<II", stream, start + 8 + 8 * property_)
            for property_ in range(properties)
        ]
        ends = sorted({offset for _, offset in listed} | {size})
        for name, offset in listed:
            end = next((after for after in ends if after > offset), len(stream))
            at = start + offset
            if name == _DICTIONARY:
                yield _VECTOR | _LPSTR, stream[at : start + end]
            else:
                (kind,) = struct.unpack_from("<H", stream, at)
                yield kind, stream[at + 4 : start + end]


def _texts(kind: int, value: bytes, codepage: int | None) -> Iterator[str]:
    if kind in (_LPSTR, _VECTOR | _LPSTR, _VARIANTS) and codepage != _UTF_16:
        yield from counted(value, codepage)
    elif kind in (_LPSTR, _LPWSTR, _VECTOR | _LPSTR, _VECTOR | _LPWSTR, _VARIANTS):
        yield from runs.wide(value)
    elif kind == _BLOB:
        # Links, or a stream that is damaged: strings of both kinds.
        yield from counted(value, codepage)
        yield from runs.wide(value)


def counted(data: bytes, codepage: int | None) -> Iterator[str]:
    """Strings with their lengths before them: VT_LPSTR ([MS-OLEPS] 2.5), names of a dictionary."""
    at = 0
    while at + 8 <= len(data):
        (length,) = struct.unpack_from("<I", data, at)
        raw = data[at + 4 : at + 4 + length]
        if 4 <= length <= len(data) - at - 4 and raw.endswith(b"\x00") and min(raw[:-1]) >= 0x20:
            yield tidy(decoded(raw, codepage))
            at += 4 + length
        else:
            at += 1


def decoded(value: bytes, codepage: int | None) -> str:
    """A string of one byte a letter, or two, as the file's code page has it."""
    number = (codepage or 1252) & 0xFFFF
    name = {65001: "utf-8", _UTF_16: "utf-16-le", 10000: "mac_roman"}.get(number, f"cp{number}")
    try:
        return sound(value.decode(name, errors="replace"))
    except LookupError:
        return sound(value.decode("cp1252", errors="replace"))

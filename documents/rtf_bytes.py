"""Bytes outside ASCII that stand in an RTF file as they are, where the format wants them in
hexadecimal: old programs and mail write so, in the code page that the file names. Rich Text Format
1.9.1, "Character Set".
"""

import re

from documents.charsets import decode_code_page

_CODEPAGE = re.compile(rb"\\ansicpg(\d+)")
_TWO_BYTES = {b"932", b"936", b"949", b"950", b"54936"}
# After ``\u1076`` stands the same character for programs that know no Unicode: not read twice.
_RAW = re.compile(rb"(\\u-?\d+ ?[\x80-\xff]+)|([\x80-\xff]+)")
_RAW_TWO = re.compile(
    rb"(\\u-?\d+ ?[\x80-\xff]+)|((?:[\x81-\xfe][\x40-\x7e\x80-\xfe]|[\x80-\xff])+)"
)


def source_of(data: bytes) -> str:
    """An RTF file as characters, its raw bytes decoded; the others stay as they stand."""
    if data.isascii():
        return data.decode("ascii")
    found = _CODEPAGE.search(data)
    page = found[1] if found else b"1252"
    raw = _RAW_TWO if page in _TWO_BYTES else _RAW
    # All together say better than one by one whether they are in the code page.
    pieces = [match[2] for match in raw.finditer(data) if match[2]]
    words = decode_code_page(b"\n".join(pieces), page.decode("ascii")).split("\n")
    if len(words) != len(pieces):
        words = [decode_code_page(piece, page.decode("ascii")) for piece in pieces]
    source, at, following = [], 0, iter(words)
    for match in raw.finditer(data):
        source.append(data[at : match.start()].decode("latin-1"))
        source.append(next(following) if match[2] else match[0].decode("latin-1"))
        at = match.end()
    return "".join([*source, data[at:].decode("latin-1")])

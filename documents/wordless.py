"""Files inside files that hold no words by their kind: where nothing could be read of these,
nothing was missed. A file that somebody gave us by itself is never one of them.
"""

from documents.content_type import FileType
from documents.images import pages
from records import DocumentError

_FONTS = (b"\x00\x01\x00\x00", b"OTTO", b"true", b"ttcf", b"wOFF", b"wOF2")
# A logo, an icon, a line: no more than a word or two in letters that can be read.
_SMALL = 200
_LOW = 100
_LOGO = 60_000
# The signature of a mail that can be read without it: signed data (RFC 5652, 5.2) with nothing in
# it, in definite and in indefinite form.
_DATA = bytes.fromhex("06092a864886f70d010701")
_SIGNED = bytes.fromhex("06092a864886f70d010702")
_DETACHED = (b"\x30\x0b" + _DATA, b"\x30\x80" + _DATA + b"\x00\x00")
_HEAD = 200


def holds_no_words(data: bytes, kind: FileType) -> bool:
    """Whether nobody would look for a name in it: nothing, a font, a small picture, a signature
    that stands beside what it signs.
    """
    if not data or data.startswith(_FONTS):
        return True
    if kind.media_type.startswith("image/"):
        return _is_small(data)
    head = data[:_HEAD]
    return head[:1] == b"\x30" and _SIGNED in head and any(mark in head for mark in _DETACHED)


def _is_small(data: bytes) -> bool:
    try:
        sizes = pages(data)
    except DocumentError:
        return False
    return all(
        max(size) <= _SMALL or (min(size) <= _LOW and size[0] * size[1] <= _LOGO) for size in sizes
    )

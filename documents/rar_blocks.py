"""Whether a RAR archive is there to its end: libarchive takes one that was cut between two files
for a whole one.

RAR 5.0 archive format and the technical note of RAR 4 (rarlab.com): blocks with their sizes, the
last of which says that it is the end.
"""

RAR5 = b"Rar!\x1a\x07\x01\x00"
RAR4 = b"Rar!\x1a\x07\x00"
# As RAR 4 and 5 number their blocks and flags.
_END4, _END5 = 0x7B, 5
_HAS_EXTRA, _HAS_DATA, _LONG = 1, 2, 0x8000


def is_whole(data: bytes) -> bool:
    """Whether the archive's last block is there."""
    if data.startswith(RAR5):
        return _walk5(data, len(RAR5))
    return _walk4(data, len(RAR4))


def _walk5(data: bytes, at: int) -> bool:
    while at + 7 <= len(data):
        size, head = _number(data, at + 4)
        kind, place = _number(data, head)
        flags, place = _number(data, place)
        if kind == _END5:
            return head + size <= len(data)
        if flags & _HAS_EXTRA:
            _, place = _number(data, place)
        rest = _number(data, place)[0] if flags & _HAS_DATA else 0
        at = head + size + rest
    return False


def _walk4(data: bytes, at: int) -> bool:
    while at + 7 <= len(data):
        kind, flags = data[at + 2], int.from_bytes(data[at + 3 : at + 5], "little")
        size = int.from_bytes(data[at + 5 : at + 7], "little")
        if kind == _END4:
            return True
        if flags & _LONG:
            size += int.from_bytes(data[at + 7 : at + 11], "little")
        at += max(size, 7)
    return False


def _number(data: bytes, at: int) -> tuple[int, int]:
    """A number of seven bits a byte, the lowest first, and what stands behind it."""
    value = shift = 0
    while at < len(data):
        value |= (data[at] & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if data[at - 1] < 0x80:
            break
    return value, at

"""Compound files (OLE 2) written anew: an object inside one is a folder of its streams, and becomes
a file that its own reader takes. [MS-CFB] 2, version 3.
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field

# The container's own sizes and marks ([MS-CFB]).
_SECTOR, _MINI, _CUTOFF = 512, 64, 4096
_FREE, _END, _FAT, _DIFAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFC
_IN_HEADER = 109
_NONE = 0xFFFFFFFF
_STORAGE, _STREAM, _ROOT = 1, 2, 5
_BLACK = 1

Storage = Mapping[str, "bytes | Storage"]


@dataclass(slots=True)
class _Entry:
    name: str
    kind: int
    data: bytes = b""
    left: int = _NONE
    right: int = _NONE
    child: int = _NONE
    start: int = _END
    size: int = 0


@dataclass(slots=True)
class _File:
    sectors: list[bytes] = field(default_factory=list)
    table: list[int] = field(default_factory=list)

    def put(self, data: bytes) -> int:
        """Write a chain of sectors; the first of them."""
        return _chain(data, _SECTOR, self.sectors, self.table)


def _chain(data: bytes, size: int, sectors: list[bytes], table: list[int]) -> int:
    if not data:
        return _END
    start = len(sectors)
    for at in range(0, len(data), size):
        sectors.append(data[at : at + size].ljust(size, b"\x00"))
        table.append(len(sectors))
    table[-1] = _END
    return start


def pack(storage: Storage) -> bytes:
    """The file that holds these streams and folders of streams."""
    entries = [_Entry("Root Entry", _ROOT)]
    entries[0].child = _add(storage, entries)
    file, minis, mini_table = _File(), list[bytes](), list[int]()
    for entry in entries:
        if entry.kind == _STREAM:
            entry.size = len(entry.data)
            if entry.size < _CUTOFF:
                entry.start = _chain(entry.data, _MINI, minis, mini_table)
            else:
                entry.start = file.put(entry.data)
    small = b"".join(minis)
    entries[0].start, entries[0].size = file.put(small), len(small)
    mini_start = file.put(_numbers(mini_table))
    directory = file.put(b"".join(map(_packed, entries)))
    return _whole(file, directory, mini_start, -(-4 * len(mini_table) // _SECTOR))


def _add(storage: Storage, entries: list[_Entry]) -> int:
    """Add the entries of a folder as a tree that is sorted as the format asks; its top."""
    names = sorted(storage, key=lambda name: (len(name), name.upper()))
    numbers = []
    for name in names:
        item = storage[name]
        entry = _Entry(name, _STREAM, item) if isinstance(item, bytes) else _Entry(name, _STORAGE)
        numbers.append(len(entries))
        entries.append(entry)
        if not isinstance(item, bytes):
            entry.child = _add(item, entries)
    return _tree(numbers, entries)


def _tree(numbers: list[int], entries: list[_Entry]) -> int:
    if not numbers:
        return _NONE
    middle = len(numbers) // 2
    top = numbers[middle]
    entries[top].left = _tree(numbers[:middle], entries)
    entries[top].right = _tree(numbers[middle + 1 :], entries)
    return top


def _packed(entry: _Entry) -> bytes:
    name = entry.name.encode("utf-16-le")[:62] + b"\x00\x00"
    head = struct.pack("<64sHBBIII", name, len(name), entry.kind, _BLACK, entry.left, entry.right,
                       entry.child)  # fmt: skip
    return head + bytes(36) + struct.pack("<IQ", entry.start, entry.size)


def _numbers(table: list[int]) -> bytes:
    data = struct.pack(f"<{len(table)}I", *table)
    return data.ljust(-(-len(data) // _SECTOR) * _SECTOR, b"\xff")


def _whole(file: _File, directory: int, mini_start: int, mini_sectors: int) -> bytes:
    """The header, the sectors, and the table of the sectors, which has room for itself too."""
    per, used = _SECTOR // 4, len(file.sectors)
    tables = further = 0
    while tables * per < used + tables + further:
        tables = -(-(used + tables + further) // per)
        further = max(0, -(-(tables - _IN_HEADER) // (per - 1)))
    places = list(range(used, used + tables))
    table = [*file.table, *[_FAT] * tables, *[_DIFAT] * further]
    table += [_FREE] * (tables * per - len(table))
    header = struct.pack(
        "<8s16sHHHHH6xIIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6,
        0, tables, directory, 0, _CUTOFF, mini_start, mini_sectors,
        used + tables if further else _END, further, (places + [_FREE] * _IN_HEADER)[0],
    )  # fmt: skip
    header += struct.pack(f"<{_IN_HEADER - 1}I", *(places + [_FREE] * _IN_HEADER)[1:_IN_HEADER])
    more = [_further(places, number, further, used + tables) for number in range(further)]
    return header + b"".join(file.sectors) + struct.pack(f"<{len(table)}I", *table) + b"".join(more)


def _further(places: list[int], number: int, further: int, first: int) -> bytes:
    """A sector of places of the table that the header has no room for."""
    per = _SECTOR // 4 - 1
    start = _IN_HEADER + number * per
    mine = places[start : start + per]
    after = first + number + 1 if number + 1 < further else _END
    return struct.pack(f"<{per + 1}I", *mine, *[_FREE] * (per - len(mine)), after)

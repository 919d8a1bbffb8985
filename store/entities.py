"""The entities of a snapshot on disk: one JSON object a line, and a table of where they begin.

The table makes reading one entity cheap: of the lines that one alone is read and parsed. It has a
checksum of every line, and is itself checked against the copy's description when it is opened
(``store.copies``). So a damaged line is never taken for what was published, and nobody waits
for the checksum of a file of which three lines are needed.
"""

import json
import sys
from array import array
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO

from lists.particulars import with_particulars
from records import Entity, Snapshot
from records.as_json import entity_from_json, entity_line
from records.file_parts import FileParts
from store.copies import LINES, OFFSETS, check_table, damaged

MAGIC = b"NWOFFS02"
"""Begins the table. Then little-endian 64-bit numbers: the count n; n offsets of lines in file
order; n pairs of (hash of id, position), sorted by hash; n checksums of lines in file order."""
BEFORE = b"NWOFFS01"
"""Began it before there were checksums of lines."""
WORD = 8


def entities(snapshot: Snapshot) -> Iterator[Entity]:
    """Yield every entity of a snapshot in the publisher's order.

    Raises:
        StoreError: the files are missing or damaged.
    """
    with EntityFile(snapshot) as file:
        for position in range(len(file)):
            yield file.at(position)


class EntityFile:
    """Random access to the entities of one snapshot. Reads the table, and lines as they are needed.

    Raises:
        StoreError: the files are missing or damaged.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        table = snapshot.folder / OFFSETS
        try:
            self._table = table.read_bytes()
        except OSError as error:
            raise damaged(snapshot, OFFSETS, error) from error
        check_table(snapshot, self._table)
        self._count, self._checked = self._layout()
        self._lines = self._opened_lines()

    def _layout(self) -> tuple[int, bool]:
        """How many entities there are, and whether their lines have checksums."""
        checked = self._table[:WORD] == MAGIC
        known = checked or self._table[:WORD] == BEFORE
        count = self._word(1) if known and len(self._table) >= 2 * WORD else -1
        if len(self._table) != WORD * (2 + (4 if checked else 3) * count):
            raise damaged(self._snapshot, OFFSETS, ValueError("not a table of offsets"))
        if not checked and count != self._snapshot.entities:
            raise damaged(self._snapshot, OFFSETS, ValueError(f"{count} entries in it"))
        return count, checked

    def _opened_lines(self) -> FileParts | None:
        if not self._count:
            return None
        try:
            lines = FileParts(self._snapshot.folder / LINES)
            last = lines.read(max(0, lines.size - 1), lines.size)
        except OSError as error:
            raise damaged(self._snapshot, LINES, error) from error
        if last != b"\n":
            lines.close()
            raise damaged(self._snapshot, LINES, ValueError("its last line is cut"))
        return lines

    def __len__(self) -> int:
        return self._count

    def __enter__(self) -> "EntityFile":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file of lines."""
        if self._lines is not None:
            self._lines.close()

    def at(self, position: int) -> Entity:
        """The entity at a position in the publisher's order, counted from 0.

        Raises:
            IndexError: there is no such position.
        """
        if not 0 <= position < self._count:
            raise IndexError(position)
        line = self.line(position)
        try:
            return with_particulars(entity_from_json(json.loads(line)))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise damaged(self._snapshot, LINES, error) from error

    def line(self, position: int) -> bytes:
        """The entity at a position as it is written, to compare it without parsing.

        Raises:
            StoreError: it is not what was written.
        """
        if self._lines is None:
            raise IndexError(position)
        begin, end = self._word(2 + position), self._end(position) - 1
        try:
            line = self._lines.read(begin, end)
        except OSError as error:
            raise damaged(self._snapshot, LINES, error) from error
        if self._checked:
            whole = _checksum(line) == self._word(2 + 3 * self._count + position)
        else:
            whole = len(line) == end - begin and line[:1] == b"{" and b"\n" not in line
        if not whole:
            what = f"line {position + 1} is not what was written"
            raise damaged(self._snapshot, LINES, ValueError(what))
        return line

    def _end(self, position: int) -> int:
        """Where the line after it begins."""
        if position + 1 < self._count:
            return self._word(3 + position)
        return self._lines.size if self._lines else 0

    def positions(self) -> dict[int, int]:
        """The position of every entity by a number that only its id has (a hash of 64 bits)."""
        words = array("Q", self._table[WORD * (2 + self._count) : WORD * (2 + 3 * self._count)])
        if sys.byteorder == "big":
            words.byteswap()
        return dict(zip(words[::2], words[1::2], strict=True))

    def find(self, entity_id: str) -> Entity | None:
        """The entity with this id, or None."""
        wanted, low, high = _hash(entity_id), 0, self._count
        while low < high:
            middle = (low + high) // 2
            if self._hash_at(middle) < wanted:
                low = middle + 1
            else:
                high = middle
        while low < self._count and self._hash_at(low) == wanted:
            position = self._word(2 + self._count + 2 * low + 1)
            if position >= self._count:
                raise damaged(self._snapshot, OFFSETS, ValueError(f"no line {position + 1}"))
            entity = self.at(position)
            if entity.id == entity_id:
                return entity
            low += 1
        return None

    def _hash_at(self, rank: int) -> int:
        return self._word(2 + self._count + 2 * rank)

    def _word(self, number: int) -> int:
        return int.from_bytes(self._table[number * WORD : (number + 1) * WORD], "little")


class EntityWriter:
    """Writes entities and their table into a folder that nobody reads yet."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: BinaryIO = (folder / LINES).open("xb", buffering=1 << 20)
        self._end = 0
        self._offsets = array("Q")
        self._hashes: list[tuple[int, int]] = []
        self._checksums = array("Q")
        self.names = 0

    def add(self, entity: Entity) -> None:
        """Append one entity."""
        line = entity_line(entity).encode()
        self._hashes.append((_hash(entity.id), len(self._offsets)))
        self._offsets.append(self._end)
        self._checksums.append(_checksum(line))
        self._end += self._file.write(line + b"\n")
        self.names += len(entity.names)

    def __len__(self) -> int:
        return len(self._offsets)

    def close(self) -> None:
        """Finish both files."""
        self._file.close()
        table = array("Q", [len(self._offsets)])
        table.extend(self._offsets)
        for pair in sorted(self._hashes):
            table.extend(pair)
        table.extend(self._checksums)
        if sys.byteorder == "big":
            table.byteswap()
        (self._folder / OFFSETS).write_bytes(MAGIC + table.tobytes())

    def abandon(self) -> None:
        """Close without finishing."""
        self._file.close()


def _hash(entity_id: str) -> int:
    return _checksum(entity_id.encode())


def _checksum(data: bytes) -> int:
    return int.from_bytes(blake2b(data, digest_size=WORD).digest(), "little")

"""The entities of a snapshot on disk: one JSON object a line, and a table of where they begin.

The table makes reading one entity cheap: it is mapped, not read, and the line alone is parsed.
"""

import json
import mmap
import sys
from array import array
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from records import Entity, Snapshot, StoreError
from records.as_json import entity_from_json, entity_line

LINES = "entities.jsonl"
OFFSETS = "entities.offsets"
MAGIC = b"NWOFFS01"
"""Begins the table. Then little-endian 64-bit numbers: the count n; n offsets of lines in file
order; n pairs of (hash of id, position), sorted by hash."""
WORD = 8


def entities(snapshot: Snapshot) -> Iterator[Entity]:
    """Yield every entity of a snapshot in the publisher's order.

    Raises:
        StoreError: the file is missing or damaged.
    """
    path = snapshot.folder / LINES
    try:
        with path.open("rb") as file:
            for line in file:
                yield entity_from_json(json.loads(line))
    except (OSError, ValueError, KeyError) as error:
        raise _damaged(path, error) from error


class EntityFile:
    """Random access to the entities of one snapshot. Opens two files, loads neither.

    Raises:
        StoreError: the files are missing or damaged.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self._path = snapshot.folder / LINES
        table = snapshot.folder / OFFSETS
        try:
            self._table = _mapped(table)
        except (OSError, ValueError) as error:
            raise _damaged(table, error) from error
        self._count = self._word(1) if self._table[:WORD] == MAGIC else -1
        if len(self._table) != WORD * (2 + 3 * self._count):
            self._table.close()
            raise _damaged(table, ValueError("not a table of offsets"))
        try:
            # Mapped, not read: several threads may ask at once.
            self._lines = _mapped(self._path) if self._count else None
        except (OSError, ValueError) as error:
            self._table.close()
            raise _damaged(self._path, error) from error

    def __len__(self) -> int:
        return self._count

    def __enter__(self) -> "EntityFile":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the files."""
        self._table.close()
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
            return entity_from_json(json.loads(line))
        except (ValueError, KeyError) as error:
            raise _damaged(self._path, error) from error

    def line(self, position: int) -> bytes:
        """The entity at a position as it is written, to compare it without parsing."""
        if self._lines is None:
            raise IndexError(position)
        begin = self._word(2 + position)
        return self._lines[begin : self._lines.find(b"\n", begin)]

    def positions(self) -> dict[int, int]:
        """The position of every entity by a number that only its id has (a hash of 64 bits)."""
        words = array("Q", self._table[WORD * (2 + self._count) :])
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
            entity = self.at(self._word(2 + self._count + 2 * low + 1))
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
        self.names = 0

    def add(self, entity: Entity) -> None:
        """Append one entity."""
        line = entity_line(entity).encode() + b"\n"
        self._hashes.append((_hash(entity.id), len(self._offsets)))
        self._offsets.append(self._end)
        self._end += self._file.write(line)
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
        if sys.byteorder == "big":
            table.byteswap()
        (self._folder / OFFSETS).write_bytes(MAGIC + table.tobytes())

    def abandon(self) -> None:
        """Close without finishing."""
        self._file.close()


def _mapped(path: Path) -> mmap.mmap:
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def _hash(entity_id: str) -> int:
    return int.from_bytes(blake2b(entity_id.encode(), digest_size=WORD).digest(), "little")


def _damaged(path: Path, error: Exception) -> StoreError:
    return StoreError(
        f"{path}: cannot be read ({error}). Nothing was screened. "
        "Load the list again: namewarden update"
    )

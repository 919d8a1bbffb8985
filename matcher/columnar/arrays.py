"""Arrays on disk: written once, read whole on start. What was checked is what is used: a file that
is mapped instead can change under who has checked it, and ends the process when it is cut.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
import numpy.typing as npt
from numpy.lib import format as npy

from records.sealed import sealed, unsealed

Array = npt.NDArray[Any]
# The largest whole number of 64 bits, and of 32.
LARGEST, LARGEST_OF_32 = (1 << 63) - 1, (1 << 31) - 1


def spread(starts: Array, counts: Array) -> Array:
    """The places of many runs, one run after the other: ``(5, 2), (9, 1)`` gives ``5 6 9``."""
    # (For one name, of a few words, numpy's functions take twice as long as the arrays' methods.)
    ends = counts.cumsum()
    total = int(ends[-1]) if len(ends) else 0
    places: Array = np.arange(total) + (starts - (ends - counts)).repeat(counts)
    return places


def pair_key(row: Array, size: int, column: Array) -> Array:
    """One number for each pair, by which pairs are sorted and looked up: ``row * size + column``.

    Numbers of words and names are kept in 32 bits, which their products exceed, and numpy says
    nothing then: every key of two numbers is made here, in 64.

    Args:
        row: whole numbers, 0 or more.
        size: more than any of ``column``.
        column: whole numbers in ``[0, size)``; as many, or one for all.

    Raises:
        OverflowError: 64 bits are too few.

    >>> pair_key(np.array([3, 70_000], dtype=np.int32), 100_000, np.array([1, 2])).tolist()
    [300001, 7000000002]
    """
    if len(row) and (int(row.max()) + 1) * size > LARGEST:
        raise OverflowError(f"pairs of {int(row.max()) + 1} and {size} numbers need over 64 bits")
    key: Array = row.astype(np.int64) * size + column
    return key


def in_32_bits(numbers: Array) -> Array:
    """The same whole numbers in half the room.

    Raises:
        OverflowError: one of them needs more; numpy would keep its last 32 bits.
    """
    if len(numbers) and (numbers.max() > LARGEST_OF_32 or numbers.min() < -LARGEST_OF_32):
        raise OverflowError(f"{int(numbers.max())} needs more than 32 bits")
    return numbers.astype(np.int32)


def where_true(chosen: Array) -> Array:
    """Where some are chosen. (Of few ``np.flatnonzero`` takes three times as long.)"""
    return chosen.nonzero()[0]


def distinct(numbers: Array) -> Array:
    """Whole numbers in their order, each once. (``np.unique`` takes twenty times as long.)"""
    rising = np.sort(numbers)
    return rising[begins(rising)]


def begins(rising: Array) -> Array:
    """For each of some sorted numbers whether it is the first of its like."""
    first = np.empty(len(rising), dtype=np.bool_)
    first[:1] = True
    np.not_equal(rising[1:], rising[:-1], out=first[1:])
    return first


@dataclass(frozen=True)
class Strings:
    """Many strings in one array of bytes."""

    offsets: Array
    """One more than there are strings; the first is 0."""
    data: Array
    """UTF-8."""

    @classmethod
    def of(cls, strings: Sequence[str]) -> "Strings":
        """Pack strings, in their order."""
        return cls._packed([string.encode() for string in strings])

    @classmethod
    def of_letters(cls, strings: Sequence[str]) -> "Strings":
        """Pack strings of ASCII, so that a byte is a letter; what else is in them is not kept."""
        return cls._packed([string.encode("ascii", "replace") for string in strings])

    @classmethod
    def _packed(cls, encoded: Sequence[bytes]) -> "Strings":
        offsets = np.zeros(len(encoded) + 1, dtype=np.int64)
        np.array(list(map(len, encoded)), dtype=np.int64).cumsum(out=offsets[1:])
        return cls(offsets, np.frombuffer(b"".join(encoded), dtype=np.uint8))

    def __len__(self) -> int:
        return len(self.offsets) - 1

    @cached_property
    def lengths(self) -> Array:
        """The bytes of each."""
        found: Array = self.offsets[1:] - self.offsets[:-1]
        return found

    def __getitem__(self, number: int) -> str:
        offsets, data = self._views
        return str(data[offsets[number] : offsets[number + 1]], "utf-8")

    def at(self, numbers: Array) -> "Strings":
        """Some of the strings."""
        lengths = self.lengths[numbers]
        offsets = np.zeros(len(numbers) + 1, dtype=np.int64)
        lengths.cumsum(out=offsets[1:])
        return Strings(offsets, self.data[spread(self.offsets[numbers], lengths)])

    def followed_by(self, others: "Strings") -> "Strings":
        """These strings, and others behind them."""
        offsets = np.concatenate([self.offsets, self.offsets[-1] + others.offsets[1:]])
        return Strings(offsets, np.concatenate([self.data, others.data]))

    def pick(self, numbers: Array) -> list[bytes]:
        """Some of the strings, as bytes."""
        starts, ends = self.offsets[numbers].tolist(), self.offsets[numbers + 1].tolist()
        whole = self._bytes
        return [whole[start:end] for start, end in zip(starts, ends, strict=True)]

    @cached_property
    def _views(self) -> tuple[memoryview, memoryview]:
        """The same as views: reading one number of an array takes twice as long."""
        return self.offsets.data, self.data.data

    @cached_property
    def _bytes(self) -> bytes:
        return self.data.tobytes()


@dataclass(frozen=True, slots=True)
class Groups:
    """For each of many rows, some numbers: a sparse matrix without values (CSR)."""

    offsets: Array
    values: Array

    @classmethod
    def by_row(cls, rows: Array, values: Array, count: int) -> "Groups":
        """Group values by their row; within a row they keep their order."""
        order = np.argsort(rows, kind="stable")
        offsets = np.zeros(count + 1, dtype=np.int64)
        np.cumsum(np.bincount(rows, minlength=count), out=offsets[1:])
        return cls(offsets, in_32_bits(values[order]))

    def counts(self, rows: Array) -> Array:
        """How many numbers some rows have."""
        count: Array = self.offsets[rows + 1] - self.offsets[rows]
        return count

    def __getitem__(self, row: int) -> Array:
        part: Array = self.values[self.offsets[row] : self.offsets[row + 1]]
        return part


# So few hashes are quickest searched for one by one.
FEW = 8
# Looking so many hashes up, at once or one after the other, is worth making a sieve and a table
# for, which takes 10 ms.
MANY, MANY_IN_ALL = 1000, 5000
# Bits of the sieve, and places of the table, for each hash that is stored, at least.
_SIEVE, _TABLE = 8, 0.5


@dataclass(frozen=True)
class Lookup:
    """Numbers found by a 32-bit hash; several may share one."""

    hashes: Array
    """Sorted."""
    values: Array

    @classmethod
    def of(cls, hashes: Sequence[int] | Array, values: Sequence[int] | Array) -> "Lookup":
        """Sort by hash, then by value."""
        keys = np.array(hashes, dtype=np.uint32)
        numbers = in_32_bits(np.asarray(values, dtype=np.int64))
        order = np.lexsort((numbers, keys))
        return cls(keys[order], numbers[order])

    def find_each(self, hashes: Array) -> tuple[Array, Array]:
        """All numbers under each hash.

        Args:
            hashes: 32-bit hashes.

        Returns:
            Two arrays of one length: places in ``hashes``, rising, and a number found there.
        """
        places, at = self._places(hashes)
        found: Array = self.values[at]
        return places, found

    def find_weighed(self, hashes: Array, weights: Array) -> tuple[Array, Array, Array]:
        """As ``find_each``, and the weight that stands beside each number."""
        places, at = self._places(hashes)
        return places, self.values[at], weights[at]

    def _places(self, hashes: Array) -> tuple[Array, Array]:
        """Places in ``hashes``, and where each stands among those that are stored."""
        count = len(hashes)
        if count <= FEW or self._are_few(count):
            starts = self.hashes.searchsorted(hashes)
            counts = self.hashes.searchsorted(hashes, side="right") - starts
            return np.arange(count).repeat(counts), spread(starts, counts)
        # A binary search for each would wait for the memory twenty times, and of many most are not
        # there.
        there = self._sieved(hashes) if count >= MANY else np.arange(count)
        wanted = hashes[there]
        bits, table = self._table
        high = wanted >> np.uint32(32 - bits)
        starts = table[high]
        counts = table[high + np.uint32(1)] - starts
        at, owner = spread(starts, counts), np.arange(len(wanted)).repeat(counts)
        same = where_true(self.hashes[at] == wanted[owner])
        return there[owner[same]], at[same]

    def _are_few(self, count: int) -> bool:
        """Whether so many more hashes are so few that each is searched for by itself."""
        kept = self.__dict__
        asked = kept["_asked"] = kept.get("_asked", 0) + count
        return count < MANY and asked < MANY_IN_ALL and "_table" not in kept

    def _sieved(self, hashes: Array) -> Array:
        """The places of those hashes that may be there."""
        bits, sieve = self._sieve
        high = hashes >> np.uint32(32 - bits)
        return where_true(sieve[high >> np.uint32(3)] & _BIT[high & np.uint32(7)])

    @cached_property
    def _sieve(self) -> tuple[int, Array]:
        """How many high bits of a hash it goes by, and a bit for each value that some hash has."""
        bits = _bits(len(self.hashes) * _SIEVE)
        there = np.zeros(1 << bits, dtype=np.bool_)
        there[self.hashes >> np.uint32(32 - bits)] = True
        return bits, np.packbits(there)

    @cached_property
    def _table(self) -> tuple[int, Array]:
        """How many high bits of a hash it goes by, and where the hashes of each value begin."""
        bits = _bits(int(len(self.hashes) * _TABLE))
        counts = np.bincount(self.hashes >> np.uint32(32 - bits), minlength=1 << bits)
        few = len(self.hashes) <= LARGEST_OF_32
        table = np.zeros((1 << bits) + 1, dtype=np.int32 if few else np.int64)
        np.cumsum(counts, out=table[1:])
        return bits, table

    def find(self, hashes: Sequence[int]) -> Array:
        """All numbers under any of the hashes, each once, sorted."""
        _, found = self.find_each(np.array(hashes, dtype=np.uint32))
        return distinct(found)


def _bits(count: int) -> int:
    """How many bits tell so many things apart; from 8 to 24."""
    return min(24, max(8, count.bit_length()))


# The bits of a byte, as numpy packs them: the first is the highest.
_BIT = np.packbits(np.eye(8, dtype=np.bool_), axis=1).ravel()


def write(folder: Path, arrays: Mapping[str, Array], meta: Mapping[str, Any]) -> None:
    """Write arrays as ``.npy``, and ``meta.json`` last: with it the folder is whole.

    Checksums tell a damaged file, which would answer wrongly without a word: they are of all its
    bytes, since a header that says another type or shape is as wrong as another number.
    """
    folder.mkdir(parents=True, exist_ok=True)
    checksums = {}
    for name, array in sorted(arrays.items()):
        path = folder / f"{name}.npy"
        np.save(path, np.ascontiguousarray(array), allow_pickle=False)
        checksums[name] = _checksum(path)
    text = sealed({**meta, "arrays": checksums})
    (folder / "meta.json").write_text(text, encoding="utf-8")


def read(folder: Path) -> tuple[dict[str, Array], dict[str, Any]]:
    """Read the arrays of a folder; nobody can write to them.

    Raises:
        OSError, ValueError, KeyError: the folder is not whole.
    """
    meta = unsealed((folder / "meta.json").read_bytes())
    arrays: dict[str, Array] = {}
    for name, checksum in meta["arrays"].items():
        path = folder / f"{name}.npy"
        content = path.read_bytes()
        if crc32(content) != checksum:
            raise ValueError(f"{path} is damaged")
        arrays[name] = _array(content)
    return arrays, meta


def _array(content: bytes) -> Array:
    """The array that a whole ``.npy`` file holds, where it lies."""
    file = BytesIO(content)
    if npy.read_magic(file) != (1, 0):
        raise ValueError("not as numpy.save writes arrays")
    shape, _, dtype = npy.read_array_header_1_0(file)
    return np.ndarray(shape, dtype, buffer=content, offset=file.tell())


def _checksum(path: Path) -> int:
    """CRC-32 of a file. (40 MB take 12 ms, where SHA-256 takes 40 ms of every cold start.)"""
    return crc32(path.read_bytes())

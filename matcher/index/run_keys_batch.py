"""The first letters of neighbouring words, and the keys of what they spell, for many at once.

The key is that of ``keys.hashed``: a CRC-32, which follows letter by letter from the one before.
"""

from dataclasses import dataclass

import numpy as np

from matcher.columnar.arrays import Array
from matcher.comparison.acronyms import LONGEST_ACRONYM, SHORTEST_ACRONYM
from matcher.lexicon.keys import hashed

# CRC-32's, as ``zlib.crc32`` has it.
_POLYNOMIAL = 0xEDB88320


@dataclass(frozen=True, slots=True)
class Runs:
    """Runs of letters that one word each may be short for; arrays of one length."""

    first: Array
    """The place of the first letter."""
    count: Array
    """How many letters."""
    key: Array
    met: Array
    """The information in their words."""


def runs(kind: str, letters: Array, owner: Array, begins: Array, weight: Array) -> Runs:
    """All runs of whole words that have as many letters as an acronym may have.

    Args:
        kind: of the keys, one letter, as in ``keys.hashed``.
        letters: ASCII codes of the first letters of words, in a row; of a phrase one for each part.
        owner: the query that each is of, rising.
        begins: whether each is the first of its word.
        weight: the information in its word where it is the first of it, else 0.
    """
    count = len(letters)
    ends = np.ones(count, dtype=np.bool_)
    np.logical_or(begins[1:], owner[1:] != owner[:-1], out=ends[:-1])
    crc = np.full(count, hashed(kind, "") ^ 0xFFFFFFFF, dtype=np.uint32)
    met = np.zeros(count)
    good = np.zeros((count, LONGEST_ACRONYM + 1), dtype=np.bool_)
    keys, sums = np.zeros(good.shape, dtype=np.uint32), np.zeros(good.shape)
    for length in range(1, min(LONGEST_ACRONYM, count) + 1):
        left = count - length + 1
        crc, met = crc[:left], met[:left] + weight[length - 1 :]
        crc = _TABLE[(crc ^ letters[length - 1 :]) & 0xFF] ^ (crc >> np.uint32(8))
        if length >= SHORTEST_ACRONYM:
            inside = owner[:left] == owner[length - 1 :]
            good[:left, length] = begins[:left] & ends[length - 1 :] & inside
            keys[:left, length], sums[:left, length] = crc ^ np.uint32(0xFFFFFFFF), met
    first, lengths = np.nonzero(good)
    return Runs(first, lengths, keys[good], sums[good])


def _table() -> Array:
    table = np.arange(256, dtype=np.uint32)
    for _ in range(8):
        table = np.where(table & 1, np.uint32(_POLYNOMIAL) ^ (table >> 1), table >> 1)
    return table.astype(np.uint32)


_TABLE = _table()

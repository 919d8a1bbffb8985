"""A number for every spelling, for many words at once: a sum of its letters times powers.

Words of one number are written alike: two spellings of a dozen letters share one of 64 bits by
chance once in a hundred million million pairs. Sums of a part of the letters, and of one word after
another, follow from these.
"""

from dataclasses import dataclass
from functools import lru_cache
from operator import mul

import numpy as np

from matcher.columnar.arrays import Array, Strings, where_true

# 2^64 over the golden ratio, whose bits are mixed well. Set by hand: any odd number would do.
BASE = 0x9E3779B97F4A7C15
_ALL = (1 << 64) - 1
# What moves a number one letter to the front.
ONE_BACK = np.uint64(pow(BASE, -1, 1 << 64))
_MIX = np.uint64(0xBF58476D1CE4E5B9)
# The salts of the keys of words as they are written, of their skeletons, of their stems, and of
# their coarsest spellings.
WRITTEN, SPELLED, STEM, COARSE = 24, 32, 40, 48
# Letters whose places need not be looked through for the last.
_FEW = 1024
_HIGH, _HALF = np.uint64(29), np.uint64(32)


@dataclass(frozen=True, slots=True)
class RollingHash:
    """The letters of some words in a row, and what they add up to."""

    letters: Array
    place: Array
    """Of each letter in its word, from 0."""
    start: Array
    """Of each word among the letters."""
    end: Array
    before: Array
    """What the letters before each add up to; one more than there are letters."""

    @classmethod
    def of(cls, words: Strings) -> "RollingHash":
        """Add the letters of words up."""
        letters = words.data.astype(np.uint64)
        start, end = words.offsets[:-1], words.offsets[1:]
        place = np.arange(len(letters)) - start.repeat(end - start)
        return cls(letters, place, start, end, _before(letters * _powers_at(place)))

    def numbers(self) -> Array:
        """The number of each word; 0 for one without letters."""
        found: Array = self.before[self.end] - self.before[self.start]
        return found

    def without_one(self, chosen: Array) -> tuple[Array, Array]:
        """The numbers of words without one of their letters, for each of the letters.

        Args:
            chosen: for every word whether it is wanted.

        Returns:
            Words, and a number of each; of one length.
        """
        # What follows the letter that is left out moves one place to the front.
        moved = _before(self.letters * _powers_at(self.place - 1))
        length = self.end - self.start
        word = np.arange(len(length)).repeat(length)
        letter = where_true(chosen[word])
        word = word[letter]
        head = self.before[letter] - self.before[self.start[word]]
        return word, head + moved[self.end[word]] - moved[letter + 1]


def numbers_of(words: Strings) -> Array:
    """The number of each spelling."""
    return RollingHash.of(words).numbers()


def mix(numbers: Array, salt: int) -> Array:
    """Keys of 32 bits; those of another salt are others."""
    salted = numbers + np.uint64(salt)
    keys: Array = (((salted ^ (salted >> _HIGH)) * _MIX) >> _HALF).astype(np.uint32)
    return keys


def key_of(text: str, salt: int) -> int:
    """The key of one spelling: ``mix`` of its number."""
    letters = text.encode("ascii", "replace")
    number: int = (sum(map(mul, letters, powers(len(letters)).tolist())) + salt) & _ALL
    return ((number ^ (number >> 29)) * int(_MIX) & _ALL) >> 32


def powers_of(lengths: Array) -> Array:
    """What the number of another word is multiplied by to stand behind words of these lengths: the
    number of both as one word is then the sum of the two.
    """
    found: Array = _powers_from_0(max(64, int(lengths.max(initial=0))))[lengths]
    return found


def moved_to_the_front(numbers: Array, places: Array) -> Array:
    """The numbers that letters have as words of their own which stood so many places on in others.

    >>> inside = RollingHash.of(Strings.of(["northstar"]))
    >>> star = inside.before[9:] - inside.before[5]
    >>> moved_to_the_front(star, np.array([5])) == numbers_of(Strings.of(["star"]))
    array([ True])
    """
    found: Array = numbers * _powers_back(max(64, int(places.max(initial=0))))[places]
    return found


def powers(count: int) -> Array:
    """What the first letters of a word are multiplied by."""
    return _powers(max(64, 1 << (count - 1).bit_length()))[:count]


def _powers_at(place: Array) -> Array:
    # In few letters no place is far.
    count = len(place) if len(place) <= _FEW else int(place.max()) + 1
    found: Array = powers(count)[place]
    return found


@lru_cache(maxsize=32)
def _powers_from_0(count: int) -> Array:
    return np.concatenate([np.ones(1, dtype=np.uint64), powers(count)])


@lru_cache(maxsize=32)
def _powers_back(count: int) -> Array:
    back = np.cumprod(np.full(count, ONE_BACK, dtype=np.uint64))
    return np.concatenate([np.ones(1, dtype=np.uint64), back])


@lru_cache(maxsize=32)
def _powers(count: int) -> Array:
    return np.cumprod(np.full(count, BASE, dtype=np.uint64))


def _before(values: Array) -> Array:
    sums = np.zeros(len(values) + 1, dtype=np.uint64)
    values.cumsum(out=sums[1:])
    return sums

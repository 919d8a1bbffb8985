"""Keys under which misspelt words find each other, for many words at once.

Words one edit apart share what is left when either loses a letter (deletion neighbourhood); longer
words two edits apart share what is left of their heads without two letters, as in SymSpell
(https://github.com/wolfgarbe/SymSpell). A word has dozens of such keys: they are sums of letters
times powers of a number, worked out as products of matrices for all words of one length.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

import numpy as np

from matcher.arrays import Array

# A word of four letters may be one of five that lost a letter.
SHORTEST, DELETED_FROM = 4, 5
# From so many letters on two edits are one word misspelt; its first letters are enough to find it.
TWO_EDITS_FROM, HEAD = 8, 8
_BASE = 0x9E3779B97F4A7C15
_MIX = 0xBF58476D1CE4E5B9
_MASK = (1 << 64) - 1


def typo_keys(forms: Sequence[str], salt: int) -> tuple[Array, Array]:
    """The keys of some words.

    Args:
        forms: words in ``a-z0-9``.
        salt: a number that keeps these keys apart from those of other spellings of the words.

    Returns:
        Places in ``forms``, and a 32-bit key of the word there; of one length.
    """
    by_length: dict[int, list[int]] = {}
    for place, form in enumerate(forms):
        if len(form) >= SHORTEST:
            by_length.setdefault(len(form), []).append(place)
    owners, keys = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.uint32)]
    for length, places in by_length.items():
        joined = "".join([forms[place] for place in places]).encode("ascii", "replace")
        letters = np.frombuffer(joined, dtype=np.uint8).reshape(len(places), length)
        for weights, number in _products(length):
            found = letters[:, : len(weights)].astype(np.uint64) @ weights
            keys.append(_mixed(found + np.uint64(salt * 8 + number)).ravel())
            owners.append(np.repeat(np.array(places, dtype=np.int64), weights.shape[1]))
    return np.concatenate(owners), np.concatenate(keys)


@lru_cache(maxsize=64)
def _products(length: int) -> tuple[tuple[Array, int], ...]:
    """What the letters of words of a length are multiplied by, and a number for the kind of key."""
    found = [(_weights(length, [()]), 1)]
    if length >= DELETED_FROM:
        found.append((_weights(length, [(place,) for place in range(length)]), 1))
    if length >= TWO_EDITS_FROM:
        found.append((_weights(HEAD, list(combinations(range(HEAD), 2))), 2))
    return tuple(found)


def _weights(length: int, left_out: Sequence[tuple[int, ...]]) -> Array:
    """For each letter its power in the sum of each key, none where it is left out."""
    weights = np.zeros((length, len(left_out)), dtype=np.uint64)
    for column, out in enumerate(left_out):
        kept = [place for place in range(length) if place not in out]
        for place, power in zip(kept, _powers(), strict=False):
            weights[place, column] = power
    return weights


def _powers() -> Iterator[np.uint64]:
    power = 1
    while True:
        power = power * _BASE & _MASK
        yield np.uint64(power)


def _mixed(sums: Array) -> Array:
    mixed = (sums ^ (sums >> np.uint64(29))) * np.uint64(_MIX)
    keys: Array = (mixed >> np.uint64(32)).astype(np.uint32)
    return keys

"""Keys under which misspelt words find each other, for many words at once.

Words one edit apart share what is left when either loses a letter (deletion neighbourhood); longer
words two edits apart share what is left of their heads without two letters, as in SymSpell
(https://github.com/wolfgarbe/SymSpell). A word has dozens of such keys: they are sums of letters
times powers of a number, worked out for all words together. A word of seven letters may be a longer
one that lost a letter or two: without one letter it is what is left of that one's head.
"""

from functools import cache
from itertools import combinations

import numpy as np

from matcher.columnar.arrays import Array, Strings, where_true
from matcher.columnar.rolling_hash import RollingHash, mix, powers

# A word of four letters may be one of five that lost a letter.
SHORTEST, DELETED_FROM = 4, 5
# From so many letters on two edits are one word misspelt; its first letters are enough to find it.
TWO_EDITS_FROM, HEAD = 8, 8


def typo_keys(words: Strings, salts: Array) -> tuple[Array, Array]:
    """The keys of some words.

    Args:
        words: in ``a-z0-9``.
        salts: for each a number that keeps its keys apart from those of other spellings of words.

    Returns:
        Places in ``words``, and a 32-bit key of the word there; of one length.
    """
    hashes, length = RollingHash.of(words), words.lengths
    whole = where_true(length >= SHORTEST)
    shortened, numbers = hashes.without_one(length >= DELETED_FROM)
    long = where_true(length >= TWO_EDITS_FROM)
    heads = hashes.letters[hashes.start[long][:, None] + np.arange(HEAD)] @ _without_two()
    # A word of eight letters that lost one is left of itself without a second.
    lost = length[shortened] == TWO_EDITS_FROM - 1
    of_one = np.concatenate([whole, shortened])
    of_two = np.concatenate([long.repeat(heads.shape[1]), shortened[lost]])
    salted = salts.astype(np.uint64) * np.uint64(8)
    by_one = np.concatenate([hashes.numbers()[whole], numbers]) + salted[of_one]
    by_two = np.concatenate([heads.ravel(), numbers[lost]]) + salted[of_two]
    keys = np.concatenate([mix(by_one, 1), mix(by_two, 2)])
    return np.concatenate([of_one, of_two]), keys


@cache
def _without_two() -> Array:
    """For each letter of a head its power in each sum, none where it is one of two left out."""
    columns = list(combinations(range(HEAD), 2))
    weights = np.zeros((HEAD, len(columns)), dtype=np.uint64)
    for column, out in enumerate(columns):
        kept = [place for place in range(HEAD) if place not in out]
        weights[kept, column] = powers(len(kept))
    return weights

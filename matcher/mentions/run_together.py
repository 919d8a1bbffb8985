"""Letters of several listed words in a row: ``BANKTEJARAT``, of a name spaced out letter by letter
whose words have no more between them than its letters.
"""

from collections.abc import Iterator

import numpy as np

from matcher.columnar.grouping import is_among
from matcher.index.whole_names import WholeNames, token_hash
from matcher.lexicon.folding import fold

# Letters of a row that is looked through; a longer one is no name.
LONGEST = 200
# The sum of the squared lengths of a row's listed words, for each of its letters; with less the row
# stays whole: ``SOVCOMFLOD`` is a slip, though a list may have *sov*, *com* and *flod*.
LONG_ON_AVERAGE = 3.5
# Letters of a listed word that is looked for in it.
SHORTEST_WORD, LONGEST_WORD = 2, 24


def word_starts(letters: str, names: WholeNames) -> Iterator[int]:
    """Where words begin in a row of letters, but for the first.

    Of all ways to cut it the one whose listed words are longest, by the sum of their squared
    lengths; letters that are of none stand together. A row that is a listed word stays whole, and
    one of short ones.

    Args:
        letters: of one row, without spaces.
        names: the listed names.
    """
    form = fold(letters)
    length = len(form)
    if length != len(letters) or length > LONGEST:
        return
    spans = [
        (start, end)
        for end in range(SHORTEST_WORD, length + 1)
        for start in range(max(0, end - LONGEST_WORD), end - SHORTEST_WORD + 1)
    ]
    hashes = np.array([token_hash(form[start:end]) for start, end in spans], dtype=np.uint64)
    listed = is_among(names.distinct_tokens, hashes)
    best = [0] * (length + 1)
    begun = list(range(-1, length))
    at = 0
    for end in range(1, length + 1):
        best[end] = best[end - 1]
        while at < len(spans) and spans[at][1] == end:
            start, value = spans[at][0], best[spans[at][0]] + (end - spans[at][0]) ** 2
            if listed[at] and value > best[end]:
                best[end], begun[end] = value, start
            at += 1
    if best[length] >= LONG_ON_AVERAGE * length:
        yield from _cuts(begun, length)


def _cuts(begun: list[int], length: int) -> Iterator[int]:
    """Where the words begin, from the last: neighbouring letters of none are one word."""
    end, was_listed = length, True
    while end:
        start = begun[end]
        is_listed = end - start > 1
        if end < length and (is_listed or was_listed):
            yield end
        end, was_listed = start, is_listed

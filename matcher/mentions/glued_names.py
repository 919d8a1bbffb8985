"""Words in capitals that are a listed name without its spaces: ``BANKTEJARAT``, ``GRODNOAZOTOAO``.

Payment messages and scanned forms lose spaces, and in capitals nothing else shows where a word
begins.
"""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from matcher.columnar.arrays import Array
from matcher.columnar.grouping import is_among
from matcher.index.index import NameIndex
from matcher.index.whole_names import WholeNames, pair_keys, token_hash
from matcher.lexicon.everyday import LEAST
from matcher.lexicon.folding import fold
from matcher.mentions.document import Text
from matcher.mentions.run_together import word_starts
from matcher.mentions.word_flags import WordFlag, has
from matcher.names.term_weights import RARE

# Letters of such a word, and of each of its two.
SHORTEST, LONGEST, SHORTEST_PART = 9, 40, 3
# Letters of one of three words and more.
SHORTEST_OF_SEVERAL = 12


def glued_names(text: Text, index: NameIndex) -> Iterator[int]:
    """Where spaces are missing, in code points of the text.

    Args:
        text: the document.
        index: the listed names, and the words of ordinary language.
    """
    length = text.end - text.start
    upper = has(text.flags, WordFlag.UPPER) & (length >= SHORTEST) & (length <= LONGEST)
    places = np.flatnonzero(upper)
    cuts: dict[str, list[int]] = {}
    for place in places.tolist():
        start = int(text.start[place])
        written = text.text[start : int(text.end[place])]
        if written not in cuts:
            cuts[written] = _cut(written, index)
        yield from (start + cut for cut in cuts[written])


def _cut(written: str, index: NameIndex) -> list[int]:
    """Where the words of a listed name begin in letters that no language and no list has as one,
    but for the first; nothing where they are none.
    """
    form, names, language = fold(written), index.whole_names, index.language
    if len(form) != len(written) or not form.isalpha():
        return []
    if language.zipf_of(form) > RARE or language.everyday.zipf_of(form) >= LEAST:
        return []
    if is_among(names.distinct_tokens, np.array([token_hash(form)], dtype=np.uint64))[0]:
        return []
    places = range(SHORTEST_PART, len(form) - SHORTEST_PART + 1)
    left = np.array([token_hash(form[:place]) for place in places], dtype=np.uint64)
    right = np.array([token_hash(form[place:]) for place in places], dtype=np.uint64)
    found, row = names.by_pair.find_each(pair_keys(left, right))
    pairs = zip(found.tolist(), row.tolist(), strict=True)
    for at, number in pairs:
        if _is_whole(names, number, np.array([left[at], right[at]])):
            return [places[at]]
    return _several(form, names) if len(form) >= SHORTEST_OF_SEVERAL else []


def _several(form: str, names: WholeNames) -> list[int]:
    """The same of a name of three words and more, cut where ``run_together`` cuts the letters."""
    cuts = list(word_starts(form, names))[::-1]
    if len(cuts) < 2:
        return []
    edges = [0, *cuts, len(form)]
    words = np.array([token_hash(form[a:b]) for a, b in pairwise(edges)], dtype=np.uint64)
    _, rows = names.by_pair.find_each(pair_keys(words[:-1], words[1:]))
    return cuts if any(_is_whole(names, row, words) for row in rows.tolist()) else []


def _is_whole(names: WholeNames, row: int, words: Array) -> bool:
    """Whether words are all of a row."""
    listed = names.token[names.token_at[row] : names.token_at[row + 1]]
    return len(listed) == len(words) and bool((listed == words).all())

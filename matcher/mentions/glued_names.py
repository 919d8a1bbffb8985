"""Words in capitals that are a listed name of two words without its space: ``BANKTEJARAT``.

Payment messages and scanned forms lose spaces, and in capitals nothing else shows where a word
begins.
"""

from collections.abc import Iterator

import numpy as np

from matcher.columnar.arrays import Array
from matcher.columnar.grouping import is_among
from matcher.index.index import NameIndex
from matcher.index.whole_names import WholeNames, pair_keys, token_hash
from matcher.lexicon.everyday import LEAST
from matcher.lexicon.folding import fold
from matcher.mentions.document import Text
from matcher.mentions.word_flags import WordFlag, has
from matcher.names.term_weights import RARE

# Letters of such a word, and of each of its two.
SHORTEST, LONGEST, SHORTEST_PART = 9, 40, 3


def glued_names(text: Text, index: NameIndex) -> Iterator[int]:
    """Where spaces are missing, in code points of the text.

    Args:
        text: the document.
        index: the listed names, and the words of ordinary language.
    """
    length = text.end - text.start
    upper = has(text.flags, WordFlag.UPPER) & (length >= SHORTEST) & (length <= LONGEST)
    places = np.flatnonzero(upper)
    cuts: dict[str, int | None] = {}
    for place in places.tolist():
        start = int(text.start[place])
        written = text.text[start : int(text.end[place])]
        if written not in cuts:
            cuts[written] = _cut(written, index)
        cut = cuts[written]
        if cut is not None:
            yield start + cut


def _cut(written: str, index: NameIndex) -> int | None:
    """Where the second word of a listed name begins in letters that no language and no list has as
    one; None where they are none.
    """
    form, names, language = fold(written), index.whole_names, index.language
    if len(form) != len(written) or not form.isalpha():
        return None
    if language.zipf_of(form) > RARE or language.everyday.zipf_of(form) >= LEAST:
        return None
    if is_among(names.distinct_tokens, np.array([token_hash(form)], dtype=np.uint64))[0]:
        return None
    places = range(SHORTEST_PART, len(form) - SHORTEST_PART + 1)
    left = np.array([token_hash(form[:place]) for place in places], dtype=np.uint64)
    right = np.array([token_hash(form[place:]) for place in places], dtype=np.uint64)
    found, row = names.by_pair.find_each(pair_keys(left, right))
    pairs = zip(found.tolist(), row.tolist(), strict=True)
    whole = (places[at] for at, number in pairs if _is_whole(names, number, left[at], right[at]))
    return next(whole, None)


def _is_whole(names: WholeNames, row: int, left: Array, right: Array) -> bool:
    """Whether two words are all of a row."""
    words = names.token[names.token_at[row] : names.token_at[row + 1]]
    return len(words) == 2 and bool(words[0] == left and words[1] == right)

"""Words in a row that the list writes as one: ``Prom svyaz bank``. Two are laid beside the name as
they stand (``anchor_hits``), of three the spaces are taken out.
"""

from collections.abc import Iterator

import numpy as np

from matcher.columnar.arrays import where_true
from matcher.columnar.grouping import is_among
from matcher.mentions.anchor_hits import Search
from matcher.mentions.document import Text
from matcher.mentions.word_flags import WordFlag, has

_WORDS = 3


def torn_names(text: Text, search: Search) -> Iterator[int]:
    """Where spaces are too many, in code points of the text.

    Args:
        text: the document.
        search: with the words that point to listed names.
    """
    number = text.number
    if len(number) < _WORDS:
        return
    plain = ~has(text.flags, WordFlag.STOP | WordFlag.NUMBER)
    next_to = plain[:-1] & plain[1:] & (np.diff(text.at) == 1)
    first = where_true(next_to[:-1] & next_to[1:] & has(text.flags[:-2], WordFlag.CAPITAL))
    words = search.words
    two = words.joined(number[first], number[first + 1])
    spelled = words.joined_to(two, number[first + 2])
    for place in first[is_among(search.anchors.joined, spelled)].tolist():
        for word in (place, place + 1):
            end, start = int(text.end[word]), int(text.start[word + 1])
            if text.text[end:start] == " ":
                yield end

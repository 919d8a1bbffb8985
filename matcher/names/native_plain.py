"""Names in scripts whose letters read well one by one (Armenian, Georgian, those of India): only
the words that tables translate are read otherwise.
"""

import re
from collections.abc import Iterator

from matcher.lexicon.native_words import native_words
from matcher.names.native_pieces import Cut, CutKind, Piece, spaced_words

# Armenian, Georgian; Devanagari to Malayalam.
PLAIN = re.compile("[\u0531-\u058f\u10a0-\u10ff\u1c90-\u1cbf\u0900-\u0d7f]")


def plain_cuts(text: str) -> Iterator[Cut]:
    """The ways to cut a name that has letters of such a script."""
    known = native_words()
    pieces = [
        Piece(start, end, known[word])
        for start, end, word in spaced_words(text, PLAIN)
        if word in known
    ]
    if pieces:
        yield pieces, CutKind.NAME

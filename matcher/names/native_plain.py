"""Names in scripts whose letters read well one by one (Armenian, Georgian, those of India and
Ethiopia): only the words that tables translate, and persons' names that lists spell otherwise, are
read otherwise.
"""

import re
from collections.abc import Iterator

from matcher.lexicon.english_sounds import name_by_sound
from matcher.lexicon.native_words import native_words
from matcher.lexicon.scripts import latin
from matcher.names.native_pieces import Cut, CutKind, Piece, spaced_words

# Armenian, Georgian; Devanagari to Sinhala; Ethiopic.
PLAIN = re.compile("[\u0531-\u058f\u10a0-\u10ff\u1c90-\u1cbf\u0900-\u0dff\u1200-\u139f]")


def plain_cuts(text: str) -> Iterator[Cut]:
    """The ways to cut a name that has letters of such a script."""
    pieces = [
        Piece(start, end, ways)
        for start, end, word in spaced_words(text, PLAIN)
        if (ways := native_words().get(word) or _name(text[start:end]))
    ]
    if pieces:
        yield pieces, CutKind.NAME


def _name(word: str) -> tuple[str, ...]:
    """A person's name by its sound, and as its letters read."""
    named = name_by_sound(word)
    return (*named, latin(word)) if named else ()

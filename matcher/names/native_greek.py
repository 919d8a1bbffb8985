"""Greek names as Latin letters may write them: translated words, and letters by ELOT 743 and as
passports and the press have them.
"""

import re
from collections.abc import Iterator

from matcher.lexicon.english_sounds import name_by_sound
from matcher.lexicon.greek import spellings
from matcher.lexicon.native_words import native_words
from matcher.names.native_pieces import Cut, CutKind, Piece, spaced_words

GREEK = re.compile("[\u0370-\u03ff\u1f00-\u1fff]")


def greek_cuts(text: str) -> Iterator[Cut]:
    """The ways to cut a name that has Greek letters."""
    known = native_words()
    pieces = [
        Piece(start, end, known.get(word) or _spelt(text[start:end]))
        for start, end, word in spaced_words(text, GREEK)
    ]
    if pieces:
        yield pieces, CutKind.NAME


def _spelt(word: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*spellings(word)[:4], *name_by_sound(word), *spellings(word)[4:])))

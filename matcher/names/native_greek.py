"""Greek names as Latin letters may write them: translated words, and letters by ELOT 743 and as
passports and the press have them.
"""

import re
from collections.abc import Iterator, Sequence

from matcher.lexicon.english_sounds import name_by_sound
from matcher.lexicon.greek import spellings
from matcher.lexicon.greek_words import known_in_any_case
from matcher.lexicon.native_words import native_words
from matcher.names.native_pieces import Cut, CutKind, Piece, Spaced, spaced_words

# Words of a phrase that is looked for.
LONGEST = 4
# Letters of an article or a preposition.
LITTLE = 3
GREEK = re.compile("[\u0370-\u03ff\u1f00-\u1fff]")


def greek_cuts(text: str) -> Iterator[Cut]:
    """The ways to cut a name that has Greek letters."""
    words, pieces, place = spaced_words(text, GREEK), list[Piece](), 0
    while place < len(words):
        count, ways = _known(words[place : place + LONGEST])
        start, end = words[place][0], words[place + count - 1][1]
        written = text[start:end]
        if count == 1 and ways and len(written) > LITTLE:
            # A firm may be called by the Greek word: Ουρανός, *Ouranos*.
            ways = tuple(dict.fromkeys((*ways, *spellings(written)[:1])))
        pieces.append(Piece(start, end, ways or _spelt(written)))
        place += count
    if pieces:
        yield pieces, CutKind.NAME


def _known(words: Sequence[Spaced]) -> tuple[int, tuple[str, ...]]:
    """How many words the longest known phrase at the beginning has, and how it is written."""
    for count in range(len(words), 0, -1):
        phrase = tuple([word for _, _, word in words[:count]])
        ways = native_words().get(" ".join(phrase)) or known_in_any_case(phrase)
        if ways:
            return count, ways
    return 1, ()


def _spelt(word: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*spellings(word)[:4], *name_by_sound(word), *spellings(word)[4:])))

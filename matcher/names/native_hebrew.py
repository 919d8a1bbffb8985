"""Hebrew names as Latin letters may write them: known words, and words with likely vowels."""

import re
from collections.abc import Iterator, Sequence

from matcher.lexicon.english_sounds import name_by_sound
from matcher.lexicon.hebrew import guesses
from matcher.lexicon.letter_names import spelled_out
from matcher.lexicon.native_words import native_names, native_words
from matcher.names.native_pieces import Cut, CutKind, Piece, Spaced, spaced_words

HEBREW = re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]")
# Words of a phrase that is looked for. A choice: longer ones are found by their words.
LONGEST = 4
# Spellings of a name that is a word as well: of all of them some are another name's.
USUAL = 2
# What hangs on a word: the, and, in, to, from, that; two of them at most.
_HUNG = re.compile("^(?:[ובלמש]ה?|ה)(?=...)")


def hebrew_cuts(text: str) -> Iterator[Cut]:
    """The ways to cut a name that has Hebrew letters."""
    words = spaced_words(text, HEBREW)
    pieces: list[Piece] = []
    place = 0
    while place < len(words):
        count, ways = _word(words[place : place + LONGEST])
        if ways:
            pieces.append(Piece(words[place][0], words[place + count - 1][1], ways))
        place += count
    if pieces:
        yield pieces, CutKind.NAME


def _word(words: Sequence[Spaced]) -> tuple[int, tuple[str, ...]]:
    """How many words a known phrase or initials at the beginning have, and how they are written."""
    known = native_words()
    forms = [form for _, _, form in words]
    letters = spelled_out(forms, "hebrew")
    if letters:
        return letters
    for count in range(len(forms), 1, -1):
        phrase = known.get(" ".join(forms[:count]), ())
        if phrase:
            return count, phrase
    whole, bare = forms[0], _HUNG.sub("", forms[0])
    # A person or firm may be called by the word: מזרחי, *eastern*, is Mizrahi, too.
    named = native_names().get(whole, ())
    ways = (*known[whole], *named[:USUAL]) if whole in known else named or known.get(bare)
    if ways:
        return 1, tuple(dict.fromkeys(ways))
    read = (*name_by_sound(whole), *guesses(whole))
    return 1, read if bare == whole else (*read[:6], *guesses(bare)[:4])

"""Names that were typed while another country's keys were on: *Ыиукифтл*, *Kayan Companz*.

They are read as they were meant where that makes words of what was none.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

import numpy as np

from matcher.lexicon.keyboards import KEYBOARDS, SAYS_NOTHING, SHOWS_IN_ASCII, Keyboard, typed_on
from matcher.lexicon.keys import hashed_all
from matcher.lexicon.misspelt_phrases import words_of_phrases
from matcher.names.parser import analyse
from matcher.names.reference import reference
from matcher.names.tokenizer import tokens
from matcher.names.word import Name

# Letters of a word that tells how a name was typed: shorter ones are words by chance. One of trade
# is, and one that some list has.
_SHORTEST, _SHORTEST_LISTED = 4, 5
# The same where both keyboards have Latin letters, unless two letters are meant otherwise.
_SHORTEST_TRADE, _SHORTEST_LATIN = 5, 7
_WORD = re.compile(rf"[^\W\d_]{{{_SHORTEST},}}")
# Longer queries are texts.
_LONGEST = 500


@lru_cache(maxsize=1 << 16)
def keyboards_of(stretch: str) -> tuple[int, ...]:
    """The keyboards, by their places in ``KEYBOARDS``, on which a stretch without spaces may have
    been typed: what was meant is a word of the tables or the lists, and what is written is none.
    """
    lowered = stretch.lower()
    if len(stretch) < _SHORTEST or (lowered.isascii() and not SHOWS_IN_ASCII.search(lowered)):
        # The common case.
        return ()
    return tuple(
        place
        for place, keyboard in enumerate(KEYBOARDS)
        if keyboard.shows.search(lowered) and _tells(lowered, keyboard)
    )


def as_typed(text: str) -> Iterator[Name]:
    """A name as it was meant by who typed it on other keys, for each keyboard that may have been
    on; nothing for most.
    """
    if len(text) > _LONGEST:
        return
    stretches = text.split(" ")
    for place in sorted({one for stretch in stretches for one in keyboards_of(stretch)}):
        if not any(_loses(stretch.lower(), KEYBOARDS[place]) for stretch in stretches):
            yield Name(text, analyse(typed_on(KEYBOARDS[place], text)).words)


def _tells(written: str, keyboard: Keyboard) -> bool:
    meant = typed_on(keyboard, written).replace(SAYS_NOTHING, "")
    return any(
        _is_known(word[0]) and _is_no_chance(written, word, keyboard)
        for word in _WORD.finditer(meant)
        if word[0] not in written
    ) and not _loses(written, keyboard)


def _is_no_chance(written: str, meant: re.Match[str], keyboard: Keyboard) -> bool:
    """Whether a word is hardly meant by chance."""
    word = meant[0]
    if not keyboard.is_latin:
        return len(word) >= _SHORTEST_LISTED or word in words_of_phrases()
    if not _SHORTEST_TRADE <= len(word) < _SHORTEST_LATIN:
        return len(word) >= _SHORTEST_LATIN
    others = sum(a != b for a, b in zip(word, written[meant.start() :], strict=False))
    return others > 1 or word in words_of_phrases()


def _loses(written: str, keyboard: Keyboard) -> bool:
    """Whether a stretch has a word that it would no longer have."""
    meant = typed_on(keyboard, written)
    if meant == written:
        return False
    return any(word not in meant and _is_known(word) for word in _WORD.findall(written))


@lru_cache(maxsize=1 << 15)
def _is_known(word: str) -> bool:
    """Whether the tables or the lists have a word, in its own letters or in Latin ones."""
    forms = [token.form for token in tokens(word) if len(token.form) >= _SHORTEST]
    if not words_of_phrases().isdisjoint(forms):
        return True
    numbers = np.array(hashed_all("w", [form.encode() for form in forms]), dtype=np.uint32)
    return bool(reference().has_forms(numbers).any())

"""Words in Arabic letters that a file holds otherwise than they were meant: with a dot too many or
too few, with letters of *for the* in another order (PDF files turn the ligature around), and
glued to the next behind a letter that joins none.
"""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from matcher.lexicon.folding import fold
from matcher.lexicon.native_words import (
    native_names,
    native_words,
    own_words,
    without_article,
)
from matcher.lexicon.vowelless import may_be

# Letters that differ in their dots only, folded, each group as its first one.
_DOTLESS = str.maketrans("پتثنحخذزژشضظغقگ", "ببببججدررسصطعفک")
# Letters of a word whose dots are made good: shorter ones are other words.
SHORTEST_DOTTED = 5
# What PDF files make of لا and للا where a word begins, and what is meant; with what hangs before.
_TURNED = (("لال", "للا"), ("االا", "الا"), ("اال", "الا"), ("واال", "والا"))
# No letter is joined to these, so that a space behind them is lost unseen.
_JOINS_NONE = frozenset("ادذرزژوةىءآأإؤ")
# What hangs before a word that is glued to another, and letters of either.
_HANGING = ("لل", "وال", "ل")
SHORTEST_GLUED = 4
# Letters of a row of words that are looked for in it: more are no name, and each is cut anew.
LONGEST_ROW = 60


@lru_cache(maxsize=1 << 14)
def as_meant(word: str) -> str:
    """A word as it was meant, where tables know that and not what is written.

    Args:
        word: folded.
    """
    if not word or is_known(word):
        return word
    for written, meant in _TURNED:
        if word.startswith(written) and is_known(meant + word[len(written) :]):
            return meant + word[len(written) :]
    bare = without_article(word)
    if len(bare) < SHORTEST_DOTTED or bare == word or not word.endswith(bare):
        # Without an article it may be a name.
        return word
    return word[: len(word) - len(bare)] + _by_dots().get(bare.translate(_DOTLESS), bare)


def is_known(word: str) -> bool:
    """Whether tables know a word, with what hangs before it or without."""
    bare = without_article(word)
    return any(one in table for table in (native_words(), native_names()) for one in (word, bare))


@cache
def _by_dots() -> Mapping[str, str]:
    """Words of dictionaries by their letters without dots; those that are alike so left out."""
    found: dict[str, str] = {}
    for word in own_words():
        arabic = "\u0600" < word[0] < "\u0700" and word.isalpha()
        if arabic and len(word) >= SHORTEST_DOTTED and is_a_trade(word):
            key = word.translate(_DOTLESS)
            found[key] = "" if found.get(key, word) != word else word
    return {key: word for key, word in found.items() if word}


@lru_cache(maxsize=1 << 13)
def glued(word: str) -> tuple[int, ...]:
    """Where the words of a row begin that are written as one; none but 0 where it is one word.

    Args:
        word: as written.
    """
    if len(word) > LONGEST_ROW or is_known(fold(word)):
        return (0,)
    return tuple(_beginnings(word))


def _beginnings(word: str) -> Iterator[int]:
    yield 0
    for place in range(SHORTEST_GLUED, len(word) - SHORTEST_GLUED + 1):
        if word[place - 1] in _JOINS_NONE:
            rest = glued(word[place:])
            first, second = fold(word[:place]), fold(word[place:][: (*rest, None)[1]])
            if _begins_a_trade(second) or (is_known(first) and is_a_trade(second)):
                yield from (place + one for one in rest)
                return


def _begins_a_trade(word: str) -> bool:
    """Whether a word says what a firm does, with something that only begins words before it."""
    return any(
        word.startswith(hung) and is_a_trade(word[len(hung) :])
        for hung in _HANGING
        if len(word) - len(hung) >= SHORTEST_GLUED
    )


@lru_cache(maxsize=1 << 13)
def is_a_trade(word: str) -> bool:
    """Whether dictionaries translate a word, which is no name."""
    word = without_article(word)
    ways = own_words().get(word)
    return ways is not None and word not in native_names() and not may_be(word, ways[0])

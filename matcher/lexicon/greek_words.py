"""Greek words in all their cases: *Ρωσικής Ομοσπονδίας* is of *Ρωσική Ομοσπονδία*."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from matcher.lexicon.native_words import native_words

_GREEK = re.compile("[\u03ac-\u03ce\u1f00-\u1fff]")
# Endings of nouns and adjectives, folded; the long ones only of a word that is long enough.
_LONG = re.compile("(?<=....)(?:ατοσ|ατα|ατων|αδεσ|αδων)$")
_ENDING = re.compile("(?<=...)(?:εωσ|εων|εισ|ουσ|ων|ου|οσ|ον|οι|ησ|ασ|εσ|ισ|υσ|η|α|ο|ι|υ|ε)$")


@lru_cache(maxsize=1 << 12)
def without_case(word: str) -> str:
    """A word without the ending of its case; at least three letters of it stay.

    Args:
        word: in Greek letters, folded.
    """
    shorter = _LONG.sub("", word)
    return shorter if shorter != word else _ENDING.sub("", word)


@cache
def _by_stem() -> Mapping[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for words, ways in native_words().items():
        if _GREEK.match(words):
            key = " ".join(map(without_case, words.split(" ")))
            if key == words:
                # A foreign name has one case: Καράτζ, *Karaj*, and Καράτζη is another name.
                continue
            table[key] = tuple(dict.fromkeys((*table.get(key, ()), *ways)))
    return table


def known_in_any_case(words: tuple[str, ...]) -> tuple[str, ...]:
    """How Latin letters write a word or phrase that the tables have in another case; empty where
    they have none.

    Args:
        words: in Greek letters, folded.
    """
    return _by_stem().get(" ".join(map(without_case, words)), ())

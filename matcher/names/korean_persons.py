"""Koreans by their names in Latin letters, however the syllables are spelt, joined or parted:
*Kim Young-sub*, *KIM Yong Sop* and *Gim Yeongseop* are one name.

A name is read so only where all its words are syllables of Korean, one is a surname and the given
name has two syllables, and where it is not pinyin throughout, which many Chinese names would be.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from zlib import crc32

from matcher.lexicon.korean_spellings import given_names, surnames
from matcher.lexicon.tables import Role
from matcher.names.wade_giles import pinyin_syllables
from matcher.names.word import Name, Word

# Surname, and a given name in one word or two.
_FEWEST, _MOST = 2, 3
_SYLLABLES = 3
# A longer text is no name of three syllables.
_LONGEST = 40
_PLAIN = re.compile(r"[a-z]+(?:[\s,-]+[a-z]+)+")
_APOSTROPHES = re.compile("['’‘ʼʻ`´]")
# Readings of one name; three ambiguous syllables of a real name have no more.
_MOST_READINGS = 12
# What stands for a name whose syllables are known: no letters that another name is like.
_LETTERS = "bcdfghjkmpqtvwxz"


def may_be_surname(form: str) -> bool:
    """Whether a word is a Korean surname: a quick look."""
    return form in surnames()


def korean_readings(text: str) -> Iterator[Name]:
    """A name as the Korean ones that it may be: one word for all its syllables, which is equal for
    all spellings of them.

    Args:
        text: a name as written.

    Yields:
        Nothing for most.
    """
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    for form in _forms(text) if end - start <= _LONGEST else ():
        yield Name(text, (Word(start, end, form, Role.WORD),))


@lru_cache(maxsize=1 << 12)
def _forms(text: str) -> tuple[str, ...]:
    decomposed = unicodedata.normalize("NFKD", text.strip())
    plain = "".join(sign for sign in decomposed if not unicodedata.combining(sign)).lower()
    plain = _APOSTROPHES.sub("", plain)
    if not _PLAIN.fullmatch(plain):
        return ()
    words = tuple(re.findall("[a-z]+", plain))
    if not _FEWEST <= len(words) <= _MOST or _is_pinyin(words):
        return ()
    found = (
        surname + first + second
        for family, given in ((words[0], words[1:]), (words[-1], words[:-1]))
        for surname, (first, second) in product(
            sorted(surnames().get(family, ())), given_names(given)
        )
    )
    return tuple(map(_as_letters, list(dict.fromkeys(found))[:_MOST_READINGS]))


def _is_pinyin(words: tuple[str, ...]) -> bool:
    """Whether a name is three syllables of pinyin; *Lee* would be two, *le-e*."""
    counts = [pinyin_syllables(word) for word in words]
    return all(counts) and sum(counts) == _SYLLABLES


def _as_letters(syllables: str) -> str:
    number = crc32(syllables.encode())
    return "".join(_LETTERS[number >> shift & 15] for shift in range(0, 32, 4))

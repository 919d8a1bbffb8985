"""Letters that a machine lost on the way: *Ã§elik* for *çelik*, which was read in another code page
than it was written in, and *?elik*, where the code page had no such letter.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

import numpy as np

from matcher.lexicon.keys import hashed_all
from matcher.lexicon.misspelt_phrases import words_of_phrases
from matcher.names.arabic_compounds import Respelling
from matcher.names.reference import reference

# The first byte of a letter beyond ASCII, and others behind it, as Latin letters and signs.
_GARBLED = re.compile(r"\S*[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0161\u0178-\u017e\u0192\u02c6"
                      r"\u02dc\u2013-\u203a\u20ac\u2122]\S*")  # fmt: skip
# Bytes that no letter has are dropped on the way, too, of so many one.
_BYTES_FOR_ONE_LOST = 8
# Russian in Windows' code page, read in that of Western Europe: *Âåêòîð*.
_RUSSIAN = re.compile(r"(?<![^\W\d_])[\u00a8\u00b8\u00c0-\u00ff]{3,}(?![^\W\d_])")
_LOST = "?\ufffd"
_WITH_LOST = re.compile(rf"[^\W\d_{_LOST}]*(?:[{_LOST}]+[^\W\d_{_LOST}]+)+[{_LOST}]*|"
                        rf"[^\W\d_{_LOST}]+[{_LOST}]+(?=\s+\S)")  # fmt: skip
# What letters that are lost so are without their marks, the likeliest first; so many of a word.
_LETTERS, _MOST_LOST = "iosucgeanzyl", 3
# Letters of a word that are left.
_FEWEST = 3
# Longer queries are texts.
_LONGEST = 500


def may_have_lost_letters(text: str) -> bool:
    """Whether ``as_written`` may find any: a quick look."""
    if text.isascii():
        return "?" in text
    garbled = _GARBLED.search(text) or _RUSSIAN.search(text)
    return garbled is not None or any(sign in text for sign in _LOST)


def as_written(text: str) -> list[Respelling]:
    """The stretches of a text whose letters were lost, as they were written."""
    if len(text) > _LONGEST:
        return []
    return sorted((*_garbled(text), *_lost(text)))


def _garbled(text: str) -> Iterator[Respelling]:
    for met in _GARBLED.finditer(text):
        try:
            written = b"".join(map(_byte, met[0]))
        except UnicodeError:
            continue
        read = written.decode(errors="ignore")
        if len(written) - len(read.encode()) <= len(written) // _BYTES_FOR_ONE_LOST:
            yield met.start(), met.end(), read
    for met in _RUSSIAN.finditer(text):
        if not _GARBLED.search(met[0]):
            yield met.start(), met.end(), met[0].encode("latin-1").decode("cp1251")


def _byte(letter: str) -> bytes:
    """The byte that was taken for a letter: of Windows' code page, or of Latin-1 as it stands."""
    try:
        return letter.encode("cp1252")
    except UnicodeError:
        return letter.encode("latin-1")


def _lost(text: str) -> Iterator[Respelling]:
    for met in _WITH_LOST.finditer(text):
        read = _as_listed(met[0].lower())
        if read:
            yield met.start(), met.end(), read


@lru_cache(maxsize=1 << 10)
def _as_listed(word: str) -> str:
    """A word that lists have, whose letters may have been lost; empty where there is none."""
    pieces = re.split(f"[{_LOST}]", word)
    if not "".join(pieces).isascii() or len(pieces) - 1 > _MOST_LOST:
        return ""
    if sum(map(len, pieces)) < _FEWEST:
        return ""
    ways = [
        "".join(one + letter for one, letter in zip(pieces, (*letters, ""), strict=True))
        for letters in product(_LETTERS, repeat=len(pieces) - 1)
    ]
    known = words_of_phrases()
    for way in ways:
        if way in known:
            return way
    numbers = np.array(hashed_all("w", [way.encode() for way in ways]), dtype=np.uint32)
    listed = reference().has_forms(numbers)
    return ways[int(listed.argmax())] if listed.any() else ""

"""Names as scanners and forms leave them: digits that were letters (*MIRAN 1LC*, *A0 Topaz*), two
letters that were one (*CORNPANY*), capitals among small letters (*BaIkan*), and letters with a
space between each two (*S A F I D Shipping*). A query is read as they were, too.
"""

import re
from functools import lru_cache

import numpy as np

from matcher.lexicon.keys import hashed_all
from matcher.lexicon.misspelt_phrases import words_of_phrases
from matcher.lexicon.tables import word_key
from matcher.names.arabic_compounds import Respelling
from matcher.names.reference import reference

# Digits that a scanner takes letters for, in two ways where one is taken for two letters.
_WAYS = (str.maketrans("0158", "olsb"), str.maketrans("0158", "oisb"))
_MISREAD = re.compile(r"(?<![^\W_])(?=[0158A-Za-z]*[A-Za-z])(?=[A-Za-z]*[0158])[0158A-Za-z]{2,}"
                      r"(?![^\W_])|(?<![^\W_])000(?![^\W_])")  # fmt: skip
# So many letters in a row are one word; of three the parser knows.
_APART = re.compile(r"(?<![^\W_])[^\W\d_](?: [^\W\d_]){3,}(?![^\W_])")
_SHORTEST = 4
_WORD = re.compile(rf"(?<![^\W_])[A-Za-z]{{{_SHORTEST},}}(?![^\W_])")
# What is taken for one another. One letter for another is a slip, which words are compared with
# anyway; of two in a word, or of one letter for two, short words are no longer like the other.
_PAIRS = (("rn", "m"), ("cl", "d"), ("vv", "w"), ("ii", "u"), ("m", "rn"), ("d", "cl"), ("in", "m"),
          ("ri", "n"), ("li", "h"), ("ij", "y"))  # fmt: skip
_LIKELY = re.compile("rn|vv")
# Two letters that words seldom have by chance, of a word that a list has with one for them.
_ODD = (("rn", "m"), ("cl", "d"), ("vv", "w"), ("nn", "m"), ("ii", "u"))
_LONGEST_ODD = 9
_MAY_BE_ODD = re.compile("rn|cl|vv|nn|ii")
# Letters of a word that no table has, which is read otherwise; longer ones have two slips.
SHORTEST_OWN, LONGEST_OWN = 6, 8
# A small l among capitals, and a capital I among small letters.
_CAPITALS = re.compile("(?=[A-Z]*l)[A-Zl]+")
_SMALL = re.compile("[A-Za-z](?=[a-z]*I)(?=I*[a-z])[a-zI]+")


def may_be_misread(stretch: str) -> bool:
    """Whether a stretch without spaces may have digits for letters, or be a letter: a quick look.

    Args:
        stretch: as it is written.
    """
    if stretch.isalpha() and stretch.isascii():
        # The common case: no digit, and one word.
        return len(stretch) == 1 or (len(stretch) >= _SHORTEST and bool(letters_meant(stretch)))
    if len(stretch) == 1 or _MISREAD.search(stretch) is not None:
        return True
    return any(letters_meant(met[0]) for met in _WORD.finditer(stretch))


def as_meant(text: str) -> list[list[Respelling]]:
    """The ways to read a text in which digits were letters, or letters one word; none for most."""
    apart = [(met.start(), met.end(), met[0].replace(" ", "")) for met in _APART.finditer(text)]
    misread = [met for met in _MISREAD.finditer(text) if _may_be_letters(met[0])]
    words = [(met.start(), met.end(), letters_meant(met[0])) for met in _WORD.finditer(text)]
    beside = [*apart, *(word for word in words if word[2])]
    if not misread:
        return [sorted(beside)] if beside else []
    ways = []
    for way in _WAYS:
        read = [(met.start(), met.end(), met[0].lower().translate(way)) for met in misread]
        meant = [(start, end, letters_meant(word) or word) for start, end, word in read]
        found = sorted([*beside, *meant])
        if found not in ways:
            ways.append(found)
    return ways


@lru_cache(maxsize=1 << 15)
def letters_meant(word: str) -> str:
    """A word whose letters were taken for others, as it was: one that the tables have, or a short
    one of its own that looks so; empty for others.

    Args:
        word: of Latin letters, as written.
    """
    if _CAPITALS.fullmatch(word):
        plain = word.replace("l", "I").lower()
    elif _SMALL.fullmatch(word):
        plain = (word[0] + word[1:].replace("I", "l")).lower()
    else:
        plain = word.lower()
    others = [plain.replace(*pair, 1) for pair in _PAIRS if pair[0] in plain]
    # Whether the tables have a word is dear: it is asked only where another may be meant.
    if others and not _is_known(plain):
        for other in others:
            if _is_known(other):
                return other
    listed = _as_listed(plain) if _MAY_BE_ODD.search(plain) else ""
    if listed:
        return listed
    if word.isupper() and _LIKELY.search(plain) and SHORTEST_OWN <= len(plain) <= LONGEST_OWN:
        read = plain.replace("rn", "m").replace("vv", "w")
        return "" if _is_known(plain) else read
    return plain if plain != word.lower() else ""


def _as_listed(word: str) -> str:
    """A word that no list has, with one letter for two where some list has it so; else empty."""
    if len(word) > _LONGEST_ODD:
        return ""
    ways = [word, *(word.replace(*pair, 1) for pair in _ODD if pair[0] in word)]
    numbers = np.array(hashed_all("w", [way.encode() for way in ways]), dtype=np.uint32)
    here, *there = reference().has_forms(numbers).tolist()
    if here:
        return ""
    long = zip(ways[1:], there, strict=True)
    return next((way for way, has in long if has and len(way) >= _SHORTEST), "")


def _is_known(word: str) -> bool:
    """Whether the tables have a word."""
    return word_key(word, cyrillic=False) in words_of_phrases()


def _may_be_letters(word: str) -> bool:
    """Whether a word has no more digits than letters, or is *ООО* by its shape."""
    digits = sum(map(str.isdigit, word))
    return word == "000" or digits <= len(word) - digits

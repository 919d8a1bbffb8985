"""Foreign words in katakana as Latin letters may write them, where no table knows them.

Katakana puts a vowel behind every consonant but n: what u, and o behind t and d, stand for is
mostly no vowel (``ドスト``, *Dost*). It has one letter for l and r, and writes m before m as n
(``モハンマド``, *Mohammad*).
"""

import re
from functools import lru_cache
from itertools import product

from matcher.lexicon.japanese import hepburn

# What katakana cannot write before m.
_NASAL = re.compile("[ンん](?=[マミムメモま-も])")
_LABIAL = re.compile("n(?=[pb])")
_MORA = re.compile("(sh|ch|ts|[bcdfghjkmnprstvwyz]?y?)([aiueo])|([nm])")
# Consonants behind which a vowel may be none, by the vowel.
_MAY_BE_BARE = {
    "u": frozenset(["s", "z", "k", "g", "ts", "f", "b", "p", "m", "r", "sh", "ch", "j", "v"]),
    "o": frozenset(["t", "d"]),
}
# Before these a word may begin with a bare consonant: *Kra-*, *Sta-*.
_LIQUID, _BEHIND_S, _BEHIND_OTHERS = "r", frozenset("tkpmnv"), frozenset("rw")
_BEFORE_LIQUID = frozenset("kgbpftd")
# Morae of words that are written with all their vowels, and with n alone.
SHORT = 2
_OF_SHORT_WORDS = frozenset(["b", "d", "t", "z", "f"])
# Before these an f is one: *Afrika*, *Soft*, *Lufthansa*.
_BEHIND_F = frozenset(["r", "t", "s", "k", "g", ""])
# Ways that are looked for, and places where l or r is asked. A choice, for time.
MOST_WAYS, MOST_LIQUIDS = 6, 3
_LONG = "ー"
# What katakana writes as n, and as f before t and at the end: *Pugang*, *Akhtar*, *Belykh*.
_NASAL_AT_END, _HARD_H = re.compile("(?<=[aeo])n$"), re.compile("(?<=[aiu])f(?=t|$)")


def without_n_before_m(word: str) -> str:
    """Katakana without the n that it writes for an m before another."""
    return _NASAL.sub("", word)


@lru_cache(maxsize=1 << 12)
def as_foreign_word(kana: str) -> tuple[str, ...]:
    """How Latin letters may write a foreign word, the likeliest way first.

    Args:
        kana: a run of katakana.
    """
    morae, long = list[tuple[str, str]](), set[int]()
    for part in _in_letters(kana):
        morae += ((met[1] or met[3] or "", met[2] or "") for met in _MORA.finditer(part))
        long.add(len(morae) - 1)
    # The last part ends with the word.
    long -= {len(morae) - 1} if not kana.endswith(_LONG) else set()
    written = [
        _bare(morae, place)
        if place not in long and _without_its_vowel(morae, place)
        else "".join(morae[place])
        for place in range(len(morae))
    ]
    liquids = [place for place, (consonant, _) in enumerate(morae) if consonant == _LIQUID]
    ways = list[str]()
    for letters in product("rl", repeat=min(len(liquids), MOST_LIQUIDS)):
        for place, letter in zip(liquids, letters, strict=False):
            written[place] = letter + written[place][1:]
        ways.append("".join(written))
    ways = [*dict.fromkeys(ways)][:MOST_WAYS]
    others = [_HARD_H.sub("kh", ways[0])] if ways else []
    if len(morae) > SHORT:
        others.append(_NASAL_AT_END.sub("ng", ways[0]))
    return tuple(dict.fromkeys((*ways, *others)))


def _in_letters(kana: str) -> list[str]:
    """A run in Latin letters, parted behind each long vowel."""
    parts = without_n_before_m(kana).split(_LONG)
    return [_LABIAL.sub("m", next(iter(hepburn(part)), "")) for part in parts if part]


def _bare(morae: list[tuple[str, str]], place: int) -> str:
    """A consonant without a vowel; katakana writes h and kh so as f, and a last v (``フマド``,
    ``イワノフ``, *Ahmad*, *Ivanov*).
    """
    consonant = morae[place][0]
    if consonant != "f" or not place:
        return consonant
    if place + 1 == len(morae):
        return "v" if morae[place - 1][1] in ("o", "e") else "f"
    return "f" if morae[place + 1][0] in _BEHIND_F else "h"


def _without_its_vowel(morae: list[tuple[str, str]], place: int) -> bool:
    """Whether the vowel of a mora stands for none."""
    consonant, vowel = morae[place]
    if consonant not in _MAY_BE_BARE.get(vowel, ()):
        return False
    if place + 1 < len(morae) and morae[place + 1] in (("n", ""), ("m", "")):
        # The n behind it is its syllable's: ``アフンド``, *Akhund*.
        return False
    if place:
        # *Abu*, *Ado*: short words of such consonants have all their vowels.
        return len(morae) > SHORT or consonant not in _OF_SHORT_WORDS
    following = morae[1][0] if len(morae) > 1 else ""
    if consonant == "s":
        return following in _BEHIND_S
    return consonant in _BEFORE_LIQUID and following in _BEHIND_OTHERS

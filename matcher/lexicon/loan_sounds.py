"""How a word sounds, roughly enough to be the same in any script: a foreign name that Japanese,
Koreans, Arabs or Georgians write by its sound.

``Rosneft``, ``ロスネフチ``, ``로스네프트``, ``روسنفت`` and ``როსნეფტი`` all have the consonants r,
s, n, f and t, if what these scripts cannot tell apart counts as one; between them stand the vowels
of the listed name, none at all, or those that syllables need.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from anyascii import anyascii

from matcher.lexicon.any_of import any_of
from matcher.lexicon.folding import fold
from matcher.lexicon.thai import as_loan
from matcher.lexicon.waiting import waiting

# What each consonant is one with in some script; a word is looked up by these, and then compared.
_COARSE = str.maketrans("bfvdgqzcjl", "ppptkksssr")
# From so many consonants on one may be another of its kind: ``sb`` is ``zb`` to many.
LONG = 6
# Consonants that a listed word needs to be looked for by its sound; most scripts ask for more.
FEWEST_CONSONANTS = 4
_VOWELS = str.maketrans("aeiouyw", "aiiuuiu")
_CONSONANTS = "pbfvtdkgszcrlmnh"
# ``c`` is any of sh, ch, zh, ts and j.
_DIGRAPHS = {
    "shch": "c", "sch": "c", "tch": "c", "tsch": "c", "dzh": "c", "dj": "c", "sh": "c", "ch": "c",
    "zh": "c", "ts": "c", "tz": "c", "dz": "c", "j": "c", "kh": "h", "gh": "g", "ph": "f",
    "th": "t", "dh": "d", "ck": "k", "x": "ks", "q": "k", "ng": "n", "ou": "u", "oo": "u",
    "ee": "i",
}  # fmt: skip
_DIGRAPH = any_of(_DIGRAPHS)
_SOFT_C, _HARD_C = re.compile("c(?=[eiy])"), re.compile("c(?!h)")
# A nasal takes the place of what follows it.
_NASAL, _LABIAL = re.compile("m(?=[ktdgsczh])"), re.compile("n(?=[pb])")
_DOUBLED = re.compile(rf"([{_CONSONANTS}])\1+")
_NO_LETTER, _ENDS_IN_H = map(re.compile, ("[^a-z]+", "h$"))
_MUTE = re.compile("(?<=[aeiou])h$", re.MULTILINE)
_PARTS = re.compile(f"([{_CONSONANTS}])")

_ARABIC = {
    **dict.fromkeys("اآأإٱى", "a"), **dict.fromkeys("وؤ", "u"), **dict.fromkeys("يیئ", "i"),
    **dict.fromkeys("بپ", "b"), **dict.fromkeys("فڤ", "f"), **dict.fromkeys("تطث", "t"),
    **dict.fromkeys("دضذ", "d"), **dict.fromkeys("قكک", "k"), **dict.fromkeys("گغ", "g"),
    **dict.fromkeys("سص", "s"), **dict.fromkeys("زظ", "z"), **dict.fromkeys("جچژش", "c"),
    "ل": "l", "ر": "r", "م": "m", "ن": "n", **dict.fromkeys("هحخ", "h"), "ة": "a", "ع": "",
    "ء": "",
}  # fmt: skip
_HEBREW = {
    "א": "a", "ו": "u", "י": "i", "ב": "b", "פ": "p", "ף": "p", "ד": "d",
    **dict.fromkeys("טת", "t"), "ג": "g", **dict.fromkeys("קכך", "k"), "ז": "z", "ס": "s",
    **dict.fromkeys("צץש", "c"),
    "ל": "l", "ר": "r", **dict.fromkeys("מם", "m"), **dict.fromkeys("נן", "n"),
    **dict.fromkeys("הח", "h"), "ע": "",
}  # fmt: skip
_VOWELLESS = str.maketrans({**_ARABIC, **_HEBREW})
_GREEK = str.maketrans({"χ": "h", "η": "i", "υ": "i", "φ": "f", "θ": "t", "ξ": "ks", "ψ": "ps"})
_GREEK_DIGRAPHS = (
    ("γκ", "g"), ("γγ", "g"), ("μπ", "b"), ("ντ", "d"), ("ου", "u"), ("αι", "e"), ("ει", "i"),
    ("οι", "i"), ("τζ", "dz"), ("τσ", "ts"),
)  # fmt: skip


class Script(NamedTuple):
    """What a script cannot tell."""

    letters: re.Pattern[str]
    same: frozenset[str]
    """Pairs of consonants that it writes as one."""
    vowelless: bool = False
    """Whether it leaves vowels out."""
    syllabic: bool = False
    """Whether it puts vowels where there are none."""


def _pairs(*pairs: str) -> frozenset[str]:
    return frozenset([*pairs, *(pair[::-1] for pair in pairs)])


_SCRIPTS = (
    Script(
        re.compile("[\u0600-\u06ff]"), _pairs("pb", "fv", "gk", "gc", "zc", "sc"), vowelless=True
    ),
    Script(re.compile("[\u0590-\u05ff]"), _pairs("bv", "pf", "kh", "zc", "sc"), vowelless=True),
    # Tamil has one letter for voiced and voiceless, and none for f.
    Script(
        re.compile("[\u0b80-\u0bff]"),
        _pairs("sc", "zc", "pf", "bp", "bf", "gk", "dt", "sz", "bv"),
        vowelless=True,
    ),
    Script(re.compile("[\u0900-\u0d7f]"), _pairs("sc", "zc", "pf"), vowelless=True),
    Script(
        re.compile("[\u30a0-\u30ff]"),
        _pairs("rl", "bv", "sc", "tc", "zc", "hf", "dc"),
        syllabic=True,
    ),
    Script(
        waiting("[\uac00-\ud7a3]"),
        _pairs("rl", "pf", "pv", "bv", "zc", "sc", "st", "bp", "gk", "dt"),
        syllabic=True,
    ),
    Script(re.compile("[\u10a0-\u10ff]"), _pairs("pf", "sc")),
    Script(
        re.compile("[\u0e00-\u0e7f]"),
        _pairs("sz", "sc", "zc", "gk", "dt", "pb", "fv", "bv", "pf"),
        syllabic=True,
    ),
    Script(re.compile("."), _pairs("sc")),
)


class Sounds(NamedTuple):
    """A word by its consonants, and the vowels around them."""

    consonants: str
    gaps: tuple[str, ...]
    """Vowels before, between and after them; one more than there are consonants."""

    @property
    def key(self) -> str:
        """The consonants, what any script writes as one as one."""
        return self.consonants.translate(_COARSE)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the words that it may write: ``チ`` is *chi* and *ti*."""
        key = self.key
        if "c" not in self.consonants:
            return (key,)
        return tuple(dict.fromkeys((key, self.consonants.replace("c", "t").translate(_COARSE))))


def script_of_sounds(word: str) -> Script:
    """What the script of a word cannot tell."""
    return next(script for script in _SCRIPTS if script.letters.search(word))


@lru_cache(maxsize=1 << 16)
def sounds(word: str) -> Sounds:
    """How a word sounds, in any script whose signs stand for sounds."""
    if "\u0e00" <= word[:1] <= "\u0e7f":
        word = as_loan(word)
    if "\u0590" <= word[:1] <= "\u06ff":
        return _parted(_evened(_ENDS_IN_H.sub("a", fold(word).translate(_VOWELLESS))))
    return _parted(_evened(_as_heard(_in_latin_letters(word))))


def sounds_of_letters(words: Sequence[str]) -> list[Sounds]:
    """How some words of the letters a to z sound, a third as dear as one by one."""
    return list(map(_parted, _evened(_as_heard("\n".join(words))).split("\n"))) if words else []


def _parted(plain: str) -> Sounds:
    parts = _PARTS.split(plain)
    return Sounds("".join(parts[1::2]), tuple(parts[::2]))


def _evened(lines: str) -> str:
    """Words of letters that stand for sounds, one on each line, without doubled consonants."""
    return _DOUBLED.sub(r"\1", _NASAL.sub("n", lines))


def _in_latin_letters(word: str) -> str:
    """A word in the letters a to z."""
    lowered = fold(word)
    if not lowered.isascii():
        for letters, one in _GREEK_DIGRAPHS:
            lowered = lowered.replace(letters, one)
        lowered = anyascii(lowered.translate(_GREEK)).lower()
    return _NO_LETTER.sub("", lowered)


def _as_heard(lines: str) -> str:
    """Words in such letters, one on each line, by their sounds."""
    plain = _HARD_C.sub("k", _SOFT_C.sub("s", _MUTE.sub("", lines)))
    plain = _DIGRAPH.sub(lambda met: _DIGRAPHS[met[0]], plain)
    return _LABIAL.sub("m", plain).translate(_VOWELS)


def sound_alike(written: Sounds, listed: Sounds, script: Script) -> bool:
    """Whether a word of a text has the consonants of a listed one, and vowels that agree.

    Args:
        written: in another script.
        listed: in Latin letters.
        script: the former's.
    """
    return consonants_agree(written.consonants, listed.consonants, script) and vowels_agree(
        written.gaps, listed.gaps, script
    )


def consonants_agree(written: str, listed: str, script: Script) -> bool:
    """Whether a word of a text has the consonants of a listed one, as its script can tell."""
    if written == listed:
        return True
    if len(written) != len(listed):
        return False
    others = [
        (mine, its)
        for mine, its in zip(written, listed, strict=True)
        if mine != its and mine + its not in script.same
    ]
    if len(others) > (len(listed) >= LONG):
        return False
    return not any(mine.translate(_COARSE) != its.translate(_COARSE) for mine, its in others)


def vowels_agree(written: Sequence[str], listed: Sequence[str], script: Script) -> bool:
    """Whether the vowels around the same consonants agree, place by place."""
    last = len(listed) - 1
    for place, (mine, its) in enumerate(zip(written, listed, strict=True)):
        if not mine:
            # Between two consonants some scripts write none.
            if its and not (script.vowelless and 0 < place < last):
                return False
        elif not its:
            if not (script.syllabic and place):
                return False
        elif mine[0] not in its and set(mine).isdisjoint(its):
            return False
    return True

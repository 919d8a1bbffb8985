# ruff: noqa: E501 (tables)
"""Khmer in Latin letters, as names are usually written (*Hun Sen*, *Tea Banh*).

Consonants are of two series, and a vowel sounds by the series of the one that it stands behind.
"""

import re
from functools import lru_cache

_FIRST = dict(
    zip(
        "កខចឆដឋណតថបផសហឡអ",
        ["k", "kh", "ch", "chh", "d", "th", "n", "t", "th", "b", "ph", "s", "h", "l", ""],
        strict=True,
    )
)
_SECOND = dict(
    zip(
        "គឃងជឈញឌឍទធនពភមយរលវ",
        [
            "k",
            "kh",
            "ng",
            "ch",
            "chh",
            "nh",
            "d",
            "th",
            "t",
            "th",
            "n",
            "p",
            "ph",
            "m",
            "y",
            "r",
            "l",
            "v",
        ],
        strict=True,
    )
)
_LETTERS = {**_FIRST, **_SECOND}
# Vowels behind a consonant of the first series, and of the second.
_VOWELS = {
    "": ("a", "o"), "ា": ("a", "ea"), "ិ": ("e", "i"), "ី": ("ei", "i"), "ឹ": ("oe", "ue"), "ឺ": ("eu", "eu"), "ុ": ("o", "u"),
    "ូ": ("o", "u"), "ួ": ("uo", "uo"), "ើ": ("aeu", "eu"), "ឿ": ("oeu", "oeu"), "ៀ": ("ie", "ea"), "េ": ("e", "e"),
    "ែ": ("e", "e"), "ៃ": ("ai", "ey"), "ោ": ("ao", "o"), "ៅ": ("au", "ov"), "ុំ": ("om", "um"), "ំ": ("am", "um"),
    "ាំ": ("am", "oam"), "ះ": ("ah", "eah"),
}  # fmt: skip
_FINAL_I = re.compile(r"(?<=.)i\b")
_MUTE = re.compile("[ក-អ]៍")
_SYLLABLE = re.compile(
    "(?P<first>[ក-អ])(?P<shift>[៉៊]?)(?P<under>(?:្[ក-អ])*)(?P<shift2>[៉៊]?)(?P<vowel>ុំ|ាំ|[ា-ៅំះ]*)"
    "(?P<last>(?:[ក-អ](?![៉៊]?[ា-ៅ្])[់៌]?)?)"
)


@lru_cache(maxsize=1 << 12)
def romanised(run: str) -> tuple[str, ...]:
    """How Latin letters may write a run of Khmer letters: as one word, and by syllables."""
    found = [_read(met) for met in _SYLLABLE.finditer(_MUTE.sub("", run))]
    if not found:
        return ()
    ways = "".join(found), " ".join(filter(None, found))
    return tuple(dict.fromkeys(one for way in ways for one in (way, _FINAL_I.sub("y", way)) if one))


def _read(met: re.Match[str]) -> str:
    first, under = met["first"], met["under"].replace("្", "")
    shift = met["shift"] or met["shift2"]
    second = shift == "៊" or (shift != "៉" and first in _SECOND)
    vowel = _VOWELS.get(met["vowel"], ("a", "o"))[second]
    onset = "".join([_LETTERS.get(letter, "") for letter in first + under])
    return onset + vowel + _LETTERS.get(met["last"][:1], "")

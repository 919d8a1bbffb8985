"""Words of the scripts of India (Devanagari, Bengali, Gurmukhi, Gujarati, Odia, Tamil, Telugu,
Kannada, Malayalam) as Latin letters write them, with the vowel that a bare consonant has.

Their blocks of Unicode are laid out alike, so one table by the place in a block has them all.
Sources: ISO 15919 and the Hunterian system without their marks, as names are written in English.
"""

import re
from functools import lru_cache

INDIC = re.compile("[\u0900-\u0d7f]+")
_BLOCK, _FIRST = 0x80, 0x0900
_TAMIL, _BENGALI, _NORTHERN = 0x0B80, 0x0980, (0x0900, 0x0980, 0x0A00, 0x0A80, 0x0B00)
# Consonants by their place in a block, and how they are written.
_CONSONANTS = {
    0x15: "k", 0x16: "kh", 0x17: "g", 0x18: "gh", 0x19: "n", 0x1A: "ch", 0x1B: "chh", 0x1C: "j",
    0x1D: "jh", 0x1E: "n", 0x1F: "t", 0x20: "th", 0x21: "d", 0x22: "dh", 0x23: "n", 0x24: "t",
    0x25: "th", 0x26: "d", 0x27: "dh", 0x28: "n", 0x29: "n", 0x2A: "p", 0x2B: "ph", 0x2C: "b",
    0x2D: "bh", 0x2E: "m", 0x2F: "y", 0x30: "r", 0x31: "r", 0x32: "l", 0x33: "l", 0x34: "zh",
    0x35: "v", 0x36: "sh", 0x37: "sh", 0x38: "s", 0x39: "h", 0x58: "q", 0x59: "kh", 0x5A: "gh",
    0x5B: "z", 0x5C: "r", 0x5D: "rh", 0x5E: "f", 0x5F: "y",
}  # fmt: skip
_VOWELS = {
    0x05: "a", 0x06: "a", 0x07: "i", 0x08: "i", 0x09: "u", 0x0A: "u", 0x0B: "ri", 0x0D: "e",
    0x0E: "e", 0x0F: "e", 0x10: "ai", 0x11: "o", 0x12: "o", 0x13: "o", 0x14: "au", 0x3E: "a",
    0x3F: "i", 0x40: "i", 0x41: "u", 0x42: "u", 0x43: "ri", 0x45: "e", 0x46: "e", 0x47: "e",
    0x48: "ai", 0x49: "o", 0x4A: "o", 0x4B: "o", 0x4C: "au",
}  # fmt: skip
# Letters, with the bare vowel; in shorter words it is spoken at the end.
SHORTEST = 3
_SIGNS = frozenset(range(0x3E, 0x4D))
_SILENCED, _DOTTED, _NASAL = 0x4D, 0x3C, frozenset({0x00, 0x01, 0x02, 0x70})
# Malayalam's consonants without a vowel.
_CHILLU = {0x7A: "n", 0x7B: "n", 0x7C: "r", 0x7D: "l", 0x7E: "l", 0x7F: "k"}
# A consonant with a dot below.
_WITH_DOT = {"k": "q", "j": "z", "ph": "f", "g": "gh", "d": "r", "dh": "rh", "y": "y"}
# The vowel of a bare consonant, which is not spoken at the end, nor between a vowel and a consonant
# that has one: *Gurpatvant*.
_BARE = "\u0259"
_VOWEL, _CONSONANT = f"[aeiou{_BARE}]", "[bcdfghjklmnpqrstvyz]"
_MUTE = re.compile(
    f"(?:(?<={_VOWEL}{_CONSONANT})|(?<={_VOWEL}{_CONSONANT}h)){_BARE}(?={_CONSONANT}h?{_VOWEL})"
)
_BEFORE_LIPS = re.compile("n\u0307(?=[pbm])")


@lru_cache(maxsize=1 << 13)
def romanised(word: str) -> tuple[str, ...]:
    """The ways to write a word in Latin letters, the likeliest first; empty for letters that the
    scripts do not share.

    Args:
        word: letters of one of these scripts.
    """
    if not INDIC.fullmatch(word):
        return ()
    block = _FIRST + (ord(word[0]) - _FIRST) // _BLOCK * _BLOCK
    spoken = _BEFORE_LIPS.sub("m", _spoken([ord(one) - block for one in word]))
    spoken = spoken.replace("n\u0307", "n")
    whole = spoken.replace(_BARE, "a")
    ways = [whole]
    if block in _NORTHERN:
        ended = spoken.removesuffix(_BARE) if len(spoken) > SHORTEST else spoken
        ways = [_without_mute(ended), ended.replace(_BARE, "a"), whole]
    if block == _BENGALI:
        ways += [_without_mute(ended.replace(_BARE, "o", 1)), ended.replace(_BARE, "o")]
    if block == _TAMIL:
        ways += [re.sub("(?<=[aeiou])k(?=[aeiou])", "g", whole)]
        ways += [re.sub("(?<=[aeiou])t(?=[aeiou])", "th", whole)]
    ways += [way.replace("v", "w") for way in ways[:1] if "v" in way]
    ways += [way.replace("ph", "f") for way in ways[:1] if "ph" in way]
    return tuple(dict.fromkeys(filter(None, ways)))


def _spoken(places: list[int]) -> str:
    """The sounds of letters, by their places in a block."""
    out, waiting = list[str](), False
    for place in places:
        if place in _CONSONANTS:
            out += [_BARE] if waiting else []
            out.append(_CONSONANTS[place])
            waiting = True
        elif place == _DOTTED:
            if out:
                out[-1] = _WITH_DOT.get(out[-1], out[-1])
        elif place == _SILENCED:
            waiting = False
        elif place in _VOWELS:
            out += [_BARE] if waiting and place not in _SIGNS else []
            out.append(_VOWELS[place])
            waiting = False
        elif place in _NASAL or place in _CHILLU:
            out += [_BARE] if waiting else []
            out.append(_CHILLU.get(place, "n\u0307"))
            waiting = False
    return "".join([*out, _BARE] if waiting else out)


def _without_mute(spoken: str) -> str:
    """What is left where vowels that are not spoken are left out, from the end on."""
    for place in range(len(spoken) - 1, 0, -1):
        if _MUTE.match(spoken, place):
            spoken = spoken[:place] + spoken[place + 1 :]
    return spoken.replace(_BARE, "a")

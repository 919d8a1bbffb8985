# ruff: noqa: E501 (tables)
"""Whether a word in Latin letters may be a reading of one in Arabic, Persian or Hebrew letters.

The script leaves short vowels out, not the long ones: *Hamid* is no reading of ``حمود``, which has
an o or u behind its m, though both have the consonants h, m, d.
"""

import re
from functools import lru_cache

# What each letter may be in Latin letters, by whatever table. Folded (``folding.fold``).
_CONSONANTS = {
    "ب": "b p v", "پ": "p b", "ت": "t th d", "ث": "th s t", "ج": "j g dj c zh y", "چ": "ch tch c j tsch", "ح": "h kh ch",
    "خ": "kh h ch k x", "د": "d t", "ذ": "z dh th d", "ر": "r", "ز": "z s", "ژ": "zh j z", "س": "s c z", "ش": "sh ch sch s",
    "ص": "s z c", "ض": "d dh z th", "ط": "t d", "ظ": "z dh th d", "غ": "gh g q", "ف": "f ph v p", "ڤ": "v", "ق": "q k gh g c kh ck",
    "ک": "k c g ch ck q", "گ": "g gh k j", "ل": "l", "م": "m", "ن": "n", "ڭ": "g", "ٹ": "t", "ڈ": "d", "ړ": "r", "ڼ": "n", "ځ": "z dz",
    "څ": "s ts", "ښ": "kh sh x", "ږ": "zh g", "ټ": "t", "ډ": "d", "ں": "n", "ڑ": "r", "ء": "", "ئ": "y", "ؤ": "w",
    "ב": "b v", "ג": "g j", "ד": "d", "ז": "z s", "ח": "h ch kh", "ט": "t", "כ": "k ch kh c", "ך": "k ch kh", "ל": "l", "מ": "m", "ם": "m",
    "נ": "n", "ן": "n", "ס": "s z c", "פ": "p f ph", "ף": "f p ph", "צ": "tz ts z c s", "ץ": "tz ts z", "ק": "k q c ck", "ר": "r",
    "ש": "sh s sch", "ת": "t th",
}  # fmt: skip
_ANY = "[aeiouy]*"
# A long vowel is written, at a word's end, too: *Salimi* is no reading of ``سالم``, nor that of it.
_WRITTEN = "[aeiouy]+"
_ROUND, _HIGH, _OPEN = (
    "[aeiou]*(?:[ouwv]|f(?!.))[aeiouwv]*",
    "[aeiou]*[iyej][aeiouyj]*",
    "[aeiou]*[aeo][aeiou]*",
)
# A vowel that a word ends with is written; what Latin letters have there is mute, or links two words.
_NO_VOWEL = "e?"
_BREATH = "(?:h|ch)?"
# A word's first ا carries a vowel, which the Maghreb leaves out: *Ehsan*, *Brahim*, not *Hassan*.
_CARRIED = "(?:[aeiouy]+|(?=[^aeiouy]{2}))"


@lru_cache(maxsize=1 << 14)
def _pattern(word: str) -> re.Pattern[str]:
    parts = list[str]()
    for place, letter in enumerate(word):
        last = place + 1 == len(word)
        if letter in "وו":
            parts.append(
                "[aeiou]*[wvuof]?[aeiouwv]*" if last else _ROUND if place else "[wvuof][aeiouwv]*"
            )
        elif letter in "یיے":
            parts.append("[yij][aeiouy]*" if not place else _WRITTEN if last else _HIGH)
        elif letter == "ا":
            carried = _CARRIED if word[1:2] not in ("و", "ی") else _ANY
            parts.append((_WRITTEN if last else _OPEN) if place else carried)
        elif letter in "عאע":
            # Hebrew puts no letter before a word that begins with two consonants.
            parts.append(_ANY if place or letter == "ع" else "[aeiouy]+")
        elif letter == "ه" and not place:
            # It is heard there: *Hindi*, not *Indian*.
            parts.append(f"h{_ANY}")
        elif letter in "هה":
            parts.append(f"{_BREATH}{_ANY}{_BREATH}")
        else:
            ways = _CONSONANTS.get(letter, "").split()
            behind = _NO_VOWEL if last else _ANY
            parts.append(
                f"(?:{'|'.join(sorted(ways, key=len, reverse=True))}){{1,2}}{behind}"
                if ways
                else _ANY
            )
    end = "" if word[-1:] in _CONSONANTS else "h?"
    # No vowel is heard before a consonant that is not written: *Hamid*, not *Ahmed*.
    return re.compile("".join(parts) + end)


@lru_cache(maxsize=1 << 15)
def may_be(word: str, form: str) -> bool:
    """Whether a word may be written so.

    Args:
        word: of Arabic or Hebrew letters, folded, without an article.
        form: in ``a-z``.
    """
    return _pattern(word).fullmatch(form) is not None

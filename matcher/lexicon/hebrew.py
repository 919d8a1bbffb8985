# ruff: noqa: E501 (tables)
"""Hebrew words in Latin letters, with the vowels that the script leaves out.

Letters as Israeli passports and road signs write them (Academy of the Hebrew Language,
transliteration of 2006); a vowel is guessed between two consonants, ו and י are vowels behind one.
"""

from functools import lru_cache
from itertools import product

_LETTERS = {
    "ב": "b", "ג": "g", "ד": "d", "ז": "z", "ח": "h", "ט": "t", "כ": "k", "ך": "kh", "ל": "l", "מ": "m", "ם": "m",
    "נ": "n", "ן": "n", "ס": "s", "פ": "p", "ף": "f", "צ": "tz", "ץ": "tz", "ק": "k", "ר": "r", "ש": "sh", "ת": "t",
}  # fmt: skip
# Letters that are another sound inside a word or behind a vowel.
_SOFT = {"ב": "v", "כ": "ch", "פ": "f"}
_MUTE = "אע"
# Vowels for the first gap, for the others, and for ו; whether letters are soft behind the first.
_FILLS = (
    ("a", "a", "o", True), ("e", "e", "o", True), ("a", "e", "o", True), ("i", "a", "o", True), ("a", "", "o", True),
    ("e", "", "o", True), ("i", "", "o", True), ("a", "a", "u", False), ("e", "a", "u", True), ("o", "e", "u", True),
    ("", "a", "o", True), ("o", "", "o", True),
)  # fmt: skip
# Longer words have too many ways to be read with vowels. A choice, for time.
LONGEST_GUESSED = 12


@lru_cache(maxsize=1 << 13)
def guesses(word: str) -> tuple[str, ...]:
    """How Latin letters may write a word, the likeliest first.

    Args:
        word: of Hebrew letters, folded.
    """
    if not 1 < len(word) <= LONGEST_GUESSED:
        return ()
    doubled = ("ei", "ai") if "יי" in word else ("",)
    found = [_read(word, *fill, long) for fill, long in product(_FILLS, doubled)]
    return tuple(dict.fromkeys(filter(None, found)))


def _read(word: str, first: str, other: str, vav: str, soft: bool, long: str) -> str:
    read, gap, vowel = "", first, True
    for place, letter in enumerate(word):
        last = place + 1 == len(word)
        if letter == "ו":
            double = word[place + 1 : place + 2] == "ו" or (
                word[place - 1 : place] == "ו" and place
            )
            sound = "v" if not place or (vowel and not double and not last) else vav
        elif (
            letter == "י"
            and place
            and long
            and "י" in (word[place - 1], *word[place + 1 : place + 2])
        ):
            sound = long if word[place - 1] != "י" else ""
        elif letter == "י":
            sound = "y" if not place or vowel else "i"
        elif letter in _MUTE:
            sound = (gap or "a") if not vowel or not place else ""
        elif letter == "ה":
            sound = ("a" if not vowel else "h") if last else "h"
        else:
            inside = soft and place > 0 and letter in _SOFT
            sound = _SOFT[letter] if inside else _LETTERS.get(letter, "")
        consonant = sound[:1] not in tuple("aeiou") and sound != ""
        if consonant and place and not vowel:
            read += gap
            gap = other
        read += sound
        vowel = not consonant if sound else vowel
    return read

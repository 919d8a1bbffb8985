"""Arabic and Persian words in Latin letters, with the short vowels that the script leaves out.

Vowels are guessed by the shape of the word: an Arabic syllable is a consonant, a vowel and at most
one consonant more (but for a word's end), behind a long ā mostly stands i (Persian e), elsewhere a.
Letters as ALA-LC, BGN/PCGN and the passports of the countries write them.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product

# By the letters of ``folding.fold``: consonants in Arabic, and where Persian differs.
_ARABIC = {
    "ب": "b", "پ": "p", "ت": "t", "ث": "th", "ج": "j", "چ": "ch", "ح": "h", "خ": "kh", "د": "d",
    "ذ": "dh", "ر": "r", "ز": "z", "ژ": "zh", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t",
    "ظ": "z", "ع": "'", "غ": "gh", "ف": "f", "ق": "q", "ک": "k", "گ": "g", "ل": "l", "م": "m",
    "ن": "n", "ه": "h", "ء": "'", "ڤ": "v", "ڭ": "g", "ٹ": "t", "ڈ": "d", "ړ": "r", "ڼ": "n",
    "ځ": "z", "څ": "s", "ښ": "kh", "ږ": "zh", "ټ": "t", "ډ": "d", "ں": "n", "ڑ": "r",
}  # fmt: skip
_PERSIAN = {**_ARABIC, "ث": "s", "ذ": "z", "ض": "z", "ق": "gh"}
# Letters of foreign names: Arabic has no g, p or v.
_FOREIGN = {**_ARABIC, "ج": "g", "غ": "g", "ف": "v", "ق": "c"}
_LONG = {"ا": "a", "و": "u", "ی": "i", "ے": "e", "ى": "a"}
# Where the habits of Egypt, the Maghreb (by French) and the Gulf differ from these.
_HABITS = (
    {**_ARABIC, "ث": "s", "ذ": "z", "ظ": "z", "ج": "g", "ق": "k"},
    {**_ARABIC, "ش": "ch", "ض": "dh", "ق": "g", "ج": "dj", "ث": "t"},
    {**_ARABIC, "ث": "s", "ذ": "z", "ض": "z", "ظ": "d", "ق": "gh"},
)
PERSIAN_LETTERS = re.compile("[پچژگکی\u06c0\u06d5]")
# Longer words have too many ways to be read with vowels. A choice, for time.
LONGEST_GUESSED = 12
# Vowels for the first gap, for those behind a long ā, and for others; and whether a word may end in
# two consonants.
_ARABIC_FILLS = (
    ("a", "i", "a", False), ("a", "e", "a", False), ("a", "i", "a", True), ("u", "i", "a", False),
    ("i", "i", "a", False), ("a", "", "i", False), ("o", "e", "e", True),
)  # fmt: skip
_PERSIAN_FILLS = (
    ("a", "e", "a", False), ("a", "", "a", True), ("e", "e", "a", False), ("o", "e", "a", False),
    ("a", "e", "e", True), ("e", "", "e", False),
)  # fmt: skip
_GAP, _GAP_BEHIND_LONG, _GAP_AT_END = "1", "2", "3"


@lru_cache(maxsize=1 << 14)
def guesses(word: str, *, persian: bool) -> tuple[str, ...]:
    """How Latin letters may write a word, the likeliest first.

    Args:
        word: of Arabic letters, folded.
        persian: whether the name it is of is Persian.
    """
    if len(word) > LONGEST_GUESSED:
        return ()
    found: list[str] = []
    tables = (_PERSIAN, _ARABIC) if persian else (_ARABIC, _FOREIGN)
    for table, fills in zip(
        tables,
        (_PERSIAN_FILLS, _ARABIC_FILLS[:1]) if persian else (_ARABIC_FILLS, _ARABIC_FILLS[:1]),
        strict=True,
    ):
        shape = _shape(word, table)
        found += [_filled(shape, *fill) for fill in fills]
    # The other table's first guess comes second.
    found.insert(1, found.pop(-1))
    found[1:1] = _diphthongs(word, tables[0])
    found[2:2] = _early_diphthong(word, tables[0])
    if _GLIDE.search(word):
        found[1:1] = [_filled(_shape(word, table, glides=True), *fills[0]) for table in tables]
    others = [_filled(_shape(word, table), *_ARABIC_FILLS[0]) for table in _HABITS]
    return tuple(dict.fromkeys(filter(None, (*found, *others))))


def short_ways(word: str, *, persian: bool) -> tuple[str, ...]:
    """Further ways for a word of few consonants, which other words meet by its vowels only: و as o,
    what Persian hears at a word's end (``قوجه``, *Ghojeh*), and ش as French writes it there
    (``علوش``, *Allouche*).

    Args:
        word: of Arabic letters, folded.
        persian: whether the name it is of is Persian.
    """
    first = next(iter(guesses(word, persian=persian)), "")
    found = [first]
    if "و" in word[1:]:
        found.append(first.replace("u", "o"))
    if persian and word.endswith("ه"):
        found += [f"{one[:-1]}eh" for one in found if one.endswith("a")]
    if word.endswith("ش"):
        found.append(f"{first.removesuffix('sh').replace('u', 'ou')}che")
    return tuple(found[1:])


# Letters of foreign names, the likeliest first.
_SOUNDS = {
    **{letter: (sound,) for letter, sound in _ARABIC.items()},
    "ا": ("a",), "و": ("o", "u"), "ی": ("i", "e"), "ے": ("e",), "ى": ("a",), "ه": ("h",),
    "ب": ("b", "p"), "ج": ("g", "j"), "غ": ("g",), "ف": ("f", "v"), "ق": ("k", "q"),
}  # fmt: skip
_BEGINNINGS = ("او", "ای")
SHORTEST_FOREIGN, LEAST_LONG, MOST_FOREIGN = 4, 2, 8


@lru_cache(maxsize=1 << 14)
def foreign(word: str) -> tuple[str, ...]:
    """How Latin letters may have the foreign name that a word stands for (``غازبروم``, *Gazprom*),
    the likeliest first: its vowels are written, its letters stand for several sounds. Empty where
    it has few of them.

    Args:
        word: of Arabic letters, folded.
    """
    vowels = sum(letter in _LONG for letter in word)
    if not (SHORTEST_FOREIGN <= len(word) <= LONGEST_GUESSED and vowels >= LEAST_LONG):
        return ()
    sounds = [_SOUNDS.get(letter, ("",)) for letter in word]
    if word.startswith(_BEGINNINGS):
        # A vowel at a word's beginning is carried by a letter.
        sounds[:2] = [("e", "i", "ei") if word[1] == "ی" else ("o", "u", "au")]
    ranked = sorted(product(*map(enumerate, sounds)), key=lambda one: sum(rank for rank, _ in one))
    return tuple("".join([way for _, way in one]).replace("'", "") for one in ranked)[:MOST_FOREIGN]


# A long vowel with a vowel behind it may be a consonant: *nawaz*, *hayya*, *huwaysh*.
_GLIDE = re.compile("(?<=[^اویے])[وی](?=[اویه])")
_DIPHTHONGS = {"و": ("aw", "au", "o"), "ی": ("ay", "ei", "e")}


def _diphthongs(word: str, table: dict[str, str]) -> list[str]:
    """A consonant, w or y, and a consonant: a diphthong as often as a long vowel (``بيت``)."""
    first, middle, last = tuple(word) if len(word) == len("بيت") else ("", "", "")
    if middle not in _DIPHTHONGS or first not in table or last not in table:
        return []
    sounds = table[first].replace("'", ""), table[last].replace("'", "")
    return [f"{sounds[0]}{vowel}{sounds[1]}" for vowel in _DIPHTHONGS[middle]]


def _early_diphthong(word: str, table: dict[str, str]) -> list[str]:
    """A longer word with w or y behind its first consonant, read as a diphthong (``عیدی``, *Eidi*),
    one with it behind the second of those that begin with m, read as doubled (``مطوع``,
    *Mutawa*).
    """
    if len(word) <= len("بيت"):
        return []
    sounds = [table.get(letter, "").replace("'", "") for letter in word[:4]]
    if len(word) == len("حويش") and word[1:3] == "وی" and sounds[3]:
        return [f"{sounds[0]}uway{sounds[3]}"]
    if word[1] in "وی" and sounds[2] and (sounds[0] or word[0] == "ع"):
        shape = _shape(word, table)
        long = next((n for n, sign in enumerate(shape) if sign in ("u", "i")), None)
        if long is not None:
            shape[long] = "au" if word[1] == "و" else "ei"
            return [_filled(shape, *_ARABIC_FILLS[0])]
    if len(word) == len("مطوع") and word[0] == "م" and word[2] in "وی" and sounds[1]:
        return [f"mu{sounds[1]}a{'w' if word[2] == 'و' else 'y'}a{sounds[3]}"]
    return []


def _shape(word: str, table: dict[str, str], *, glides: bool = False) -> list[str]:
    """The letters of a word with signs for the gaps where a short vowel may be.

    Args:
        word: of Arabic letters, folded.
        table: what each consonant is in Latin letters.
        glides: whether w and y are consonants before a vowel.
    """
    letters = list(_letters(word, table, glides=glides))
    found: list[str] = []
    opened = True
    for place, (letter, vowel) in enumerate(letters):
        found.append(letter)
        following = letters[place + 1][1] if place + 1 < len(letters) else None
        if vowel:
            opened = True
        elif following is False:
            gap = _gap(letters, place, opened=opened)
            if gap:
                found.append(gap)
            opened = not opened if not gap else False
        else:
            opened = True
    return found


def _gap(letters: Sequence[tuple[str, bool]], place: int, *, opened: bool) -> str:
    """What stands between a consonant and the next; empty where a syllable ends with the first.

    Args:
        letters: of the word; whether each is a long vowel.
        place: of the first consonant.
        opened: whether a syllable begins with it.
    """
    last = place + 2 == len(letters)
    if place and letters[place - 1][1]:
        behind_a = letters[place - 1][0] == "a"
        return _GAP_BEHIND_LONG if behind_a else (_GAP_AT_END if last else "")
    if place == 0:
        return _GAP
    if last and not opened:
        return _GAP_AT_END
    return _GAP_AT_END if opened and last else ("x" if opened else "")


def _letters(word: str, table: dict[str, str], *, glides: bool) -> Iterator[tuple[str, bool]]:
    """Each letter in Latin, and whether it is a vowel: w and y are vowels behind a consonant."""
    for place, letter in enumerate(word):
        after_vowel = place == 0 or word[place - 1] in "اویے"
        if glides and _GLIDE.match(word, place):
            yield "w" if letter == "و" else "y", False
        elif glides and letter == "ه" and place and place + 1 == len(word):
            yield "a", True
        elif letter == "و":
            yield ("w", False) if after_vowel and place + 1 < len(word) else ("u", True)
        elif letter == "ی":
            yield ("y", False) if after_vowel and place + 1 < len(word) else ("i", True)
        elif letter == "ه" and place and place + 1 == len(word) and not after_vowel:
            yield "a", True
        elif letter == "ه" and place > 2 and place + 1 == len(word) and table is not _PERSIAN:
            # A feminine adjective: *Zeiniya*.
            yield ("ya" if word[place - 1] == "ی" else "h"), word[place - 1] == "ی"
        elif letter in _LONG:
            yield _LONG[letter], True
        else:
            yield table.get(letter, ""), False


def _filled(shape: Sequence[str], first: str, behind_long: str, other: str, closed: bool) -> str:
    fill = {
        _GAP: first,
        _GAP_BEHIND_LONG: behind_long,
        _GAP_AT_END: "" if closed else other,
        "x": other,
    }
    return "".join([fill.get(sign, sign) for sign in shape]).replace("'", "")

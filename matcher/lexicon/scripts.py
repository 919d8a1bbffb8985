"""Letters: which script a word is in, and how it reads in plain Latin letters.

Latin letters are the common ground on which names of all scripts are compared. anyascii does
the tables (one reading for each letter); Han goes through ``matcher.lexicon.chinese``, since its
readings depend on the word. What several tables would write differently is evened out by
``matcher.lexicon.keys.skeleton``.
"""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

from matcher.lexicon.escapes import unescaped
from matcher.lexicon.waiting import waiting

# What is inside words without being part of them: zero-width and direction marks, soft hyphen,
# fillers, variation selectors and tags (Unicode's Cf and Default_Ignorable_Code_Point), control
# characters but for those that are spaces, and the code points that PDF extractors leave for a
# hyphen at a line's end.
# Signs of footnotes, which are no part of the word that they stand at.
RAISED = "\u00b9\u00b2\u00b3\u2070\u2074-\u2079"
INVISIBLE = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\ufffe"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
# What stands for an apostrophe inside a word.
APOSTROPHES = "'’‘‛＇`´ʼʻʽʾʿˈˊˋ′‵՚׳ꞌ"
# A word broken at a line's end goes on in small letters, behind the marks of a mail that is quoted.
BROKEN = "[-\u00ad\u2010\u0002\ufffe][ \\t]*\\r?\\n[ \\t]*(?:[>|][ \\t>|]*)?(?=[a-zß-öø-ÿа-џ])"
MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903"
    "\u093a-\u094f\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc\u09be-\u09cd\u09d7\u0a01-\u0a03\u0a3c-\u0a51"
    "\u0a70\u0a71\u0a75\u0a81-\u0a83\u0abc\u0abe-\u0acd\u0b01-\u0b03\u0b3c\u0b3e-\u0b57\u0b82\u0bbe-\u0bcd"
    "\u0bd7\u0c00-\u0c04\u0c3e-\u0c56\u0c81-\u0c83\u0cbc\u0cbe-\u0cd6\u0d00-\u0d03\u0d3b-\u0d4d\u0d57"
    "\u0d82\u0d83\u0dca-\u0ddf\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u102b-\u103e\u1056-\u1059"
    "\u135d-\u135f\u17b4-\u17d3\u17dd\u3099\u309a"
)
HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002fa1f"

_DROPPED = re.compile(f"[{INVISIBLE}]")
# Persian sets the parts of a word, and whole words, apart by a sign that joins no letters.
_UNSEEN = waiting(f"{BROKEN}|(?!(?<=[\u0600-\u06ff])\u200c[\u0600-\u06ff])[{INVISIBLE}]")
_HAN = waiting(f"[{HAN}]")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_CONSONANTAL = re.compile("[\u0590-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_NOT_PLAIN = re.compile("[^a-z0-9]+")

# Letters that look the same (Unicode TR 39, "confusables", the pairs met in company names).
_CYRILLIC_TO_LATIN = str.maketrans(
    "аеорсухіјѕһԁкмтвнАЕОРСУХІЈЅКМТВНЗ", "aeopcyxijshdkmtbhAEOPCYXIJSKMTBH3"
)
_LATIN_TO_CYRILLIC = str.maketrans("aeopcyxkmtbhAEOPCYXKMTBH", "аеорсухкмтвнАЕОРСУХКМТВН")
_LOOKS_LATIN = frozenset("аеорсухіјѕһԁАЕОРСУХІЈЅКМТВН")

_ENCLOSED = re.compile("[\u2460-\u24ff\U0001f110-\U0001f149\U0001f150-\U0001f189]")


def visible(text: str) -> str:
    """A text as a person sees it: without invisible characters (but for Persian's between two of
    its letters) and line breaks inside words, with what escapes stand for (``&nbsp;``, ``%20``),
    and letters in circles or boxes as letters.
    """
    text = unescaped(text)
    if text.isascii() and text.isprintable():
        return text
    text = _ENCLOSED.sub(lambda met: unicodedata.normalize("NFKC", met[0]), text)
    return _UNSEEN.sub("", text)


def is_han(word: str) -> bool:
    """Whether the word has a Chinese character in it."""
    return _HAN.search(word) is not None


def is_consonantal(word: str) -> bool:
    """Whether the word is in a script that mostly leaves vowels out (Arabic, Hebrew)."""
    return _CONSONANTAL.search(word) is not None


def is_cyrillic(word: str) -> bool:
    """Whether the word has a Cyrillic letter in it."""
    return not word.isascii() and _CYRILLIC.search(word) is not None


def script_of(word: str) -> str:
    """The word's script as far as evidence needs it: ``Latn``, ``Cyrl``, ``Hani`` or ``other``."""
    if word.isascii():
        return "Latn"
    if _HAN.search(word):
        return "Hani"
    if _CYRILLIC.search(word):
        return "Cyrl"
    return "Latn" if _LATIN.search(word) else "other"


def script_of_little(raw: str) -> str:
    """A letter for the script of a little word: Latin, Cyrillic, Semitic or another."""
    if is_consonantal(raw):
        return "S"
    return {"Latn": "L", "Cyrl": "C"}.get(script_of(raw), "O")


def _one_script(word: str) -> str:
    """Undo look-alike letters: a word of two alphabets is read in the one it is mostly in."""
    cyrillic = _CYRILLIC.findall(word)
    if not cyrillic:
        return word
    latin = _LATIN.findall(word)
    if not latin:
        return word
    if len(latin) >= len(cyrillic) and all(letter in _LOOKS_LATIN for letter in cyrillic):
        return word.translate(_CYRILLIC_TO_LATIN)
    return word.translate(_LATIN_TO_CYRILLIC)


@lru_cache(maxsize=1 << 17)
def latin(word: str) -> str:
    """Read a word in plain small Latin letters and digits.

    Args:
        word: one word in any script but Han (which ``matcher.lexicon.chinese`` reads).

    Returns:
        Only ``a-z0-9``; empty when nothing readable is in the word.
    """
    if word.isascii():
        return _NOT_PLAIN.sub("", word.lower())
    word = unicodedata.normalize("NFKC", _DROPPED.sub("", word))
    return _NOT_PLAIN.sub("", anyascii(_one_script(word)).lower())

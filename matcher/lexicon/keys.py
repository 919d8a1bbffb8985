"""Coarser spellings of a word, by which similar words find each other.

``skeleton`` evens out what transliteration tables disagree on (Gazprom / Gasprom stays a typo,
Yuri / Iouri / Jurij does not), ``stem`` takes the case endings of Slavic adjectives off
(Tulskii / Tula), ``consonants`` is what Arabic and Hebrew write of a word. The rules were read off
the romanization systems themselves (ALA-LC, BGN/PCGN, ISO 9, GOST 7.79, passport tables).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from operator import itemgetter
from string import ascii_lowercase
from zlib import crc32

import numpy as np

from matcher.lexicon.any_of import any_of

_FOLDS = (
    ("shch", "s"),
    ("sch", "s"),
    ("tch", "4"),
    ("tsch", "4"),
    ("dzh", "j"),
    ("kh", "h"),
    ("ch", "4"),
    ("sh", "s"),
    ("zh", "j"),
    ("ph", "f"),
    ("th", "t"),
    ("gh", "g"),
    ("ts", "c"),
    ("tz", "c"),
    ("cz", "c"),
    ("ck", "k"),
    ("ce", "ce"),
    ("ci", "ci"),
    ("cy", "ci"),
    ("c", "k"),
    # *Enrique*, but *Suqur*.
    ("que", "ke"),
    ("qui", "ki"),
    ("q", "k"),
    ("x", "ks"),
    ("w", "v"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ae", "a"),
    ("oe", "o"),
    # A project in Russian names.
    ("proekt", "proekt"),
    ("ue", "u"),
    ("yu", "u"),
    ("iu", "u"),
    ("ju", "u"),
    ("iya", "ia"),
    ("ija", "ia"),
    ("ya", "a"),
    ("ja", "a"),
    ("ia", "a"),
    ("ye", "e"),
    ("ie", "e"),
    ("je", "e"),
    ("yo", "o"),
    ("jo", "o"),
    ("io", "o"),
    ("y", "i"),
    ("j", "i"),
    # The Arabic word for God and for a party, by the vowels of Arabic, Persian and Turkish.
    ("ollah", "ala"),
    ("ullah", "ala"),
    ("allah", "ala"),
    ("ulla", "ala"),
    ("hezb", "hizb"),
    ("khezb", "hizb"),
    ("hisb", "hizb"),
)
# The last letter of Arabic and Persian words, which is not heard: *Jazirah*, *Fatemeh*.
_UNHEARD = "h"
_FOLD = re.compile(
    any_of(source for source, _ in _FOLDS).pattern + f"|(?<=[a-z]{{3}}[ae]){_UNHEARD}(?![a-z])"
)
_FOLDED = dict(_FOLDS) | {_UNHEARD: ""}


def _folded(met: re.Match[str]) -> str:
    return _FOLDED[met[0]]


# A digit between letters is more often a misread letter than a digit.
_MISREAD = str.maketrans("0158", "olsb")
# Letters that a skeleton has where its word has them, and nowhere else.
_CHANGED = frozenset("".join([*map("".join, _FOLDS), "olsb"]))
KEPT = frozenset(ascii_lowercase) - _CHANGED
_DOUBLED = re.compile(r"(.)\1+")
# (Python reads what stands for a group anew for every word; this it only calls.)
_LETTER = itemgetter(1)
_VOWELS = re.compile("[aeiou]+")
_HEARD_AS_VOWELS = re.compile("[aeiouyw]+")
_ENDING = re.compile(
    r"(?:(?<=[a-z]{3}sk)|(?<=[a-z]{4}))(?:ogo|ego|oi|ei|oe|ee|im|om|ov|ev|ih|a|o|e|i|u)$",
    re.MULTILINE,
)
_LEARNED = re.compile(
    r"(?<=[a-z]{4})(?:tions?|tionen|zioni?|zione|ciones?|cion|ts(?:iy|i|y)[aeiu]|tsii|cij[aei]|cj[aei])$",
    re.MULTILINE,
)
_LONGEST_ENDING, _LONGEST_LEARNED = 3, 6
# Little words inside phrases, of the languages in which listed names are written.
_LITTLE = (
    "a al an and as at by da de del der di do du el en et for i ili im imeni in la le na of on or "
    "po s the to und v y z za"
)
_NO_LETTER = frozenset(_LITTLE.split())
_SUFFIX = re.compile(r"(?<=[a-z]{3})(?:en|in|an|ov|ev)?sk$", re.MULTILINE)


@cache
def _given_names() -> Mapping[str, str]:
    """Skeletons of given names, and the one that stands for all of a name."""
    text = (files("matcher") / "data" / "given_names.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    spelt = {_of_letters(one): _of_letters(name) for name, rest in rows for one in rest.split("|")}
    return spelt | {name: name for name in spelt.values()}


@cache
def _skeletons_of_given_names() -> frozenset[str]:
    return frozenset(_given_names().values())


@cache
def _given_names_as_written() -> Mapping[str, frozenset[str]]:
    """Spellings of given names, letter by letter, and the names that each is one of."""
    text = (files("matcher") / "data" / "given_names.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    found: dict[str, frozenset[str]] = {}
    for name, rest in rows:
        for one in (name, *rest.split("|")):
            found[one] = found.get(one, frozenset()) | {name}
    return found


def are_two_given_names(one: str, other: str) -> bool:
    """Whether two words are spellings of given names that are two and have other consonants, though
    their coarse spelling may be the same: *Sajid* and *Sayed*. Those that differ in vowels alone
    publishers write for one another (*Nasr*, *Naser*; *Saeed*, *Sayed*).

    Args:
        one: a word in ``a-z0-9``.
        other: another one.
    """
    known = _given_names_as_written()
    left, right = known.get(one), known.get(other)
    if left is None or right is None or not left.isdisjoint(right):
        return False
    return _without_vowels(one) != _without_vowels(other)


def _without_vowels(form: str) -> str:
    return _DOUBLED.sub(r"\1", _HEARD_AS_VOWELS.sub("", form))


def is_given_name(form: str) -> bool:
    """Whether a word is a given name whose spellings are known to be one.

    Args:
        form: a word in ``a-z0-9``.
    """
    return skeleton(form) in _skeletons_of_given_names()


@lru_cache(maxsize=1 << 16)
def skeleton(form: str) -> str:
    """The spelling on which the common transliteration tables agree; of given names that of which
    all habits of writing them are one (``Mohamed``, ``Muhammad``).

    Args:
        form: a word in ``a-z0-9``.

    Returns:
        A string over ``a-z0-9``; the same for the same word under different tables, mostly.
    """
    if form.isdigit():
        return form
    if not form.isalpha() and sum(map(str.isalpha, form)) > len(form) / 2:
        form = form.translate(_MISREAD)
    spelt = _of_letters(form)
    return _given_names().get(spelt, spelt)


def _of_letters(form: str) -> str:
    return _DOUBLED.sub(_LETTER, _FOLD.sub(_folded, form))


def joined_skeleton(forms: Sequence[str]) -> str:
    """The skeleton of words written as one, read word by word: a letter that ends one and begins
    the next is one letter (``Abdul Latif``, ``Abdulatif``).
    """
    joined = ""
    for form in forms:
        own = skeleton(form).replace(" ", "")
        joined += own[1:] if joined[-1:] == own[:1] else own
    return joined


@lru_cache(maxsize=1 << 15)
def stem(form: str) -> str:
    """The skeleton without the endings of Slavic nouns and adjectives; at least three letters.

    The endings of learned words are one over the languages: -tion, -zione, -ción, -tsiya.
    """
    learned = _at_end(_LEARNED, form, _LONGEST_LEARNED)
    spelled = skeleton(form if learned is None else form[:learned] + "cia")
    spelled = spelled[: _at_end(_ENDING, spelled, _LONGEST_ENDING)]
    return _SUFFIX.sub("", spelled) if spelled.endswith("sk") else spelled


def _at_end(ending: re.Pattern[str], form: str, longest: int) -> int | None:
    """Where an ending of so many letters begins, if a word has one; no other place is tried."""
    found = ending.search(form, max(0, len(form) - longest))
    return None if found is None else found.start()


def skeletons(forms: Sequence[str]) -> list[str]:
    """The skeletons of many words, a third as dear as one by one."""
    names = _given_names()
    words = [form for form in forms if form.isalpha() and form.isascii()]
    spelt = _skeletons("\n".join(words)).split("\n")
    found = iter([names.get(one, one) for one in spelt])
    return [next(found) if form.isalpha() and form.isascii() else skeleton(form) for form in forms]


def _skeletons(lines: str) -> str:
    """The skeletons of words of letters, one on each line."""
    letters = np.frombuffer(_FOLD.sub(_folded, lines).encode(), dtype=np.uint8)
    kept = np.ones(len(letters), dtype=np.bool_)
    np.not_equal(letters[1:], letters[:-1], out=kept[1:])
    return letters[kept].tobytes().decode()


def stems(forms: Sequence[str], spelled: Sequence[str]) -> list[str]:
    """The stems of many words, whose skeletons are at hand."""
    if not forms:
        return []
    learned = _LEARNED.sub("cia", "\n".join(forms)).split("\n")
    whole = [
        own if left == form else skeleton(left)
        for form, left, own in zip(forms, learned, spelled, strict=True)
    ]
    return _SUFFIX.sub("", _ENDING.sub("", "\n".join(whole))).split("\n")


# What letters of Arabic, Persian and Hebrew become in Latin ones by different tables.
_SOUNDS = {
    "tch": "c", "tsch": "c", "dj": "j", "dsch": "j", "sch": "s", "sh": "s", "ch": "c", "kh": "x",
    "gh": "g", "th": "t", "dh": "d", "zh": "j", "ph": "f", "ck": "k", "ce": "se", "ci": "si",
    "cy": "si", "c": "k", "q": "k", "x": "ks", "z": "z", "p": "b", "w": "v", "y": "", "tz": "c",
    "ts": "c",
}  # fmt: skip
_SOUND = any_of(_SOUNDS)
_LONG_I = ("i", "y", "ee")
_MUTE = re.compile("(?<=.)h$")


@lru_cache(maxsize=1 << 16)
def consonants(form: str) -> str:
    """What a script without vowels would write of the word."""
    plain = _DOUBLED.sub(_LETTER, _SOUND.sub(lambda met: _SOUNDS[met[0]], form))
    # A long i at the end is written, and makes another name of one (Nasr, Nasri).
    return _MUTE.sub("", _VOWELS.sub("", plain)) + ("i" if form.endswith(_LONG_I) else "")


def strong_consonants(form: str) -> str:
    """The consonants without w: Arabic writes a long u with it. (Its long i is read as a vowel.)"""
    return consonants(form).replace("v", "")


@lru_cache(maxsize=1 << 16)
def initials(form: str) -> tuple[str, ...]:
    """The parts of a word or phrase that give a letter to an acronym: ``research and production``
    gives two.
    """
    parts = form.split(" ")
    if len(parts) == 1:
        return (form,)
    return tuple(part for part in parts if part not in _NO_LETTER) or tuple(parts)


def hashed(kind: str, key: str) -> int:
    """A 32-bit number for a key; what shares a number is compared before it counts."""
    return crc32(key.encode(), _KINDS[kind])


def hashed_all(kind: str, keys: Iterable[bytes]) -> list[int]:
    """The same for many keys in ASCII."""
    start = _KINDS[kind]
    return [crc32(key, start) for key in keys]


# What a key begins with is the same for all of a kind.
_KINDS = {kind: crc32(kind.encode()) for kind in ascii_lowercase}

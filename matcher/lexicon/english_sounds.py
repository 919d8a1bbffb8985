"""English words that other scripts write as they sound: ``فينتشرز`` is *Ventures*, ``Солюшнс``
*Solutions*, ``ブリッジ`` *Bridge*.

``data/english_sounds.tsv`` (made by ``tools/make_english_sounds.py``) has how each of the commonest
English words sounds, in letters that ``lexicon.loan_sounds`` reads.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from itertools import product

from anyascii import anyascii
from rapidfuzz.distance.Indel import normalized_similarity as ratio

from matcher.lexicon.loan_sounds import (
    Script,
    Sounds,
    consonants_agree,
    script_of_sounds,
    sounds,
    sounds_of_letters,
    vowels_agree,
)
from matcher.lexicon.thai import as_loan
from matcher.lexicon.waiting import waiting

_ENGLISH, _NAMES = "english_sounds.tsv", "name_sounds.tsv"
# The first of them as Japanese and Korean hear it.
_WITHOUT_R = "without r"
# Words that one may be; the likeliest come first. A choice, for time.
MOST_WORDS = 3
# Consonants of a word at least: of a shorter one too many sound alike.
FEWEST_CONSONANTS = 2
# How alike the letters of two words are at least, and how much less so than the likeliest one's;
# measured on loanwords of Arab firms' names (*Shine* is no *John*).
LEAST_ALIKE, FALLS_BEHIND, SURELY = 0.6, 0.12, 0.8
# Arabic letters that carry any vowel at a word's beginning.
_ANY_BEGINNING = frozenset("اأإ")
# What scripts write with two letters, or for the eye: *ch* and *j*, a doubled consonant.
_WRITTEN = (
    ("تش", "چ"), ("دج", "ج"), ("дж", "ж"), ("тч", "ч"), ("ッ", ""), ("ー", ""), ("ভ", "व"),
    ("য়", "य"), ("ଭ", "व"),
)  # fmt: skip
# A consonant of a script of India with no vowel's sign behind it, and a letter or a nasal: there is
# an *a* between them.
_CONSONANT = (
    "\u0915-\u0939\u0995-\u09b9\u0a15-\u0a39\u0a95-\u0ab9\u0b15-\u0b39\u0b95-\u0bb9\u0c15-\u0c39"
    "\u0c95-\u0cb9\u0d15-\u0d39"
)
_BARE_CONSONANT = waiting(f"[{_CONSONANT}][\u093c\u09bc\u0a3c]?(?=[{_CONSONANT}])")
_MARK = re.compile("['’`׳‘]")
_OTHERWISE = (
    (re.compile("ج"), "گ"),
    # Arabic puts a vowel before two consonants.
    (re.compile("^[اإأ](?=س[^اويی])"), ""),
    (re.compile("(?<=[اأ])و(?=[^اوي])|^و(?=[^اوي])|(?<=.)و(?=[اي])"), "ڤ"),
    (re.compile("(?<=[אעי])ו|^ו"), "ב"),
    (re.compile("^ウ(?=[ラリル])"), "ヴ"),
    # The Georgian nominative.
    (re.compile("(?<=[^აეიოუ])ი$"), ""),
)
_FINE = str.maketrans(
    {
        "ش": "sh",
        "ج": "j",
        "چ": "ch",
        "ژ": "zh",
        "ز": "z",
        "ظ": "z",
        "ث": "t",
        "ذ": "d",
        "خ": "kh",
        "ا": "a",
        "أ": "a",
        "آ": "a",
    }
)
# Some write the vowels that English spells: ``ماريتايم``.
_MUTE = re.compile("(?<=[a-z]{3})e$")
_THAI = re.compile("[\u0e00-\u0e7f]")
_KANA_OR_HANGUL = waiting("[\u3040-\u30ff\uac00-\ud7a3]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
# The vowel that Korean puts where there is none; *f* and *v* at the end of a word before it.
_ADDED, _ENDS_IN_F = re.compile("eu"), re.compile("peu$")
_SILENT_R = re.compile("(?<=[aeiou])r(?=[^aeiouy]|$)")
# Two signs of the table for one vowel that may be heard as either.
_ANY_VOWEL, _DOUBLED = re.compile("aeo|ae|ao|ie"), re.compile(r"(.)\1+")
# What few scripts tell apart.
_LIKE = str.maketrans("vpeowyqc", "fbiuuikk")


@cache
def _by_key(file: str) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """For each key of ``loan_sounds`` the words of a table that sound so, the commonest first: the
    word, and its sound in letters.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    text = (files("matcher") / "data" / file).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        word, *spoken = line.split("\t")
        for one in spoken:
            sound, _, key = one.partition(" ")
            found.setdefault(key, []).append((word, sound))
    return {key: tuple(words) for key, words in found.items()}


@cache
def _without_r() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """The English words with an r that Japanese and Koreans do not write: ``リバティ``,
    *Liberty*.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    silent = [
        (word, without)
        for words in _by_key(_ENGLISH).values()
        for word, sound in words
        if (without := _SILENT_R.sub("", sound)) != sound
    ]
    spoken = sounds_of_letters([without for _, without in silent])
    for one, own in zip(silent, spoken, strict=True):
        found.setdefault(own.key, []).append(one)
    return {key: tuple(words) for key, words in found.items()}


def english_by_sound(word: str) -> tuple[str, ...]:
    """The English words that a word of another script may write by their sound, the likeliest
    first; none for words of which too little is heard.

    Args:
        word: as written, of one script.
    """
    return tuple(dict.fromkeys(english for _, english in _likeliest(word, _ENGLISH)))[:MOST_WORDS]


def name_by_sound(word: str) -> tuple[str, ...]:
    """The names of persons that a word of another script may write by their sound (``লাভরভ``,
    *Lavrov*), as lists have them, the likeliest first.

    Args:
        word: as written, of one script.
    """
    return tuple(dict.fromkeys(name for _, name in _likeliest(word, _NAMES)))[:MOST_WORDS]


def is_surely_english(word: str) -> bool:
    """Whether a word of enough sounds has nearly the letters of an English one."""
    if len(sounds(word).consonants) <= FEWEST_CONSONANTS:
        return False
    best = _likeliest(word, _ENGLISH)[:1]
    return bool(best) and best[0][0] >= SURELY


@lru_cache(maxsize=1 << 14)
def _likeliest(word: str, file: str) -> tuple[tuple[float, str], ...]:
    """What words of a table one may be, the likeliest first, and how alike their letters are."""
    found = [one for way in _ways_to_read(word) for one in _alike(way, file)]
    best = max((alike for alike, _ in found), default=0.0)
    chosen = [one for one in found if one[0] >= max(LEAST_ALIKE, best - FALLS_BEHIND)]
    return tuple(sorted(chosen, key=lambda one: -one[0]))


def _ways_to_read(word: str) -> Iterator[str]:
    """A word with its letters for the sounds that they may stand for."""
    word = _MARK.sub("", word)
    for letters, one in _WRITTEN:
        word = word.replace(letters, one)
    yield word
    voiced = _BARE_CONSONANT.sub(lambda met: met[0] + _inherent(met[0]), word)
    if voiced != word:
        yield voiced
    # Egypt writes g with the letter of j; v is written as w, and foreign names begin otherwise.
    for pattern, one in _OTHERWISE:
        other = pattern.sub(one, word)
        if other != word:
            yield other


def _inherent(consonant: str) -> str:
    """The letter *a* of a consonant's script; the scripts of India are laid out alike."""
    return chr((ord(consonant[0]) & ~0x7F) + 5)


def _alike(word: str, file: str) -> Iterator[tuple[float, str]]:
    """The words of which the consonants and vowels agree, and how alike their letters are."""
    if not word:
        return
    heard, script = sounds(word), script_of_sounds(word)
    # ``sounds`` takes w for a vowel: ``وايد``, *wide*.
    glide = word[0] == "و" and len(word) > FEWEST_CONSONANTS
    if len(heard.consonants) < FEWEST_CONSONANTS - glide:
        return
    glide &= len(heard.consonants) < FEWEST_CONSONANTS
    tables = (file, _WITHOUT_R) if file == _ENGLISH and _KANA_OR_HANGUL.match(word) else (file,)
    found = {
        (known, sound): None
        for written in _as_ended(word, heard)
        for table, key in product(tables, written.keys)
        if key in _table(table)
        for known, sound, gaps in _of_consonants(written.consonants, key, script, table)
        if vowels_agree(written.gaps, gaps, script) and not (glide and known[0] != "w")
    }
    if not found:
        # The common case.
        return
    fine = _finely(word, syllabic=script.syllabic)
    for known, sound in found:
        others = _letters_of(known, sound, syllabic=script.syllabic)
        yield max([ratio(fine, other) for other in others]), known


def _table(table: str) -> Mapping[str, tuple[tuple[str, str], ...]]:
    return _without_r() if table == _WITHOUT_R else _by_key(table)


@lru_cache(maxsize=1 << 12)
def _of_consonants(
    consonants: str, key: str, script: Script, table: str
) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """The words of a table under a key whose consonants agree: the word, its sound in letters, and
    the vowels around its consonants, by that sound and as it is spelt. Words of a text share their
    consonants, and so do those of a table.
    """
    heard, different = _heard_under(key, table)
    agree = {one for one in different if consonants_agree(consonants, one, script)}
    return tuple([one[1:] for one in heard if one[0] in agree]) if agree else ()


@cache
def _heard_under(
    key: str, table: str
) -> tuple[tuple[tuple[str, str, str, tuple[str, ...]], ...], frozenset[str]]:
    """The words of a table under a key, by their sound and as they are spelt: the consonants, the
    word, its sound in letters, the vowels around its consonants; and all different consonants.
    """
    written = [
        (word, sound, one)
        for word, sound in _table(table)[key]
        for one in dict.fromkeys((sound, _MUTE.sub("", word)))
    ]
    # Both tables have words of the letters a to z alone.
    spoken = sounds_of_letters([one for _, _, one in written])
    heard = tuple(
        (own.consonants, word, sound, own.gaps)
        for (word, sound, _), own in zip(written, spoken, strict=True)
    )
    return heard, frozenset([one[0] for one in heard])


def _as_ended(word: str, heard: Sounds) -> Iterator[Sounds]:
    """How a word may end: an English plural, a Russian *-ov*; and begin, where a letter carries any
    vowel.
    """
    gaps, consonants = heard.gaps, heard.consonants
    if word[0] in _ANY_BEGINNING:
        gaps = (gaps[0] + "aiu", *gaps[1:])
    for end, others in (("z", "s"), ("f", "fv")):
        if consonants.endswith(end):
            yield from (Sounds(consonants[:-1] + other, gaps) for other in others)
            return
    yield Sounds(consonants, gaps)


def _finely(word: str, *, syllabic: bool) -> str:
    """The letters of a word, told apart where ``sounds`` takes several as one; l and r are one to
    scripts that write syllables.
    """
    letters = as_loan(word) if _THAI.match(word) else anyascii(word.translate(_FINE)).lower()
    if _HANGUL.match(word):
        letters = _ADDED.sub("", _ENDS_IN_F.sub("f", letters))
    plain = _plain(letters)
    return plain.replace("l", "r") if syllabic else plain


@lru_cache(maxsize=1 << 15)
def _letters_of(word: str, sound: str, *, syllabic: bool) -> tuple[str, ...]:
    """The letters of a word of a table, as it sounds and as it is spelt."""
    others = {_plain(sound), _plain(word)}
    return tuple({other.replace("l", "r") for other in others} if syllabic else others)


def _plain(sound: str) -> str:
    plain = _ANY_VOWEL.sub("a", sound.replace("aei", "ei")).replace("zh", "j").replace("x", "ks")
    return _DOUBLED.sub(r"\1", plain.translate(_LIKE))

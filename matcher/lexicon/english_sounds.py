"""English words that other scripts write as they sound: ``فينتشرز`` is *Ventures*, ``Солюшнс``
*Solutions*, ``ブリッジ`` *Bridge*.

``data/english_sounds.tsv`` (made by ``tools/make_english_sounds.py``) has how each of the commonest
English words sounds, in letters that ``lexicon.loan_sounds`` reads.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files

from anyascii import anyascii
from rapidfuzz.distance.Indel import normalized_similarity as ratio

from matcher.lexicon.loan_sounds import Sounds, script_of_sounds, sound_alike, sounds

# Words that one may be; the likeliest come first. A choice, for time.
MOST_WORDS = 3
# Consonants of a word at least: of a shorter one too many sound alike.
FEWEST_CONSONANTS = 2
# How alike the letters of two words are at least, and how much less so than the likeliest one's;
# measured on loanwords of Arab firms' names (*Shine* is no *John*).
LEAST_ALIKE, FALLS_BEHIND, SURELY = 0.6, 0.12, 0.8
# Arabic puts a vowel before two consonants.
_HELPING_VOWEL = re.compile("^[اإأ](?=س[^اويی])")
# Arabic letters that carry any vowel at a word's beginning.
_ANY_BEGINNING = frozenset("اأإ")
# What scripts write with two letters, or for the eye: *ch* and *j*, a doubled consonant.
_WRITTEN = (("تش", "چ"), ("دج", "ج"), ("дж", "ж"), ("тч", "ч"), ("ッ", ""), ("ー", ""))
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
# Two signs of the table for one vowel that may be heard as either.
_ANY_VOWEL, _DOUBLED = re.compile("aeo|ae|ao|ie"), re.compile(r"(.)\1+")
# What few scripts tell apart.
_LIKE = str.maketrans("vpeowyqc", "fbiuuikk")


@cache
def _by_key() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """For each key of ``loan_sounds`` the words that sound so, the commonest first: the word, and
    its sound in letters.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    text = (files("matcher") / "data" / "english_sounds.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        word, *spoken = line.split("\t")
        for one in spoken:
            sound, _, key = one.partition(" ")
            found.setdefault(key, []).append((word, sound))
    return {key: tuple(words) for key, words in found.items()}


@lru_cache(maxsize=1 << 14)
def english_by_sound(word: str) -> tuple[str, ...]:
    """The English words that a word of another script may write by their sound, the likeliest
    first; none for words of which too little is heard.

    Args:
        word: as written, of one script.
    """
    return tuple(dict.fromkeys(english for _, english in _likeliest(word)))[:MOST_WORDS]


def is_surely_english(word: str) -> bool:
    """Whether a word of enough sounds has nearly the letters of an English one."""
    best = next(_likeliest(word), (0.0, ""))[0]
    return best >= SURELY and len(sounds(word).consonants) > FEWEST_CONSONANTS


def _likeliest(word: str) -> Iterator[tuple[float, str]]:
    for letters, one in _WRITTEN:
        word = word.replace(letters, one)
    # Egypt writes g with the letter of j.
    ways = {word, word.replace("ج", "گ"), _HELPING_VOWEL.sub("", word)}
    found = [one for way in sorted(filter(None, ways)) for one in _alike(way)]
    best = max((alike for alike, _ in found), default=0.0)
    chosen = [one for one in found if one[0] >= max(LEAST_ALIKE, best - FALLS_BEHIND)]
    yield from sorted(chosen, key=lambda one: -one[0])


def _alike(word: str) -> Iterator[tuple[float, str]]:
    """The words of which the consonants and vowels agree, and how alike their letters are."""
    written = sounds(word)
    if len(written.consonants) < FEWEST_CONSONANTS:
        # Of a lone vowel nothing may be left.
        return
    script, fine = script_of_sounds(word), _finely(word)
    if script.syllabic:
        fine = fine.replace("l", "r")
    gaps, consonants = written.gaps, written.consonants
    if consonants.endswith("z"):
        consonants = consonants[:-1] + "s"
    if word[0] in _ANY_BEGINNING:
        gaps = (gaps[0] + "aiu", *gaps[1:])
    written = Sounds(consonants, gaps)
    for key in written.keys:
        for english, sound in _by_key().get(key, ()):
            if sound_alike(written, sounds(sound), script):
                others = _plain(sound), _plain(english)
                if script.syllabic:
                    # Japanese and Korean have one letter for l and r.
                    others = others[0].replace("l", "r"), others[1].replace("l", "r")
                yield max(ratio(fine, other) for other in others), english


def _finely(word: str) -> str:
    """The letters of a word, told apart where ``sounds`` takes several as one."""
    return _plain(anyascii(word.translate(_FINE)).lower())


def _plain(sound: str) -> str:
    plain = _ANY_VOWEL.sub("a", sound.replace("aei", "ei")).replace("zh", "j").replace("x", "ks")
    return _DOUBLED.sub(r"\1", plain.translate(_LIKE))

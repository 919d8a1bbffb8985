"""Koreans' names in katakana, as Japan's lists and newspapers write them: ``キム・ジョンマン``,
*Kim Jong Man*.

Katakana has one letter for what Korean has several (``チョン`` is 정, 종, 전 and 천), and voices
what Korean does inside a word. So each syllable of a given name is written in katakana, and looked
up by that.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import product

from matcher.lexicon.korean import SURNAMES, letters, spellings
from matcher.lexicon.korean_spellings import OF_GIVEN_NAMES

# Katakana of a consonant with each of the vowels a, i, u, e, o, ya, yu, yo.
_ROWS = {
    "k": "カキクケコキャキュキョ", "g": "ガギグゲゴギャギュギョ", "n": "ナニヌネノニャニュニョ",
    "t": "タティトゥテトテャテュテョ", "d": "ダディドゥデドデャデュデョ",
    "r": "ラリルレロリャリュリョ",
    "m": "マミムメモミャミュミョ", "p": "パピプペポピャピュピョ", "b": "バビブベボビャビュビョ",
    "s": "サシスセソシャシュショ", "": "アイウエオヤユヨ", "c": "チャチチュチェチョチャチュチョ",
    "j": "ジャジジュジェジョジャジュジョ", "h": "ハヒフヘホヒャヒュヒョ",
}  # fmt: skip
# By the place of the letter in Unicode's order; some consonants are voiced inside a word.
_LEADS = (
    "k g", "k", "n", "t d", "t", "r", "m", "p b", "p", "s", "s", "", "c j", "c", "c", "k", "t", "p",
    "h",
)  # fmt: skip
_VOWELS = (
    "a", "e", "ya", "e", "o", "e", "yo", "e", "o", "wa", "we", "we", "yo", "u", "wo", "we", "wi",
    "yu", "u", "wi i", "i",
)  # fmt: skip
_TAILS = (
    "", "ク", "ク", "ク", "ン", "ン", "ン", "ッ", "ル", "ク", "ム", "ル", "ル", "ル", "プ", "ル",
    "ム", "プ", "プ", "ッ", "ッ", "ン", "ッ", "ッ", "ク", "ッ", "プ", "ッ",
)  # fmt: skip
_PLAIN = ("a", "i", "u", "e", "o", "ya", "yu", "yo")
_ROUND = {"wa": "ァ", "we": "ェ", "wi": "ィ", "wo": "ォ"}
_ALONE = {"wa": "ワ", "we": "ウェ", "wi": "ウィ", "wo": "ウォ"}
_SMALL = frozenset("ァィゥェォャュョ")
# Kana of a syllable, and ways to write a given name that are looked for: a choice, for time; the
# likeliest come first.
LONGEST, MOST_WAYS = 4, 24


def as_person(parts: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """How a Korean's surname and given name in katakana may be written in Latin letters, the
    likeliest way first; None where they are no Korean's.

    Args:
        parts: the name's, surname first; the given name in one part or by its syllables.
    """
    families = _surnames().get(parts[0], ())
    given = _given("".join(parts[1:]))
    return (families, given) if families and given else None


@lru_cache(maxsize=1 << 12)
def _given(kana: str) -> tuple[str, ...]:
    ways = (way for cut in _cuts(kana) for way in _joined([_spelt(one) for one in cut]))
    return tuple(dict.fromkeys(ways))[:MOST_WAYS]


def _joined(syllables: Sequence[Sequence[str]]) -> Iterator[str]:
    """The ways to write syllables as one word, the likeliest first."""
    ranked = sorted(product(*map(enumerate, syllables)), key=lambda one: sum(n for n, _ in one))
    return ("".join(way for _, way in one) for one in ranked)


def _cuts(kana: str) -> Iterator[tuple[str, ...]]:
    """A given name cut into two syllables of given names, or one."""
    known = _syllables()
    for end in range(1, min(LONGEST, len(kana) - 1) + 1):
        first, second = kana[:end], kana[end:]
        if second[0] not in _SMALL and first in known and second in known:
            yield first, second
    if len(kana) > 1 and kana in known:
        yield (kana,)


@lru_cache(maxsize=1 << 11)
def _spelt(kana: str) -> tuple[str, ...]:
    """How a syllable may be written: that of each Korean one in turn, the usual way first."""
    ranked = [(rank, way) for one in _syllables()[kana] for rank, way in enumerate(spellings(one))]
    return tuple(dict.fromkeys(way for _, way in sorted(ranked, key=lambda one: one[0])))


@cache
def _syllables() -> Mapping[str, tuple[str, ...]]:
    """Katakana of the syllables of given names, and those that each may be."""
    found: dict[str, list[str]] = {}
    for syllable in OF_GIVEN_NAMES:
        for kana in _in_kana(syllable):
            found.setdefault(kana, []).append(syllable)
    return {kana: tuple(of) for kana, of in found.items()}


@cache
def _surnames() -> Mapping[str, tuple[str, ...]]:
    """Katakana of surnames, and how they are written in Latin letters."""
    found: dict[str, dict[str, None]] = {}
    for surname, ways in SURNAMES.items():
        if len(surname) == 1:
            for kana in _in_kana(surname):
                found.setdefault(kana, {}).update(dict.fromkeys(ways.split()))
    return {kana: tuple(ways) for kana, ways in found.items()}


def _in_kana(syllable: str) -> Iterator[str]:
    lead, vowel, tail = letters(syllable)
    for consonant in _LEADS[lead].split() or [""]:
        for heard in _VOWELS[vowel].split():
            yield _with_vowel(consonant, heard) + _TAILS[tail]


def _with_vowel(consonant: str, vowel: str) -> str:
    if vowel in _PLAIN:
        return _kana_of(_ROWS[consonant])[_PLAIN.index(vowel)]
    if not consonant:
        return _ALONE[vowel]
    # クァ, チュォ, フィ: the row's u and a small vowel.
    return _kana_of(_ROWS[consonant])[_PLAIN.index("u")] + _ROUND[vowel]


@cache
def _kana_of(row: str) -> tuple[str, ...]:
    """The syllables of a row: a small letter belongs to the one before it."""
    found: list[str] = []
    for letter in row:
        if letter in _SMALL:
            found[-1] += letter
        else:
            found.append(letter)
    return tuple(found)

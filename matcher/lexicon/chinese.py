"""Chinese characters: words, their pinyin, and the trade words among them.

A company's name in Chinese is place + own name + trade + legal form without a space between. The
trade words and legal forms are known from the tables; what is left is read in pinyin by pypinyin,
whose dictionary tells words of several readings apart. Left-over characters that stand together
are one word, since texts in Latin letters write them as one (高芯 = Gaoxin).
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from matcher.lexicon.phrase_lengths import lengths_by_first


class Piece(NamedTuple):
    """A word in a run of Chinese characters."""

    start: int
    """Characters of the run before it."""
    end: int
    form: str
    """Pinyin without tones; the characters themselves where they are a known phrase."""
    known: bool
    """Whether the characters are a phrase of the tables."""


# Characters of a phrase that is looked for; the longest of the tables has eight.
LONGEST_PHRASE = 14


def pieces(run: str, phrases: Collection[str]) -> Iterator[Piece]:
    """Cut a run of Chinese characters into words.

    Args:
        run: Chinese characters only.
        phrases: trade words, legal forms and places that stand for themselves.
    """
    for start, end, known in spans(run, phrases):
        word = run[start:end]
        yield Piece(start, end, word if known else pinyin(word), known)


def spans(run: str, phrases: Collection[str]) -> Iterator[tuple[int, int, bool]]:
    """Where these words begin and end, and whether each is a phrase."""
    lengths = _lengths(phrases)
    start = place = 0
    while place < len(run):
        if run[place] not in lengths or (end := _phrase_end(run, place, phrases)) is None:
            place += 1
            continue
        yield from _own_words(run, start, place)
        yield place, end, True
        start = place = end
    yield from _own_words(run, start, len(run))


def _phrase_end(run: str, place: int, phrases: Collection[str]) -> int | None:
    for length in _lengths(phrases).get(run[place], ()):
        if run[place : place + length] in phrases:
            return min(place + length, len(run))
    return None


# Of the tables there is one collection. (Kept with what it is of, so that no other has its id.)
_LENGTHS: dict[int, tuple[Collection[str], Mapping[str, tuple[int, ...]]]] = {}


def _lengths(phrases: Collection[str]) -> Mapping[str, tuple[int, ...]]:
    known = _LENGTHS.get(id(phrases))
    if known is None:
        known = _LENGTHS[id(phrases)] = phrases, lengths_by_first(phrases, LONGEST_PHRASE)
    return known[1]


def _own_words(run: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    if start == end:
        return
    loose = start
    for word in _words(run[start:end]):
        if len(word) > 1 and (end - start) > 2:
            if loose < start:
                yield loose, start, False
            yield start, start + len(word), False
            loose = start + len(word)
        start += len(word)
    if loose < end:
        yield loose, end, False


@lru_cache(maxsize=1 << 14)
def _words(run: str) -> tuple[str, ...]:
    return tuple(_dictionary().words(run))


@lru_cache(maxsize=1 << 15)
def pinyin(word: str) -> str:
    """Read Chinese characters in pinyin: syllables joined, no tones, ``v`` for ``ü``."""
    return "".join(map(_dictionary().read, _dictionary().runs(word)))


class _Dictionary(NamedTuple):
    """pypinyin's words and readings, read as ``lazy_pinyin`` reads them, thirty times as fast."""

    begins: Callable[[str], bool]
    """Whether some word is, or begins with, such characters."""
    phrases: Mapping[str, list[list[str]]]
    characters: Mapping[int, str]
    runs: Callable[[str], list[str]]
    """The stretches of a text that have readings."""

    def read(self, run: str) -> str:
        """The syllables of a run of characters, joined."""
        return "".join(map(_reading, self.words(run)))

    def words(self, run: str) -> Iterator[str]:
        """The longest words of the dictionary, one after the other, and single characters."""
        start, last = 0, len(run)
        begins, phrases = self.begins, self.phrases
        while start < last:
            longest, end = 0, start + 1
            while end <= last and begins(begun := run[start:end]):
                if begun in phrases:
                    longest = end
                end += 1
            if not longest and end > last:
                # What is left begins a word that is not there.
                yield from run[start:]
                return
            longest = longest or start + 1
            yield run[start:longest]
            start = longest


@cache
def _dictionary() -> _Dictionary:
    # pypinyin and its dictionary take a quarter of a second to load: only when a name needs them.
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT, RE_HANS
    from pypinyin.seg.mmseg import p_set

    runs = re.compile(RE_HANS.pattern.removeprefix("^").removesuffix("$")).findall
    # Of its set of prefixes the set of Python inside, which is asked in a third of the time.
    begins = getattr(p_set, "_set", p_set).__contains__
    return _Dictionary(begins, PHRASES_DICT, PINYIN_DICT, runs)


@lru_cache(maxsize=1 << 16)
def _reading(word: str) -> str:
    """The syllables of a word of the dictionary, joined."""
    known = _dictionary()
    phrase = known.phrases.get(word)
    if phrase is not None:
        return "".join([_plain(each[0]) for each in phrase])
    return "".join([_plain(known.characters.get(ord(one), "").split(",")[0]) for one in word])


@cache
def _plain(syllable: str) -> str:
    """A syllable without its tone."""
    from pypinyin import Style
    from pypinyin.style import convert

    plain: str = convert(syllable, Style.NORMAL, strict=True, default=syllable)
    return plain.replace("ü", "v").lower()

"""Chinese characters: words, their pinyin, and the trade words among them.

A company's name in Chinese is place + own name + trade + legal form without a space between. The
trade words and legal forms are known from the tables; what is left is read in pinyin by pypinyin,
whose dictionary tells words of several readings apart. Left-over characters that stand together
are one word, since texts in Latin letters write them as one (高芯 = Gaoxin).
"""

from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import NamedTuple


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
    start = place = 0
    while place < len(run):
        end = _phrase_end(run, place, phrases)
        if end is None:
            place += 1
            continue
        yield from _own_words(run, start, place)
        yield Piece(place, end, run[place:end], known=True)
        start = place = end
    yield from _own_words(run, start, len(run))


def _phrase_end(run: str, place: int, phrases: Collection[str]) -> int | None:
    for end in range(min(len(run), place + LONGEST_PHRASE), place, -1):
        if run[place:end] in phrases:
            return end
    return None


def _own_words(run: str, start: int, end: int) -> Iterator[Piece]:
    if start == end:
        return
    loose = start
    for word in _words(run[start:end]):
        if len(word) > 1 and (end - start) > 2:
            if loose < start:
                yield Piece(loose, start, pinyin(run[loose:start]), known=False)
            yield Piece(start, start + len(word), pinyin(word), known=False)
            loose = start + len(word)
        start += len(word)
    if loose < end:
        yield Piece(loose, end, pinyin(run[loose:end]), known=False)


@lru_cache(maxsize=1 << 14)
def _words(run: str) -> tuple[str, ...]:
    from pypinyin.seg.mmseg import seg

    return tuple(seg.cut(run))


@lru_cache(maxsize=1 << 14)
def pinyin(word: str) -> str:
    """Read Chinese characters in pinyin: syllables joined, no tones, ``v`` for ``ü``."""
    # pypinyin and its dictionary take a quarter of a second to load: only when a name needs them.
    from pypinyin import Style, lazy_pinyin

    syllables = lazy_pinyin(word, style=Style.NORMAL, errors="ignore")
    return "".join(syllables).replace("ü", "v").lower()

"""A name in another script as Latin letters may write it: several readings, the likeliest first.

The index reads each word in one way, by one table. A list that has a party in Latin letters only
has it in the publisher's way: transliterated by other tables, with trade words translated, or
both. So a name in a script that is read here is cut into pieces (one module for each script), for
each piece there are several ways to write it, and the likeliest combinations are names to look
for.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from matcher.lexicon.chinese_names import surname_length
from matcher.lexicon.folding import UNSPACED
from matcher.lexicon.indic import INDIC
from matcher.lexicon.scripts import HAN
from matcher.lexicon.waiting import waiting
from matcher.names.native_arabic import ARABIC, arabic_cuts
from matcher.names.native_chinese import HAN_RUN, chinese_cuts
from matcher.names.native_cyrillic import CYRILLIC, cyrillic_cuts
from matcher.names.native_greek import GREEK, greek_cuts
from matcher.names.native_hebrew import HEBREW, hebrew_cuts
from matcher.names.native_japanese import KANA, is_japanese, japanese_cuts
from matcher.names.native_korean import HANGUL_RUN, korean_cuts
from matcher.names.native_pieces import Cut, CutKind, Piece, Respelt, combined, combined_ways
from matcher.names.native_plain import PLAIN, plain_cuts
from matcher.names.native_titles import untitled
from matcher.names.native_unspaced import UNSPACED_WORDS, unspaced_cuts
from matcher.names.respelt import respelt
from matcher.names.word import Name

# Combinations that are looked for; more of a name's pieces than these have few ways each.
MOST_VARIANTS = 16
# Where vowels are left out there are more ways.
MOST_VOWELLESS = 32
# Readings of a listed name. A choice, for space.
MOST_LISTED = 8
_UNLIKE_LATIN = f"[{UNSPACED}{HAN}]|{ARABIC.pattern}|{HEBREW.pattern}|{INDIC.pattern}"
_VOWELLESS = re.compile(f"{ARABIC.pattern}|{HEBREW.pattern}")
_NATIVE = f"{_UNLIKE_LATIN}|{CYRILLIC.pattern}|{GREEK.pattern}|{PLAIN.pattern}"
# Pieces of a name of which each way is asked: more are a text, written anew for each way.
MOST_PIECES = 16
# Each way of a word of these is asked once: more of them are guesses than combinations can hold.
_EVERY_WAY = waiting(f"{HAN_RUN.pattern}|{ARABIC.pattern}|{KANA.pattern}")
_LATIN = re.compile("[A-Za-z]")
# What tells that a firm is Chinese, though Japan writes it its own way: 中国航天科技集団公司.
_CHINESE = re.compile("公司|研究院|設計院|^中国")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of many letters, compiled where a name has others than ASCII."""
    return re.compile(pattern)


def _has(pattern: str, text: str) -> bool:
    return _compiled(pattern).search(text) is not None


def may_be_native(text: str) -> bool:
    """Whether a name has letters that are read here."""
    return not text.isascii() and _has(_NATIVE, text)


def is_read_by_tables(text: str) -> bool:
    """Whether a name is in letters that are not spelt one by one as Latin ones are (Chinese,
    Japanese, Korean, Thai, Arabic, Hebrew), with no Latin ones.
    """
    if text.isascii() or _LATIN.search(text) is not None:
        return False
    return _has(_UNLIKE_LATIN, text)


def native_readings(text: str) -> Iterator[tuple[Respelt, CutKind]]:
    """The ways to write a name in Latin letters.

    Args:
        text: a name as written.

    Yields:
        The likeliest first, at most ``MOST_VARIANTS`` for each way to cut it, and what it is taken
        for. In Arabic, Chinese and Japanese the ways that none of them has come after them, each
        once beside the likeliest of the other words.
    """
    seen = set[Respelt]()
    most, every = _most(text), _EVERY_WAY.search(text) is not None
    for pieces, kind in _cuts(text):
        for one in combined(pieces, most, every=every and len(pieces) <= MOST_PIECES):
            if one not in seen:
                seen.add(one)
                yield one, kind


def likeliest_readings(text: str) -> Iterator[Name]:
    """The likeliest of these, as names; for a list that has a party in such letters only."""
    for found, _ in islice(native_readings(text), MOST_LISTED):
        yield respelt(text, found)


def native_pieces(text: str) -> Iterator[Piece]:
    """The pieces of all ``native_readings`` but those of persons, each with the ways that one of
    the likeliest has for it, and a Chinese one with all.
    """
    most, every = _most(text), HAN_RUN.search(text) is not None
    for pieces, kind in _cuts(text):
        if kind not in (CutKind.PERSON, CutKind.KOREAN):
            yield from combined_ways(pieces, most, every=every)


def is_a_person(text: str) -> bool:
    """Whether a name in Chinese characters is read as a person's only: it has no such pieces."""
    if HAN_RUN.fullmatch(text) is None or not surname_length(text):
        return False
    return not is_japanese(text)


def _most(text: str) -> int:
    return MOST_VOWELLESS if _VOWELLESS.search(text) else MOST_VARIANTS


def _cuts(text: str) -> Iterator[Cut]:
    yield from _cuts_of(text)
    start, end = untitled(text)
    if (start, end) != (0, len(text)):
        yield from _without(text, start, end)


def _without(text: str, start: int, end: int) -> Iterator[Cut]:
    """The ways to cut a name without the titles around it."""
    around = [Piece(*place, (" ",)) for place in ((0, start), (end, len(text)))]
    around = [piece for piece in around if piece.start < piece.end]
    cuts = [*_cuts_of(text[start:end])] or [([], CutKind.NAME)]
    for pieces, kind in cuts:
        moved = [
            piece._replace(start=piece.start + start, end=piece.end + start) for piece in pieces
        ]
        yield sorted([*around, *moved]), kind


def _cuts_of(text: str) -> Iterator[Cut]:
    if HANGUL_RUN.search(text):
        yield from korean_cuts(text)
    if KANA.search(text) or HAN_RUN.search(text):
        yield from japanese_cuts(text)
    if HAN_RUN.search(text) and (not is_japanese(text) or _CHINESE.search(text)):
        yield from chinese_cuts(text)
    if ARABIC.search(text):
        yield from arabic_cuts(text)
    if HEBREW.search(text):
        yield from hebrew_cuts(text)
    if CYRILLIC.search(text):
        yield from cyrillic_cuts(text)
    if GREEK.search(text):
        yield from greek_cuts(text)
    if UNSPACED_WORDS.search(text):
        yield from unspaced_cuts(text)
    if PLAIN.search(text):
        yield from plain_cuts(text)

# ruff: noqa: E501 (a table)
"""A name in another script as Latin letters may write it: several readings, the likeliest first.

The index reads each word in one way, by one table. A list that has a party in Latin letters only
has it in the publisher's way: transliterated by other tables, with trade words translated, or
both. So a name in Hangul, Han, Arabic or another script of the tables is cut into pieces, for each
piece there are several ways to write it, and the likeliest combinations are names to look for.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from heapq import heappop, heappush
from itertools import product
from typing import NamedTuple

from matcher.lexicon.arabic import PERSIAN_LETTERS, guesses
from matcher.lexicon.chinese import pinyin
from matcher.lexicon.chinese_names import (
    as_foreign,
    cantonese,
    readings,
    surname_length,
    without_umlaut,
)
from matcher.lexicon.folding import fold
from matcher.lexicon.keys import skeleton
from matcher.lexicon.korean import HANGUL, as_person, as_word
from matcher.lexicon.native_words import (
    ARTICLE,
    FAITH,
    GOD,
    SERVANT,
    native_words,
    without_article,
)
from matcher.lexicon.scripts import HAN, INVISIBLE, MARKS, latin
from matcher.lexicon.tables import tables, word_key
from matcher.names.wade_giles import in_wade_giles

# Combinations that are looked for; more of a name's pieces than these have few ways each.
MOST_VARIANTS = 16
# Where vowels are left out there are more ways.
MOST_VOWELLESS = 32
LONGEST_PHRASE = 12
_SPACED_WORD = re.compile(
    rf"[^\W_][{MARKS}{INVISIBLE}\u0640]*(?:['’`״׳\"]?[^\W_][{MARKS}{INVISIBLE}\u0640]*)*"
)
_VOWELLESS = re.compile(r"[\u0590-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_UNLIKE_LATIN = re.compile(f"[{HANGUL}{HAN}]|{_VOWELLESS.pattern}")
_NATIVE = re.compile(f"{_UNLIKE_LATIN.pattern}|{_CYRILLIC.pattern}")
_LATIN = re.compile("[A-Za-z]")
_HAN_RUN = re.compile(f"[{HAN}]+")
# What stands behind a place, and is mostly left out in Latin letters.
_CITY = "市省县縣区區"
_HANGUL_RUN = re.compile(f"[{HANGUL}]+")


class Piece(NamedTuple):
    """A stretch of a name that is read otherwise."""

    start: int
    end: int
    """Code points of the name."""
    ways: tuple[str, ...]
    """How Latin letters may write it, the likeliest first."""


Cut = tuple[list[Piece], bool]
"""The pieces of a name, and whether it is a person's, cut into surname and given name."""
Respelt = tuple[tuple[int, int, str], ...]
"""Stretches of a name, in its order, and what stands for each."""


def may_be_native(text: str) -> bool:
    """Whether a name has letters that are read here."""
    return not text.isascii() and _NATIVE.search(text) is not None


def is_read_by_tables(text: str) -> bool:
    """Whether a name is in Chinese, Korean, Arabic or Hebrew letters, with no Latin ones."""
    if text.isascii() or _LATIN.search(text) is not None:
        return False
    return _UNLIKE_LATIN.search(text) is not None


def native_readings(text: str) -> Iterator[tuple[Respelt, bool]]:
    """The ways to write a name in Latin letters.

    Args:
        text: a name as written.

    Yields:
        The likeliest first, at most ``MOST_VARIANTS`` for each way to cut it, and whether it is a
        person's name with nothing left out.
    """
    seen = set[Respelt]()
    for pieces, person in _cuts(text):
        for one in _combined(pieces, MOST_VOWELLESS if _VOWELLESS.search(text) else MOST_VARIANTS):
            if one not in seen:
                seen.add(one)
                yield one, person


def _cuts(text: str) -> Iterator[Cut]:
    if _HANGUL_RUN.search(text):
        yield from _korean_cuts(text)
    if _HAN_RUN.search(text):
        yield from _chinese_cuts(text)
    if _VOWELLESS.search(text):
        yield from _arabic_cuts(text)
    if _CYRILLIC.search(text):
        yield from _cyrillic_cuts(text)


def _combined(pieces: Sequence[Piece], most: int) -> Iterator[Respelt]:
    """The likeliest combinations of the pieces' ways, at most so many: those with the fewest
    unlikely ones first.
    """
    if not pieces:
        return
    first = (0,) * len(pieces)
    waiting, seen, given = [(0, first)], {first}, 0
    while waiting and given < most:
        _, chosen = heappop(waiting)
        yield tuple(
            (piece.start, piece.end, piece.ways[way])
            for piece, way in zip(pieces, chosen, strict=True)
        )
        given += 1
        for place, way in enumerate(chosen):
            further = (*chosen[:place], way + 1, *chosen[place + 1 :])
            if way + 1 < len(pieces[place].ways) and further not in seen:
                seen.add(further)
                heappush(waiting, (sum(further), further))


def _korean_cuts(text: str) -> Iterator[Cut]:
    runs = [(met.start(), met[0]) for met in _HANGUL_RUN.finditer(text)]
    together = "".join(run for _, run in runs)
    persons = as_person(together)
    if persons and all(len(run) <= 3 for _, run in runs):
        places = [start + offset for start, run in runs for offset in range(len(run))]
        # A surname of two syllables is one piece.
        surname = len(places) - len(persons) + 1
        given = _together(persons[1:])
        yield (
            [
                Piece(places[0], places[surname - 1] + 1, _padded(persons[0])),
                Piece(places[surname], places[-1] + 1, _padded(given)),
            ],
            True,
        )
    yield [piece for start, run in runs for piece in _korean_words(run, start)], False


def _together(syllables: Sequence[Sequence[str]]) -> list[str]:
    """The ways to write syllables as one word, the likeliest first."""
    ranked = product(*(tuple(enumerate(ways)) for ways in syllables))
    chosen = sorted(ranked, key=lambda one: sum(rank for rank, _ in one))
    return ["".join(way for _, way in one) for one in chosen]


def _korean_words(run: str, start: int) -> Iterator[Piece]:
    """A run of Hangul cut into trade words and what is left between them."""
    known = native_words()
    own = place = 0
    while place < len(run):
        end = _known_end(run, place, own)
        if end is None:
            place += 1
            continue
        if own < place:
            yield Piece(start + own, start + place, _padded(as_word(run[own:place])))
        yield Piece(start + place, start + end, _padded(known[run[place:end]]))
        own = place = end
    if own < len(run):
        yield Piece(start + own, start + len(run), _padded(as_word(run[own:])))


def _known_end(run: str, place: int, own: int) -> int | None:
    """Where the longest known word ends that begins at a place; single syllables at the end."""
    known = native_words()
    for end in range(min(len(run), place + LONGEST_PHRASE), place, -1):
        if end - place == 1 and not (end == len(run) and place - own >= 2):
            return None
        if run[place:end] in known:
            return end
    return None


def _padded(ways: Sequence[str]) -> tuple[str, ...]:
    """Ways to write a piece of a run without spaces, as a word of its own."""
    return tuple(f" {way} " for way in ways)


def _chinese_cuts(text: str) -> Iterator[Cut]:
    runs = [(met.start(), met[0]) for met in _HAN_RUN.finditer(text)]
    if len(runs) == 1 and surname_length(runs[0][1]):
        yield from ((pieces, True) for pieces in _chinese_persons(runs[0][1], runs[0][0]))
        return
    for spell in (_joined_pinyin, _by_sound, _wade_giles, _cantonese):
        cut = [piece for start, run in runs for piece in _chinese_words(run, start, spell)]
        if cut:
            yield cut, False


def _chinese_persons(run: str, start: int) -> Iterator[list[Piece]]:
    """A person's name, surname first: in pinyin with the given name joined, in Wade-Giles and in
    Hong Kong's spelling.
    """
    length = surname_length(run)
    surname, given = run[:length], run[length:]
    first = start, start + length
    read = readings(surname, surname=True)
    names = [""]
    for character in given:
        names = [name + one for name in names for one in readings(character)]
    ways = [way for name in names for way in dict.fromkeys((without_umlaut(name), name))]
    yield [Piece(*first, _padded(read)), Piece(start + length, start + len(run), _padded(ways))]
    for spell in (_taiwan, cantonese):
        apart = [spell(character) for character in run]
        if all(apart):
            ways, before = _together(apart[length:]), _together(apart[:length])
            yield [
                Piece(*first, _padded(before)),
                Piece(start + length, start + len(run), _padded(ways)),
            ]


def _taiwan(character: str) -> tuple[str, ...]:
    return tuple(filter(None, (in_wade_giles(one) for one in readings(character)[:1])))


def _joined_pinyin(run: str) -> tuple[str, ...]:
    read = pinyin(run)
    return tuple(dict.fromkeys(filter(None, (without_umlaut(read), read))))


def _by_sound(run: str) -> tuple[str, ...]:
    return tuple(filter(None, (as_foreign(run),)))


def _wade_giles(run: str) -> tuple[str, ...]:
    syllables = [in_wade_giles(pinyin(character)) for character in run]
    return ("".join(syllables),) if all(syllables) else ()


def _cantonese(run: str) -> tuple[str, ...]:
    syllables = [cantonese(character)[:1] for character in run]
    return ("".join(way for (way,) in syllables),) if all(syllables) else ()


def _chinese_words(
    run: str, start: int, spell: Callable[[str], tuple[str, ...]]
) -> Iterator[Piece]:
    """A run of Chinese characters cut into trade words, places and what is left between them; what
    is left is nothing where it cannot be spelt so.
    """
    folded = fold(run)
    if len(folded) != len(run):
        return
    own = place = 0
    while place < len(run):
        end, ways = _chinese_word(run, folded, place)
        if not ways:
            place += 1
            continue
        if own < place:
            yield from _own(run, own, place, start, spell)
        yield Piece(start + place, start + end, _padded(ways))
        own = place = end
    if own < len(run):
        yield from _own(run, own, len(run), start, spell)


def _own(
    run: str, first: int, last: int, start: int, spell: Callable[[str], tuple[str, ...]]
) -> Iterator[Piece]:
    town = next(
        (place for place in range(first + 2, min(last, first + 4)) if run[place] in _CITY), 0
    )
    if town and town < last - 1:
        yield Piece(start + first, start + town + 1, _padded(_joined_pinyin(run[first:town])))
        first = town + 1
    ways = spell(run[first:last]) or _joined_pinyin(run[first:last])
    if ways:
        yield Piece(start + first, start + last, _padded(ways))


def _chinese_word(run: str, folded: str, place: int) -> tuple[int, tuple[str, ...]]:
    """Where the longest known word ends that begins at a place, and how it is written; no way for
    none.
    """
    known, phrases = native_words(), tables().han
    for end in range(min(len(run), place + LONGEST_PHRASE), place, -1):
        ways = known.get(folded[place:end], ())
        if end - place == 1 and end < len(run):
            return end, ()
        if ways:
            city = end < len(run) - 1 and run[end] in _CITY and end - place > 1
            return end + city, ways
        if end - place > 1 and run[place:end] in phrases:
            return end, (run[place:end],)
    return place, ()


_LETTERS = re.compile(
    r"(?<![^\W_])[\u0621-\u064a\u06a9\u06cc](?:[. ]{1,2}[\u0621-\u064a\u06a9\u06cc](?![^\W_]))+\.?"
)
# Legal forms by their letters, as the registers of the Arab states abbreviate them.
_FORMS = {
    "ذمم": "llc", "شذمم": "llc", "شمم": "llc", "مم": "llc", "شمل": "sal", "شمح": "fzco", "ممح": "fze",
    "مدمس": "dmcc", "شمک": "ksc", "شمکع": "ksc", "شمب": "bsc", "شمق": "qsc", "شمع": "jsc",
    "شمعم": "saog", "شمج": "fzco", "مح": "fze", "شم": "jsc", "شممح": "fzco", "ممد": "dmcc", "شمس": "jsc",
}  # fmt: skip


def _arabic_cuts(text: str) -> Iterator[Cut]:
    """A name in Arabic or Persian: known words as Latin letters write them, others without the
    article, and compounds with ``عبد`` and ``الدین`` as names are made with them.
    """
    forms = [
        Piece(met.start(), met.end(), (f" {form} ",))
        for met in _LETTERS.finditer(text)
        if (form := _FORMS.get(fold(met[0].replace(" ", "").replace(".", ""))))
    ]
    words = [
        (met.start(), met.end(), fold(met[0]))
        for met in _SPACED_WORD.finditer(text)
        if _VOWELLESS.search(met[0])
        and not any(form.start <= met.start() < form.end for form in forms)
    ]
    persian = PERSIAN_LETTERS.search(text) is not None
    found: list[Piece] = []
    place = 0
    while place < len(words):
        taken, ways = _arabic_word(words[place:], persian=persian)
        if ways:
            found.append(Piece(words[place][0], words[place + taken - 1][1], ways))
        place += taken
    pieces = sorted([*found, *forms])
    if pieces:
        yield pieces, False


def _arabic_word(
    words: Sequence[tuple[int, int, str]], *, persian: bool
) -> tuple[int, tuple[str, ...]]:
    """How many words a known phrase at the beginning has, and how it is written."""
    known = native_words()
    for count in range(min(4, len(words)), 1, -1):
        ways = known.get(" ".join(without_article(word) for _, _, word in words[:count]), ())
        if ways:
            return count, ways
    first, second = words[0][2], words[1][2] if len(words) > 1 else ""
    if second and first == SERVANT:
        return 2, _servant(second if second == GOD else without_article(second))
    if second == ARTICLE + FAITH:
        return 2, _of_faith(first, persian=persian)
    if second == GOD:
        return 2, _of_god(first, persian=persian)
    return 1, _ways_of(first, persian=persian)


def _ways_of(word: str, *, persian: bool) -> tuple[str, ...]:
    """The ways to write one word of Arabic letters."""
    known = native_words()
    ways = known.get(word, ())
    if ways:
        return ways
    if word.startswith(SERVANT) and len(word) > len(SERVANT) + 2:
        return _servant(without_article(word).removeprefix(SERVANT))
    for ending, made in ((ARTICLE + FAITH, _of_faith), (GOD, _of_god), ("اله", _of_god)):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return made(word.removesuffix(ending), persian=persian)
    bare = without_article(word)
    for hung in ("", "و", "ل", "ب"):
        if bare.startswith(hung) and (found := known.get(without_article(bare.removeprefix(hung)))):
            return found
    read = guesses(bare, persian=persian) or (bare,)
    if bare == word:
        return read
    # Persian has words of its own that begin with these letters: Alborz.
    whole = guesses(word, persian=persian)[:1] if persian else ()
    return (*whole, *(f"al {one}" for one in read))


def _plain(word: str, *, persian: bool) -> tuple[str, ...]:
    """A part of a compound."""
    known = native_words().get(word) or native_words().get(without_article(word))
    return known or guesses(without_article(word), persian=persian) or (word,)


def _servant(of_whom: str) -> tuple[str, ...]:
    if of_whom == GOD:
        return "abdullah", "abdallah", "abd allah", "abdollah", "abdulla"
    names = _plain(of_whom, persian=False)
    known = native_words().get(SERVANT + of_whom, ())
    made = [f"{servant} {name}" for name in names[:2] for servant in ("abdul", "abd al", "abdel")]
    return tuple(dict.fromkeys((*known, *made)))


def _of_faith(whose: str, *, persian: bool) -> tuple[str, ...]:
    name = _plain(whose, persian=persian)[0]
    return f"{name} al din", f"{name}uddin", f"{name}eddin", f"{name} eddine", f"{name}oddin"


def _of_god(whose: str, *, persian: bool) -> tuple[str, ...]:
    names = _plain(whose, persian=persian)
    return tuple(name + of_god for name in names[:5] for of_god in ("ullah", "ollah", " allah"))


def _cyrillic_cuts(text: str) -> Iterator[Cut]:
    """English words that Cyrillic letters write by their sound, and words that are translated."""
    known = native_words()
    words = [
        (met.start(), met.end(), fold(met[0]))
        for met in _SPACED_WORD.finditer(text)
        if _CYRILLIC.search(met[0])
    ]
    pieces: list[Piece] = []
    for start, end, word in words:
        form = latin(word)
        # What the tables know is met by its meaning.
        if (word_key(form, cyrillic=True),) in tables().phrases:
            continue
        ways, bones = known.get(word, ()), skeleton(form)
        others = tuple(way for way in ways if skeleton(way.replace(" ", "")) != bones)
        if others:
            pieces.append(Piece(start, end, others[:2]))
    if pieces:
        yield pieces, False

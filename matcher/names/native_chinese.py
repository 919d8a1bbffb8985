"""Chinese names as Latin letters may write them: pinyin, Wade-Giles, Hong Kong's spelling, the
sounds of foreign names, and translated trade words.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from matcher.lexicon.chinese import pinyin
from matcher.lexicon.chinese_brands import by_sound, translated
from matcher.lexicon.chinese_names import (
    SHORTEST_FOREIGN,
    as_foreign,
    cantonese,
    readings,
    surname_length,
    without_umlaut,
)
from matcher.lexicon.folding import fold
from matcher.lexicon.han_readings import in_hangul, person_in_hangul
from matcher.lexicon.korean import as_person, as_word
from matcher.lexicon.native_words import chinese_towns, native_words
from matcher.lexicon.phrase_lengths import lengths_by_first
from matcher.lexicon.plain_letters import with_characters
from matcher.lexicon.scripts import HAN
from matcher.lexicon.tables import tables
from matcher.lexicon.waiting import waiting
from matcher.names.native_pieces import LONGEST_PHRASE, Cut, CutKind, Piece, padded, together
from matcher.names.wade_giles import in_wade_giles

HAN_RUN = waiting(f"[{HAN}]+")
# What stands behind a place, and is mostly left out in Latin letters.
_CITY = "市省县縣区區"
# Ways to read a name that are asked. A choice, for time: the likeliest come first.
MOST_READINGS = 4
# Foreigners' names have a dot between their parts.
_PARTS_OF_A_FOREIGN_NAME = waiting(rf"[{HAN}]+(?:[·・•‧]\s?[{HAN}]+)+")
# What tells that a firm is Korean, and the characters of a Korean person's name.
_OF_KOREA = re.compile("朝[鲜鮮]|北[韩韓]|高[丽麗]|平壤")
_KOREAN_PERSON = 3
_FORM = re.compile("(?:股份|责任|責任)?有限(?:责任|責任)?公司|公司|集[团團]")
# What the press puts behind an armed group's name.
_KIND_OF_GROUP = re.compile("(?<=..)(?:组织|組織|武装|武裝|运动|運動)$")


def chinese_cuts(text: str) -> Iterator[Cut]:
    """The ways to cut a name that has Chinese characters."""
    text = with_characters(text)
    runs = [(met.start(), met[0]) for met in HAN_RUN.finditer(text)]
    if len(runs) > 1 and _PARTS_OF_A_FOREIGN_NAME.fullmatch(text.strip()):
        cut = [Piece(start, start + len(run), _foreign_part(run)) for start, run in runs]
        yield [piece for piece in cut if piece.ways], CutKind.NAME
    if len(runs) == 1 and surname_length(runs[0][1]):
        yield from ((pieces, CutKind.PERSON) for pieces in _chinese_persons(runs[0][1], runs[0][0]))
        yield from ((pieces, CutKind.KOREAN) for pieces in _koreans(runs[0][1], runs[0][0]))
        return
    kind = _KIND_OF_GROUP.search(text)
    if kind:
        yield from (
            ([*cut, Piece(kind.start(), kind.end(), (" ",))], reading)
            for cut, reading in chinese_cuts(text[: kind.start()])
        )
    korean = (_korean,) if _OF_KOREA.search(text) else ()
    stretches = [
        (start + first, start + last, run[first:last], known)
        for start, run in runs
        for first, last, known in _stretches(run)
    ]
    for spell in (*korean, _joined_pinyin, as_foreign, _wade_giles, _cantonese):
        cut = _spelt(stretches, spell)
        if cut:
            yield cut, CutKind.BY_SOUND if spell is as_foreign else CutKind.NAME
    for spell in (translated, by_sound):
        yield from _as_a_brand(stretches, spell)


_Stretch = tuple[int, int, str, tuple[str, ...]]
"""Where a known word or what is left between two begins and ends, its characters, and how a known
one is written.
"""
_Spell = Callable[[str], tuple[str, ...]]


def _spelt(stretches: Sequence[_Stretch], spell: _Spell) -> list[Piece]:
    """Trade words, places and what is left between them, which is nothing where it cannot be spelt
    so; no piece where nothing of it is spelt otherwise than in pinyin.
    """
    spelt = [() if known else spell(own) for _, _, own, known in stretches]
    if spell is not _joined_pinyin and not any(spelt):
        return []
    pieces = [
        Piece(start, end, known or padded(ways or _joined_pinyin(own)))
        for (start, end, own, known), ways in zip(stretches, spelt, strict=True)
    ]
    return [piece for piece in pieces if piece.ways]


def _as_a_brand(stretches: Sequence[_Stretch], spell: _Spell) -> Iterator[Cut]:
    """A firm's name whose own words are not in pinyin; none where no words are left for it, and
    none where two characters that are read by their sound stand alone, or beside a legal form: so
    many names sound like them.
    """
    cut = _spelt(stretches, spell)
    if not cut:
        return
    beside = any(known and not _FORM.fullmatch(own) for _, _, own, known in stretches)
    told = any(
        not known and spell(own) and (spell is not by_sound or end - start >= SHORTEST_FOREIGN)
        for start, end, own, known in stretches
    )
    if beside or (told and len(cut) > 1):
        yield cut, CutKind.NAME


def _foreign_part(run: str) -> tuple[str, ...]:
    """A given name or surname of a foreigner: known, or by its sound."""
    return padded((*native_words().get(fold(run), ()), *as_foreign(run, shortest=2)))


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
    yield [Piece(*first, padded(read)), Piece(start + length, start + len(run), padded(ways))]
    for spell in (_taiwan, cantonese):
        apart = [spell(character) for character in run]
        if all(apart):
            ways, before = together(apart[length:]), together(apart[:length])
            yield [
                Piece(*first, padded(before)),
                Piece(start + length, start + len(run), padded(ways)),
            ]


def _koreans(run: str, start: int) -> Iterator[list[Piece]]:
    """A Korean's name in characters, as Koreans read it: 崔龙海, *Choe Ryong Hae*."""
    read = as_person(person_in_hangul(run)) if len(run) == _KOREAN_PERSON else ()
    if read:
        yield [
            Piece(start, start + 1, padded(read[0])),
            Piece(start + 1, start + len(run), padded(together(read[1:]))),
        ]


def _korean(run: str) -> tuple[str, ...]:
    """A Korean firm's own name, as Koreans read it: 大成, *Taesong*."""
    read = in_hangul(run)
    return as_word(read) if read else ()


def _taiwan(character: str) -> tuple[str, ...]:
    return tuple(filter(None, (in_wade_giles(one) for one in readings(character)[:1])))


@lru_cache(maxsize=1 << 14)
def _joined_pinyin(run: str) -> tuple[str, ...]:
    read = pinyin(run)
    # Characters of several readings, as those who write names read them.
    apart = [readings(character) for character in run]
    others = together(apart)[:MOST_READINGS] if any(len(ways) > 1 for ways in apart) else []
    return tuple(dict.fromkeys(filter(None, (without_umlaut(read), read, *others))))


def _wade_giles(run: str) -> tuple[str, ...]:
    # One syllable in another system is too little to go by.
    if len(run) == 1:
        return ()
    syllables = [_syllable(character) for character in run]
    return ("".join(syllables),) if all(syllables) else ()


@lru_cache(maxsize=1 << 13)
def _syllable(character: str) -> str:
    """A character in Wade-Giles; empty where it has no such syllable."""
    return in_wade_giles(pinyin(character))


def _cantonese(run: str) -> tuple[str, ...]:
    if len(run) == 1:
        return ()
    syllables = [cantonese(character)[:1] for character in run]
    return ("".join(way for (way,) in syllables),) if all(syllables) else ()


@lru_cache(maxsize=1 << 10)
def _stretches(run: str) -> tuple[tuple[int, int, tuple[str, ...]], ...]:
    """Where the known words of a run and what is left between them begin and end, and how the known
    ones are written.
    """
    folded = fold(run)
    if len(folded) != len(run):
        return ()
    found: list[tuple[int, int, tuple[str, ...]]] = []
    own = place = 0
    while place < len(run):
        end, ways = _chinese_word(run, folded, place)
        if end == place + 1 and place - own == 1:
            # 宝港, *Baogang*: one character before it is no name.
            ways = ()
        if not ways and own == place:
            end, ways = _town(run, folded, place)
        if not ways:
            place += 1
            continue
        if own < place:
            found += _own(run, own, place)
        found.append((place, end, padded(ways)))
        own = place = end
    if own < len(run):
        found += _own(run, own, len(run))
    return tuple(found)


def _town(run: str, folded: str, place: int) -> tuple[int, tuple[str, ...]]:
    """The same of a lesser town, behind which other words stand."""
    for length in (4, 3, 2):
        end = place + length
        ways = chinese_towns().get(folded[place:end], ())
        if ways and end + 1 < len(run):
            return end + (run[end] in _CITY), ways
    return place, ()


def _own(run: str, first: int, last: int) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    town = next(
        (place for place in range(first + 2, min(last, first + 4)) if run[place] in _CITY), 0
    )
    if town:
        yield first, town + 1, padded(_joined_pinyin(run[first:town]))
        first = town + 1
    if first < last:
        yield first, last, ()


def _chinese_word(run: str, folded: str, place: int) -> tuple[int, tuple[str, ...]]:
    """Where the longest known word ends that begins at a place, and how it is written; no way for
    none. A single character is one at the end only.
    """
    known, phrases, last = native_words(), tables().han, len(run)
    lengths = _lengths().get(folded[place], ())
    if run[place] != folded[place]:
        lengths = tuple(sorted({*lengths, *_lengths().get(run[place], ())}, reverse=True))
    for length in lengths:
        end = place + length
        if end > last or (length == 1 and end < last):
            continue
        ways = known.get(folded[place:end], ())
        if ways:
            city = end < last - 1 and run[end] in _CITY and length > 1
            return end + city, ways
        if length > 1 and run[place:end] in phrases:
            return end, (run[place:end],)
    return place, ()


@cache
def _lengths() -> Mapping[str, tuple[int, ...]]:
    return lengths_by_first((*native_words(), *tables().han), LONGEST_PHRASE)

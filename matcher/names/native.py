"""A name in another script as Latin letters may write it: several readings, the likeliest first.

The index reads each word in one way, by one table. A list that has a party in Latin letters only
has it in the publisher's way: transliterated by other tables, with trade words translated, or
both. So a name in Hangul, Han, Arabic or another script of the tables is cut into pieces, for each
piece there are several ways to write it, and the likeliest combinations are names to look for.
"""

import re
from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from typing import NamedTuple

from matcher.lexicon.korean import HANGUL, as_person, as_word
from matcher.lexicon.native_words import native_words

# Combinations that are looked for; more of a name's pieces than these have few ways each.
MOST_READINGS = 16
LONGEST_PHRASE = 12
_NATIVE = re.compile(f"[{HANGUL}]")
_HANGUL_RUN = re.compile(f"[{HANGUL}]+")


class Piece(NamedTuple):
    """A stretch of a name that is read otherwise."""

    start: int
    end: int
    """Code points of the name."""
    ways: tuple[str, ...]
    """How Latin letters may write it, the likeliest first."""


Respelt = tuple[tuple[int, int, str], ...]
"""Stretches of a name, in its order, and what stands for each."""


def may_be_native(text: str) -> bool:
    """Whether a name has letters that are read here."""
    return not text.isascii() and _NATIVE.search(text) is not None


def native_readings(text: str) -> Iterator[Respelt]:
    """The ways to write a name in Latin letters.

    Args:
        text: a name as written.

    Yields:
        The likeliest first, at most ``MOST_READINGS`` for each way to cut it.
    """
    seen = set[Respelt]()
    for pieces in _cuts(text):
        for one in _combined(pieces):
            if one not in seen:
                seen.add(one)
                yield one


def _cuts(text: str) -> Iterator[list[Piece]]:
    if _HANGUL_RUN.search(text):
        yield from _korean_cuts(text)


def _combined(pieces: Sequence[Piece]) -> Iterator[Respelt]:
    """The likeliest combinations of the pieces' ways: those with the fewest unlikely ones first."""
    if not pieces:
        return
    first = (0,) * len(pieces)
    waiting, seen, given = [(0, first)], {first}, 0
    while waiting and given < MOST_READINGS:
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


def _korean_cuts(text: str) -> Iterator[list[Piece]]:
    runs = [(met.start(), met[0]) for met in _HANGUL_RUN.finditer(text)]
    together = "".join(run for _, run in runs)
    persons = as_person(together)
    if persons and all(len(run) <= 3 for _, run in runs):
        places = [start + offset for start, run in runs for offset in range(len(run))]
        # A surname of two syllables is one piece.
        surname = len(places) - len(persons) + 1
        yield [
            Piece(places[0], places[surname - 1] + 1, _padded(persons[0])),
            *(
                Piece(place, place + 1, _padded(ways))
                for place, ways in zip(places[surname:], persons[1:], strict=True)
            ),
        ]
    yield [piece for start, run in runs for piece in _korean_words(run, start)]


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

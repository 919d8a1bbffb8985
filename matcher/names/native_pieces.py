"""What a name in another script is cut into, and how its words are taken from it."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import lru_cache
from heapq import heappop, heappush
from itertools import product
from math import prod
from typing import NamedTuple

from matcher.lexicon.folding import fold
from matcher.lexicon.scripts import INVISIBLE, MARKS
from matcher.lexicon.waiting import waiting

# Characters of a phrase that is looked for; nearly all of the tables have fewer.
LONGEST_PHRASE = 12
_SPACED_WORD = waiting(
    rf"[^\W_][{MARKS}{INVISIBLE}\u0640]*(?:['’`״׳\"]?[^\W_][{MARKS}{INVISIBLE}\u0640]*)*"
)


class CutKind(Enum):
    """What a way to read a name takes it for."""

    PERSON = "a person's name, surname and given name, with nothing left out"
    KOREAN = "a Korean's in Chinese characters, who may as well be Chinese"
    NAME = "a name whose words tables know or transliterate"
    BY_SOUND = "a foreign name in signs that stand for its sounds"


class Piece(NamedTuple):
    """A stretch of a name that is read otherwise."""

    start: int
    end: int
    """Code points of the name."""
    ways: tuple[str, ...]
    """How Latin letters may write it, the likeliest first."""


Cut = tuple[list[Piece], CutKind]
"""The pieces of a name, and what they take it for."""
Respelt = tuple[tuple[int, int, str], ...]
"""Stretches of a name, in its order, and what stands for each."""
Spaced = tuple[int, int, str]
"""Where a word begins and ends, and the word, folded."""


def spaced_words(text: str, script: re.Pattern[str]) -> list[Spaced]:
    """The words of a name in a script that puts spaces between them."""
    return [
        (met.start(), met.end(), fold(met[0]))
        for met in _SPACED_WORD.finditer(text)
        if script.search(met[0])
    ]


def padded(ways: Sequence[str]) -> tuple[str, ...]:
    """Ways to write a piece of a run without spaces, as a word of its own."""
    return tuple(f" {way} " for way in ways)


def together(syllables: Sequence[Sequence[str]]) -> list[str]:
    """The ways to write syllables as one word, the likeliest first."""
    ranked = product(*(tuple(enumerate(ways)) for ways in syllables))
    chosen = sorted(ranked, key=lambda one: sum(rank for rank, _ in one))
    return ["".join(way for _, way in one) for one in chosen]


def combined(pieces: Sequence[Piece], most: int, *, every: bool = False) -> Iterator[Respelt]:
    """The likeliest combinations of the pieces' ways, at most so many: those with the fewest
    unlikely ones first.

    Args:
        pieces: of one name.
        most: combinations.
        every: whether each way that none of them has comes after them, with the likeliest ways of
            the other pieces.
    """
    if not pieces:
        return
    for chosen in _choices(tuple([len(piece.ways) for piece in pieces]), most, every=every):
        yield tuple(
            (piece.start, piece.end, piece.ways[way])
            for piece, way in zip(pieces, chosen, strict=True)
        )


def combined_ways(pieces: Sequence[Piece], most: int, *, every: bool = False) -> Iterator[Piece]:
    """The pieces, each with those of its ways that these combinations have."""
    counts = tuple([len(piece.ways) for piece in pieces])
    if every or prod(counts) <= most:
        # All of them are combined, as of most names.
        yield from pieces
        return
    chosen = _choices(counts, most, every=False)
    for place, piece in enumerate(pieces):
        if len(piece.ways) == 1:
            yield piece
        else:
            met = sorted({one[place] for one in chosen})
            yield piece._replace(ways=tuple([piece.ways[way] for way in met]))


@lru_cache(maxsize=1 << 10)
def _choices(counts: tuple[int, ...], most: int, *, every: bool) -> tuple[tuple[int, ...], ...]:
    """The same as numbers of ways, for pieces with so many ways each."""
    first = (0,) * len(counts)
    # Of two combinations alike the one that differs further back comes first: no other places turn.
    free = [place for place, count in enumerate(counts) if count > 1][-most:]
    waiting, seen, given = [(0, first)], {first}, list[tuple[int, ...]]()
    while waiting and len(given) < most:
        _, chosen = heappop(waiting)
        given.append(chosen)
        for place in free:
            further = (*chosen[:place], chosen[place] + 1, *chosen[place + 1 :])
            if further[place] < counts[place] and further not in seen:
                seen.add(further)
                heappush(waiting, (sum(further), further))
    return (*given, *_unmet(counts, given)) if every else tuple(given)


def _unmet(counts: tuple[int, ...], given: Sequence[tuple[int, ...]]) -> Iterator[tuple[int, ...]]:
    """For each way that no combination has, the one with the likeliest ways of the others."""
    for place, count in enumerate(counts):
        met = {one[place] for one in given}
        for way in range(count):
            if way not in met:
                yield tuple([way if other == place else 0 for other in range(len(counts))])

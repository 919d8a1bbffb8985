"""Words of a text whose spaces are not where the writer meant them.

``S O V C O M F L O T`` is one word, in ``C ivil Aviation F actory`` a PDF's kerning or large first
letters tore words apart, ``UralCivil`` lost a space. Such stretches are rare; each is searched once
more with the spaces put right.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from matcher.columnar.arrays import Array, where_true
from matcher.columnar.code_points import code_points
from matcher.mentions.document import BETWEEN

# Letters one by one, words with two spaces or three between them: so many at least, since ``A B C D
# Ltd`` may be a name itself.
_SPREAD = re.compile(
    r"(?<![^\W_])[^\W\d_][ \u00a0\u2009][^\W\d_](?:[ \u00a0\u2009]{1,3}[^\W\d_]){3,}(?![^\W_])"
)
_ONE_BY_ONE = re.compile(r"[^\W\d_](?:[ \u00a0\u2009][^\W\d_])+")
# One word of them has so many.
_LONGEST_WORD = re.compile(r"[^\W\d_](?:[ \u00a0\u2009][^\W\d_]){3}")
# A capital and the rest of its word; ``A`` and ``I`` are words themselves.
_SPLIT = re.compile(r"(?<![^\W_])(?![AIАВИКОСУЯ] )[A-ZА-ЯЁ] (?=[a-zа-яё]{2})")
_GLUED = re.compile(r"(?<=[a-zа-яё]{2})(?=[A-ZА-ЯЁ][a-zа-яё]{2})")
_SMALL, _CAPITAL, _SPACE, _THIN_SPACE = 1, 2, 4, 0x2009
# What a sign may be in the patterns above, by its code point; those behind the last are nothing.
_KINDS = np.zeros(_THIN_SPACE + 2, dtype=np.uint8)
for _kind, _signs in (
    (_SMALL, map(chr, range(ord("a"), ord("z") + 1))),
    (_SMALL, map(chr, range(ord("а"), ord("я") + 1))),
    (_CAPITAL, map(chr, range(ord("A"), ord("Z") + 1))),
    (_CAPITAL, map(chr, range(ord("А"), ord("Я") + 1))),
    (_SMALL, "ё"),
    (_CAPITAL, "Ё"),
    (_SPACE, " \u00a0\u2009"),
):
    _KINDS[[ord(sign) for sign in _signs]] = _kind
# Characters on either side of such a place that may be of the same name.
AROUND = 100


def _whole(_: str) -> Iterable[int]:
    """That no word begins but the first."""
    return ()


@dataclass(frozen=True, slots=True)
class Respaced:
    """The stretches of a text where spaces are missing or too many, with their spaces put right."""

    text: str
    """One stretch after the other, ``BETWEEN`` them."""
    places: tuple[int, ...]
    """For each character where it stands in the whole text."""

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """Where words of it stand in the whole text; None where they stand there as they are
        here, or are of two stretches.
        """
        first, last = self.places[start], self.places[end - 1] + 1
        if last - first == end - start or BETWEEN in self.text[start:end]:
            return None
        return first, last


def respaced(
    text: str,
    word_starts: Callable[[str], Iterable[int]] = _whole,
    glued: Iterable[int] = (),
    torn: Iterable[int] = (),
) -> Respaced:
    """Put the spaces of a text right where they are wrong.

    Args:
        text: running text.
        word_starts: where words begin in letters that stood one by one (``run_together``).
        glued: where a space is known to be missing.
        torn: where one is known to be too many.
    """
    kinds = np.take(_KINDS, code_points(text), mode="clip")
    spread = [
        met.span()
        for met in _met(_SPREAD, text, _may_be_spread(kinds))
        if _LONGEST_WORD.search(met[0])
    ]
    ends = {end for _, end in spread}
    dropped = {place for start, end in spread for place in _spaces(text, start, end, word_starts)}
    split = _met(_SPLIT, text, _may_be_split(kinds))
    dropped |= {met.end() - 1 for met in split if met.end() - 1 not in ends}
    dropped.update(torn)
    added = {met.start() for met in _met(_GLUED, text, _may_be_glued(kinds))}.union(glued)
    signs: list[str] = []
    places: list[int] = []
    for start, end in _stretches(sorted(dropped | added), len(text)):
        for place in range(start, end):
            if place in added:
                signs.append(" ")
                places.append(place)
            if place not in dropped:
                signs.append(text[place])
                places.append(place)
        signs.append(BETWEEN)
        places += [end] * len(BETWEEN)
    return Respaced("".join(signs), tuple(places))


def _met(pattern: re.Pattern[str], text: str, places: Array) -> Iterator[re.Match[str]]:
    """What ``finditer`` finds of a pattern that can begin at some places only, rising."""
    end = 0
    for place in places.tolist():
        met = pattern.match(text, place) if place >= end else None
        if met is not None:
            end = met.end()
            yield met


def _may_be_spread(kinds: Array) -> Array:
    """Where every second sign is a space, twice, and the next one to come is near; the columns of a
    table have spaces alone.
    """
    space = kinds == _SPACE
    apart = space[1:-4] & space[3:-2] & (space[4:-1] | space[5:])
    return where_true(apart & ~(space[:-5] | space[2:-3]))


def _may_be_split(kinds: Array) -> Array:
    """Where a capital, a space and two small letters follow each other."""
    capital, space, small = kinds == _CAPITAL, kinds == _SPACE, kinds == _SMALL
    return where_true(capital[:-3] & space[1:-2] & small[2:-1] & small[3:])


def _may_be_glued(kinds: Array) -> Array:
    """The capitals between two small letters and two more."""
    capital, small = kinds == _CAPITAL, kinds == _SMALL
    two = small[:-1] & small[1:]
    return where_true(two[:-3] & capital[2:-2] & two[3:]) + 2


def _spaces(
    text: str, start: int, end: int, word_starts: Callable[[str], Iterable[int]]
) -> Iterator[int]:
    """The spaces between two letters of a word."""
    for word in _ONE_BY_ONE.finditer(text, start, end):
        # Every second sign is a letter.
        kept = {2 * letter - 1 for letter in word_starts(word[0][::2])}
        yield from (
            word.start() + place for place in range(1, len(word[0]), 2) if place not in kept
        )


def _stretches(changed: list[int], length: int) -> Iterator[tuple[int, int]]:
    """Where the stretches begin and end; none overlaps another."""
    start = end = -1
    for place in changed:
        if 0 <= end < place - AROUND:
            yield start, end
            end = -1
        if end < 0:
            start = max(0, place - AROUND)
        end = min(length, place + AROUND)
    if end >= 0:
        yield start, end

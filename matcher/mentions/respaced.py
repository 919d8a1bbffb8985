"""Words of a text whose spaces are not where the writer meant them.

``S O V C O M F L O T`` is one word, in ``C ivil Aviation F actory`` a PDF's kerning or large first
letters tore words apart, ``UralCivil`` lost a space. Such stretches are rare; each is searched once
more with the spaces put right.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from matcher.mentions.document import BETWEEN

# Letters one by one: so many at least, since ``A B C D Ltd`` may be a name itself.
_SPREAD = re.compile(r"(?<![^\W_])[^\W\d_](?:[ \u00a0\u2009][^\W\d_]){4,}(?![^\W_])")
# A capital and the rest of its word; ``A`` and ``I`` are words themselves.
_SPLIT = re.compile(r"(?<![^\W_])(?![AIАВИКОСУЯ] )[A-ZА-ЯЁ] (?=[a-zа-яё]{2})")
_GLUED = re.compile(r"(?<=[a-zа-яё]{2})(?=[A-ZА-ЯЁ][a-zа-яё]{2})")
# Characters on either side of such a place that may be of the same name.
AROUND = 100


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


def respaced(text: str) -> Respaced:
    """Put the spaces of a text right where they are wrong."""
    spread = [met.span() for met in _SPREAD.finditer(text)]
    ends = {end for _, end in spread}
    dropped = {place for start, end in spread for place in _spaces(text, start, end)}
    dropped |= {met.end() - 1 for met in _SPLIT.finditer(text) if met.end() - 1 not in ends}
    added = {met.start() for met in _GLUED.finditer(text)}
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


def _spaces(text: str, start: int, end: int) -> Iterator[int]:
    return (place for place in range(start, end) if text[place].isspace())


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

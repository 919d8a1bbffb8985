"""Where in a text the words of a listed name stand close together.

The lists drive the search: every word of the text that some listed names have votes for these
names at its place. A name whose votes within a few words carry enough of its information is worth
comparing there; most of a text votes for nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from matcher.arrays import Array
from matcher.candidates import CROWDED_IN_TEXT, Finder
from matcher.name import Word, words_of
from matcher.tables import Role

# Words of other text that may stand between two words of a name.
GAP = 3
# The votes must carry this share of what the name's rarer words tell.
ENOUGH = 0.5
ALIKE_ENOUGH = 0.75


@dataclass(frozen=True, slots=True)
class Text:
    """A running text and its words."""

    text: str
    words: Sequence[Word]
    small: bool
    """Whether the text has no capitals, so that names have none either."""

    @classmethod
    def of(cls, text: str) -> "Text":
        """Cut a text into words."""
        return cls(text, words_of(text), text == text.lower())

    def raw(self, word: Word) -> str:
        """A word as it was written."""
        return self.text[word.start : word.end]


@dataclass(frozen=True, slots=True)
class Window:
    """Neighbouring words of a text that may be a listed name."""

    name: int
    first: int
    last: int
    """Numbers of words, both included."""


def windows(
    text: Text, finder: Finder, allowed: Array | None, enough: float = ENOUGH
) -> Iterator[Window]:
    """Find the places where a listed name may stand.

    Args:
        text: the text.
        finder: the listed names.
        allowed: for every listed name whether it may be found; None for all.
        enough: share of a name's information that has to be there.

    Yields:
        Windows, sorted by name and place.
    """
    names, places, shares = _votes(text.words, finder)
    if allowed is not None:
        keep = allowed[names]
        names, places, shares = names[keep], places[keep], shares[keep]
    if not len(names):
        return
    order = np.lexsort((-shares, places, names))
    names, places, shares = names[order], places[order], shares[order]
    # Of several votes of one word for one name the best counts.
    first = np.r_[True, (names[1:] != names[:-1]) | (places[1:] != places[:-1])]
    names, places, shares = names[first], places[first], shares[first]
    apart = np.r_[True, (names[1:] != names[:-1]) | (places[1:] - places[:-1] > GAP + 1)]
    starts = np.flatnonzero(apart)
    sums = np.add.reduceat(shares, starts)
    ends = np.r_[starts[1:], len(names)]
    needed = np.maximum(enough * finder.telling_weight[names[starts]], 1e-6)
    # A name has a capital somewhere, in a text that has capitals.
    capital = np.array([text.small or not text.raw(word)[0].islower() for word in text.words])
    named = np.logical_or.reduceat(capital[places], starts)
    for number in np.flatnonzero((sums >= needed) & named).tolist():
        start, end = int(starts[number]), int(ends[number])
        yield from _cut(int(names[start]), places[start:end].tolist(), text.words, finder)


def _votes(words: Sequence[Word], finder: Finder) -> tuple[Array, Array, Array]:
    names, places, shares = [], [], []
    weights = finder.index.arrays["word_weight"]
    for place, word in enumerate(words):
        if not word.tells:
            continue
        known = finder.known(word)
        for number, score in zip(known.words.tolist(), known.scores.tolist(), strict=True):
            if score < ALIKE_ENOUGH:
                continue
            voters = finder.index.names_of_word[number]
            if len(voters) <= CROWDED_IN_TEXT:
                names.append(voters)
                places.append(np.full(len(voters), place, dtype=np.int32))
                share = score * min(known.weight, float(weights[number]))
                shares.append(np.full(len(voters), share, dtype=np.float32))
    for place, voters, share in _joined(words, finder):
        names.append(voters)
        places.append(np.full(len(voters), place, dtype=np.int32))
        shares.append(np.full(len(voters), share, dtype=np.float32))
    if not names:
        return np.zeros(0, np.int32), np.zeros(0, np.int32), np.zeros(0, np.float32)
    return np.concatenate(names), np.concatenate(places), np.concatenate(shares)


def _joined(words: Sequence[Word], finder: Finder) -> Iterator[tuple[int, Array, float]]:
    """Neighbours that the list writes as one word."""
    weights = finder.index.arrays["word_weight"]
    for place, (left, right) in enumerate(pairwise(words)):
        if left.role is not Role.WORD or right.role is not Role.WORD:
            continue
        if finder.weight(left) + finder.weight(right) < 0.5:
            continue
        known = finder.known(Word(left.start, right.end, left.form + right.form, Role.WORD))
        for number in known.words[known.scores == 1.0].tolist():
            voters = finder.index.names_of_word[number]
            if len(voters) <= CROWDED_IN_TEXT:
                yield place, voters, float(weights[number])


def _cut(
    name: int, places: Sequence[int], words: Sequence[Word], finder: Finder
) -> Iterator[Window]:
    """Cut a long row of votes, where a name is repeated: before a word that came already, and
    where the row is longer than the name.
    """
    length = len(finder.index.words_of_name(name)) + GAP
    first, seen = 0, {words[places[0]].term}
    for number in range(1, len(places) + 1):
        if number < len(places):
            term = words[places[number]].term
            if term not in seen and places[number] - places[first] < length:
                seen.add(term)
                continue
            seen = {term}
        yield Window(name, places[first], places[number - 1])
        first = number

"""Where in a text the words of a listed name stand close together.

The lists drive the search: every word of the text that some listed names have votes for these
names at its place. A name whose votes within a few words carry enough of its information is worth
comparing there; most of a text votes for nothing.
"""

import re
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
ENOUGH = 0.6
ALIKE_ENOUGH = 0.75
# A blank line, a column's edge, a sign that ends a phrase, or a sentence's end after a word of
# three letters (``Co. Ltd`` and ``U. S.`` go on).
_BREAK = re.compile(r"[;:!?|]|\n\s*\n|(?<=[^\W\d_]{3})\.\s")
# Names of up to so many telling words are looked for as they are, too.
LONGEST_WHOLE = 6
# Words of a text that are searched at once, and those that the next piece sees again.
PIECE, OVERLAP = 20_000, 40
_NO_NAMES, _NO_SHARES = np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Text:
    """A running text and its words."""

    text: str
    words: Sequence[Word]
    small: bool
    """Whether the text has no capitals, so that names have none either."""
    phrase: Array
    """For each word the number of its phrase: no name goes over the end of one."""

    @classmethod
    def of(cls, text: str) -> "Text":
        """Cut a text into words."""
        words = words_of(text)
        ends = [
            _BREAK.search(text, max(0, left.end - 3), right.start) is not None
            for left, right in pairwise(words)
        ]
        phrase = np.cumsum(np.array([0, *ends], dtype=np.int32))
        return cls(text, words, text == text.lower(), phrase)

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
    # Long texts are taken in pieces, so that the votes of a book need no more memory than those
    # of a chapter. A name that two pieces share is found in either.
    for begin in range(0, max(1, len(text.words)), PIECE):
        yield from _in_piece(text, begin, begin + PIECE + OVERLAP, finder, allowed, enough)


def _in_piece(
    text: Text, begin: int, end: int, finder: Finder, allowed: Array | None, enough: float
) -> Iterator[Window]:
    words = text.words[begin:end]
    for window in _whole(text, words, text.phrase[begin:end], finder, allowed):
        yield Window(window.name, window.first + begin, window.last + begin)
    names, places, shares = _votes(text, words, finder)
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
    phrase = text.phrase[begin:end][places]
    apart = (names[1:] != names[:-1]) | (places[1:] - places[:-1] > GAP + 1)
    apart = np.r_[True, apart | (phrase[1:] != phrase[:-1])]
    starts = np.flatnonzero(apart)
    sums = np.add.reduceat(shares, starts)
    ends = np.r_[starts[1:], len(names)]
    needed = np.maximum(enough * finder.telling_weight[names[starts]], 1e-6)
    # A name has a capital somewhere, in a text that has capitals.
    capital = np.array([_capital(text, word) for word in words])
    named = np.logical_or.reduceat(capital[places], starts)
    for number in np.flatnonzero((sums >= needed) & named).tolist():
        votes = places[int(starts[number]) : int(ends[number])].tolist()
        for window in _cut(int(names[starts[number]]), votes, words, finder):
            yield Window(window.name, window.first + begin, window.last + begin)


def _capital(text: Text, word: Word) -> bool:
    """Whether a word may be the one that makes a name: a number never is."""
    if word.role is Role.NUMBER:
        return False
    return text.small or not text.text[word.start].islower()


def _whole(
    text: Text, words: Sequence[Word], phrase: Array, finder: Finder, allowed: Array | None
) -> Iterator[Window]:
    """Names that stand there in their own words: nothing else finds those whose words are all
    crowded (``Bank Melli Iran``).
    """
    for first, word in enumerate(words):
        if not word.tells or not _capital(text, word):
            continue
        forms: list[str] = []
        for last in range(first, min(len(words), first + LONGEST_WHOLE + GAP)):
            if phrase[last] != phrase[first] or len(forms) == LONGEST_WHOLE:
                break
            if not words[last].tells:
                continue
            forms.append(words[last].form)
            if len(forms) > 1 and _capital(text, words[last]):
                for name in finder.names_of_core(forms):
                    if allowed is None or allowed[name]:
                        yield Window(name, first, last)


def _votes(text: Text, words: Sequence[Word], finder: Finder) -> tuple[Array, Array, Array]:
    """Which name each word votes for, at which place, with which share of information."""
    names, shares, places = [_NO_NAMES], [_NO_SHARES], [_NO_NAMES]
    met: dict[str, tuple[Array, Array]] = {}
    for place, word in enumerate(words):
        if not word.tells:
            continue
        key = f"{word.form} {word.term} {word.consonantal}"
        if key not in met:
            met[key] = _voters(word, finder)
        voters, votes = met[key]
        if len(voters):
            names.append(voters)
            shares.append(votes)
            places.append(np.full(len(voters), place, dtype=np.int32))
    for place, voters, share in _joined(text, words, finder):
        names.append(voters)
        shares.append(np.full(len(voters), share, dtype=np.float32))
        places.append(np.full(len(voters), place, dtype=np.int32))
    return np.concatenate(names), np.concatenate(places), np.concatenate(shares)


def _voters(word: Word, finder: Finder) -> tuple[Array, Array]:
    known = finder.known(word)
    weights = finder.index.arrays["word_weight"]
    names, shares = [_NO_NAMES], [_NO_SHARES]
    for number, score in zip(known.words.tolist(), known.scores.tolist(), strict=True):
        voters = finder.index.names_of_word[number]
        if score >= ALIKE_ENOUGH and len(voters) <= CROWDED_IN_TEXT:
            share = score * min(known.weight, float(weights[number]))
            names.append(voters)
            shares.append(np.full(len(voters), share, dtype=np.float32))
    return np.concatenate(names), np.concatenate(shares)


def _joined(
    text: Text, words: Sequence[Word], finder: Finder
) -> Iterator[tuple[int, Array, float]]:
    """Neighbours that the list writes as one word."""
    weights = finder.index.arrays["word_weight"]
    for place, (left, right) in enumerate(pairwise(words)):
        if Role.WORD not in (left.role, right.role) or not _capital(text, left):
            continue
        for number in finder.written(left.form + right.form):
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

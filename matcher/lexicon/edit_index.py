"""Words that are one edit away from another, among a few thousand.

Words one edit apart share their first half or their last, by which they are found; the index is
made anew at every start, so it holds nothing that costs more to make (what is left when a word
loses a letter costs three times as much).
"""

from collections.abc import Iterable, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

# Letters; of a word of three another letter makes another word.
SHORTEST = 4

_Half = dict[str, list[str]]
"""By the first or the last half of what may be one edit away from words, how these are spelled."""


class OneEdit:
    """Some words, looked up by one that may be misspelt."""

    def __init__(self, words: Iterable[str], sign: str = "") -> None:
        """Take the words in.

        Args:
            words: no matter in which order; those shorter than ``SHORTEST`` are near only where
                others begin or end so, too.
            sign: what some begin with that is no part of their spelling.
        """
        self._sign = sign
        self._words: dict[str, tuple[str, ...]] = {}
        """By their spelling: with the sign, without it, or both."""
        for word in words:
            spelled = word.removeprefix(sign)
            known = self._words.get(spelled, ())
            if word not in known:
                self._words[spelled] = (*known, word)
        self._halves: dict[int, tuple[_Half, _Half]] = {}
        """First and last halves, by the length of what may be one edit away from such a word."""
        self._short: tuple[_Half, _Half] = ({}, {})
        """The same of words that are too short by a letter."""
        by_length: dict[int, list[str]] = {}
        for spelled in self._words:
            by_length.setdefault(len(spelled), []).append(spelled)
        for length, some in by_length.items():
            if length >= SHORTEST:
                for asked in (length - 1, length, length + 1):
                    _add(self._halves.setdefault(asked, ({}, {})), asked, some)
            elif length == SHORTEST - 1:
                _add(self._short, SHORTEST, some)

    def __contains__(self, spelled: str) -> bool:
        """Whether it is one of the words, or one of them that lost a letter."""
        return spelled in self._words or any(
            len(word.removeprefix(self._sign)) > len(spelled) for word in self.near(spelled)
        )

    def near(self, spelled: str) -> set[str]:
        """The words, with their sign, that are one edit away; two letters that changed places are
        one edit.
        """
        length = len(spelled)
        halves = self._halves.get(length)
        if halves is None:
            return set()
        half = (length - 1) // 2
        head, tail = spelled[:half], spelled[half + 1 - length :]
        begun, ended = halves[0].get(head, ()), halves[1].get(tail, ())
        if not (begun or ended):
            # The common case.
            return set()
        some = [*begun, *ended]
        if length == SHORTEST:
            some += [*self._short[0].get(head, ()), *self._short[1].get(tail, ())]
        # (One call for all of them: asking for each in Python takes twice as long.)
        near = process.extract(spelled, some, scorer=OSA.distance, score_cutoff=1, limit=None)
        return {word for other, edits, _ in near if edits for word in self._words[other]}


def _add(halves: tuple[_Half, _Half], length: int, words: Sequence[str]) -> None:
    """Add words to those that may be one edit away from one of some length."""
    half = (length - 1) // 2
    heads, tails = halves
    for spelled in words:
        head, tail = spelled[:half], spelled[half + 1 - length :]
        if head in heads:
            heads[head].append(spelled)
        else:
            heads[head] = [spelled]
        if tail in tails:
            tails[tail].append(spelled)
        else:
            tails[tail] = [spelled]

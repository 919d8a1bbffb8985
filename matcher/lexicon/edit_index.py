"""Words that are one edit away from another, among a few thousand.

Words one edit apart share their first half or their last, by which they are found; the index is
made anew at every start, so it holds nothing that costs more to make (what is left when a word
loses a letter costs three times as much).
"""

from collections.abc import Iterable, Sequence

from rapidfuzz.distance import OSA

# Letters; of a word of three another letter makes another word.
SHORTEST = 4

_Half = dict[str, list[tuple[str, str]]]
"""By the first or the last half of what may be one edit away from words, how each is spelled and
the word."""


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
        every = {word: word.removeprefix(sign) for word in words}
        self._spelled = frozenset(every.values())
        self._halves: dict[int, tuple[_Half, _Half]] = {}
        """First and last halves, by the length of what may be one edit away from such a word."""
        self._short: tuple[_Half, _Half] = ({}, {})
        """The same of words that are too short by a letter."""
        by_length: dict[int, list[tuple[str, str]]] = {}
        for word, spelled in every.items():
            by_length.setdefault(len(spelled), []).append((spelled, word))
        for length, some in by_length.items():
            if length >= SHORTEST:
                for asked in (length - 1, length, length + 1):
                    _add(self._halves.setdefault(asked, ({}, {})), asked, some)
            elif length == SHORTEST - 1:
                _add(self._short, SHORTEST, some)

    def __contains__(self, spelled: str) -> bool:
        """Whether it is one of the words, or one of them that lost a letter."""
        return spelled in self._spelled or any(
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
        if length == SHORTEST:
            begun = [*begun, *self._short[0].get(head, ()), *self._short[1].get(tail, ())]
        distance = OSA.distance
        found = {word for other, word in begun if distance(other, spelled, score_cutoff=1) == 1}
        found.update([word for one, word in ended if distance(one, spelled, score_cutoff=1) == 1])
        return found


def _add(halves: tuple[_Half, _Half], length: int, words: Sequence[tuple[str, str]]) -> None:
    """Add words to those that may be one edit away from one of some length."""
    half = (length - 1) // 2
    heads, tails = halves
    for one in words:
        spelled = one[0]
        head, tail = spelled[:half], spelled[half + 1 - length :]
        if head in heads:
            heads[head].append(one)
        else:
            heads[head] = [one]
        if tail in tails:
            tails[tail].append(one)
        else:
            tails[tail] = [one]

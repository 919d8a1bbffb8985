"""Words that are one edit away from another, among a few thousand.

Words one edit apart share what is left when either loses a letter (deletion neighbourhood, as in
SymSpell, https://github.com/wolfgarbe/SymSpell), and their first half or their last.
"""

from collections.abc import Iterable

from rapidfuzz.distance import OSA

from matcher.lexicon.keys import deletions

# Letters; of a word of three another letter makes another word.
SHORTEST = 4


class OneEdit:
    """Some words, looked up by one that may be misspelt."""

    def __init__(self, words: Iterable[str], sign: str = "") -> None:
        """Take the words in.

        Args:
            words: no matter in which order; those shorter than ``SHORTEST`` are never near.
            sign: what some begin with that is no part of their spelling.
        """
        self._sign = sign
        self._by_deletion: dict[str, list[str]] = {}
        self._halves: dict[int, tuple[set[str], set[str]]] = {}
        """First and last halves, by the length of what may be one edit away from such a word."""
        for word in sorted(set(words)):
            self._add(word, word.removeprefix(sign))

    def _add(self, word: str, spelled: str) -> None:
        found = self._by_deletion
        found.setdefault(spelled, []).append(word)
        if len(spelled) < SHORTEST:
            return
        for shorter in deletions(spelled):
            found.setdefault(shorter, []).append(word)
        for length in (len(spelled) - 1, len(spelled), len(spelled) + 1):
            half = (length - 1) // 2
            heads, tails = self._halves.setdefault(length, (set(), set()))
            heads.add(spelled[:half])
            tails.add(spelled[half + 1 - length :])

    def __contains__(self, spelled: str) -> bool:
        """Whether it is one of the words, or one of them that lost a letter."""
        return spelled in self._by_deletion

    def near(self, spelled: str) -> set[str]:
        """The words, with their sign, that are one edit away; two letters that changed places are
        one edit.
        """
        length = len(spelled)
        halves = self._halves.get(length)
        if halves is None:
            return set()
        half = (length - 1) // 2
        head, tail = spelled[:half] in halves[0], spelled[half + 1 - length :] in halves[1]
        if not (head or tail):
            return set()
        # Where one half is as it should be, the letter that is wrong is in the other. (Of words
        # shorter than ``SHORTEST`` no halves are known.)
        short = length <= SHORTEST
        wrong = range(0 if tail or short else half, length if head or short else half + 1)
        by_deletion = self._by_deletion
        keys = [key for p in wrong if (key := spelled[:p] + spelled[p + 1 :]) in by_deletion]
        if spelled in by_deletion:
            keys.append(spelled)
        found = {word for key in keys for word in by_deletion[key]}
        return {word for word in found if OSA.distance(word.removeprefix(self._sign), spelled) == 1}

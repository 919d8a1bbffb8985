"""Which listed names are worth comparing with a query (blocking).

The query's words find the similar words of the lists by their keys, these find the names that have
them. A name's promise is how much of both names' information the shared words carry; the names
that promise most are then compared word by word.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from matcher.align import ACRONYM, JOINED, pair
from matcher.arrays import Array
from matcher.build import bag_keys, word_keys
from matcher.index import NameIndex
from matcher.keys import hashed, skeleton
from matcher.name import Name, Word
from matcher.rarity import RARE, weight
from matcher.tables import Role

# A word that so many names have finds nothing by itself; it counts for the names that others find.
CROWDED = 2500
# Words of queries whose look-up is kept; some 40 MB. A night's batch has millions.
REMEMBERED = 100_000
# In running text the bar is lower, since every word of the text is asked for.
CROWDED_IN_TEXT = 400


@dataclass(frozen=True, slots=True)
class Known:
    """What the lists know of one word of a query."""

    weight: float
    """The information in the word, in (0, 1]."""
    is_word: bool
    """Whether it is written so on a list or in ordinary language."""
    words: Array
    """Numbers of the listed words that are like it."""
    scores: Array
    """How alike each is, in (0, 1]."""


class Finder:
    """Looks words and names up in an index; remembers the words it has met."""

    def __init__(self, index: NameIndex) -> None:
        self.index = index
        self._known: dict[tuple[str, Role, str | None, bool], Known] = {}

    def known(self, word: Word) -> Known:
        """What the lists know of a word."""
        key = (word.form, word.role, word.concept, word.consonantal)
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            known = self._known[key] = self._look_up(word)
        return known

    def weight(self, word: Word) -> float:
        """The information in a word of a query, in (0, 1]."""
        return self.known(word).weight

    def is_word(self, word: Word) -> bool:
        """Whether a word is met as it is written, on a list or in ordinary language."""
        return self.known(word).is_word

    def written(self, form: str) -> list[int]:
        """Listed words that are written so, letter by letter."""
        found = self.index.words_by_key.find([hashed("s", skeleton(form))]).tolist()
        return [number for number in found if self.index.word(number).form == form]

    def names_of_core(self, forms: Sequence[str]) -> list[int]:
        """Names that have just these words, legal forms and stopwords left out of account."""
        core = tuple(sorted(forms))
        found = self.index.names_by_bag.find([hashed("t", " ".join(core))]).tolist()
        return [number for number in found if self.index.name(number).core == core]

    @cached_property
    def telling_weight(self) -> Array:
        """For every name the information of its words that few names have."""
        index = self.index
        counts = np.diff(index.arrays["posting_at"])
        weights = np.where(counts <= CROWDED_IN_TEXT, index.arrays["word_weight"], 0.0)
        names = np.repeat(np.arange(index.name_count), np.diff(index.arrays["name_word_at"]))
        found: Array = np.bincount(names, weights[index.arrays["name_word"]], index.name_count)
        return found

    def names_of_entities(self, entities: Iterable[int]) -> Array:
        """For every name whether it is one of these entities'."""
        mask: Array = np.isin(self.index.arrays["name_entity"], sorted(entities))
        return mask

    def names_with_acronym(self, letters: str) -> Array:
        """Names whose words may begin with these letters."""
        return self.index.names_by_acronym.find([hashed("a", letters)])

    def _look_up(self, word: Word) -> Known:
        index = self.index
        met: list[tuple[int, float]] = []
        own: float | None = None
        zipf = index.language.zipf_of(word.form)
        is_word = zipf > RARE
        for number in index.words_by_key.find(list(word_keys(word, listed=False))).tolist():
            listed = index.word(number)
            _, score = pair(word, listed)
            if listed.form == word.form and listed.role is word.role:
                score = 1.0
            is_word = is_word or listed.form == word.form
            if score:
                met.append((number, score))
            if listed.term == word.term and listed.role is word.role:
                own = float(index.arrays["word_weight"][number])
        if own is None:
            own = weight(word, zipf, 0, index.entity_count)
        words = np.array([number for number, _ in met], dtype=np.int32)
        scores = np.array([score for _, score in met], dtype=np.float32)
        return Known(own, is_word, words, scores)

    def candidates(
        self, query: Name, limit: int, allowed: Array | None = None, least: float = 0.0
    ) -> list[int]:
        """Listed names that may be the query's, the most promising first.

        Args:
            query: the name asked for.
            limit: at most so many names.
            allowed: for every listed name whether it may be found; None for all.
            least: the promise below which a name is left out.

        Returns:
            Numbers of names, those with the same words first.
        """
        same = self.index.names_by_bag.find(list(bag_keys(query)))
        if allowed is not None:
            same = same[allowed[same]]
        first = same[:limit].tolist()
        found = self._promising(query, limit, allowed, least)
        return [*first, *(number for number in found if number not in set(first))]

    def _promising(self, query: Name, limit: int, allowed: Array | None, least: float) -> list[int]:
        gathered = [*self._by_words(query.words), *self._by_joined(query.words)]
        gathered += self._by_acronym(query.words)
        if not gathered:
            return []
        names = np.concatenate([names for names, _ in gathered])
        shares = np.concatenate([np.broadcast_to(share, len(n)) for n, share in gathered])
        found, place = np.unique(names, return_inverse=True)
        shared = np.bincount(place, shares)
        if allowed is not None:
            keep = allowed[found]
            found, shared = found[keep], shared[keep]
        total = sum(self.weight(word) for word in query.words)
        promise = shared / np.sqrt(total * self.index.arrays["name_weight"][found])
        best = np.lexsort((found, -promise))[:limit]
        kept: list[int] = found[best[promise[best] >= least]].tolist()
        return kept

    def _by_words(self, words: Sequence[Word]) -> list[tuple[Array, float]]:
        telling = [word for word in words if word.tells] or list(words)
        known = sorted((self.known(word) for word in telling), key=lambda k: -k.weight)
        gathered: list[tuple[Array, float]] = []
        for word in known:
            for number, score in zip(word.words.tolist(), word.scores.tolist(), strict=True):
                names = self.index.names_of_word[number]
                if len(names) > CROWDED and gathered:
                    continue
                share = score * min(word.weight, float(self.index.arrays["word_weight"][number]))
                gathered.append((names, share))
        return gathered

    def _by_joined(self, words: Sequence[Word]) -> list[tuple[Array, float]]:
        """Two words of the query written as one on the list, and the other way round."""
        gathered: list[tuple[Array, float]] = []
        plain = [word for word in words if word.role is not Role.STOP and " " not in word.form]
        for left, right in pairwise(plain):
            both = Word(left.start, right.end, left.form + right.form, Role.WORD)
            known = self.known(both)
            for number in known.words[known.scores >= JOINED - 0.02].tolist():
                share = JOINED * float(self.index.arrays["word_weight"][number])
                gathered.append((self.index.names_of_word[number], share))
        for word in plain:
            if word.role is Role.WORD and len(word.form) >= 5 and not len(self.known(word).words):
                gathered += self._by_halves(word)
        return gathered

    def _by_halves(self, word: Word) -> list[tuple[Array, float]]:
        gathered: list[tuple[Array, float]] = []
        for cut in range(2, len(word.form) - 1):
            halves = [
                self.known(Word(0, 0, part, Role.WORD))
                for part in (word.form[:cut], word.form[cut:])
            ]
            sets = [
                [self.index.names_of_word[n] for n in half.words[half.scores > 0.95].tolist()]
                for half in halves
            ]
            if all(sets):
                names = np.intersect1d(np.concatenate(sets[0]), np.concatenate(sets[1]))
                # Of a word cut in two the rarer half tells the most.
                gathered.append((names, JOINED * max(half.weight for half in halves)))
        return gathered

    def _by_acronym(self, words: Sequence[Word]) -> list[tuple[Array, float]]:
        """Letters on one side, the words they stand for on the other."""
        gathered: list[tuple[Array, float]] = []
        short = [w for w in words if w.tells and w.form.isalpha() and len(w.form) <= 8]
        letters = {word.form for word in short if len(word.form) >= 2}
        letters.add("".join(word.form for word in short))
        for acronym in sorted(letters):
            if 2 <= len(acronym) <= 8:
                names = self.names_with_acronym(acronym)
                gathered.append((names, ACRONYM * 0.8))
        initials = "".join(part[0] for word in words if word.tells for part in word.form.split(" "))
        if 3 <= len(initials) <= 8 and initials.isalpha():
            known = self.known(Word(0, 0, initials, Role.WORD))
            gathered.extend(
                (self.index.names_of_word[number], ACRONYM * known.weight)
                for number in known.words[known.scores == 1.0].tolist()
            )
        return gathered

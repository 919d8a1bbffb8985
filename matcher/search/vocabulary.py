"""What the lists know of the words that are asked for; each word is looked up once.

Words repeat: a night's batch of a million names has a few hundred thousand of them, and looking
one up (its keys, the listed words under them, comparing it with each) costs more than all else.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import accumulate
from threading import RLock

import numpy as np

from matcher.columnar.arrays import Array, distinct, pair_key, spread
from matcher.columnar.grouping import explode
from matcher.columnar.growable import Column
from matcher.comparison.batch_similarity import meet
from matcher.comparison.brand import may_be_brands
from matcher.comparison.word_table import Spelled
from matcher.index.blocking_keys import word_keys
from matcher.index.index import NameIndex
from matcher.lexicon.brands import brands
from matcher.lexicon.tables import Role
from matcher.names.term_weights import weigh
from matcher.names.word import Name, Word, WordKey
from matcher.search.word_facts import Facts

# Words whose look-up is kept; some 60 MB.
REMEMBERED = 100_000


@dataclass(slots=True)
class Links:
    """The listed words that are like some words, one word's after the other's."""

    listed: Column = field(default_factory=lambda: Column("i8"))
    score: Column = field(default_factory=lambda: Column("f8"))
    """How alike each is, in (0, 1]."""
    equal: Column = field(default_factory=lambda: Column("?"))
    """Whether each is written alike."""
    loose: Column = field(default_factory=lambda: Column("?"))
    """Whether each may be another word that only looks like it."""


@dataclass(frozen=True, slots=True)
class _Numbered:
    """Names that were asked for together."""

    names: tuple[Name, ...]
    """Held, so that no other object gets the id of one."""
    rows: dict[int, int]
    """By the names' ids."""
    at: Array
    """Where the numbers of each name's words begin, and where the last one's end."""
    numbers: Array


_WORD = Role.WORD


def _known_by(words: Iterable[Word]) -> list[WordKey | str]:
    """What words are looked up by: most by their form, whose hash is at hand."""
    return [
        # The other way is ``key_of`` the word.
        form
        if role is _WORD and concept is None and not consonantal
        else (form, role, concept, consonantal)
        for _, _, form, role, concept, consonantal in words
    ]


class Vocabulary:
    """The words asked for so far. A word is known by its number."""

    def __init__(self, index: NameIndex, remembered: int = REMEMBERED) -> None:
        """Ask an index.

        Args:
            index: whose words are looked up.
            remembered: from so many words on all are forgotten once none is in use.
        """
        self.index = index
        self._remembered = remembered
        self._lock, self._users = RLock(), 0
        self._forget()

    def _forget(self) -> None:
        self._numbers: dict[WordKey | str, int] = {}
        self._last = _Numbered((), {}, np.zeros(1, dtype=np.int64), np.zeros(0, dtype=np.int64))
        self.facts, self.links = Facts(), Links()

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """Inside, numbers stay what they are: threads share what was learned, and it is forgotten
        only where nobody holds a number.
        """
        with self._lock:
            if not self._users and len(self.facts.weight) > self._remembered:
                self._forget()
            self._users += 1
            try:
                yield
            finally:
                self._users -= 1

    def weight(self, word: Word) -> float:
        """The information in one word, in (0, 1]."""
        return float(self._known(word)[0])

    def is_word(self, word: Word) -> bool:
        """Whether it is written so on some list or in ordinary language."""
        return bool(self._known(word)[1])

    def _known(self, word: Word) -> tuple[float, bool]:
        """Both, which hang on no list: a word that nobody looked for is not looked for here."""
        with self.in_use():
            (key,) = _known_by((word,))
            number = self._numbers.get(key)
            if number is not None:
                facts = self.facts
                return facts.weight.values[number], facts.is_word.values[number]
        known = weigh((word,), self.index.language)
        return known.weight[0], known.is_word[0]

    def numbers(self, words: Sequence[Word]) -> Array:
        """The numbers of some words while they are ``in_use``; quicker than one by one."""
        keys, numbers = _known_by(words), self._numbers
        known = list(map(numbers.get, keys))
        if None in known:
            places = [place for place, number in enumerate(known) if number is None]
            new = {keys[place]: words[place] for place in places}
            numbers.update(zip(new, range(len(self.facts.weight), 1 << 31), strict=False))
            self._add(list(new.values()))
            for place in places:
                known[place] = numbers[keys[place]]
        return np.array(known, dtype=np.int64)

    def numbers_of(self, names: Sequence[Name]) -> Array:
        """The numbers of some names' words, one name's after the other's; of names that were asked
        for last it takes no second look at the words.
        """
        last = self._last
        asked = not names or id(names[0]) in last.rows
        rows = [last.rows.get(id(name)) for name in names] if asked else []
        if not asked or None in rows:
            found = self.numbers([word for name in names for word in name.words])
            ends = accumulate([len(name.words) for name in names], initial=0)
            at = np.array([*ends], dtype=np.int64)
            rows_of = {id(name): row for row, name in enumerate(names)}
            self._last = _Numbered(tuple(names), rows_of, at, found)
            return found
        if rows == [*range(len(last.names))]:
            return last.numbers
        places = np.array(rows, dtype=np.int64)
        starts = last.at[places]
        again: Array = last.numbers[spread(starts, last.at[places + 1] - starts)]
        return again

    def learn(self, names: Sequence[Name]) -> None:
        """Look the words of names up that are asked for next, in parts: together they cost less."""
        with self.in_use():
            self.numbers_of(names)

    def linked(self, words: Sequence[Word]) -> tuple[Array, Array, Array]:
        """The listed words that are like some words.

        Returns:
            Places in ``words``, rising, listed words, and how alike they are; of one length.
        """
        with self.in_use():
            numbers = self.numbers(words)
            count = self.facts.count.values[numbers]
            owner, place = explode(self.facts.first.values[numbers], count)
            return owner, self.links.listed.values[place], self.links.score.values[place]

    def _add(self, words: Sequence[Word]) -> None:
        index, size = self.index, len(self.index.word_forms)
        spelled = Spelled.of(words, index.concept_numbers)
        owners, keys = word_keys(words, spelled, listed=False)
        places, met = index.words_by_key.find_each(keys)
        # Most of what shares one key shares several.
        owner, listed = np.divmod(distinct(pair_key(owners[places], size, met)), size)
        found = meet(spelled, owner, index.spelled, listed)
        self._describe(words, spelled)
        there = found.score > 0.0
        owner, listed = owner[there], listed[there]
        names = index.names_of_word.counts(listed)
        self.facts.add_links(owner, len(self.links.listed), len(words))
        self.facts.document_frequency.extend(np.bincount(owner, names, len(words)).astype(np.int64))
        most = np.zeros(len(words))
        np.maximum.at(most, owner, index.arrays["word_weight"][listed])
        self.facts.most.extend(most)
        self.links.listed.extend(listed)
        self.links.score.extend(found.score[there])
        self.links.equal.extend(found.equal[there])
        self.links.loose.extend(found.loose[there])

    def _describe(self, words: Sequence[Word], spelled: Spelled) -> None:
        self.facts.add(words, spelled)
        known = weigh(words, self.index.language)
        self.facts.weight.extend(known.weight)
        self.facts.is_word.extend(known.is_word)
        named = np.array([word.form in brands() for word in words], dtype=np.bool_)
        bare, brand = may_be_brands(spelled.role, spelled.forms.lengths, known.rare, named)
        self.facts.bare.extend(bare)
        self.facts.brand.extend(brand)

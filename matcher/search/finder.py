"""Looks words and names up in an index."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from matcher.columnar.arrays import Array
from matcher.comparison.align import align
from matcher.comparison.by_letters import LetterRun
from matcher.comparison.features import Weighed, weigh_links
from matcher.index.index import NameIndex
from matcher.lexicon.keys import hashed
from matcher.names.term_weights import weigh
from matcher.names.word import Name, Word, WordKey, key_of
from matcher.search.unmatched import Unmatched
from matcher.search.vocabulary import REMEMBERED, Vocabulary

if TYPE_CHECKING:
    from matcher.search.standing_run import ListedRun


class Finder:
    """What is asked of an index; remembers the words it has met."""

    def __init__(self, index: NameIndex, vocabulary: Vocabulary | None = None) -> None:
        self.index = index
        self.vocabulary = vocabulary or Vocabulary(index)
        self._listed: dict[WordKey, float] = {}
        self._asked: dict[WordKey, float] = {}
        self._words: dict[WordKey, bool] = {}
        self._zipf: dict[str, float] = {}
        self._names: dict[int, Name] = {}
        self.runs: dict[int, ListedRun] = {}
        """Listed names by their numbers, as ``standing_run.listed_run`` looked at them."""
        self.unmatched = Unmatched()
        """Names that were asked for, and for which nothing was found."""

    def name(self, number: int) -> Name:
        """A listed name, whose words' weights are then at hand."""
        known = self._names.get(number)
        if known is not None:
            return known
        name = self._names[number] = self.index.name(number)
        weights = self.index.arrays["word_weight"][self.index.words_of_name(number)].tolist()
        for word, weight in zip(name.words, weights, strict=True):
            self._listed[key_of(word)] = weight
        return name

    def align_listed(
        self, query: Name, number: int, spelled: Sequence[LetterRun] = ()
    ) -> list[Weighed]:
        """How a name's words meet those of a listed name. Letters are short for a company's name,
        not for a person's, under which they are not looked for either.
        """
        name = self.name(number)
        letters = not self.index.names_of_persons[number]
        links = align(query, name, letters=letters, spelled=spelled)
        return weigh_links(query, name, links, self)

    def weight(self, word: Word) -> float:
        """The information in a word of a query or of a listed name, in (0, 1]."""
        key = key_of(word)
        weight = self._listed.get(key)
        if weight is None:
            weight = self._asked.get(key)
        if weight is None:
            if len(self._asked) >= REMEMBERED:
                self._asked.clear()
            weight = self._asked[key] = self.vocabulary.weight(word)
        return weight

    def look_up(self, words: Iterable[Word]) -> None:
        """Have the weights of some words at hand: together they cost a tenth of one by one."""
        new = {key_of(word): word for word in words}
        some = [word for key, word in new.items() if key not in self._listed]
        some = [word for word in some if key_of(word) not in self._asked]
        if not some:
            return
        if len(self._asked) >= REMEMBERED:
            self._asked.clear()
        weights = weigh(some, self.index.language).weight.tolist()
        self._asked.update(zip(map(key_of, some), weights, strict=True))

    def is_word(self, word: Word) -> bool:
        """Whether a word is met as it is written, on a list or in ordinary language."""
        key = key_of(word)
        found = self._words.get(key)
        if found is None:
            if len(self._words) >= REMEMBERED:
                self._words.clear()
            found = self._words[key] = self.vocabulary.is_word(word)
        return found

    def zipf_of(self, form: str) -> float:
        """How common a word is in ordinary language (``Language.zipf_of``)."""
        found = self._zipf.get(form)
        if found is None:
            if len(self._zipf) >= REMEMBERED:
                self._zipf.clear()
            found = self._zipf[form] = self.index.language.zipf_of(form)
        return found

    def names_of_entities(self, entities: Iterable[int]) -> Array:
        """For every name whether it is one of these entities'."""
        mask: Array = np.isin(self.index.arrays["name_entity"], sorted(entities))
        return mask

    def names_with_acronym(self, letters: str) -> Array:
        """Names whose words may begin with these letters."""
        return self.index.names_by_acronym.find([hashed("a", letters)])

"""Looks words and names up in an index."""

from collections.abc import Iterable, Sequence
from functools import cached_property

import numpy as np

from matcher.arrays import Array
from matcher.index import NameIndex
from matcher.keys import hashed, skeleton
from matcher.name import Name, Word, WordKey
from matcher.vocabulary import Known, Vocabulary

# A word that so many names have finds nothing by itself in running text, since every word of the
# text is asked for; it counts for the names that others find.
CROWDED_IN_TEXT = 400


class Finder:
    """What is asked of an index; remembers the words it has met."""

    def __init__(self, index: NameIndex) -> None:
        self.index = index
        self.vocabulary = Vocabulary(index)
        self._listed: dict[WordKey, float] = {}

    def known(self, word: Word) -> Known:
        """What the lists know of a word."""
        return self.vocabulary.known(word)

    def name(self, number: int) -> Name:
        """A listed name, whose words' weights are then at hand."""
        name = self.index.name(number)
        weights = self.index.arrays["word_weight"][self.index.words_of_name(number)].tolist()
        for word, weight in zip(name.words, weights, strict=True):
            self._listed[word.key] = weight
        return name

    def weight(self, word: Word) -> float:
        """The information in a word of a query or of a listed name, in (0, 1]."""
        weight = self._listed.get(word.key)
        return self.vocabulary.known(word).weight if weight is None else weight

    def is_word(self, word: Word) -> bool:
        """Whether a word is met as it is written, on a list or in ordinary language."""
        return self.vocabulary.known(word).is_word

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

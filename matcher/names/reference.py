"""How common words are on sanctions lists at large: a table that ships with the engine, so that a
word weighs the same whichever lists are loaded, and a pair of names has one score.

``tools/make_reference.py`` counts over all editions at hand in how many parties' names each word
stands. A word that the table does not have is as rare as any.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

import numpy as np

from matcher.columnar.arrays import Array

FILE = "reference.npz"
# Rarity is measured as on a list of so many parties, whatever the lists' own size.
PARTIES = 20_000


@dataclass(frozen=True, slots=True)
class Reference:
    """Listed words by the hashes of their forms or terms (``hashed("w", ...)``), which rise."""

    forms: Array
    """Of all words of all lists."""
    terms: Array
    """Of words that more than one party has."""
    counts: Array
    """How many parties have each of ``terms``."""
    concepts: Array
    """Of the concepts among the terms."""
    concept_zipf: Array
    """How common the commonest word for each is in ordinary language (``Language.zipf_of``)."""
    patronymics: Array
    """Of words that look like a patronymic and stand in names of three words and more only: a
    surname may look so, too."""

    @classmethod
    def of(cls, arrays: Mapping[str, Array]) -> "Reference":
        """The inverse of ``arrays``."""
        return cls(**{name: arrays[name] for name in cls.__slots__})

    def arrays(self) -> dict[str, Array]:
        """What is kept of it."""
        return {name: getattr(self, name) for name in self.__slots__}

    def has_forms(self, numbers: Array) -> Array:
        """Whether some list has a word that is written so, by the hashes of forms."""
        return _found(self.forms, numbers)[1]

    def counts_of(self, numbers: Array) -> Array:
        """How many parties have each term; 1 for terms of one party or none."""
        place, there = _found(self.terms, numbers)
        counts = np.ones(len(numbers))
        counts[there] = self.counts[place[there]]
        return counts

    def zipf_of(self, numbers: Array, otherwise: Array) -> Array:
        """How common concepts are in ordinary language.

        Args:
            numbers: of the terms.
            otherwise: the figure for each that is no concept of the table.
        """
        place, there = _found(self.concepts, numbers)
        zipf = np.array(otherwise, dtype=np.float64)
        zipf[there] = self.concept_zipf[place[there]]
        return zipf

    def are_patronymics(self, numbers: Array) -> Array:
        """Whether words say whose child a person is, by the hashes of forms."""
        return _found(self.patronymics, numbers)[1]


def _found(sorted_numbers: Array, numbers: Array) -> tuple[Array, Array]:
    """Where numbers stand among others, and whether they do."""
    if not len(sorted_numbers):
        return np.zeros(len(numbers), dtype=np.int64), np.zeros(len(numbers), dtype=np.bool_)
    place = np.minimum(sorted_numbers.searchsorted(numbers), len(sorted_numbers) - 1)
    return place, sorted_numbers[place] == numbers


@cache
def reference() -> Reference:
    """The table of this version."""
    with as_file(files("matcher") / "data" / FILE) as path, np.load(path) as arrays:
        return Reference.of(arrays)

"""A block of queries as arrays: their words, and what the lists know of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np

from matcher.columnar.arrays import Array, spread, where_true
from matcher.comparison.by_letters import letters_in
from matcher.names.word import Name, Word
from matcher.search.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Block:
    """Queries, and their words one after the other."""

    queries: Sequence[Name]
    vocabulary: Vocabulary
    query: Array
    """The query that each word is of."""
    number: Array
    """What each word is known by in the vocabulary."""
    telling: Array
    """Whether each says more than a legal form or a stopword does. Of a query of such alone all
    do."""
    weight: Array
    """The information in each word."""
    total: Array
    """The information in each query."""
    function_weight: Array
    """That part of it which is in legal forms and stopwords."""
    legal_bit: Array
    """For each word the bit of the legal form that it is; 0 for other words."""
    legal_bits: Array
    """The bits of each query's legal forms."""

    @classmethod
    def of(cls, queries: Sequence[Name], vocabulary: Vocabulary) -> "Block":
        """Look the words of some queries up."""
        number = vocabulary.numbers_of(queries)
        count = len(queries)
        query = np.arange(count).repeat([len(query.words) for query in queries])
        telling = vocabulary.facts.is_content.values[number]
        telling |= np.bincount(query, telling, count)[query] == 0.0
        weight = vocabulary.facts.weight.values[number]
        legal_bit = vocabulary.facts.legal_bit.values[number]
        legal_bits = np.zeros(count, dtype=np.uint64)
        np.bitwise_or.at(legal_bits, query, legal_bit)
        return cls(
            queries=queries,
            vocabulary=vocabulary,
            query=query,
            number=number,
            telling=telling,
            weight=weight,
            total=np.bincount(query, weight, count),
            function_weight=np.bincount(query, weight * ~telling, count),
            legal_bit=legal_bit,
            legal_bits=legal_bits,
        )

    def word(self, place: int) -> Word:
        """One of the words."""
        query = int(self.query[place])
        first = int(np.searchsorted(self.query, query))
        return self.queries[query].words[place - first]

    def letters(self) -> list[bytes]:
        """The letters of each query: what ``by_letters.letters_of`` gives of it, in one."""
        facts, number = self.vocabulary.facts, self.number
        forms = facts.forms
        words = [forms[each] for each in number.tolist()]
        for place in where_true(facts.counts.values[number]).tolist():
            text = self.queries[int(self.query[place])].text
            words[place] = letters_in(self.word(place), text).encode()
        ends = accumulate([len(query.words) for query in self.queries], initial=0)
        return [b"".join(words[first:last]) for first, last in pairwise(ends)]

    def brands(self) -> Array:
        """The places of the words that may be the brand that a query asks for: what
        ``brand.asked_brands`` gives of each.
        """
        facts, alone = self.vocabulary.facts, np.bincount(self.query)[self.query] == 1
        bare, brand = facts.bare.values[self.number], facts.brand.values[self.number]
        return where_true(brand | (alone & bare))

    def other_forms(self, query: Array, bits: Array) -> Array:
        """Whether queries and names both have legal forms, and none in common.

        Args:
            query: which queries.
            bits: the bits of the names' legal forms; as many.
        """
        own = self.legal_bits[query]
        other: Array = (own != 0) & (bits != 0) & ((own & bits) == 0)
        return other

    def links(self, words: Array) -> tuple[Array, Array]:
        """The links of some of the words: how many each has, and where they are."""
        facts, number = self.vocabulary.facts, self.number[words]
        count: Array = facts.count.values[number]
        return count, spread(facts.first.values[number], count)

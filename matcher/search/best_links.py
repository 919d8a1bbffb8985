"""The best link between every query of a block and every listed word that its words are like."""

from dataclasses import dataclass

import numpy as np

from matcher.columnar.arrays import Array, begins, distinct, pair_key, where_true
from matcher.comparison.features import LONG_ALONE
from matcher.comparison.word_table import LEGAL
from matcher.index.index import NameIndex
from matcher.search.query_batch import Block


@dataclass(frozen=True, slots=True)
class WordLinks:
    """The links between the words of queries and listed words; arrays of one length."""

    key: Array
    """``query * words + listed word``."""
    word: Array
    """The query's word, by its place in the block."""
    left: Array
    """What the link tells on the query's side, before it is weighed by how alike they are."""
    right: Array
    score: Array
    equal: Array
    loose: Array
    weight: Array
    """The information in the query's word."""
    low: Array
    """The less of the information in both."""
    slip: Array
    """Whether the query's word may be the other with one letter wrong."""
    legal: Array
    """Whether either word is a legal form."""

    @classmethod
    def of(cls, block: Block, index: NameIndex, queries: Array) -> "WordLinks":
        """The links of some queries' words, those whose place in ``queries`` is true."""
        links = block.vocabulary.links
        words = where_true(queries[block.query])
        count, place = block.links(words)
        word = words.repeat(count)
        listed, equal = links.listed.values[place], links.equal.values[place]
        weight = block.weight[word]
        other = index.arrays["word_weight"][listed]
        low = np.minimum(weight, other)
        loose = links.loose.values[place]
        # What is a word by itself is no slip, nor is a short word that is all the query has.
        strange = ~block.vocabulary.facts.is_word.values[block.number[words]]
        alone = np.bincount(block.query, block.telling, len(block.queries)) <= 1
        short = index.word_forms.lengths[listed] < LONG_ALONE
        slip = loose & strange.repeat(count)
        slip &= ~(short & alone[block.query[words]].repeat(count))
        legal = (block.legal_bit[words] != 0).repeat(count)
        return cls(
            key=pair_key(block.query[word], len(index.word_forms), listed),
            word=word,
            left=np.where(equal, weight, low),
            right=np.where(equal, other, low),
            score=links.score.values[place],
            equal=equal,
            loose=loose,
            weight=weight,
            low=low,
            slip=slip,
            legal=legal | (index.arrays["word_role"][listed] == LEGAL),
        )


@dataclass(frozen=True, slots=True)
class BestLinks:
    """The best link between a query and a listed word; arrays of one length, as in ``WordLinks``
    but for what any link of the two says.
    """

    key: Array
    """``query * words + word``, rising, each once."""
    left: Array
    right: Array
    score: Array
    equal: Array
    loose: Array
    weight: Array
    slip: Array
    """Whether any word of the query may be the other with one letter wrong."""
    legal: Array
    """Whether either word is a legal form, for any link of the two."""

    @classmethod
    def of(cls, block: Block, index: NameIndex, queries: Array) -> "BestLinks":
        """The best links of some queries, those whose place in ``queries`` is true."""
        links = WordLinks.of(block, index, queries)
        best, of = _best_of_each(links.key, links.score * links.low)
        return cls(
            key=links.key[best],
            left=links.left[best],
            right=links.right[best],
            score=links.score[best],
            equal=links.equal[best],
            loose=links.loose[best],
            weight=links.weight[best],
            slip=np.bincount(of, links.slip, len(best)) > 0.0,
            legal=np.bincount(of, links.legal, len(best)) > 0.0,
        )


def _best_of_each(key: Array, value: Array) -> tuple[Array, Array]:
    """The place of each key's highest value, in the keys' order, the first of equal ones; and for
    every place the number of its key in that order.
    """
    order = key.argsort()
    first = begins(key[order])
    again = where_true(~first)
    # Few keys come twice; sorting by value, too, would cost all of them five times as much.
    several = distinct(np.concatenate([again - 1, again]))
    places = order[several]
    order[several] = places[np.lexsort((places, -value[places], key[places]))]
    of = np.empty(len(order), dtype=np.int64)
    of[order] = first.cumsum() - 1
    return order[first], of

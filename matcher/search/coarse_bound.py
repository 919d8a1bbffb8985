"""A first look at the names that a block of queries may mean: what the words that were followed
share with each, and the most that the words which were not followed could add.

Most names are ruled out by it, at a tenth of the cost of adding up all that their words share.
"""

from dataclasses import dataclass

import numpy as np

from matcher.columnar.arrays import Array, pair_key
from matcher.columnar.grouping import ByKey, explode
from matcher.index.index import NameIndex
from matcher.search.full_bound import NO_WORD, WEAK, share_of
from matcher.search.joins_and_acronyms import ShortCuts
from matcher.search.query_batch import Block
from matcher.search.score_bound import PairTotals, turned, upper_bound


@dataclass(frozen=True, slots=True)
class TraversedPostings:
    """Which links of a block's words are followed to the names that have the listed word."""

    word: Array
    """Places in the block."""
    link: Array
    """Their links; as many."""
    whole: Array
    """For every word of the block whether all its links are followed."""

    def found(self, block: Block, index: NameIndex) -> int:
        """How many names that makes."""
        return int(
            index.names_of_word.counts(block.vocabulary.links.listed.values[self.link]).sum()
        )


@dataclass(frozen=True, slots=True)
class CoarseTotals:
    """Pairs of a query and a name, each once, and what they may share at most; arrays of one
    length.
    """

    pair: Array
    """``query * names + name``, rising."""
    met: Array
    """The information in the query's words that may meet the name's."""
    total: Array
    """The information in the query."""
    function_weight: Array
    covered: Array
    """The information in the name's words that may meet the query's."""
    name_total: Array
    name_function_weight: Array
    agreed: Array
    """The information that both may have, beside ``function_weight``."""
    linked: Array
    """The information in all words that may have met, where that of those which are only alike is
    the less of the two words'."""
    loose: Array
    """The information in the word that met, where it is the only one seen and may only look like
    the name's."""
    weak: Array

    def upper_bound(self, *, reverse: bool) -> Array:
        """The highest log odds that comparing each pair could give."""
        totals = PairTotals(
            query_covered=share_of(self.met + self.function_weight, self.total),
            name_covered=share_of(self.covered + self.name_function_weight, self.name_total),
            agreed=self.agreed + self.function_weight,
            fuzzy_share=share_of(self.loose, self.linked + self.function_weight),
            complete=(self.total - self.function_weight - self.met < NO_WORD)
            & (self.name_total - self.name_function_weight - self.covered < NO_WORD),
            weak=self.weak,
        )
        return upper_bound(turned(totals) if reverse else totals)


def coarse_bound(
    block: Block,
    index: NameIndex,
    followed: TraversedPostings,
    cuts: ShortCuts,
    allowed: Array | None,
) -> CoarseTotals:
    """Look at all pairs that the followed words and the short cuts find.

    Args:
        block: the queries.
        index: the listed names.
        followed: the words that lead to names.
        cuts: what pairs may share beside their words.
        allowed: for every listed name whether it may be found; None for all.
    """
    arrays, links = index.arrays, block.vocabulary.links
    listed, at = links.listed.values[followed.link], arrays["posting_at"]
    count = index.names_of_word.counts(listed)
    weight, other = block.weight[followed.word], arrays["word_weight"][listed]
    equal, low = links.equal.values[followed.link], np.minimum(weight, other)
    left = np.where(equal, weight, low)
    both = np.where(equal, np.maximum(weight, other), low) * links.score.values[followed.link]
    link, posting = explode(at[listed], count)
    query, name = block.query[followed.word][link], arrays["posting"][posting]
    pair = pair_key(query, index.name_count, name)
    grouped = ByKey.of(np.concatenate([pair, cuts.pair]), allowed)

    def summed(of_links: Array, of_cuts: Array) -> Array:
        return grouped.sum(np.concatenate([of_links[link], of_cuts]))

    query, name = np.divmod(grouped.keys, index.name_count)
    loose = summed(left * links.loose.values[followed.link], cuts.loose)
    others, most = _others(block, followed.whole)
    return CoarseTotals(
        pair=grouped.keys,
        met=summed(weight, cuts.met) + others[query],
        total=block.total[query],
        function_weight=block.function_weight[query],
        covered=summed(other, cuts.covered) + most[query],
        name_total=arrays["name_weight"][name],
        name_function_weight=index.name_function_weight[name],
        agreed=summed(both, cuts.share) + np.minimum(others, most)[query],
        linked=summed(left, cuts.share) + others[query],
        loose=loose * (grouped.counts == 1),
        weak=arrays["name_kind"][name] == WEAK,
    )


def _others(block: Block, whole: Array) -> tuple[Array, Array]:
    """The information in each query's words that were not followed and may meet some listed word,
    and the most that these listed words tell.
    """
    facts, count = block.vocabulary.facts, len(block.queries)
    linked = ~whole & (facts.count.values[block.number] > 0)
    own = np.bincount(block.query, block.weight * (linked & block.telling), count)
    most = np.bincount(block.query, facts.most.values[block.number] * linked, count)
    return own, most

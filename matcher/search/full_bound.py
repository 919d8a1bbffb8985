"""What the words of a query and a listed name share at most, for many pairs at once."""

from dataclasses import dataclass

import numpy as np

from matcher.columnar.arrays import Array, pair_key
from matcher.columnar.grouping import explode, positions_in
from matcher.index.index import NAME_KINDS, NameIndex
from matcher.search.best_links import BestLinks
from matcher.search.joins_and_acronyms import ShortCuts
from matcher.search.query_batch import Block
from matcher.search.score_bound import PairTotals, turned, upper_bound
from records import NameKind

# What tells less is no word but the rounding of sums.
NO_WORD = 0.02
WEAK = NAME_KINDS.index(NameKind.WEAK)


def best_score(
    block: Block, index: NameIndex, pairs: Array, cuts: ShortCuts, *, reverse: bool = False
) -> Array:
    """The highest log odds that comparing each pair could give.

    Args:
        block: the queries.
        index: the listed names.
        pairs: ``query * names + name``, rising, each once.
        cuts: what pairs may share beside their words; of other pairs, too.
        reverse: whether listed names are looked for among queries.
    """
    return most_odds(Shared.of(block, index, pairs), pairs, cuts, reverse=reverse)


def most_odds(shared: "Shared", pairs: Array, cuts: ShortCuts, *, reverse: bool) -> Array:
    """The highest log odds of pairs by what they share; arguments as for ``best_score``."""
    side = turned if reverse else _as_it_is
    best = upper_bound(side(shared.totals()))
    there, place = positions_in(pairs, cuts.pair)
    if len(place):
        by_cut = upper_bound(side(shared.at(place).with_short_cuts(cuts, there)))
        best[place] = np.maximum(best[place], by_cut)
    return best


def _as_it_is(totals: PairTotals) -> PairTotals:
    return totals


@dataclass(frozen=True, slots=True)
class Shared:
    """Sums over the words of each pair; arrays of one length."""

    total: Array
    """The information in the query, less what its words tell more than those they met."""
    name_total: Array
    function_weight: Array
    name_function_weight: Array
    left: Array
    right: Array
    linked: Array
    loose: Array
    unmet: Array
    """The information in the query's telling words that met none."""
    missing: Array
    """The same of the name's."""
    weak: Array
    identical: Array
    """Whether every word of the query that tells something may have met its equal."""
    one_typo: Array
    """Whether one of its words may be a slip of the pen."""
    forms_differ: Array
    """Whether either has a legal form that the other lacks."""

    @classmethod
    def of(cls, block: Block, index: NameIndex, pairs: Array) -> "Shared":
        """Add the best links of each pair's words up; ``pairs`` rise, each once."""
        arrays = index.arrays
        query, name = np.divmod(pairs, index.name_count)
        table = BestLinks.of(block, index, np.bincount(query, minlength=len(block.queries)) > 0)
        at = arrays["name_word_at"]
        pair, place = explode(at[name], at[name + 1] - at[name])
        word = arrays["name_word"][place]
        met, link = positions_in(table.key, pair_key(query[pair], len(index.word_forms), word))
        pair_met = pair[met]

        def summed(values: Array) -> Array:
            return np.bincount(pair_met, values, len(pairs))

        left, right, score = table.left[link], table.right[link], table.score[link]
        weight, telling = table.weight[link], block.total[query] - block.function_weight[query]
        return cls(
            total=block.total[query] - summed(weight - left),
            name_total=arrays["name_weight"][name]
            - summed(arrays["word_weight"][word[met]] - right),
            function_weight=block.function_weight[query],
            name_function_weight=index.name_function_weight[name],
            left=summed(left * score),
            right=summed(right * score),
            linked=summed(left),
            loose=summed(left * table.loose[link]),
            unmet=telling - summed(weight),
            missing=arrays["name_weight"][name]
            - index.name_function_weight[name]
            - summed(arrays["word_weight"][word[met]]),
            weak=arrays["name_kind"][name] == WEAK,
            identical=telling - summed(weight * table.equal[link]) < NO_WORD,
            one_typo=summed(table.slip[link]) > 0.0,
            forms_differ=block.other_forms(query, index.name_forms[name])
            & (summed(table.legal[link]) == 0.0),
        )

    def at(self, places: Array) -> "Shared":
        """The sums of some pairs."""
        return Shared(*(getattr(self, field)[places] for field in self.__slots__))

    def totals(self) -> PairTotals:
        """What the pairs share word by word."""
        return PairTotals(
            query_covered=share_of(self.left + self.function_weight, self.total),
            name_covered=share_of(self.right + self.name_function_weight, self.name_total),
            agreed=np.minimum(self.left, self.right) + self.function_weight,
            fuzzy_share=share_of(self.loose, self.linked + self.function_weight),
            complete=(self.missing < NO_WORD) & (self.unmet < NO_WORD),
            weak=self.weak,
            identical=self.identical,
            one_typo=self.one_typo,
            forms_differ=self.forms_differ,
        )

    def with_short_cuts(self, cuts: ShortCuts, chosen: Array) -> PairTotals:
        """The same when what they may share beside their words is added."""
        share, met, covered = cuts.share[chosen], cuts.met[chosen], cuts.covered[chosen]
        left, right = self.left + share, self.right + share
        # Where letters are all that it may share beside its words, it shares them or nothing.
        letters = np.where(cuts.loose[chosen] >= share, share, 0.0)
        total = self.total - np.maximum(0.0, met - share)
        name_total = self.name_total - np.maximum(0.0, covered - share)
        return PairTotals(
            query_covered=share_of(left + self.function_weight, total),
            name_covered=share_of(right + self.name_function_weight, name_total),
            agreed=np.minimum(left, right) + self.function_weight,
            fuzzy_share=share_of(
                self.loose + cuts.loose[chosen], self.linked + share + self.function_weight
            ),
            complete=(self.missing - covered < NO_WORD) & (self.unmet - met < NO_WORD),
            weak=self.weak,
            identical=False,
            one_typo=False,
            acronym_share=share_of(letters, self.linked + share + self.function_weight),
            forms_differ=self.forms_differ,
        )


def share_of(part: Array, whole: Array) -> Array:
    """The share that is met, in [0, 1]."""
    # Two words of a name may both have met the same word of the query: no more than all counts.
    share: Array = np.minimum(1.0, part / np.maximum(whole, 1e-9))
    return share

"""The bound once more for the few names that are left: each word meets one other and no more.

``full_bound`` adds up what a name's words may have met, whichever words of the query: *Roco
Inmobiliaria Roco* has *Roko* twice. And whether two words are slips of the pen apart is told
here by comparing them, not by their score. Half of what would be compared in vain ends here.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from matcher.columnar.arrays import Array, begins, pair_key
from matcher.columnar.grouping import explode
from matcher.comparison.features import LONG_TWICE, MOST_SLIPS
from matcher.comparison.similarity import slips_between
from matcher.index.index import NameIndex
from matcher.search.best_links import WordLinks
from matcher.search.full_bound import NO_WORD, Shared, most_odds
from matcher.search.joins_and_acronyms import ShortCuts
from matcher.search.query_batch import Block


def may_reach(
    block: Block,
    index: NameIndex,
    pairs: Array,
    cuts: ShortCuts,
    least: Array,
    *,
    reverse: bool = False,
) -> Array:
    """Whether comparing each pair could give so much.

    Args:
        block: the queries.
        index: the listed names.
        pairs: ``query * names + name``, each once.
        cuts: what pairs may share beside their words; of other pairs, too.
        least: the log odds that each has to reach.
        reverse: whether listed names are looked for among queries.
    """
    found = np.zeros(len(pairs), dtype=np.bool_)
    if not len(pairs):
        # The common case of a name that is asked for alone.
        return found
    order = np.argsort(pairs)
    rising = pairs[order]
    shared = _met_once(Shared.of(block, index, rising), _Met.of(block, index, rising))
    best = most_odds(shared, rising, cuts, reverse=reverse)
    found[order] = best >= least[order]
    return found


def _met_once(shared: Shared, met: "_Met") -> Shared:
    """What pairs share where each word of the query is counted once."""
    return replace(
        shared,
        left=np.minimum(shared.left, met.left),
        right=np.minimum(shared.right, met.right),
        unmet=np.maximum(shared.unmet, met.telling - met.weight),
        missing=np.maximum(shared.missing, met.listed - met.covered),
        identical=shared.identical & (met.telling - met.equal < NO_WORD),
        one_typo=met.slips,
    )


@dataclass(frozen=True, slots=True)
class _Met:
    """What the query's words meet of each pair's name, each word once; arrays of one length."""

    telling: Array
    """The information in all of the query's words that tell something."""
    listed: Array
    """The same of the name's."""
    left: Array
    right: Array
    weight: Array
    """The information in the query's words that meet any."""
    covered: Array
    """The same of the name's words, for each of the query's the one that tells most."""
    equal: Array
    """The information in the query's words that meet their equal."""
    slips: Array
    """Whether any word is so few slips of the pen away from the other that it is forgiven."""

    @classmethod
    def of(cls, block: Block, index: NameIndex, pairs: Array) -> "_Met":
        """Look every link between the words of each pair up."""
        query, name = np.divmod(pairs, index.name_count)
        table = WordLinks.of(block, index, np.bincount(query, minlength=len(block.queries)) > 0)
        order = np.argsort(table.key)
        key = table.key[order]
        at = index.arrays["name_word_at"]
        pair, place = explode(at[name], at[name + 1] - at[name])
        word = index.arrays["name_word"][place]
        wanted = pair_key(query[pair], len(index.word_forms), word)
        first = np.searchsorted(key, wanted)
        row, place = explode(first, np.searchsorted(key, wanted, "right") - first)
        pair, word, link = pair[row], word[row], order[place]
        by_word = _ByWord.of(pair, table.word[link], len(pairs), len(block.number))
        score = table.score[link]
        slips = np.zeros(len(pairs), dtype=np.bool_)
        slips[pair[_slipped(block, index, table, link, word)]] = True
        return cls(
            telling=(block.total - block.function_weight)[query],
            listed=index.arrays["name_weight"][name] - index.name_function_weight[name],
            left=by_word.most(table.left[link] * score),
            right=by_word.most(table.right[link] * score),
            weight=by_word.most(table.weight[link]),
            covered=by_word.most(index.arrays["word_weight"][word]),
            equal=by_word.most(table.weight[link] * table.equal[link]),
            slips=slips,
        )


@dataclass(frozen=True, slots=True)
class _ByWord:
    """Rows by their pair and the query's word."""

    order: Array
    first: Array
    """Where the rows of each word begin in this order."""
    pair: Array
    """The pair of each."""
    count: int

    @classmethod
    def of(cls, pair: Array, word: Array, pairs: int, words: int) -> "_ByWord":
        key = pair_key(pair, max(1, words), word)
        order = np.argsort(key)
        first = np.flatnonzero(begins(key[order]))
        return cls(order, first, pair[order[first]], pairs)

    def most(self, values: Array) -> Array:
        """The most that each word has, added up for each pair."""
        if not len(self.first):
            return np.zeros(self.count)
        most = np.maximum.reduceat(values[self.order], self.first)
        return np.bincount(self.pair, most, self.count)


def _slipped(block: Block, index: NameIndex, table: WordLinks, link: Array, word: Array) -> Array:
    """Which rows may be a slip of the pen, and are by their letters."""
    may = np.flatnonzero(table.slip[link])
    places = table.word[link[may]]
    query = block.query[places]
    inside = places - np.searchsorted(block.query, query)
    are = [
        _is_slip(block.queries[number].words[place].form, index.word_forms[listed])
        for number, place, listed in zip(
            query.tolist(), inside.tolist(), word[may].tolist(), strict=True
        )
    ]
    return may[np.array(are, dtype=np.bool_)]


@lru_cache(maxsize=1 << 14)
def _is_slip(written: str, listed: str) -> bool:
    """Whether a word may be another for all that is forgiven: of two letters wrong in one word only
    a long one's, which begins with the same letter (``features.one_typo``).
    """
    slips = slips_between(written, listed, most=MOST_SLIPS)
    if slips < MOST_SLIPS:
        return True
    long = max(len(written), len(listed)) >= LONG_TWICE and written[0] == listed[0]
    return slips == MOST_SLIPS and long

"""Which listed names are worth comparing with queries (blocking).

Queries come in blocks, since what numpy does for one it does for a thousand in little more time.
A query's words find the similar words of the lists by their keys, these find the names that have
them; but only as many words are followed, the least crowded ones, as a name must share with the
query to reach the threshold (``bound.least_covered``). All that their words share tells the best
score that a comparison could give; names that can reach the threshold are then compared word by
word.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matcher.arrays import Array, spread
from matcher.blocks import Block
from matcher.bound import least_covered, needed
from matcher.index import NameIndex
from matcher.name import Name
from matcher.scoring import model
from matcher.shared import best_score
from matcher.short_cuts import short_cuts
from matcher.vocabulary import Vocabulary
from matcher.word_keys import ALL_BITS

# Below the default threshold nearly any name shares enough with any other; there a word that so
# many names have finds nothing by itself.
CROWDED = 2500
# Just below it nothing may be left out: monitoring has to know what is close to being a hit.
NEAR = 0.08
# Names that one step may look at; a block that finds more is cut in two.
MOST_FOUND = 4_000_000


def propose(
    queries: Sequence[Name],
    vocabulary: Vocabulary,
    *,
    threshold: float,
    limit: int,
    allowed: Array | None = None,
    flipped: bool = False,
) -> list[list[int]]:
    """Listed names that may be the queries', for each query the most promising first.

    Args:
        queries: the names asked for.
        vocabulary: the words of the index to search.
        threshold: the score that a name must be able to reach.
        limit: at most so many names for one query.
        allowed: for every listed name whether it may be found; None for all.
        flipped: whether it is listed names that are looked for, in an index of queries.

    Returns:
        Numbers of names, those with the same words first.
    """
    with vocabulary.lock:
        block = Block.of(queries, vocabulary)
        links = _followed(block, vocabulary.index, threshold, flipped=flipped)
        if len(queries) > 1 and links.found > MOST_FOUND:
            middle = len(queries) // 2
            halves = queries[:middle], queries[middle:]
            return [
                names
                for half in halves
                for names in propose(
                    half,
                    vocabulary,
                    threshold=threshold,
                    limit=limit,
                    allowed=allowed,
                    flipped=flipped,
                )
            ]
        same = _same_words(block, vocabulary.index, allowed)
        near = _near(block, vocabulary.index, links, threshold, limit, allowed, flipped=flipped)
    for query, names in same.items():
        near[query] = [*names[:limit], *(name for name in near[query] if name not in names)]
    return near


def _same_words(block: Block, index: NameIndex, allowed: Array | None) -> dict[int, list[int]]:
    """Names of the same words in any order, for the queries that have such."""
    facts, count = block.vocabulary.facts, len(block.queries)
    number, query = block.number, block.query
    tells = np.flatnonzero(np.bincount(query, facts.tells.values[number], count))
    # Sums of a few numbers of 32 bits are whole in a float.
    bag = np.bincount(query, facts.bag.values[number], count)
    core = np.bincount(query, facts.core.values[number], count)[tells]
    keys = np.concatenate([bag, core]).astype(np.int64) & ALL_BITS
    place, name = index.names_by_bag.find_each(keys.astype(np.uint32))
    if allowed is not None:
        place, name = place[allowed[name]], name[allowed[name]]
    of = np.concatenate([np.arange(count), tells])[place]
    found: dict[int, list[int]] = {}
    for pair in np.unique(of * index.name_count + name).tolist():
        found.setdefault(pair // index.name_count, []).append(pair % index.name_count)
    return found


@dataclass(frozen=True, slots=True)
class _Followed:
    """Which listed words are followed to the names that have them."""

    query: Array
    listed: Array
    found: int
    """How many names that makes."""


def _followed(block: Block, index: NameIndex, threshold: float, *, flipped: bool) -> _Followed:
    links, facts = block.vocabulary.links, block.vocabulary.facts
    names = np.diff(index.arrays["posting_at"])
    word = np.flatnonzero(block.telling)
    crowd, query = facts.crowd.values[block.number[word]], block.query[word]
    # The words that cost the least for what they tell, until what is left cannot do without them.
    order = np.lexsort((crowd / block.weight[word], query))
    query, word, weight = query[order], word[order], block.weight[word][order]
    before = np.cumsum(weight) - weight
    before -= before[np.searchsorted(query, query)] if len(query) else before
    spare = (1.0 - least_covered(block.total, threshold, flipped=flipped)) * block.total
    taken = before <= spare[query] + 1e-6
    counts, places = block.links(word[taken])
    listed = links.listed.values[places]
    query = np.repeat(query[taken], counts)
    if threshold < model().threshold - NEAR and not flipped:
        query, listed = _uncrowded(query, listed, names)
    return _Followed(query, listed, int(names[listed].sum()))


def _uncrowded(query: Array, listed: Array, names: Array) -> tuple[Array, Array]:
    """Leave out crowded words of queries that have others."""
    crowded = names[listed] > CROWDED
    has_others = np.isin(query, query[~crowded])
    keep = ~crowded | ~has_others
    return query[keep], listed[keep]


def _near(
    block: Block,
    index: NameIndex,
    links: _Followed,
    threshold: float,
    limit: int,
    allowed: Array | None,
    *,
    flipped: bool,
) -> list[list[int]]:
    """Names that can reach the threshold, for each query those that promise most first."""
    cuts = short_cuts(block, index)
    pairs = np.union1d(_pairs(links, index), cuts.pair)
    if allowed is not None:
        pairs = pairs[allowed[pairs % index.name_count]]
    best = best_score(block, index, pairs, cuts, flipped=flipped)
    keep = best >= needed(threshold)
    query, name = np.divmod(pairs[keep], index.name_count)
    order = np.lexsort((name, -best[keep], query))
    found: list[list[int]] = [[] for _ in block.queries]
    for number, listed in zip(query[order].tolist(), name[order].tolist(), strict=True):
        if len(found[number]) < limit:
            found[number].append(listed)
    return found


def _pairs(links: _Followed, index: NameIndex) -> Array:
    at = index.arrays["posting_at"]
    counts = at[links.listed + 1] - at[links.listed]
    names = index.arrays["posting"][spread(at[links.listed], counts)]
    pairs: Array = np.repeat(links.query, counts) * index.name_count + names
    return pairs

"""Which listed names are worth comparing with queries (blocking).

Queries come in blocks, since what numpy does for one it does for a thousand in little more time.
A query's words find the similar words of the lists by their keys, these find the names that have
them; but only as many words are followed, the least crowded ones, as a name must share with the
query to reach the threshold (``bound.least_covered``). These words alone rule most names out
(``coarse_bound``); all that the words of the rest share bounds the score that a comparison could
give (``full_bound``, and closer ``tight_bound``), and names that can reach the threshold are then
compared word by word.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from matcher.columnar.arrays import Array, distinct, pair_key, where_true
from matcher.comparison.brand import (
    brand_behind_a_town,
    brand_of,
    is_distinctive,
    is_same_brand,
    may_be_called_by,
)
from matcher.comparison.model import model
from matcher.comparison.similarity import SAME_SKELETON
from matcher.index.blocking_keys import ALL_BITS
from matcher.index.index import NameIndex
from matcher.index.run_keys import keys_by_letters, keys_of_cut
from matcher.names.word import Name, Word
from matcher.search.coarse_bound import TraversedPostings, coarse_bound
from matcher.search.full_bound import best_score
from matcher.search.joins_and_acronyms import join_and_acronym_matches
from matcher.search.query_batch import Block
from matcher.search.score_bound import least_covered, needed
from matcher.search.tight_bound import may_reach
from matcher.search.vocabulary import Vocabulary

# Below the default threshold nearly any name shares enough with any other; there a word that so
# many names have finds nothing by itself.
MAX_POSTINGS = 2500
# Just below it nothing may be left out: monitoring has to know what is close to being a hit.
NEAR = 0.08
# What a name promises whose words cannot reach the threshold: its brand tells it, or nothing does.
ONLY_A_BRAND = -np.inf
# Names that one step may look at; a block that finds more is cut in two.
MOST_FOUND = 4_000_000


def generate_candidates(
    queries: Sequence[Name],
    vocabulary: Vocabulary,
    *,
    threshold: float | Sequence[float],
    limit: int,
    allowed: Array | None = None,
    reverse: bool = False,
    parts: Sequence[bool] = (),
) -> list[dict[int, float]]:
    """Listed names that may be the queries', for each query the most promising first.

    Args:
        queries: the names asked for.
        vocabulary: the words of the index to search.
        threshold: the score that a name must be able to reach, one for all queries or for each.
        limit: at most so many names for one query.
        allowed: for every listed name whether it may be found; None for all.
        reverse: whether it is listed names that are looked for, in an index of queries.
        parts: for every query whether other words stand beside it; none for no query.

    Returns:
        Numbers of names, those with the same words first, and of each the highest log odds that a
        comparison could give as far as is known; infinite where nothing is, and ``ONLY_A_BRAND``
        where words cannot reach the threshold, but the query may be the name's brand.
    """
    with vocabulary.in_use():
        block = Block.of(queries, vocabulary)
        thresholds = np.full(len(queries), threshold, dtype=np.float64)
        links = _followed(block, vocabulary.index, thresholds, reverse=reverse)
        if len(queries) > 1 and links.found(block, vocabulary.index) > MOST_FOUND:
            middle = len(queries) // 2
            return [
                names
                for half in (slice(middle), slice(middle, None))
                for names in generate_candidates(
                    queries[half],
                    vocabulary,
                    threshold=thresholds[half].tolist(),
                    limit=limit,
                    allowed=allowed,
                    reverse=reverse,
                    parts=parts[half],
                )
            ]
        same, sure = _same_words(block, vocabulary.index, allowed), ~_is_low(thresholds)
        _add_same_letters(same, block, allowed, reverse=reverse)
        before = {query: len(same.get(query, ())) for query in range(len(queries))}
        if reverse:
            _add_branded(same, queries, vocabulary, allowed)
        else:
            _add_brands(same, block, allowed, parts, sure=sure)
        least = _least_odds(thresholds, parts)
        near, cut = _near(block, vocabulary.index, links, least, limit, allowed, reverse=reverse)
    bounded = {q: n for q, n in before.items() if sure[q] and not (reverse or q in cut)}
    _add_first(near, same, bounded, limit)
    return near


def _add_first(
    near: list[dict[int, float]],
    first: Mapping[int, Sequence[int]],
    bounded: Mapping[int, int],
    limit: int,
) -> None:
    """Put names in front of those of each query that share enough words.

    Args:
        near: the names of each query, and what they promise.
        first: names that were found otherwise.
        bounded: behind so many of these, for some queries, stand those that their brand alone
            found: of which the words say what they promise by them.
        limit: at most so many are put in front.
    """
    for query, names in first.items():
        words = near[query]
        # Letters meet where no words do, which no upper bound knows of.
        found = dict.fromkeys(names[:limit], np.inf)
        if query in bounded:
            found |= {n: words.get(n, ONLY_A_BRAND) for n in names[bounded[query] : limit]}
        near[query] = found | {n: most for n, most in words.items() if n not in found}


def _least_odds(thresholds: Array, parts: Sequence[bool]) -> Array:
    """The log odds that a comparison must be able to give with each query."""
    least = np.array(list(map(needed, thresholds.tolist())), dtype=np.float64)
    if parts:
        least += model().listed.weights["whole"] * np.array(parts, dtype=np.bool_)
    return least


def _same_words(block: Block, index: NameIndex, allowed: Array | None) -> dict[int, list[int]]:
    """Names of the same words in any order, for the queries that have such."""
    facts, count = block.vocabulary.facts, len(block.queries)
    number, query = block.number, block.query
    content = where_true(np.bincount(query, facts.is_content.values[number], count))
    # Sums of a few numbers of 32 bits are whole in a float.
    bag = np.bincount(query, facts.bag.values[number], count)
    core = np.bincount(query, facts.core.values[number], count)[content]
    keys = np.concatenate([bag, core]).astype(np.int64) & ALL_BITS
    place, name = index.names_by_bag.find_each(keys.astype(np.uint32))
    if allowed is not None:
        place, name = place[allowed[name]], name[allowed[name]]
    of = np.concatenate([np.arange(count), content])[place]
    found: dict[int, list[int]] = {}
    every = index.name_count
    for pair in distinct(pair_key(of, every, name)).tolist():
        found.setdefault(pair // every, []).append(pair % every)
    return found


def _add_same_letters(
    found: dict[int, list[int]], block: Block, allowed: Array | None, *, reverse: bool
) -> None:
    """Add names that have a query's letters, or more of them; the other way round if reverse."""
    if reverse:
        keys_of_each = [tuple(keys_of_cut(query)) for query in block.queries]
        keys = [key for each in keys_of_each for key in each]
        owner = np.repeat(np.arange(len(keys_of_each)), list(map(len, keys_of_each)))
    else:
        whole, places, begun = keys_by_letters(block.letters())
        keys = whole + begun
        owner = np.array([*range(len(whole)), *places], dtype=np.int64)
    index = block.vocabulary.index
    place, name = index.names_by_beginning.find_each(np.array(keys, dtype=np.uint32))
    # Names of all of a query's letters before those that have more.
    of = owner[place]
    order = of.argsort(kind="stable")
    for query, listed in zip(of[order].tolist(), name[order].tolist(), strict=True):
        if allowed is None or allowed[listed]:
            names = found.setdefault(query, [])
            if listed not in names:
                names.append(listed)


def _add_brands(
    found: dict[int, list[int]],
    block: Block,
    allowed: Array | None,
    parts: Sequence[bool],
    *,
    sure: Array,
) -> None:
    """Add names whose brand a query is (``asked_brands``).

    Args:
        found: the names of each query so far.
        block: the queries.
        allowed: for every listed name whether it may be found; None for all.
        parts: for every query whether other words stand beside it, so that it is no brand.
        sure: for every query whether names are left out of which it is no brand for all that stands
            in it; far below the threshold a brand finds what the bounds left out.
    """
    index, links, asked = block.vocabulary.index, block.vocabulary.links, block.brands()
    counts, link = block.links(asked)
    same = links.equal.values[link] | (links.score.values[link] == SAME_SKELETON)
    place, listed = asked.repeat(counts)[same], links.listed.values[link[same]]
    may_be: dict[int, bool] = {}
    for word, each in zip(place.tolist(), listed.tolist(), strict=True):
        query, asked_word = int(block.query[word]), block.word(word)
        names = index.names_by_brand[each].tolist()
        # Numbers are equal to their numerals.
        if not names or not is_same_brand(asked_word.form, index.word(each).form):
            continue
        if sure[query] and word not in may_be:
            part = bool(parts) and parts[query]
            may_be[word] = not part and may_be_called_by(block.queries[query], asked_word)
        if may_be.get(word, True):
            _add(found, query, names, allowed)


def _add_branded(
    found: dict[int, list[int]],
    queries: Sequence[Name],
    vocabulary: Vocabulary,
    allowed: Array | None,
) -> None:
    """Add queries that are a listed name's brand."""
    index, branded = vocabulary.index, list[tuple[int, Word]]()
    for place, query in enumerate(queries):
        brand = brand_of(query) or brand_behind_a_town(query)
        if brand is not None:
            branded.append((place, next(word for word in query.words if word.form == brand)))
    owner, listed, _ = vocabulary.linked([word for _, word in branded])
    for row, each in zip(owner.tolist(), listed.tolist(), strict=True):
        place, word = branded[row]
        if is_same_brand(word.form, index.word(each).form):
            names = index.names_of_word[each].tolist()
            if not is_distinctive(word.form, index.language.zipf_of):
                names = [name for name in names if len(index.words_of_name(name)) == 1]
            _add(found, place, names, allowed)


def _add(
    found: dict[int, list[int]], query: int, names: Sequence[int], allowed: Array | None
) -> None:
    """Add names to those of a query, each once."""
    for name in names:
        if allowed is None or allowed[name]:
            there = found.setdefault(query, [])
            if name not in there:
                there.append(name)


def _followed(
    block: Block, index: NameIndex, thresholds: Array, *, reverse: bool
) -> TraversedPostings:
    links, facts = block.vocabulary.links, block.vocabulary.facts
    telling = where_true(block.telling)
    document_frequency, query = (
        facts.document_frequency.values[block.number[telling]],
        block.query[telling],
    )
    # The words that cost the least for what they tell, until what is left cannot do without them.
    order = np.lexsort((document_frequency / block.weight[telling], query))
    query, telling = query[order], telling[order]
    weight = block.weight[telling]
    before = weight.cumsum() - weight
    before -= before[query.searchsorted(query)] if len(query) else before
    spare = (1.0 - least_covered(block.total, thresholds, reverse=reverse)) * block.total
    taken = telling[before <= spare[query] + 1e-6]
    counts, places = block.links(taken)
    word, listed = taken.repeat(counts), links.listed.values[places]
    whole = np.zeros(len(block.number), dtype=np.bool_)
    whole[taken] = True
    low = _is_low(thresholds)
    if low.any() and not reverse:
        of = block.query[word]
        keep = _uncrowded(of, low[of] & (index.names_of_word.counts(listed) > MAX_POSTINGS))
        whole[word[~keep]] = False
        word, places = word[keep], places[keep]
    return TraversedPostings(word, places, whole)


def _is_low(thresholds: Array) -> Array:
    """Whether thresholds are so far below the default one that something may be left out."""
    low: Array = thresholds < model().threshold - NEAR
    return low


def _uncrowded(query: Array, crowded: Array) -> Array:
    """Leave out crowded words of queries that have others."""
    keep: Array = ~crowded | ~np.isin(query, query[~crowded])
    return keep


def _near(
    block: Block,
    index: NameIndex,
    links: TraversedPostings,
    least: Array,
    limit: int,
    allowed: Array | None,
    *,
    reverse: bool,
) -> tuple[list[dict[int, float]], set[int]]:
    """Names that can reach the least log odds of each query, those that promise most first, and the
    queries that have more than the limit of them.
    """
    cuts = join_and_acronym_matches(block, index)
    seen = coarse_bound(block, index, links, cuts, allowed)
    may = seen.upper_bound(reverse=reverse) >= least[seen.pair // index.name_count]
    pairs = seen.pair[may]
    if not len(pairs):
        # The common case of a name that is asked for alone.
        return [{} for _ in block.queries], set()
    best = best_score(block, index, pairs, cuts, reverse=reverse)
    keep = best >= least[pairs // index.name_count]
    query, name = np.divmod(pairs[keep], index.name_count)
    order = np.lexsort((name, -best[keep], query))
    # The names of one query stand together: those that promise most.
    inside = np.arange(len(order)) - np.searchsorted(query[order], query[order]) < limit
    cut = set(query[order[~inside]].tolist())
    order = order[inside]
    pair, query, name = pairs[keep][order], query[order], name[order]
    may = may_reach(block, index, pair, cuts, least[query], reverse=reverse)
    found: list[dict[int, float]] = [{} for _ in block.queries]
    most = best[keep][order][may].tolist()
    for number, listed, odds in zip(query[may].tolist(), name[may].tolist(), most, strict=True):
        found[number][listed] = odds
    return found, cut

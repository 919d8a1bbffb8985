"""A first look promises every pair at least what comparing the two names gives it."""

import random

import numpy as np

from matcher.comparison.brand import is_brand
from matcher.search.candidates import _followed
from matcher.search.coarse_bound import CoarseTotals, coarse_bound
from matcher.search.finder import Finder
from matcher.search.joins_and_acronyms import join_and_acronym_matches
from matcher.search.match import score_of
from matcher.search.query import ParsedQuery
from matcher.search.query_batch import Block
from matcher.search.score_bound import needed
from records import Query

THRESHOLD = 0.2


def asked(finder: Finder) -> list[ParsedQuery]:
    """Listed names, each without one of its words or with a letter too many."""
    chance, index = random.Random(7), finder.index
    found = []
    for number in range(index.name_count):
        words = index.name_texts[number].split()
        place = chance.randrange(len(words))
        words[place] = "" if number % 2 else words[place] + "a"
        found.append(ParsedQuery.of(Query(name=" ".join(words))))
    return found


def seen(queries: list[ParsedQuery], finder: Finder) -> CoarseTotals:
    names = [one.names[0].name for one in queries]
    block = Block.of(names, finder.vocabulary)
    thresholds = np.full(len(block.queries), THRESHOLD)
    followed = _followed(block, finder.index, thresholds, reverse=False)
    return coarse_bound(
        block, finder.index, followed, join_and_acronym_matches(block, finder.index), None
    )


def test_no_pair_scores_more_than_the_first_look_promises(finder: Finder) -> None:
    queries = asked(finder)
    found = seen(queries, finder)
    promised = found.upper_bound(reverse=False)
    query, name = np.divmod(found.pair, finder.index.name_count)
    broken = []
    for q, n, best in zip(query.tolist(), name.tolist(), promised.tolist(), strict=True):
        if is_brand(queries[q].names[0].name, finder.name(n), finder.zipf_of):
            # Found by the brand, whatever else stands there (``names_by_brand``).
            continue
        score = score_of(queries[q], 0, n, finder).score
        if needed(score) > best:
            broken.append((queries[q].names[0].name.text, finder.index.name_texts[n], score, best))
    assert len(promised) > 300
    assert broken == []


def test_the_first_look_rules_most_pairs_out(finder: Finder) -> None:
    promised = seen(asked(finder), finder).upper_bound(reverse=False)
    assert np.mean(promised >= needed(0.8)) < 0.55

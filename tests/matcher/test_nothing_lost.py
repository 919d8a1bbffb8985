"""The search for candidates loses nothing: what comparing with every listed name finds at the
threshold, the search finds.
"""

from collections.abc import Iterator

import pytest
from disturbed import disturbed

from matcher.comparison.model import model
from matcher.search.finder import Finder
from matcher.search.match import Policy, Scored, match_all, score_of, standing_in
from matcher.search.query import ParsedQuery
from records import Query

# 500 queries in all; each block has every kind of disturbance.
BLOCKS, QUERIES = 4, 125


def every_score(asked: ParsedQuery, finder: Finder) -> Iterator[Scored]:
    """All listed names compared with a query's, and those that stand whole in it."""
    every = range(finder.index.name_count)
    for number, one in enumerate(asked.names):
        yield from (score_of(asked, number, listed, finder) for listed in every)
        for listed, reading in standing_in(one, every, finder) if one.holds_all else ():
            yield score_of(asked.with_name(reading), len(asked.names), listed, finder)


@pytest.mark.parametrize("block", range(BLOCKS))
def test_what_an_exhaustive_search_finds_is_found(finder: Finder, block: int) -> None:
    index, threshold = finder.index, model().threshold
    names = [index.name_texts[number] for number in range(index.name_count)]
    queries = disturbed(names, QUERIES, seed=20251119 + block)
    answers = match_all(queries, finder, Policy(threshold, limit=index.entity_count))
    lost, above = [], 0
    for query, found in zip(queries, answers, strict=True):
        asked = ParsedQuery.of(Query(name=query))
        every = every_score(asked, finder)
        wanted = {one.entity for one in every if one.score >= threshold}
        above += len(wanted)
        lost += [(query, index.entity_ids[e]) for e in wanted - {m.entity for m in found}]
    assert lost == []
    # A search that looked for nothing would lose nothing.
    assert above > QUERIES / 2


def test_the_same_names_are_answered_alike_in_any_company(finder: Finder) -> None:
    """Block by block or one by one, today or next year: the same to the last sign."""
    texts = [finder.index.name_texts[number] for number in range(0, finder.index.name_count, 7)]
    policy = Policy(0.5)
    together = [repr(found) for found in match_all(texts, finder, policy)]
    fresh = Finder(finder.index)
    alone = [repr(next(match_all([text], fresh, policy))) for text in reversed(texts)]
    assert together == alone[::-1]


@pytest.mark.parametrize("step", [2, 3])
def test_leaving_names_out_changes_nothing_about_the_others(finder: Finder, step: int) -> None:
    """Only some kinds or lists are asked for: the answer is that of all, less what was left out."""
    index = finder.index
    names = [index.name_texts[number] for number in range(index.name_count)]
    allowed = index.arrays["name_entity"] % step == 0
    queries = disturbed(names, QUERIES, seed=20251119)
    whole = Policy(model().threshold, limit=index.entity_count)
    part = Policy(model().threshold, limit=index.entity_count, allowed=allowed)
    expected = [
        [one for one in found if allowed[one.name]] for found in match_all(queries, finder, whole)
    ]
    assert list(match_all(queries, finder, part)) == expected
    assert sum(map(len, expected)) > 0

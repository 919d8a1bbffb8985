"""The search for candidates loses nothing: what comparing with every listed name finds at the
threshold, the search finds.
"""

import pytest
from disturbed import disturbed
from exhaustive import Everything

from matcher.comparison.model import model
from matcher.search.finder import Finder
from matcher.search.match import Policy, match_all
from records import Query

# 500 queries in all; each block has every kind of disturbance.
BLOCKS, QUERIES = 4, 125


@pytest.fixture(scope="module")
def everything(finder: Finder) -> Everything:
    """The oracle of which ``test_exhaustive`` proves that it answers as comparing all would."""
    return Everything(finder)


@pytest.mark.parametrize("block", range(BLOCKS))
def test_what_an_exhaustive_search_finds_is_found(
    finder: Finder, everything: Everything, block: int
) -> None:
    index, policy = finder.index, Policy(model().threshold, limit=finder.index.entity_count)
    names = [index.name_texts[number] for number in range(index.name_count)]
    queries = disturbed(names, QUERIES, seed=20251119 + block)
    lost, above = [], 0
    for query, found in zip(queries, match_all(queries, finder, policy), strict=True):
        wanted = {one.entity for one in everything.answer(Query(name=query), policy).matches}
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

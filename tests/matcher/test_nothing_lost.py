"""The search for candidates loses nothing: what comparing with every listed name finds at the
threshold, the search finds.
"""

import random

from matcher import Finder, Policy, match_all, model
from matcher.asked import Asked
from matcher.pipeline import _score
from records import Query

QUERIES = 150


def spoilt(text: str, chance: random.Random) -> str:
    """A listed name as others may write it."""
    words = text.split()
    place = chance.randrange(len(words))
    way = chance.randrange(6)
    if way == 0 and len(words) > 1:
        del words[place]
    elif way == 1:
        words.insert(place, chance.choice(["Global", "Trading", "Kolibri", "LLC", "II"]))
    elif way == 2:
        chance.shuffle(words)
    elif way == 3 and len(words) > 1:
        words[place - 1 : place + 1] = ["".join(words[place - 1 : place + 1])]
    elif way == 4:
        words = ["".join(word[0] for word in words)] if len(words) > 2 else words
    elif words[place].isascii():
        at = chance.randrange(len(words[place]))
        words[place] = words[place][:at] + chance.choice("aeiknrst") + words[place][at + 1 :]
    return " ".join(words)


def test_what_an_exhaustive_search_finds_is_found(finder: Finder) -> None:
    chance = random.Random(20251119)
    index, threshold = finder.index, model().threshold
    sampled = [chance.randrange(index.name_count) for _ in range(QUERIES)]
    queries = [spoilt(index.name_texts[number], chance) for number in sampled]
    answers = match_all(queries, finder, Policy(threshold, limit=index.entity_count))
    lost = []
    for query, found in zip(queries, answers, strict=True):
        asked = Asked.of(Query(name=query))
        every = (
            _score(asked, number, listed, finder)
            for number in range(len(asked.names))
            for listed in range(index.name_count)
        )
        wanted = {one.entity for one in every if one.score >= threshold}
        lost += [(query, index.entity_ids[e]) for e in wanted - {m.entity for m in found}]
    assert lost == []


def test_the_same_names_are_answered_alike_in_any_company(finder: Finder) -> None:
    """Block by block or one by one, today or next year: the same to the last sign."""
    texts = [finder.index.name_texts[number] for number in range(0, finder.index.name_count, 7)]
    policy = Policy(0.5)
    together = [repr(found) for found in match_all(texts, finder, policy)]
    fresh = Finder(finder.index)
    alone = [repr(next(match_all([text], fresh, policy))) for text in reversed(texts)]
    assert together == alone[::-1]

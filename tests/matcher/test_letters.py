"""The letters that neighbouring words begin with, found for many at once."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from matcher.comparison.acronyms import LONGEST_ACRONYM, SHORTEST_ACRONYM
from matcher.index.run_keys_batch import runs
from matcher.lexicon.keys import hashed

# A query is words, a word is the first letters of its parts.
QUERIES = st.lists(st.lists(st.text("abcxyz", min_size=1, max_size=3), max_size=6), max_size=4)


def one_by_one(queries: list[list[str]]) -> list[tuple[int, int, int]]:
    """First letter, letters and key of every run, worked out without arrays."""
    found, before = [], 0
    for words in queries:
        for first in range(len(words)):
            place = before + len("".join(words[:first]))
            for end in range(first + 1, len(words) + 1):
                run = "".join(words[first:end])
                if SHORTEST_ACRONYM <= len(run) <= LONGEST_ACRONYM:
                    found.append((place, len(run), hashed("i", run)))
        before += len("".join(words))
    return found


@given(QUERIES)
def test_runs_of_many_queries_are_those_of_each(queries: list[list[str]]) -> None:
    words = [(number, word) for number, query in enumerate(queries) for word in query]
    letters = np.frombuffer("".join(word for _, word in words).encode(), dtype=np.uint8)
    owner = np.array([number for number, word in words for _ in word], dtype=np.int64)
    begins = np.array([n == 0 for _, word in words for n in range(len(word))], dtype=np.bool_)
    found = runs("i", letters, owner, begins, begins * 1.0)
    columns = (found.first.tolist(), found.count.tolist(), found.key.tolist())
    assert list(zip(*columns, strict=True)) == one_by_one(queries)
    for first, count, met in zip(*columns[:2], found.met.tolist(), strict=True):
        assert met == begins[first : first + count].sum()

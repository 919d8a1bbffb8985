"""Searching costs a small multiple of what has to be done anyway: taking the names apart.

A ratio of processor times in one run, so that a busy machine does not matter much. It was 88 when
names were searched for one by one, and is about 2 here.
"""

import random
from time import process_time

from matcher.index.index import NameIndex
from matcher.names.parser import analyse
from matcher.search.finder import Finder
from matcher.search.match import Policy, match_all

MOST = 8
TRADE = ("Trading", "Holdings", "Bank", "Logistics", "Group", "Technology", "Shipping", "Foods")
LEGAL = ("Ltd", "LLC", "GmbH", "S.A.", "Co., Ltd.", "PJSC")


def strangers(seed: int, count: int) -> list[str]:
    """Names of made-up words, none of which was met before."""
    source = random.Random(seed)

    def word() -> str:
        syllables = source.choices(
            ("ka", "ro", "vel", "min", "ta", "shu", "ber", "nox", "li", "das", "pu"), k=5
        )
        return "".join(syllables).capitalize()

    return [
        f"{word()} {word()} {source.choice(TRADE)} {source.choice(LEGAL)}" for _ in range(count)
    ]


def apart_seconds(seed: int) -> float:
    """What taking 1,500 new names apart costs."""
    started = process_time()
    for name in strangers(seed, 1500):
        analyse(name)
    return process_time() - started


def search_seconds(seed: int, finder: Finder) -> float:
    """What searching for 1,500 new names costs."""
    started = process_time()
    for _ in match_all(strangers(seed, 1500), finder, Policy(threshold=0.8)):
        pass
    return process_time() - started


def test_searching_takes_a_few_times_as_long_as_taking_names_apart(index: NameIndex) -> None:
    finder = Finder(index)
    list(match_all(strangers(1, 50), finder, Policy(threshold=0.8)))
    # A neighbour on the processor, or the tests before this one in its process (Python looks
    # through all that they left behind), can slow a round by several times; never speed it up.
    # New words each time: what was met once is remembered.
    apart = min(apart_seconds(seed) for seed in range(2, 7))
    searching = min(search_seconds(seed, finder) for seed in range(7, 12))
    assert searching < MOST * apart

"""Searching costs a small multiple of what has to be done anyway: taking the names apart.

A ratio of processor times in one run, so that a busy machine does not matter much. It was 88 when
names were searched for one by one, and is about 5 here.
"""

import random
from time import process_time

from matcher import Finder, NameIndex, Policy, analyse, match_all

MOST = 15
TRADE = ("Trading", "Holdings", "Bank", "Logistics", "Group", "Technology", "Shipping", "Foods")
LEGAL = ("Ltd", "LLC", "GmbH", "S.A.", "Co., Ltd.", "PJSC")


def strangers(seed: int, count: int) -> list[str]:
    """Names of made-up words, none of which was met before."""
    source = random.Random(seed)

    def word() -> str:
        syllables = source.choices(("ka", "ro", "vel", "min", "ta", "shu", "ber", "nox", "li"), k=4)
        return "".join(syllables).capitalize()

    return [
        f"{word()} {word()} {source.choice(TRADE)} {source.choice(LEGAL)}" for _ in range(count)
    ]


def test_searching_takes_a_few_times_as_long_as_taking_names_apart(index: NameIndex) -> None:
    finder, policy = Finder(index), Policy(threshold=0.8)
    list(match_all(strangers(1, 50), finder, policy))
    started = process_time()
    apart = [analyse(name) for name in strangers(2, 1500)]
    between = process_time()
    found = list(match_all(strangers(3, 1500), finder, policy))
    searching = process_time() - between
    assert len(found) == len(apart)
    assert searching < MOST * (between - started)

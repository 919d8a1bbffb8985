"""Names in texts stay found when the text is noisy: what ``bench/noise.py`` measures on whole
lists, on the excerpts.
"""

from random import Random

import pytest
from noise import NOISE, SENTENCES, WANTED, Case, found, own_cases, with_noise

from screening.engine.engine import Engine
from store import Home

# A few dozen mentions tell no more precisely than this.
SLACK = 0.05


@pytest.fixture(scope="module")
def engine(excerpts_home: Home) -> Engine:
    return Engine.open(excerpts_home)


@pytest.fixture(scope="module")
def clean(engine: Engine) -> list[Case]:
    """Listed names in sentences of our own, those that are found."""
    cases = list(own_cases(engine, 40, Random(7)))
    there = [case for case in cases if found(engine, case)[0]]
    assert len(there) >= 0.9 * len(cases)
    return there


@pytest.mark.parametrize("kind", NOISE)
def test_noise_leaves_most_mentions_found(engine: Engine, clean: list[Case], kind: str) -> None:
    random = Random(11)
    noisy = [with_noise(case, 0, NOISE[kind], random) for case in clean for _ in range(2)]
    kept = [found(engine, case)[0] for case in noisy if case is not None]
    assert len(kept) > 20
    assert sum(kept) / len(kept) >= WANTED[kind] - SLACK


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_sentences_by_themselves_name_nobody(engine: Engine, sentence: str) -> None:
    text = sentence.replace("{}", "Blue Lantern Logistics")
    assert found(engine, Case(text, ((0, len(text), frozenset()),))) == [False]

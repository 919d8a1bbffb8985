"""A listed party is never answered as clear, however and wherever it is asked for.

The reduced form of ``bench/one_party.py``, on the excerpts: every fifth name, document and file.
"""

from pathlib import Path

import pytest
from asking.question import FAULTS
from asking.subjects import drawn
from one_party import ask

from screening.engine.engine import Engine
from store import Home


@pytest.mark.slow
@pytest.mark.parametrize("door", ["match", "compare", "screen", "batch", "monitor", "service"])
def test_no_way_of_asking_for_a_listed_party_is_answered_as_clear(
    excerpts_home: Home, tmp_path: Path, door: str
) -> None:
    engine = Engine.open(excerpts_home)
    subjects = drawn(engine, seed=0)
    engine.close()
    asked = list(ask(excerpts_home, subjects, (door,), tmp_path, every=5))
    faults = {f"{one.kind}: {one.way}" for one in asked if one.answer in FAULTS}
    assert len(asked) >= 5
    assert faults == set()

"""A listed party is never answered as clear, however and wherever it is asked for.

The reduced form of ``bench/one_party.py``, on the excerpts: every fifth name, document and file.
"""

import os
from pathlib import Path

import pytest
from asking.by_program import Program, Ran
from asking.question import FAULTS
from asking.subjects import drawn
from one_party import ask
from support.forked import CAN_FORK, forked

from screening.engine.engine import Engine
from store import Home


@pytest.fixture
def quick_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command line is forked, where the system can, and not started."""

    def run(program: Program, *arguments: str) -> Ran:
        environment = {**os.environ, "NAMEWARDEN_HOME": str(program.home)}
        status, out, err = forked(arguments, program.folder, environment)
        return Ran(status, out.decode(), err.decode())

    if CAN_FORK:
        monkeypatch.setattr(Program, "__call__", run)


@pytest.mark.slow
@pytest.mark.usefixtures("quick_program")
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

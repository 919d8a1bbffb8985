"""A home with the sample lists, and the program on it.

A plugin for pytest: a second conftest.py would have the same module name as the first.
"""

from pathlib import Path

import pytest
from program import SAMPLES, Program

from screening.update import update
from store import Home


@pytest.fixture(scope="session")
def sample_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("home")
    results = update(Home(path), (), from_path=SAMPLES, accept_excerpts=True, notify=lambda _: None)
    assert [result.status for result in results] == ["updated", "updated"]
    return path


@pytest.fixture
def run(sample_home: Path, tmp_path: Path) -> Program:
    """Runs the program in an empty folder, on the home with the sample lists."""
    return Program(sample_home, tmp_path)

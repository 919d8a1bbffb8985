"""A home with the sample lists, and the program on it.

A plugin for pytest: a second conftest.py would have the same module name as the first.
"""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from program import SAMPLES, Program

from screening.updates.update import update
from store import Home
from store.catalogue import Catalogue
from store.check import Check
from store.requested_lists import request_lists


@pytest.fixture(scope="session")
def sample_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("home")
    results = update(Home(path), (), from_path=SAMPLES, accept_excerpts=True, notify=lambda _: None)
    assert [result.status for result in results] == ["updated", "updated"]
    # Were they stale, every command would warn of it.
    catalogue = Catalogue(Home(path))
    for snapshot in catalogue.active():
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        check = Check(source=snapshot.source, checked_at=now, sha256=snapshot.sha256, address="x")
        catalogue.add_check(check)
    return path


@pytest.fixture(scope="session")
def stale_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with two old lists, and without a third one that was asked for."""
    path = tmp_path_factory.mktemp("stale")
    update(Home(path), (), from_path=SAMPLES, accept_excerpts=True, notify=lambda _: None)
    request_lists(Home(path), ["un_sc"])
    return path


@pytest.fixture
def run(sample_home: Path, tmp_path: Path) -> Program:
    """Runs the program in an empty folder, on the home with the sample lists."""
    return Program(sample_home, tmp_path)

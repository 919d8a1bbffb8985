"""What every test may ask for."""

import gc
import json
import os
import shutil
import time
from collections.abc import Callable, Iterator
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import settings
from support import collected_words
from support.well_known import well_known

from matcher.index.build import build
from matcher.index.common_words import CommonWords
from matcher.index.index import NameIndex
from matcher.mentions.searcher import Searcher
from matcher.names.term_weights import Language
from records import Entity
from records.as_json import entity_from_json
from screening.engine import index_cache
from screening.engine.engine import Engine
from screening.updates.update import update
from store import Home
from store.lock import try_lock

# A number that does not fit into its type is an error, as far as numpy looks: at single numbers.
# Products of arrays are looked at by ``test_long_documents``.
np.seterr(over="raise", divide="raise", invalid="raise")

# How long an example takes says how busy the machine is; times are measured in bench/.
settings.register_profile("without deadlines", deadline=None)
settings.load_profile("without deadlines")

DATA = Path(__file__).parent / "data"
SHARED_LISTS = Path(__file__).parent.parent.parent / "shared" / "lists"
EXCERPTS = ("eu_fsf", "us_ofac_sdn")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Golden files are made again on request; the difference is for a person to review."""
    parser.addoption("--regenerate", action="store_true", help="write golden files anew")
    parser.addoption(
        "--customers", type=int, default=2_000, help="so many customers have an analyst's day"
    )
    parser.addoption(
        "--variants", type=int, default=0, help="damage the publishers' whole files so many times"
    )


MOST_SECONDS = 1_100
"""Of processor time, for all tests; half as many by the clock on two cores, where it is idle."""
LANES = {
    "browser": {"page"},
    "postgres": {"server"},
    "slow": {
        "full_lists", "run", "desk", "sqlite_desk", "live", "serve", "open_client", "own_home",
        "quick_home",
    },
}  # fmt: skip
"""Fixtures that take seconds, or a program that is not on every machine; by marker. What needs one
of them is left out of ``just test-fast``, and so is what a test's own ``slow`` says."""

SLOW_FOLDERS = {"cli", "desk", "quality", "scale", "screening", "service"}
"""Whose tests start programs and services, or load lists into a home."""
SLOW_FILES = {
    "test_candidates.py", "test_contribution.py", "test_every_source.py",
    "test_hostile.py", "test_laws.py", "test_lengths.py", "test_long_documents.py", "test_news.py",
    "test_nothing_lost.py", "test_one_score.py", "test_packaging.py", "test_party_tables.py",
    "test_sandbox.py", "test_share_of_time.py", "test_ship_cues.py", "test_signs.py",
    "test_speed.py", "test_table_sums.py",
}  # fmt: skip
"""With tests of two seconds and more (``pytest --durations=20``)."""


# Looking for cycles among a million objects of tests and modules, which stay to the end, takes a
# third of the time of collecting them, and a quarter of a second each time afterwards.
gc.disable()


def pytest_collection_finish() -> None:
    """Look for cycles from now on, among what the tests themselves leave behind."""
    gc.freeze()
    gc.enable()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what a run took of the processor: a clock tells how busy the machine is besides."""
    used = sum(os.times()[:4])
    terminalreporter.write_line(f"{used:,.0f} s of processor time")
    if used > MOST_SECONDS:
        terminalreporter.write_line(
            f"that is more than {MOST_SECONDS:,}: see CONTRIBUTING.md, How long the tests take"
        )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark tests by where they stand and by the fixtures that they need."""
    for item in items:
        if item.path.parent.name in SLOW_FOLDERS or item.path.name in SLOW_FILES:
            item.add_marker("slow")
        asked = set(getattr(item, "fixturenames", ()))
        for marker, fixtures in LANES.items():
            if asked & fixtures or (marker == "postgres" and "[postgres" in item.name):
                item.add_marker(marker)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Give each process a run of tests, and what one has left to those who have none: then a
    module's fixtures, which take seconds, are mostly made in one process alone.
    """
    from xdist.scheduler import WorkStealingScheduling

    return WorkStealingScheduling(config, log) if config.getoption("dist") == "load" else None


@pytest.fixture
def regenerate(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--regenerate"))


@pytest.fixture
def data() -> Path:
    return DATA


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """An empty home; nothing of it exists yet."""
    return Home(tmp_path / "home")


@pytest.fixture
def full_lists() -> Path:
    """The publishers' whole files: too large for the repository, so not everywhere."""
    if not SHARED_LISTS.is_dir():
        pytest.skip("the whole published lists are not on this machine")
    return SHARED_LISTS


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of this run of the tests, whichever of its processes asks."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session", autouse=True)
def _words_are_collected_once(shared_folder: Path) -> Iterator[None]:
    """They take seconds, and are the same for every home."""
    with pytest.MonkeyPatch.context() as patch:
        for name, take in collected_words.collectors(shared_folder).items():
            patch.setattr(index_cache, name, take)
        patch.setenv(collected_words.FOLDER, str(shared_folder))
        yield


@pytest.fixture(scope="session", autouse=True)
def _workers_start_quickly() -> Iterator[None]:
    """Workers are forked from a process that has read their modules, where the system can fork: a
    start of Python for each takes a second. The tests of commands start them as users do.
    """
    if "forkserver" not in get_all_start_methods():
        yield
        return
    quick = get_context("forkserver")
    quick.set_forkserver_preload(["screening.engine.workers"])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("screening.engine.workers.get_context", lambda _: quick)
        yield


@pytest.fixture(scope="session")
def language(shared_folder: Path) -> Language:
    """The common words of ordinary language."""
    return collected_words.collected(shared_folder)


@pytest.fixture(scope="session")
def common_words(shared_folder: Path) -> CommonWords:
    """The words of which texts know beforehand what they are."""
    return collected_words.common_words(shared_folder)


@pytest.fixture(scope="session")
def listed() -> tuple[Entity, ...]:
    """The parties of the excerpts, and some that everybody knows."""
    lines = [
        line
        for source in EXCERPTS
        for line in (DATA / source / "expected.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    return (*(entity_from_json(json.loads(line)) for line in lines), *well_known())


@pytest.fixture(scope="session")
def index(listed: tuple[Entity, ...], language: Language) -> NameIndex:
    """The index of ``listed``."""
    return build(listed, language)


@pytest.fixture(scope="session")
def finder(index: NameIndex) -> Searcher:
    return Searcher(index)


@pytest.fixture(scope="session")
def ofac_home(shared_folder: Path) -> Home:
    """A home with OFAC's whole list, which one process makes for all. Only to be read."""
    path = SHARED_LISTS / "us_ofac" / "original" / "sdn_advanced_2025-11-19.xml.bz2"
    if not path.is_file():
        pytest.skip("OFAC's whole list is not on this machine")
    home, done = Home(shared_folder / "ofac"), shared_folder / "ofac-done"
    with done.with_suffix(".lock").open("ab") as lock:
        while not try_lock(lock):
            time.sleep(0.1)
        if not done.exists():
            (result,) = update(home, ("us_ofac_sdn",), from_path=path, notify=lambda _: None)
            assert result.status == "updated"
            done.touch()
    return home


@pytest.fixture(scope="session")
def excerpts_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home in which both excerpts are loaded and indexed. Only to be read."""
    files = tmp_path_factory.mktemp("files")
    for source in EXCERPTS:
        shutil.copy(DATA / source / "sample.xml", files / f"{source}.xml")
    home = Home(tmp_path_factory.mktemp("excerpts"))
    results = update(home, (), from_path=files, accept_excerpts=True, notify=lambda _: None)
    assert [result.status for result in results] == ["updated", "updated"]
    return home


@pytest.fixture
def own_home(excerpts_home: Home, home: Home) -> Home:
    """A copy of ``excerpts_home`` that a test may spoil."""
    shutil.copytree(excerpts_home.path, home.path)
    return home


@pytest.fixture
def quick_home(excerpts_home: Home, home: Home) -> Home:
    """A home without lists that need not collect the common words of ordinary language."""
    for words in ("language-*", "everyday-*", "common-*"):
        for folder in excerpts_home.index.glob(words):
            shutil.copytree(folder, home.index / folder.name)
    return home


@pytest.fixture(scope="module")
def opened() -> Iterator[Callable[..., Engine]]:
    """``Engine.open`` for engines whose files are closed after the module's tests."""
    engines: list[Engine] = []

    def run(home: Home, **chosen: object) -> Engine:
        engines.append(Engine.open(home, **chosen))  # type: ignore[arg-type]
        return engines[-1]

    yield run
    for engine in engines:
        engine.close()

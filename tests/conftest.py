"""What every test may ask for."""

import json
import os
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import settings
from support.well_known import well_known

from matcher.columnar.arrays import read, write
from matcher.index.build import build
from matcher.index.common_words import CommonWords, read_common_words
from matcher.index.index import NameIndex
from matcher.lexicon.everyday import NOTHING_EVERYDAY, Everyday, read_everyday
from matcher.mentions.searcher import Searcher
from matcher.names.term_weights import Language, read_language
from records import Entity
from records.as_json import entity_from_json
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


@cache
def _collected(folder: Path) -> Language:
    """The common words of ordinary language: collected by the first process that needs them."""
    with (folder / "words.lock").open("ab") as lock:
        while not try_lock(lock):
            time.sleep(0.1)
        try:
            words, _ = read(folder / "words")
        except OSError:
            one, all_ = read_language(), read_everyday()
            words = {"h": one.hashes, "z": one.zipf, "all_h": all_.hashes, "all_z": all_.zipf}
            write(folder / "words", words, {})
    return Language(words["h"], words["z"], Everyday(words["all_h"], words["all_z"]))


@cache
def _common_words(folder: Path) -> CommonWords:
    """The words of which texts know beforehand what they are: likewise."""
    known = _collected(folder)
    with (folder / "common.lock").open("ab") as lock:
        while not try_lock(lock):
            time.sleep(0.1)
        try:
            return CommonWords.load(folder / "common")
        except OSError:
            found = read_common_words(known)
            found.save(folder / "common")
            return found


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of this run of the tests, whichever of its processes asks."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session", autouse=True)
def _words_are_collected_once(shared_folder: Path) -> Iterator[None]:
    """They take seconds, and are the same for every home."""
    with pytest.MonkeyPatch.context() as patch:
        cached = "screening.engine.index_cache"
        patch.setattr(
            f"{cached}.read_language",
            lambda: replace(_collected(shared_folder), everyday=NOTHING_EVERYDAY),
        )
        patch.setattr(f"{cached}.read_everyday", lambda: _collected(shared_folder).everyday)
        patch.setattr(f"{cached}.read_common_words", lambda _: _common_words(shared_folder))
        yield


@pytest.fixture(scope="session")
def language(shared_folder: Path) -> Language:
    """The common words of ordinary language."""
    return _collected(shared_folder)


@pytest.fixture(scope="session")
def common_words(shared_folder: Path) -> CommonWords:
    """The words of which texts know beforehand what they are."""
    return _common_words(shared_folder)


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

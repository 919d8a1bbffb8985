"""A desk to try things at: a home on either database, with a list of three: a plugin for pytest."""

import shutil
from pathlib import Path

import pytest

from store import Home
from store.home import DATABASE_VARIABLE
from support.desk_work import LISTED, put_edition

pytest_plugins = ["support.database_fixtures"]


@pytest.fixture
def desk(request: pytest.FixtureRequest, kept_in: str, home: Home) -> Home:
    """A home with a list of three and no counterparties, on SQLite and on PostgreSQL."""
    kept: Home = request.getfixturevalue(f"kept_{kept_in}_desk")
    shutil.copytree(kept.path, home.path)
    return home


@pytest.fixture
def sqlite_desk(kept_sqlite_desk: Home, home: Home, monkeypatch: pytest.MonkeyPatch) -> Home:
    """The same on SQLite alone."""
    monkeypatch.delenv(DATABASE_VARIABLE, raising=False)
    shutil.copytree(kept_sqlite_desk.path, home.path)
    return home


@pytest.fixture(scope="session")
def kept_sqlite_desk(excerpts_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Home:
    """``sqlite_desk``, only to be copied: making the tables takes most of a test's time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv(DATABASE_VARIABLE, raising=False)
        return _made(excerpts_home, tmp_path_factory.mktemp("desk"))


@pytest.fixture(scope="session")
def kept_postgresql_desk(
    desk_template: str, excerpts_home: Home, tmp_path_factory: pytest.TempPathFactory
) -> Home:
    """The files of a desk on PostgreSQL, only to be copied; its tables are in ``desk_template``."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(DATABASE_VARIABLE, desk_template)
        return _made(excerpts_home, tmp_path_factory.mktemp("desk"))


def _made(excerpts_home: Home, folder: Path) -> Home:
    home = Home(folder / "home")
    for words in ("language-*", "everyday-*", "common-*"):
        for kept in excerpts_home.index.glob(words):
            shutil.copytree(kept, home.index / kept.name)
    put_edition(home, LISTED)
    return home

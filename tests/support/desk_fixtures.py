"""A desk to try things at: a home on either database, with a list of three: a plugin for pytest."""

import pytest

from store import Home
from support.desk_work import LISTED, put_edition

pytest_plugins = ["support.database_fixtures"]


@pytest.fixture
def desk(kept_in: str, quick_home: Home) -> Home:
    """A home with a list of three and no counterparties, on SQLite and on PostgreSQL."""
    put_edition(quick_home, LISTED)
    return quick_home


@pytest.fixture
def sqlite_desk(quick_home: Home, monkeypatch: pytest.MonkeyPatch) -> Home:
    """The same on SQLite alone."""
    monkeypatch.delenv("NAMEWARDEN_DATABASE", raising=False)
    put_edition(quick_home, LISTED)
    return quick_home

"""The queue's filters that people saved: theirs alone."""

from collections.abc import Mapping

from records import UsageError
from store import teams
from store.database import Database
from store.home import Home
from store.schema import WORKPLACE_SINCE

MOST = 20
"""For one person; the row of them has to be read."""


def saved_filters(home: Home, person: str) -> Mapping[str, str]:
    """The addresses of the queue with each of the filters that somebody saved, by name."""
    with Database.of(home).reading(WORKPLACE_SINCE) as view:
        kept = teams.saved(view, person)
    return {name: f"/cases?{query}" if query else "/cases" for name, query in kept.items()}


def save_filters(home: Home, person: str, name: str, query: str | None) -> None:
    """Save filters, the query of the queue's address; None forgets those of this name.

    Raises:
        UsageError: the name is none, or there are too many; nothing was changed.
    """
    name = name.strip()
    if not name or not name.isprintable():
        raise UsageError(f"{name!r} is no name for filters. Nothing was saved")
    with Database.of(home).writing() as connection:
        known = teams.saved(connection, person)
        if query is not None and name not in known and len(known) >= MOST:
            raise UsageError(f"{MOST} filters are saved already. Nothing was saved. Forget one")
        teams.save(connection, person, name, query)

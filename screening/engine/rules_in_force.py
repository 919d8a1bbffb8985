"""The team's rules for what is a hit, as they stand in the database now.

A service asks for them with each name, and to open the database takes longer than to screen one. So
they are remembered until a commit changes the database's file, whoever makes it; and of PostgreSQL,
which has no file here, for a second.
"""

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matcher.comparison.model import model
from store.home import Home
from store.in_use import in_use

if TYPE_CHECKING:
    from store.database import Database

REMEMBERED_SECONDS = 1.0
"""At most so long, whatever a file system says of its files' times."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What holds where nobody asks for something else."""

    threshold: float
    """The least score of a hit: the team's own, or the calibrated one."""
    places: tuple[str, ...] | None
    """The regions and countries that are watched; None for those that the version has."""


@dataclass(frozen=True, slots=True)
class _Seen:
    rules: Rules
    state: object
    """``Database.state`` from before they were read."""
    at: float


_seen: "dict[Database, _Seen]" = {}


def rules_in_force(home: Home) -> Rules:
    """The rules of a home.

    Raises:
        StoreError: the home cannot be read.
    """
    said = in_use(home)
    if said is not None:
        return _rules(said.threshold, said.places)
    from store import policy
    from store.database import Database
    from store.schema import DESK_SINCE

    database = Database.of(home)
    state, now = database.state(), time.monotonic()
    seen = _seen.get(database)
    if seen is not None and seen.state == state and now - seen.at < REMEMBERED_SECONDS:
        return seen.rules
    with database.reading(DESK_SINCE) as view:
        rules = _rules(policy.threshold(view), policy.places(view))
    _seen[database] = _Seen(rules, state, now)
    return rules


def _rules(own: float | None, places: tuple[str, ...] | None) -> Rules:
    return Rules(threshold=model().threshold if own is None else own, places=places)

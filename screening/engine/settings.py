"""How to screen: what was asked for, checked, and the threshold in force where nothing was."""

from collections.abc import Sequence
from functools import lru_cache

from matcher.comparison.model import model
from records import Kind, Settings, UsageError
from store import policy
from store.database import Database
from store.home import Home
from store.schema import DESK_SINCE


def settings(
    *,
    threshold: float | None,
    limit: int,
    kinds: Sequence[str] | None,
    lists: Sequence[str] | None,
    as_of: str | None,
    home: Home | None = None,
) -> Settings:
    """Check what was asked for, and fill in the threshold in force: that of ``home``, or of the
    home in use.

    Raises:
        UsageError: a figure is out of range or a kind is unknown.
    """
    if threshold is not None and not 0.0 <= threshold <= 1.0:
        raise UsageError(f"threshold {threshold} is not between 0 and 1")
    if kinds is not None and not kinds:
        raise UsageError("no kind is named, so nothing would be found")
    if limit < 1:
        raise UsageError(f"limit {limit} is less than 1")
    return Settings(
        threshold=threshold_in_force(home) if threshold is None else threshold,
        limit=limit,
        kinds=None if kinds is None else tuple(_kind(kind) for kind in kinds),
        lists=None if lists is None else tuple(lists),
        as_of=as_of,
    )


def threshold_in_force(home: Home | None = None) -> float:
    """The least score of a hit where nobody asks for another one.

    Raises:
        StoreError: the home cannot be read.
    """
    with _kept(Database.of(home or Home.default())).reading(DESK_SINCE) as view:
        own = policy.threshold(view)
    return model().threshold if own is None else own


@lru_cache(maxsize=4)
def _kept(database: Database) -> Database:
    """The same database with what was opened of it: a service asks at every request."""
    return database


def _kind(name: str) -> Kind:
    try:
        return Kind(name)
    except ValueError as error:
        known = ", ".join(kind.value for kind in Kind)
        raise UsageError(f"unknown kind {name!r}; expected one of: {known}") from error

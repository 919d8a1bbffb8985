"""Stops expecting a list that was asked for and could not be loaded."""

from collections.abc import Callable

from lists import source
from records import UsageError
from store import requested_lists
from store.catalogue import Catalogue
from store.home import Home
from store.lock import update_lock


def forget(home: Home, name: str, notify: Callable[[str], None]) -> None:
    """Stop asking for a list, so that answers no longer warn about its absence.

    Args:
        home: which home.
        name: a list that is not loaded.
        notify: gets a line when an update is waited for.

    Raises:
        UnknownListError: there is no such list.
        UsageError: it is loaded, or was never asked for.
        StoreError: the home cannot be read or written.
    """
    name = source(name).name
    with update_lock(home, notify):
        if any(snapshot.source == name for snapshot in Catalogue(home).active()):
            raise UsageError(
                f"{name} is loaded and screened against, so it cannot be forgotten. To look on "
                "other lists only: --lists"
            )
        if not requested_lists.forget(home, name):
            raise UsageError(f"{name} was not asked for, so nothing was changed")

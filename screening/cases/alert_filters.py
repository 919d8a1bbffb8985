"""What alerts may be filtered by: a slip in a filter reads as an empty queue, so it is refused."""

from records import UsageError
from store import counterparties
from store.database import Database
from store.home import Home
from store.schema import DESK_SINCE


def check_party(home: Home, counterparty: str | None) -> None:
    """Refuse a counterparty that was never monitored: a slip would read as an empty queue.

    Raises:
        UsageError: there is none with this id.
    """
    if counterparty is None:
        return
    with Database.of(home).reading(DESK_SINCE) as view:
        if view is None or not counterparties.was_there(view, counterparty):
            raise UsageError(f"{counterparty!r} was never monitored. See: namewarden monitor list")

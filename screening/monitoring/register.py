"""The register of monitored counterparties: brought in line, read, and taken out of monitoring."""

from collections.abc import Iterable, Iterator

import sqlalchemy as sa

from records import (
    UNDECIDED,
    AlertState,
    MonitoredParty,
    Party,
    ShrunkRegisterError,
    UsageError,
)
from store import alerts, audit, counterparties
from store.database import Database
from store.home import Home
from store.schema import DESK_SINCE

UNCLEARED = (*UNDECIDED, AlertState.TRUE_MATCH)
"""States of alerts that rest on what the counterparty says of itself now."""
MOST_LOST = 0.1
"""Of the monitored counterparties in one import of all, as for a list's entries."""


def import_parties(
    home: Home,
    parties: Iterable[Party],
    *,
    complete: bool,
    allow_shrunk: bool = False,
    author: str,
    alone: bool = True,
    source: str,
) -> counterparties.Synchronised:
    """Bring the monitored counterparties in line with a register; all of it or nothing.

    Args:
        home: where they are kept.
        parties: of the register, with their owner's ids.
        complete: whether these are all; what is missing among them is removed then.
        allow_shrunk: whether more than ``MOST_LOST`` of them may be missing.
        author: who imports.
        alone: whether they may change what an uncleared alert rests on without a second person.
        source: what the register is called, for the audit log.

    Raises:
        ShrunkRegisterError: more are missing; nothing was changed.
        UsageError: an uncleared alert rests on what would be changed; nothing was.
    """
    with Database.of(home).writing() as connection:
        before = counterparties.count(connection) if complete else 0
        done = counterparties.synchronise(connection, parties, complete=complete)
        if done.removed > before * MOST_LOST and not allow_shrunk:
            raise ShrunkRegisterError(
                f"{source}: {done.removed:,} of {before:,} monitored counterparties are not in it, "
                f"more than {MOST_LOST:.0%}. Nothing was changed. Is it the whole "
                "register, and its column for the ids the same as before? If they are to be "
                "removed: --allow-shrunk"
            )
        if done.moved and not alone:
            _refuse_if_alerted(connection, author)
        audit.append(
            connection,
            author=author,
            action="import",
            subject="counterparties",
            source=source,
            complete=complete,
            added=done.added,
            changed=done.changed,
            unchanged=done.unchanged,
            removed=done.removed,
        )
        return done


def remove_parties(
    home: Home, ids: list[str], *, author: str, alone: bool = True
) -> tuple[str, ...]:
    """Take counterparties out of monitoring; their alerts and their history stay.

    Raises:
        UsageError: one of them is not monitored, or not ``alone`` and with an uncleared alert;
            nothing was removed.
    """
    with Database.of(home).writing() as connection:
        removed = counterparties.remove(connection, ids)
        if missing := set(ids) - set(removed):
            raise UsageError(
                f"{min(missing)!r} is not monitored. Nothing was removed. "
                "See: namewarden monitor list"
            )
        if not alone:
            _refuse_if_alerted(connection, author)
        audit.append(
            connection, author=author, action="remove", subject="counterparties", ids=list(removed)
        )
        return removed


def _refuse_if_alerted(connection: sa.Connection, author: str) -> None:
    """Refuse an import, or a removal, that moved what an uncleared alert rests on."""
    change = counterparties.last_change(connection)
    touched = alerts.alerted(connection, change, [state.value for state in UNCLEARED])
    if touched is not None:
        raise UsageError(
            f"{touched!r} has uncleared alerts, and {author} may not approve, so it stays as it "
            "is. Nothing was changed. Decide the alerts first, or ask an approver"
        )


def monitored(home: Home) -> Iterator[MonitoredParty]:
    """The monitored counterparties, in the order they came."""
    with Database.of(home).reading(DESK_SINCE) as view:
        if view is not None:
            yield from counterparties.present(view)


def find_parties(home: Home, text: str, *, limit: int, offset: int = 0) -> list[MonitoredParty]:
    """The monitored counterparties with a text in their id or name, in the order they came."""
    with Database.of(home).reading(DESK_SINCE) as view:
        if view is None:
            return []
        return counterparties.search(view, text.strip(), limit=limit, offset=offset)


def find_party(home: Home, id_: str) -> MonitoredParty | None:
    """The monitored counterparty with its owner's id; None where there is none."""
    with Database.of(home).reading(DESK_SINCE) as view:
        found = None if view is None else counterparties.find(view, id_)
        return None if found is None or found.removed_at is not None else found

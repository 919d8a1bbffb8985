"""The register of monitored counterparties: brought in line, read, and taken out of monitoring."""

from collections.abc import Iterable, Iterator

from records import MonitoredParty, Party, ShrunkRegisterError, UsageError
from store import audit, counterparties
from store.database import Database
from store.home import Home
from store.schema import DESK_SINCE

MOST_LOST = 0.1
"""Of the monitored counterparties in one import of all, as for a list's entries."""


def import_parties(
    home: Home,
    parties: Iterable[Party],
    *,
    complete: bool,
    allow_shrunk: bool = False,
    author: str,
    source: str,
) -> counterparties.Synchronised:
    """Bring the monitored counterparties in line with a register; all of it or nothing.

    Args:
        home: where they are kept.
        parties: of the register, with their owner's ids.
        complete: whether these are all; what is missing among them is removed then.
        allow_shrunk: whether more than ``MOST_LOST`` of them may be missing.
        author: who imports.
        source: what the register is called, for the audit log.

    Raises:
        ShrunkRegisterError: more are missing; nothing was changed.
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


def remove_parties(home: Home, ids: list[str], *, author: str) -> tuple[str, ...]:
    """Take counterparties out of monitoring; their alerts and their history stay.

    Raises:
        UsageError: one of them is not monitored; nothing was removed.
    """
    with Database.of(home).writing() as connection:
        removed = counterparties.remove(connection, ids)
        if missing := set(ids) - set(removed):
            raise UsageError(
                f"{min(missing)!r} is not monitored. Nothing was removed. "
                "See: namewarden monitor list"
            )
        audit.append(
            connection, author=author, action="remove", subject="counterparties", ids=list(removed)
        )
        return removed


def monitored(home: Home) -> Iterator[MonitoredParty]:
    """The monitored counterparties, in the order they came."""
    with Database.of(home).reading(DESK_SINCE) as view:
        if view is not None:
            yield from counterparties.present(view)

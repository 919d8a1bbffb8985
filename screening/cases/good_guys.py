"""Good guys: names that the team knows not to be a listed entity, whoever they come from.

An entry keeps the pair's alerts from being opened, it does not hide them: they stand among the
alerts as ``good_guy``, and open by themselves when the listed entry changes or the time is over.
"""

from collections.abc import Sequence

import sqlalchemy as sa

from records import AlertState, GoodGuy, UsageError, alert_id
from screening.cases.changes import open_again
from screening.catalogue.inventory import show
from store import alerts, audit, good_guys
from store.database import Database
from store.home import Home
from store.schema import DESK_SINCE
from store.times import moment

_COVERED = (AlertState.OPEN, AlertState.ESCALATED)


def list_good_guys(home: Home) -> Sequence[GoodGuy]:
    """The entries that hold now."""
    with Database.of(home).reading(DESK_SINCE) as view:
        return good_guys.valid(view)


def add_good_guy(
    home: Home, name: str, entity_id: str, *, reason: str, author: str, expires: str | None = None
) -> GoodGuy:
    """Enter a name; what is open for it and the entity is put aside.

    Raises:
        UsageError: no such entry is listed, or the name or the reason is missing.
    """
    if not (name.strip() and reason.strip() and author.strip()):
        raise UsageError("a good guy needs a name, a reason and an author. Nothing was entered")
    show(home, entity_id)
    until = None if expires is None else moment(expires)
    with Database.of(home).writing() as connection:
        made = good_guys.add(
            connection,
            name=name.strip(),
            entity_id=entity_id,
            reason=reason,
            author=author,
            expires_at=until,
        )
        _log(connection, made, "good-guy", author, reason)
        said = f"good guy {made.number}: {reason}"
        for row in _of(connection, made, _COVERED):
            values = {"state": AlertState.GOOD_GUY.value, "expires_at": until}
            alerts.update(connection, row["number"], row["version"], values)
            alerts.add_disposition(
                connection,
                row,
                author=author,
                action="decide",
                state=AlertState.GOOD_GUY,
                reason=said,
                expires_at=until,
            )
            audit.append(
                connection,
                author=author,
                action="decide",
                subject=alert_id(row["number"]),
                state=AlertState.GOOD_GUY.value,
                reason=said,
            )
        return made


def remove_good_guy(home: Home, number: int, *, reason: str, author: str) -> GoodGuy:
    """Strike an entry out; the alerts that it put aside are open again.

    Raises:
        UsageError: there is none.
        ConflictError: it was struck out already.
    """
    with Database.of(home).writing() as connection:
        removed = good_guys.remove(connection, number, author=author)
        _log(connection, removed, "remove-good-guy", author, reason)
        for row in _of(connection, removed, (AlertState.GOOD_GUY,)):
            said = f"good guy {number} was removed: {reason}"
            open_again(connection, row, {}, reason=said, author=author)
        return removed


def _of(
    connection: sa.Connection, entry: GoodGuy, states: tuple[AlertState, ...]
) -> list[alerts.Row]:
    """The alerts that an entry is about."""
    key = good_guys.name_key(entry.name)
    wanted = alerts.AlertFilter(states=states, entity_id=entry.entity_id)
    return [
        alerts.row_of(connection, alert.number)
        for alert in list(alerts.listed(connection, wanted))
        if good_guys.name_key(alert.counterparty.query.name) == key
    ]


def _log(connection: sa.Connection, entry: GoodGuy, action: str, author: str, reason: str) -> None:
    audit.append(
        connection,
        author=author,
        action=action,
        subject=f"good guy {entry.number}",
        name=entry.name,
        entity_id=entry.entity_id,
        reason=reason,
        expires_at=entry.expires_at,
    )

"""How an alert is changed: checked, updated, written into its history and into the audit log."""

from collections.abc import Sequence

import sqlalchemy as sa

from records import Alert, AlertState, UsageError, alert_id
from screening.cases.alerts import number_of
from store import alerts, audit
from store.database import Database
from store.home import Home
from store.times import now_text


def open_again(
    connection: sa.Connection, row: alerts.Row, values: alerts.Row, *, reason: str, author: str
) -> None:
    """Open an alert that was decided or proposed, and say why."""
    known = {
        "state": AlertState.OPEN.value,
        "opened_at": now_text(),
        "expires_at": None,
        "proposed": None,
        "proposed_by": None,
        **values,
    }
    state = AlertState.OPEN
    change_alert(connection, row, known, author=author, action="reopen", state=state, reason=reason)


def change_alert(
    connection: sa.Connection,
    row: alerts.Row,
    values: alerts.Row,
    *,
    author: str,
    action: str,
    state: AlertState,
    reason: str,
    expires_at: str | None = None,
) -> None:
    """Change an alert, and write down in its history and in the audit log what was done."""
    alerts.update(connection, row["number"], row["version"], values)
    alerts.add_disposition(
        connection,
        {**row, **values},
        author=author,
        action=action,
        state=state,
        reason=reason,
        expires_at=expires_at,
    )
    audit.append(
        connection,
        author=author,
        action=action,
        subject=alert_id(row["number"]),
        state=state.value,
        reason=reason,
        expires_at=expires_at,
        entity_id=row["entity_id"],
        version=row["version"] + 1,
    )


def change_each(
    home: Home,
    ids: Sequence[str],
    change: alerts.Change,
) -> list[Alert]:
    """Change all alerts that are named, or none, in one transaction.

    Raises:
        UsageError: no alert was named, or one of them does not exist.
    """
    numbers = [number_of(written, "A") for written in ids]
    if not numbers:
        raise UsageError("no alert was named")
    with Database.of(home).writing() as connection:
        for number in dict.fromkeys(numbers):
            change(connection, alerts.row_of(connection, number))
        return [alerts.get(connection, number) for number in numbers]


def need_reason(reason: str) -> None:
    """Refuse an empty reason."""
    if not reason.strip():
        raise UsageError("a reason is needed: somebody will read it next year")


def known_author(author: str) -> str:
    """The author's name; refused when it is empty."""
    if not author.strip():
        raise UsageError("an author is needed. Say --author NAME, or set NAMEWARDEN_AUTHOR")
    return author.strip()

"""How far people were told of the cases' work, and what has happened since."""

from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa

from records import UNDECIDED, AlertState, AuditRecord
from store import audit
from store.schema import alerts, findings, notice_marks
from store.schema import audit as log
from store.times import now_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Until where people were told."""

    audit: int
    """The last record of the audit log."""
    finding: int
    """The last finding of a run."""
    at: str
    """When, ISO 8601 UTC."""


def mark(connection: sa.Connection, channel: str) -> Mark | None:
    """Until where was told by a channel; None where nothing ever was."""
    row = connection.execute(sa.select(notice_marks).where(notice_marks.c.name == channel)).first()
    if row is None:
        return None
    return Mark(audit=row.audit, finding=row.finding, at=row.at)


def newest(connection: sa.Connection) -> Mark:
    """The mark of somebody who was told everything until now."""
    return Mark(
        audit=connection.scalar(sa.select(sa.func.max(log.c.number))) or 0,
        finding=connection.scalar(sa.select(sa.func.max(findings.c.number))) or 0,
        at=now_text(),
    )


def set_mark(connection: sa.Connection, channel: str, made: Mark) -> None:
    """Note until where was told by a channel."""
    connection.execute(notice_marks.delete().where(notice_marks.c.name == channel))
    values = {"name": channel, "audit": made.audit, "finding": made.finding, "at": made.at}
    connection.execute(notice_marks.insert().values(values))


def opened(connection: sa.Connection, since: Mark, until: Mark) -> set[int]:
    """The cases in which runs opened an alert between two marks."""
    query = (
        sa.select(alerts.c.counterparty)
        .join(findings, findings.c.alert == alerts.c.number)
        .where(
            findings.c.number > since.finding,
            findings.c.number <= until.finding,
            findings.c.what == "new",
            alerts.c.state != AlertState.GOOD_GUY.value,
        )
    )
    return set(connection.execute(query).scalars())


def done(
    connection: sa.Connection, since: Mark, until: Mark, actions: tuple[str, ...]
) -> Iterator[AuditRecord]:
    """The records of some actions between two marks, oldest first."""
    if since.audit < until.audit:
        for record in audit.between(connection, since.audit, until.audit):
            if record.action in actions:
                yield record


def cases_of(connection: sa.Connection, numbers: set[int]) -> dict[int, int]:
    """The cases of alerts, by the alerts' numbers."""
    query = sa.select(alerts.c.number, alerts.c.counterparty).where(alerts.c.number.in_(numbers))
    return {row.number: row.counterparty for row in connection.execute(query)}


def waiting_since(connection: sa.Connection, after: str, until: str) -> set[int]:
    """The cases whose oldest alert that waits was opened after one time, and not after another."""
    oldest = sa.func.min(alerts.c.opened_at)
    query = (
        sa.select(alerts.c.counterparty)
        .where(alerts.c.state.in_([state.value for state in UNDECIDED]))
        .group_by(alerts.c.counterparty)
        .having(sa.and_(oldest > after, oldest <= until))
    )
    return set(connection.execute(query).scalars())

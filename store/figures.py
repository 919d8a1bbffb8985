"""What figures of the alert work are counted from: openings, decisions, what waits, volumes."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import merge
from typing import Any

import sqlalchemy as sa

from records import UNDECIDED, AlertState
from store.schema import alerts, audit, dispositions, findings, screenings
from store.table_sums import check_pages

OPENED = "open"
_AT_ONCE = 5_000
_COUNTED = ("decide", "propose", "approve", "reject", "reopen")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """An alert was opened, or somebody did something to it."""

    at: str
    alert: int
    list: str
    action: str
    """``OPENED``, or that of a ``records.Disposition``."""
    state: AlertState
    author: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """An alert that waits for somebody's decision."""

    opened_at: str
    list: str
    counterparty: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """How much was screened on one day in one way."""

    day: str
    kind: str
    """``match``, ``screen``, ``batch`` or ``monitor`` for what was kept; ``searches`` and
    ``documents`` for what the service was asked."""
    count: int
    """Screenings; of searches the names."""


def steps(connection: sa.Connection, until: str) -> Iterator[Step]:
    """What happened to all alerts until a time, oldest first.

    What a run found of a pair that a good guy covers was never opened, and is left out.
    """
    check_pages(connection)
    # An opening comes before what is done in the same second.
    yield from merge(_openings(connection, until), _done(connection, until), key=lambda one: one.at)


def _openings(connection: sa.Connection, until: str) -> Iterator[Step]:
    query = (
        sa.select(screenings.c.at, findings.c.alert, alerts.c.list)
        .select_from(
            sa.join(findings, screenings).join(alerts, findings.c.alert == alerts.c.number)
        )
        .where(findings.c.what == "new", screenings.c.at <= until)
        .where(alerts.c.state != AlertState.GOOD_GUY.value)
        .order_by(screenings.c.at, findings.c.number)
    )
    for at, alert, name in connection.execute(query.execution_options(yield_per=_AT_ONCE)):
        yield Step(
            at=at, alert=alert, list=name, action=OPENED, state=AlertState.OPEN, author="namewarden"
        )


def _done(connection: sa.Connection, until: str) -> Iterator[Step]:
    query = (
        sa.select(dispositions, alerts.c.list)
        .join(alerts, dispositions.c.alert == alerts.c.number)
        .where(dispositions.c.action.in_(_COUNTED), dispositions.c.at <= until)
        .order_by(dispositions.c.at, dispositions.c.number)
    )
    for row in connection.execute(query.execution_options(yield_per=_AT_ONCE)):
        yield Step(
            at=row.at,
            alert=row.alert,
            list=row.list,
            action=row.action,
            state=AlertState(row.state),
            author=row.author,
        )


def waiting(connection: sa.Connection) -> list[Waiting]:
    """The alerts that wait for a decision now."""
    check_pages(connection)
    columns = (alerts.c.opened_at, alerts.c.list, alerts.c.counterparty)
    query = sa.select(*columns).where(alerts.c.state.in_([state.value for state in UNDECIDED]))
    return [Waiting(opened_at=a, list=b, counterparty=c) for a, b, c in connection.execute(query)]


def volumes(connection: sa.Connection, since: str, until: str) -> list[Volume]:
    """What was screened between two times, by day and way."""
    day = sa.func.substr(screenings.c.at, 1, 10)
    query = (
        sa.select(day, screenings.c.kind, sa.func.count())
        .where(screenings.c.at >= since, screenings.c.at <= until)
        .group_by(day, screenings.c.kind)
        .order_by(day, screenings.c.kind)
    )
    kept = [Volume(day=at, kind=kind, count=count) for at, kind, count in connection.execute(query)]
    return [*kept, *_asked(connection, since, until)]


def _asked(connection: sa.Connection, since: str, until: str) -> Iterator[Volume]:
    """What the service was asked, as its audit log tells (``service.trail``)."""
    found = {("search", "names"): "searches", ("screen", "document"): "documents"}
    query = (
        sa.select(audit.c.at, audit.c.action, audit.c.subject, audit.c.data)
        .where(audit.c.at >= since, audit.c.at <= until)
        .where(sa.tuple_(audit.c.action, audit.c.subject).in_(list(found)))
    )
    counted: dict[tuple[str, str], int] = {}
    for row in connection.execute(query.execution_options(yield_per=_AT_ONCE)):
        kind = found[row.action, row.subject]
        data: dict[str, Any] = json.loads(row.data)
        key = (row.at[:10], kind)
        counted[key] = counted.get(key, 0) + (data["count"] if kind == "searches" else 1)
    for (day, kind), count in sorted(counted.items()):
        yield Volume(day=day, kind=kind, count=count)

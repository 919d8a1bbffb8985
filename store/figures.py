"""What figures of the alert work are counted from: openings, decisions, what waits, volumes."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from heapq import merge
from typing import Any

import sqlalchemy as sa

from records import UNDECIDED, AlertState
from store.cases import TAKE_BACK
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
    """What waits for somebody's decision, counted by when it was opened."""

    alerts: Mapping[tuple[str, str], int]
    """By time of opening and list."""
    cases: Mapping[str, int]
    """By the time at which the oldest alert of each that waits was opened."""


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
    """What happened until a time to the alerts that somebody did something to, oldest first.

    What a run found of a pair that a good guy covers was never opened, and is left out.
    """
    check_pages(connection)
    # An opening comes before what is done in the same second.
    yield from merge(_openings(connection, until), _done(connection, until), key=lambda one: one.at)


def opened(connection: sa.Connection, since: str, until: str) -> list[tuple[str, int]]:
    """How many alerts were opened between two times, by time: that of the run that found them."""
    check_pages(connection)
    # Two indexes say it all; asking each alert whether it was opened takes five times as long.
    never = sa.select(alerts.c.number).where(alerts.c.state == AlertState.GOOD_GUY.value)
    query = (
        sa.select(screenings.c.at, sa.func.count())
        .select_from(sa.join(findings, screenings))
        .where(findings.c.what == "new", findings.c.alert.not_in(never))
        .where(screenings.c.at >= since, screenings.c.at <= until)
        .group_by(screenings.c.number, screenings.c.at)
    )
    return [(at, count) for at, count in connection.execute(query)]


def _openings(connection: sa.Connection, until: str) -> Iterator[Step]:
    worked_on = sa.select(dispositions.c.alert).where(dispositions.c.action.in_(_COUNTED))
    query = (
        sa.select(screenings.c.at, findings.c.alert, alerts.c.list)
        .select_from(
            sa.join(findings, screenings).join(alerts, findings.c.alert == alerts.c.number)
        )
        .where(findings.c.what == "new", screenings.c.at <= until)
        .where(findings.c.alert.in_(worked_on))
        .where(alerts.c.state != AlertState.GOOD_GUY.value)
        .order_by(screenings.c.at, findings.c.number)
    )
    for at, alert, name in connection.execute(query.execution_options(yield_per=_AT_ONCE)):
        yield Step(
            at=at, alert=alert, list=name, action=OPENED, state=AlertState.OPEN, author="namewarden"
        )


def _done(connection: sa.Connection, until: str) -> Iterator[Step]:
    """What people did, without what its author took back: it was never in force for anybody."""
    done, back = dispositions.alias(), dispositions.alias()
    taken_back = (
        sa.select(sa.func.max(done.c.number))
        .join(back, sa.and_(done.c.alert == back.c.alert, done.c.number < back.c.number))
        .where(back.c.action == TAKE_BACK)
        .group_by(back.c.number)
    )
    query = (
        sa.select(dispositions, alerts.c.list)
        .join(alerts, dispositions.c.alert == alerts.c.number)
        .where(dispositions.c.action.in_(_COUNTED), dispositions.c.at <= until)
        .where(dispositions.c.number.not_in(taken_back))
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


def waiting(connection: sa.Connection) -> Waiting:
    """What waits for a decision now."""
    check_pages(connection)
    waits = alerts.c.state.in_([state.value for state in UNDECIDED])
    each = (alerts.c.opened_at, alerts.c.list)
    by_time = sa.select(*each, sa.func.count()).where(waits).group_by(*each)
    # Of all alerts, since an index has them by counterparty; those that wait would be sorted.
    oldest = sa.func.min(sa.case((waits, alerts.c.opened_at))).label("at")
    of_case = sa.select(oldest).group_by(alerts.c.counterparty).subquery()
    by_oldest = sa.select(of_case.c.at, sa.func.count()).group_by(of_case.c.at)
    by_oldest = by_oldest.where(of_case.c.at.is_not(None))
    return Waiting(
        alerts={(at, name): count for at, name, count in connection.execute(by_time)},
        cases=dict(map(tuple, connection.execute(by_oldest))),
    )


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

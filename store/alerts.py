"""Alerts, what runs found of them, and what people did to them.

There is one alert for each pair of a counterparty and a listed entity, ever: so decisions are
remembered, and nothing is alerted twice.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from records import (
    Alert,
    AlertState,
    ConflictError,
    History,
    NotThereError,
    Party,
    alert_id,
)
from records.blocks import blocks
from store.alert_history import happened
from store.counterparties import AT_ONCE, query_from
from store.schema import alerts, counterparties, dispositions, findings
from store.table_sums import check_pages, checked
from store.times import now_text

Row = Mapping[str, Any]
Change = Callable[[sa.Connection, Row], None]
"""What is done to one alert, in a transaction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertFilter:
    """Which alerts to list."""

    states: tuple[AlertState, ...] = ()
    """Empty for all."""
    lists: tuple[str, ...] = ()
    assignee: str | None = None
    """The empty string for those of nobody."""
    counterparty: str | None = None
    """The owner's id."""
    entity_id: str | None = None
    least_score: float = 0.0
    opened_before: str | None = None
    opened_after: str | None = None
    gone: bool | None = None
    limit: int | None = None
    offset: int = 0


WITH_PARTY = sa.select(alerts, counterparties.c.id.label("party"), counterparties.c.record).join(
    counterparties
)
"""Alerts, each with its counterparty."""


def pairs(connection: sa.Connection) -> list[tuple[int, str]]:
    """The counterparties, by their numbers, and entities that the last runs found to be hits."""
    hits = sa.select(alerts.c.counterparty, alerts.c.entity_id).where(alerts.c.gone.is_(False))
    return [(number, entity) for number, entity in connection.execute(hits)]


def listed(connection: sa.Connection, chosen: AlertFilter) -> Iterator[Alert]:
    """The alerts that are wanted, the highest scores first."""
    check_pages(connection)
    query = _filtered(WITH_PARTY, chosen)
    if chosen.limit is not None or chosen.offset:
        # Which alerts those are, an index says; sorting the rows would read every alert's hit.
        query = WITH_PARTY.where(alerts.c.number.in_(_page(chosen)))
    query = query.order_by(alerts.c.score.desc(), alerts.c.number)
    with connection.execute(query.execution_options(yield_per=AT_ONCE)) as rows:
        yield from map(as_alert, rows)


def _page(chosen: AlertFilter) -> sa.Select[Any]:
    query = sa.select(alerts.c.number)
    if chosen.counterparty is not None:
        query = query.join(counterparties)
    query = _filtered(query, chosen).order_by(alerts.c.score.desc(), alerts.c.number)
    return query.limit(chosen.limit).offset(chosen.offset)


def counted(connection: sa.Connection, chosen: AlertFilter) -> dict[AlertState, int]:
    """How many of the wanted alerts there are in each state."""
    check_pages(connection)
    query = sa.select(alerts.c.state, sa.func.count()).select_from(sa.join(alerts, counterparties))
    rows = connection.execute(_filtered(query, chosen).group_by(alerts.c.state))
    return {AlertState(state): count for state, count in rows}


def _filtered(query: sa.Select[Any], chosen: AlertFilter) -> sa.Select[Any]:
    column, least = alerts.c, chosen.least_score
    conditions: list[sa.ColumnElement[bool]] = [column.score >= least] if least else []
    if chosen.states:
        conditions.append(column.state.in_([state.value for state in chosen.states]))
    if chosen.lists:
        conditions.append(column.list.in_(chosen.lists))
    if chosen.assignee is not None:
        nobody = chosen.assignee == ""
        conditions.append(
            column.assignee.is_(None) if nobody else column.assignee == chosen.assignee
        )
    for name, value in (
        (counterparties.c.id, chosen.counterparty),
        (column.entity_id, chosen.entity_id),
        (column.gone, chosen.gone),
    ):
        if value is not None:
            conditions.append(name == value)
    if chosen.opened_before is not None:
        conditions.append(column.opened_at <= chosen.opened_before)
    if chosen.opened_after is not None:
        conditions.append(column.opened_at >= chosen.opened_after)
    return query.where(*conditions)


def get(connection: sa.Connection | None, number: int) -> Alert:
    """An alert.

    Raises:
        NotThereError: there is none.
    """
    row = None
    if connection is not None:
        row = connection.execute(WITH_PARTY.where(alerts.c.number == number)).first()
    if row is None:
        raise NotThereError(f"no alert {alert_id(number)}. See: namewarden alerts")
    return as_alert(row)


def history(connection: sa.Connection | None, number: int) -> History:
    """An alert with all that happened to it.

    Raises:
        NotThereError: there is none.
    """
    alert = get(connection, number)
    if connection is None:
        raise AssertionError(alert)
    found, done = happened(connection, [number])
    return History(
        alert=alert,
        findings=tuple(finding for _, finding in found),
        dispositions=tuple(disposition for _, disposition in done),
    )


def rows_of(connection: sa.Connection, counterparty_numbers: Sequence[int] | None) -> list[Row]:
    """The alerts of some counterparties, as they are kept; None for all there are."""
    if counterparty_numbers is None:
        return [as_row(row) for row in connection.execute(sa.select(alerts)).mappings()]
    found: list[Row] = []
    for some in blocks(counterparty_numbers, AT_ONCE):
        query = sa.select(alerts).where(alerts.c.counterparty.in_(some))
        found += [as_row(row) for row in connection.execute(query).mappings()]
    return found


def alerted(connection: sa.Connection, change: int, states: Sequence[str]) -> str | None:
    """The owner's id of a counterparty that an import changed or removed, and that has an alert in
    one of some states; None where there is none.
    """
    query = (
        sa.select(counterparties.c.id)
        .select_from(sa.join(alerts, counterparties))
        .where(counterparties.c.change == change, alerts.c.state.in_(states))
        .limit(1)
    )
    found: str | None = connection.scalar(query)
    return found


def expired(connection: sa.Connection) -> list[Row]:
    """The false positives whose time is over."""
    query = sa.select(alerts).where(
        alerts.c.state == AlertState.FALSE_POSITIVE.value, alerts.c.expires_at <= now_text()
    )
    return [as_row(row) for row in connection.execute(query).mappings()]


def insert(connection: sa.Connection, rows: Sequence[Row]) -> list[int]:
    """Open alerts; returns their numbers, in their order."""
    if not rows:
        return []
    first = (connection.execute(sa.select(sa.func.max(alerts.c.number))).scalar() or 0) + 1
    # Writers take turns, so the numbers after the highest are free.
    numbers = list(range(first, first + len(rows)))
    connection.execute(
        alerts.insert(),
        [{**row, "number": number} for number, row in zip(numbers, rows, strict=True)],
    )
    return numbers


def update(connection: sa.Connection, number: int, version: int, values: Row) -> None:
    """Change an alert as it was seen.

    Raises:
        ConflictError: it has been changed since; nothing was done.
    """
    changed = connection.execute(
        alerts.update()
        .where(alerts.c.number == number, alerts.c.version == version)
        .values(version=version + 1, changed_at=now_text(), **values)
    )
    if changed.rowcount != 1:
        raise ConflictError(
            f"{alert_id(number)}: somebody changed it in the meantime. Nothing was done. "
            f"Look at it again: namewarden alerts show {alert_id(number)}"
        )


def hits(connection: sa.Connection) -> Iterator[tuple[int, str, str]]:
    """Of every alert its number, its entity's id, and the hit as it is kept."""
    for row in connection.execute(sa.select(alerts).order_by(alerts.c.number)).mappings():
        checked(alerts.name, row)
        yield row["number"], row["entity_id"], row["hit"]


def replace_hits(connection: sa.Connection, rows: Sequence[tuple[int, str]]) -> None:
    """Rewrite hits in another form, by the alerts' numbers; what they say stays the same."""
    if rows:
        connection.execute(
            alerts.update()
            .where(alerts.c.number == sa.bindparam("of"))
            .values(hit=sa.bindparam("new")),
            [{"of": number, "new": hit} for number, hit in rows],
        )


def add_findings(connection: sa.Connection, rows: Sequence[Row]) -> None:
    """Write down what a run found."""
    if rows:
        connection.execute(findings.insert(), list(rows))


def add_disposition(
    connection: sa.Connection,
    row: Row,
    *,
    author: str,
    action: str,
    state: AlertState,
    reason: str,
    expires_at: str | None = None,
) -> None:
    """Write down what was done to an alert, with what it was done about.

    Args:
        connection: a transaction that writes.
        row: the alert as it is kept.
        author: who did it.
        action: see ``records.Disposition``.
        state: the alert's state afterwards.
        reason: in the author's words.
        expires_at: until when it holds.
    """
    connection.execute(
        dispositions.insert().values(
            alert=row["number"],
            at=now_text(),
            author=author,
            action=action,
            state=state.value,
            reason=reason,
            expires_at=expires_at,
            counterparty_sha256=row["counterparty_sha256"],
            entity_facets=row["entity_facets"],
        )
    )


def row_of(connection: sa.Connection, number: int) -> Row:
    """An alert as it is kept.

    Raises:
        NotThereError: there is none.
    """
    row = connection.execute(sa.select(alerts).where(alerts.c.number == number)).mappings().first()
    if row is None:
        raise NotThereError(f"no alert {alert_id(number)}. See: namewarden alerts")
    return as_row(row)


def findings_until(connection: sa.Connection, screening: int) -> dict[int, Row]:
    """The last finding of every alert up to a run, by the alert's number."""
    last = (
        sa.select(sa.func.max(findings.c.number))
        .where(findings.c.screening <= screening)
        .group_by(findings.c.alert)
    )
    query = (
        sa.select(findings, alerts.c.entity_id, counterparties.c.id.label("party"))
        .join(alerts, findings.c.alert == alerts.c.number)
        .join(counterparties, alerts.c.counterparty == counterparties.c.number)
        .where(findings.c.number.in_(last))
    )
    return {row["alert"]: dict(row) for row in connection.execute(query).mappings()}


def as_row(row: Mapping[Any, Any]) -> Row:
    """An alert as it is kept, checked against its checksum."""
    checked(alerts.name, row)
    return dict(row)


def as_alert(row: Any) -> Alert:
    """A row of ``WITH_PARTY``, checked as well."""
    checked(alerts.name, row._mapping)
    return Alert(
        number=row.number,
        counterparty=Party(id=row.party, query=query_from(row.record)),
        entity_id=row.entity_id,
        list=row.list,
        state=AlertState(row.state),
        version=row.version,
        assignee=row.assignee,
        opened_at=row.opened_at,
        changed_at=row.changed_at,
        score=row.score,
        hit=json.loads(row.hit),
        screening=row.screening,
        gone=row.gone,
        expires_at=row.expires_at,
        proposed=None if row.proposed is None else AlertState(row.proposed),
        proposed_by=row.proposed_by,
    )

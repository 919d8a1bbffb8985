"""What a calendar of the screening is made of: runs, editions in use, how many were monitored."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from records import EditionRef
from records.desk import screening_id
from store.schema import activations, audit, screening_snapshots, screenings, snapshots

REGISTER = ("import", "remove", "repair")
"""Actions of the audit log that change whom is monitored."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of monitoring."""

    screening: str
    at: str
    author: str
    engine: str
    full: bool
    screened: int
    opened: int
    list_warnings: str | None
    seen_change: int
    """The last change of the register that it knew of: see ``register_changes``."""
    editions: tuple[EditionRef, ...]
    input_sha256: str
    answer_sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InUse:
    """An edition, and from when on it was in use."""

    since: str
    edition: EditionRef


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterChange:
    """Counterparties came, went or said something else."""

    at: str
    more: int
    """How many more are monitored than before."""


def runs(connection: sa.Connection, until: str) -> Iterator[Run]:
    """The runs until a time, oldest first, as the audit log tells of them."""
    made_on = _editions(connection)
    query = (
        sa.select(audit.c.at, audit.c.subject, audit.c.author, audit.c.data)
        .where(audit.c.action == "monitor", audit.c.at <= until)
        .order_by(audit.c.number)
    )
    columns = (screenings.c.number, screenings.c.engine, screenings.c.seen_change)
    kept = connection.execute(sa.select(*columns).where(screenings.c.kind == "monitor"))
    known = {screening_id(row.number): row for row in kept}
    for at, subject, author, text in connection.execute(query).all():
        data: dict[str, Any] = json.loads(text)
        yield Run(
            screening=subject,
            at=at,
            author=author,
            engine=known[subject].engine,
            full=data["full"],
            screened=data["screened"],
            opened=data["opened"],
            list_warnings=data.get("list_warnings"),
            seen_change=known[subject].seen_change or 0,
            editions=tuple(made_on.get(known[subject].number, ())),
            input_sha256=data["input_sha256"],
            answer_sha256=data["answer_sha256"],
        )


def _editions(connection: sa.Connection) -> dict[int, list[EditionRef]]:
    query = (
        sa.select(screening_snapshots, snapshots.c.edition)
        .join(snapshots)
        .join(screenings, screening_snapshots.c.screening == screenings.c.number)
        .where(screenings.c.kind == "monitor")
        .order_by(screening_snapshots.c.source)
    )
    found: dict[int, list[EditionRef]] = {}
    for row in connection.execute(query):
        one = EditionRef(list=row.source, edition=row.edition, sha256=row.sha256)
        found.setdefault(row.screening, []).append(one)
    return found


def in_use(connection: sa.Connection, until: str) -> list[InUse]:
    """Every edition that was put in use until a time, oldest first."""
    query = (
        sa.select(activations, snapshots.c.edition)
        .join(snapshots)
        .where(activations.c.activated_at <= until)
        .order_by(activations.c.number)
    )
    return [
        InUse(
            since=row.activated_at,
            edition=EditionRef(list=row.source, edition=row.edition, sha256=row.sha256),
        )
        for row in connection.execute(query)
    ]


def register_changes(connection: sa.Connection, until: str) -> list[RegisterChange]:
    """What the audit log says of the register until a time, oldest first: the first one is the
    change of number 1, which ``Run.seen_change`` speaks of.
    """
    query = (
        sa.select(audit.c.at, audit.c.action, audit.c.data)
        .where(audit.c.action.in_(REGISTER), audit.c.subject == "counterparties")
        .where(audit.c.at <= until)
        .order_by(audit.c.number)
    )
    found = []
    for at, action, text in connection.execute(query):
        data: dict[str, Any] = json.loads(text)
        if action == "remove":
            found.append(RegisterChange(at=at, more=-len(data["ids"])))
        elif action == "repair":
            found.append(RegisterChange(at=at, more=0))
        elif data["added"] or data["changed"] or data["removed"]:
            found.append(RegisterChange(at=at, more=data["added"] - data["removed"]))
    return found

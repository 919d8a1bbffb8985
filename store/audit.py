"""The audit log: only ever added to, each record chained by SHA-256 to the one before.

The database's triggers refuse changes; the chain tells of those that were made around them, and a
head of its own tells of a log that was cut at its end.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from records import AuditCheck, AuditRecord, canonical, digest
from store.schema import audit, audit_head
from store.times import now_text

NOTHING_BEFORE = "0" * 64
_CHAINED = ("number", "at", "author", "action", "subject", "data", "previous")
# Rows that a check holds in memory at once.
_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A record that is not in the log yet."""

    author: str
    """Who did it; ``namewarden`` for what nobody decided."""
    action: str
    """What was done, in one word: ``decide``, ``import`` …"""
    subject: str
    """To what: an alert, a screening, a counterparty."""
    data: Mapping[str, Any]
    """More about it; of JSON's kinds."""


def append(
    connection: sa.Connection, *, author: str, action: str, subject: str, **data: Any
) -> None:
    """Add a record, in the transaction that does what it tells of; its fields: ``Told``."""
    append_all(connection, [Told(author=author, action=action, subject=subject, data=data)])


def append_all(connection: sa.Connection, told: Sequence[Told]) -> None:
    """Add records in their order, in one go.

    Args:
        connection: a transaction that writes.
        told: one or more.
    """
    head = connection.execute(sa.select(audit_head.c.number, audit_head.c.sha256)).first()
    number, previous = (head.number, head.sha256) if head else (0, NOTHING_BEFORE)
    rows = []
    for each in told:
        number += 1
        row = {
            "number": number,
            "at": now_text(),
            "author": each.author,
            "action": each.action,
            "subject": each.subject,
            "data": canonical(each.data),
            "previous": previous,
        }
        previous = row["sha256"] = _chained(row)
        rows.append(row)
    connection.execute(audit.insert(), rows)
    known = {"number": number, "sha256": previous}
    if head:
        connection.execute(audit_head.update().values(known))
    else:
        connection.execute(audit_head.insert().values(one=1, **known))


def records(connection: sa.Connection, *, subject: str | None = None) -> Iterator[AuditRecord]:
    """The log from its beginning; with ``subject`` what was done to that alone."""
    query = sa.select(audit).order_by(audit.c.number)
    if subject is not None:
        query = query.where(audit.c.subject == subject)
    for row in connection.execute(query.execution_options(yield_per=_AT_ONCE)).mappings():
        yield AuditRecord(**{**row, "data": json.loads(row["data"])})


def between(connection: sa.Connection, after: int, until: int) -> Iterator[AuditRecord]:
    """The records behind one number, up to another."""
    query = sa.select(audit).where(audit.c.number > after, audit.c.number <= until)
    rows = connection.execute(query.order_by(audit.c.number).execution_options(yield_per=_AT_ONCE))
    for row in rows.mappings():
        yield AuditRecord(**{**row, "data": json.loads(row["data"])})


def newest(
    connection: sa.Connection, *, subject: str | None, before: int | None, limit: int
) -> Iterator[AuditRecord]:
    """The log from its end, ``limit`` records; those before a number, or about a subject."""
    query = sa.select(audit).order_by(audit.c.number.desc()).limit(limit)
    if subject is not None:
        query = query.where(audit.c.subject == subject)
    if before is not None:
        query = query.where(audit.c.number < before)
    for row in connection.execute(query).mappings():
        yield AuditRecord(**{**row, "data": json.loads(row["data"])})


def check(connection: sa.Connection, *, known_head: str | None = None) -> AuditCheck:
    """Go through the whole log.

    Args:
        connection: a view of the database.
        known_head: the ``head`` of an earlier check, noted elsewhere: has to be in the log.

    Returns:
        Every change, gap and cut that there is.
    """
    problems: list[str] = []
    count, previous, expected = 0, NOTHING_BEFORE, 1
    seen = known_head is None
    query = sa.select(audit).order_by(audit.c.number).execution_options(yield_per=_AT_ONCE)
    for row in connection.execute(query).mappings():
        problems += _problems(dict(row), expected, previous)
        count, previous, expected = count + 1, row["sha256"], row["number"] + 1
        seen = seen or previous == known_head
    head = connection.execute(sa.select(audit_head.c.number, audit_head.c.sha256)).first()
    if (head.number, head.sha256) != (expected - 1, previous) if head else count:
        noted = f"record {head.number}" if head else "none"
        problems.append(
            f"the log ends with record {expected - 1}, its head says {noted}: records were cut "
            "off or added around the program"
        )
    if not seen:
        problems.append(f"no record has the SHA-256 {known_head}: this is a different log")
    return AuditCheck(records=count, head=previous, problems=tuple(problems))


def _problems(row: Mapping[str, Any], expected: int, previous: str) -> Iterator[str]:
    number = row["number"]
    if number != expected:
        lost = (
            f"record {expected}" if number == expected + 1 else f"records {expected}-{number - 1}"
        )
        yield f"{lost} missing before record {number}"
    elif row["previous"] != previous:
        yield f"record {number} does not follow the one before it: either was changed"
    if row["sha256"] != _chained(row):
        yield f"record {number} was changed after it was written"


def _chained(row: Mapping[str, Any]) -> str:
    return digest(canonical([row[key] for key in _CHAINED]))

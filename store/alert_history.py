"""What runs said of alerts and what was done to them, as it is kept."""

import json
from collections.abc import Collection
from typing import Any

import sqlalchemy as sa

from records import AlertState, Disposition, Finding
from store.schema import dispositions, findings, screenings


def happened(
    connection: sa.Connection, numbers: Collection[int]
) -> tuple[list[tuple[int, Finding]], list[tuple[int, Disposition]]]:
    """What runs said of some alerts and what was done to them, oldest first, each with its alert's
    number.
    """
    found = connection.execute(
        sa.select(findings, screenings.c.at)
        .join(screenings)
        .where(findings.c.alert.in_(numbers))
        .order_by(findings.c.number)
    )
    done = connection.execute(
        sa.select(dispositions)
        .where(dispositions.c.alert.in_(numbers))
        .order_by(dispositions.c.number)
    )
    return (
        [(row.alert, _as_finding(row)) for row in found],
        [(row.alert, as_disposition(row)) for row in done],
    )


def _as_finding(row: Any) -> Finding:
    score = json.loads(row.hit)["score"] if row.hit else None
    return Finding(screening=row.screening, at=row.at, what=row.what, score=score)


def as_disposition(row: Any) -> Disposition:
    """A row of ``dispositions``."""
    return Disposition(
        at=row.at,
        author=row.author,
        action=row.action,
        state=AlertState(row.state),
        reason=row.reason,
        expires_at=row.expires_at,
    )

"""The team's own rules for deciding, kept with the decisions so that they hold for everybody."""

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from store.schema import policy

THRESHOLD, PLACES = "threshold", "places"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskPolicy:
    """The rules in force."""

    four_eyes: bool = False
    """Whether a second person has to agree to a true match or a false positive."""
    false_positive_days: int | None = None
    """After so many days a false positive is looked at again; None for never."""
    audit_names: bool = False
    """Whether the audit log keeps the names that were searched for, and documents' file names;
    without it their SHA-256 alone."""
    due_days: int = 7
    """What has waited for longer is overdue."""
    soon_days: int = 3
    """What has waited for longer is due soon."""
    inbox: str | None = None
    """Who is given what is escalated: a person or a team; None for who holds it."""


def read(connection: sa.Connection | None) -> DeskPolicy:
    """The rules in force; the defaults where none were set."""
    if connection is None:
        return DeskPolicy()
    kept = {row.key: row.value for row in connection.execute(sa.select(policy))}
    days = kept.get("false_positive_days")
    return DeskPolicy(
        four_eyes=kept.get("four_eyes") == "on",
        false_positive_days=int(days) if days else None,
        audit_names=kept.get("audit_names") == "on",
        due_days=int(kept.get("due_days", DeskPolicy().due_days)),
        soon_days=int(kept.get("soon_days", DeskPolicy().soon_days)),
        inbox=kept.get("inbox") or None,
    )


def threshold(connection: sa.Connection | None) -> float | None:
    """The team's own threshold for a hit; None where the calibrated one is in force."""
    if connection is None:
        return None
    value = connection.scalar(sa.select(policy.c.value).where(policy.c.key == THRESHOLD))
    return float(value) if value else None


def set_threshold(connection: sa.Connection, value: float | None) -> None:
    """Put a threshold in force; None for the calibrated one."""
    connection.execute(policy.delete().where(policy.c.key == THRESHOLD))
    if value is not None:
        connection.execute(policy.insert(), {"key": THRESHOLD, "value": str(value)})


def places(connection: sa.Connection | None) -> tuple[str, ...] | None:
    """The regions and countries that the team watches; None for those that the version has."""
    if connection is None:
        return None
    value = connection.scalar(sa.select(policy.c.value).where(policy.c.key == PLACES))
    return None if value is None else tuple(value.split(","))


def set_places(connection: sa.Connection, watched: Sequence[str] | None) -> None:
    """Put regions and countries in force; None for those that the version has."""
    connection.execute(policy.delete().where(policy.c.key == PLACES))
    if watched is not None:
        connection.execute(policy.insert(), {"key": PLACES, "value": ",".join(watched)})


def write(connection: sa.Connection, rules: DeskPolicy) -> None:
    """Put rules in force."""
    days = rules.false_positive_days
    rows = {
        "four_eyes": "on" if rules.four_eyes else "off",
        "false_positive_days": "" if days is None else str(days),
        "audit_names": "on" if rules.audit_names else "off",
        "due_days": str(rules.due_days),
        "soon_days": str(rules.soon_days),
        "inbox": rules.inbox or "",
    }
    connection.execute(policy.delete().where(policy.c.key.in_(list(rows))))
    connection.execute(
        policy.insert(), [{"key": key, "value": value} for key, value in rows.items()]
    )

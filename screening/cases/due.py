"""How long something has waited, and whether that is too long: the one place that says so."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from store.policy import DeskPolicy
from store.times import time_text


class Due(StrEnum):
    """How urgent a case is by its age."""

    FRESH = "fresh"
    SOON = "soon"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Age:
    """How long something has waited."""

    text: str
    """For people: ``3 h``, ``2 d``."""
    due: Due
    due_on: str
    """The day on which it becomes overdue, ISO 8601, in UTC."""


def is_overdue(since: str, days: int, now: datetime) -> bool:
    """Whether what has waited since a time has waited for more than so many days."""
    return now - datetime.fromisoformat(since) > timedelta(days=days)


def due_before(now: datetime, days: int) -> str:
    """What was opened before this time is overdue after so many days."""
    return time_text(now - timedelta(days=days))


def age(since: str, rules: DeskPolicy, now: datetime | None = None) -> Age:
    """The age of what has waited since a time (ISO 8601 with its zone), by the team's rules."""
    now = now or datetime.now(UTC)
    opened = datetime.fromisoformat(since)
    seconds = (now - opened).total_seconds()
    due = Due.FRESH
    if is_overdue(since, rules.due_days, now):
        due = Due.OVERDUE
    elif is_overdue(since, rules.soon_days, now):
        due = Due.SOON
    due_on = f"{opened + timedelta(days=rules.due_days):%Y-%m-%d}"
    if seconds < 3600:
        return Age(f"{max(int(seconds // 60), 0)} min", due, due_on)
    days = seconds / 86_400
    return Age(f"{int(seconds // 3600)} h" if days < 1 else f"{int(days)} d", due, due_on)

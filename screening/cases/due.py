"""How long a case has waited, and whether that is too long."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

SOON_DAYS, OVERDUE_DAYS = 2, 5
"""Five days: a week's work. What waits longer is asked about first by whoever supervises."""


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


def age(since: str, now: datetime | None = None) -> Age:
    """The age of what has waited since a time (ISO 8601 with its zone)."""
    seconds = ((now or datetime.now(UTC)) - datetime.fromisoformat(since)).total_seconds()
    days = seconds / 86_400
    due = Due.OVERDUE if days >= OVERDUE_DAYS else Due.SOON if days >= SOON_DAYS else Due.FRESH
    if seconds < 3600:
        return Age(f"{max(int(seconds // 60), 0)} min", due)
    return Age(f"{int(seconds // 3600)} h" if days < 1 else f"{int(days)} d", due)

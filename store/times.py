"""Times as the database keeps them: ISO 8601 in UTC with seconds, so that texts sort like times."""

from datetime import UTC, datetime, timedelta


def now_text() -> str:
    """The time now."""
    return time_text(datetime.now(UTC))


def today_text() -> str:
    """The day now."""
    return now_text()[: len("2026-01-31")]


def time_text(when: datetime) -> str:
    """A time as it is kept."""
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def days_ago(days: float) -> str:
    """The time so many days before now."""
    return time_text(datetime.now(UTC) - timedelta(days=days))

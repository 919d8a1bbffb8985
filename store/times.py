"""Times as the database keeps them: ISO 8601 in UTC with seconds, so that texts sort like times."""

from datetime import UTC, datetime, timedelta

from records import UsageError


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


def moment(as_of: str) -> str:
    """An ISO 8601 date or time as it is kept; a date means its end, in UTC.

    Raises:
        UsageError: it is neither.
    """
    try:
        if len(as_of.strip()) <= len("2026-11-24"):
            return time_text(
                datetime.fromisoformat(as_of.strip()).replace(
                    hour=23, minute=59, second=59, tzinfo=UTC
                )
            )
        when = datetime.fromisoformat(as_of.strip())
    except ValueError as error:
        raise UsageError(
            f"{as_of!r} is not a date. Write it like 2026-11-24 or 2026-11-24T12:00:00Z"
        ) from error
    return time_text(when if when.tzinfo else when.replace(tzinfo=UTC))

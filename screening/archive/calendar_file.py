"""The calendar of the screening in a file, and on record that it was written."""

from collections.abc import Sequence
from pathlib import Path

from records import file_sha256
from screening.archive.export import export_shape
from screening.monitoring.calendar import CalendarDay, missing
from screening.report.calendar import CALENDAR
from store import audit
from store.database import Database
from store.home import Home


def export_calendar(home: Home, days: Sequence[CalendarDay], path: Path, *, author: str) -> str:
    """Write days to a file, and its SHA-256 and that of the last day into the audit log: whoever
    gets the file later can tell that it is this one.

    Args:
        home: whose audit log.
        days: one or more.
        path: its ending says the form: csv, json, jsonl or xlsx.
        author: who exports.

    Returns:
        The file's SHA-256.

    Raises:
        UsageError: the ending says no form that there is.
        StoreError: the audit log cannot be written.
    """
    export_shape(days, CALENDAR, path)
    digest = file_sha256(path)
    with Database.of(home).writing() as connection:
        audit.append(
            connection,
            author=author,
            action="export",
            subject="calendar",
            file=path.name,
            sha256=digest,
            first=days[0].date,
            last=days[-1].date,
            head=days[-1].sha256,
            missing=[day.date for day in missing(days)],
        )
    return digest

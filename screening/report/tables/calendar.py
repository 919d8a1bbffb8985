"""The calendar of the screening, for people."""

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from screening.monitoring.calendar import CalendarDay, DayState, missing
from screening.report.tables.pieces import count

_STYLES = {
    DayState.SCREENED: "green",
    DayState.BEHIND: "bold yellow",
    DayState.MISSING: "bold red",
    DayState.NOT_YET: "yellow",
    DayState.NOBODY: "dim",
}


def print_calendar(days: Iterable[CalendarDay], console: Console) -> None:
    """One line a day, then how many are missing."""
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    for title in ("day", "state", "monitored", "screened", "runs", "new editions", "not screened"):
        right = title in ("monitored", "screened")
        table.add_column(title, justify="right" if right else "left", overflow="fold")
    shown = list(days)
    for day in shown:
        fresh = [one for one in day.editions if one.since.startswith(day.date)]
        table.add_row(
            day.date,
            Text(day.state.value.replace("_", " "), style=_STYLES[day.state]),
            f"{day.monitored:,}",
            f"{day.screened:,}",
            ", ".join(run.screening for run in day.runs),
            ", ".join(f"{one.list} {one.edition or one.sha256[:12]}" for one in fresh),
            Text(", ".join(day.behind), style="bold yellow"),
        )
    console.print(table)
    wrong = missing(shown)
    gaps = ", ".join(day.date for day in wrong)
    said = f"{len(wrong)} with something not screened: {gaps}" if wrong else "none is missing"
    idle = sum(day.state is DayState.NOBODY for day in shown)
    nobody = f"; on {idle} of them nobody was monitored" if idle else ""
    console.print(f"{count(len(shown), 'day')}, {said}{nobody}.")

"""Figures of the alert work, for people."""

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from screening.cases.figures import Figures, Times
from screening.report.tables.pieces import clean, count


def print_figures(figures: Iterable[Figures], console: Console) -> None:
    """What waits, then the weeks, the lists and the people."""
    for found in figures:
        ages = _table("waits", "alerts", "cases")
        for age in found.ages:
            ages.add_row(age.age, f"{age.alerts:,}", f"{age.cases:,}")
        console.print(ages)
        console.print(
            f"Overdue (over {count(found.overdue_after_days, 'day')}): "
            f"{count(found.overdue, 'alert')}."
        )
        console.print(f"\n{found.since} to {found.until}: {said(found.times)}.\n")
        _print_weeks(found, console)
        _print_lists(found, console)
        _print_people(found, console)


def said(times: Times) -> str:
    """How long decisions took, in words."""
    if times.median_hours is None or times.most_hours is None:
        return "nothing was decided"
    return (
        f"{count(times.decided, 'alert')} decided, half of them within "
        f"{hours(times.median_hours)}, 90 % within {hours(times.most_hours)}"
    )


def hours(value: float | None) -> str:
    """A time as people say it."""
    if value is None:
        return "–"
    if value < 48:
        return f"{value:.1f} hours"
    return f"{value / 24:.1f} days"


def _print_weeks(found: Figures, console: Console) -> None:
    kinds = sorted({kind for week in found.weeks for kind, _ in week.screened})
    table = _table("week of", "opened", "reopened", "closed", *kinds)
    for week in found.weeks:
        screened = dict(week.screened)
        counts = (week.opened, week.reopened, week.closed, *(screened.get(k, 0) for k in kinds))
        table.add_row(week.begins, *(f"{each:,}" for each in counts))
    console.print(table)


def _print_lists(found: Figures, console: Console) -> None:
    table = _table("list", "open", "true", "false", "share true", "days old")
    for each in found.lists:
        share = "–" if each.true_share is None else f"{each.true_share:.0%}"
        age = "not loaded" if each.age_days is None else f"{each.age_days}"
        counts = (f"{number:,}" for number in (each.open, each.true, each.false))
        stale = Text(f"{age} STALE", style="bold yellow") if each.stale else Text(age)
        table.add_row(each.list, *counts, share, stale)
    console.print()
    console.print(table)


def _print_people(found: Figures, console: Console) -> None:
    if not found.people:
        return
    table = _table("who", "true", "false", "escalated", "proposed", "half within", "90 % within")
    for each in found.people:
        counts = (each.true, each.false, each.escalated, each.proposed)
        table.add_row(
            Text(clean(each.author)),
            *(f"{number:,}" for number in counts),
            hours(each.times.median_hours),
            hours(each.times.most_hours),
        )
    console.print()
    console.print(table)


def _table(first: str, *titles: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    table.add_column(first, overflow="fold")
    for title in titles:
        table.add_column(title, justify="right", overflow="fold")
    return table

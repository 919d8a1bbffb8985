"""Screening profiles, for people."""

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from records import Profile
from screening.report.profiles import PROFILES, profile_row
from screening.report.tables.pieces import clean

_TITLES = (
    "profile", "state", "threshold", "lists", "kinds", "leaves out", "reason", "set by", "at",
    "agreed", "at",
)  # fmt: skip


def print_profiles(profiles: Iterable[Profile], console: Console) -> None:
    """A row for each version; columns that nobody filled are left out."""
    rows = [tuple(map(_cell, profile_row(each))) for each in profiles]
    if not rows:
        console.print(Text("No profiles. Set one: namewarden profiles set NAME --reason TEXT"))
        return
    used = [place for place in range(len(PROFILES.columns)) if any(row[place] for row in rows)]
    table = Table(box=None, pad_edge=False, header_style="dim")
    for place in used:
        table.add_column(_TITLES[place], overflow="fold")
    for row in rows:
        table.add_row(*(Text(row[place]) for place in used))
    console.print(table)


def _cell(cell: object) -> str:
    return "" if cell is None else f"{cell:.2f}" if isinstance(cell, float) else clean(str(cell))

"""Places that addresses are looked through for, for people."""

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from screening.places.watched import WatchedPlace
from screening.report.tables.pieces import clean, count


def print_places(places: Iterable[WatchedPlace], console: Console) -> None:
    """A line for each place, below it what restricts it."""
    for one in places:
        state = ("watched", "bold yellow") if one.watched else ("not watched", "dim")
        towns = f"  {count(one.towns, 'town')}" if one.towns else ""
        title = f"  {clean(one.title)}{towns}"
        head = Text.assemble((f"{one.place:<6}", "bold"), " ", state, title)
        console.print(head)
        for act in one.basis:
            told = f"       {act.authority}: {act.act}, since {act.since}"
            console.print(Text(told, style="dim"))
        if not one.shipped:
            console.print(Text("       the team's own setting", style="dim"))

"""The figures for a person at a terminal."""

from rich.console import Console
from rich.table import Table

from screening.assess.report.words import percent, share
from screening.assess.results import Results
from screening.assess.summary import Summary
from screening.assess.trials import EXACT

# Ways that are shown, the worst first: what fits on a screen.
_WORST = 25


def print_summary(results: Results, summary: Summary, console: Console) -> None:
    """Print the headline and the ways that find least."""
    console.print(f"Names as published: found {percent(summary.exact)}; right entry first "
                  f"{percent(summary.exact_first)}")  # fmt: skip
    console.print(f"Written otherwise: found {percent(summary.manipulated)}; right entry first "
                  f"{percent(summary.manipulated_first)}; mean {summary.mean:.1%}")  # fmt: skip
    console.print(f"Ordinary names with a hit: {share(summary.alarms_exact)}; written otherwise "
                  f"{share(summary.alarms_manipulated)}")  # fmt: skip
    table = Table("way", "found", "trials", "defensible misses", "ordinary alarming", box=None)
    ways = [each for name in ("payment", "document") for each in summary.channels[name]]
    named = [each for each in summary.ways if each.way != EXACT]
    for way in sorted([*named, *ways], key=lambda each: each.found.rate)[:_WORST]:
        if way.found.trials:
            table.add_row(way.way, percent(way.found), str(way.found.trials),
                          f"{way.excused} of {way.found.trials - way.found.hits}",
                          share(way.alarms))  # fmt: skip
    console.print(f"\nThe {_WORST} ways that find least:")
    console.print(table)
    lists = "; ".join(f"{name} {edition or '-'}" for name, edition, _ in results.facts["editions"])
    console.print(f"\nScreened against {lists}.")

"""The command about the alert work in figures: ``figures``."""

import sys
from typing import Annotated

import typer

from commands.options import FormOption, form_of, say
from screening.engine.list_warnings import in_lines


def figures(
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DATE", help="First day. Default: 12 weeks before."),
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="Last day. Default: today.")
    ] = None,
    overdue_after: Annotated[
        int | None,
        typer.Option(
            "--overdue-after",
            metavar="DAYS",
            min=0,
            help="When an alert that waits is overdue. Default: the team's rule.",
        ),
    ] = None,
    form: FormOption = None,
) -> None:
    """Count the alert work: what waits, what was decided, by whom and how soon, list ages, volumes.

    In UTC. What waits is that of now; everything else of the days from --since to --until.
    """
    from screening.cases.figures import figures_of
    from screening.engine.freshness import standing
    from screening.report.output import FIGURES, write
    from store import Home

    home = Home.default()
    found = figures_of(home, since=since, until=until, overdue_after=overdue_after)
    for line in in_lines(standing(home)):
        say(f"WARNING: {line}")
    raise typer.Exit(write([found], FIGURES, form_of(form), sys.stdout))

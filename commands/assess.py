"""The command ``assess``."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from commands.options import (
    AsOfOption,
    KindOption,
    LimitOption,
    ListsOption,
    ThresholdOption,
    WorkersOption,
    form_of,
    say,
    say_all,
    split,
)
from commands.progress import bar
from records import UsageError
from screening.answers.form import Form

_FORMS = (Form.TABLE, Form.JSON)


def assess(
    sample: Annotated[int, typer.Option("--sample", min=1, help="Listed names to try.")] = 1000,
    seed: Annotated[int, typer.Option("--seed", help="The same one gives the same report.")] = 1,
    ways: Annotated[
        str | None,
        typer.Option("--ways", metavar="A,B", help="Ways or groups of ways. Default: all."),
    ] = None,
    per_way: Annotated[
        int, typer.Option("--per-way", min=1, help="At most so many trials of one way.")
    ] = 400,
    per_set: Annotated[
        int,
        typer.Option("--per-set", min=1, help="Documents of one kind, payments of one field."),
    ] = 150,
    channels: Annotated[
        str | None,
        typer.Option("--channels", metavar="A,B", help="name, row, payment, document."),
    ] = None,
    ordinary: Annotated[
        Path | None,
        typer.Option("--ordinary", metavar="F", help="CSV of ordinary names, column name."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", metavar="FOLDER", help="Write report, data and document there."),
    ] = None,
    lists: ListsOption = None,
    kind: KindOption = None,
    threshold: ThresholdOption = None,
    limit: LimitOption = 10,
    as_of: AsOfOption = None,
    workers: WorkersOption = None,
    form: Annotated[
        Form | None, typer.Option("--format", help="table or json (the figures).")
    ] = None,
) -> None:
    """Test the filter as a supervisor does: exact and manipulated names, rates, misses."""
    from screening.assess.run import Asked
    from screening.assess.run import assess as run
    from screening.assess.summary import summarised
    from screening.assess.trials import CHANNELS
    from screening.assess.ways import chosen
    from screening.engine.engine import Engine, settings
    from screening.engine.workers import cores
    from store import Home

    asked = Asked(
        settings=settings(
            threshold=threshold, limit=limit, kinds=split(kind), lists=split(lists), as_of=as_of
        ),
        ways=chosen(split(ways)),
        sample=sample,
        seed=seed,
        per_way=per_way,
        per_set=per_set,
        channels=_channels(split(channels), CHANNELS),
        ordinary=ordinary,
    )
    engine = Engine.open(Home.default(), lists=asked.settings.lists, as_of=as_of, notify=say)
    say_all(engine.warnings, Form.JSON)
    with bar("assessing", "trials") as progress:
        results = run(engine, asked, workers=workers or cores(), notify=say, progress=progress)
    summary = summarised(results)
    if output is not None:
        from screening.assess.report import FILES, write_reports

        write_reports(results, summary, output)
        say(f"{output}: {', '.join(FILES)}")
    _print(results, summary, form)


def _print(results, summary, form) -> None:
    if form_of(form) is Form.TABLE:
        from rich.console import Console

        from screening.assess.report.console import print_summary

        print_summary(results, summary, Console(width=None if sys.stdout.isatty() else 120))
    else:
        data = {"facts": results.facts, **summary.as_json()}
        json.dump(data, sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")


def _channels(asked: tuple[str, ...] | None, known: tuple[str, ...]) -> tuple[str, ...]:
    if asked is None:
        return known
    if unknown := [each for each in asked if each not in known]:
        raise UsageError(f"no channel called {unknown[0]!r}. There are: {', '.join(known)}")
    return tuple(each for each in known if each in asked)

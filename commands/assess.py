"""The command ``assess``."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from commands.options import (
    AsOfOption,
    KindOption,
    LimitOption,
    ListsOption,
    ThresholdOption,
    WorkersOption,
    choice,
    say,
    say_all,
    split,
)
from records import UsageError
from screening.answers.form import Form

if TYPE_CHECKING:
    from screening.assess.run import AssessmentPlan
    from screening.engine.engine import Engine


# Longer than 60 lines, since Typer reads the options from the signature.
def assess(
    sample: Annotated[
        int, typer.Option("--sample", min=1, help="How many listed names to try.")
    ] = 1000,
    seed: Annotated[int, typer.Option("--seed", help="The same seed gives the same report.")] = 1,
    ways: Annotated[
        str | None,
        typer.Option("--ways", metavar="A,B", help="Ways or groups of ways. Default: all."),
    ] = None,
    per_way: Annotated[
        int, typer.Option("--per-way", min=1, help="Maximum number of trials for one way.")
    ] = 400,
    per_set: Annotated[
        int,
        typer.Option("--per-set", min=1, help="Documents of one set, payments of one field."),
    ] = 150,
    channels: Annotated[
        str | None,
        typer.Option("--channels", metavar="A,B", help="name, row, payment, document."),
    ] = None,
    ordinary: Annotated[
        Path | None,
        typer.Option(
            "--ordinary",
            metavar="F",
            help="CSV file of ordinary names, in a column called name.",
            readable=False,
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", metavar="PATH", help="Folder for the report, or CSV file.", readable=False
        ),
    ] = None,
    again: Annotated[
        Path | None,
        typer.Option(
            "--again",
            metavar="F",
            help="Screen the trials of an assess.json again.",
            readable=False,
        ),
    ] = None,
    compare: Annotated[
        tuple[str, str] | None,
        typer.Option(
            "--compare",
            metavar="BEFORE AFTER",
            help="Two of: an assess.json, now, a date. Add @THRESHOLD for another threshold.",
        ),
    ] = None,
    file: Annotated[
        Path | None,
        typer.Option(
            "--file", metavar="F", help="A supervisor's or vendor's test file.", readable=False
        ),
    ] = None,
    columns: Annotated[
        str | None,
        typer.Option("--columns", metavar="ROLE=HEADING,...", help="record, expected, class."),
    ] = None,
    coverage: Annotated[
        bool,
        typer.Option("--coverage", help="Check that every published name is found as written."),
    ] = False,
    floors: Annotated[
        Path | None,
        typer.Option(
            "--floors",
            metavar="F",
            help="Exit with 1 if a way falls below its floor.",
            readable=False,
        ),
    ] = None,
    write_floors: Annotated[
        Path | None,
        typer.Option(
            "--write-floors", metavar="F", help="Write floors from today's figures.", readable=False
        ),
    ] = None,
    lists: ListsOption = None,
    kind: KindOption = None,
    threshold: ThresholdOption = None,
    limit: LimitOption = 10,
    as_of: AsOfOption = None,
    workers: WorkersOption = None,
    form: Annotated[
        Form | None,
        choice("--format", (Form.TABLE, Form.JSON), "json: the figures. Default: table."),
    ] = None,
) -> None:
    """Test the filter as a supervisor does: exact and manipulated names, rates, every miss."""
    from commands import assessing
    from screening.assess.run import AssessmentPlan
    from screening.assess.ways import chosen
    from screening.engine.settings import settings
    from screening.engine.workers import cores

    modes = {"--again": again, "--compare": compare, "--file": file, "--coverage": coverage}
    if len(given := [name for name, value in modes.items() if value]) > 1:
        raise UsageError(f"{' and '.join(given)}: give only one of them")
    asked = AssessmentPlan(
        settings=settings(
            threshold=threshold, limit=limit, kinds=split(kind), lists=split(lists), as_of=as_of
        ),
        ways=chosen(split(ways)),
        sample=sample,
        seed=seed,
        per_way=per_way,
        per_set=per_set,
        channels=_channels(split(channels)),
        ordinary=ordinary,
    )
    job = assessing.Job(asked=asked, workers=workers or cores(), form=form, output=output,
                        opened=partial(_opened, asked))  # fmt: skip
    if compare is not None:
        raise typer.Exit(assessing.compare(job, *compare))
    if file is not None:
        raise typer.Exit(assessing.answer(job, file, split(columns) or ()))
    if coverage:
        raise typer.Exit(assessing.cover(job))
    raise typer.Exit(assessing.run(job, again, floors, write_floors))


def _opened(asked: "AssessmentPlan", as_of: str | None) -> "Engine":
    from screening.engine.engine import Engine
    from store import Home

    engine = Engine.open(Home.default(), lists=asked.settings.lists, as_of=as_of, notify=say)
    say_all(engine.warnings, Form.JSON)
    return engine


def _channels(asked: tuple[str, ...] | None) -> tuple[str, ...]:
    from screening.assess.trials import CHANNELS

    if asked is None:
        return CHANNELS
    if unknown := [each for each in asked if each not in CHANNELS]:
        raise UsageError(f"unknown channel {unknown[0]!r}; expected one of: {', '.join(CHANNELS)}")
    return tuple(each for each in CHANNELS if each in asked)

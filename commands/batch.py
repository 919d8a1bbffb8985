"""The command ``batch``."""

import sys
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from commands.options import (
    AsOfOption,
    KindOption,
    LimitOption,
    ListsOption,
    MaxAgeOption,
    ThresholdOption,
    say,
    say_all,
    split,
)
from commands.progress import bar
from screening.report.form import Form, TableForm


def batch(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="CSV, TSV, XLSX, ODS, Parquet or JSON lines.")
    ],
    output: Annotated[
        Path | None, typer.Option("--output", metavar="F", help="Default: standard output.")
    ] = None,
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--columns",
            metavar="ROLE=HEADING,...",
            help="name, alias, country, id, kind, identifier.TYPE. Default: guessed, and shown.",
        ),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Give rows without a hit, too.")] = False,
    summary: Annotated[
        bool, typer.Option("--summary", help="Print the summary as JSON, not the rows.")
    ] = False,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on with a run that did not end.")
    ] = False,
    workers: Annotated[
        int | None,
        typer.Option("--workers", metavar="N", min=1, help="Processes. Default: one a core."),
    ] = None,
    lists: ListsOption = None,
    kind: KindOption = None,
    threshold: ThresholdOption = None,
    limit: LimitOption = 10,
    as_of: AsOfOption = None,
    max_age: MaxAgeOption = None,
    form: Annotated[
        TableForm | None,
        typer.Option("--format", help="Default: what the output's name ends with, else jsonl."),
    ] = None,
) -> None:
    """Screen a table of counterparties: a row for each hit, in the order of the table."""
    from records import UsageError
    from screening.batch import batch as screen_table
    from screening.batch import in_words, plan, status, with_workers
    from screening.batch.forms import form_of
    from screening.engine import Engine, settings
    from screening.report.json_lines import line
    from store import Home

    if resume and output is None:
        raise UsageError("--resume needs --output: only a file can be gone on with")
    chosen_form = form_of(form, output)
    chosen = settings(
        threshold=threshold, limit=limit, kinds=split(kind), lists=split(lists), as_of=as_of
    )
    engine = Engine.open(
        Home.default(), lists=chosen.lists, as_of=as_of, max_age=max_age, notify=say
    )
    say_all(engine.warnings, Form.JSONL)
    run = plan(engine, file, columns, chosen, form=chosen_form, every=every, notify=say)
    with bar("screening") as progress:
        made = screen_table(
            run,
            output,
            screened_by=partial(with_workers, workers=workers),
            pipe=None if summary else sys.stdout.buffer,
            resume=resume,
            progress=progress,
        )
    say(in_words(made))
    if summary:
        sys.stdout.write(line(made))
    raise typer.Exit(status(made))

"""The command ``batch``."""

import sys
import tempfile
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from commands.author import recorder
from commands.options import (
    AsOfOption,
    KindOption,
    LimitOption,
    ListsOption,
    MaxAgeOption,
    ProfileOption,
    RecordOption,
    ThresholdOption,
    choice,
    form_by_ending,
    say,
    say_all,
    say_profile,
    split,
)
from commands.progress import bar, stopped_means
from screening.answers.form import Form, TableForm

if TYPE_CHECKING:
    from records import Settings
    from screening.batch.run import Keeper, Runner
    from screening.engine.engine import Engine


class Where(StrEnum):
    """What does the work."""

    EMBEDDED = "embedded"
    SPARK = "spark"


class Delimiter(StrEnum):
    """What stands between the columns of CSV."""

    COMMA = "comma"
    SEMICOLON = "semicolon"
    TAB = "tab"


_SIGNS = {Delimiter.COMMA: ",", Delimiter.SEMICOLON: ";", Delimiter.TAB: "\t"}


# Longer than 60 lines, since Typer reads the options from the signature.
def batch(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="CSV, TSV, XLSX, ODS, Parquet or JSON lines.", readable=False
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option("--output", metavar="F", help="Default: standard output.", readable=False),
    ] = None,
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--columns",
            metavar="ROLE=HEADING,...",
            help="name, alias, country, id, kind, identifier.TYPE. Default: guessed, and shown.",
        ),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Include rows without a hit.")] = False,
    summary: Annotated[
        bool, typer.Option("--summary", help="Print the summary as JSON, not the rows.")
    ] = False,
    resume: Annotated[
        bool, typer.Option("--resume", help="Resume a run that did not finish.")
    ] = False,
    delimiter: Annotated[
        Delimiter | None, choice("--delimiter", Delimiter, "What stands between columns, CSV only.")
    ] = None,
    bom: Annotated[
        bool, typer.Option("--bom", help="Start CSV with a byte-order mark, which Excel needs.")
    ] = False,
    workers: Annotated[
        int | None,
        typer.Option(
            "--workers", metavar="N", min=1, help="Number of processes. Default: one per core."
        ),
    ] = None,
    engine: Annotated[
        Where, choice("--engine", Where, "Where to run: on this machine, or on Spark.")
    ] = Where.EMBEDDED,
    master: Annotated[
        str | None,
        typer.Option("--master", metavar="URL", help="Spark only: local[2], yarn, k8s://..."),
    ] = None,
    lists: ListsOption = None,
    kind: KindOption = None,
    threshold: ThresholdOption = None,
    profile: ProfileOption = None,
    limit: LimitOption = 10,
    as_of: AsOfOption = None,
    max_age: MaxAgeOption = None,
    record: RecordOption = False,
    form: Annotated[
        TableForm | None,
        choice("--format", TableForm, "Default: the extension of the output, else jsonl."),
    ] = None,
) -> None:
    """Screen a table of counterparties: one row per hit, in the order of the table."""
    from records import UsageError
    from screening.answers.json_lines import line
    from screening.answers.output_file import is_standard_output
    from screening.batch.forms import check_form
    from screening.batch.rows import CsvLook
    from screening.batch.run import batch as screen_table
    from screening.batch.run import plan
    from screening.batch.summary import in_words, status
    from screening.engine.engine import Engine
    from screening.engine.settings import settings
    from store import Home

    if output is not None and is_standard_output(output):
        output = None
    if master and engine is Where.EMBEDDED:
        raise UsageError("--master is for --engine spark")
    if resume and output is None:
        raise UsageError("--resume needs --output: only a file can be resumed")
    chosen_form = form or TableForm.JSONL
    if output is not None:
        chosen_form = form_by_ending(output, form, TableForm, TableForm.JSONL)
    check_form(chosen_form, output, file)
    if chosen_form is not TableForm.CSV and (delimiter or bom):
        raise UsageError(f"--delimiter and --bom are for CSV, not for {chosen_form.value}")
    look = CsvLook(delimiter=_SIGNS[delimiter or Delimiter.COMMA], mark=bom)
    chosen = settings(
        threshold=threshold,
        limit=limit,
        kinds=split(kind),
        lists=split(lists),
        as_of=as_of,
        profile=profile,
    )
    say_profile(chosen)
    editions = Engine.open(
        Home.default(), lists=chosen.lists, as_of=as_of, max_age=max_age, notify=say
    )
    say_all(editions.warnings, Form.JSONL)
    run = plan(
        editions,
        file,
        columns,
        chosen,
        form=chosen_form,
        every=every,
        look=look,
        notify=say,
    )
    stopped = "Stopped before the end: the results are NOT whole. "
    if output is not None:
        stopped += "To go on, give the same command again with --resume"
    else:
        stopped += "A run that can go on writes to a file: --output F, then --resume"
    with stopped_means(stopped), bar("screening") as progress:
        made = screen_table(
            run,
            output,
            screened_by=_runner(engine, workers, master, output),
            pipe=None if summary else sys.stdout.buffer,
            resume=resume,
            progress=progress,
            kept_as=_keeper(editions, run.plan.settings) if record else None,
        )
    say(in_words(made))
    if summary:
        sys.stdout.write(line(made))
    raise typer.Exit(status(made))


def _keeper(editions: "Engine", asked: "Settings") -> "Keeper":
    from screening.batch.kept import keeper
    from store import Home

    return keeper(Home.default(), editions, asked, recorder())


def _runner(where: Where, workers: int | None, master: str | None, output: Path | None) -> "Runner":
    from screening.batch.run import with_workers

    if where is Where.EMBEDDED:
        return partial(with_workers, workers=workers)
    from scale import require_spark, with_spark
    from screening.batch.spool import beside

    require_spark()
    # Beside the results, which on a cluster stand where all machines see them.
    folder = beside(output, ".spark") if output else Path(tempfile.mkdtemp(prefix="namewarden-"))
    return partial(with_spark, master=master, folder=folder)

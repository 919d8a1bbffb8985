"""The command about documents: ``screen``."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from commands.author import recorder
from commands.options import (
    AsOfOption,
    FileFormOption,
    LimitOption,
    ListsOption,
    MaxAgeOption,
    ProfileOption,
    RecordOption,
    ThresholdOption,
    WorkersOption,
    form_by_ending,
    form_of,
    say,
    say_all,
    say_profile,
    split,
)
from commands.progress import counted, stopped_means
from records import DocumentAnswer, UsageError
from screening.answers.form import Form

if TYPE_CHECKING:
    from screening.documents.files import File, ScreenRequest
    from screening.engine.engine import Engine

# Fewer files are done before another process has opened the lists.
_SHARED_FROM = 50


def screen(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH", help="Files and folders; - for standard input.", readable=False
        ),
    ],
    lists: ListsOption = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind",
            metavar="KIND,KIND",
            help="As for match. Default: organization,vessel,aircraft; texts are full of people.",
        ),
    ] = None,
    threshold: ThresholdOption = None,
    profile: ProfileOption = None,
    limit: LimitOption = 10,
    as_of: AsOfOption = None,
    max_age: MaxAgeOption = None,
    names: Annotated[
        bool, typer.Option("--names", help="Also list the organisations named, listed or not.")
    ] = False,
    boxes: Annotated[
        bool,
        typer.Option("--boxes", help="JSON only: where hits stand on the pages of a PDF file."),
    ] = False,
    workers: WorkersOption = None,
    resume: Annotated[
        Path | None,
        typer.Option(
            "--resume",
            metavar="F",
            help="Write jsonl or csv to F, resuming a run that was stopped.",
            readable=False,
        ),
    ] = None,
    record: RecordOption = False,
    form: FileFormOption = None,
) -> None:
    """Find listed names in documents and show where. Unreadable parts are never clear."""
    from screening.documents.files import ScreenRequest, files_in
    from screening.documents.party_fields import IN_TEXT
    from screening.engine.engine import Engine
    from screening.engine.settings import settings
    from store import Home

    if record and resume is not None:
        raise UsageError("--record keeps one whole run, --resume a run in pieces: give one of them")
    chosen = settings(
        threshold=threshold,
        limit=limit,
        kinds=split(kind),
        lists=split(lists),
        as_of=as_of,
        profile=profile,
        usual_kinds=IN_TEXT,
    )
    say_profile(chosen)
    output = form_of(form) if resume is None else _resumed_form(resume, form)
    engine = Engine.open(
        Home.default(), lists=chosen.lists, as_of=as_of, max_age=max_age, notify=say
    )
    say_all(engine.warnings, output)
    request = ScreenRequest(settings=chosen, names=names, boxes=boxes, drawn=output is Form.HTML)
    files = list(files_in(paths, sys.stdin.buffer))
    if resume is None:
        raise typer.Exit(_print(engine, files, request, output, workers, record=record))
    raise typer.Exit(_go_on(engine, files, request, output, workers, resume))


def _resumed_form(path: Path, asked: Form | None) -> Form:
    from screening.documents.resume import FORMS

    return form_by_ending(path, asked, FORMS, Form.JSONL)


def _print(
    engine: "Engine",
    files: "list[File]",
    request: "ScreenRequest",
    form: Form,
    workers: int | None,
    *,
    record: bool,
) -> int:
    """Answer on standard output."""
    from screening.documents.files import screen_files
    from screening.report.output import DOCUMENTS, write

    count = workers or _workers(files)
    done = counted(
        screen_files(engine, files, request, workers=count),
        len(files),
        beside_results=sys.stdout.isatty() and form is not Form.HTML,
    )
    answers: Iterator[DocumentAnswer] = (answer for answers in done for answer in answers)
    if record:
        from screening.answers.record import recorded_documents
        from store import Home

        answers = recorded_documents(
            Home.default(), engine, answers, request.settings, recorder(), say
        )
    said = (
        "The answers so far are whole; the other files were NOT screened. "
        "A run that can go on: --resume F"
    )
    with stopped_means(said):
        return write(answers, DOCUMENTS, form, sys.stdout, notify=say)


def _go_on(
    engine: "Engine",
    files: "list[File]",
    request: "ScreenRequest",
    form: Form,
    workers: int | None,
    path: Path,
) -> int:
    """Answer into a file that may hold answers of an earlier run."""
    from screening.documents.files import screen_files
    from screening.documents.resume import ResumableRun, made_with

    with ResumableRun(path, made_with(engine, request, form), form) as run:
        files = run.others(files)
        left = list(run.left(files))
        if run.done:
            say(f"{path}: {len(files) - len(left):,} of {len(files):,} files were done before")
        answers = screen_files(engine, left, request, workers=workers or _workers(left))
        with stopped_means(f"{path}: to go on, give the same command again"):
            for about_file in counted(answers, len(left), beside_results=False):
                run.add(about_file, notify=say)
        return run.status


def _workers(files: "list[File]") -> int:
    from screening.engine.workers import cores

    return cores() if len(files) >= _SHARED_FROM else 1

"""The command about documents: ``screen``."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from commands.author import author_of
from commands.options import (
    AsOfOption,
    FormOption,
    LimitOption,
    ListsOption,
    MaxAgeOption,
    RecordOption,
    ThresholdOption,
    form_of,
    say,
    say_all,
    split,
)
from records import DocumentAnswer


def screen(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH...", help="Files and folders; - reads a pipe.")
    ],
    lists: ListsOption = None,
    kind: Annotated[
        str,
        typer.Option("--kind", metavar="KIND,KIND", help="As for match; texts are full of people."),
    ] = "organization,vessel,aircraft",
    threshold: ThresholdOption = None,
    limit: LimitOption = 10,
    as_of: AsOfOption = None,
    max_age: MaxAgeOption = None,
    record: RecordOption = False,
    form: FormOption = None,
) -> None:
    """Find listed names in documents and show where. What cannot be read is never clear."""
    from screening.engine import Engine, settings
    from screening.inputs import documents_from
    from screening.report import DOCUMENTS, write
    from screening.screen import screen as screen_document
    from store import Home

    chosen = settings(
        threshold=threshold, limit=limit, kinds=split(kind), lists=split(lists), as_of=as_of
    )
    engine = Engine.open(
        Home.default(), lists=chosen.lists, as_of=as_of, max_age=max_age, notify=say
    )
    say_all(engine.warnings, form_of(form))
    documents = documents_from(paths, sys.stdin.buffer)
    answers: Iterator[DocumentAnswer] = (
        screen_document(engine, document, chosen) for document in documents
    )
    if record:
        from screening.record import recorded_documents

        answers = recorded_documents(Home.default(), engine, answers, chosen, author_of(), say)
    raise typer.Exit(write(answers, DOCUMENTS, form_of(form), sys.stdout, notify=say))

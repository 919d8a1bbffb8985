"""The command that brings the lists up to date: ``update``."""

import os
import sys
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from commands.options import FormOption, form_of, say
from records import UsageError
from screening.answers.form import Form

if TYPE_CHECKING:
    from screening.watch.notices import Channels
    from screening.watch.schedule import Update


# Longer than 60 lines, since Typer reads the options from the signature.
def update(
    sources: Annotated[
        list[str] | None, typer.Argument(metavar="SOURCE", help="Default: the usual lists.")
    ] = None,
    from_path: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar="PATH",
            help="Import a file or folder, without a network.",
            readable=False,
        ),
    ] = None,
    allow_older: Annotated[
        bool, typer.Option("--allow-older", help="Accept an edition with an earlier date.")
    ] = False,
    allow_shrunk: Annotated[
        bool, typer.Option("--allow-shrunk", help="Accept an edition that lost many entries.")
    ] = False,
    columns: Annotated[
        str | None,
        typer.Option(
            "--columns",
            metavar="FIELD=COLUMN,...",
            help="For a list of your own: name=Company,alias=Also known as. Default: guessed.",
        ),
    ] = None,
    accept_excerpts: Annotated[
        bool,
        typer.Option(
            "--accept-excerpts",
            help="Accept a list with too few entries: to try things out, never to screen with.",
        ),
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Keep running, and ask the publishers at intervals.")
    ] = False,
    every: Annotated[
        float, typer.Option("--every", metavar="HOURS", help="How often --watch asks.")
    ] = 6.0,
    webhook: Annotated[
        str | None,
        typer.Option(
            "--webhook", metavar="URL", help="Address to send changes and failures to, as JSON."
        ),
    ] = None,
    mail_to: Annotated[
        str | None,
        typer.Option("--mail-to", metavar="A,B", help="Addresses to mail changes and failures to."),
    ] = None,
    form: FormOption = None,
) -> None:
    """Fetch the lists from their publishers and activate each once it is complete."""
    from screening.report.output import UPDATES, write
    from screening.updates.update import update as update_lists
    from screening.updates.update import usual
    from screening.watch.notices import Channels, send
    from store import Home

    chosen = form_of(form)
    channels = Channels.of(webhook, mail_to, os.environ)
    update_them = partial(
        update_lists,
        Home.default(),
        notify=say,
        allow_older=allow_older,
        allow_shrunk=allow_shrunk,
        accept_excerpts=accept_excerpts,
        columns=columns,
    )
    if watch:
        names = sources or [each.name for each in usual(Home.default()) if each.url]
        _watch(names, update_them, every, channels, chosen, from_path)
    results = update_them(sources or [], from_path=from_path)
    status = write(results, UPDATES, chosen, sys.stdout, notify=say)
    send(channels, results, say)
    raise typer.Exit(status)


def _watch(
    names: Sequence[str],
    update_them: "Update",
    every: float,
    channels: "Channels",
    form: Form,
    from_path: Path | None,
) -> NoReturn:
    from screening.report.output import UPDATES, write
    from screening.watch.loop import watch
    from screening.watch.schedule import stoppable

    if from_path is not None or form is Form.JSON:
        raise UsageError("--watch asks publishers and never ends: no --from, no --format json")

    def sleep(seconds: float) -> None:
        sys.stdout.flush()
        time.sleep(seconds)

    with stoppable():
        results = watch(
            names, update_them, every_hours=every, channels=channels, notify=say, sleep=sleep
        )
        write(results, UPDATES, form, sys.stdout, notify=say)
    say("stopped")
    raise typer.Exit(0)

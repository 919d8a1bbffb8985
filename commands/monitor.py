"""The commands of monitoring: ``monitor import``, ``run``, ``calendar``, ``list``, ``remove``."""

import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from commands.author import AuthorOption, recorder, registrar
from commands.options import (
    FormOption,
    KindOption,
    ListsOption,
    MaxAgeOption,
    ProfileOption,
    ThresholdOption,
    WorkersOption,
    form_of,
    say,
    say_profile,
    split,
)
from commands.progress import stopped_means, told
from records import NoticeError, UsageError
from screening.answers.form import Form

if TYPE_CHECKING:
    from screening.monitoring.run import MonitoringResult

NAMES, DESK = "NAMEWARDEN_NOTICE_NAMES", "NAMEWARDEN_SERVE_PUBLIC_URL"
monitor = typer.Typer(
    help="Register counterparties, and rescreen those that a change to them or to a list can "
    "affect.",
    no_args_is_help=True,
)


@monitor.command("import")
def import_(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="CSV, TSV, XLSX, Parquet, JSONL.", readable=False)
    ],
    columns: Annotated[
        list[str] | None,
        typer.Option("--columns", metavar="ROLE=HEADING,…", help="As for batch. Default: guessed."),
    ] = None,
    complete: Annotated[
        bool,
        typer.Option("--complete", help="This is the whole register: remove whoever is missing."),
    ] = False,
    allow_shrunk: Annotated[
        bool, typer.Option("--allow-shrunk", help="Allow more than a tenth to be removed.")
    ] = False,
    author: AuthorOption = None,
    form: FormOption = None,
) -> None:
    """Update the monitored counterparties from a register."""
    from screening.monitoring.import_parties import import_register
    from screening.report.output import IMPORTS, write
    from store import Home

    acts, alone = registrar(author)
    result = import_register(
        Home.default(),
        file,
        columns=columns,
        complete=complete,
        allow_shrunk=allow_shrunk,
        author=acts,
        alone=alone,
        notify=say,
    )
    raise typer.Exit(write([result], IMPORTS, form_of(form), sys.stdout, notify=say))


@monitor.command("list")
def list_(form: FormOption = None) -> None:
    """List the monitored counterparties."""
    from screening.monitoring.register import monitored
    from screening.report.output import PARTIES, write
    from store import Home

    raise typer.Exit(write(monitored(Home.default()), PARTIES, form_of(form), sys.stdout))


@monitor.command("remove")
def remove(
    ids: Annotated[list[str], typer.Argument(metavar="ID", help="Your own ids.")],
    author: AuthorOption = None,
) -> None:
    """Stop monitoring counterparties. Their alerts and history stay."""
    from screening.monitoring.register import remove_parties
    from store import Home

    acts, alone = registrar(author)
    remove_parties(Home.default(), ids, author=acts, alone=alone)


@monitor.command("run")
def run(
    full: Annotated[bool, typer.Option("--full", help="Screen everything again.")] = False,
    watch: Annotated[
        bool,
        typer.Option(
            "--watch",
            help="Keep running: screen at each new edition, each change of the register, each day.",
        ),
    ] = False,
    lists: ListsOption = None,
    kind: KindOption = None,
    threshold: ThresholdOption = None,
    profile: ProfileOption = None,
    workers: WorkersOption = None,
    max_age: MaxAgeOption = None,
    webhook: Annotated[
        str | None,
        typer.Option("--webhook", metavar="URL", help="Address to send notices of cases to."),
    ] = None,
    mail_to: Annotated[
        str | None,
        typer.Option("--mail-to", metavar="A,B", help="Addresses to mail notices of cases to."),
    ] = None,
    notice_names: Annotated[
        bool,
        typer.Option("--notice-names", help="Name customers and listed parties in notices."),
    ] = False,
    author: AuthorOption = None,
    form: FormOption = None,
) -> None:
    """Screen whatever may have changed since the last run. New alerts: exit status 3."""
    from screening.engine.settings import settings
    from screening.monitoring.run import MOST_HITS, MonitoringResult
    from screening.monitoring.run import run as run_monitor
    from screening.report.output import RUNS, write
    from screening.watch.case_notices import Wanted, tell
    from screening.watch.notices import Channels
    from store import Home

    if watch and (full or form is Form.JSON):
        raise UsageError("--watch screens what changes and never ends: no --full, no --format json")
    chosen = settings(
        threshold=threshold,
        limit=MOST_HITS,
        kinds=split(kind),
        lists=split(lists),
        as_of=None,
        profile=profile,
    )
    say_profile(chosen)
    acts = recorder(author)
    wanted = Wanted(
        channels=Channels.of(webhook, mail_to, os.environ),
        names=notice_names or os.environ.get(NAMES) == "on",
        desk=os.environ.get(DESK),
    )
    tell_people = partial(tell, Home.default(), wanted, say)

    def once() -> MonitoringResult:
        with told("screening", "counterparties") as progress:
            return run_monitor(
                Home.default(),
                chosen,
                author=acts,
                full=full,
                workers=workers,
                max_age=max_age,
                notify=say,
                progress=progress,
            )

    if watch:
        _watch(once, tell_people, form_of(form))
    # Notices begin with the first run that is to be told of. Who cannot be told holds up none.
    with suppress(NoticeError):
        tell_people()
    with stopped_means("Nothing was changed; the next monitor run screens it all."):
        result = once()
    status = write([result], RUNS, form_of(form), sys.stdout, notify=say)
    tell_people()
    raise typer.Exit(status)


def _watch(
    once: "Callable[[], MonitoringResult]", tell_people: "Callable[[], int]", form: Form
) -> NoReturn:
    from screening.report.output import RUNS, write
    from screening.watch.control import Control
    from screening.watch.schedule import stoppable
    from store import Home

    def sleep(seconds: float) -> None:
        sys.stdout.flush()
        time.sleep(seconds)

    with stoppable():
        # The lists that are stale or missing are told by the control, once and not at each run.
        write(
            Control(
                home=Home.default(), run=once, notify=say, sleep=sleep, tell=tell_people
            ).runs(),
            RUNS,
            form,
            sys.stdout,
        )
    say("stopped")
    raise typer.Exit(0)


@monitor.command("calendar")
def calendar(
    first: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="Default: 30 days before.")
    ] = None,
    last: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="Last day. Default: today.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            metavar="FILE",
            help="Write a file (csv, json, jsonl, xlsx), and its SHA-256 into the audit log.",
            readable=False,
        ),
    ] = None,
    author: AuthorOption = None,
    form: FormOption = None,
) -> None:
    """Show each day's list editions, runs and gaps, in UTC. Exits with 1 if a day has a gap."""
    from screening.archive.calendar_file import export_calendar
    from screening.monitoring.calendar import calendar as days_of
    from screening.report.output import CALENDAR, write
    from store import Home

    home = Home.default()
    days = days_of(home, first=first, last=last)
    if output is None:
        raise typer.Exit(write(days, CALENDAR, form_of(form), sys.stdout))
    if form is not None:
        raise UsageError("--output takes its form from the file's ending: no --format")
    sha256 = export_calendar(home, days, output, author=recorder(author))
    say(f"{output}: written, SHA-256 {sha256}")
    raise typer.Exit(max(map(CALENDAR.status, days), default=0))

"""The command ``tune``."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from commands.author import AuthorOption, admin_at
from commands.options import (
    FormOption,
    KindOption,
    ListsOption,
    WorkersOption,
    form_of,
    say,
    say_all,
    split,
)
from records import UsageError
from screening.answers.form import Form

if TYPE_CHECKING:
    from screening.assess.tune import Case, Tuning


def tune(
    file: Annotated[
        Path | None,
        typer.Option(
            "--file",
            metavar="F",
            help="Rows with the answers. Default: your alerts.",
            readable=False,
        ),
    ] = None,
    columns: Annotated[
        str | None,
        typer.Option("--columns", metavar="ROLE=HEADING,...", help="record, expected, class."),
    ] = None,
    recall: Annotated[
        float, typer.Option("--recall", min=0.01, max=1, help="Share of the right hits to keep.")
    ] = 0.95,
    write: Annotated[
        str | None,
        typer.Option("--write", metavar="X", help="Put this threshold in force, or: calibrated."),
    ] = None,
    reason: Annotated[
        str, typer.Option("--reason", help="The reason; kept in the audit log.")
    ] = "",
    author: AuthorOption = None,
    lists: ListsOption = None,
    kind: KindOption = None,
    workers: WorkersOption = None,
    form: FormOption = None,
) -> None:
    """Show what thresholds cost, from decided alerts or a file; --write puts one in force."""
    from screening.assess.tune import from_alerts, tuned
    from screening.engine.settings import threshold_in_force
    from store import Home

    home = Home.default()
    if write is not None:
        _write(write, reason, admin_at(author))
        return
    cases = from_alerts(home) if file is None else _of_file(file, columns, lists, kind, workers)
    basis = "alerts that were decided on" if file is None else str(file)
    found = tuned(cases, basis, recall=recall, in_force=threshold_in_force(home))
    if form_of(form) is Form.TABLE:
        _print(found)
    else:
        json.dump(asdict(found), sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")


def _of_file(
    file: Path, columns: str | None, lists: str | None, kind: str | None, workers: int | None
) -> "list[Case]":
    from screening.assess.outcomes import LOWEST
    from screening.assess.tune import from_file
    from screening.engine.engine import Engine
    from screening.engine.settings import settings
    from store import Home

    chosen = settings(threshold=LOWEST, limit=10, kinds=split(kind), lists=split(lists), as_of=None)
    engine = Engine.open(Home.default(), lists=chosen.lists, notify=say)
    say_all(engine.warnings, Form.JSON)
    return from_file(engine, file, split(columns) or (), chosen, workers=workers or 1, notify=say)


def _write(asked: str, reason: str, author: str) -> None:
    from screening.assess.tune import CALIBRATED, put_in_force
    from screening.engine.settings import threshold_in_force
    from store import Home

    try:
        value = None if asked == CALIBRATED else float(asked)
    except ValueError as error:
        raise UsageError(
            f"--write {asked!r} is not a threshold. Give a number, or {CALIBRATED!r}"
        ) from error
    put_in_force(Home.default(), value, author=author, reason=reason)
    say(f"threshold {threshold_in_force():.2f} is in force, set by {author}: {reason}")


def _print(found: "Tuning") -> None:
    from rich.console import Console
    from rich.table import Table

    from screening.assess.tune import FEW

    console = Console(width=None if sys.stdout.isatty() else 120)
    table = Table("threshold", "right hits kept", "false alerts", "alerts", box=None)
    kept = {found.needed.threshold if found.needed else None, found.levels[0].threshold}
    for level in found.levels:
        if round(level.threshold * 100) % 5 == 0 or level.threshold in kept:
            recall = level.recall
            table.add_row(
                f"{level.threshold:.2f}",
                f"{recall.rate:.1%} ({recall.low * 100:.1f} to {recall.high * 100:.1f})",
                f"{level.false:,}",
                f"{level.alerts:,}",
            )
    now, right = found.in_force, found.in_force.recall.trials
    console.print(
        f"{found.basis}: {right:,} right hits. Nothing is known below {found.lowest:.2f}."
    )
    console.print(table)
    console.print(f"In force: {now.threshold:.2f}, {now.alerts:,} alerts, {now.false:,} false.")
    if found.needed is None:
        console.print(f"No threshold keeps {found.wanted:.1%} of them.")
    else:
        more = found.needed.alerts - now.alerts
        console.print(
            f"{found.wanted:.1%} needs {found.needed.threshold:.2f}: {found.needed.alerts:,} "
            f"alerts ({more:+,}). To put it in force: namewarden tune --write "
            f"{found.needed.threshold:.2f} --reason WHY"
        )
    if right < FEW:
        console.print(f"Fewer than {FEW} right hits: this is a guess.")

"""The commands about what was done: ``audit``, ``replay``, ``report``."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from commands.options import (
    FormOption,
    WorkersOption,
    choice,
    form_by_ending,
    form_of,
    renamed,
    say,
)

audit = typer.Typer(
    help="The audit log: what was done, and whether the log is intact.", no_args_is_help=True
)


@audit.command("list")
def list_audit(
    subject: Annotated[
        str | None,
        typer.Option("--of", metavar="ID", help="Only records about this alert or screening."),
    ] = None,
    form: FormOption = None,
) -> None:
    """List what was done, by whom and when."""
    from screening.archive.audit import audit_records
    from screening.report.output import AUDIT, write
    from store import Home

    write(audit_records(Home.default(), subject=subject), AUDIT, form_of(form), sys.stdout)


@audit.command("export")
def export_audit(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="Its extension sets the format: csv, json, jsonl or xlsx.",
            readable=False,
        ),
    ],
) -> None:
    """Write the whole log to a file, with the hashes needed to check it elsewhere."""
    from screening.archive.audit import audit_records
    from screening.archive.export import export_audit as write_audit
    from store import Home

    write_audit(audit_records(Home.default()), file)
    say(f"{file}: written")


@audit.command("verify")
def verify_audit(
    head: Annotated[
        str | None,
        typer.Option("--head", metavar="SHA256", help="The head that an earlier check printed."),
    ] = None,
) -> None:
    """Find every change, gap and cut in the log. Exits with 1 if there is one."""
    from screening.archive.audit import verify_audit as verify
    from store import Home

    found = verify(Home.default(), known_head=head)
    for problem in found.problems:
        say(f"audit log: {problem}")
    typer.echo(f"{found.records} records, head {found.head or 'none'}")
    if found.problems:
        say("The audit log is NOT intact.")
        raise typer.Exit(1)


def replay(
    screening: Annotated[str, typer.Argument(metavar="SCREENING_ID", help="Like S7.")],
    workers: WorkersOption = None,
) -> None:
    """Repeat a kept screening on the editions it was made on. Exits with 1 if it differs."""
    from screening.archive.replay import replay as repeat
    from store import Home

    found = repeat(Home.default(), screening, workers=workers, notify=say)
    for line in found.differences:
        typer.echo(line)
    if found.engine != found.screening.engine:
        say(f"made with {found.screening.engine}, repeated with {found.engine}")
    same = "the answer is the same" if not found.differences else "it differs"
    say(f"{found.screening.id} of {found.screening.at}: {found.compared:,} compared, {same}")
    if found.differences:
        raise typer.Exit(1)


class ReportForm(StrEnum):
    """How a report is written."""

    HTML = "html"
    XLSX = "xlsx"
    JSON = "json"


def report(
    subject: Annotated[
        str, typer.Argument(metavar="ID", help="An alert (A12) or a screening (S7).")
    ],
    form: Annotated[
        ReportForm | None,
        choice("--format", ReportForm, "Report format. Default: the extension of FILE, else html."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", metavar="FILE", help="File to write. Default: ID.FORMAT", readable=False
        ),
    ] = None,
    out: Annotated[Path | None, renamed("--out", "--output")] = None,
) -> None:
    """Write a report on an alert or a screening: evidence, editions, history, audit records."""
    from screening.archive.dossier import write_report
    from store import Home

    chosen, output = form or ReportForm.HTML, output or out
    if output is not None:
        chosen = form_by_ending(output, form, ReportForm, ReportForm.HTML)
    target = output or Path(f"{subject.strip().upper()}.{chosen.value}")
    write_report(Home.default(), subject, chosen.value, target)
    say(f"{target}: written")

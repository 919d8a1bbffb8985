"""The desk's commands: ``alerts``, ``decide``, ``good-guys``, ``audit``, ``replay``, ``report``."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from commands.author import AuthorOption, admin_at, decider, person_at, two_can_agree
from commands.options import FormOption, WorkersOption, form_by_ending, form_of, say, split
from records import AlertState
from screening.engine.list_warnings import in_lines
from service.access.principal import APPROVE, DECIDE

if TYPE_CHECKING:
    from store import Home

IdsArgument = Annotated[list[str], typer.Argument(metavar="ALERT_ID...", help="Like A12.")]
ReasonOption = Annotated[
    str, typer.Option("--reason", metavar="TEXT", help="Why; somebody will read it next year.")
]
StateOption = Annotated[
    str | None,
    typer.Option(
        "--state",
        metavar="A,B",
        help="open, pending, escalated, true-match, false-positive, good-guy, or all.",
    ),
]
ListOption = Annotated[
    str | None, typer.Option("--lists", metavar="A,B", help="Of these lists only.")
]
AssigneeOption = Annotated[
    str | None, typer.Option("--assignee", metavar="NAME", help="Of this person; '' of nobody.")
]
PartyOption = Annotated[
    str | None, typer.Option("--counterparty", metavar="ID", help="Of this counterparty.")
]
EntityOption = Annotated[
    str | None, typer.Option("--entity", metavar="ENTITY_ID", help="Of this listed entry.")
]
ScoreOption = Annotated[
    float, typer.Option("--min-score", min=0, max=1, help="With this score at least.")
]
OlderOption = Annotated[
    float | None, typer.Option("--older", min=0, metavar="DAYS", help="Open for longer than this.")
]
NewerOption = Annotated[
    float | None, typer.Option("--newer", min=0, metavar="DAYS", help="Opened within so many days.")
]
MostOption = Annotated[
    int | None, typer.Option("--most", min=1, help="At most so many. Default: all.")
]

alerts = typer.Typer(
    help="Look at alerts, give them to somebody, hand them on. Alone it lists the open ones.",
    invoke_without_command=True,
)
good_guys = typer.Typer(help="Names that are known not to be a listed entry.", no_args_is_help=True)
audit = typer.Typer(
    help="The log of all that was done, and whether it is whole.", no_args_is_help=True
)


class Decided(StrEnum):
    """What can be decided."""

    TRUE_MATCH = "true-match"
    FALSE_POSITIVE = "false-positive"
    ESCALATED = "escalated"


class OnOff(StrEnum):
    """Yes and no."""

    ON = "on"
    OFF = "off"


def _states(given: str | None) -> tuple[AlertState, ...]:
    from screening.cases.alerts import states_of

    return states_of(split(given))


def _warn(home: "Home") -> None:
    """An empty queue says nothing of whom no run could find."""
    from screening.engine.freshness import standing

    for line in in_lines(standing(home)):
        say(f"WARNING: {line}")


@alerts.callback(invoke_without_command=True)
def list_(
    context: typer.Context,
    state: StateOption = None,
    lists: ListOption = None,
    assignee: AssigneeOption = None,
    counterparty: PartyOption = None,
    entity: EntityOption = None,
    min_score: ScoreOption = 0.0,
    older: OlderOption = None,
    newer: NewerOption = None,
    most: MostOption = None,
    form: FormOption = None,
) -> None:
    """List alerts, the highest scores first. Default: what waits for a decision."""
    from screening.cases.alerts import alert_filter, check_party, list_alerts
    from screening.report.output import ALERTS, write
    from store import Home

    chosen = alert_filter(
        states=_states(state),
        lists=split(lists),
        assignee=assignee,
        counterparty=counterparty,
        entity_id=entity,
        least_score=min_score,
        older=older,
        newer=newer,
        most=most,
    )
    if context.invoked_subcommand is not None:
        context.obj = chosen
        return
    home = Home.default()
    check_party(home, counterparty)
    found = list_alerts(home, chosen)
    _warn(home)
    raise typer.Exit(write(found, ALERTS, form_of(form), sys.stdout))


@alerts.command("show")
def show_alert(
    alert: Annotated[str, typer.Argument(metavar="ALERT_ID", help="Like A12.")],
    form: FormOption = None,
) -> None:
    """Show an alert with its evidence and its history."""
    from screening.cases.alerts import alert_history
    from screening.report.output import HISTORIES, write
    from store import Home

    home = Home.default()
    found = alert_history(home, alert)
    _warn(home)
    raise typer.Exit(write([found], HISTORIES, form_of(form), sys.stdout))


@alerts.command("assign")
def assign_alerts(
    ids: IdsArgument,
    to: Annotated[str, typer.Option("--to", metavar="NAME", help="'' takes them back.")],
    author: AuthorOption = None,
    form: FormOption = None,
) -> None:
    """Give alerts to somebody."""
    from screening.cases.decisions import assign
    from screening.report.output import ALERTS, write
    from store import Home

    done = assign(Home.default(), ids, to=to or None, author=person_at(author, DECIDE))
    write(done, ALERTS, form_of(form), sys.stdout)


@alerts.command("comment")
def comment_alerts(
    ids: IdsArgument,
    text: Annotated[str, typer.Option("--text", metavar="TEXT", help="What to write down.")],
    author: AuthorOption = None,
) -> None:
    """Write something down about alerts, without deciding."""
    from screening.cases.decisions import comment
    from store import Home

    comment(Home.default(), ids, text=text, author=person_at(author, DECIDE))


@alerts.command("reopen")
def reopen_alerts(ids: IdsArgument, reason: ReasonOption, author: AuthorOption = None) -> None:
    """Take decisions back: the alerts are open again."""
    from screening.cases.decisions import reopen
    from store import Home

    reopen(Home.default(), ids, reason=reason, author=person_at(author, DECIDE))


@alerts.command("export")
def export_alerts(
    context: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="Its ending says how: csv, json, xlsx.", readable=False
        ),
    ],
) -> None:
    """Write alerts to a file. Which ones: options between alerts and export."""
    from screening.archive.export import export
    from screening.cases.alerts import list_alerts
    from store import Home

    home = Home.default()
    export(list_alerts(home, context.obj), file)
    _warn(home)
    say(f"{file}: written")


@alerts.command("rules")
def show_rules(
    four_eyes: Annotated[
        OnOff | None, typer.Option("--four-eyes", help="Whether a second person has to agree.")
    ] = None,
    false_positive_days: Annotated[
        int | None,
        typer.Option(
            "--false-positive-days", min=0, help="Look again after so many days; 0 for never."
        ),
    ] = None,
    audit_names: Annotated[
        OnOff | None,
        typer.Option("--audit-names", help="Whether the audit log keeps the names searched for."),
    ] = None,
    author: AuthorOption = None,
) -> None:
    """Show the team's rules for deciding, or set them."""
    from screening.cases.rules import change_rules, rules
    from store import Home

    home = Home.default()
    if not (four_eyes is None and false_positive_days is None and audit_names is None):
        change_rules(
            home,
            four_eyes=_on(four_eyes),
            false_positive_days=false_positive_days,
            audit_names=_on(audit_names),
            author=admin_at(author),
        )
    found = rules(home)
    if found.four_eyes and not two_can_agree():
        say(
            "four eyes is on, and two people are needed who have accounts, one of them an approver "
            "or admin. See: namewarden access person, namewarden access login"
        )
    typer.echo(f"four-eyes {'on' if found.four_eyes else 'off'}")
    typer.echo(f"false-positive-days {found.false_positive_days or 'never'}")
    typer.echo(f"audit-names {'on' if found.audit_names else 'off'}")


def _on(chosen: OnOff | None) -> bool | None:
    return None if chosen is None else chosen is OnOff.ON


def decide(
    ids: IdsArgument,
    as_: Annotated[Decided, typer.Option("--as", help="What was decided.")],
    reason: ReasonOption,
    author: AuthorOption = None,
    expires: Annotated[
        str | None,
        typer.Option("--expires", metavar="DATE", help="A false positive holds until then."),
    ] = None,
    seen: Annotated[
        int | None,
        typer.Option("--seen", metavar="VERSION", help="The alert's version that you looked at."),
    ] = None,
    form: FormOption = None,
) -> None:
    """Decide alerts: all that are named, or none. What was decided is remembered."""
    from screening.cases.decisions import decide as decide_alerts
    from screening.report.output import ALERTS, write
    from store import Home

    done = decide_alerts(
        Home.default(),
        ids,
        state=AlertState(as_.value.replace("-", "_")),
        reason=reason,
        author=decider(author, ids),
        expires=expires,
        seen=seen,
    )
    write(done, ALERTS, form_of(form), sys.stdout)


@good_guys.command("list")
def list_good_guys(form: FormOption = None) -> None:
    """List the names that are known not to be a listed entry."""
    from screening.cases.good_guys import list_good_guys as found
    from screening.report.output import GOOD_GUYS, write
    from store import Home

    write(found(Home.default()), GOOD_GUYS, form_of(form), sys.stdout)


@good_guys.command("add")
def add_good_guy(
    name: Annotated[str, typer.Argument(metavar="NAME", help="As the counterparty writes it.")],
    entity: Annotated[str, typer.Argument(metavar="ENTITY_ID", help="Who it is not.")],
    reason: ReasonOption,
    author: AuthorOption = None,
    expires: Annotated[str | None, typer.Option("--expires", metavar="DATE", help="Until.")] = None,
) -> None:
    """Enter a name: its alerts for this entry are no longer opened."""
    from screening.cases.good_guys import add_good_guy as add
    from store import Home

    # It puts alerts aside for good, which takes two elsewhere.
    acts = person_at(author, APPROVE)
    made = add(Home.default(), name, entity, reason=reason, author=acts, expires=expires)
    typer.echo(made.number)


@good_guys.command("remove")
def remove_good_guy(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="As list names it.")],
    reason: ReasonOption,
    author: AuthorOption = None,
) -> None:
    """Strike a name out; what it put aside is open again."""
    from screening.cases.good_guys import remove_good_guy as remove
    from store import Home

    remove(Home.default(), number, reason=reason, author=person_at(author, APPROVE))


@audit.command("list")
def list_audit(
    subject: Annotated[
        str | None, typer.Option("--of", metavar="ID", help="Only of this alert or screening.")
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
            metavar="FILE", help="Its ending says how: csv, json, jsonl, xlsx.", readable=False
        ),
    ],
) -> None:
    """Write the whole log to a file, with the hashes by which it can be checked elsewhere."""
    from screening.archive.audit import audit_records
    from screening.archive.export import export_audit as write_audit
    from store import Home

    write_audit(audit_records(Home.default()), file)
    say(f"{file}: written")


@audit.command("verify")
def verify_audit(
    head: Annotated[
        str | None,
        typer.Option("--head", metavar="SHA256", help="What an earlier check ended with."),
    ] = None,
) -> None:
    """Find every change, gap and cut in the log. Ends with 1 when there is one."""
    from screening.archive.audit import verify_audit as verify
    from store import Home

    found = verify(Home.default(), known_head=head)
    for problem in found.problems:
        say(f"audit log: {problem}")
    typer.echo(f"{found.records} records, head {found.head or 'none'}")
    if found.problems:
        say("The audit log is NOT whole.")
        raise typer.Exit(1)


def replay(
    screening: Annotated[str, typer.Argument(metavar="SCREENING_ID", help="Like S7.")],
    workers: WorkersOption = None,
) -> None:
    """Repeat a kept screening on the editions that it was made on. Ends with 1 if it differs."""
    from screening.archive.replay import replay as repeat
    from store import Home

    found = repeat(Home.default(), screening, workers=workers, notify=say)
    for line in found.differences:
        typer.echo(line)
    if found.engine != found.screening.engine:
        say(f"made with {found.screening.engine}, repeated with {found.engine}")
    same = "the same came out" if not found.differences else "it differs"
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
        typer.Option("--format", help="How. Default: what FILE ends with, else html."),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FILE", help="Where to. Default: ID.FORMAT", readable=False),
    ] = None,
) -> None:
    """Write an alert or a screening for the file: evidence, editions, history, audit records."""
    from screening.archive.dossier import write_report
    from store import Home

    chosen = form or ReportForm.HTML
    if out is not None:
        chosen = form_by_ending(out, form, ReportForm, ReportForm.HTML)
    target = out or Path(f"{subject.strip().upper()}.{chosen.value}")
    write_report(Home.default(), subject, chosen.value, target)
    say(f"{target}: written")

"""The commands that read alerts and decide them: ``alerts``, ``decide``."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from commands.author import AuthorOption, admin_at, decider, person_at, two_can_agree
from commands.options import FormOption, ReasonOption, choice, form_of, renamed, say, split
from records import AlertState
from screening.engine.list_warnings import in_lines
from service.access.principal import DECIDE

if TYPE_CHECKING:
    from store import Home

IdsArgument = Annotated[list[str], typer.Argument(metavar="ALERT_ID", help="Like A12.")]
StateOption = Annotated[
    str | None,
    typer.Option(
        "--state",
        metavar="A,B",
        help="open, pending, escalated, true-match, false-positive, good-guy, or all.",
    ),
]
ListOption = Annotated[
    str | None, typer.Option("--lists", metavar="A,B", help="Only alerts from these lists.")
]
AssigneeOption = Annotated[
    str | None,
    typer.Option(
        "--assignee", metavar="NAME", help="Only alerts of this person; '' for unassigned ones."
    ),
]
PartyOption = Annotated[
    str | None,
    typer.Option("--counterparty", metavar="ID", help="Only alerts on this counterparty."),
]
EntityOption = Annotated[
    str | None,
    typer.Option("--entity", metavar="ENTITY_ID", help="Only alerts about this listed entity."),
]
ScoreOption = Annotated[float, typer.Option("--min-score", min=0, max=1, help="Minimum score.")]
OlderOption = Annotated[
    float | None,
    typer.Option("--older", min=0, metavar="DAYS", help="Only alerts open for longer than this."),
]
NewerOption = Annotated[
    float | None,
    typer.Option(
        "--newer", min=0, metavar="DAYS", help="Only alerts opened within this many days."
    ),
]
AlertLimitOption = Annotated[
    int | None, typer.Option("--limit", min=1, help="Maximum number to list. Default: all.")
]
MostOption = Annotated[int | None, renamed("--most", "--limit")]

alerts = typer.Typer(
    help="List alerts, assign them, comment on them. Without a command: list the open ones.",
    invoke_without_command=True,
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
    """An empty queue says nothing about parties that no run could have found."""
    from screening.engine.freshness import standing
    from store.catalogue import Catalogue

    if not Catalogue(home).active():
        say("WARNING: no list is loaded, so nobody is screened. Run: namewarden update")
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
    limit: AlertLimitOption = None,
    most: MostOption = None,
    form: FormOption = None,
) -> None:
    """List alerts, highest scores first. Default: those waiting for a decision."""
    from screening.cases.alerts import alert_filter, check_party, count_alerts, list_alerts
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
        most=most if limit is None else limit,
    )
    if context.invoked_subcommand is not None:
        context.obj = chosen
        return
    home = Home.default()
    check_party(home, counterparty)
    found = list_alerts(home, chosen)
    _warn(home)
    status = write(found, ALERTS, form_of(form), sys.stdout)
    if chosen.limit is not None and len(found) == chosen.limit:
        total = sum(count_alerts(home, chosen).values())
        if total > len(found):
            say(f"{len(found):,} of {total:,} alerts are shown; --limit leaves out the others")
    raise typer.Exit(status)


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
    to: Annotated[
        str, typer.Option("--to", metavar="NAME", help="The new assignee; '' to unassign.")
    ],
    author: AuthorOption = None,
    form: FormOption = None,
) -> None:
    """Assign alerts to somebody."""
    from screening.cases.decisions import assign
    from screening.report.output import ALERTS, write
    from store import Home

    done = assign(Home.default(), ids, to=to or None, author=person_at(author, DECIDE))
    write(done, ALERTS, form_of(form), sys.stdout)


@alerts.command("comment")
def comment_alerts(
    ids: IdsArgument,
    text: Annotated[str, typer.Option("--text", metavar="TEXT", help="The comment.")],
    author: AuthorOption = None,
) -> None:
    """Comment on alerts without deciding them."""
    from screening.cases.decisions import comment
    from store import Home

    comment(Home.default(), ids, text=text, author=person_at(author, DECIDE))


@alerts.command("reopen")
def reopen_alerts(ids: IdsArgument, reason: ReasonOption, author: AuthorOption = None) -> None:
    """Take decisions back and reopen the alerts."""
    from screening.cases.decisions import reopen
    from store import Home

    reopen(Home.default(), ids, reason=reason, author=person_at(author, DECIDE))


@alerts.command("export")
def export_alerts(
    context: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="Its extension sets the format: csv, json or xlsx.", readable=False
        ),
    ],
) -> None:
    """Write alerts to a file. Filters go between alerts and export."""
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
        OnOff | None, choice("--four-eyes", OnOff, "Whether a second person has to agree.")
    ] = None,
    false_positive_days: Annotated[
        int | None,
        typer.Option(
            "--false-positive-days",
            min=0,
            help="Days until a false positive is reopened; 0 for never.",
        ),
    ] = None,
    audit_names: Annotated[
        OnOff | None,
        typer.Option("--audit-names", help="Whether the audit log keeps the names searched for."),
    ] = None,
    due_days: Annotated[
        int | None,
        typer.Option("--due-days", min=1, help="Days after which what waits is overdue."),
    ] = None,
    soon_days: Annotated[
        int | None,
        typer.Option("--soon-days", min=0, help="Days after which what waits is due soon."),
    ] = None,
    inbox: Annotated[
        str | None,
        typer.Option(
            "--inbox",
            metavar="NAME",
            help="The person or team who gets what is escalated; '' for none.",
        ),
    ] = None,
    author: AuthorOption = None,
) -> None:
    """Show or set the team's rules for deciding."""
    from screening.cases.rules import change_rules, rules
    from store import Home

    home = Home.default()
    changes = {
        "four_eyes": _on(four_eyes),
        "false_positive_days": false_positive_days,
        "audit_names": _on(audit_names),
        "due_days": due_days,
        "soon_days": soon_days,
        "inbox": inbox,
    }
    if any(each is not None for each in changes.values()):
        change_rules(home, author=admin_at(author), **changes)
    found = rules(home)
    if found.four_eyes and not two_can_agree():
        say(
            "four eyes is on, which needs two people with accounts, one of them an approver or "
            "admin. See: namewarden access person, namewarden access login"
        )
    typer.echo(f"four-eyes {'on' if found.four_eyes else 'off'}")
    typer.echo(f"false-positive-days {found.false_positive_days or 'never'}")
    typer.echo(f"audit-names {'on' if found.audit_names else 'off'}")
    typer.echo(f"due-days {found.due_days}")
    typer.echo(f"soon-days {found.soon_days}")
    typer.echo(f"inbox {found.inbox or 'none'}")


def _on(chosen: OnOff | None) -> bool | None:
    return None if chosen is None else chosen is OnOff.ON


def decide(
    ids: IdsArgument,
    as_: Annotated[Decided, choice("--as", Decided, "The decision.")],
    reason: ReasonOption,
    author: AuthorOption = None,
    expires: Annotated[
        str | None,
        typer.Option("--expires", metavar="DATE", help="Date until which a false positive holds."),
    ] = None,
    seen: Annotated[
        int | None,
        typer.Option(
            "--seen", metavar="VERSION", help="The version of the alert that you looked at."
        ),
    ] = None,
    form: FormOption = None,
) -> None:
    """Decide alerts, all that are named or none. Decisions are remembered."""
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

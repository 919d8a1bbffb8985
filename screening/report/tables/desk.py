"""Alerts, runs and the audit log, for people."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from records import (
    Alert,
    AlertState,
    AuditRecord,
    Evidence,
    GoodGuy,
    History,
    MonitoredParty,
    screening_id,
)
from screening.report.tables.pieces import clean, count, evidence_table, indent, print_warnings

if TYPE_CHECKING:
    from screening.monitoring.import_parties import Imported
    from screening.monitoring.run import MonitoringResult

_STYLES = {
    AlertState.OPEN: "bold yellow",
    AlertState.PENDING: "yellow",
    AlertState.ESCALATED: "bold red",
    AlertState.TRUE_MATCH: "red",
    AlertState.FALSE_POSITIVE: "green",
    AlertState.GOOD_GUY: "green",
}


_WHOLE = {"alert", "number", "score", "opened"}
"""Columns of ids, numbers and days."""


_NARROW = 64
"""Columns of a terminal in which ids would be broken in a table."""


def print_alerts(alerts: Iterable[Alert], console: Console) -> None:
    """One line an alert, or three where a line is too short; then how many."""
    table = _table("alert", "state", "score", "counterparty", "listed entry", "opened", "for")
    total = 0
    for alert in alerts:
        total += 1
        query = alert.counterparty.query
        gone = " (no longer found)" if alert.gone else ""
        state = Text(_said(alert.state) + gone, style=_STYLES[alert.state])
        score, opened = f"{alert.score:.2f}", alert.opened_at[:10]
        ours = Text(clean(f"{alert.counterparty.id} {query.name}"))
        theirs = Text(clean(f"{alert.entity_id} {alert.hit['caption']}"))
        holder = Text(clean(alert.assignee or "–"))
        if console.width < _NARROW:
            console.print(
                Text("  ").join([Text(alert.id), state, Text(score), Text(opened), holder])
            )
            console.print(indent(ours), indent(theirs), sep="\n")
        else:
            table.add_row(alert.id, state, score, ours, theirs, opened, holder)
    if table.row_count:
        console.print(table)
    console.print(f"{count(total, 'alert')}.")


def print_histories(histories: Iterable[History], console: Console) -> None:
    """An alert whole: whom it is about, why, and what happened to it."""
    for history in histories:
        alert = history.alert
        query, hit = alert.counterparty.query, alert.hit
        state = Text(_said(alert.state), style=_STYLES[alert.state])
        console.print(Text.assemble((alert.id, "bold"), "  ", state, f"  version {alert.version}"))
        console.print(Text(clean(f"{alert.counterparty.id}  {query.name}")))
        console.print(Text(clean(f"{alert.entity_id}  {hit['caption']}")))
        console.print(Text(clean(str(hit["reason"])), style="italic"))
        evidence = [Evidence(**item) for item in hit["evidence"]]
        console.print(indent(evidence_table(evidence)))
        _print_steps(history, console)


def _print_steps(history: History, console: Console) -> None:
    table = _table("when", "who", "what", "why")
    steps = [
        (one.at, "namewarden", f"{one.what} in {screening_id(one.screening)}", "")
        for one in history.findings
    ]
    steps += [
        (one.at, one.author, f"{one.action}: {_said(one.state)}", one.reason)
        for one in history.dispositions
    ]
    for step in sorted(steps, key=lambda step: step[0]):
        table.add_row(*(Text(clean(part)) for part in step))
    console.print(table)


def print_runs(runs: Iterable["MonitoringResult"], console: Console) -> None:
    """What a run looked at and what it changed."""
    for run in runs:
        outcome = run.outcome
        looked = "all" if run.full else f"{run.screened:,} of"
        why = f" ({run.why_full})" if run.why_full else ""
        many = count(run.counterparties, "counterparty", "counterparties")
        console.print(f"{run.id}: {looked} {many} screened{why}.")
        console.print(
            f"Alerts: {len(outcome.opened):,} opened, {len(outcome.reopened):,} opened again, "
            f"{len(outcome.changed):,} changed, {len(outcome.gone):,} no longer found, "
            f"{len(outcome.covered):,} of good guys."
        )
        print_warnings(run.warnings, console)


def print_imports(imports: Iterable["Imported"], console: Console) -> None:
    """What became of a register, and which rows are not monitored."""
    for item in imports:
        done = item.done
        console.print(
            f"{done.added:,} added, {done.changed:,} changed, {done.unchanged:,} unchanged, "
            f"{done.removed:,} removed."
        )
        for row in item.bad:
            said = f"line {row.line} is NOT monitored: {row.reason}: {row.text}"
            console.print(Text(clean(said), style="bold red"))
        for id_ in done.repeated:
            said = f"{id_} is repeated with other content; the first one counted"
            console.print(Text(clean(said), style="bold red"))
        if item.kept:
            console.print("Nobody was removed, since a row that cannot be read may be about them.")


def print_parties(parties: Iterable[MonitoredParty], console: Console) -> None:
    """One line a counterparty."""
    total = 0
    for kept in parties:
        total += 1
        console.print(Text(clean(f"{kept.counterparty.id}  {kept.counterparty.query.name}")))
    console.print(f"{count(total, 'counterparty', 'counterparties')}.")


def print_good_guys(entries: Iterable[GoodGuy], console: Console) -> None:
    """One line an entry."""
    table = _table("number", "name", "is not", "why", "who", "until")
    for item in entries:
        cells = (item.name, item.entity_id, item.reason, item.author, item.expires_at or "–")
        table.add_row(str(item.number), *(Text(clean(cell)) for cell in cells))
    console.print(table)


def print_audit(records: Iterable[AuditRecord], console: Console) -> None:
    """One line a record, as they come."""
    for item in records:
        said = "; ".join(f"{key}: {value}" for key, value in item.data.items() if value is not None)
        line = f"{item.number}  {item.at}  {item.author}  {item.action}  {item.subject}  {said}"
        console.print(Text(clean(line)))


def _said(state: AlertState) -> str:
    return state.value.replace("_", " ")


def _table(*titles: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    for title in titles:
        # Rather than an id or a heading, the texts beside it are broken.
        whole = title in _WHOLE
        table.add_column(
            title, overflow="fold", no_wrap=whole, min_width=max(map(len, title.split()))
        )
    return table

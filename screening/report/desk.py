"""Alerts, runs, the audit log: as JSON and as rows."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from records import (
    UNDECIDED,
    Alert,
    AuditRecord,
    GoodGuy,
    History,
    MonitoredParty,
    screening_id,
)
from screening.answers import json_lines
from screening.answers.desk_json import alert_json, history_json, monitored_json
from screening.answers.shape import Cell, Shape
from screening.engine.list_warnings import in_lines, in_short

if TYPE_CHECKING:
    from screening.monitoring.import_parties import Imported
    from screening.monitoring.run import MonitoringResult

# Exit codes.
NOTHING, NO_ANSWER, HITS = 0, 1, 3
ALERT_COLUMNS = (
    "alert", "state", "counterparty", "name", "entity_id", "list", "caption", "matched_name",
    "score", "assignee", "opened_at", "changed_at", "expires_at", "gone", "version", "reason",
)  # fmt: skip
_GOOD_GUY = ("number", "name", "entity_id", "reason", "author", "at", "expires_at")
_AUDIT = ("number", "at", "author", "action", "subject", "data", "previous", "sha256")


def alert_row(found: Alert) -> tuple[Cell, ...]:
    """An alert in one row."""
    return (
        found.id,
        found.state.value,
        found.counterparty.id,
        found.counterparty.query.name,
        found.entity_id,
        found.list,
        found.hit["caption"],
        found.hit["matched_name"],
        found.score,
        found.assignee,
        found.opened_at,
        found.changed_at,
        found.expires_at,
        "yes" if found.gone else "no",
        found.version,
        found.hit["reason"],
    )


def audit_record(item: AuditRecord) -> dict[str, Any]:
    """A record of the audit log, with what its hash is made of."""
    return {
        "number": item.number,
        "at": item.at,
        "author": item.author,
        "action": item.action,
        "subject": item.subject,
        "data": dict(item.data),
        "previous": item.previous,
        "sha256": item.sha256,
    }


def audit_row(item: AuditRecord) -> tuple[Cell, ...]:
    """The same in one row."""
    from records import canonical

    values = audit_record(item)
    return tuple(canonical(value) if key == "data" else value for key, value in values.items())


def _history_rows(found: History) -> Iterable[tuple[Cell, ...]]:
    name = found.alert.id
    for item in found.findings:
        yield (name, item.at, "namewarden", item.what, screening_id(item.screening), item.score)
    for done in found.dispositions:
        yield (name, done.at, done.author, done.action, done.state.value, done.reason)


def _run(result: "MonitoringResult") -> dict[str, Any]:
    outcome = result.outcome
    return {
        "screening": result.id,
        "full": result.full,
        "why_full": result.why_full,
        "counterparties": result.counterparties,
        "screened": result.screened,
        "pairs": result.pairs,
        "opened": len(outcome.opened),
        "good_guys": len(outcome.covered),
        "changed": len(outcome.changed),
        "gone": len(outcome.gone),
        "reopened": len(outcome.reopened),
        "warnings": [json_lines.list_warning(item) for item in result.warnings],
    }


def _run_rows(result: "MonitoringResult") -> list[tuple[Cell, ...]]:
    *counts, _ = _run(result).values()
    return [(*counts, in_short(result.warnings))]


def _run_warning(result: "MonitoringResult") -> str | None:
    return "\n".join(f"WARNING: {line}" for line in in_lines(result.warnings)) or None


def _imported(result: "Imported") -> dict[str, Any]:
    done = result.done
    return {
        "file": result.file,
        "added": done.added,
        "changed": done.changed,
        "unchanged": done.unchanged,
        "removed": done.removed,
        "repeated": list(done.repeated),
        "not_imported": [
            {"row": row.row, "line": row.line, "reason": row.reason, "text": row.text}
            for row in result.bad
        ],
    }


def _imported_rows(result: "Imported") -> Iterable[tuple[Cell, ...]]:
    done = result.done
    counts = (done.added, done.changed, done.unchanged, done.removed)
    return [(result.file, *counts, len(done.repeated), len(result.bad))]


def _imported_warning(result: "Imported") -> str | None:
    said = [f"line {row.line} is NOT monitored: {row.reason}" for row in result.bad[:20]]
    if len(result.bad) > len(said):
        said.append(f"{len(result.bad) - len(said)} more rows are NOT monitored")
    if repeated := result.done.repeated:
        said.append(
            f"{len(repeated)} ids are repeated with other content; only the first of each "
            f"counted: {', '.join(repeated[:5])}"
        )
    if result.kept:
        said.append("nobody was removed, since a row that cannot be read may be about them")
    return "\n".join(f"{result.file}: {line}" for line in said) or None


def _party_rows(kept: MonitoredParty) -> Iterable[tuple[Cell, ...]]:
    query = kept.counterparty.query
    return [
        (
            kept.counterparty.id,
            query.name,
            "; ".join(query.aliases),
            query.kind.value if query.kind else None,
            "; ".join(query.countries),
            "; ".join(f"{item.type}:{item.value}" for item in query.identifiers),
            kept.since,
            kept.version,
        )
    ]


ALERTS: Shape[Alert] = Shape(
    name="alerts",
    as_json=alert_json,
    columns=ALERT_COLUMNS,
    as_rows=lambda found: [alert_row(found)],
    status=lambda found: HITS if found.state in UNDECIDED else NOTHING,
)
HISTORIES: Shape[History] = Shape(
    name="histories",
    as_json=history_json,
    columns=("alert", "at", "author", "action", "state", "reason"),
    as_rows=_history_rows,
    status=lambda _: NOTHING,
)
RUNS: "Shape[MonitoringResult]" = Shape(
    name="runs",
    as_json=_run,
    columns=(
        "screening", "full", "why_full", "counterparties", "screened", "pairs", "opened",
        "good_guys", "changed", "gone", "reopened", "list_warnings",
    ),
    as_rows=_run_rows,
    status=lambda result: HITS if result.outcome.opened or result.outcome.reopened else NOTHING,
    warning=_run_warning,
)  # fmt: skip
IMPORTS: "Shape[Imported]" = Shape(
    name="imports",
    as_json=_imported,
    columns=("file", "added", "changed", "unchanged", "removed", "repeated", "not_imported"),
    as_rows=_imported_rows,
    status=lambda result: NO_ANSWER if result.bad or result.done.repeated else NOTHING,
    warning=_imported_warning,
)
PARTIES: Shape[MonitoredParty] = Shape(
    name="parties",
    as_json=monitored_json,
    columns=("id", "name", "aliases", "kind", "countries", "identifiers", "since", "version"),
    as_rows=_party_rows,
    status=lambda _: NOTHING,
)
GOOD_GUYS: Shape[GoodGuy] = Shape(
    name="good_guys",
    as_json=lambda item: {key: getattr(item, key) for key in _GOOD_GUY},
    columns=_GOOD_GUY,
    as_rows=lambda item: [tuple(getattr(item, key) for key in _GOOD_GUY)],
    status=lambda _: NOTHING,
)
AUDIT: Shape[AuditRecord] = Shape(
    name="audit",
    as_json=audit_record,
    columns=_AUDIT,
    as_rows=lambda item: [audit_row(item)],
    status=lambda _: NOTHING,
)

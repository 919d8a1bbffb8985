"""Every kind of answer that is printed."""

from typing import TYPE_CHECKING, Any

from records import (
    Comparison,
    Delta,
    DocumentAnswer,
    DocumentStatus,
    EntryEvent,
    NameAnswer,
)
from records.as_json import to_json
from screening.answers import csv_rows as flat
from screening.answers import json_lines
from screening.answers.shape import Cell, Shape
from screening.report import deltas

if TYPE_CHECKING:
    # At run time it would make every match wait for what downloads lists.
    from screening.catalogue.inventory import Entry, ListStatus
    from screening.catalogue.verify import VerifyFinding
    from screening.updates.prune import PruneResult
    from screening.updates.update import UpdateResult
    from store.accounts import Account

# Exit codes.
NOTHING, NO_ANSWER, HITS = 0, 1, 3


def _document_status(answer: DocumentAnswer) -> int:
    # What was not read was not decided; but a hit is a hit, whatever else could not be read.
    if answer.hits or answer.derived or answer.places:
        return HITS
    whole = answer.document.status is DocumentStatus.SCREENED
    return NOTHING if whole else NO_ANSWER


def _document_warning(answer: DocumentAnswer) -> str | None:
    document = answer.document
    if document.status is DocumentStatus.SCREENED:
        return None
    return f"{document.path}: {document.status.value.replace('_', ' ')}: {document.reason}"


def _list(status: "ListStatus") -> dict[str, Any]:
    return {column: getattr(status, column) for column in _LIST_COLUMNS}


def _list_rows(status: "ListStatus") -> list[tuple[Cell, ...]]:
    return [tuple(_list(status).values())]


def _update(result: "UpdateResult") -> dict[str, Any]:
    snapshot = result.snapshot
    return {
        "list": result.source,
        "status": result.status,
        "message": result.message,
        "edition": snapshot.edition if snapshot else None,
        "sha256": snapshot.sha256 if snapshot else None,
        "entities": snapshot.entities if snapshot else None,
        "changes": deltas.counts(result.delta) if result.delta else None,
    }


def _update_rows(result: "UpdateResult") -> list[tuple[Cell, ...]]:
    *values, changes = _update(result).values()
    counted = changes or dict.fromkeys(_COUNTED)
    return [(*values, *(counted[name] for name in _COUNTED))]


def _update_warning(result: "UpdateResult") -> str | None:
    # Of those that cannot be reached one line tells, and not each for itself.
    told = result.status == "failed" and not result.unreachable
    return result.message if told else None


def _pruned(result: "PruneResult") -> dict[str, Any]:
    snapshot = result.snapshot
    return {
        "list": snapshot.source,
        "edition": snapshot.edition,
        "sha256": snapshot.sha256,
        "fetched_at": snapshot.fetched_at,
        "bytes": result.bytes,
        "kept": result.kept,
        "reason": result.reason,
    }


def _pruned_rows(result: "PruneResult") -> list[tuple[Cell, ...]]:
    return [tuple(_pruned(result).values())]


def _entry(entry: "Entry") -> dict[str, Any]:
    snapshot, made = entry.snapshot, ("source", "edition", "sha256", "fetched_at")
    return {
        **to_json(entry.entity),
        "snapshot": {
            **{key: getattr(snapshot, key) for key in made},
            "origin": snapshot.came_from,
        },
        "history": [_event(event) for event in entry.history],
        "party": {
            **json_lines.party(entry.party),
            "joints": [json_lines.joint(one) for one in entry.joints],
            "others": [to_json(one) for one in entry.others],
        },
    }


def _event(event: EntryEvent) -> dict[str, Any]:
    return {
        "what": event.what,
        "activated_at": event.activated_at,
        "edition": event.edition,
        "sha256": event.sha256,
        "fields": deltas.fields(event.fields),
    }


def _entry_rows(entry: "Entry") -> list[tuple[Cell, ...]]:
    head = (entry.entity.id, entry.entity.kind.value, entry.snapshot.edition)
    return [(*head, name.text, name.kind.value, name.script) for name in entry.entity.names]


_COUNTED = ("added", "removed", "changed", "renamed", "reworded")
_LIST_COLUMNS = (
    "list", "title", "edition", "age_days", "stale", "fetched_at", "checked_at", "entities",
    "names", "sha256", "origin",
)  # fmt: skip
_FINDING_COLUMNS = ("state", "list", "edition", "message")
_ADMITTED_COLUMNS = ("kind", "name", "id", "may", "since", "until")


def _of_name(answer: NameAnswer) -> int:
    """An empty line of a file asks nothing, so there is nothing that was not answered."""
    if answer.hits or answer.derived or answer.places:
        return HITS
    unread = answer.decision.value == "not_screened" and answer.query.strip()
    return NO_ANSWER if unread else NOTHING


NAMES: Shape[NameAnswer] = Shape(
    name="names",
    as_json=json_lines.name_answer,
    columns=flat.NAME_COLUMNS,
    as_rows=flat.name_rows,
    status=_of_name,
)
COMPARISONS: Shape[Comparison] = Shape(
    name="comparisons",
    as_json=json_lines.comparison,
    columns=flat.COMPARISON_COLUMNS,
    as_rows=flat.comparison_rows,
    status=lambda answer: NOTHING if answer.decision.value == "no_match" else HITS,
)
DOCUMENTS: Shape[DocumentAnswer] = Shape(
    name="documents",
    as_json=json_lines.document_answer,
    columns=flat.DOCUMENT_COLUMNS,
    as_rows=flat.document_rows,
    status=_document_status,
    warning=_document_warning,
)
LISTS: "Shape[ListStatus]" = Shape(
    name="lists",
    as_json=_list,
    columns=_LIST_COLUMNS,
    as_rows=_list_rows,
    status=lambda _: NOTHING,
)
UPDATES: "Shape[UpdateResult]" = Shape(
    name="updates",
    as_json=_update,
    columns=("list", "status", "message", "edition", "sha256", "entities", *_COUNTED),
    as_rows=_update_rows,
    status=lambda result: NO_ANSWER if result.status == "failed" else NOTHING,
    warning=_update_warning,
)
PRUNED: "Shape[PruneResult]" = Shape(
    name="pruned",
    as_json=_pruned,
    columns=("list", "edition", "sha256", "fetched_at", "bytes", "kept", "reason"),
    as_rows=_pruned_rows,
    status=lambda _: NOTHING,
)
FINDINGS: "Shape[VerifyFinding]" = Shape(
    name="findings",
    as_json=lambda each: {column: getattr(each, column) for column in _FINDING_COLUMNS},
    columns=_FINDING_COLUMNS,
    as_rows=lambda each: [tuple(getattr(each, column) for column in _FINDING_COLUMNS)],
    status=lambda each: NOTHING if each.state == "mended" else NO_ANSWER,
)
DELTAS: Shape[Delta] = Shape(
    name="deltas",
    as_json=deltas.as_json,
    columns=deltas.COLUMNS,
    as_rows=deltas.rows,
    status=lambda _: NOTHING,
)
ENTRIES: "Shape[Entry]" = Shape(
    name="entries",
    as_json=_entry,
    columns=("entity_id", "kind", "edition", "name", "name_kind", "script"),
    as_rows=_entry_rows,
    status=lambda _: NOTHING,
)
ACCOUNTS: "Shape[Account]" = Shape(
    name="accounts",
    as_json=lambda each: {column: getattr(each, column) for column in _ADMITTED_COLUMNS},
    columns=_ADMITTED_COLUMNS,
    as_rows=lambda each: [tuple(getattr(each, column) for column in _ADMITTED_COLUMNS)],
    status=lambda _: NOTHING,
)

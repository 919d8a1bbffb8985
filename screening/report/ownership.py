"""Answers about owners, and the editions that they rest on, as every form prints them."""

from collections.abc import Iterable
from typing import Any

from ownership.reach import Outcome
from screening.answers.shape import Cell, Shape
from screening.ownership import as_json
from screening.ownership.answers import OwnershipAnswer
from screening.ownership.diff import ShareChange
from screening.ownership.imports import OwnershipImport
from store.ownership import OwnershipEdition

_EDITION = (
    "source", "dated", "sha256", "imported_at", "origin", "formats", "parties", "holdings", "gaps",
    "unread",
)  # fmt: skip
_CHANGE = ("owned", "owner", "interest", "old", "new")
_ANSWER = (
    "asked", "party", "found_by", "rule", "state", "outcome", "accounted", "owner", "share",
    "total", "source", "statement",
)  # fmt: skip


def _edition(edition: OwnershipEdition) -> dict[str, Any]:
    return {name: getattr(edition, name) for name in _EDITION}


def _import(done: OwnershipImport) -> dict[str, Any]:
    return {
        **_edition(done.edition),
        "status": "unchanged" if done.unchanged else "imported",
        "examples": [{"where": one.where, "reason": one.reason} for one in done.examples],
    }


def _import_warning(done: OwnershipImport) -> str | None:
    if not done.edition.unread or done.unchanged:
        return None
    shown = "; ".join(f"{one.where}: {one.reason}" for one in done.examples[:3])
    return f"NOT UNDERSTOOD: {done.edition.unread:,} statements ({shown})"


def _change(change: ShareChange) -> dict[str, Any]:
    return {name: getattr(change, name) for name in _CHANGE}


def _answer_rows(found: OwnershipAnswer) -> Iterable[tuple[Cell, ...]]:
    for one in found.answers:
        reach = one.reach
        head = (
            found.asked, found.names[found.party], found.found_by, one.rule.id,
            one.state or "not yet in force", reach.outcome.value, str(reach.accounted),
        )  # fmt: skip
        edges: list[tuple[Cell, ...]] = [
            (found.names[edge.owner], str(edge.share), str(step.total), edge.source, edge.statement)
            for step in reach.steps
            for holder in step.counted
            for edge in holder.edges
        ]
        for edge_cells in edges or [(None,) * 5]:
            yield (*head, *edge_cells)


OWNERSHIP_EDITIONS: Shape[OwnershipEdition] = Shape(
    name="ownership_editions",
    as_json=_edition,
    columns=_EDITION,
    as_rows=lambda one: [tuple(_edition(one).values())],
    status=lambda _: 0,
)
OWNERSHIP_IMPORTS: Shape[OwnershipImport] = Shape(
    name="ownership_imports",
    as_json=_import,
    columns=(*_EDITION, "status"),
    as_rows=lambda one: [tuple(list(_import(one).values())[:-1])],
    status=lambda _: 0,
    warning=_import_warning,
)
OWNERSHIP_CHANGES: Shape[ShareChange] = Shape(
    name="ownership_changes",
    as_json=_change,
    columns=_CHANGE,
    as_rows=lambda one: [tuple(_change(one).values())],
    status=lambda _: 0,
)
OWNERSHIP_ANSWERS: Shape[OwnershipAnswer] = Shape(
    name="ownership_answers",
    as_json=as_json.answer,
    columns=_ANSWER,
    as_rows=_answer_rows,
    status=lambda one: 0 if one.outcome is Outcome.NOT_REACHED else 3,
)

"""What changed between two editions, as JSON and as rows."""

from collections.abc import Iterable, Iterator
from typing import Any

from records import ChangedEntity, Delta, Entity, FieldChange, Snapshot
from screening.answers.shape import Cell

COLUMNS = (
    "list", "old_edition", "new_edition", "change", "entity_id", "kind", "caption", "programmes",
    "field", "removed", "added",
)  # fmt: skip
_BETWEEN = " | "


def as_json(delta: Delta) -> dict[str, Any]:
    """One list's delta."""
    return {
        "list": delta.source,
        "old": _edition(delta.old),
        "new": _edition(delta.new),
        "counts": counts(delta),
        "added": [_entry(entity) for entity in delta.added],
        "removed": [_entry(entity) for entity in delta.removed],
        "changed": [_changed(entry) for entry in delta.changed],
    }


def counts(delta: Delta) -> dict[str, int]:
    """How many entries changed in which way."""
    return {
        "added": len(delta.added),
        "removed": len(delta.removed),
        "changed": len(delta.changed),
        "renamed": len(delta.renamed),
        "reworded": len(delta.reworded),
    }


def rows(delta: Delta) -> Iterator[tuple[Cell, ...]]:
    """A row for each entry that was added or removed, and for each field that was changed."""
    for change, entities in (("added", delta.added), ("removed", delta.removed)):
        for entity in entities:
            yield (*_head(delta, change, entity), None, None, None)
    for entry in delta.changed:
        for each in entry.fields:
            yield (
                *_head(delta, "changed", entry.new),
                each.field,
                _BETWEEN.join(each.removed),
                _BETWEEN.join(each.added),
            )


def _edition(snapshot: Snapshot | None) -> dict[str, Any] | None:
    if snapshot is None:
        return None
    return {
        "edition": snapshot.edition,
        "sha256": snapshot.sha256,
        "fetched_at": snapshot.fetched_at,
        "origin": snapshot.came_from,
        "entities": snapshot.entities,
    }


def _entry(entity: Entity) -> dict[str, Any]:
    return {
        "entity_id": entity.id,
        "kind": entity.kind.value,
        "caption": entity.caption,
        "names": [name.text for name in entity.names],
        "programmes": list(entity.programmes),
        "countries": list(entity.countries),
    }


def _changed(entry: ChangedEntity) -> dict[str, Any]:
    return {
        "entity_id": entry.new.id,
        "kind": entry.new.kind.value,
        "caption": entry.new.caption,
        "fields": fields(entry.fields),
    }


def fields(changes: Iterable[FieldChange]) -> list[dict[str, Any]]:
    """What an entry lost and gained, field by field."""
    return [
        {"field": each.field, "removed": list(each.removed), "added": list(each.added)}
        for each in changes
    ]


def _head(delta: Delta, change: str, entity: Entity) -> tuple[Cell, ...]:
    return (
        delta.source,
        dated(delta.old),
        dated(delta.new),
        change,
        entity.id,
        entity.kind.value,
        entity.caption,
        "; ".join(entity.programmes),
    )


def dated(snapshot: Snapshot | None) -> str | None:
    """What to call an edition: its date, else where it came from."""
    if snapshot is None:
        return None
    return snapshot.edition or f"{snapshot.came_from.rpartition('/')[2]} (undated)"

"""What a notice says, as JSON for programs and as text for people."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from records import Delta, Entity
from screening.report.pages import PAGES
from screening.report.shapes import UPDATES
from screening.updates.update import UpdateResult

MOST = 200
"""Entries of each kind that a notice names; ``namewarden diff`` has all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One notice, in the forms in which it is sent."""

    subject: str
    text: str
    json: dict[str, Any]
    page: str | None = None
    """All changes as a page; None when there are none."""
    id: str = field(default_factory=lambda: uuid4().hex)
    """The same however often it is sent, so that a receiver can tell a repetition."""


def worth_telling(results: Sequence[UpdateResult]) -> tuple[UpdateResult, ...]:
    """The results that somebody has to know of."""
    return tuple(result for result in results if _is_news(result))


def _is_news(result: UpdateResult) -> bool:
    if result.status == "unchanged":
        return False
    delta = result.delta
    return delta is None or bool(delta.added or delta.removed or delta.changed)


def notice(results: Sequence[UpdateResult]) -> Notice:
    """Put results into words."""
    deltas = [result.delta for result in results if result.delta]
    return Notice(
        subject=f"Sanctions lists: {'; '.join(map(_short, results))}",
        text="\n".join(line for result in results for line in _lines(result)),
        json={
            "event": "lists",
            "results": [UPDATES.as_json(result) for result in results],
            "changes": [_entries(delta) for delta in deltas],
        },
        page=PAGES["deltas"](deltas) if deltas else None,
    )


def _short(result: UpdateResult) -> str:
    if result.status == "failed":
        return f"{result.source} FAILED"
    return f"{result.source} {result.delta.in_figures() if result.delta else 'loaded'}"


def _lines(result: UpdateResult) -> Iterator[str]:
    yield result.message
    if result.delta:
        for kind, entities in _by_kind(result.delta).items():
            yield from (f"  {kind:<8} {each.id}  {each.caption}" for each in entities[:MOST])
            if len(entities) > MOST:
                yield f"  … and {len(entities) - MOST:,} more {kind}"
    yield ""


def _by_kind(delta: Delta) -> dict[str, Sequence[Entity]]:
    changed = tuple(entry.new for entry in delta.changed)
    return {"added": delta.added, "removed": delta.removed, "changed": changed}


def _entries(delta: Delta) -> dict[str, Any]:
    named: dict[str, Any] = {
        kind: [
            {"entity_id": each.id, "kind": each.kind.value, "caption": each.caption}
            for each in entities[:MOST]
        ]
        for kind, entities in _by_kind(delta).items()
    }
    for item, entry in zip(named["changed"], delta.changed, strict=False):
        item["fields"] = [each.field for each in entry.fields]
    whole = all(len(entities) <= MOST for entities in _by_kind(delta).values())
    return {"list": delta.source, "complete": whole, **named}

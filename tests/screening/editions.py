"""Editions of a list made of entries that a test wrote, whole in a folder of the test's."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from records import Entity, Kind, ListedName, NameKind, Snapshot
from records.as_json import entity_line
from store.database import Database
from store.home import Home
from store.requested_lists import request_lists
from store.snapshots import incoming_snapshot


def edition(
    folder: Path, entities: Sequence[Entity], *, source: str = "eu_fsf", dated: str = "2026-01-10"
) -> Snapshot:
    """Store an edition; it is not made active."""
    digest = sha256("\n".join([dated, *map(entity_line, entities)]).encode()).hexdigest()
    Database.of(Home(folder)).make()
    request_lists(Home(folder), [source])
    with incoming_snapshot(Home(folder), source) as incoming:
        for entity in entities:
            incoming.entities.add(entity)
        snapshot = Snapshot(
            source=source,
            sha256=digest,
            edition=dated,
            fetched_at=f"{dated}T12:00:00Z",
            origin=f"{source}.xml",
            entities=len(entities),
            names=sum(len(entity.names) for entity in entities),
            folder=incoming.target(digest),
        )
        return incoming.keep(snapshot, {})


def company(number: int, *names: str, source: str = "eu_fsf") -> Entity:
    """An entry with these names, the first one primary."""
    kinds = (NameKind.PRIMARY, *(NameKind.ALIAS,) * len(names))
    return Entity(
        id=f"{source}:{number}",
        kind=Kind.ORGANIZATION,
        names=tuple(
            ListedName(text=text, kind=kind) for text, kind in zip(names, kinds, strict=False)
        ),
    )

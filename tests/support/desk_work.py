"""What tests of the desk do: change small lists, register counterparties, run."""

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256

import sqlalchemy as sa

from records import Entity, Kind, ListedName, NameKind, Party, Query, Snapshot
from records.as_json import entity_line
from screening.engine.settings import settings
from screening.monitoring.register import import_parties
from screening.monitoring.run import MonitoringResult
from screening.monitoring.run import run as run_monitor
from store import Home
from store.catalogue import Catalogue
from store.database import Database
from store.requested_lists import request_lists
from store.schema import alerts
from store.snapshots import incoming_snapshot

KALASHNIKOV, WUHAN, MAHAN = "un_sc:1", "un_sc:2", "un_sc:3"
SETTINGS = settings(threshold=None, limit=50, kinds=None, lists=None, as_of=None)


def entity(id_: str, *names: str, kind: Kind = Kind.ORGANIZATION, **more: object) -> Entity:
    listed = tuple(
        ListedName(text=name, kind=NameKind.PRIMARY if place == 0 else NameKind.ALIAS)
        for place, name in enumerate(names)
    )
    return Entity(id=id_, kind=kind, names=listed, **more)  # type: ignore[arg-type]


LISTED = (
    entity(KALASHNIKOV, "Kalashnikov Concern", programmes=("RUSSIA",)),
    entity(WUHAN, "Wuhan Gaoxin Technology Co., Ltd."),
    entity(MAHAN, "Mahan Air"),
)


def put_edition(home: Home, entities: Iterable[Entity], source: str = "un_sc") -> Snapshot:
    """Make entities the edition of a list that is in use."""
    listed = list(entities)
    lines = "\n".join(map(entity_line, listed))
    snapshot = Snapshot(
        source=source,
        sha256=sha256(lines.encode()).hexdigest(),
        edition="2026-11-01",
        fetched_at="2026-11-02T00:00:00Z",
        origin="test",
        entities=len(listed),
        names=sum(len(one.names) for one in listed),
        folder=home.snapshots,
    )
    Database.of(home).make()
    request_lists(home, [source])
    with incoming_snapshot(home, source) as incoming:
        for one in listed:
            incoming.entities.add(one)
        kept = replace(snapshot, folder=incoming.target(snapshot.sha256))
        kept = incoming.keep(kept, {})
    Catalogue(home).add_and_activate(kept)
    return kept


def party(id_: str, name: str, **more: object) -> Party:
    return Party(id=id_, query=Query(name=name, **more))  # type: ignore[arg-type]


def register(home: Home, *parties: Party, complete: bool = False) -> None:
    import_parties(
        home, parties, complete=complete, allow_shrunk=True, author="ann", source="crm.csv"
    )


def run(home: Home, *, full: bool = False, max_age: int | None = None) -> MonitoringResult:
    return run_monitor(
        home,
        SETTINGS,
        author="ann",
        full=full,
        workers=1,
        max_age=max_age,
        notify=lambda _: None,
    )


def pairs(home: Home) -> set[tuple[int, str, str, bool, float]]:
    """What the alerts say: counterparty, entity, state, gone, score."""
    columns = (alerts.c.counterparty, alerts.c.entity_id, alerts.c.state, alerts.c.gone)
    with Database.of(home).reading() as view:
        assert view is not None
        return {tuple(row) for row in view.execute(sa.select(*columns, alerts.c.score))}

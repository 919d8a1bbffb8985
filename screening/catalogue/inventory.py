"""What is loaded: each list with its edition and age, and any one entry with where it is from."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from lists import SOURCES, source
from records import (
    Entity,
    EntryEvent,
    Joint,
    ListedParty,
    NoListsError,
    Snapshot,
    UnknownEntityError,
)
from screening.changes.history import history
from screening.engine.freshness import age_days, not_future
from screening.engine.freshness import today as day_of
from screening.engine.joined_entries import alone, kept_parties
from store.catalogue import Catalogue
from store.check import Check
from store.entities import EntityFile
from store.home import Home


@dataclass(frozen=True, slots=True, kw_only=True)
class ListStatus:
    """One loaded list, as the command ``lists`` shows it."""

    list: str
    title: str
    edition: str | None
    """The publisher's date in the file, ISO 8601."""
    fetched_at: str
    checked_at: str | None
    """When the publisher's server last said that this is the current edition; None when the
    list was imported from a file, which proves nothing of the kind."""
    age_days: int
    """Whole days since the edition was last known to be the current one: since ``checked_at``,
    else since its own date, else since it was taken in."""
    entities: int
    names: int
    sha256: str
    origin: str
    stale: bool
    """Whether ``age_days`` is more than the source allows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One listed entry, as the command ``show`` shows it."""

    entity: Entity
    snapshot: Snapshot
    """The edition that it stands in."""
    history: tuple[EntryEvent, ...]
    """What became of it over the editions that this home has had, oldest first."""
    party: ListedParty
    """Whose entry it is, on all lists that are in use."""
    joints: tuple[Joint, ...] = ()
    """Why the entries of the party are joined."""
    others: tuple[Entity, ...] = ()
    """The party's other entries, by their ids."""


def list_inventory(home: Home, *, now: datetime | None = None) -> tuple[ListStatus, ...]:
    """Every active list, sorted by name; empty when none is loaded.

    Raises:
        StoreError: the catalogue cannot be read.
    """
    catalogue = Catalogue(home)
    today = day_of(now=now)
    return tuple(
        _status(snapshot, catalogue.check(snapshot.source), today)
        for snapshot in catalogue.active()
    )


def show(home: Home, entity_id: str, *, as_of: str | None = None) -> Entry:
    """One entry of a list that is in use, or was at a date, and what became of it until then.

    Raises:
        NoListsError: no list is loaded.
        UnknownEntityError: no list in use has this entry.
        UsageError: ``as_of`` is no date, or one to come.
        StoreError: the home cannot be read.
    """
    not_future(as_of)
    active = Catalogue(home).active(as_of)
    if not active:
        when = f" on {as_of}" if as_of else ""
        raise NoListsError(
            f"no list was loaded{when}, so there is nothing to show. Run: namewarden update"
        )
    past = history(home, entity_id, as_of)
    for snapshot in active:
        entity = _entity((snapshot,), entity_id)
        if entity is not None:
            found = Entry(entity=entity, snapshot=snapshot, history=past, party=alone(entity_id))
            return _joined(home, active, found)
    raise UnknownEntityError(_unknown(entity_id, active, past))


def entries(home: Home, ids: Iterable[str]) -> dict[str, tuple[Entity, Snapshot]]:
    """Some entries of the lists in use, each with its edition; without those that are gone.

    Raises:
        StoreError: the home cannot be read.
    """
    active = {snapshot.source: snapshot for snapshot in Catalogue(home).active()}
    wanted: dict[str, list[str]] = {}
    for entity_id in ids:
        wanted.setdefault(entity_id.partition(":")[0], []).append(entity_id)
    found: dict[str, tuple[Entity, Snapshot]] = {}
    for name, some in wanted.items():
        if name in active:
            with EntityFile(active[name]) as file:
                read = [(one, file.find(one)) for one in some]
            found |= {one: (entity, active[name]) for one, entity in read if entity is not None}
    return found


def _joined(home: Home, active: tuple[Snapshot, ...], entry: Entry) -> Entry:
    """An entry with the other entries of its party, and what joins them."""
    joined = kept_parties(home, active)
    lists = frozenset(snapshot.source for snapshot in active)
    party = joined.on(lists, every=True).get(entry.entity.id)
    if party is None:
        return entry
    found = (_entity(active, member) for member in party.members if member != entry.entity.id)
    others = tuple(one for one in found if one is not None)
    return replace(entry, party=party, joints=joined.joints(party.members), others=others)


def _entity(active: tuple[Snapshot, ...], entity_id: str) -> Entity | None:
    for snapshot in active:
        if snapshot.source == entity_id.partition(":")[0]:
            with EntityFile(snapshot) as entities:
                return entities.find(entity_id)
    return None


def _unknown(entity_id: str, active: tuple[Snapshot, ...], past: tuple[EntryEvent, ...]) -> str:
    loaded = {snapshot.source: snapshot for snapshot in active}
    name, colon, _ = entity_id.partition(":")
    if name in loaded:
        edition = loaded[name].edition or loaded[name].fetched_at[:10]
        gone = _gone(entity_id, past)
        return f"{name} has no entry {entity_id!r} in its edition of {edition}. {gone}"
    if colon and any(known.name == name for known in SOURCES):
        return f"{name} is not loaded, so {entity_id!r} is not known. Run: namewarden update {name}"
    example = f"{active[0].source}:12345"
    return f"no entry {entity_id!r}. An id is the list's name and a number, like {example}"


def _gone(entity_id: str, past: tuple[EntryEvent, ...]) -> str:
    if not past:
        return "See: namewarden diff"
    # The moment of the removal itself no longer has it.
    until = datetime.fromisoformat(past[-1].activated_at) - timedelta(seconds=1)
    return (
        f"It was delisted in the edition of {past[-1].edition or past[-1].sha256[:12]}. See: "
        f"namewarden show {entity_id} --as-of {until:%Y-%m-%dT%H:%M:%SZ}"
    )


def _status(snapshot: Snapshot, check: Check | None, today: date) -> ListStatus:
    of = source(snapshot.source)
    checked = check.checked_at if check and check.sha256 == snapshot.sha256 else None
    age = age_days(snapshot, check, today)
    return ListStatus(
        list=snapshot.source,
        title=of.title,
        edition=snapshot.edition,
        fetched_at=snapshot.fetched_at,
        checked_at=checked,
        age_days=age,
        entities=snapshot.entities,
        names=snapshot.names,
        sha256=snapshot.sha256,
        origin=snapshot.came_from,
        stale=age > of.max_age_days,
    )

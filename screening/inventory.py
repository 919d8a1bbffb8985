"""What is loaded: each list with its edition and age, and any one entry with where it is from."""

from dataclasses import dataclass
from datetime import date, datetime

from lists import SOURCES, source
from records import Entity, NoListsError, Snapshot, UnknownEntityError
from screening.freshness import age_days
from screening.freshness import today as day_of
from store.catalogue import Catalogue, Check
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


def show(home: Home, entity_id: str) -> tuple[Entity, Snapshot]:
    """One entry of an active list, and the snapshot that it stands in.

    Raises:
        NoListsError: no list is loaded.
        UnknownEntityError: no active list has this entry.
        StoreError: the home cannot be read.
    """
    active = Catalogue(home).active()
    if not active:
        raise NoListsError("no list is loaded, so there is nothing to show. Run: namewarden update")
    name = entity_id.partition(":")[0]
    for snapshot in active:
        if snapshot.source == name:
            with EntityFile(snapshot) as entities:
                entity = entities.find(entity_id)
            if entity is not None:
                return entity, snapshot
    raise UnknownEntityError(_unknown(entity_id, active))


def _unknown(entity_id: str, active: tuple[Snapshot, ...]) -> str:
    loaded = {snapshot.source: snapshot for snapshot in active}
    name, colon, _ = entity_id.partition(":")
    if name in loaded:
        edition = loaded[name].edition or loaded[name].fetched_at[:10]
        return (
            f"{name} has no entry {entity_id!r} in its edition of {edition}. See: namewarden diff"
        )
    if colon and any(known.name == name for known in SOURCES):
        return f"{name} is not loaded, so {entity_id!r} is not known. Run: namewarden update {name}"
    example = f"{active[0].source}:12345"
    return f"no entry {entity_id!r}. An id is the list's name and a number, like {example}"


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
        origin=snapshot.origin,
        stale=age > of.max_age_days,
    )

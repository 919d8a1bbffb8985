"""Which counterparties a change can affect; the others' answers are what they were.

A pair of a counterparty and a listed entry is scored by what they say of themselves, and by nothing
else: what words weigh is the engine's own (docs/decisions/0021). So its score can only have changed
when either of the two was changed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import sqlalchemy as sa

from matcher.columnar.arrays import Array
from matcher.places.listed_addresses import is_only_an_address
from matcher.search.reverse import matching_parties, parties_with_identifiers
from records import Delta, EditionRef, Entity, Screening, Settings, Snapshot
from screening.changes.diff import delta
from screening.engine.engine import ENGINE, Engine
from screening.monitoring.by_owners import WITHOUT_OWNERSHIP, Ownership, by_owners
from screening.monitoring.party_index import PartyIndex, open_party_index
from store import alerts, counterparties, screenings
from store.catalogue import Catalogue

MOST_NAMES = 0.5
"""When more of the listed names than these are affected, looking at everything is quicker."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Affected:
    """What a run has to look at."""

    numbers: Sequence[int] | None
    """Counterparties by their numbers, rising; None for all of them."""
    removed: Sequence[int] = ()
    """Counterparties that are no longer monitored, so that nothing is found for them."""
    changed: Sequence[int] = ()
    """Those among ``numbers`` that were changed themselves."""
    why_full: str | None = None
    """Why all have to be looked at."""


def affected(
    engine: Engine,
    view: sa.Connection | None,
    settings: Settings,
    *,
    full: bool,
    ownership: Ownership = WITHOUT_OWNERSHIP,
) -> Affected:
    """Find what has to be looked at to come to what a full run would come to.

    Args:
        engine: the list editions to screen against.
        view: the counterparties and the runs so far.
        settings: of this run.
        full: whether a full run is wanted anyway.
        ownership: the ownership data of this run.
    """
    last = screenings.last_run(view)
    if view is None or last is None:
        return Affected(numbers=None, why_full="this is the first run")
    if full:
        return Affected(numbers=None)
    before = screenings.get(view, last[0])
    why = _other_ways(before, settings)
    if why:
        return Affected(numbers=None, why_full=why)
    changed, removed = counterparties.changed_since(view, last[1])
    party_index = open_party_index(engine, run_name(before))
    if party_index is None:
        return Affected(numbers=None, why_full="the index of counterparties is missing")
    touched = _by_lists(engine, view, settings, before.screened_against, party_index)
    if touched is None:
        return Affected(numbers=None, why_full="too much of the lists changed")
    owned = by_owners(engine, view, before, ownership)
    numbers = np.union1d(np.union1d(touched, owned), np.array(changed, dtype=np.int64))
    numbers = np.setdiff1d(numbers, np.array(removed, dtype=np.int64))
    return Affected(numbers=numbers.tolist(), removed=removed, changed=changed)


def run_name(run: Screening) -> str:
    """A name for a run of monitoring that no other has, in this database or another."""
    return f"{run.number}-{run.input_sha256[:12]}-{run.answer_sha256[:12]}"


def _other_ways(before: Screening, settings: Settings) -> str | None:
    """Why answers would differ although neither lists nor counterparties changed."""
    if before.engine != ENGINE:
        return "the program changed"
    return None if before.settings == settings else "the settings changed"


def _by_lists(
    engine: Engine,
    view: sa.Connection,
    settings: Settings,
    before: Sequence[EditionRef],
    party_index: PartyIndex,
) -> Array | None:
    """Counterparties that the lists' changes can affect; None where all have to be looked at."""
    deltas = list(_deltas(engine, before))
    if not deltas:
        return np.zeros(0, dtype=np.int64)
    index = engine.index
    spoken = [entity for each in deltas for entity in _said_anew(engine, each)]
    number_of = {index.entity_ids[n]: n for n in range(index.entity_count)}
    anew = [
        name for e in spoken if e.id in number_of for name in index.names_of_entity(number_of[e.id])
    ]
    names = sorted(set(anew))
    if len(names) > MOST_NAMES * index.name_count or any(map(_is_an_address, spoken)):
        return None
    identifiers = [number for e in spoken for number in (*e.identifiers, *e.contacts)]
    found = [
        parties
        for part in party_index.parts
        for parties in (
            matching_parties(part, index, names, settings.threshold),
            parties_with_identifiers(part, identifiers),
        )
    ]
    entities = {entity for each in deltas for entity in _touched(each)}
    known = [number for number, entity in alerts.pairs(view) if entity in entities]
    return np.unique(np.concatenate([*found, np.array(known, dtype=np.int64)]))


def _is_an_address(entity: Entity) -> bool:
    """Whether an entry is met by addresses, which the index of counterparties does not have."""
    names = [name.text for name in entity.names]
    return is_only_an_address(names, [address.text for address in entity.addresses])


def _deltas(engine: Engine, before: Sequence[EditionRef]) -> Iterable[Delta]:
    """What changed on the lists since a run, list by list."""
    catalogue = Catalogue(engine.home)
    old: dict[str, Snapshot | None] = {
        item.list: catalogue.snapshot(item.list, item.sha256) for item in before
    }
    new = {one.source: one for one in engine.snapshots if one.source in engine.chosen}
    for source in sorted(old.keys() | new.keys()):
        one, other = old.get(source), new.get(source)
        if one is None or other is None or one.sha256 != other.sha256:
            yield delta(one, other)


def _said_anew(engine: Engine, found: Delta) -> Iterable[Entity]:
    """New and changed entries whose names or numbers may match somebody new."""
    yield from found.added
    yield from (change.new for change in found.changed)
    for id_ in found.reworded:
        if entity := engine.listed(id_):
            yield entity


def _touched(found: Delta) -> Iterable[str]:
    """Ids of all entries that changed in any way."""
    yield from (entity.id for entity in (*found.added, *found.removed))
    yield from (change.new.id for change in found.changed)
    yield from found.reworded

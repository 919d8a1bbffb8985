"""Which counterparties a change can affect; the others' answers are what they were.

A pair of a counterparty and a listed entry is scored by their names, identifiers and countries,
by what their words weigh, and by nothing else. So it can only have changed when either was changed,
or when words of theirs weigh something else on the new editions (docs/decisions/0012). What a score
can move by is bounded (``matcher.search.score_bound.score_sensitivity``): a pair that was far
enough below the threshold stays below it, however its words' weights moved within ``MOST_DRIFT``.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp, log

import numpy as np
import sqlalchemy as sa

from matcher.columnar.arrays import Array
from matcher.index.index import NameIndex
from matcher.index.weight_snapshot import Weights, word_keys_of
from matcher.search.reverse import (
    matching_parties,
    parties_with_identifiers,
    party_arrays,
    reweighed,
    weight_change,
)
from matcher.search.score_bound import score_sensitivity
from records import Delta, EditionRef, Entity, Identifier, Screening, Settings, Snapshot
from screening.changes.diff import delta
from screening.engine.engine import ENGINE, Engine
from screening.monitoring.party_index import PartyIndex, open_party_index
from store import counterparties, near_misses, screenings
from store.catalogue import Catalogue

MOST_DRIFT = 0.01
"""The part of a name's information that may weigh differently before it is looked at again. OFAC's
edition of 2025-11-19 moved more than this of 0.4 % of ordinary companies' names."""
_ROUNDED = 0.005
"""In log odds: scores are rounded to four digits, and sums are added up in another order."""
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
    engine: Engine, view: sa.Connection | None, settings: Settings, *, full: bool
) -> Affected:
    """Find what has to be looked at to come to what a full run would come to.

    Args:
        engine: the list editions to screen against.
        view: the counterparties and the runs so far.
        settings: of this run.
        full: whether a full run is wanted anyway.
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
    numbers = np.union1d(touched, np.array(changed, dtype=np.int64))
    numbers = np.setdiff1d(numbers, np.array(removed, dtype=np.int64))
    return Affected(numbers=numbers.tolist(), removed=removed, changed=changed)


def run_name(run: Screening) -> str:
    """A name for a run of monitoring that no other has, in this database or another."""
    return f"{run.number}-{run.input_sha256[:12]}-{run.answer_sha256[:12]}"


def nearly(threshold: float) -> float:
    """The score from which on a pair is close to a hit: a drift of both names may make it one."""
    if not 0.0 < threshold < 1.0:
        return threshold
    odds = log(threshold / (1.0 - threshold)) - 2 * MOST_DRIFT * score_sensitivity() - _ROUNDED
    return 1.0 / (1.0 + exp(-odds))


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
    """Counterparties that the lists' changes can affect; None for too many to look for."""
    keys = word_keys_of(engine.index)
    weights = Weights.of(engine.index, keys)
    deltas = list(_deltas(engine, before))
    moved = _Moved.between(party_index.weights, weights)
    if not deltas and moved.nothing:
        return np.zeros(0, dtype=np.int64)
    index = engine.index
    of_word = moved.of(keys, index.arrays["word_weight"])
    drifting = weight_change(index, of_word)
    spoken = [entity for each in deltas for entity in _said_anew(engine, each)]
    number_of = {index.entity_ids[n]: n for n in range(index.entity_count)}
    anew = [
        name for e in spoken if e.id in number_of for name in index.names_of_entity(number_of[e.id])
    ]
    names = np.union1d(np.array(anew, dtype=np.int64), np.flatnonzero(drifting > MOST_DRIFT))
    if len(names) > MOST_NAMES * index.name_count:
        return None
    entities = {entity for each in deltas for entity in _touched(each)}
    entities |= {index.entity_ids[n] for n in np.unique(index.arrays["name_entity"][drifting > 0])}
    identifiers = [number for entity in spoken for number in entity.identifiers]
    pairs = near_misses.pairs(view)
    look = _Look(engine, weights, moved, names.tolist(), identifiers, nearly(settings.threshold))
    found = [look.through(part) for part in party_index.parts]
    drifted = np.unique(np.concatenate([f.drifted for f in found])) if found else names[:0]
    known = [number for number, entity in pairs if entity in entities]
    both = np.array([number for number, _ in pairs], dtype=np.int64)
    known_drifted = both[np.isin(both, drifted)]
    parties = [f.parties for f in found]
    return np.unique(np.concatenate([*parties, known_drifted, np.array(known, dtype=np.int64)]))


@dataclass(frozen=True, slots=True)
class _Moved:
    """Words that weigh something else than they did."""

    old: Weights
    new: Weights
    forms: Array
    """How words are written that are new on the lists, or gone from them."""

    @classmethod
    def between(cls, old: Weights, new: Weights) -> "_Moved":
        return cls(old, new, np.setxor1d(old.forms, new.forms))

    @property
    def nothing(self) -> bool:
        """Whether all words weigh what they did."""
        same = np.array_equal(self.old.keys, self.new.keys)
        return same and np.array_equal(self.old.weights, self.new.weights) and not len(self.forms)

    def of(self, keys: Array, otherwise: Array) -> Array:
        """By how much each word's weight moved."""
        moved: Array = np.abs(self.new.at(keys, otherwise) - self.old.at(keys, otherwise))
        return moved


@dataclass(frozen=True, slots=True)
class _Seen:
    parties: Array
    """Counterparties to look at."""
    drifted: Array
    """Counterparties some of whose words weigh something else."""


@dataclass(frozen=True, slots=True)
class _Look:
    """What is looked for in every part of the index of counterparties."""

    engine: Engine
    weights: Weights
    moved: _Moved
    names: list[int]
    identifiers: list[Identifier]
    threshold: float

    def through(self, part: NameIndex) -> _Seen:
        """Look through one part."""
        party_index = reweighed(part, self.weights)
        arrays = party_arrays(party_index)
        of_word = self.moved.of(arrays["word_key"], arrays["word_alone"])
        # What is a word on a list is no slip of the pen; so one that came or went counts in full.
        of_word = np.where(np.isin(arrays["word_form_key"], self.moved.forms), 1.0, of_word)
        drifting = weight_change(party_index, of_word)
        party = arrays["party"][arrays["name_entity"]]
        found = [
            matching_parties(party_index, self.engine.index, self.names, self.threshold),
            parties_with_identifiers(party_index, self.identifiers),
            np.unique(party[drifting > MOST_DRIFT]),
        ]
        return _Seen(np.unique(np.concatenate(found)), np.unique(party[drifting > 0]))


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
    """Entries of the new edition whose names or numbers may meet somebody new."""
    yield from found.added
    yield from (change.new for change in found.changed)
    for id_ in found.reworded:
        if entity := engine.listed(id_):
            yield entity


def _touched(found: Delta) -> Iterable[str]:
    """Ids of all entries that are other than before, in whatever."""
    yield from (entity.id for entity in (*found.added, *found.removed))
    yield from (change.new.id for change in found.changed)
    yield from found.reworded

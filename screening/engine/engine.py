"""What answers are made with: a set of list editions and the index of their names.

Opened once and only read.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from importlib.metadata import version
from typing import TYPE_CHECKING

import numpy as np

import lists
from matcher.columnar.arrays import Array
from matcher.identity import engine_fingerprint
from matcher.index.index import NAME_KINDS, NameIndex
from matcher.places.listed_addresses import (
    ListedAddress,
    is_only_an_address,
    listed_addresses,
)
from matcher.search.finder import Finder
from records import (
    EditionRef,
    Entity,
    Kind,
    ListedParty,
    ListWarning,
    NameKind,
    NoListsError,
    Snapshot,
    UsageError,
)
from screening.engine import freshness
from screening.engine.index_cache import Notify, kept_index
from screening.engine.joined_entries import JoinedEntries, alone, kept_parties
from screening.engine.list_warnings import MISSING
from store.entities import EntityFile
from store.home import Home
from store.in_use import active_editions

if TYPE_CHECKING:
    from matcher.mentions.searcher import Searcher

# Entities that are kept once they were read: a batch meets the same ones again and again.
REMEMBERED = 2_000
ADDRESSES_ON = "us_csl"
"""The list whose entries may be addresses (15 CFR 744.16)."""
VERSION = version("namewarden")
ENGINE = f"namewarden {VERSION} ({engine_fingerprint()[:12]})"
"""The program's version and what it scores with: two builds that may answer differently differ."""


@dataclass
class _Learned:
    """What is opened and learnt when it is first needed; shared by the views of one engine."""

    index: NameIndex
    files: list[tuple[int, EntityFile]] = field(default_factory=list)
    """Each snapshot's entities with the number of the first."""
    addresses: tuple[ListedAddress, ...] | None = None

    @cached_property
    def finder(self) -> Finder:
        return Finder(self.index)

    @cached_property
    def searcher(self) -> "Searcher":
        from matcher.mentions.searcher import Searcher

        return Searcher(self.index, self.finder.vocabulary)


@dataclass(frozen=True)
class Engine:
    """List editions, their index, and what to look for in it."""

    home: Home
    snapshots: tuple[Snapshot, ...]
    """Sorted by source; the index has their entities in this order."""
    index: NameIndex
    joined: JoinedEntries = field(repr=False)
    """Which of their entries are one party."""
    chosen: frozenset[str]
    """The lists to look on."""
    judged: list[ListWarning] = field(default_factory=list, repr=False)
    """What is wrong with any list; shared by all views of the same editions."""
    _masks: dict[tuple[tuple[Kind, ...] | None, bool], Array | None] = field(
        default_factory=dict, repr=False
    )
    _entities: dict[int, Entity] = field(default_factory=dict, repr=False)
    _shared: "_Learned | None" = field(default=None, repr=False)

    @staticmethod
    def open(
        home: Home,
        *,
        lists: Sequence[str] | None = None,
        as_of: str | None = None,
        max_age: int | None = None,
        notify: Notify | None = None,
    ) -> "Engine":
        """Open the editions that are active, or were at a date.

        Args:
            home: where they are kept.
            lists: the lists to look on; None for all that are loaded.
            as_of: ISO 8601 date or time; None for now.
            max_age: days; refuse lists that are older on that date. None for no limit.
            notify: told when the index has to be built first, which takes seconds.

        Raises:
            NoListsError: nothing is loaded, or one of ``lists`` is not.
            UnknownListError: there is no such list.
            StaleListError: one of the lists is older than ``max_age``.
            UsageError: ``as_of`` is no date, or one to come.
            StoreError: the home cannot be read, or files of a loaded list are lost or damaged.
        """
        freshness.not_future(as_of)
        snapshots = active_editions(home, as_of)
        loaded = {snapshot.source for snapshot in snapshots}
        if not loaded:
            when = f" on {as_of}" if as_of else ""
            raise NoListsError(
                f"{home.path}: no list was loaded{when}, so nothing can be screened. "
                "Run: namewarden update"
            )
        chosen = _chosen(lists, loaded)
        asked = [snapshot for snapshot in snapshots if snapshot.source in chosen]
        every = lists is None
        if max_age is not None:
            freshness.require(home, asked, max_age, every=every, as_of=as_of)
        judged = list(freshness.judge(home, asked, every=every, as_of=as_of))
        index, joined = kept_index(home, snapshots, notify), kept_parties(home, snapshots)
        return Engine(home, snapshots, index, joined, chosen, judged)

    @staticmethod
    def of_editions(
        home: Home,
        snapshots: tuple[Snapshot, ...],
        *,
        lists: Sequence[str] | None = None,
        notify: Notify | None = None,
    ) -> "Engine":
        """Open certain editions, whether they are active or not.

        Args:
            home: where they are kept.
            snapshots: one for each source.
            lists: the lists among them to look on; None for all.
            notify: told when the index has to be built first.

        Raises:
            StoreError: the home cannot be read.
        """
        ordered = tuple(sorted(snapshots, key=lambda snapshot: snapshot.source))
        chosen = _chosen(lists, {snapshot.source for snapshot in ordered})
        index, joined = kept_index(home, ordered, notify), kept_parties(home, ordered)
        return Engine(home, ordered, index, joined, chosen)

    def __reduce__(self) -> tuple[Callable[..., "Engine"], tuple[object, ...]]:
        """In another process an engine is the same editions, opened there."""
        return _opened, (self.home, self.snapshots, self.chosen, self.judged)

    @property
    def warnings(self) -> tuple[ListWarning, ...]:
        """What was wrong with the lists looked on, when it was last judged."""
        all_of_them = len(self.chosen) == len(self.snapshots)
        return tuple(
            item
            for item in self.judged
            if item.list in self.chosen or (all_of_them and item.what == MISSING)
        )

    def judge_anew(self) -> None:
        """Judge the lists by what is known today, for who keeps an engine for days.

        Raises:
            StoreError: the home cannot be read.
        """
        self.judged[:] = freshness.judge(self.home, self.snapshots, every=True)

    @cached_property
    def _learned(self) -> "_Learned":
        return self._shared or _Learned(self.index)

    @property
    def finder(self) -> Finder:
        """Searches the index; remembers the words it met."""
        return self._learned.finder

    @property
    def searcher(self) -> "Searcher":
        """Searches texts for the names of the index."""
        return self._learned.searcher

    @cached_property
    def screened_against(self) -> tuple[EditionRef, ...]:
        """The editions that an answer of this engine was made on."""
        return tuple(
            EditionRef(list=snapshot.source, edition=snapshot.edition, sha256=snapshot.sha256)
            for snapshot in self.snapshots
            if snapshot.source in self.chosen
        )

    @property
    def _files(self) -> list[tuple[int, EntityFile]]:
        """Each snapshot's entities with the number of the first."""
        files = self._learned.files
        if not files:
            first = 0
            for snapshot in self.snapshots:
                files.append((first, EntityFile(snapshot)))
                first += snapshot.entities
        return files

    def on(self, lists: Sequence[str] | None) -> "Engine":
        """The same editions and index, to look on some lists only; None for all that are loaded.

        Raises:
            NoListsError: one of them is not loaded.
            UnknownListError: there is no such list.
        """
        chosen = _chosen(lists, {snapshot.source for snapshot in self.snapshots})
        if chosen == self.chosen:
            return self
        return replace(self, chosen=chosen, _masks={}, _shared=self._learned)

    @cached_property
    def beside(self) -> "Engine":
        """The same editions and index for another thread, which learns words for itself."""
        return replace(self, _masks={}, _shared=_Learned(self.index, self._files))

    def close(self) -> None:
        """Let go of the lists' files; the index is let go of with the engine."""
        self._entities.clear()
        for _, file in self._learned.files:
            file.close()

    def entity(self, number: int) -> Entity:
        """An entity of the index, whole."""
        entity = self._entities.get(number)
        if entity is None:
            if len(self._entities) >= REMEMBERED:
                self._entities.clear()
            first, file = next(item for item in reversed(self._files) if item[0] <= number)
            entity = self._entities[number] = file.at(number - first)
        return entity

    def listed(self, entity_id: str) -> Entity | None:
        """An entity by its id, whole; None where these editions have none of it."""
        for snapshot, (_, file) in zip(self.snapshots, self._files, strict=True):
            if entity_id.startswith(f"{snapshot.source}:"):
                return file.find(entity_id)
        return None

    @property
    def listed_addresses(self) -> tuple[ListedAddress, ...]:
        """The entries that are an address and nobody, whichever lists are looked on."""
        learned = self._learned
        if learned.addresses is None:
            learned.addresses = tuple(self._only_addresses())
        return learned.addresses

    def _only_addresses(self) -> Iterator[ListedAddress]:
        index, first = self.index, 0
        for snapshot in self.snapshots:
            if snapshot.source == ADDRESSES_ON:
                for number in range(first, first + snapshot.entities):
                    names = [index.name_texts[name] for name in index.names_of_entity(number)]
                    if any(any(map(str.isdigit, name)) for name in names):
                        yield from _as_addresses(self.entity(number))
            first += snapshot.entities

    def party(self, entity_id: str) -> ListedParty:
        """The party of an entry of the lists looked on; of it alone where nothing joins it."""
        every = len(self.chosen) == len(self.snapshots)
        return self.joined.on(self.chosen, every=every).get(entity_id) or alone(entity_id)

    def allowed(self, kinds: tuple[Kind, ...] | None, *, weak: bool = True) -> Array | None:
        """For every listed name whether it may be found; None when all may.

        A party whose kind the publisher does not give may be of any kind.

        Args:
            kinds: of parties to look for; None for all.
            weak: whether weak aliases may be found, too. Where a party has no other name they may
                in any case: it would be lost.
        """
        wanted = kinds, weak
        if wanted not in self._masks:
            self._masks[wanted] = self._mask(kinds, weak=weak)
        return self._masks[wanted]

    def _mask(self, kinds: tuple[Kind, ...] | None, *, weak: bool) -> Array | None:
        index = self.index
        wanted = np.ones(index.entity_count, dtype=np.bool_)
        if kinds is not None:
            numbers = [list(Kind).index(kind) for kind in {*kinds, Kind.UNKNOWN}]
            wanted &= np.isin(index.arrays["entity_kind"], numbers)
        if self.chosen < set(index.sources):
            sources = [i for i, source in enumerate(index.sources) if source in self.chosen]
            wanted &= np.isin(index.arrays["entity_source"], sources)
        mask: Array = wanted[index.arrays["name_entity"]]
        if not weak:
            mask &= self._strong()
        return None if mask.all() else mask

    def _strong(self) -> Array:
        """For every listed name whether it is more than a weak alias, or all that its party has."""
        arrays = self.index.arrays
        strong: Array = arrays["name_kind"] != NAME_KINDS.index(NameKind.WEAK)
        named = np.zeros(self.index.entity_count, dtype=np.bool_)
        named[arrays["name_entity"][strong]] = True
        alone: Array = ~named[arrays["name_entity"]]
        return strong | alone


def _as_addresses(entity: Entity) -> tuple[ListedAddress, ...]:
    names = [name.text for name in entity.names]
    texts = [address.text for address in entity.addresses]
    if not is_only_an_address(names, texts):
        return ()
    return listed_addresses(entity.id, texts or names)


def _opened(
    home: Home,
    snapshots: tuple[Snapshot, ...],
    chosen: frozenset[str],
    judged: list[ListWarning],
) -> Engine:
    index, joined = kept_index(home, snapshots, None), kept_parties(home, snapshots)
    return Engine(home, snapshots, index, joined, chosen, judged)


def _chosen(wanted: Sequence[str] | None, loaded: set[str]) -> frozenset[str]:
    if wanted is None:
        return frozenset(loaded)
    if not wanted:
        raise UsageError("no list is named, so nothing would be searched")
    names = [lists.source(name).name for name in wanted]
    missing = [name for name in names if name not in loaded]
    if missing:
        raise NoListsError(
            f"{missing[0]} is not loaded, so it cannot be screened against. "
            f"Run: namewarden update {missing[0]}"
        )
    return frozenset(names)

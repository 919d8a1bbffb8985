"""What answers are made with: a set of list editions and the index of their names.

Opened once and only read. The index is a cache: it is named by the editions and by the version of
the matcher, so a change of either builds another one, and losing it loses nothing.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import numpy as np

import lists
from matcher import Finder, Language, NameIndex, build, fingerprint, model, read_language
from matcher.arrays import Array, read, write
from records import (
    Entity,
    Kind,
    ListWarning,
    NoListsError,
    Screened,
    Settings,
    Snapshot,
    StoreError,
    UsageError,
)
from screening import freshness
from screening.cycle_search import without_cycle_search
from store.catalogue import Catalogue
from store.entities import EntityFile, entities
from store.home import Home
from store.snapshots import is_whole

Notify = Callable[[str], None]
# Entities that are kept once they were read: a batch meets the same ones again and again.
REMEMBERED = 2_000
ENGINE = f"namewarden {version('namewarden')}"


@dataclass(frozen=True)
class Engine:
    """List editions, their index, and what to look for in it."""

    home: Home
    snapshots: tuple[Snapshot, ...]
    """Sorted by source; the index has their entities in this order."""
    index: NameIndex
    chosen: frozenset[str]
    """The lists to look on."""
    judged: list[ListWarning] = field(default_factory=list, repr=False)
    """What is wrong with any list; shared by all views of the same editions."""
    _masks: dict[tuple[Kind, ...] | None, Array | None] = field(default_factory=dict, repr=False)
    _entities: dict[int, Entity] = field(default_factory=dict, repr=False)

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
            StoreError: the home cannot be read, or the files of a loaded list are lost.
        """
        snapshots = Catalogue(home).active(as_of)
        loaded = {snapshot.source for snapshot in snapshots}
        if not loaded:
            when = f" on {as_of}" if as_of else ""
            raise NoListsError(
                f"{home.path}: no list was loaded{when}, so nothing can be screened. "
                "Run: namewarden update"
            )
        chosen = _chosen(lists, loaded)
        _check_whole(snapshots)
        asked = [snapshot for snapshot in snapshots if snapshot.source in chosen]
        every = lists is None
        if max_age is not None:
            freshness.require(home, asked, max_age, every=every, as_of=as_of)
        judged = list(freshness.judge(home, asked, every=every, as_of=as_of))
        return Engine(home, snapshots, _index(home, snapshots, notify), chosen, judged)

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
        return Engine(home, ordered, _index(home, ordered, notify), chosen)

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
            if item.list in self.chosen or (all_of_them and item.what == freshness.MISSING)
        )

    def judge_anew(self) -> None:
        """Judge the lists by what is known today, for who keeps an engine for days.

        Raises:
            StoreError: the home cannot be read.
        """
        self.judged[:] = freshness.judge(self.home, self.snapshots, every=True)

    @cached_property
    def finder(self) -> Finder:
        """Searches the index; remembers the words it met."""
        return Finder(self.index)

    @cached_property
    def screened_against(self) -> tuple[Screened, ...]:
        """The editions that an answer of this engine was made on."""
        return tuple(
            Screened(list=snapshot.source, edition=snapshot.edition, sha256=snapshot.sha256)
            for snapshot in self.snapshots
            if snapshot.source in self.chosen
        )

    @cached_property
    def _files(self) -> tuple[tuple[int, EntityFile], ...]:
        """Each snapshot's entities with the number of the first."""
        first, files = 0, []
        for snapshot in self.snapshots:
            files.append((first, EntityFile(snapshot)))
            first += snapshot.entities
        return tuple(files)

    def on(self, lists: Sequence[str] | None) -> "Engine":
        """The same editions and index, to look on some lists only; None for all that are loaded.

        Raises:
            NoListsError: one of them is not loaded.
            UnknownListError: there is no such list.
        """
        chosen = _chosen(lists, {snapshot.source for snapshot in self.snapshots})
        if chosen == self.chosen:
            return self
        view = replace(self, chosen=chosen, _masks={})
        # What was opened and learnt serves every view.
        view.__dict__.update(finder=self.finder, _files=self._files)
        return view

    @cached_property
    def beside(self) -> "Engine":
        """The same editions and index for another thread, which learns words for itself."""
        view = replace(self, _masks={})
        view.__dict__["_files"] = self._files
        return view

    def close(self) -> None:
        """Let go of the lists' files; the index is let go of with the engine."""
        self._entities.clear()
        for _, file in self._files:
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

    def allowed(self, kinds: tuple[Kind, ...] | None) -> Array | None:
        """For every listed name whether it may be found; None when all may.

        A party whose kind the publisher does not give may be of any kind.
        """
        if kinds not in self._masks:
            self._masks[kinds] = self._mask(kinds)
        return self._masks[kinds]

    def _mask(self, kinds: tuple[Kind, ...] | None) -> Array | None:
        index = self.index
        wanted = np.ones(index.entity_count, dtype=np.bool_)
        if kinds is not None:
            numbers = [list(Kind).index(kind) for kind in {*kinds, Kind.UNKNOWN}]
            wanted &= np.isin(index.arrays["entity_kind"], numbers)
        if self.chosen < set(index.sources):
            sources = [i for i, source in enumerate(index.sources) if source in self.chosen]
            wanted &= np.isin(index.arrays["entity_source"], sources)
        if wanted.all():
            return None
        mask: Array = wanted[index.arrays["name_entity"]]
        return mask


def _check_whole(snapshots: Iterable[Snapshot]) -> None:
    """A cached index would still find names of a list whose entries are gone."""
    for snapshot in snapshots:
        if not is_whole(snapshot):
            raise StoreError(
                f"{snapshot.folder}: files of this list are missing. Nothing was screened. "
                f"Load it again: namewarden update {snapshot.source}"
            )


def _opened(
    home: Home,
    snapshots: tuple[Snapshot, ...],
    chosen: frozenset[str],
    judged: list[ListWarning],
) -> Engine:
    return Engine(home, snapshots, _index(home, snapshots, None), chosen, judged)


def _chosen(wanted: Sequence[str] | None, loaded: set[str]) -> frozenset[str]:
    if wanted is None:
        return frozenset(loaded)
    names = [lists.source(name).name for name in wanted]
    missing = [name for name in names if name not in loaded]
    if missing:
        raise NoListsError(
            f"{missing[0]} is not loaded, so it cannot be screened against. "
            f"Run: namewarden update {missing[0]}"
        )
    return frozenset(names)


def settings(
    *,
    threshold: float | None,
    limit: int,
    kinds: Sequence[str] | None,
    lists: Sequence[str] | None,
    as_of: str | None,
) -> Settings:
    """Check what was asked for, and fill in the calibrated threshold.

    Raises:
        UsageError: a figure is out of range or a kind is unknown.
    """
    if threshold is not None and not 0.0 <= threshold <= 1.0:
        raise UsageError(f"threshold {threshold} is not between 0 and 1")
    if limit < 1:
        raise UsageError(f"limit {limit} is less than 1")
    return Settings(
        threshold=model().threshold if threshold is None else threshold,
        limit=limit,
        kinds=None if kinds is None else tuple(_kind(kind) for kind in kinds),
        lists=None if lists is None else tuple(lists),
        as_of=as_of,
    )


def _kind(name: str) -> Kind:
    try:
        return Kind(name)
    except ValueError as error:
        known = ", ".join(kind.value for kind in Kind)
        raise UsageError(f"no kind called {name!r}. There are: {known}") from error


def prepare(home: Home, *, notify: Notify) -> None:
    """Build the index of the active snapshots, and drop those of earlier ones.

    Raises:
        StoreError: the home cannot be written.
    """
    snapshots = Catalogue(home).active()
    folder = _folder(home, snapshots)
    if _saved(folder) is None:
        notify(_building(snapshots))
        _put(folder, _build(home, snapshots).save)
    for other in home.index.iterdir():
        if other not in (folder, _language_folder(home)):
            shutil.rmtree(other, ignore_errors=True)


def language(home: Home) -> Language:
    """The common words of ordinary language, collected once for a home.

    A home that cannot be written costs a second each time, nothing else.
    """
    folder = _language_folder(home)
    try:
        arrays, _ = read(folder)
        return Language(arrays["hashes"], arrays["zipf"])
    except (OSError, ValueError, KeyError):
        found = read_language()
    arrays = {"hashes": found.hashes, "zipf": found.zipf}
    try:
        _put(folder, lambda beside: write(beside, arrays, {}))
    except StoreError:
        return found
    return found


def _language_folder(home: Home) -> Path:
    return home.index / f"language-{fingerprint()[:24]}"


def _folder(home: Home, snapshots: Iterable[Snapshot]) -> Path:
    names = [fingerprint(), *(f"{snapshot.source}:{snapshot.sha256}" for snapshot in snapshots)]
    return home.index / sha256("\n".join(names).encode()).hexdigest()[:32]


def _index(home: Home, snapshots: tuple[Snapshot, ...], notify: Notify | None) -> NameIndex:
    folder = _folder(home, snapshots)
    index = _saved(folder)
    if index is not None:
        return index
    if notify is not None:
        notify(_building(snapshots))
    built = _build(home, snapshots)
    try:
        _put(folder, built.save)
    except StoreError:
        # A home that may only be read still answers, only later.
        return built
    return _saved(folder) or built


def _saved(folder: Path) -> NameIndex | None:
    """The index on disk; None where there is none, or a damaged one, which is built again."""
    try:
        return NameIndex.load(folder)
    except (OSError, ValueError, KeyError):
        return None


def _building(snapshots: Iterable[Snapshot]) -> str:
    return f"building the index of {sum(snapshot.names for snapshot in snapshots):,} names"


def _build(home: Home, snapshots: Iterable[Snapshot]) -> NameIndex:
    words = language(home)
    with without_cycle_search():
        return build(_all(snapshots), words)


def _all(snapshots: Iterable[Snapshot]) -> Iterator[Entity]:
    for snapshot in snapshots:
        yield from entities(snapshot)


def _put(folder: Path, save: Callable[[Path], None]) -> None:
    """Write beside, then rename: a reader sees the whole folder or none.

    Raises:
        StoreError: it cannot be written.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".new-"))
        try:
            # mkdtemp keeps others out; the index is for every user that may read the home.
            beside.chmod(folder.parent.stat().st_mode)
            save(beside)
            shutil.rmtree(folder, ignore_errors=True)
            beside.replace(folder)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        raise StoreError(
            f"{folder.parent}: the index cannot be written: {error.strerror}. The lists stay as "
            "they are. Is the disk full, or the folder not yours? See NAMEWARDEN_HOME"
        ) from error

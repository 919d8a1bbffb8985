"""The index of list editions, kept in the home.

It is a cache, named by the editions and by the engine's fingerprint: a change of either builds
another one, and losing it loses nothing.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from lists import particulars
from matcher.columnar.arrays import Array, read, write
from matcher.identity import engine_fingerprint
from matcher.index.build import build
from matcher.index.common_words import CommonWords, read_common_words
from matcher.index.index import NameIndex
from matcher.lexicon.everyday import Everyday, read_everyday
from matcher.names.term_weights import Language, read_language
from records import Entity, Snapshot, StoreError
from records.gc_tuning import gc_paused
from screening.engine.given_index import GivenIndex, given, taken
from screening.engine.joined_entries import prepare_parties
from store.atomic import remove_folder, replacing_folder
from store.copies import content
from store.entities import entities
from store.home import Home
from store.in_use import active_editions

Notify = Callable[[str], None]
# What is collected once for a home.
COLLECTED = ("language", "everyday", "common")
_Words = TypeVar("_Words", Language, Everyday)


def prepare(home: Home, *, notify: Notify) -> None:
    """Build the index of the active snapshots and join their entries to parties; drop what is of
    earlier ones.

    Raises:
        StoreError: the home cannot be written, or files of a list are missing or damaged.
    """
    snapshots = active_editions(home)
    folder = _folder(home, snapshots)
    if _saved(folder) is None:
        notify(_building(snapshots))
        _put(folder, partial(_build(home, snapshots).save, of=folder.name))
    for other in home.index.iterdir():
        if other not in (folder, *(_folder_of(home, words) for words in COLLECTED)):
            with suppress(OSError):  # it costs disk, and the next time it goes
                remove_folder(other)
    prepare_parties(home, snapshots, notify=notify)


def language(home: Home) -> Language:
    """The common words of ordinary language, collected once for a home."""
    return _collected(_folder_of(home, "language"), Language, read_language)


def _everyday(home: Home) -> Everyday:
    """The words of ordinary texts, collected once for a home, where an index is built."""
    return _collected(_folder_of(home, "everyday"), Everyday, read_everyday)


def _common(home: Home, known: Language) -> CommonWords:
    """The words of which texts know beforehand what they are, collected likewise."""
    folder = _folder_of(home, "common")
    try:
        return CommonWords.load(folder)
    except (OSError, ValueError, KeyError):
        found = read_common_words(known)
    with suppress(StoreError):
        _put(folder, found.save)
    return found


def _collected(
    folder: Path, kind: Callable[[Array, Array], _Words], collect: Callable[[], _Words]
) -> _Words:
    """Words and their Zipf values from disk, else collected and put there.

    A home that cannot be written costs a second each time, nothing else.
    """
    try:
        arrays, _ = read(folder)
        return kind(arrays["hashes"], arrays["zipf"])
    except (OSError, ValueError, KeyError):
        found = collect()
    arrays = {"hashes": found.hashes, "zipf": found.zipf}
    with suppress(StoreError):
        _put(folder, lambda beside: write(beside, arrays, {}))
    return found


def _folder_of(home: Home, words: str) -> Path:
    return home.index / f"{words}-{engine_fingerprint()[:24]}"


def _folder(home: Home, snapshots: Iterable[Snapshot]) -> Path:
    """Where the index is; its name says of which entities, as they are on disk.

    Raises:
        StoreError: files of an edition are missing or damaged: then no index is one of it, also
            when it was made while they were whole.
    """
    names = [
        engine_fingerprint(),
        _particulars_read_by(),
        *(f"{snapshot.source}:{content(snapshot)}" for snapshot in snapshots),
    ]
    return home.index / sha256("\n".join(names).encode()).hexdigest()[:32]


@cache
def _particulars_read_by() -> str:
    """What turns the notes of kept entities into fields of the index; no edition has a checksum of
    it.
    """
    return sha256(Path(particulars.__file__).read_bytes()).hexdigest()


def kept_index(home: Home, snapshots: tuple[Snapshot, ...], notify: Notify | None) -> NameIndex:
    """The index of some editions: from disk, else built and put there.

    Args:
        home: where it is kept.
        snapshots: sorted by source.
        notify: told when it has to be built first, which takes seconds.

    Raises:
        StoreError: files of an edition are missing or damaged.
    """
    folder = _folder(home, snapshots)
    index = taken(folder.name) or _saved(folder)
    if index is not None:
        return index
    if notify is not None:
        notify(_building(snapshots))
    built = _build(home, snapshots)
    try:
        _put(folder, partial(built.save, of=folder.name))
    except StoreError:
        # A home that may only be read still answers, only later.
        return built
    return _saved(folder) or built


def give(home: Home, snapshots: Iterable[Snapshot], index: NameIndex) -> GivenIndex | None:
    """The index of some editions, to be given to processes; None where each has to read it.

    Raises:
        StoreError: files of an edition are missing or damaged.
    """
    return given(_folder(home, snapshots).name, index)


def _saved(folder: Path) -> NameIndex | None:
    """The index on disk; None where there is none, or a damaged one, which is built again."""
    try:
        return NameIndex.load(folder, folder.name)
    except (OSError, ValueError, KeyError):
        return None


def _building(snapshots: Iterable[Snapshot]) -> str:
    return f"building the index of {sum(snapshot.names for snapshot in snapshots):,} names"


def _build(home: Home, snapshots: Iterable[Snapshot]) -> NameIndex:
    words = replace(language(home), everyday=_everyday(home))
    with gc_paused():
        return build(_all(snapshots), words, _common(home, words))


def _all(snapshots: Iterable[Snapshot]) -> Iterator[Entity]:
    for snapshot in snapshots:
        yield from entities(snapshot)


def _put(folder: Path, save: Callable[[Path], None]) -> None:
    """Write beside, then rename: a reader sees the whole folder or none.

    Raises:
        StoreError: it cannot be written.
    """
    try:
        with replacing_folder(folder) as beside:
            save(beside)
    except OSError as error:
        raise StoreError(
            f"{folder.parent}: the index cannot be written: {error.strerror}. The lists stay as "
            "they are. Is the disk full, or the folder not yours? See NAMEWARDEN_HOME"
        ) from error

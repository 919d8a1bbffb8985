"""Verifies, file by file, that everything a home keeps is still what was written."""

from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from typing import Literal

from matcher.columnar.arrays import read
from records import Snapshot, StoreError
from records.sealed import unsealed
from screening.engine.freshness import refuse_if_lost
from screening.engine.joined_entries import checked
from screening.updates.mend import whole_or_mended
from store.catalogue import Catalogue
from store.copies import is_kept, problems
from store.database import Database
from store.entities import entities
from store.home import Home
from store.lock import update_lock
from store.requested_lists import is_there, request_lists, requested_lists

Notify = Callable[[str], None]
_AGAIN = "it is built again when it is needed"


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyFinding:
    """Something that is not, or cannot be known to be, what was written."""

    state: Literal["damaged", "unsealed", "mended"]
    """``unsealed``: whole as far as can be told, but written before there were checksums."""
    list: str | None
    """The list whose edition it is; None for anything else."""
    edition: str | None
    message: str
    """One line for a person."""


def verify(home: Home, *, repair: bool = False, notify: Notify) -> Iterator[VerifyFinding]:
    """Read everything that is kept, and tell what is damaged.

    Args:
        home: what to look at.
        repair: read damaged editions, and those without checksums, again from the publishers'
            files that were kept; remove indexes that are damaged.
        notify: told what a repair does.

    Yields:
        What was found, in the order database, editions, settings, indexes; nothing when all is
        whole. A repaired part is found as ``mended``.

    Raises:
        StoreError: the home cannot be locked for a repair.
    """
    with update_lock(home, notify) if repair else nullcontext():
        for line in Database.of(home).damage():
            yield _damaged(line)
        active: tuple[Snapshot, ...] = ()
        try:
            catalogue = Catalogue(home)
            active, every = catalogue.active(), catalogue.every()
            for snapshot in every:
                yield from _of_edition(home, snapshot, active, notify if repair else None)
        except StoreError as error:
            yield _damaged(str(error))
        try:
            if repair and active and not is_there(home):
                request_lists(home, [each.source for each in active])
            refuse_if_lost(home, active)
            requested_lists(home)
        except StoreError as error:
            yield _damaged(str(error))
        yield from _of_indexes(home, repair=repair)


def _of_edition(
    home: Home, snapshot: Snapshot, active: tuple[Snapshot, ...], mend: Notify | None
) -> Iterator[VerifyFinding]:
    if not is_kept(snapshot) and snapshot not in active:
        return  # pruned
    found = [str(error) for error in problems(snapshot)] or _unread(snapshot)
    if snapshot.seals and not found:
        return
    if mend is not None:
        whole = whole_or_mended(home, snapshot, mend)
        if whole is not None and whole.seals:
            yield _finding("mended", snapshot, f"{snapshot.folder}: was read again and is whole")
            return
    for line in found:
        yield _finding("damaged", snapshot, line)
    if not found:
        yield _finding(
            "unsealed",
            snapshot,
            f"{snapshot.folder}: loaded before copies had checksums, so nobody can say that it is "
            "whole. To read the publisher's file again: namewarden lists verify --repair",
        )


def _unread(snapshot: Snapshot) -> list[str]:
    """What keeps an edition from being read to its end, entry by entry."""
    try:
        for _ in entities(snapshot):
            pass
    except StoreError as error:
        return [str(error)]
    return []


def _of_indexes(home: Home, *, repair: bool) -> Iterator[VerifyFinding]:
    """Indexes are caches: a damaged one is never used, and costs the time to build it."""
    folders = [*_folders(home.index), *_folders(home.party_index)]
    for folder in folders:
        try:
            read(folder)
        except (OSError, ValueError, KeyError) as error:
            yield _of_cache(folder, error, repair=repair)
    for path in sorted(home.parties.glob("*.json")):
        try:
            checked(path.read_bytes())
        except (OSError, ValueError) as error:
            yield _of_cache(path, error, repair=repair)
    state = home.party_index / "state.json"
    if state.is_file():
        try:
            unsealed(state.read_bytes())
        except (OSError, ValueError) as error:
            yield _of_cache(state, error, repair=repair)


def _of_cache(path: Path, error: Exception, *, repair: bool) -> VerifyFinding:
    if not repair:
        return _damaged(f"{path}: is damaged, or an earlier version's ({_why(error)}); {_AGAIN}")
    if path.is_dir():
        rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
    return VerifyFinding(
        state="mended", list=None, edition=None, message=f"{path}: was removed; {_AGAIN}"
    )


def _folders(of: Path) -> Iterator[Path]:
    if of.is_dir():
        yield from sorted(p for p in of.iterdir() if p.is_dir() and not p.name.startswith("."))


def _why(error: Exception) -> str:
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)


def _damaged(line: str) -> VerifyFinding:
    return VerifyFinding(state="damaged", list=None, edition=None, message=line)


def _finding(
    state: Literal["damaged", "unsealed", "mended"], of: Snapshot, line: str
) -> VerifyFinding:
    return VerifyFinding(state=state, list=of.source, edition=of.edition, message=line)

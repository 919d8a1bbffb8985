"""Repairs a damaged copy of an edition from the publisher's file that was kept with it."""

from collections.abc import Callable
from pathlib import Path

from lists import Source, source, with_columns
from records import ListError, Snapshot, StoreError
from screening.updates.ingest import AcceptanceRules, IncomingEdition, ingest
from store.catalogue import Catalogue
from store.copies import is_kept, problems, variant_of
from store.home import Home

Notify = Callable[[str], None]
_ANY = AcceptanceRules(accept_excerpts=True, allow_older=True, allow_shrunk=True)
"""It was taken once, whatever it is."""


def whole_or_mended(home: Home, snapshot: Snapshot, notify: Notify) -> Snapshot | None:
    """Look at every file of an edition, and read the edition again if one of them is damaged.

    The caller holds the lock of updates. A copy that has no checksums, because an earlier version
    of the program wrote it, is read again as well; if that cannot be, it stays as it is.

    Args:
        home: where it is kept.
        snapshot: the edition.
        notify: told what was found and done, a line each.

    Returns:
        The edition, whole; None when it is damaged and cannot be read again.
    """
    found = list(problems(snapshot))
    if snapshot.seals and not found:
        return snapshot
    for error in found:
        notify(f"{snapshot.source}: {_short(error)}")
    try:
        again = _read_again(home, snapshot, notify)
    except (ListError, StoreError, OSError) as error:
        if is_kept(snapshot):
            why = " ".join(str(error).split()).rstrip(".")
            notify(f"{snapshot.source}: the publisher's file that was kept does not help: {why}")
        return None if found else snapshot
    was = "the damaged copy" if found else "the copy from before there were checksums"
    notify(f"{snapshot.source}: {was} was replaced: the publisher's file was read again")
    return again


def _read_again(home: Home, snapshot: Snapshot, notify: Notify) -> Snapshot:
    of = source(snapshot.source)
    variant = variant_of(snapshot)
    if variant:
        of = with_columns(of, variant)
    incoming_edition = IncomingEdition(
        paths=_kept_files(of, snapshot), origin=snapshot.origin, fetched_at=snapshot.fetched_at
    )
    again, _ = ingest(
        home,
        of,
        incoming_edition,
        None,
        _ANY,
        lambda line: notify(f"{snapshot.source}: {line}"),
        expected=snapshot.sha256,
    )
    Catalogue(home).renew(again)
    return again


def _kept_files(of: Source, snapshot: Snapshot) -> tuple[Path, ...]:
    """The publisher's file, or all members of the source's set in their order.

    Raises:
        ListError: they are not there.
    """
    members = of.file_set.members if of.file_set else ()
    single = sorted(snapshot.folder.glob("raw.*"))
    found = [path for name in members for path in sorted(snapshot.folder.glob(f"raw-{name}.*"))]
    if len(single) != 1 and (not members or len(found) != len(members)):
        raise ListError(f"{snapshot.folder}: it is not there")
    return tuple(single if len(single) == 1 else found)


def _short(error: StoreError) -> str:
    """What is damaged, without what to do about it: that is being done."""
    return str(error).partition(". Nothing was screened")[0]

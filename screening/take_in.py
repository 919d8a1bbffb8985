"""One list file -> checked snapshot. A new edition is taken only when it is whole."""

import gc
import gzip
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from lists import Reading, Source
from lists.first_bytes import described_head
from lists.packed import Unpacked, head_of, packing, unpacked
from records import Entity, ListFormatError, Snapshot
from store.home import Home
from store.snapshots import IncomingSnapshot, incoming_snapshot

LARGEST_LOSS = 0.10
"""Share of the active edition's entities that a new one may lack. The largest real steps that
were seen took 3 % (a programme lifted); a list cut in the middle of a day lost far more."""
GZIP_LEVEL = 1
"""121 MB of OFAC's XML take 8.1 MB and 0.3 s at level 1; level 6 saves 2 MB for three times
the time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What a new edition may be."""

    accept_excerpts: bool = False
    """Whether a list with fewer entities than its source's ``at_least`` is taken."""
    allow_older: bool = False
    allow_shrunk: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A file that is here and not yet checked."""

    path: Path
    origin: str
    """The address or file that it came from."""
    fetched_at: str
    """ISO 8601 UTC with seconds."""


def take_in(
    home: Home, source: Source, arrival: Arrival, active: Snapshot | None, rules: Rules
) -> tuple[Snapshot, Counter[str]]:
    """Parse a file to its last byte and store it as a snapshot, without activating it.

    Returns:
        The snapshot (the active one itself when the content is the same) and how often what was
        met that the reader did not know.

    Raises:
        ListFormatError: it is not a whole list, or not a plausible next edition.
        OSError: the home cannot be written.
    """
    _recognised(source, arrival.path)
    reading = Reading()
    with _without_cycle_search(), incoming_snapshot(home, source.name) as incoming:
        with (
            unpacked(arrival.path, source.at_most_bytes) as file,
            _raw_kept(arrival.path, file, incoming.folder),
        ):
            for entity in _unique(source.parse(file, reading), reading):
                incoming.entities.add(entity)
            file.drain()
        snapshot = _described(source, arrival, reading, incoming, file.sha256)
        if active is not None and active.sha256 == snapshot.sha256:
            return active, reading.oddities
        _check(source, snapshot, active, rules)
        incoming.keep(snapshot, {"oddities": dict(reading.oddities)})
    return snapshot, reading.oddities


@contextmanager
def _without_cycle_search() -> Iterator[None]:
    """Pause Python's search for reference cycles: a parser makes half a million records and no
    cycle, and looking through them again and again took a sixth of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _recognised(source: Source, path: Path) -> None:
    head = head_of(path)
    if not source.recognises(head):
        raise ListFormatError(f"the file is {described_head(head)}, not this list")


@contextmanager
def _raw_kept(path: Path, file: Unpacked, folder: Path) -> Iterator[None]:
    """Keep the publisher's bytes: packed as they came, else packed while they pass."""
    kind = packing(path)
    if kind is not None:
        shutil.copyfile(path, folder / f"raw.{kind}")
        yield
        return
    with (
        (folder / "raw.gz").open("xb") as target,
        gzip.GzipFile(fileobj=target, mode="wb", compresslevel=GZIP_LEVEL, mtime=0) as raw,
    ):
        file.copy_to = raw.write
        yield


def _unique(entities: Iterable[Entity], reading: Reading) -> Iterator[Entity]:
    """Give the second entry with an id an id of its own: publishers repeat some, with other
    content, and neither entry may be lost.
    """
    seen: Counter[str] = Counter()
    for entity in entities:
        seen[entity.id] += 1
        if seen[entity.id] > 1:
            reading.oddities["entry with the id of an earlier one"] += 1
            yield replace(entity, id=f"{entity.id}#{seen[entity.id]}")
        else:
            yield entity


def _described(
    source: Source, arrival: Arrival, reading: Reading, incoming: IncomingSnapshot, sha256: str
) -> Snapshot:
    return Snapshot(
        source=source.name,
        sha256=sha256,
        edition=reading.edition,
        fetched_at=arrival.fetched_at,
        origin=arrival.origin,
        entities=len(incoming.entities),
        names=incoming.entities.names,
        folder=incoming.target(sha256),
    )


def _check(source: Source, new: Snapshot, active: Snapshot | None, rules: Rules) -> None:
    least = 1 if rules.accept_excerpts else source.at_least
    if new.entities < least:
        raise ListFormatError(f"{new.entities} entities, at least {least} expected")
    if not new.names:
        raise ListFormatError(f"{new.entities} entities without a single name")
    if new.edition is not None and not _is_date(new.edition):
        raise ListFormatError(f"its date {new.edition[:40]!r} is no date")
    if active is None:
        return
    if new.entities < (1 - LARGEST_LOSS) * active.entities and not rules.allow_shrunk:
        raise ListFormatError(
            f"{new.entities} entities, {active.entities} in the copy in use: a loss of more than "
            f"{LARGEST_LOSS:.0%}"
        )
    if new.edition and active.edition and new.edition < active.edition and not rules.allow_older:
        raise ListFormatError(f"the edition of {new.edition} is older than the copy in use")


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True

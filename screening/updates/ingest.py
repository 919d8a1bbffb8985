"""Turns an edition, of one or several files, into a checked snapshot; refuses incomplete ones."""

import gzip
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from lists import ParseReport, Source
from lists.first_bytes import described_head
from lists.packed import Unpacked, head_of, packing, unpacked
from records import Entity, ListFormatError, Snapshot
from records.gc_tuning import gc_paused
from store.catalogue import Catalogue
from store.copies import problems
from store.home import Home
from store.snapshots import IncomingSnapshot, incoming_snapshot

LARGEST_LOSS = 0.10
"""Share of the active edition's entities, and of its names, that a new one may lack. The largest
real steps that were seen took 3 % (a programme lifted); a list cut in the middle of a day lost far
more."""
LONGEST_LISTED = 10_000
"""Characters of a listed name; the longest that was published has 400. More is a file whose
separators are lost, and would hold up the index for hours."""
GZIP_LEVEL = 1
"""121 MB of OFAC's XML take 8.1 MB and 0.3 s at level 1; level 6 saves 2 MB for three times
the time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptanceRules:
    """What a new edition may be."""

    accept_excerpts: bool = False
    """Whether a list with fewer entities than its source's ``at_least`` is taken."""
    allow_older: bool = False
    allow_shrunk: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingEdition:
    """An edition that is here and not yet checked."""

    paths: tuple[Path, ...]
    """One file, or all members of the source's set in their order."""
    origin: str
    """The address or file that it came from."""
    fetched_at: str
    """ISO 8601 UTC with seconds."""


def ingest(
    home: Home,
    source: Source,
    incoming_edition: IncomingEdition,
    active: Snapshot | None,
    rules: AcceptanceRules,
    say: Callable[[str], None] = lambda _: None,
    *,
    expected: str | None = None,
) -> tuple[Snapshot, Counter[str]]:
    """Parse an edition to its last byte and store it as a snapshot, without activating it.

    Args:
        home: where it is stored.
        source: the list that it is an edition of.
        incoming_edition: its files.
        active: the edition in use; None when there is none.
        rules: what it may be.
        say: gets what a person should know of how it was read, one line at a time.
        expected: the SHA-256 that it has to have; None for any.

    Returns:
        The snapshot (the active one itself when the content is the same; an earlier one that is
        whole) and how often what was met that the reader did not know.

    Raises:
        ListFormatError: it is not a whole list, or not a plausible next edition.
        OSError: the home cannot be written.
    """
    _recognised(source, incoming_edition.paths)
    report = ParseReport()
    with gc_paused(), incoming_snapshot(home, source.name) as incoming:
        with ExitStack() as stack:
            files = [
                stack.enter_context(_opened(path, source.at_most_bytes, incoming.folder / name))
                for path, name in zip(
                    incoming_edition.paths, _raw_names(source, incoming_edition), strict=True
                )
            ]
            for entity in _unique(_parsed(source, files, report), report):
                incoming.entities.add(entity)
            for file in files:
                file.drain()
        for line in report.said:
            say(line)
        snapshot = _described(source, incoming_edition, report, incoming, _sha256(source, files))
        if active is not None and active.sha256 == snapshot.sha256:
            return active, report.oddities
        if expected not in (None, snapshot.sha256):
            raise ListFormatError("it is not the file that was taken in then")
        _check(source, snapshot, active, rules)
        known = Catalogue(home).snapshot(source.name, snapshot.sha256)
        if known is not None and known.seals and not any(problems(known)):
            return known, report.oddities
        details = {"oddities": dict(report.oddities), "said": report.said}
        kept = incoming.keep(snapshot, details | {"variant": source.variant})
    before = known.seals if known is not None else ()
    return replace(kept, seals=tuple(sorted({*before, *kept.seals}))), report.oddities


def _recognised(source: Source, paths: Sequence[Path]) -> None:
    if len(paths) == 1:
        head = head_of(paths[0])
        if not source.recognises(head):
            raise ListFormatError(f"the file is {described_head(head)}, not this list")
        return
    members = source.file_set.members if source.file_set else ()
    if len(paths) != len(members):
        raise ListFormatError(f"{len(paths)} files, {len(members)} expected")


def _parsed(source: Source, files: Sequence[Unpacked], report: ParseReport) -> Iterator[Entity]:
    if source.file_set is not None and len(files) > 1:
        return source.file_set.parse(files, report)
    return source.parse(files[0], report)


def _sha256(source: Source, files: Sequence[Unpacked]) -> str:
    """Of the one file; of a set, that of its files' hashes, a line each, in the set's order. Where
    it is a choice how a file is read, the choice is a last line: other entities, another name.
    """
    lines = [file.sha256 for file in files] + ([source.variant] if source.variant else [])
    if len(lines) == 1:
        return files[0].sha256
    return sha256("".join(f"{line}\n" for line in lines).encode()).hexdigest()


def _raw_names(source: Source, incoming_edition: IncomingEdition) -> tuple[str, ...]:
    """What the publisher's files are called in a snapshot, without the ending of their packing."""
    if source.file_set is None or len(incoming_edition.paths) == 1:
        return ("raw",)
    return tuple(f"raw-{name}" for name in source.file_set.members)


@contextmanager
def _opened(path: Path, limit: int, target: Path) -> Iterator[Unpacked]:
    with unpacked(path, limit) as file, _raw_kept(path, file, target):
        yield file


@contextmanager
def _raw_kept(path: Path, file: Unpacked, target: Path) -> Iterator[None]:
    """Keep the publisher's bytes: packed as they came, else packed while they pass."""
    kind = packing(path)
    if kind is not None:
        shutil.copyfile(path, f"{target}.{kind}")
        yield
        return
    with (
        Path(f"{target}.gz").open("xb") as packed,
        gzip.GzipFile(fileobj=packed, mode="wb", compresslevel=GZIP_LEVEL, mtime=0) as raw,
    ):
        file.copy_to = raw.write
        yield


def _unique(entities: Iterable[Entity], report: ParseReport) -> Iterator[Entity]:
    """Give the second entry with an id an id of its own: publishers repeat some, with other
    content, and neither entry may be lost.

    Raises:
        ListFormatError: a name of an entry is a text.
    """
    seen: Counter[str] = Counter()
    for entity in entities:
        longest = max((len(name.text) for name in entity.names), default=0)
        if longest > LONGEST_LISTED:
            raise ListFormatError(f"the entry {entity.id} has a name of {longest:,} characters")
        seen[entity.id] += 1
        if seen[entity.id] > 1:
            report.oddities["entry with the id of an earlier one"] += 1
            yield replace(entity, id=f"{entity.id}#{seen[entity.id]}")
        else:
            yield entity


def _described(
    source: Source,
    incoming_edition: IncomingEdition,
    report: ParseReport,
    incoming: IncomingSnapshot,
    digest: str,
) -> Snapshot:
    return Snapshot(
        source=source.name,
        sha256=digest,
        edition=report.edition,
        fetched_at=incoming_edition.fetched_at,
        origin=incoming_edition.origin,
        entities=len(incoming.entities),
        names=incoming.entities.names,
        folder=incoming.target(digest),
    )


def _check(source: Source, new: Snapshot, active: Snapshot | None, rules: AcceptanceRules) -> None:
    least = 1 if rules.accept_excerpts else source.at_least
    if new.entities < least:
        raise ListFormatError(f"{new.entities} entities, at least {least} expected")
    if source.at_most is not None and new.entities > source.at_most:
        raise ListFormatError(f"{new.entities} entities, at most {source.at_most} expected")
    if not new.names:
        raise ListFormatError(f"{new.entities} entities without a single name")
    if new.edition is not None and not _is_date(new.edition):
        raise ListFormatError(f"its date {new.edition[:40]!r} is not a date")
    if active is None:
        return
    if not rules.allow_shrunk:
        _refuse_loss("entities", new.entities, active.entities)
        # A party without its aliases looks like a party: names are lost more silently than parties.
        _refuse_loss("names", new.names, active.names)
        _refuse_less_of_the_same(new, active)
    if new.edition and active.edition and new.edition < active.edition and not rules.allow_older:
        raise ListFormatError(f"the edition of {new.edition} is older than the copy in use")


def _refuse_loss(what: str, new: int, active: int) -> None:
    if new < (1 - LARGEST_LOSS) * active:
        raise ListFormatError(
            f"{new} {what}, {active} in the copy in use: a loss of more than {LARGEST_LOSS:.0%}"
        )


def _refuse_less_of_the_same(new: Snapshot, active: Snapshot) -> None:
    """One edition has one content: with the same date and fewer entries it is a part, however well
    formed. Where a publisher did take entries off twice on one day, the next day's edition says so.
    """
    if new.edition is None or new.edition != active.edition:
        return
    for what, now, before in (
        ("entities", new.entities, active.entities),
        ("names", new.names, active.names),
    ):
        if now < before:
            raise ListFormatError(
                f"the edition of {new.edition} again, with {now:,} {what} where it had "
                f"{before:,}. If the publisher did take some off: --allow-shrunk"
            )


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True

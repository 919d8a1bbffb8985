"""A file of ownership data becomes the edition in use of its source, or is refused."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from ownership.edition import EditionWriter
from ownership.readers.lines import OwnershipFormatError
from ownership.statements import Statement, Unread
from records import UsageError
from records.gc_tuning import gc_paused
from screening.ownership.files import Notify, OwnershipFile, look_at, statements
from store import ownership as kept
from store.home import Home
from store.lock import update_lock
from store.ownership import OwnershipEdition
from store.times import now_text, today_text

LARGEST_LOSS = 0.10
"""Share of the holdings of the edition in use that a new one may lack, as for lists."""
_SOURCE = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnershipImport:
    """What became of an import."""

    edition: OwnershipEdition
    unchanged: bool
    """Whether it was in use already."""
    examples: tuple[Unread, ...] = ()
    """Some of the statements that were not understood."""


def import_edition(
    home: Home,
    paths: Sequence[Path],
    *,
    source: str | None = None,
    asked: str | None = None,
    dated: str | None = None,
    columns: Mapping[str, str] | None = None,
    allow_shrunk: bool = False,
    author: str,
    notify: Notify,
) -> OwnershipImport:
    """Take in an edition and make it the one in use; all of it or nothing.

    Args:
        home: where it is kept.
        paths: its files; several are one edition (GLEIF: parties, relationships, exceptions).
        source: what the source is called; None for what the format is called.
        asked: the format; None to tell it by the content.
        dated: ISO 8601 date of what it describes; None for today.
        columns: of a table: role to heading; None to guess.
        allow_shrunk: whether it may lack more than a tenth of the holdings in use.
        author: who imports.
        notify: told how it is read.

    Raises:
        OwnershipFormatError: a file cannot be read as what it is, or says too little.
        UsageError: a name or a date that is none.
        DocumentError: a file is missing or cannot be read.
        OSError: the home cannot be written.
    """
    files = [look_at(path, asked) for path in paths]
    name = source or str(files[0].format).partition("-")[0]
    day = dated or today_text()
    if not _SOURCE.fullmatch(name):
        raise UsageError(f"{name!r} is no name for a source: small letters, digits, - and _")
    if not _DAY.fullmatch(day):
        raise UsageError(f"{day!r} is not a date. Write it like 2026-01-31")
    digest = _digest(files, columns or {})
    with update_lock(home, notify):
        before = next((one for one in kept.active(home) if one.source == name), None)
        if before is not None and before.sha256 == digest:
            kept.opened(home, before, whole=True)
            return OwnershipImport(edition=before, unchanged=True)
        return _take_in(
            home, files, (name, day, digest), before, columns or {}, allow_shrunk, author, notify
        )


def _digest(files: Sequence[OwnershipFile], columns: Mapping[str, str]) -> str:
    """Of one file its own; how columns were named makes another edition of the same file."""
    lines = [file.sha256 for file in files]
    lines += [f"{role}={heading}" for role, heading in sorted(columns.items())]
    return lines[0] if len(lines) == 1 else sha256("\n".join(lines).encode()).hexdigest()


def _take_in(
    home: Home,
    files: Sequence[OwnershipFile],
    called: tuple[str, str, str],
    before: OwnershipEdition | None,
    columns: Mapping[str, str],
    allow_shrunk: bool,
    author: str,
    notify: Notify,
) -> OwnershipImport:
    name, day, digest = called
    with gc_paused(), kept.incoming_folder(home, name) as folder:
        done = EditionWriter(folder).write(_all(files, columns, notify))
        edition = OwnershipEdition(
            source=name,
            sha256=digest,
            dated=day,
            imported_at=now_text(),
            origin=", ".join(file.path.name for file in files),
            formats=", ".join(file.format.value for file in files),
            parties=done.parties,
            holdings=done.holdings,
            gaps=done.gaps,
            unread=done.unread,
        )
        _check(edition, before, allow_shrunk)
        edition = kept.keep(home, folder, edition)
    kept.activate(home, edition, author=author)
    return OwnershipImport(edition=edition, unchanged=False, examples=tuple(done.examples))


def _all(
    files: Sequence[OwnershipFile], columns: Mapping[str, str], notify: Notify
) -> Iterator[Statement]:
    for file in files:
        yield from statements(file, columns, notify)


def _check(edition: OwnershipEdition, before: OwnershipEdition | None, allow_shrunk: bool) -> None:
    if not edition.holdings:
        raise OwnershipFormatError(
            f"{edition.origin}: no holding could be read of it"
            f" ({edition.unread:,} statements were not understood). Nothing was imported"
        )
    if before is None or allow_shrunk:
        return
    if edition.holdings < before.holdings * (1 - LARGEST_LOSS):
        raise OwnershipFormatError(
            f"{edition.origin}: {edition.holdings:,} holdings, but {before.label} has "
            f"{before.holdings:,}: is it whole? {before.label} stays in use. If it is: "
            "--allow-shrunk"
        )

"""Editions in files that were never loaded: parsed whole, and kept only while they are compared."""

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from lists import SOURCES, FileSet, Source
from lists.packed import head_of
from records import ListError, ListFormatError, Snapshot, StoreError
from screening.updates.detect import detect_files
from screening.updates.ingest import AcceptanceRules, IncomingEdition, ingest
from store.home import Home
from store.times import now_text


@dataclass(frozen=True, slots=True, kw_only=True)
class UnloadedFiles:
    """What was in a file or folder."""

    by_source: Mapping[str, Snapshot]
    lacking: Mapping[str, tuple[str, ...]]
    """By list the files of its set that were not there."""


def read_files(path: Path, temporary: Home, notify: Callable[[str], None]) -> UnloadedFiles:
    """Read the lists at a path. The first file of a set may come alone: it has the entries.

    Args:
        path: a file, or a folder of files.
        temporary: where the editions are put.
        notify: gets a line for what was left out.

    Raises:
        UsageError: there is nothing at ``path``.
        ListFormatError: a file is not a whole list.
        StoreError: there is no room.
    """
    if alone := first_of_a_set(path):
        of, files = alone
        return _read_alone(path, of, files, temporary, notify)
    found = detect_files(path, (), notify)
    for item in found:
        if not item.paths:
            raise ListFormatError(f"{path}: {item.problem}. Nothing was compared")
    by_source = {
        item.source.name: _read(path, item.source, item.paths, temporary) for item in found
    }
    return UnloadedFiles(by_source=by_source, lacking={})


def first_of_a_set(path: Path) -> tuple[Source, FileSet] | None:
    """The set of which a file is the first member, which has the entries; None for any other."""
    if not path.is_file():
        return None
    try:
        head = head_of(path)
    except ListFormatError:
        return None  # whoever reads the damaged file will say so
    for source in SOURCES:
        if source.file_set and source.file_set.recognises(head):
            return source, source.file_set
    return None


def _read_alone(
    path: Path, of: Source, files: FileSet, temporary: Home, notify: Callable[[str], None]
) -> UnloadedFiles:
    """Read a file as if the others of its set had no rows."""
    _, *others = files.members
    temporary.path.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=temporary.path) as folder:
        snapshot = _read(path, of, with_stand_ins(path, files, Path(folder)), temporary)
    notify(f"{path.name}: read alone; what is in {', '.join(others)} is not compared")
    return UnloadedFiles(by_source={of.name: snapshot}, lacking={of.name: tuple(others)})


def with_stand_ins(path: Path, files: FileSet, folder: Path) -> tuple[Path, ...]:
    """A first member, and in ``folder`` files without rows in the places of the others."""
    _, *others = files.members
    for name in others:
        (folder / name).write_bytes(files.no_rows)
    return path, *(folder / name for name in others)


def _read(path: Path, of: Source, paths: tuple[Path, ...], temporary: Home) -> Snapshot:
    incoming_edition = IncomingEdition(paths=paths, origin=str(path), fetched_at=now_text())
    try:
        return ingest(temporary, of, incoming_edition, None, AcceptanceRules(accept_excerpts=True))[
            0
        ]
    except ListError as error:
        raise ListFormatError(f"{path}: {error}. Nothing was compared") from error
    except OSError as error:
        raise StoreError(
            f"{path}: cannot be read or unpacked ({error.strerror or error}). Nothing was compared"
        ) from error

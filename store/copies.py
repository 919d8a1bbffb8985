"""The files of one edition in this home, and whether they are what was written.

``snapshot.json`` describes a copy: the edition, and the size and SHA-256 of every file. The SHA-256
of this description is the copy's *seal*, and stands in the catalogue. So three small steps lead
from the catalogue to any byte: seal, description, file; for single entries the table of lines,
which the description vouches for, has a checksum of each line (``store.entities``).

Homes that share a database may hold copies of one edition that differ (packed otherwise, read by
another version), so an edition may have several seals. Copies from before there were seals have
none: what can be checked of them without is checked, and answers say so.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from records import Snapshot, StoreError, file_sha256

DESCRIPTION = "snapshot.json"
LINES = "entities.jsonl"
OFFSETS = "entities.offsets"
DESCRIBED = ("source", "sha256", "edition", "fetched_at", "origin", "entities", "names")


@dataclass(frozen=True, slots=True)
class FileSum:
    """What a file was when it was written."""

    bytes: int
    sha256: str


def describe(folder: Path, snapshot: Snapshot, details: Mapping[str, object]) -> str:
    """Write the description of the files in a folder.

    Returns:
        The copy's seal.
    """
    described = {key: getattr(snapshot, key) for key in DESCRIBED} | dict(details)
    files = {
        path.name: {"bytes": path.stat().st_size, "sha256": file_sha256(path)}
        for path in sorted(folder.iterdir())
    }
    text = json.dumps(described | {"files": files}, ensure_ascii=False, indent=1) + "\n"
    (folder / DESCRIPTION).write_text(text, encoding="utf-8")
    return sha256(text.encode()).hexdigest()


def is_kept(snapshot: Snapshot) -> bool:
    """Whether there are files of the edition, damaged or not; pruned ones have none."""
    return snapshot.folder.is_dir()


def content(snapshot: Snapshot) -> str:
    """The SHA-256 of the entities of a copy, or, of one without a seal, of the published bytes.

    Looks at description and sizes only, in a fraction of a millisecond.

    Raises:
        StoreError: a file that is needed to screen is missing, cut or another, or the description
            is damaged.
    """
    if not is_kept(snapshot):
        raise StoreError(
            f"{snapshot.folder}: the files of this edition of {snapshot.source} are missing, "
            f"pruned or lost. Nothing was screened. Load it again: "
            f"namewarden update {snapshot.source}"
        )
    files = files_of(snapshot)
    for name in (DESCRIPTION, LINES, OFFSETS):
        try:
            size = (snapshot.folder / name).stat().st_size
        except OSError as error:
            raise damaged(snapshot, name, error) from error
        if files is not None and name in files and size != files[name].bytes:
            raise damaged(snapshot, name, _other_size(size, files[name].bytes))
    return snapshot.sha256 if files is None else files[LINES].sha256


def files_of(snapshot: Snapshot) -> dict[str, FileSum] | None:
    """The files of a copy as they were written; None for a copy without a seal.

    Raises:
        StoreError: the description is missing or damaged, or is not this edition's.
    """
    if not snapshot.seals:
        return None
    try:
        data = (snapshot.folder / DESCRIPTION).read_bytes()
        found = json.loads(data)
        if sha256(data).hexdigest() not in snapshot.seals:
            raise ValueError("not what was written")
        # What the catalogue says of the edition is checked by the same token.
        for key in ("source", "sha256", "edition"):
            if found[key] != getattr(snapshot, key):
                raise ValueError(f"{key} {found[key]!r}, but in the catalogue another")
        return {name: FileSum(**each) for name, each in found["files"].items()}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise damaged(snapshot, DESCRIPTION, error) from error


def variant_of(snapshot: Snapshot) -> str:
    """How the publisher's file was read, where that is a choice; empty where it is not known."""
    try:
        return str(json.loads((snapshot.folder / DESCRIPTION).read_bytes()).get("variant") or "")
    except (OSError, ValueError, AttributeError):
        return ""


def check_table(snapshot: Snapshot, table: bytes) -> None:
    """Check the table of lines, as it was read, against the description.

    Raises:
        StoreError: it is not what was written.
    """
    files = files_of(snapshot)
    if files is not None and sha256(table).hexdigest() != files[OFFSETS].sha256:
        raise damaged(snapshot, OFFSETS, ValueError("not what was written"))


def problems(snapshot: Snapshot) -> Iterator[StoreError]:
    """Read every file of a copy and tell of each that is not what was written, or is missing."""
    try:
        files = files_of(snapshot)
    except StoreError as error:
        yield error
        return
    for name, written in (files or {}).items():
        path = snapshot.folder / name
        try:
            size = path.stat().st_size
            if size != written.bytes:
                yield damaged(snapshot, name, _other_size(size, written.bytes))
            elif file_sha256(path) != written.sha256:
                yield damaged(snapshot, name, ValueError("not what was written"))
        except OSError as error:
            yield damaged(snapshot, name, error)


def damaged(snapshot: Snapshot, name: str, error: Exception) -> StoreError:
    """The error for a file of a copy that is not what it was."""
    why = (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
    what = "is missing" if isinstance(error, FileNotFoundError) else f"is damaged ({why})"
    return StoreError(
        f"{snapshot.folder / name}: {what}. Nothing was screened. Load the list again: "
        f"namewarden update {snapshot.source} (an earlier edition: namewarden lists verify "
        "--repair)"
    )


def _other_size(found: int, written: int) -> ValueError:
    return ValueError(f"{found:,} bytes, {written:,} were written")

"""Editions of ownership data: files that are written beside their place and moved there in one
step, described with checksums, and which of them is in use.

As for lists (``store.snapshots``, ``store.copies``), three small steps lead from the database to
any byte: the seal in it, the description that it is the SHA-256 of, the file.
"""

import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from ownership.checked_files import SUMS
from ownership.edition import Edition
from records import StoreError, file_sha256
from store import audit
from store.atomic import put_folder
from store.database import Database
from store.home import Home
from store.schema import (
    OWNERSHIP_SINCE,
    ownership_activations,
    ownership_editions,
    ownership_links,
)
from store.times import moment, now_text

DESCRIPTION = "edition.json"
CONFIRMED, REJECTED = "confirmed", "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnershipEdition:
    """One edition of one source of ownership data."""

    source: str
    sha256: str
    """Of the file; of several, of their SHA-256 in their order, a line each."""
    dated: str
    """ISO 8601 date: of the state of affairs that it describes, else of its import."""
    imported_at: str
    origin: str
    """The files that it came from."""
    formats: str
    parties: int
    holdings: int
    gaps: int
    unread: int
    seal: str = ""

    @property
    def label(self) -> str:
        """As evidence names it."""
        return f"{self.source} {self.dated}"

    def folder(self, home: Home) -> Path:
        """Where its files are."""
        return home.ownership / self.source / self.sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnershipLink:
    """What a person says of an owner: that it is a listed entity, or is not."""

    source: str
    owner: str
    """The owner's key in the source."""
    name: str
    entity_id: str
    state: str
    """``confirmed`` or ``rejected``."""
    reason: str
    author: str
    at: str = ""


@contextmanager
def incoming_folder(home: Home, source: str) -> Iterator[Path]:
    """A folder for an edition that is being written; nothing of it stays unless it is kept."""
    place = home.ownership / source
    place.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=".incoming-", dir=place))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def keep(home: Home, folder: Path, edition: OwnershipEdition) -> OwnershipEdition:
    """Describe the files of an incoming folder and move it to its place.

    Returns:
        The edition with its seal.
    """
    files = {
        path.name: {"bytes": path.stat().st_size, "sha256": file_sha256(path)}
        for path in sorted(folder.iterdir())
    }
    text = json.dumps({**asdict(edition), "files": files}, ensure_ascii=False, indent=1) + "\n"
    (folder / DESCRIPTION).write_text(text, encoding="utf-8")
    put_folder(folder, edition.folder(home))
    return replace(edition, seal=sha256(text.encode()).hexdigest())


def activate(home: Home, edition: OwnershipEdition, *, author: str) -> None:
    """Make an edition the one in use of its source, and say so in the audit log."""
    key = {"source": edition.source, "sha256": edition.sha256}
    with Database.of(home).writing() as connection:
        known = sa.select(ownership_editions.c.source).filter_by(**key)
        if connection.execute(known).first() is None:
            connection.execute(ownership_editions.insert().values(asdict(edition)))
        else:
            connection.execute(ownership_editions.update().filter_by(**key).values(asdict(edition)))
        values = {"activated_at": now_text(), **key}
        connection.execute(ownership_activations.insert().values(values))
        audit.append(
            connection,
            author=author,
            action="ownership-import",
            subject=edition.label,
            **{name: value for name, value in asdict(edition).items() if name != "seal"},
        )


CARRIED = "ownership.json"
"""In a home without a database, which was carried to another machine: the editions in use and what
people say of owners."""


def carry(home: Home, as_of: str | None) -> bytes:
    """What another machine needs to know of the editions in use; their folders go beside it."""
    told = {
        "editions": [asdict(one) for one in active(home, as_of)],
        "links": [asdict(one) for one in links(home)],
    }
    return json.dumps(told, ensure_ascii=False).encode()


def _carried(home: Home) -> Mapping[str, Any] | None:
    file = home.path / CARRIED
    if not file.is_file():
        return None
    told: Mapping[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return told


def active(home: Home, as_of: str | None = None) -> tuple[OwnershipEdition, ...]:
    """The editions in use, one for each source, sorted by source.

    Args:
        home: where they are kept.
        as_of: ISO 8601 date (its end counts) or time; None for now.

    Raises:
        StoreError: the database cannot be read.
        UsageError: ``as_of`` is neither a date nor a time.
    """
    if (told := _carried(home)) is not None:
        return tuple(OwnershipEdition(**one) for one in told["editions"])
    table = ownership_activations
    last = sa.select(sa.func.max(table.c.number)).group_by(table.c.source)
    if as_of is not None:
        last = last.where(table.c.activated_at <= moment(as_of))
    return _editions(home, sa.and_(table.c.number.in_(last)))


def history(home: Home, source: str) -> tuple[OwnershipEdition, ...]:
    """The editions of a source in the order in which they were in use, oldest first."""
    return _editions(home, ownership_activations.c.source == source)


def _editions(home: Home, which: sa.ColumnElement[bool]) -> tuple[OwnershipEdition, ...]:
    query = (
        sa.select(ownership_editions)
        .select_from(ownership_activations.join(ownership_editions))
        .where(which)
        .order_by(ownership_editions.c.source, ownership_activations.c.number)
    )
    with Database.of(home).reading(OWNERSHIP_SINCE) as connection:
        if connection is None:
            return ()
        rows = connection.execute(query).mappings().all()
    return tuple(OwnershipEdition(**row) for row in rows)


def opened(home: Home, edition: OwnershipEdition, *, whole: bool = False) -> Edition:
    """Open an edition, checked against its description.

    Args:
        home: where it is.
        edition: which.
        whole: read every byte; else sizes are looked at here, and blocks when they are read. An
            edition from before blocks had sums is always read whole.

    Raises:
        StoreError: a file is missing, cut or another.
    """
    folder = edition.folder(home)
    try:
        data = (folder / DESCRIPTION).read_bytes()
        if sha256(data).hexdigest() != edition.seal:
            raise ValueError("its description is not what was written")
        files = json.loads(data)["files"]
        whole = whole or SUMS not in files
        for name, written in files.items():
            path = folder / name
            if path.stat().st_size != written["bytes"] or (
                (whole or name == SUMS) and file_sha256(path) != written["sha256"]
            ):
                raise ValueError(f"{name} is not what was written")
    except (OSError, ValueError, KeyError) as error:
        raise StoreError(
            f"{folder}: is damaged ({error}). Nothing was answered. Import the edition again: "
            f"namewarden ownership import FILE --source {edition.source}"
        ) from error
    return Edition(folder, edition.label)


def add_link(home: Home, link: OwnershipLink) -> None:
    """Write down what a person says of an owner, and say so in the audit log."""
    values = {**asdict(link), "at": now_text()}
    with Database.of(home).writing() as connection:
        connection.execute(ownership_links.insert().values(values))
        audit.append(
            connection,
            author=link.author,
            action=f"ownership-{link.state}",
            subject=f"{link.source} {link.owner}",
            name=link.name,
            entity_id=link.entity_id,
            reason=link.reason,
        )


def links(home: Home) -> Sequence[OwnershipLink]:
    """What holds now: the last word on each pair of an owner and an entity."""
    if (told := _carried(home)) is not None:
        return tuple(OwnershipLink(**one) for one in told["links"])
    query = sa.select(ownership_links).order_by(ownership_links.c.number)
    with Database.of(home).reading(OWNERSHIP_SINCE) as connection:
        rows = [] if connection is None else connection.execute(query).mappings().all()
    found: dict[tuple[str, str, str], OwnershipLink] = {}
    for row in rows:
        values = {name: value for name, value in row.items() if name != "number"}
        found[(row["source"], row["owner"], row["entity_id"])] = OwnershipLink(**values)
    return tuple(found.values())

"""What the database says of the lists and rules in use, kept beside it until a byte of it changes.

Each answer needs it, and to ask the database SQLAlchemy has to be loaded, which takes a fifth of
the time of asking for one name. So what was said is kept with the SHA-256 of the database's file:
of the same bytes it is the same. A process that has SQLAlchemy loaded asks the database itself.
"""

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from records import Snapshot
from records.sealed import sealed, unsealed
from store.check import Check
from store.home import DATABASE_VARIABLE, Home

# Of larger files the SHA-256 takes longer than it saves.
LARGEST = 1 << 23
_JOURNALS = ("-wal", "-journal")


@dataclass(frozen=True, slots=True, kw_only=True)
class InUse:
    """What is in use now."""

    threshold: float | None
    """The team's own; None for the calibrated one."""
    places: tuple[str, ...] | None
    """The regions and countries that the team watches; None for those that the version has."""
    editions: tuple[Snapshot, ...]
    """One for each source, sorted by source."""
    checks: Mapping[str, Check]
    """The last answers of the publishers' servers, by source."""
    has_owners: bool
    """Whether ownership data is in use."""


def in_use(home: Home) -> InUse | None:
    """What is in use in a home; None where the database has to be asked.

    Raises:
        StoreError: the database is damaged, lost or of a later version.
    """
    if _can_ask() or DATABASE_VARIABLE in os.environ:
        return None
    of = _state(home)
    if of is None:
        return None
    said = _kept(home, of)
    if said is None:
        said = _asked(home)
        if _state(home) == of:
            _keep(home, of, said)
    return said


def active_editions(home: Home, as_of: str | None = None) -> tuple[Snapshot, ...]:
    """The editions to screen against; see ``Catalogue.active``."""
    said = in_use(home) if as_of is None else None
    if said is not None:
        return said.editions
    from store.catalogue import Catalogue

    return Catalogue(home).active(as_of)


def last_checks(home: Home) -> Mapping[str, Check]:
    """The last answers of the publishers' servers, by source.

    Raises:
        StoreError: the database cannot be read.
    """
    said = in_use(home)
    if said is not None:
        return said.checks
    from store.catalogue import Catalogue

    return Catalogue(home).checks()


def _can_ask() -> bool:
    """Whether this process has loaded what asks the database."""
    return "sqlalchemy" in sys.modules


def _state(home: Home) -> str | None:
    """What the database's file holds; None where that is not all of the database, or too much."""
    file = home.database
    try:
        if any(_has_bytes(file.with_name(file.name + end)) for end in _JOURNALS):
            return None
        if file.stat().st_size > LARGEST:
            return None
        return sha256(file.read_bytes() + version("namewarden").encode()).hexdigest()
    except OSError:
        return None


def _has_bytes(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0


def _asked(home: Home) -> InUse:
    from store import ownership, policy
    from store.catalogue import Catalogue
    from store.database import Database
    from store.schema import DESK_SINCE

    with Database.of(home).reading(DESK_SINCE) as view:
        threshold, places = policy.threshold(view), policy.places(view)
    catalogue = Catalogue(home)
    return InUse(
        threshold=threshold,
        places=places,
        editions=catalogue.active(),
        checks=catalogue.checks(),
        has_owners=bool(ownership.active(home)),
    )


def _keep(home: Home, of: str, said: InUse) -> None:
    """Keep what was said where the home can be written; another process may do so, too."""
    told = asdict(said)
    for edition in told["editions"]:
        del edition["folder"]
    beside = home.in_use.with_name(f".{home.in_use.name}-{os.getpid()}")
    with suppress(OSError):
        beside.write_bytes(sealed({"of": of, "said": told}).encode())
        # (Whether it is on the disk does not matter: half of it is not believed.)
        beside.replace(home.in_use)


def _kept(home: Home, of: str) -> InUse | None:
    """What was kept of these bytes, whole; None where nothing was."""
    try:
        told: dict[str, Any] = unsealed(home.in_use.read_bytes())
        if told["of"] != of:
            return None
        said = InUse(**told["said"])
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return replace(
        said,
        places=None if said.places is None else tuple(said.places),
        editions=tuple(_edition(home, one) for one in told["said"]["editions"]),
        checks={source: Check(**one) for source, one in told["said"]["checks"].items()},
    )


def _edition(home: Home, told: dict[str, Any]) -> Snapshot:
    folder = home.snapshots / told["source"] / told["sha256"]
    return Snapshot(folder=folder, **{**told, "seals": tuple(told["seals"])})

"""Which snapshots there are and which were active when.

Activations are only ever added, so the set that was active at any past moment can be told.
Reading opens the file read-only and creates nothing, so that it works on a read-only home.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from records import Snapshot, StoreError
from store.check import Check
from store.database import Database
from store.home import Home
from store.schema import SEALS_SINCE, activations, checks, seals, snapshots
from store.times import moment, time_text

_FEW = 100
"""Editions whose seals are asked for one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Activation:
    """From when on an edition was the one to screen against."""

    activated_at: str
    """ISO 8601 UTC with seconds."""
    snapshot: Snapshot


class Catalogue:
    """The catalogue of one home."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._database = Database.of(home)

    def active(self, as_of: str | None = None) -> tuple[Snapshot, ...]:
        """The snapshots to screen against, one for each source, sorted by source.

        Args:
            as_of: ISO 8601 date (its end counts, in UTC) or time; None for now.

        Returns:
            Empty when nothing was loaded (by then).

        Raises:
            StoreError: the catalogue cannot be read.
            UsageError: ``as_of`` is neither a date nor a time.
        """
        last = sa.select(sa.func.max(activations.c.number)).group_by(activations.c.source)
        if as_of is not None:
            last = last.where(activations.c.activated_at <= moment(as_of))
        query = (
            sa.select(activations.c.source.label("activated"), snapshots)
            .select_from(activations.outerjoin(snapshots))
            .where(activations.c.number.in_(last))
            .order_by(activations.c.source)
        )
        return tuple(snapshot for _, snapshot in self._editions(query))

    def snapshot(self, source: str, sha256: str) -> Snapshot | None:
        """An edition by its name, active or not; None where it was never taken in."""
        query = sa.select(snapshots.c.source.label("activated"), snapshots)
        found = list(self._editions(query.filter_by(source=source, sha256=sha256)))
        return found[0][1] if found else None

    def history(self, source: str) -> tuple[Activation, ...]:
        """Every activation of a source, oldest first."""
        query = (
            sa.select(
                activations.c.source.label("activated"), activations.c.activated_at, snapshots
            )
            .select_from(activations.outerjoin(snapshots))
            .where(activations.c.source == source)
            .order_by(activations.c.number)
        )
        return tuple(
            Activation(activated_at=row["activated_at"], snapshot=snapshot)
            for row, snapshot in self._editions(query)
        )

    def every(self) -> tuple[Snapshot, ...]:
        """Every edition that was ever taken in, by source and in the order of its first use."""
        query = (
            sa.select(snapshots.c.source.label("activated"), snapshots)
            .select_from(snapshots.outerjoin(activations))
            .group_by(*snapshots.columns)
            .order_by(snapshots.c.source, sa.func.min(activations.c.number))
        )
        return tuple(snapshot for _, snapshot in self._editions(query))

    def check(self, source: str) -> Check | None:
        """The last answer of the source's server, None before the first."""
        return self.checks().get(source)

    def checks(self) -> dict[str, Check]:
        """The last answers of all sources' servers, by source."""
        return {row["source"]: Check(**row) for row in self._read(sa.select(checks))}

    def add_and_activate(self, snapshot: Snapshot, *, now: datetime | None = None) -> None:
        """Make a snapshot the active one of its source, in one transaction.

        Raises:
            StoreError: the catalogue cannot be written; what was active stays active.
        """
        key = {"source": snapshot.source, "sha256": snapshot.sha256}
        with self._database.writing() as connection:
            _add(connection, snapshot)
            connection.execute(
                activations.insert().values(activated_at=time_text(now or datetime.now(UTC)), **key)
            )

    def renew(self, snapshot: Snapshot) -> None:
        """Take down that there is another copy of an edition, which is as active as it was.

        Raises:
            StoreError: the catalogue cannot be written.
        """
        with self._database.writing() as connection:
            _add(connection, snapshot)

    def add_check(self, check: Check) -> None:
        """Remember what the source's server said last."""
        with self._database.writing() as connection:
            connection.execute(checks.delete().where(checks.c.source == check.source))
            connection.execute(
                checks.insert().values(
                    {column.name: getattr(check, column.name) for column in checks.columns}
                )
            )

    def _editions(self, query: sa.Select[Any]) -> Iterator[tuple[dict[str, Any], Snapshot]]:
        """Rows of a query for editions, each with its edition, and that with its seals.

        Raises:
            StoreError: a row says that an edition was in use of which there is nothing else.
        """
        with self._view() as (connection, has_seals):
            if connection is None:
                return
            rows = [dict(row) for row in connection.execute(query).mappings()]
            known = self._seals(connection, rows) if has_seals else {}
        for row in rows:
            if row["source"] is None:
                what = f"an edition of {row['activated']!r} was in use that is not in it"
                raise self._damaged(what)
            if not _sound(row):
                raise self._damaged(f"an edition of {row['source']!r} is garbled")
            values = {column.name: row[column.name] for column in snapshots.columns}
            folder = self._home.snapshots / str(row["source"]) / str(row["sha256"])
            seals_of_it = known.get((row["source"], row["sha256"]), ())
            yield row, Snapshot(folder=folder, seals=tuple(seals_of_it), **values)

    def _damaged(self, what: str) -> StoreError:
        return StoreError(
            f"{self._database}: is damaged ({what}). Nothing was screened. Restore the database "
            "from a backup; or remove it, and load the lists again: namewarden update"
        )

    def _seals(
        self, connection: sa.Connection, rows: list[dict[str, Any]]
    ) -> dict[tuple[str, str], list[str]]:
        digests = {row["sha256"] for row in rows}
        query = sa.select(seals).order_by(seals.c.seal)
        if len(digests) <= _FEW:
            query = query.where(seals.c.sha256.in_(digests))
        found: dict[tuple[str, str], list[str]] = {}
        for source, sha256, seal in connection.execute(query):
            found.setdefault((source, sha256), []).append(seal)
        return found

    @contextmanager
    def _view(self) -> Iterator[tuple[sa.Connection | None, bool]]:
        """A view of the database, and whether there are seals in it."""
        with self._database.reading(since=SEALS_SINCE) as connection:
            if connection is not None:
                yield connection, True
                return
        with self._database.reading() as connection:
            yield connection, False

    def _read(self, query: sa.Select[Any]) -> list[dict[str, Any]]:
        with self._database.reading() as connection:
            if connection is None:
                return []
            return [dict(row) for row in connection.execute(query).mappings()]


_TIME = re.compile(r"\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\dZ")
_TIMES = ("fetched_at", "activated_at")
_NUMBERS = ("entities", "names")
_OPTIONAL = ("edition",)


def _sound(row: dict[str, Any]) -> bool:
    """Whether a row has what it may have; a damaged file has any bytes in place of a date."""
    return all(_may_be(name, value) for name, value in row.items())


def _may_be(name: str, value: object) -> bool:
    if name in _NUMBERS:
        return isinstance(value, int)
    if value is None:
        return name in _OPTIONAL
    return isinstance(value, str) and (name not in _TIMES or bool(_TIME.fullmatch(value)))


def _add(connection: sa.Connection, snapshot: Snapshot) -> None:
    """Write down an edition, or what is now known of it, and the seal of its copy."""
    key = {"source": snapshot.source, "sha256": snapshot.sha256}
    row = {column.name: getattr(snapshot, column.name) for column in snapshots.columns}
    known = sa.select(snapshots.c.source).filter_by(**key)
    if connection.execute(known).first() is None:
        connection.execute(snapshots.insert().values(row))
    else:
        connection.execute(snapshots.update().filter_by(**key).values(row))
    there = connection.execute(sa.select(seals.c.seal).filter_by(**key)).scalars().all()
    for seal in snapshot.seals:
        if seal not in there:
            connection.execute(seals.insert().values(seal=seal, **key))

"""Which snapshots there are and which were active when, in SQLite.

Activations are only ever added, so the set that was active at any past moment can be told.
Reading opens the file read-only and creates nothing, so that it works on a read-only home.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

import sqlalchemy as sa

from records import Snapshot, StoreError, UsageError
from store.home import Home

SCHEMA_VERSION = 1
"""Raised with every change of the tables; kept in SQLite's ``user_version``."""
WAIT_SECONDS = 30

_metadata = sa.MetaData()
_snapshots = sa.Table(
    "snapshots",
    _metadata,
    sa.Column("source", sa.Text, primary_key=True),
    sa.Column("sha256", sa.Text, primary_key=True),
    sa.Column("edition", sa.Text),
    sa.Column("fetched_at", sa.Text, nullable=False),
    sa.Column("origin", sa.Text, nullable=False),
    sa.Column("entities", sa.Integer, nullable=False),
    sa.Column("names", sa.Integer, nullable=False),
)
_activations = sa.Table(
    "activations",
    _metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("activated_at", sa.Text, nullable=False),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("sha256", sa.Text, nullable=False),
    sa.ForeignKeyConstraint(["source", "sha256"], ["snapshots.source", "snapshots.sha256"]),
)
_checks = sa.Table(
    "checks",
    _metadata,
    sa.Column("source", sa.Text, primary_key=True),
    sa.Column("checked_at", sa.Text, nullable=False),
    sa.Column("sha256", sa.Text, nullable=False),
    sa.Column("address", sa.Text, nullable=False),
    sa.Column("etag", sa.Text),
    sa.Column("last_modified", sa.Text),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Activation:
    """From when on an edition was the one to screen against."""

    activated_at: str
    """ISO 8601 UTC with seconds."""
    snapshot: Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """When a publisher last said, by its server, that an edition is the current one."""

    source: str
    checked_at: str
    sha256: str
    address: str
    etag: str | None = None
    last_modified: str | None = None


class Catalogue:
    """The catalogue of one home."""

    def __init__(self, home: Home) -> None:
        self._home = home

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
        last = sa.select(sa.func.max(_activations.c.number)).group_by(_activations.c.source)
        if as_of is not None:
            last = last.where(_activations.c.activated_at <= moment(as_of))
        query = (
            sa.select(_snapshots)
            .join(_activations)
            .where(_activations.c.number.in_(last))
            .order_by(_snapshots.c.source)
        )
        return tuple(self._snapshot(row) for row in self._read(query))

    def history(self, source: str) -> tuple[Activation, ...]:
        """Every activation of a source, oldest first."""
        query = (
            sa.select(_activations.c.activated_at, _snapshots)
            .join(_snapshots)
            .where(_activations.c.source == source)
            .order_by(_activations.c.number)
        )
        return tuple(
            Activation(activated_at=row["activated_at"], snapshot=self._snapshot(row))
            for row in self._read(query)
        )

    def check(self, source: str) -> Check | None:
        """The last answer of the source's server, None before the first."""
        rows = self._read(sa.select(_checks).where(_checks.c.source == source))
        return Check(**rows[0]) if rows else None

    def add_and_activate(self, snapshot: Snapshot, *, now: datetime | None = None) -> None:
        """Make a snapshot the active one of its source, in one transaction.

        Raises:
            StoreError: the catalogue cannot be written; what was active stays active.
        """
        key = {"source": snapshot.source, "sha256": snapshot.sha256}
        row = key | {
            column.name: getattr(snapshot, column.name)
            for column in _snapshots.columns
            if column.name not in key
        }
        with self._writing() as connection:
            known = sa.select(_snapshots).filter_by(**key)
            if connection.execute(known).first() is None:
                connection.execute(_snapshots.insert().values(row))
            connection.execute(
                _activations.insert().values(activated_at=_text(now or datetime.now(UTC)), **key)
            )

    def add_check(self, check: Check) -> None:
        """Remember what the source's server said last."""
        with self._writing() as connection:
            connection.execute(_checks.delete().where(_checks.c.source == check.source))
            connection.execute(
                _checks.insert().values(
                    {column.name: getattr(check, column.name) for column in _checks.columns}
                )
            )

    def _snapshot(self, row: dict[str, Any]) -> Snapshot:
        values = {column.name: row[column.name] for column in _snapshots.columns}
        folder = self._home.snapshots / str(row["source"]) / str(row["sha256"])
        return Snapshot(folder=folder, **values)

    def _read(self, query: sa.Select[Any]) -> list[dict[str, Any]]:
        if not self._home.database.is_file():
            return []
        with self._errors("read"), self._engine("ro").connect() as connection:
            if not _checked_version(connection, self._home):
                return []
            return [dict(row) for row in connection.execute(query).mappings()]

    @contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        with self._errors("write"), self._engine("rwc").begin() as connection:
            if not _checked_version(connection, self._home):
                _metadata.create_all(connection)
                connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
            yield connection

    def _engine(self, mode: str) -> sa.Engine:
        address = f"file:{quote(str(self._home.database))}?mode={mode}"
        engine = sa.create_engine(
            "sqlite://",
            creator=lambda: sqlite3.connect(
                address, uri=True, timeout=WAIT_SECONDS, isolation_level=None
            ),
            poolclass=sa.NullPool,
        )
        # Taking the write lock at the start, not at the first write, keeps two writers from
        # both reading first and one of them failing later.
        begin = "BEGIN" if mode == "ro" else "BEGIN IMMEDIATE"
        sa.event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
        return engine

    @contextmanager
    def _errors(self, verb: str) -> Iterator[None]:
        try:
            yield
        except sa.exc.DBAPIError as error:
            raise StoreError(
                f"{self._home.database}: cannot {verb} the catalogue: {error.orig}. Nothing was "
                "changed. Is the disk full, or the folder not yours? See NAMEWARDEN_HOME"
            ) from error


def _checked_version(connection: sa.Connection, home: Home) -> bool:
    """Whether the tables are there; a home of a later Namewarden is not touched."""
    version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    if version > SCHEMA_VERSION:
        raise StoreError(
            f"{home.database}: its schema is {version}, this Namewarden knows "
            f"{SCHEMA_VERSION}. Nothing was changed. Install a later one, or set NAMEWARDEN_HOME"
        )
    return bool(version)


def moment(as_of: str) -> str:
    """An ISO 8601 date or time as the catalogue writes it; a date means its end, in UTC.

    Raises:
        UsageError: it is neither.
    """
    try:
        if len(as_of.strip()) <= len("2026-11-24"):
            return _text(
                datetime.fromisoformat(as_of.strip()).replace(
                    hour=23, minute=59, second=59, tzinfo=UTC
                )
            )
        when = datetime.fromisoformat(as_of.strip())
    except ValueError as error:
        raise UsageError(
            f"{as_of!r} is not a date. Write it like 2026-11-24 or 2026-11-24T12:00:00Z"
        ) from error
    return _text(when if when.tzinfo else when.replace(tzinfo=UTC))


def _text(when: datetime) -> str:
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

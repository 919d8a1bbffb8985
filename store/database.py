"""The database of a home: SQLite in the home itself, or PostgreSQL where an address says so.

Reading creates nothing and works on a home that cannot be written. The first writing of a later
version brings the tables up to it, in the same transaction as what is written.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from pathlib import Path
from urllib.parse import quote

import sqlalchemy as sa

from records import MissingExtraError, StoreError
from store import table_sums
from store.home import DATABASE_VARIABLE, Home
from store.schema import HEAD, REVISIONS, SUMS_SINCE, sums

WAIT_SECONDS = 30
UNMIGRATED, MIGRATED = 1, 2
"""SQLite's ``user_version``: of homes from before Alembic, and of those since."""
_NO_ROOM = {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN}
_LOCK = 0x6E616D65  # any number of our own: PostgreSQL's lock for those who write


@dataclass(frozen=True)
class Database:
    """Where everything is kept that is no file of a list."""

    home: Home
    address: str | None = None
    """``postgresql://…``; None for the SQLite file in the home."""

    @staticmethod
    def of(home: Home) -> "Database":
        """The database that ``NAMEWARDEN_DATABASE`` names, else the home's own.

        Raises:
            StoreError: the variable is no address of a PostgreSQL database.
        """
        return _known(home, os.environ.get(DATABASE_VARIABLE) or None)

    def __str__(self) -> str:
        if self.address is None:
            return str(self.home.database)
        return sa.make_url(self.address).render_as_string(hide_password=True)

    @property
    def is_sqlite(self) -> bool:
        """Whether it is the file in the home."""
        return self.address is None

    @contextmanager
    def reading(self, since: str = REVISIONS[0]) -> Iterator[sa.Connection | None]:
        """A view of the database at one moment.

        Args:
            since: the revision of the tables that brought what is to be read.

        Yields:
            None where there are no such tables yet, so nothing is kept in them.

        Raises:
            StoreError: the database cannot be read, is damaged, lost or of a later version.
        """
        if self.is_sqlite and not self.home.database.is_file():
            self._refuse_if_lost()
            yield None
            return
        with self._errors("read"), self._reader.connect() as connection:
            revision = self._revision(connection)
            if _has_sums(revision):
                table_sums.begin(connection, str(self))
            known = revision is not None and REVISIONS.index(revision) >= REVISIONS.index(since)
            yield connection if known else None

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """A transaction: all of it is kept, or nothing.

        Raises:
            StoreError: the database cannot be written, or is lost; nothing was changed.
        """
        if self.is_sqlite:
            self._refuse_if_lost()
            self.home.path.mkdir(parents=True, exist_ok=True)
        with self._errors("write"), self._writer.begin() as connection:
            if not self.is_sqlite:
                # SQLite's writers take turns by themselves, from the beginning of a transaction.
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
            revision = self._revision(connection)
            if revision != HEAD:
                self._upgrade(connection, revision)
            table_sums.begin(connection, str(self), anew=revision != HEAD)
            yield connection
            table_sums.finish(connection)

    def state(self) -> object:
        """What is another after each commit: identities, sizes and times of SQLite's files. Always
        the same for PostgreSQL.
        """
        if not self.is_sqlite:
            return None
        return _state(self.home.database), _state(self._log)

    @property
    def is_lost(self) -> bool:
        """Whether there are editions of lists here and the database that knew of them is gone: its
        emptiness would look like an empty queue of alerts.
        """
        there = not self.is_sqlite or self.home.database.is_file()
        return not there and any(self.home.snapshots.glob("*/*/snapshot.json"))

    def make(self) -> None:
        """Make the SQLite file where there is none, also in place of one that was lost.

        Raises:
            StoreError: it cannot be written.
        """
        if not self.is_sqlite or self.home.database.is_file():
            return
        self.home.path.mkdir(parents=True, exist_ok=True)
        with self._errors("write"), closing(self._opened("mode=rwc")) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
        with self.writing():
            pass

    def _refuse_if_lost(self) -> None:
        if self.is_lost:
            raise StoreError(
                f"{self}: is missing, though lists were loaded into this home. Nothing was "
                "screened or changed. Restore it from a backup; or, to begin without its register, "
                "alerts, decisions and audit log: namewarden update"
            )

    def damage(self) -> tuple[str, ...]:
        """What is wrong with the database, a line each: its pages, which PostgreSQL looks after
        itself, and its rows.
        """
        if self.is_sqlite and not self.home.database.is_file():
            return ()
        pages, rows = list[object](), list[str]()
        try:
            with self._errors("read"), self._reader.connect() as connection:
                if self.is_sqlite:
                    pages += connection.exec_driver_sql("PRAGMA integrity_check(20)").scalars()
                    pages += connection.exec_driver_sql("PRAGMA foreign_key_check")
                if _has_sums(self._revision(connection)):
                    table_sums.begin(connection, str(self))
                    rows += table_sums.problems(connection)
        except StoreError as error:
            rows.append(str(error))
        return (*(f"{self}: is damaged ({line})" for line in pages if line != "ok"), *rows)

    def bring_up_to_date(self) -> None:
        """Bring the tables up to this version before they are read for something that counts.

        Raises:
            StoreError: the database cannot be written; nothing was changed.
        """
        if self.is_sqlite and not self.home.database.is_file():
            return
        with self._errors("read"), self._reader.connect() as connection:
            behind = self._revision(connection) != HEAD
        if behind:
            with self.writing():
                pass

    def _upgrade(self, connection: sa.Connection, revision: str | None) -> None:
        from store.migrations import upgrade

        upgrade(connection, revision)
        if self.is_sqlite:
            connection.exec_driver_sql(f"PRAGMA user_version = {MIGRATED}")

    def _revision(self, connection: sa.Connection) -> str | None:
        """What the tables are; None where there are none. A later version's are not touched.

        Raises:
            StoreError: it is a later version's, or damaged.
        """
        revision = self._stated_revision(connection)
        if not _has_sums(revision) and self._is_there(connection, sums.name):
            raise StoreError(
                f"{self}: is damaged (it says that its tables are of revision {revision}, which "
                "they are not). Nothing was screened or changed. Restore it from a backup; or "
                "remove it, and load the lists again: namewarden update"
            )
        return revision

    def _stated_revision(self, connection: sa.Connection) -> str | None:
        if self.is_sqlite:
            found = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
            if found > MIGRATED or found < 0:
                raise self._later(str(found), str(MIGRATED))
            if found <= UNMIGRATED:
                return REVISIONS[0] if found else None
        elif not self._is_there(connection, "alembic_version"):
            return None
        revision = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        if revision is not None and revision not in REVISIONS:
            raise self._later(revision, HEAD)
        return revision

    def _is_there(self, connection: sa.Connection, table: str) -> bool:
        query = "SELECT to_regclass(:name)"
        if self.is_sqlite:
            query = "SELECT 1 FROM sqlite_master WHERE name = :name"
        return connection.scalar(sa.text(query), {"name": table}) is not None

    def _later(self, found: str, known: str) -> StoreError:
        return StoreError(
            f"{self}: its schema is {found}, this Namewarden knows {known}. "
            "Nothing was changed. Install a later one, or set NAMEWARDEN_HOME"
        )

    def _how_to_read(self) -> str:
        """SQLite's way to open the file for reading.

        Beside a file in WAL mode it makes two more, and only who may write takes them away again.
        Where nobody may, and none is left of a writer, nobody writes: then it needs none.
        """
        if os.access(self.home.path, os.W_OK) and os.access(self.home.database, os.W_OK):
            return "mode=rw"
        return "mode=ro" if self._log.exists() else "immutable=1"

    @property
    def _log(self) -> Path:
        """What SQLite has written and not yet put in its place; there while somebody writes."""
        return self.home.database.with_name(f"{self.home.database.name}-wal")

    @cached_property
    def _reader(self) -> sa.Engine:
        if self.is_sqlite:
            return self._sqlite(self._how_to_read, "BEGIN")
        return self._postgresql("REPEATABLE READ")

    @cached_property
    def _writer(self) -> sa.Engine:
        # Taking the write lock at the start, not at the first write, keeps two writers from
        # both reading first and one of them failing later.
        if self.is_sqlite:
            return self._sqlite(lambda: "mode=rwc", "BEGIN IMMEDIATE")
        return self._postgresql("READ COMMITTED")

    def _sqlite(self, how_to_open: Callable[[], str], begin: str) -> sa.Engine:
        def connect() -> sqlite3.Connection:
            # Asked anew each time: others come to write, and leave.
            how = how_to_open()
            connection = self._opened(how)
            if how != "mode=rwc":
                connection.execute("PRAGMA query_only = ON")
            else:
                # Readers and a writer do not wait for each other then. Where another writer is at
                # work the file is left as it is: it does this, too.
                with suppress(sqlite3.OperationalError):
                    connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("PRAGMA foreign_keys = ON")
            return connection

        engine = sa.create_engine("sqlite://", creator=connect, poolclass=sa.NullPool)
        table_sums.watch(engine)
        sa.event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
        return engine

    def _opened(self, how: str) -> sqlite3.Connection:
        address = f"file:{quote(str(self.home.database))}?"
        connect = partial(sqlite3.connect, uri=True, timeout=WAIT_SECONDS, isolation_level=None)
        connection: sqlite3.Connection = connect(address + how)
        if how == "mode=rw":
            try:
                connection.execute("PRAGMA schema_version")
            except sqlite3.OperationalError as error:
                connection.close()
                written = self._log.exists() and self._log.stat().st_size
                if error.sqlite_errorcode & 0xFF not in _NO_ROOM or written:
                    raise
                # On a full disk the files beside cannot be made; nobody can write there either.
                connection = connect(f"{address}immutable=1")
        return connection

    def _postgresql(self, isolation: str) -> sa.Engine:
        url = sa.make_url(self.address or "")
        if url.drivername in ("postgres", "postgresql"):
            url = url.set(drivername="postgresql+psycopg")
        try:
            engine = sa.create_engine(url, poolclass=sa.NullPool, isolation_level=isolation)
        except ModuleNotFoundError as error:
            raise MissingExtraError("PostgreSQL databases", "postgres") from error
        table_sums.watch(engine)
        return engine

    @contextmanager
    def _errors(self, verb: str) -> Iterator[None]:
        try:
            yield
        except sa.exc.DBAPIError as error:
            reason = str(error.orig).strip().splitlines()[0]
            raise StoreError(
                f"{self}: cannot {verb} the database: {reason}. Nothing was changed. "
                "Is the disk full, the folder not yours, the server away? See NAMEWARDEN_HOME "
                f"and {DATABASE_VARIABLE}"
            ) from error


@lru_cache(maxsize=16)
def _known(home: Home, address: str | None) -> Database:
    """The same database for the same home, with the statements that were compiled for it: a page of
    the desk asks a dozen times. No connection is kept (``NullPool``).
    """
    if address is not None and not _is_postgresql(address):
        raise StoreError(
            f"{DATABASE_VARIABLE} is not the address of a PostgreSQL database. Nothing was done. "
            "Write postgresql://user:password@host/name, or unset it to use the file in the home"
        )
    return Database(home, address)


def _is_postgresql(address: str) -> bool:
    try:
        return sa.make_url(address).get_backend_name() in ("postgres", "postgresql")
    except sa.exc.ArgumentError:
        return False


def _state(file: Path) -> tuple[int, int, int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def _has_sums(revision: str | None) -> bool:
    """Whether tables of a revision have checksums."""
    return revision is not None and REVISIONS.index(revision) >= REVISIONS.index(SUMS_SINCE)

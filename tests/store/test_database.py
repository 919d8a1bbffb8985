"""The database: made on the first writing, brought up to date, the same on either kind."""

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from records import StoreError
from store import Home
from store.catalogue import Catalogue
from store.database import Database
from store.schema import DESK_SINCE, HEAD, REVISIONS, audit, checks, metadata, policy

pytest_plugins = ["support.database_fixtures"]

OLD_CATALOGUE = """
CREATE TABLE snapshots (source TEXT NOT NULL, sha256 TEXT NOT NULL, edition TEXT,
  fetched_at TEXT NOT NULL, origin TEXT NOT NULL, entities INTEGER NOT NULL,
  names INTEGER NOT NULL, PRIMARY KEY (source, sha256));
CREATE TABLE activations (number INTEGER NOT NULL PRIMARY KEY, activated_at TEXT NOT NULL,
  source TEXT NOT NULL, sha256 TEXT NOT NULL,
  FOREIGN KEY(source, sha256) REFERENCES snapshots (source, sha256));
CREATE TABLE checks (source TEXT NOT NULL PRIMARY KEY, checked_at TEXT NOT NULL,
  sha256 TEXT NOT NULL, address TEXT NOT NULL, etag TEXT, last_modified TEXT);
INSERT INTO snapshots VALUES ('eu_fsf','ab','2026-01-01','2026-01-02T00:00:00Z','f.xml',5,9);
INSERT INTO activations VALUES (1,'2026-01-02T00:00:00Z','eu_fsf','ab');
PRAGMA user_version = 1;
"""
RECORD = {
    "number": 1, "at": "a", "author": "b", "action": "c", "subject": "d", "data": "{}",
    "previous": "", "sha256": "e",
}  # fmt: skip


def test_the_migrations_make_just_the_tables_of_the_schema(database: Database) -> None:
    with database.writing() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_every_revision_is_known_to_the_schema(database: Database) -> None:
    with database.writing() as connection:
        found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    assert found == HEAD == REVISIONS[-1]


def test_what_is_written_is_there_for_the_next_reader(database: Database) -> None:
    with database.writing() as connection:
        connection.execute(policy.insert().values(key="four_eyes", value="on"))
    with database.reading(DESK_SINCE) as view:
        assert view is not None
        assert view.execute(sa.select(policy.c.value)).scalars().all() == ["on"]


def test_a_transaction_that_fails_leaves_nothing(database: Database) -> None:
    with database.writing() as connection:
        connection.execute(policy.insert().values(key="a", value="1"))
    rows = [{"key": "b", "value": "2"}, {"key": "a", "value": "3"}]
    with pytest.raises(StoreError, match="Nothing was changed"), database.writing() as connection:
        connection.execute(policy.insert(), rows)
    with database.reading(DESK_SINCE) as view:
        assert view is not None
        assert view.execute(sa.select(policy.c.key)).scalars().all() == ["a"]


@pytest.mark.parametrize("statement", [audit.delete(), audit.update().values(author="x")])
def test_the_audit_log_can_only_be_added_to(database: Database, statement: sa.Executable) -> None:
    with database.writing() as connection:
        connection.execute(audit.insert().values(RECORD))
    with pytest.raises(StoreError, match="only added to"), database.writing() as connection:
        connection.execute(statement)


def test_first_writers_at_once_make_the_tables_once(database: Database) -> None:
    def write(number: int) -> None:
        with Database(database.home, database.address).writing() as connection:
            connection.execute(policy.insert().values(key=str(number), value=""))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(8)))
    with database.reading(DESK_SINCE) as view:
        assert view is not None
        assert view.execute(sa.select(sa.func.count()).select_from(policy)).scalar() == 8


def test_nothing_is_there_before_the_first_writing(database: Database) -> None:
    with database.reading() as view:
        assert view is None


def old_home(home: Home) -> None:
    home.path.mkdir()
    with sqlite3.connect(home.database) as connection:
        connection.executescript(OLD_CATALOGUE)
    connection.close()


def test_a_home_of_before_is_read_as_it_is_and_taken_over_without_loss(home: Home) -> None:
    old_home(home)
    database = Database(home)
    assert [s.edition for s in Catalogue(home).active()] == ["2026-01-01"]
    with database.reading(DESK_SINCE) as view:
        assert view is None
    with database.writing() as connection:
        connection.execute(policy.insert().values(key="a", value="1"))
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    assert [s.edition for s in Catalogue(home).active()] == ["2026-01-01"]
    (activation,) = Catalogue(home).history("eu_fsf")
    assert activation.activated_at == "2026-01-02T00:00:00Z"


def test_sqlite_writes_ahead_so_that_readers_never_wait(home: Home) -> None:
    home.path.mkdir()
    database = Database(home)
    with database.writing() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    with database.writing() as connection:
        connection.execute(policy.insert().values(key="a", value="1"))
        with database.reading(DESK_SINCE) as view:
            assert view is not None
            assert view.execute(sa.select(policy)).all() == []


def test_postgresql_of_a_later_version_is_not_touched(home: Home, postgresql: str) -> None:
    database = Database(home, postgresql)
    with database.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match="schema is 9999"), database.writing():
        pass
    with pytest.raises(StoreError, match="schema is 9999"), database.reading():
        pass


def test_a_server_that_is_away_is_one_clear_line_without_the_password(home: Home) -> None:
    database = Database(home, "postgresql://user:secret@127.0.0.1:1/none")
    with (
        pytest.raises(StoreError, match=r"cannot read the database.*Nothing was changed") as raised,
        database.reading(),
    ):
        pass
    assert "secret" not in str(raised.value)


def test_reading_does_not_wait_for_what_only_writing_needs(home: Home) -> None:
    old_home(home)
    program = (
        "import sys; from pathlib import Path;"
        "from store import Home; from store.catalogue import Catalogue;"
        f"assert Catalogue(Home(Path({str(home.path)!r}))).active();"
        "assert not any(name.startswith(('alembic', 'mako', 'psycopg')) for name in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_catalogue_is_the_same_on_either_database(database: Database) -> None:
    with database.writing() as connection:
        connection.execute(
            checks.insert().values(source="a", checked_at="b", sha256="c", address="d")
        )
    found = Catalogue(database.home).check("a")
    assert found is not None
    assert found.etag is None

"""Rows of the database that were changed around the program are refused, on either database."""

import pytest
import sqlalchemy as sa

from records import Party, Query, StoreError
from screening.monitoring.register import import_parties, monitored
from store import Home
from store.accounts import Accounts, Person
from store.catalogue import Catalogue
from store.check import Check
from store.database import Database
from store.policy import DeskPolicy, read, write
from store.schema import DESK_SINCE, SEALED, SUMMED, checks, counterparties, people, policy

pytest_plugins = ["support.database_fixtures"]


def spoil(database: Database, statement: sa.Executable) -> None:
    """Change rows as damage does: nothing is told of it."""
    with database._writer.begin() as connection:
        connection.execute(statement)


def fill(database: Database) -> None:
    with database.writing() as connection:
        write(connection, DeskPolicy(four_eyes=True))
    ada = Person(name="ada", role="admin", password=None, created_at="2026-01-01T00:00:00Z")
    Accounts(database).put_person(ada, author="test")
    check = Check(source="un_sc", checked_at="2026-01-01T00:00:00Z", sha256="ab", address="x")
    Catalogue(database.home).add_check(check)
    parties = [Party(id=f"C{n}", query=Query(name=f"Party {n}")) for n in range(3)]
    import_parties(database.home, parties, complete=False, author="ann", source="crm.csv")


@pytest.mark.parametrize(
    "damage",
    [
        checks.update().values(checked_at="2029-01-01T00:00:00Z"),
        checks.delete(),
        policy.update().where(policy.c.key == "four_eyes").values(value="off"),
        policy.delete().where(policy.c.key == "four_eyes"),
        people.update().values(role="analyst"),
        people.delete(),
    ],
    ids=["checks", "checks lost", "policy", "policy lost", "people", "people lost"],
)
def test_a_small_table_is_refused_whole_for_reading_and_for_writing(
    database: Database, damage: sa.Executable
) -> None:
    fill(database)
    spoil(database, damage)

    def look() -> None:
        Catalogue(database.home).checks()
        Accounts(database).people()
        with database.reading(DESK_SINCE) as view:
            read(view)

    with pytest.raises(StoreError, match=r"is damaged .the rows of"):
        look()
    with pytest.raises(StoreError, match="is damaged"):
        fill(database)
    assert any("is damaged" in line for line in database.damage())


def test_a_row_of_a_large_table_is_refused_where_it_is_read(database: Database) -> None:
    fill(database)
    assert database.damage() == ()
    assert len(list(monitored(database.home))) == 3
    spoil(
        database,
        counterparties.update()
        .where(counterparties.c.id == "C1")
        .values(removed_at=None, since="2020-01-01T00:00:00Z"),
    )
    with pytest.raises(StoreError, match="row 2 of counterparties is not what was written"):
        list(monitored(database.home))
    with pytest.raises(StoreError, match="row 2 of counterparties is not what was written"):
        fill(database)
    assert any("1 rows of counterparties" in line for line in database.damage())


def test_what_the_program_writes_is_whole_again_and_again(database: Database) -> None:
    for _ in range(2):
        fill(database)
    import_parties(
        database.home,
        [Party(id="C1", query=Query(name="Another name"))],
        complete=True,
        allow_shrunk=True,
        author="ann",
        source="crm.csv",
    )
    assert database.damage() == ()
    assert [each.counterparty.id for each in monitored(database.home)] == ["C1"]


def test_tables_that_deny_their_revision_are_refused(database: Database) -> None:
    fill(database)
    spoil(database, sa.text("UPDATE alembic_version SET version_num = '0003'"))
    with pytest.raises(StoreError, match=r"is damaged .it says that its tables are of revision"):
        list(monitored(database.home))
    with pytest.raises(StoreError, match="is damaged"), database.writing():
        pass


def test_tables_made_before_there_were_sums_get_them(home: Home) -> None:
    home.path.mkdir()
    database = Database(home)
    fill(database)
    with database._writer.begin() as connection:
        connection.exec_driver_sql("DROP TABLE sums")
        connection.exec_driver_sql("DROP TABLE identities")
        # What came and went since then.
        connection.exec_driver_sql("CREATE TABLE IF NOT EXISTS near_misses (number INTEGER)")
        newer = ["profiles", "team_members", "saved_filters", "attachments", "notice_marks"]
        newer += ["ownership_activations", "ownership_links", "ownership_editions", "languages"]
        for table in newer:
            connection.exec_driver_sql(f"DROP TABLE {table}")
        for index in ("alerts_by_case", "alerts_by_score", "findings_by_screening"):
            connection.exec_driver_sql(f"DROP INDEX {index}")
        connection.exec_driver_sql("CREATE INDEX ix_findings_screening ON findings (screening)")
        for table in SUMMED:
            connection.exec_driver_sql(f"DROP INDEX {table}_without_sum")
            connection.exec_driver_sql(f"ALTER TABLE {table} DROP COLUMN row_sum")
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0007'")
    database.bring_up_to_date()
    assert database.damage() == ()
    assert len(list(monitored(home))) == 3
    with database.reading() as view:
        assert view is not None
        kept = view.execute(sa.text("SELECT name FROM sums")).scalars().all()
    assert set(kept) == set(SEALED)

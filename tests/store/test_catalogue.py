"""The catalogue knows what was active when, and never lies about half a change."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from records import Snapshot, StoreError, UsageError
from store import Home
from store.catalogue import Catalogue
from store.check import Check
from store.times import moment


def snapshot(home: Home, source: str = "eu_fsf", number: int = 1) -> Snapshot:
    sha256 = f"{number:064x}"
    return Snapshot(
        source=source,
        sha256=sha256,
        edition=f"2026-01-{number:02}",
        fetched_at="2026-01-20T10:00:00Z",
        origin="list.xml",
        entities=5,
        names=9,
        folder=home.snapshots / source / sha256,
    )


@pytest.fixture
def catalogue(home: Home) -> Catalogue:
    home.path.mkdir()
    return Catalogue(home)


def test_reading_creates_nothing(home: Home) -> None:
    assert Catalogue(home).active() == ()
    assert Catalogue(home).history("eu_fsf") == ()
    assert Catalogue(home).check("eu_fsf") is None
    assert not home.path.exists()


def test_last_activation_of_each_source_counts(home: Home, catalogue: Catalogue) -> None:
    for each in (snapshot(home, "us", 1), snapshot(home, "eu", 1), snapshot(home, "eu", 2)):
        catalogue.add_and_activate(each)
    assert catalogue.active() == (snapshot(home, "eu", 2), snapshot(home, "us", 1))


def test_what_was_active_at_a_date(home: Home, catalogue: Catalogue) -> None:
    for number in (1, 2, 3):
        when = datetime(2026, 3, number, 12, tzinfo=UTC)
        catalogue.add_and_activate(snapshot(home, number=number), now=when)
    editions = {
        as_of: [s.edition for s in catalogue.active(as_of)]
        for as_of in ("2026-02-28", "2026-03-01", "2026-03-02T11:59:59Z", "2026-03-02T14:00+02:00")
    }
    assert list(editions.values()) == [[], ["2026-01-01"], ["2026-01-01"], ["2026-01-02"]]


def test_going_back_to_an_earlier_edition_is_another_activation(
    home: Home, catalogue: Catalogue
) -> None:
    for number in (1, 2, 1):
        catalogue.add_and_activate(snapshot(home, number=number))
    assert catalogue.active() == (snapshot(home, number=1),)
    editions = [each.snapshot.edition for each in catalogue.history("eu_fsf")]
    assert editions == ["2026-01-01", "2026-01-02", "2026-01-01"]


def test_writers_at_once_take_turns(home: Home, catalogue: Catalogue) -> None:
    def activate(number: int) -> None:
        Catalogue(home).add_and_activate(snapshot(home, "eu", number % 3))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(activate, range(80)))
    assert len(catalogue.history("eu")) == 80


def test_a_moved_home_finds_its_snapshots(home: Home, catalogue: Catalogue) -> None:
    catalogue.add_and_activate(snapshot(home))
    moved = Home(home.path.rename(home.path.with_name("moved")))
    (found,) = Catalogue(moved).active()
    assert found.folder.is_relative_to(moved.path)


def test_home_with_strange_letters_in_its_path(tmp_path: Path) -> None:
    home = Home(tmp_path / "größe 100% #1?")
    home.path.mkdir()
    Catalogue(home).add_and_activate(snapshot(home))
    assert len(Catalogue(home).active()) == 1


def test_catalogue_of_a_later_schema_is_not_touched(home: Home, catalogue: Catalogue) -> None:
    catalogue.add_and_activate(snapshot(home))
    with sqlite3.connect(home.database) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(StoreError, match="schema is 99"):
        catalogue.active()
    with pytest.raises(StoreError, match="schema is 99"):
        catalogue.add_and_activate(snapshot(home, number=2))


def test_damaged_catalogue_is_one_clear_line(home: Home, catalogue: Catalogue) -> None:
    home.database.write_bytes(b"this is no database" * 100)
    with pytest.raises(StoreError, match="cannot read the database"):
        catalogue.active()


def test_reading_works_where_nothing_can_be_written(home: Home, catalogue: Catalogue) -> None:
    catalogue.add_and_activate(snapshot(home))
    home.database.chmod(0o444)
    home.path.chmod(0o555)
    try:
        assert len(catalogue.active()) == 1
        assert [p.name for p in home.path.iterdir()] == [home.database.name]
    finally:
        home.path.chmod(0o755)


def test_last_check_replaces_the_one_before(catalogue: Catalogue) -> None:
    for day in ("01", "02"):
        check = Check(source="eu", checked_at=f"2026-01-{day}T00:00:00Z", sha256="x", address="a")
        catalogue.add_check(check)
    assert catalogue.check("eu") == check


def test_what_is_no_date_is_wrong_usage() -> None:
    for wrong in ("yesterday", "", "2026-13-01", "20260"):
        with pytest.raises(UsageError, match="is not a date"):
            moment(wrong)
    assert moment("2026-11-24") == "2026-11-24T23:59:59Z"


@pytest.mark.parametrize(
    ("origin", "shown"),
    [
        ("https://lists.example/x.xml?token=s3cret", "https://lists.example/x.xml?token=…"),
        ("https://a.example/d?file=x&key=s3cret#part", "https://a.example/d?file=…&key=…#part"),
        ("https://ann:s3cret@a.example/x.xml", "https://…@a.example/x.xml"),
        ("https://a.example/x.xml", "https://a.example/x.xml"),
        ("/media/lists/odd?name=x@y.xml", "/media/lists/odd?name=x@y.xml"),
    ],
)
def test_an_address_is_shown_without_its_secrets_and_kept_whole(
    home: Home, origin: str, shown: str
) -> None:
    kept = replace(snapshot(home), origin=origin)
    assert (kept.origin, kept.came_from) == (origin, shown)

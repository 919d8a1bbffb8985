"""When an entry came, changed and went."""

import shutil
from datetime import UTC, datetime, timedelta

import pytest
from editions import company, edition

from records import Entity, NoListsError, UnknownEntityError
from screening.catalogue.inventory import show
from screening.changes.history import history
from store import Home
from store.catalogue import Catalogue

FIRST = datetime(2026, 1, 10, 12, tzinfo=UTC)


def loaded(home: Home, *editions: list[Entity]) -> None:
    """Make editions active, one a day from 2026-01-10 on."""
    for number, entities in enumerate(editions):
        when = FIRST + timedelta(days=number)
        snapshot = edition(home.path, entities, dated=f"{when:%Y-%m-%d}")
        Catalogue(home).add_and_activate(snapshot, now=when)


@pytest.fixture
def four_editions(home: Home) -> Home:
    loaded(
        home,
        [company(1, "A"), company(2, "B")],
        [company(1, "A"), company(2, "B", "Bee"), company(3, "C")],
        [company(1, "A"), company(2, "B", "Bee")],
        [company(3, "C"), company(1, "A")],
    )
    return home


def events(home: Home, number: int, as_of: str | None = None) -> list[tuple[str, str | None]]:
    return [(each.what, each.edition) for each in history(home, f"eu_fsf:{number}", as_of)]


def test_an_entry_comes_changes_goes_and_comes_back(four_editions: Home) -> None:
    assert events(four_editions, 1) == [("first", "2026-01-10")]
    assert events(four_editions, 2) == [
        ("first", "2026-01-10"), ("changed", "2026-01-11"), ("removed", "2026-01-13"),
    ]  # fmt: skip
    assert events(four_editions, 3) == [
        ("added", "2026-01-11"), ("removed", "2026-01-12"), ("added", "2026-01-13"),
    ]  # fmt: skip
    assert events(four_editions, 4) == []


def test_a_change_tells_its_fields_and_since_when(four_editions: Home) -> None:
    _, changed, _ = history(four_editions, "eu_fsf:2")
    assert changed.activated_at == "2026-01-11T12:00:00Z"
    assert [(each.field, each.added) for each in changed.fields] == [("names", ("Bee (alias)",))]


def test_it_ends_at_the_date_asked_for(four_editions: Home) -> None:
    assert events(four_editions, 3, "2026-01-11") == [("added", "2026-01-11")]


def test_an_edition_that_is_not_kept_any_more_is_passed_over(four_editions: Home) -> None:
    second = Catalogue(four_editions).history("eu_fsf")[1].snapshot
    shutil.rmtree(second.folder)
    assert events(four_editions, 2) == [
        ("first", "2026-01-10"), ("changed", "2026-01-12"), ("removed", "2026-01-13"),
    ]  # fmt: skip


def test_an_entry_is_shown_as_it_was(four_editions: Home) -> None:
    then = show(four_editions, "eu_fsf:2", as_of="2026-01-10")
    assert [name.text for name in then.entity.names] == ["B"]
    assert (then.snapshot.edition, len(then.history)) == ("2026-01-10", 1)
    later = show(four_editions, "eu_fsf:2", as_of="2026-01-12")
    assert [name.text for name in later.entity.names] == ["B", "Bee"]


def test_an_entry_that_went_says_when_and_how_to_see_it(four_editions: Home) -> None:
    with pytest.raises(UnknownEntityError, match="delisted in the edition of 2026-01-13") as no:
        show(four_editions, "eu_fsf:2")
    as_of = str(no.value).rpartition("--as-of ")[2]
    assert show(four_editions, "eu_fsf:2", as_of=as_of).entity.id == "eu_fsf:2"


def test_before_the_first_list_there_is_nothing_to_show(four_editions: Home) -> None:
    with pytest.raises(NoListsError, match="no list was loaded on 2020-01-01"):
        show(four_editions, "eu_fsf:2", as_of="2020-01-01")

"""What is loaded, how old it is, and any one entry of it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.publisher import Answer, eu_list, serving
from test_update import fetched, take

from records import NoListsError, UnknownEntityError
from screening.catalogue.inventory import list_inventory, show
from store import Home


def loaded(home: Home, folder: Path, edition: str = "2026-01-10") -> None:
    path = folder / "list.xml"
    path.write_bytes(eu_list(edition=edition))
    take(home, path)


def at(day: str) -> datetime:
    return datetime.fromisoformat(f"{day}T12:00:00+00:00")


def test_each_list_is_told_with_edition_counts_and_hash(home: Home, tmp_path: Path) -> None:
    loaded(home, tmp_path)
    (status,) = list_inventory(home)
    assert (status.list, status.edition, status.entities, status.names) == (
        "eu_fsf",
        "2026-01-10",
        20,
        20,
    )
    assert len(status.sha256) == 64
    assert status.origin.endswith("list.xml")


def test_imported_list_ages_from_its_edition(home: Home, tmp_path: Path) -> None:
    """Importing an old file today does not make it young."""
    loaded(home, tmp_path)
    (young,) = list_inventory(home, now=at("2026-01-24"))
    (old,) = list_inventory(home, now=at("2026-01-25"))
    assert (young.age_days, young.stale) == (14, False)
    assert (old.age_days, old.stale) == (15, True)


def test_downloaded_list_is_fresh_while_the_publisher_confirms_it(home: Home) -> None:
    answer = Answer(eu_list(edition="2020-01-10"), headers={"ETag": '"one"'})
    with serving(answer, Answer(status=304)) as server:
        fetched(home, server.address)
        fetched(home, server.address)
    (status,) = list_inventory(home)
    assert (status.age_days, status.stale) == (0, False)
    assert status.checked_at is not None
    assert status.checked_at[:10] in {datetime.now(UTC).date().isoformat(), status.fetched_at[:10]}


def test_nothing_loaded_is_an_empty_inventory_and_creates_nothing(home: Home) -> None:
    assert list_inventory(home) == ()
    assert not home.path.exists()


def test_entry_is_shown_with_the_snapshot_it_stands_in(home: Home, tmp_path: Path) -> None:
    loaded(home, tmp_path)
    found = show(home, "eu_fsf:7")
    entity, snapshot = found.entity, found.snapshot
    assert entity.caption == "Company number 7"
    assert (snapshot.source, snapshot.edition) == ("eu_fsf", "2026-01-10")


def test_entry_that_is_not_there_is_one_clear_line(home: Home, tmp_path: Path) -> None:
    with pytest.raises(NoListsError, match="Run: namewarden update"):
        show(home, "eu_fsf:7")
    loaded(home, tmp_path)
    for wrong, message in {
        "eu_fsf:700": "eu_fsf has no entry 'eu_fsf:700' in its edition of 2026-01-10",
        "us_ofac_sdn:36": "us_ofac_sdn is not loaded",
        "Gazprombank": "An id is the list's name and a number, like eu_fsf:12345",
    }.items():
        with pytest.raises(UnknownEntityError, match=message):
            show(home, wrong)

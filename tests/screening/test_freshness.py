"""An answer that was made on an old list says so, and can be refused."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from editions import company, edition

from records import Snapshot, StaleListError, StoreError
from screening.engine import Engine
from screening.engine import settings as asked
from screening.freshness import age_days, require, today, warnings
from screening.match import match
from store import Home
from store.catalogue import Catalogue, Check


def checked(of: Snapshot, on: str, sha256: str | None = None) -> Check:
    return Check(
        source=of.source, checked_at=f"{on}T08:00:00Z", sha256=sha256 or of.sha256, address="x"
    )


@pytest.fixture
def list_of_january(tmp_path: Path) -> Snapshot:
    """Of 2026-01-10; the EU's list is called stale after 14 days."""
    return edition(tmp_path / "home", [company(1, "Acme Trading")])


def test_a_list_ages_from_its_own_date(list_of_january: Snapshot) -> None:
    assert age_days(list_of_january, None, date(2026, 1, 24)) == 14
    assert age_days(list_of_january, None, date(2025, 1, 1)) == 0


def test_the_publishers_word_makes_an_old_edition_fresh(list_of_january: Snapshot) -> None:
    assert age_days(list_of_january, checked(list_of_january, "2026-03-01"), date(2026, 3, 2)) == 1


def test_the_publishers_word_on_another_edition_does_not(list_of_january: Snapshot) -> None:
    other = checked(list_of_january, "2026-03-01", "f" * 64)
    assert age_days(list_of_january, other, date(2026, 3, 2)) == 51


def test_a_warning_begins_on_the_day_after_the_last_usual_one(list_of_january: Snapshot) -> None:
    known = {"eu_fsf": None}
    assert warnings([list_of_january], known, date(2026, 1, 24)) == ()
    (warning,) = warnings([list_of_january], known, date(2026, 1, 25))
    assert (warning.list, warning.what, warning.age_days, warning.max_age_days) == (
        "eu_fsf", "stale", 15, 14,
    )  # fmt: skip
    assert "edition of 2026-01-10 was last known to be current 15 days ago" in warning.message
    assert "namewarden update eu_fsf" in warning.message


def test_an_older_list_than_allowed_is_refused(list_of_january: Snapshot) -> None:
    known = {"eu_fsf": None}
    require([list_of_january], known, date(2026, 1, 13), max_age=3)
    with pytest.raises(StaleListError, match=r"4 days ago, at most 3 are allowed.*Nothing was scr"):
        require([list_of_january], known, date(2026, 1, 14), max_age=3)


def test_the_day_is_that_of_the_date_asked_for() -> None:
    assert today("2026-01-10") == today("2026-01-10T23:00:00Z") == date(2026, 1, 10)


def test_an_answer_carries_the_warnings_of_the_lists_that_were_looked_on(
    excerpts_home: Home, opened: Callable[..., Engine]
) -> None:
    engine = opened(excerpts_home, lists=["eu_fsf"])
    chosen = asked(threshold=None, limit=1, kinds=None, lists=["eu_fsf"], as_of=None)
    (answer,) = match(engine, ["Blue Lantern Logistics"], chosen)
    assert [(item.list, item.what) for item in answer.warnings] == [("eu_fsf", "stale")]


def test_nothing_is_opened_when_a_list_is_too_old(excerpts_home: Home) -> None:
    with pytest.raises(StaleListError, match="us_ofac_sdn"):
        Engine.open(excerpts_home, lists=["us_ofac_sdn"], max_age=30)


def test_a_list_whose_files_are_lost_is_never_passed_over(own_home: Home) -> None:
    """Even when the cached index still has its names."""
    (eu, _) = Catalogue(own_home).active()
    (eu.folder / "entities.jsonl").unlink()
    with pytest.raises(StoreError, match=r"files of this list are missing.*update eu_fsf"):
        Engine.open(own_home, lists=["us_ofac_sdn"])

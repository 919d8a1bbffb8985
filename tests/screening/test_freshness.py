"""An answer that was made on an old list says so, and can be refused."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from editions import company, edition

from records import Snapshot, StaleListError, StoreError, UnknownListError, UsageError
from screening.engine.engine import Engine
from screening.engine.freshness import age_days, judge, require, today, warnings
from screening.engine.settings import settings as asked
from screening.names.match import match
from screening.updates.forget import forget
from screening.updates.update import update
from store import Home
from store.catalogue import Catalogue
from store.check import Check
from store.requested_lists import request_lists, requested_lists


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


def test_a_check_made_while_the_clock_was_ahead_keeps_no_list_fresh(
    list_of_january: Snapshot,
) -> None:
    ahead = checked(list_of_january, "2999-01-01")
    now = today()
    assert age_days(list_of_january, ahead, now) == age_days(list_of_january, None, now)
    (warning,) = warnings([list_of_january], {"eu_fsf": ahead}, now)
    assert "of 2026-01-10 was last known to be current" in warning.message


def test_a_clock_that_is_behind_all_that_is_known_of_a_list_is_said(
    home: Home, list_of_january: Snapshot
) -> None:
    ahead = replace(list_of_january, edition="2999-01-01", fetched_at="2999-01-02T00:00:00Z")
    (warning,) = warnings([ahead], {}, today())
    assert (warning.what, warning.age_days) == ("stale", None)
    assert "yet to come, so its age is not known. Set the clock" in warning.message
    with pytest.raises(StaleListError, match="its age is not known"):
        require(home, [ahead], 99_999, every=False)


def test_a_warning_begins_on_the_day_after_the_last_usual_one(list_of_january: Snapshot) -> None:
    known: dict[str, Check] = {}
    assert warnings([list_of_january], known, date(2026, 1, 24)) == ()
    (warning,) = warnings([list_of_january], known, date(2026, 1, 25))
    assert (warning.list, warning.what, warning.age_days, warning.max_age_days) == (
        "eu_fsf", "stale", 15, 14,
    )  # fmt: skip
    assert "edition of 2026-01-10 was last known to be current 15 days ago" in warning.message
    assert "namewarden update eu_fsf" in warning.message


def test_an_older_list_than_allowed_is_refused(home: Home, list_of_january: Snapshot) -> None:
    require(home, [list_of_january], 3, every=True, as_of="2026-01-13")
    with pytest.raises(StaleListError, match=r"4 days ago, at most 3 are allowed.*Nothing was scr"):
        require(home, [list_of_january], 3, every=True, as_of="2026-01-14")


def test_a_list_that_was_asked_for_and_never_came_is_missing(
    home: Home, list_of_january: Snapshot
) -> None:
    request_lists(home, ["eu_fsf", "un_sc"])
    (missing,) = judge(home, [list_of_january], every=True, as_of=None)[1:]
    assert (missing.list, missing.what, missing.age_days) == ("un_sc", "missing", None)
    assert "namewarden update un_sc" in missing.message
    with pytest.raises(StaleListError, match="un_sc was asked for but is not loaded"):
        require(home, [list_of_january], 99_999, every=True)


def test_nothing_is_missing_of_lists_that_were_chosen_or_not_yet_asked_for(
    home: Home, list_of_january: Snapshot
) -> None:
    request_lists(home, ["un_sc"])
    assert judge(home, [list_of_january], every=False, as_of="2026-01-10") == ()
    assert judge(home, [list_of_january], every=True, as_of="2026-01-10") == ()


def test_what_is_asked_for_keeps_its_time_until_it_is_forgotten(home: Home) -> None:
    home.path.mkdir()
    request_lists(home, ["un_sc"])
    first = requested_lists(home)
    request_lists(home, ["un_sc", "eu_fsf"])
    assert requested_lists(home)["un_sc"] == first["un_sc"]
    forget(home, "un_sc", print)
    assert list(requested_lists(home)) == ["eu_fsf"]
    with pytest.raises(UsageError, match="was not asked for"):
        forget(home, "un_sc", print)
    with pytest.raises(UnknownListError):
        forget(home, "un_s", print)


def test_a_loaded_list_cannot_be_forgotten(own_home: Home) -> None:
    with pytest.raises(UsageError, match="is loaded and screened against"):
        forget(own_home, "eu_fsf", print)


def test_a_damaged_file_of_what_is_asked_for_is_no_silence(home: Home) -> None:
    home.path.mkdir()
    for text in ("{", "[]"):
        (home.path / "wanted.json").write_text(text)
        with pytest.raises(StoreError, match=r"wanted.json: cannot be read.*Nothing was scr"):
            requested_lists(home)


def test_an_update_that_failed_leaves_its_list_missing(own_home: Home, tmp_path: Path) -> None:
    (tmp_path / "page.xml").write_text("<html>")
    (result,) = update(own_home, ["un_sc"], from_path=tmp_path / "page.xml", notify=print)
    assert result.status == "failed"
    engine = Engine.open(own_home)
    assert [(item.list, item.what) for item in engine.warnings][-1] == ("un_sc", "missing")
    assert "missing" not in {item.what for item in engine.on(["eu_fsf"]).warnings}
    with pytest.raises(StaleListError, match="un_sc"):
        Engine.open(own_home, max_age=99_999)


def test_an_engine_that_is_kept_is_judged_anew(own_home: Home) -> None:
    engine = Engine.open(own_home)
    view = engine.on(["eu_fsf"])
    assert [item.what for item in view.warnings] == ["stale"]
    (eu, _) = Catalogue(own_home).active()
    now = datetime.now(UTC).strftime("%Y-%m-%d")
    Catalogue(own_home).add_check(checked(eu, now))
    engine.judge_anew()
    assert view.warnings == ()
    assert [item.list for item in engine.warnings] == ["us_ofac_sdn"]
    engine.close()


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
    with pytest.raises(StoreError, match=r"is missing.*update eu_fsf"):
        Engine.open(own_home, lists=["us_ofac_sdn"])

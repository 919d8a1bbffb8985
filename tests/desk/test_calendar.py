"""The calendar says of each day on which editions who was screened, and what is missing."""

import csv
import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from support.desk_work import LISTED, entity, party, put_edition, register, run

from records import EditionRef
from screening.archive.audit import audit_records, verify_audit
from screening.archive.calendar_file import export_calendar
from screening.monitoring.calendar import CalendarDay, DayState, _chained, _day, calendar
from screening.monitoring.register import remove_parties
from store import Home
from store.run_calendar import InUse, RegisterChange, Run

pytest_plugins = ["support.desk_fixtures"]


def today(home: Home) -> CalendarDay:
    return calendar(home)[-1]


def test_a_day_has_its_runs_editions_and_parties(sqlite_desk: Home) -> None:
    assert today(sqlite_desk).state is DayState.NOBODY
    register(sqlite_desk, party("c1", "Wuhan Gaoxin Technology"), party("c2", "Mahan Air"))
    assert today(sqlite_desk).state is DayState.NOT_YET
    done = run(sqlite_desk)
    day = today(sqlite_desk)
    assert (day.state, day.monitored, day.screened) == (DayState.SCREENED, 2, 2)
    assert [(one.screening, one.full, one.screened) for one in day.runs] == [(done.id, True, 2)]
    assert [(one.list, one.edition, one.until) for one in day.editions] == [
        ("un_sc", "2026-11-01", None)
    ]


def test_what_came_after_the_last_run_is_told(sqlite_desk: Home) -> None:
    register(sqlite_desk, party("c1", "Wuhan Gaoxin Technology"), party("c2", "Mahan Air"))
    run(sqlite_desk)
    put_edition(sqlite_desk, (*LISTED, entity("un_sc:9", "Blue Lantern")))
    assert (today(sqlite_desk).state, today(sqlite_desk).behind) == (DayState.BEHIND, ("un_sc",))
    assert [one.until is None for one in today(sqlite_desk).editions] == [False, True]
    register(sqlite_desk, party("c3", "Kalashnikov"))
    assert today(sqlite_desk).behind == ("un_sc", "register")
    run(sqlite_desk)
    assert (today(sqlite_desk).state, today(sqlite_desk).monitored) == (DayState.SCREENED, 3)
    register(sqlite_desk, party("c3", "Kalashnikov"))  # nothing new
    assert today(sqlite_desk).behind == ()
    remove_parties(sqlite_desk, ["c1"], author="ann")
    assert (today(sqlite_desk).monitored, today(sqlite_desk).behind) == (2, ("register",))


def test_a_day_without_a_run_is_missing_once_it_is_over(sqlite_desk: Home) -> None:
    register(sqlite_desk, party("c1", "Wuhan Gaoxin Technology"))
    run(sqlite_desk)
    days = calendar(sqlite_desk, now=datetime.now(UTC) + timedelta(days=2))
    assert [day.state for day in days[-3:]] == [
        DayState.SCREENED, DayState.MISSING, DayState.NOT_YET,
    ]  # fmt: skip


RUN = Run(
    screening="S1", at="2026-11-02T10:00:00Z", author="ann", engine="x", full=True, screened=2,
    opened=0, list_warnings=None, seen_change=1, input_sha256="", answer_sha256="",
    editions=(EditionRef(list="un_sc", edition=None, sha256="a"),),
)  # fmt: skip


def test_an_import_during_a_run_is_not_screened_by_it() -> None:
    """The run of 10:00 began before the import of 9:59."""
    times = ("2026-11-01T08:00:00Z", "2026-11-02T09:59:00Z")
    used = [InUse(since="2026-11-01T00:00:00Z", edition=RUN.editions[0])]
    changes = [RegisterChange(at=at, more=1) for at in times]
    found = datetime(2026, 11, 2, tzinfo=UTC).date()
    day = _day(found, found + timedelta(days=1), [RUN], used, changes)
    assert (day.state, day.behind) == (DayState.BEHIND, ("register",))


def test_a_run_on_some_lists_leaves_the_others_behind() -> None:
    editions = [EditionRef(list=name, edition=None, sha256="a") for name in ("un_sc", "eu_fsf")]
    used = [InUse(since="2026-11-01T00:00:00Z", edition=edition) for edition in editions]
    found = datetime(2026, 11, 2, tzinfo=UTC).date()
    day = _day(found, found, [RUN], used, [RegisterChange(at="2026-11-01T08:00:00Z", more=1)])
    assert day.behind == ("eu_fsf",)


def test_no_day_can_be_changed_or_left_out(sqlite_desk: Home) -> None:
    register(sqlite_desk, party("c1", "Mahan Air"))
    run(sqlite_desk)
    days = calendar(sqlite_desk)
    assert len({day.sha256 for day in days}) == len(days) == 31
    bare = [replace(day, sha256="") for day in days]
    assert [day.sha256 for day in _chained(bare)] == [day.sha256 for day in days]
    fewer = list(_chained(bare[:5] + bare[6:]))
    assert fewer[-1].sha256 != days[-1].sha256


@pytest.mark.parametrize("ending", ["csv", "json", "xlsx"])
def test_an_export_is_on_record_by_its_hash(sqlite_desk: Home, tmp_path: Path, ending: str) -> None:
    register(sqlite_desk, party("c1", "Mahan Air"))
    run(sqlite_desk)
    days, path = calendar(sqlite_desk), tmp_path / f"november.{ending}"
    sha256 = export_calendar(sqlite_desk, days, path, author="ann")
    assert sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    (told,) = audit_records(sqlite_desk, subject="calendar")
    assert (told.action, told.author, told.data["sha256"]) == ("export", "ann", sha256)
    assert (told.data["head"], told.data["missing"]) == (days[-1].sha256, [])
    assert verify_audit(sqlite_desk).problems == ()
    if ending == "csv":
        rows = list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))
        assert [row["sha256"] for row in rows] == [day.sha256 for day in days]


def test_the_hashes_of_days_that_are_over_stay(sqlite_desk: Home) -> None:
    register(sqlite_desk, party("c1", "Mahan Air"))
    run(sqlite_desk)
    first = f"{datetime.now(UTC).date() - timedelta(days=3)}"
    later = datetime.now(UTC) + timedelta(days=2)
    before = calendar(sqlite_desk, first=first)
    after = calendar(sqlite_desk, first=first, now=later)
    assert [day.sha256 for day in before] == [day.sha256 for day in after[: len(before)]]

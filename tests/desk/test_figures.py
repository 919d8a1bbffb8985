"""Figures of the alert work are what its history says."""

from datetime import UTC, datetime, timedelta

import pytest
from support.desk_work import party, register, run

from records import AlertState, UsageError
from screening.cases.alerts import list_alerts
from screening.cases.case_work import take_back
from screening.cases.cases import case_queue, decide_case
from screening.cases.decisions import decide, reopen
from screening.cases.figures import Figures, figures_of
from screening.cases.good_guys import add_good_guy
from screening.report.figures import as_json, as_rows
from store import Home
from store.alerts import AlertFilter
from store.cases import CaseFilter

pytest_plugins = ["support.desk_fixtures"]
FALSE, TRUE = AlertState.FALSE_POSITIVE, AlertState.TRUE_MATCH


@pytest.fixture
def worked(sqlite_desk: Home) -> Home:
    register(sqlite_desk, party("c1", "Wuhan Gaoxin Technology"), party("c2", "Mahan Air"))
    register(sqlite_desk, party("c3", "Kalashnikov Concern"))
    run(sqlite_desk)
    return sqlite_desk


def counted(home: Home, **chosen: object) -> Figures:
    return figures_of(home, **chosen)  # type: ignore[arg-type]


def ids(home: Home) -> list[str]:
    return [alert.id for alert in list_alerts(home, AlertFilter())]


def test_what_waits_is_counted_by_age_and_by_customer(worked: Home) -> None:
    found = counted(worked)
    assert [(age.alerts, age.cases) for age in found.ages] == [
        (3, 3),
        (0, 0),
        (0, 0),
        (0, 0),
        (0, 0),
    ]
    later = counted(worked, now=datetime.now(UTC) + timedelta(days=20))
    assert [age.alerts for age in later.ages] == [0, 0, 3, 0, 0]
    assert (found.overdue, later.overdue) == (0, 3)
    assert (
        counted(worked, overdue_after=30, now=datetime.now(UTC) + timedelta(days=20)).overdue == 0
    )


def test_what_a_good_guy_covers_was_never_opened(sqlite_desk: Home) -> None:
    register(sqlite_desk, party("c1", "Wuhan Gaoxin Technology"), party("c2", "Mahan Air"))
    add_good_guy(sqlite_desk, "Mahan Air", "un_sc:3", reason="ours", author="ann")
    run(sqlite_desk)
    found = counted(sqlite_desk)
    assert found.weeks[-1].opened == found.lists[0].open == 1


def test_a_decision_that_was_taken_back_is_in_no_figure(worked: Home) -> None:
    case = case_queue(worked, CaseFilter())[0][0]
    said = {"party": None, "state": FALSE, "reason": "x", "author": "ann"}
    decide_case(worked, case.id, seen=case.version, **said)  # type: ignore[arg-type]
    again = take_back(worked, case.id, author="ann")
    assert counted(worked).weeks[-1].closed == 0
    decide_case(worked, case.id, seen=again.version, **said)  # type: ignore[arg-type]
    assert counted(worked).weeks[-1].closed == 1
    (ann,) = counted(worked).people
    assert ann.false == 1


def test_decisions_are_counted_by_week_list_and_person(worked: Home) -> None:
    one, two, _ = ids(worked)
    decide(worked, [one], state=FALSE, reason="another", author="ann")
    decide(worked, [two], state=TRUE, reason="the same", author="bob")
    found = counted(worked)
    week = found.weeks[-1]
    assert (week.opened, week.reopened, week.closed, dict(week.screened)) == (
        3,
        0,
        2,
        {"monitor": 1},
    )
    (list_,) = found.lists
    assert (list_.list, list_.open, list_.true, list_.false, list_.true_share) == (
        "un_sc", 1, 1, 1, 0.5,
    )  # fmt: skip
    assert [(one.author, one.true, one.false) for one in found.people] == [
        ("ann", 0, 1),
        ("bob", 1, 0),
    ]
    assert found.times.decided == 2


def test_a_decision_taken_back_is_closed_twice_and_decided_again_once(worked: Home) -> None:
    one = ids(worked)[0]
    decide(worked, [one], state=FALSE, reason="another", author="ann")
    reopen(worked, [one], reason="new facts", author="bob")
    (alert,) = decide(worked, [one], state=TRUE, reason="the same", author="bob")
    decide(worked, [one], state=FALSE, reason="no", author="bob", seen=alert.version)
    week = counted(worked).weeks[-1]
    assert (week.opened, week.reopened, week.closed) == (3, 1, 2)


def test_a_period_leaves_out_what_lies_outside(worked: Home) -> None:
    decide(worked, ids(worked)[:1], state=FALSE, reason="another", author="ann")
    found = counted(worked, since="2026-01-05", until="2026-01-18")
    assert [week.begins for week in found.weeks] == ["2026-01-05", "2026-01-12"]
    assert (found.times.decided, found.people, found.weeks[0].opened) == (0, (), 0)
    assert sum(age.alerts for age in found.ages) == 2  # what waits is that of now
    with pytest.raises(UsageError, match="before it begins"):
        counted(worked, since="2026-01-05", until="2026-01-04")
    for wrong, said in (
        ("yesterday", "not a day"),
        ("0001-01-01", "year"),
        ("2010-01-01", "longer"),
    ):
        with pytest.raises(UsageError, match=said):
            counted(worked, since=wrong, until="2026-01-04")


def test_every_figure_is_in_the_rows_as_in_the_json(worked: Home) -> None:
    decide(worked, ids(worked)[:1], state=FALSE, reason="another", author="ann")
    found = counted(worked)
    rows = {(figure, of): value for figure, of, value in as_rows(found)}
    told = as_json(found)
    assert rows["closed", found.weeks[-1].begins] == told["weeks"][-1]["closed"] == 1
    assert rows["list_true_share", "un_sc"] == told["lists"][0]["true_share"] == 0.0
    assert rows["author_false_positive", "ann"] == 1
    assert rows["screened_monitor", found.weeks[-1].begins] == 1

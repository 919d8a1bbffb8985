"""Which threshold a wanted recall needs, and putting one in force."""

from collections.abc import Callable
from pathlib import Path

import pytest

from matcher.comparison.model import model
from records import UsageError
from screening.assess.tune import Case, from_alerts, from_file, put_in_force, tuned
from screening.engine.engine import Engine
from screening.engine.settings import settings, threshold_in_force
from store import Home, audit
from store.database import Database


@pytest.fixture
def made_home(home: Home) -> Home:
    """An empty home that can be written."""
    home.path.mkdir()
    return home


RIGHT = [Case(right=True, score=score) for score in (0.99, 0.95, 0.9, 0.7)]
WRONG = [Case(right=False, score=score) for score in (0.91, 0.85, 0.75, 0.6)]


def test_the_highest_threshold_that_keeps_enough_is_found_with_its_cost() -> None:
    found = tuned([*RIGHT, *WRONG], "test", recall=0.75, in_force=0.8)
    assert found.needed is not None
    assert (found.needed.threshold, found.needed.false, found.needed.alerts) == (0.9, 1, 4)
    assert (found.in_force.false, found.in_force.alerts) == (2, 5)


def test_all_of_them_cost_more() -> None:
    found = tuned([*RIGHT, *WRONG], "test", recall=1.0, in_force=0.8)
    assert found.needed is not None
    assert (found.needed.threshold, found.needed.alerts) == (0.7, 7)


def test_what_was_not_met_at_all_cannot_be_kept() -> None:
    found = tuned([*RIGHT, Case(right=True, score=0.0)], "test", recall=0.9, in_force=0.8)
    assert found.needed is None


def test_nothing_is_said_below_the_lowest_score_that_is_known() -> None:
    assert tuned([*RIGHT], "test", recall=0.9, in_force=0.8).lowest == 0.7


def test_without_a_right_hit_or_a_decision_there_is_no_answer(home: Home) -> None:
    with pytest.raises(UsageError, match="no right hit"):
        tuned(WRONG, "test", recall=0.9, in_force=0.8)
    with pytest.raises(UsageError, match="no alert has been decided"):
        from_alerts(home)


def test_a_threshold_is_put_in_force_with_author_and_reason_in_the_log(made_home: Home) -> None:
    put_in_force(made_home, 0.72, author="ada", reason="model review 12")
    assert threshold_in_force(made_home) == 0.72
    asked = settings(threshold=None, limit=1, kinds=None, lists=None, as_of=None, home=made_home)
    assert asked.threshold == 0.72
    put_in_force(made_home, None, author="bob", reason="back again")
    assert threshold_in_force(made_home) == model().threshold
    with Database.of(made_home).reading() as view:
        assert view is not None
        log = list(audit.records(view, subject="policy"))
    assert [(one.author, one.action, one.data["after"]) for one in log] == [
        ("ada", "threshold", 0.72),
        ("bob", "threshold", model().threshold),
    ]
    assert log[0].data["reason"] == "model review 12"


@pytest.mark.parametrize(("value", "reason"), [(0.7, " "), (0.0, "why"), (1.2, "why")])
def test_a_threshold_without_a_reason_or_out_of_range_changes_nothing(
    made_home: Home, value: float, reason: str
) -> None:
    with pytest.raises(UsageError, match="Nothing was changed"):
        put_in_force(made_home, value, author="ada", reason=reason)
    assert threshold_in_force(made_home) == model().threshold


def test_a_threshold_asked_for_goes_before_the_one_in_force(made_home: Home) -> None:
    put_in_force(made_home, 0.72, author="ada", reason="why")
    asked = settings(threshold=0.9, limit=1, kinds=None, lists=None, as_of=None, home=made_home)
    assert asked.threshold == 0.9


def test_a_file_with_the_answers_gives_right_and_false_hits(
    opened: Callable[..., Engine], excerpts_home: Home, tmp_path: Path
) -> None:
    (tmp_path / "answers.csv").write_text(
        "name,expected,class\n"
        "Wuhan Global Sensor Technology,us_ofac_sdn:46633,control\n"
        "Blue Lantern Logistics,us_ofac_sdn:46633,manipulated\n"
        "Wuhan Global Sensor Technology,,clean\n",
        encoding="utf-8",
    )
    low = settings(threshold=0.5, limit=10, kinds=None, lists=None, as_of=None)
    cases = from_file(opened(excerpts_home), tmp_path / "answers.csv", (), low, workers=1,
                      notify=lambda _: None)  # fmt: skip
    right = [case.score for case in cases if case.right]
    assert right[0] > 0.9
    assert right[1] == 0.0
    assert len([case for case in cases if not case.right]) >= 2

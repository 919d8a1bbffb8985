"""Deciding: remembered, undone by what changes, by two people where two are asked for."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from support.desk_work import LISTED, MAHAN, entity, party, put_edition, register, run

from records import Alert, AlertState, ConflictError, Identifier, UsageError
from screening.cases.alerts import alert_history, list_alerts
from screening.cases.decisions import assign, comment, decide, reopen
from screening.cases.rules import rules, set_rules
from store import Home
from store.alerts import AlertFilter
from store.policy import DeskPolicy

pytest_plugins = ["support.desk_fixtures"]
FALSE, TRUE = AlertState.FALSE_POSITIVE, AlertState.TRUE_MATCH


@pytest.fixture
def alert(desk: Home) -> Alert:
    register(desk, party("c1", "Mahan Air"))
    run(desk)
    return the_alert(desk)


def the_alert(home: Home) -> Alert:
    (alert,) = list_alerts(home, AlertFilter())
    return alert


def dismiss(home: Home, author: str = "ann", **more: object) -> Alert:
    (alert,) = decide(home, ["A1"], state=FALSE, reason="other town", author=author, **more)  # type: ignore[arg-type]
    return alert


def test_a_false_positive_does_not_come_back(desk: Home, alert: Alert) -> None:
    assert dismiss(desk).state is FALSE
    register(desk, party("c2", "Brightwater"))
    for full in (False, True):
        run(desk, full=full)
        assert the_alert(desk).state is FALSE


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        (entity(MAHAN, "Mahan Air", "Mahan Airlines"), "the listed entry's names changed"),
        (
            replace(LISTED[2], identifiers=(Identifier(type="tax", value="123"),)),
            "the listed entry's identifiers changed",
        ),
        (replace(LISTED[2], programmes=("IRAN",)), "the listed entry's programmes changed"),
    ],
)
def test_a_false_positive_is_opened_again_when_the_entry_changes(
    desk: Home, alert: Alert, changed: object, why: str
) -> None:
    dismiss(desk)
    put_edition(desk, (*LISTED[:2], changed))  # type: ignore[arg-type]
    assert len(run(desk).outcome.reopened) == 1
    assert the_alert(desk).state is AlertState.OPEN
    last = alert_history(desk, "A1").dispositions[-1]
    assert (last.author, last.action, last.reason) == ("namewarden", "reopen", why)


def test_a_false_positive_holds_when_only_a_remark_changes(desk: Home, alert: Alert) -> None:
    dismiss(desk)
    put_edition(desk, (*LISTED[:2], replace(LISTED[2], remarks=("a comma, more",))))
    run(desk, full=True)
    assert the_alert(desk).state is FALSE


def test_a_false_positive_is_opened_again_when_the_counterparty_changes(
    desk: Home, alert: Alert
) -> None:
    dismiss(desk)
    register(desk, party("c1", "Mahan Air", countries=("ir",)))
    run(desk)
    assert the_alert(desk).state is AlertState.OPEN


def test_a_false_positive_is_opened_again_when_its_time_is_over(desk: Home, alert: Alert) -> None:
    from store.database import Database
    from store.schema import alerts

    dismiss(desk, expires="2999-12-31")
    run(desk)
    assert the_alert(desk).state is FALSE
    with Database.of(desk).writing() as connection:
        connection.execute(alerts.update().values(expires_at="2020-01-01T00:00:00Z"))
    assert len(run(desk).outcome.reopened) == 1
    assert alert_history(desk, "A1").dispositions[-1].reason == "its time is over"


def test_a_true_match_stays_one_whatever_changes(desk: Home, alert: Alert) -> None:
    decide(desk, ["A1"], state=TRUE, reason="same address", author="ann")
    put_edition(desk, (*LISTED[:2], entity(MAHAN, "Mahan Air", "Mahan Airlines")))
    run(desk)
    assert the_alert(desk).state is TRUE


def test_two_people_where_two_are_asked_for(desk: Home, alert: Alert) -> None:
    set_rules(desk, DeskPolicy(four_eyes=True), author="boss")
    assert rules(desk).four_eyes
    pending = dismiss(desk)
    assert (pending.state, pending.proposed, pending.proposed_by) == (
        AlertState.PENDING, FALSE, "ann",
    )  # fmt: skip
    with pytest.raises(ConflictError, match="a second person has to agree"):
        dismiss(desk)
    agreed = dismiss(desk, author="bob")
    assert (agreed.state, agreed.proposed) == (FALSE, None)
    actions = [d.action for d in alert_history(desk, "A1").dispositions]
    assert actions == ["propose", "approve"]


def test_a_second_person_who_disagrees_needs_a_third(desk: Home, alert: Alert) -> None:
    set_rules(desk, DeskPolicy(four_eyes=True), author="boss")
    dismiss(desk)
    (other,) = decide(desk, ["A1"], state=TRUE, reason="no, the same", author="bob")
    assert (other.state, other.proposed, other.proposed_by) == (AlertState.PENDING, TRUE, "bob")
    (agreed,) = decide(desk, ["A1"], state=TRUE, reason="yes", author="ann")
    assert agreed.state is TRUE


def test_escalating_needs_no_second_person(desk: Home, alert: Alert) -> None:
    set_rules(desk, DeskPolicy(four_eyes=True), author="boss")
    (done,) = decide(desk, ["A1"], state=AlertState.ESCALATED, reason="?", author="ann")
    assert done.state is AlertState.ESCALATED


def test_a_rule_ends_false_positives_by_itself(desk: Home, alert: Alert) -> None:
    set_rules(desk, DeskPolicy(false_positive_days=365), author="boss")
    until = dismiss(desk).expires_at
    assert until is not None
    assert until > "2027"


def test_of_two_at_once_one_is_done_and_the_other_told(desk: Home, alert: Alert) -> None:
    def choose(author: str) -> str:
        try:
            decide(desk, ["A1"], state=FALSE, reason="x", author=author, seen=alert.version)
        except ConflictError as error:
            return str(error)
        return "done"

    with ThreadPoolExecutor(2) as pool:
        told = sorted(pool.map(choose, ["ann", "bob"]))
    assert told[1] == "done"
    assert "A1: changed since you looked (version 2, you saw 1)" in told[0]
    assert len(alert_history(desk, "A1").dispositions) == 1


def test_what_is_decided_is_decided_anew_only_on_purpose(desk: Home, alert: Alert) -> None:
    decided = dismiss(desk)
    with pytest.raises(ConflictError, match="already decided"):
        dismiss(desk, author="bob")
    assert dismiss(desk, author="bob", seen=decided.version).version == 3


def test_several_alerts_are_decided_together_or_not_at_all(desk: Home, alert: Alert) -> None:
    with pytest.raises(UsageError, match="no alert A99"):
        decide(desk, ["A1", "A99"], state=FALSE, reason="x", author="ann")
    assert the_alert(desk).state is AlertState.OPEN


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"reason": " "}, "a reason is needed"),
        ({"author": ""}, "an author is needed"),
        ({"state": AlertState.OPEN}, "unknown decision 'open'"),
        ({"expires": "2020-01-01"}, "is already past"),
        ({"expires": "soon"}, "is not a date"),
    ],
)
def test_wrong_decisions_are_refused(
    desk: Home, alert: Alert, more: dict[str, object], message: str
) -> None:
    values: dict[str, object] = {"state": FALSE, "reason": "x", "author": "ann", **more}
    with pytest.raises(UsageError, match=message):
        decide(desk, ["A1"], **values)  # type: ignore[arg-type]
    assert the_alert(desk).version == 1


def test_assigning_commenting_and_opening_again(desk: Home, alert: Alert) -> None:
    assert assign(desk, ["a1"], to="bob", author="ann")[0].assignee == "bob"
    assert comment(desk, ["1"], text="asked the branch", author="bob")[0].state is AlertState.OPEN
    with pytest.raises(ConflictError, match="already open"):
        reopen(desk, ["A1"], reason="x", author="ann")
    dismiss(desk)
    assert reopen(desk, ["A1"], reason="new facts", author="ann")[0].state is AlertState.OPEN
    actions = [d.action for d in alert_history(desk, "A1").dispositions]
    assert actions == ["assign", "comment", "decide", "reopen"]


def test_an_id_that_is_none_is_wrong_usage(desk: Home, alert: Alert) -> None:
    for wrong in ("S1", "A", "", "A1x"):
        with pytest.raises(UsageError, match="is not an id"):
            alert_history(desk, wrong)

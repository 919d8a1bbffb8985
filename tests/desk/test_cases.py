"""Cases: one counterparty with all it may be, decided party by party over alerts that stay."""

import pytest
from support.desk_work import LISTED, WUHAN, entity, party, put_edition, register, run

from records import (
    AlertState,
    Case,
    CaseSort,
    CaseState,
    ConflictError,
    Identifier,
    UsageError,
    case_id,
)
from screening.archive.audit import audit_records
from screening.cases.alerts import alert_history, list_alerts
from screening.cases.case_work import (
    assign_case,
    claim,
    comment_case,
    may_take_back,
    order,
    reopen_case,
    take_back,
)
from screening.cases.cases import case_history, case_queue, decide_case
from screening.cases.decisions import decide
from screening.cases.rules import set_rules
from store import Home, cases
from store.alerts import AlertFilter
from store.cases import CaseFilter
from store.database import Database
from store.policy import DeskPolicy
from store.schema import DESK_SINCE

pytest_plugins = ["support.desk_fixtures"]
FALSE, TRUE = AlertState.FALSE_POSITIVE, AlertState.TRUE_MATCH
NUMBER = (Identifier(type="uscc", value="914201000668186736"),)
GSTIR = entity(WUHAN, "Wuhan Gaoxin Technology Co., Ltd.", identifiers=NUMBER)
BESIDE = entity("eu_fsf:4880", "Wuhan Gaoxin Technology Co. Ltd", identifiers=NUMBER)
ANOTHER = entity("eu_fsf:9", "Wuhan Gaoxin Technology Trading")


@pytest.fixture
def two_lists(desk: Home) -> Home:
    """A customer that is on two lists as one party, and may be a second party of one of them."""
    put_edition(desk, (LISTED[0], GSTIR, LISTED[2]))
    put_edition(desk, (BESIDE, ANOTHER), "eu_fsf")
    register(desk, party("c1", "Wuhan Gaoxin Technology"), party("c2", "Mahan Air"))
    run(desk)
    return desk


def the_case(home: Home, **chosen: object) -> Case:
    found = case_queue(home, CaseFilter(states=(), text="Wuhan", **chosen))[0]  # type: ignore[arg-type]
    (case,) = found
    return case


def decided(home: Home, *, party: str | None = None, author: str = "ann", **more: object) -> Case:
    case = the_case(home)
    said = {"state": FALSE, "reason": "other town", "seen": case.version, **more}
    return decide_case(home, case.id, party=party, author=author, **said)  # type: ignore[arg-type]


def test_the_alerts_of_a_customer_are_one_case_by_party(two_lists: Home) -> None:
    case = the_case(two_lists)
    assert (case.id, case.state, case.news) == ("C1", CaseState.OPEN, ())
    assert [(one.id, one.members) for one in case.parties] == [
        ("eu_fsf:4880", ("eu_fsf:4880", WUHAN)),
        ("eu_fsf:9", ("eu_fsf:9",)),
    ]
    assert len(list_alerts(two_lists, AlertFilter(counterparty="c1"))) == 3
    assert case_queue(two_lists, CaseFilter())[1] == {CaseState.OPEN: 2}


def test_a_decision_on_a_party_holds_for_its_entries_and_no_others(two_lists: Home) -> None:
    case = decided(two_lists, party="eu_fsf:4880")
    states = {alert.entity_id: alert.state for alert in case.alerts}
    assert states == {"eu_fsf:4880": FALSE, WUHAN: FALSE, "eu_fsf:9": AlertState.OPEN}
    assert (case.state, case.news) == (CaseState.OPEN, ())  # it waited before, so it is no news
    assert decided(two_lists).state is CaseState.CLOSED
    assert case_queue(two_lists, CaseFilter(text="Wuhan"))[0] == []
    alert = next(one for one in case.alerts if one.entity_id == WUHAN)
    (said,) = alert_history(two_lists, alert.id).dispositions
    assert (said.action, said.author, said.reason) == ("decide", "ann", "other town")


def test_a_new_hit_opens_the_case_again_and_says_what_is_new(two_lists: Home) -> None:
    decided(two_lists)
    put_edition(two_lists, (BESIDE, ANOTHER, entity("eu_fsf:10", "Wuhan Gaoxin")), "eu_fsf")
    run(two_lists)
    case = the_case(two_lists)
    assert case.state is CaseState.OPEN
    assert [(one.entity_id, one.why) for one in case.news] == [("eu_fsf:10", "new hit")]
    assert {alert.state for alert in case.alerts if alert.entity_id != "eu_fsf:10"} == {FALSE}


def test_a_changed_entry_opens_the_case_again_and_says_why(two_lists: Home) -> None:
    decided(two_lists)
    renamed = entity("eu_fsf:9", "Wuhan Gaoxin Technology Trading", programmes=("RUSSIA",))
    put_edition(two_lists, (BESIDE, renamed), "eu_fsf")
    run(two_lists)
    (news,) = the_case(two_lists).news
    assert (news.entity_id, news.why) == ("eu_fsf:9", "the listed entry's programmes changed")


def test_of_two_decisions_on_one_view_of_a_case_one_counts(two_lists: Home) -> None:
    seen = the_case(two_lists).version
    decided(two_lists, party="eu_fsf:9")
    with pytest.raises(ConflictError, match="C1: changed since you looked"):
        decided(two_lists, author="bob", seen=seen)
    assert the_case(two_lists).state is CaseState.OPEN


def test_a_new_alert_is_a_change_of_the_case(two_lists: Home) -> None:
    """Nobody decides what they have not seen."""
    seen = the_case(two_lists).version
    put_edition(two_lists, (BESIDE, ANOTHER, entity("eu_fsf:10", "Wuhan Gaoxin")), "eu_fsf")
    run(two_lists)
    with pytest.raises(ConflictError):
        decided(two_lists, seen=seen)


def test_four_eyes_hold_for_every_alert_of_a_case(two_lists: Home) -> None:
    policy = DeskPolicy(four_eyes=True, false_positive_days=None, audit_names=False)
    set_rules(two_lists, policy, author="boss")
    assert decided(two_lists).state is CaseState.PENDING
    with pytest.raises(ConflictError, match="ann has already decided this"):
        decided(two_lists)
    assert decided(two_lists, author="bob").state is CaseState.CLOSED
    assert {alert.state for alert in the_case(two_lists).alerts} == {FALSE}


def test_what_joins_a_case_that_waits_for_a_second_person_can_be_proposed_by_the_first(
    two_lists: Home,
) -> None:
    policy = DeskPolicy(four_eyes=True, false_positive_days=None, audit_names=False)
    set_rules(two_lists, policy, author="boss")
    decided(two_lists, party="eu_fsf:9")
    assert decided(two_lists).state is CaseState.PENDING


def test_a_decision_of_a_case_stands_in_the_audit_log(two_lists: Home) -> None:
    decided(two_lists, party="eu_fsf:4880")
    records = [one for one in audit_records(two_lists) if one.action == "decide-case"]
    (record,) = records
    assert (record.subject, record.author) == ("C1", "ann")
    assert record.data["party"] == "eu_fsf:4880"
    assert len(record.data["alerts"]) == 2


def test_an_alert_decided_by_itself_counts_in_its_case(two_lists: Home) -> None:
    for alert in the_case(two_lists).alerts:
        decide(two_lists, [alert.id], state=TRUE, reason="it is", author="ann")
    assert the_case(two_lists).state is CaseState.CLOSED
    history = case_history(two_lists, "c1")
    assert [said.state for _, said in history.dispositions] == [TRUE] * 3
    with pytest.raises(ConflictError, match="everything is decided already"):
        decided(two_lists)


def test_cases_are_found_by_customer_entry_and_list(two_lists: Home) -> None:
    def found(**chosen: object) -> list[str]:
        return [one.counterparty.id for one in case_queue(two_lists, CaseFilter(**chosen))[0]]  # type: ignore[arg-type]

    assert found() == ["c1", "c2"] or found() == ["c2", "c1"]
    assert found(text="mahan") == found(text="C2") == ["c2"]
    assert found(text="eu_fsf:9") == found(lists=("eu_fsf",)) == ["c1"]
    assert found(text="eu_fsf:9", lists=("un_sc",)) == []  # no alert is both
    assert found(text="mahan", least_score=1.01) == []
    assert found(limit=1, offset=1) == found()[1:]
    assert found(assignee="") == found()
    assert found(states=(CaseState.CLOSED,)) == []


def test_a_queue_is_the_listed_cases_and_counts_all_states(two_lists: Home) -> None:
    decided(two_lists)
    every = {CaseState.OPEN: 1, CaseState.CLOSED: 1}
    for chosen, counts in (
        (CaseFilter(), every),
        (CaseFilter(states=(), sort=CaseSort.NAME, limit=1, offset=1), every),
        (CaseFilter(states=(CaseState.CLOSED,), sort=CaseSort.NEWEST), every),
        (CaseFilter(text="wuhan"), {CaseState.CLOSED: 1}),
        (CaseFilter(states=(), text="nowhere", sort=CaseSort.NAME, limit=None), {}),
    ):
        with Database.of(two_lists).reading(DESK_SINCE) as view:
            assert view is not None
            wanted = [case_id(number) for number in cases.numbers(view, chosen)]
        found, told = case_queue(two_lists, chosen)
        assert ([case.id for case in found], told) == (wanted, counts)


def test_unknown_cases_and_parties_are_refused(two_lists: Home) -> None:
    with pytest.raises(UsageError, match="no case C99"):
        case_history(two_lists, "C99")
    with pytest.raises(UsageError, match="C1 has no alert on the party 'eu_fsf:77'"):
        decided(two_lists, party="eu_fsf:77")


def test_alerts_follow_the_parties_of_lists_that_are_loaded_later(desk: Home) -> None:
    """And nobody has to look at them again for it."""
    put_edition(desk, (GSTIR,))
    register(desk, party("c1", "Wuhan Gaoxin Technology"))
    run(desk)
    (alone,) = list_alerts(desk, AlertFilter())
    assert alone.hit["party"] == {"id": WUHAN, "members": [WUHAN]}
    decide(desk, [alone.id], state=FALSE, reason="other town", author="ann")
    put_edition(desk, (BESIDE,), "eu_fsf")
    run(desk)
    found = list_alerts(desk, AlertFilter())
    assert {one.hit["party"]["id"] for one in found} == {"eu_fsf:4880"}
    assert {one.entity_id: one.state for one in found} == {
        WUHAN: FALSE,
        "eu_fsf:4880": AlertState.OPEN,
    }


def test_a_case_is_held_commented_on_and_opened_again_as_one(two_lists: Home) -> None:
    case = the_case(two_lists)
    assert assign_case(two_lists, case.id, to="bob", author="ann").assignees == ("bob",)
    comment_case(two_lists, case.id, text="asked the branch", author="ann")
    decided(two_lists)
    with pytest.raises(ConflictError, match="nothing in it waits"):
        assign_case(two_lists, case.id, to="ann", author="ann")
    opened = reopen_case(two_lists, case.id, reason="a new paper", author="bob")
    assert {alert.state for alert in opened.alerts} == {AlertState.OPEN}
    said = {(one.action, one.reason) for _, one in case_history(two_lists, case.id).dispositions}
    assert said >= {("comment", "asked the branch"), ("reopen", "a new paper")}
    with pytest.raises(ConflictError, match="nothing in it is decided"):
        reopen_case(two_lists, case.id, reason="again", author="bob")


def test_two_who_ask_for_the_next_case_get_two(two_lists: Home) -> None:
    queue = order(two_lists, CaseFilter(limit=None))
    ids = [f"C{number}" for number in queue]

    def claimed(person: str) -> str | None:
        return claim(two_lists, queue, person=person, may_approve=False)

    assert (claimed("ann"), claimed("bob"), claimed("ann"), claimed("cid")) == (*ids, ids[0], None)
    free = case_queue(two_lists, CaseFilter(free_for=("bob",)))[0]
    assert [case.id for case in free] == [ids[1]]


def test_what_waits_for_a_second_person_is_offered_to_who_may_agree_alone(two_lists: Home) -> None:
    set_rules(two_lists, DeskPolicy(four_eyes=True), author="boss")
    case = decided(two_lists)

    def claimed(person: str, *, may_approve: bool) -> str | None:
        return claim(two_lists, [case.number], person=person, may_approve=may_approve)

    assert claimed("ann", may_approve=True) is None
    assert claimed("bob", may_approve=False) is None
    assert claimed("bob", may_approve=True) == case.id


def test_a_decision_is_taken_back_for_a_minute_by_its_author(
    two_lists: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {alert.id: (alert.state, alert.expires_at) for alert in the_case(two_lists).alerts}
    decided(two_lists)
    assert may_take_back(two_lists, "C1", "ann")
    with pytest.raises(ConflictError, match="nothing that bob decided"):
        take_back(two_lists, "C1", author="bob")
    case = take_back(two_lists, "C1", author="ann")
    assert {alert.id: (alert.state, alert.expires_at) for alert in case.alerts} == before
    assert case.news == ()
    actions = [one.action for one in audit_records(two_lists) if one.subject.startswith("A")]
    assert actions[-3:] == ["take-back"] * 3
    assert not may_take_back(two_lists, "C1", "ann")
    decided(two_lists)
    monkeypatch.setattr("screening.cases.case_work.UNDO_SECONDS", -1)
    with pytest.raises(ConflictError):
        take_back(two_lists, "C1", author="ann")


def test_agreeing_is_taken_back_to_what_was_proposed(two_lists: Home) -> None:
    set_rules(two_lists, DeskPolicy(four_eyes=True), author="boss")
    decided(two_lists)
    decided(two_lists, author="bob")
    case = take_back(two_lists, "C1", author="bob")
    assert case.state is CaseState.PENDING
    assert {(one.proposed, one.proposed_by) for one in case.alerts} == {(FALSE, "ann")}
    with pytest.raises(ConflictError):
        take_back(two_lists, "C1", author="bob")


def test_what_somebody_did_since_is_not_undone(two_lists: Home) -> None:
    decided(two_lists)
    comment_case(two_lists, "C1", text="agreed with the branch", author="bob")
    with pytest.raises(ConflictError):
        take_back(two_lists, "C1", author="ann")


def test_cases_are_found_by_reason_and_ordered(two_lists: Home) -> None:
    decided(two_lists)
    (case,) = case_queue(two_lists, CaseFilter(states=(), text="OTHER town"))[0]
    assert case.id == "C1"
    by_name = case_queue(two_lists, CaseFilter(states=(), sort=CaseSort.NAME))[0]
    assert [one.counterparty.query.name for one in by_name] == [
        "Mahan Air",
        "Wuhan Gaoxin Technology",
    ]
    waiting_first = case_queue(two_lists, CaseFilter(states=(), sort=CaseSort.OLDEST))[0]
    assert [one.id for one in waiting_first] == ["C2", "C1"]

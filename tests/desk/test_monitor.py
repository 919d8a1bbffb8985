"""Monitoring: what changes is screened again, and alerts say what a full run would say."""

from dataclasses import replace

import pytest
from support.desk_work import (
    KALASHNIKOV,
    LISTED,
    MAHAN,
    WUHAN,
    entity,
    pairs,
    party,
    put_edition,
    register,
    run,
)

from records import AlertState, NoListsError, StaleListError, UsageError
from screening.cases.alerts import alert_history, count_alerts, list_alerts
from screening.monitoring.register import monitored, remove_parties
from store import Home
from store.alerts import AlertFilter

pytest_plugins = ["support.desk_fixtures"]


def test_a_listed_counterparty_gets_one_alert_and_no_second_one(desk: Home) -> None:
    register(desk, party("c1", "Mahan Air"), party("c2", "Blue Lantern Logistics"))
    first = run(desk)
    assert (first.full, first.screened, len(first.outcome.opened)) == (True, 2, 1)
    (alert,) = list_alerts(desk, AlertFilter())
    assert (alert.counterparty.id, alert.entity_id, alert.state) == ("c1", MAHAN, AlertState.OPEN)
    assert alert.hit["evidence"]
    assert run(desk, full=True).outcome.opened == ()
    assert len(list_alerts(desk, AlertFilter())) == 1


def test_importing_the_same_register_again_changes_nothing(desk: Home) -> None:
    register(desk, party("c1", "Mahan Air"))
    run(desk)
    register(desk, party("c1", "Mahan Air"))
    again = run(desk)
    assert (again.full, again.screened) == (False, 0)


def test_only_changed_counterparties_are_screened_while_the_lists_stay(desk: Home) -> None:
    register(desk, party("c1", "Blue Lantern"), party("c2", "Brightwater"))
    run(desk)
    register(desk, party("c2", "Mahan Air"), party("c3", "Kalashnikov Concern"))
    result = run(desk)
    assert (result.full, result.screened, len(result.outcome.opened)) == (False, 2, 2)
    register(desk, party("c2", "Brightwater"))
    assert len(run(desk).outcome.gone) == 1
    gone = [alert.gone for alert in list_alerts(desk, AlertFilter(entity_id=MAHAN))]
    assert gone == [True]


def test_who_is_missing_in_a_complete_register_is_no_longer_monitored(desk: Home) -> None:
    register(desk, party("c1", "Mahan Air"), party("c2", "Brightwater"))
    run(desk)
    register(desk, party("c2", "Brightwater"), complete=True)
    assert [kept.counterparty.id for kept in monitored(desk)] == ["c2"]
    assert len(run(desk).outcome.gone) == 1
    register(desk, party("c1", "Mahan Air"))
    run(desk)
    (alert,) = list_alerts(desk, AlertFilter())
    assert not alert.gone
    history = alert_history(desk, alert.id)
    assert [finding.what for finding in history.findings] == ["new", "gone", "again"]


def test_removing_who_is_not_monitored_removes_nobody(desk: Home) -> None:
    register(desk, party("c1", "Mahan Air"))
    with pytest.raises(UsageError, match="'c9' is not monitored"):
        remove_parties(desk, ["c1", "c9"], author="ann")
    assert len(list(monitored(desk))) == 1
    assert remove_parties(desk, ["c1"], author="ann") == ("c1",)


def test_a_new_entry_on_the_lists_alerts_an_old_counterparty(desk: Home) -> None:
    register(desk, party("c1", "Orbital Forge"), party("c2", "Mahan Air"))
    run(desk)
    put_edition(desk, (*LISTED, entity("un_sc:9", "Orbital Forge")))
    assert len(run(desk).outcome.opened) == 1
    put_edition(desk, LISTED)
    assert len(run(desk).outcome.gone) == 1


def test_a_new_alias_is_a_changed_alert(desk: Home) -> None:
    register(desk, party("c1", "Mahan Air"))
    run(desk)
    renamed = replace(LISTED[2], programmes=("IRAN",))
    put_edition(desk, (*LISTED[:2], renamed))
    result = run(desk)
    assert len(result.outcome.changed) == 1
    (alert,) = list_alerts(desk, AlertFilter())
    assert alert.hit["programmes"] == ["IRAN"]


def test_filters_and_counts(desk: Home) -> None:
    register(desk, party("c1", "Mahan Air"), party("c2", "Kalashnikov Concern"))
    run(desk)
    assert count_alerts(desk, AlertFilter()) == {AlertState.OPEN: 2}
    assert [a.entity_id for a in list_alerts(desk, AlertFilter(counterparty="c2"))] == [KALASHNIKOV]
    assert list_alerts(desk, AlertFilter(lists=("eu_fsf",))) == []
    assert list_alerts(desk, AlertFilter(least_score=1.01)) == []
    assert list_alerts(desk, AlertFilter(assignee="bob")) == []
    assert len(list_alerts(desk, AlertFilter(assignee="", limit=1))) == 1
    assert list_alerts(desk, AlertFilter(opened_before="2020-01-01T00:00:00Z")) == []
    assert list_alerts(desk, AlertFilter(states=(AlertState.TRUE_MATCH,))) == []


def test_without_lists_nothing_is_called_clear(kept_in: str, quick_home: Home) -> None:
    register(quick_home, party("c1", "Mahan Air"))
    with pytest.raises(NoListsError):
        run(quick_home)
    assert list_alerts(quick_home, AlertFilter()) == []


def test_identifiers_aliases_and_kind_count(desk: Home) -> None:
    register(desk, party("c1", "Blue Lantern", aliases=("Wuhan Gaoxin Technology",)))
    run(desk)
    assert {(key, state) for _, key, state, _, _ in pairs(desk)} == {(WUHAN, "open")}


def test_a_run_on_older_lists_than_allowed_changes_nothing(desk: Home) -> None:
    register(desk, party("c1", "Mahan Air"))
    with pytest.raises(StaleListError, match="allowed by --max-age"):
        run(desk, max_age=0)
    assert sum(count_alerts(desk, AlertFilter()).values()) == 0
    assert len(run(desk, max_age=100_000).outcome.opened) == 1

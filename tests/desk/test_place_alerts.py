"""Counterparties in regions under embargo, under monitoring: alerts, changes, replay."""

import pytest
from support.desk_work import entity, party, put_edition, register, run

from records import Address, AlertState, Part, Party, Query
from screening.archive.replay import replay
from screening.cases.alerts import alert_history, list_alerts
from screening.cases.cases import case_queue
from screening.cases.decisions import decide
from screening.places.watched import change_places
from store import Home
from store.alerts import AlertFilter
from store.cases import CaseFilter

pytest_plugins = ["support.desk_fixtures"]
ROOM = "Room 803, Chevalier House 45-51, Chatham Road South, Tsim Sha Tsui, Hong Kong"


def at(text: str, country: str | None = None) -> Party:
    return party("C1", "Brightwater Foods", addresses=(Address(text=text, country=country),))


def only(home: Home) -> tuple[str, str, AlertState, bool]:
    (found,) = list_alerts(home, AlertFilter())
    return found.id, found.entity_id, found.state, found.gone


@pytest.fixture
def desk(sqlite_desk: Home) -> Home:
    register(sqlite_desk, at("ul. Kirova 1, Kerch, Crimea"))
    return sqlite_desk


def test_an_address_under_embargo_is_an_alert_and_a_case_of_its_own_kind(desk: Home) -> None:
    made = run(desk)
    assert len(made.outcome.opened) == 1
    (found,) = list_alerts(desk, AlertFilter())
    assert (found.entity_id, found.list, found.hit["decision"]) == (
        "place:UA-43", "places", "match",
    )  # fmt: skip
    assert found.hit["place"]["how"] == "town"
    assert found.hit["programmes"] == [
        "US: Executive Order 13685",
        "EU: Regulation (EU) No 692/2014",
    ]
    assert len(case_queue(desk, CaseFilter())[0]) == 1
    assert replay(desk, made.id, workers=1, notify=lambda _: None).differences == ()
    again = run(desk)
    assert (again.full, again.outcome.changed, again.outcome.opened) == (False, (), ())


def test_another_address_in_the_region_reopens_what_was_decided(desk: Home) -> None:
    run(desk)
    decide(desk, [only(desk)[0]], state=AlertState.FALSE_POSITIVE, reason="licence", author="ann")
    register(desk, at("ul. Lenina 2, Simferopol"))
    assert len(run(desk).outcome.reopened) == 1
    id_, entity_id, state, _ = only(desk)
    assert (entity_id, state) == ("place:UA-43", AlertState.OPEN)
    assert "what names the place" in alert_history(desk, id_).dispositions[-1].reason


def test_who_moves_away_has_no_alert_any_more(desk: Home) -> None:
    run(desk)
    register(desk, at("Main Street 1, Leeds", "gb"))
    assert len(run(desk).outcome.gone) == 1


def test_a_place_that_is_watched_no_longer_is_gone_and_a_new_one_is_looked_for(desk: Home) -> None:
    run(desk)
    change_places(desk, remove=["UA-43"], reason="elsewhere", author="ann")
    from screening.engine.settings import settings
    from screening.monitoring.run import run as run_monitor

    chosen = settings(threshold=None, limit=50, kinds=None, lists=None, as_of=None, home=desk)
    result = run_monitor(desk, chosen, author="ann", workers=1, notify=lambda _: None)
    assert result.why_full == "the settings changed"
    assert len(result.outcome.gone) == 1


def test_an_address_that_comes_on_a_list_is_met_by_everybody_who_uses_it(sqlite_desk: Home) -> None:
    register(sqlite_desk, at(ROOM.upper()), party("C2", "Tidewater Mills"))
    put_edition(sqlite_desk, [entity("us_csl:1", "Era Media 7")], "us_csl")
    assert run(sqlite_desk).outcome.opened == ()
    listed = entity("us_csl:2", "Address 04", addresses=(Address(text=ROOM, country="hk"),))
    put_edition(sqlite_desk, [entity("us_csl:1", "Era Media 7"), listed], "us_csl")
    assert len(run(sqlite_desk).outcome.opened) == 1
    assert only(sqlite_desk)[1] == "place:us_csl:2"


def test_the_address_of_a_part_is_the_counterpartys_alert(sqlite_desk: Home) -> None:
    place = Address(text="ul. Kirova 1, Kerch, Crimea")
    warehouse = Part(role="warehouse", query=Query(name="Second Foods", addresses=(place,)))
    register(sqlite_desk, party("C1", "Brightwater Foods", parts=(warehouse,)))
    run(sqlite_desk)
    (found,) = list_alerts(sqlite_desk, AlertFilter())
    assert found.hit["part"] == "warehouse: Second Foods"

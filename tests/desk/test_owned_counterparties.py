"""Counterparties that listed parties own, under monitoring: alerts, changed shares, replay."""

import time
from pathlib import Path

import pytest
from support.desk_work import SETTINGS, entity, party, put_edition, register, run

from records import AlertState, Identifier, Part, Query
from screening.answers.derived_hits import DERIVED
from screening.answers.record import record_names
from screening.archive.replay import replay
from screening.cases.alerts import alert_history, list_alerts
from screening.cases.decisions import decide
from screening.engine.engine import Engine
from screening.names.match import match_queries
from screening.ownership.answers import Owners
from screening.ownership.derived import with_derived
from screening.ownership.imports import import_edition
from store import Home
from store.alerts import AlertFilter

pytest_plugins = ["support.desk_fixtures"]

HEAD = "owner,owned,share,owner id,owned id,owner lei\n"
LEI = "5299000000000000AA11"
OWNED = party("K-1", "Brightwater Foods")
OTHER = party("K-2", "Blue Lantern Logistics")
LISTS = (
    entity("us_ofac_sdn:9", "Orlovia Holding", identifiers=(Identifier(type="lei", value=LEI),)),
)


def take_in(home: Home, *rows: str, dated: str = "2026-05-01") -> None:
    path = Path(home.path) / "owners.csv"
    path.write_text(HEAD + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    import_edition(
        home, [path], author="ann", notify=lambda _: None, dated=dated, allow_shrunk=True
    )


@pytest.fixture
def owned(sqlite_desk: Home) -> Home:
    put_edition(sqlite_desk, LISTS, "us_ofac_sdn")
    take_in(sqlite_desk, f"Orlovia,Brightwater Foods,60,,K-1,{LEI}")
    register(sqlite_desk, OWNED, OTHER)
    return sqlite_desk


def alert(home: Home) -> tuple[str, AlertState, bool]:
    (found,) = list_alerts(home, AlertFilter())
    return found.id, found.state, found.gone


def test_a_counterparty_that_a_listed_party_owns_has_an_alert(owned: Home) -> None:
    assert len(run(owned).outcome.opened) == 1
    (found,) = list_alerts(owned, AlertFilter())
    assert (found.counterparty.id, found.entity_id) == ("K-1", "us_ofac_sdn:9")
    assert found.hit["decision"] == "match"
    assert found.hit[DERIVED]["rules"][0]["total"] == "60 %"
    assert "is among the owners of Brightwater Foods" in found.hit["reason"]
    again = run(owned)
    assert not again.full
    assert (again.screened, again.outcome.changed, again.outcome.opened) == (0, (), ())


def test_a_changed_share_reopens_what_was_decided_and_the_same_share_does_not(owned: Home) -> None:
    run(owned)
    decide(owned, [alert(owned)[0]], state=AlertState.FALSE_POSITIVE, reason="r", author="ann")
    take_in(owned, f"Orlovia,Brightwater Foods,60,,K-1,{LEI}", "A,B,1,,,", dated="2026-06-01")
    assert run(owned).outcome.reopened == ()
    take_in(owned, f"Orlovia,Brightwater Foods,75,,K-1,{LEI}", dated="2026-07-01")
    result = run(owned)
    assert not result.full
    assert len(result.outcome.reopened) == 1
    id_, state, _ = alert(owned)
    assert state is AlertState.OPEN
    said = alert_history(owned, id_).dispositions[-1].reason
    assert "what the listed entry owns or controls of the counterparty changed" in said


def test_an_owner_who_sells_is_gone_and_one_who_comes_on_a_list_is_found(owned: Home) -> None:
    run(owned)
    take_in(owned, f"Orlovia,Brightwater Foods,10,,K-1,{LEI}", "X,Y,60,,K-2,5299000000000000BB22")
    assert len(run(owned).outcome.gone) == 1
    newly = entity("us_ofac_sdn:10", "Xanadu Partners", identifiers=(
        Identifier(type="lei", value="5299000000000000BB22"),))  # fmt: skip
    put_edition(owned, (*LISTS, newly), "us_ofac_sdn")
    result = run(owned)
    assert not result.full
    opened = [one for one in list_alerts(owned, AlertFilter()) if not one.gone]
    assert [(one.counterparty.id, one.entity_id) for one in opened] == [("K-2", "us_ofac_sdn:10")]


def test_an_entity_met_by_name_and_as_an_owner_is_one_alert(owned: Home) -> None:
    register(owned, party("K-3", "Mahan Air"), complete=True)
    lei = Identifier(type="lei", value="5299000000000000CC33")
    put_edition(owned, (entity("us_ofac_sdn:3", "Mahan Air", identifiers=(lei,)),), "us_ofac_sdn")
    take_in(owned, "Mahan Air Holding,Mahan Air,100,,K-3,5299000000000000CC33")
    run(owned)
    by_entity = {one.entity_id: one for one in list_alerts(owned, AlertFilter()) if not one.gone}
    assert by_entity.keys() == {"un_sc:3", "us_ofac_sdn:3"}
    hit = by_entity["us_ofac_sdn:3"].hit
    assert hit["evidence"]
    assert hit[DERIVED]["rules"]


def test_a_run_and_a_kept_answer_are_replayed_with_their_owners(owned: Home) -> None:
    made = run(owned)
    assert replay(owned, made.id, workers=1, notify=lambda _: None).differences == ()
    engine = Engine.open(owned)
    owners = Owners.open(owned, engine, threshold=SETTINGS.threshold)
    queries = [Query(name="Brightwater Foods")]
    answers = list(with_derived(owners, queries, match_queries(engine, queries, SETTINGS)))
    assert answers[0].derived
    id_ = record_names(owned, engine, queries, answers, SETTINGS, author="ann")
    engine.close()
    assert replay(owned, id_, workers=1, notify=lambda _: None).differences == ()
    time.sleep(1.1)  # Times are kept to the second.
    take_in(owned, f"Orlovia,Brightwater Foods,10,,K-1,{LEI}", dated="2026-06-01")
    # What is in use since is not what was in use then.
    assert replay(owned, id_, workers=1, notify=lambda _: None).differences == ()


def test_a_part_that_a_listed_party_owns_alarms_its_counterparty(owned: Home) -> None:
    supplier = Part(role="supplier", query=Query(name="Second Foods"), id="K-9")
    register(owned, party("K-3", "Tidewater Mills", parts=(supplier,)), complete=True)
    run(owned)
    take_in(owned, f"Orlovia,Second Foods,60,,K-9,{LEI}", dated="2026-06-01")
    result = run(owned)
    assert not result.full
    (found,) = (one for one in list_alerts(owned, AlertFilter()) if not one.gone)
    assert (found.counterparty.id, found.entity_id) == ("K-3", "us_ofac_sdn:9")
    assert found.hit[DERIVED]["part"] == "supplier: Second Foods"
    assert replay(owned, result.id, workers=1, notify=lambda _: None).differences == ()

"""Directors, owners and vessels of a counterparty are screened with it, and are one case."""

from pathlib import Path

import pytest
from support.desk_work import LISTED, SETTINGS, entity, party, put_edition, register, run

from records import Kind, Part, Query, UsageError
from screening.archive.replay import replay
from screening.cases.alerts import list_alerts
from screening.cases.side_by_side import side_by_side
from screening.engine.engine import Engine
from screening.monitoring.import_parties import Imported, import_register
from screening.monitoring.register import monitored
from screening.names.match import match_queries
from screening.tables.described import query
from store import Home
from store.alerts import AlertFilter
from store.counterparties import query_from, record_of

pytest_plugins = ["support.desk_fixtures"]

DIRECTOR = Part(role="director", query=Query(name="Rashid Omar Sulaymani", kind=Kind.PERSON))
SHIP = Part(role="vessel", query=Query(name="Blue Lantern", kind=Kind.VESSEL))
WITH_PARTS = Query(name="Brightwater Foods", parts=(DIRECTOR, SHIP))
LISTED_DIRECTOR = entity("un_sc:7", "Rashid Omar SULAYMANI", kind=Kind.PERSON)


def take_in(home: Home, text: str, *, complete: bool = False) -> Imported:
    path = Path(home.path) / "register.csv"
    path.write_text("id,name,part of,role\n" + text, encoding="utf-8")
    told = {"complete": complete, "author": "ann", "notify": lambda _: None}
    return import_register(home, path, **told)  # type: ignore[arg-type]


def test_a_part_that_is_listed_is_a_hit_of_the_counterparty(sqlite_desk: Home) -> None:
    put_edition(sqlite_desk, (*LISTED, LISTED_DIRECTOR))
    engine = Engine.open(sqlite_desk)
    found, other = match_queries(engine, [WITH_PARTS, Query(name="Mahan Air")], SETTINGS)
    (hit,) = found.hits
    assert (found.query, hit.entity_id, hit.part) == (
        "Brightwater Foods",
        "un_sc:7",
        "director: Rashid Omar Sulaymani",
    )
    assert hit.reason.startswith("By its director 'Rashid Omar Sulaymani': ")
    assert [one.entity_id for one in other.hits] == ["un_sc:3"]
    assert other.hits[0].part is None


def test_rows_that_are_parts_of_others_are_kept_with_them(sqlite_desk: Home) -> None:
    done = take_in(
        sqlite_desk,
        "D1,Rashid Omar Sulaymani,C1,director\nC1,Brightwater Foods,,\nC2,Gale Ltd,,\n"
        ",Ann Lee,C9,owner\n",
    )
    assert done.done.added == 2
    assert [(row.line, row.reason) for row in done.bad] == [
        (5, "part of 'C9', which no row has as its id")
    ]
    kept = {one.counterparty.id: one.counterparty.query for one in monitored(sqlite_desk)}
    assert [part.label for part in kept["C1"].parts] == ["director: Rashid Omar Sulaymani"]
    assert kept["C2"].parts == ()


def test_a_counterparty_and_its_parts_are_one_case(sqlite_desk: Home) -> None:
    put_edition(sqlite_desk, (*LISTED, LISTED_DIRECTOR))
    register(sqlite_desk, party("C1", "Mahan Air", parts=(DIRECTOR, SHIP)))
    made = run(sqlite_desk)
    found = {one.entity_id: one for one in list_alerts(sqlite_desk, AlertFilter())}
    assert found.keys() == {"un_sc:3", "un_sc:7"}
    assert {one.counterparty.id for one in found.values()} == {"C1"}
    assert found["un_sc:7"].hit["part"] == "director: Rashid Omar Sulaymani"
    assert replay(sqlite_desk, made.id, workers=1, notify=lambda _: None).differences == ()


def test_a_new_entry_finds_the_counterparty_of_a_part(sqlite_desk: Home) -> None:
    register(sqlite_desk, party("C1", "Brightwater Foods", parts=(DIRECTOR,)))
    assert run(sqlite_desk).outcome.opened == ()
    put_edition(sqlite_desk, (*LISTED, LISTED_DIRECTOR))
    result = run(sqlite_desk)
    assert not result.full
    assert len(result.outcome.opened) == 1


def test_a_changed_part_is_a_changed_counterparty(sqlite_desk: Home) -> None:
    put_edition(sqlite_desk, (*LISTED, LISTED_DIRECTOR))
    assert take_in(sqlite_desk, "C1,Brightwater Foods,,\n").done.added == 1
    run(sqlite_desk)
    text = "C1,Brightwater Foods,,\nD1,Rashid Omar Sulaymani,C1,director\n"
    assert take_in(sqlite_desk, text).done.changed == 1
    assert take_in(sqlite_desk, text).done.unchanged == 1
    assert len(run(sqlite_desk).outcome.opened) == 1


def test_what_is_kept_of_a_counterparty_is_read_again() -> None:
    assert query_from(record_of(WITH_PARTS)) == WITH_PARTS


def test_a_hit_of_a_part_stands_beside_the_part() -> None:
    hits = {"un_sc:7": {"part": DIRECTOR.label, "decision": "match"}}
    names = side_by_side(WITH_PARTS, [LISTED_DIRECTOR], hits)[0]
    assert [line.text for line in names.ours] == ["Rashid Omar Sulaymani"]
    names = side_by_side(WITH_PARTS, [LISTED_DIRECTOR], {})[0]
    assert [line.text for line in names.ours] == ["Brightwater Foods"]


def test_parts_are_described_in_words_and_have_none_of_their_own() -> None:
    part = {"role": "director", "name": "Ann Lee", "birth_dates": ["1960"]}
    (found,) = query({"name": "Brightwater Foods", "parts": [part]}).parts
    assert (found.label, found.query.birth_dates) == ("director: Ann Lee", ("1960",))
    nested = {"name": "A B", "parts": [part]}
    for wrong in ({"role": "x"}, "Ann Lee", nested, {"nam": "A"}):
        with pytest.raises(UsageError, match=r"^parts\.0"):
            query({"name": "Brightwater Foods", "parts": [wrong]})

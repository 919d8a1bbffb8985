"""Where parties are: hits of a kind of their own in answers, batches, kept screenings, settings."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from editions import company, edition

from records import (
    Address,
    Decision,
    LeftOut,
    Part,
    PlaceKind,
    Query,
    Settings,
    UsageError,
)
from screening.answers import json_lines
from screening.answers.csv_rows import NAME_COLUMNS, name_rows
from screening.answers.form import TableForm
from screening.answers.record import record_names
from screening.archive.replay import replay
from screening.batch.run import batch, plan, with_workers
from screening.engine.engine import Engine
from screening.engine.settings import settings
from screening.names.match import match_queries
from screening.places.setting import watched
from screening.places.watched import change_places, list_places
from store import Home
from store.catalogue import Catalogue
from store.database import Database
from store.schema import audit

ASKED = Settings(threshold=0.8)
KERCH = Query(name="Brightwater Foods", addresses=(Address(text="ul. Kirova 1, Kerch, Crimea"),))
ROOM = "Room 803, Chevalier House 45-51, Chatham Road South, Tsim Sha Tsui, Hong Kong"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    listed = replace(
        company(7, "Address 04", source="us_csl"),
        addresses=(Address(text=ROOM, country="hk"),),
        programmes=("EL",),
        legal_basis=("89 FR 51644",),
    )
    folder = tmp_path / "home"
    for name, lists in (
        ("us_ofac_sdn", (company(1, "Kowaltek Combine", source="us_ofac_sdn"),)),
        ("us_csl", (listed, company(8, "Era Media 7", source="us_csl"))),
    ):
        Catalogue(Home(folder)).add_and_activate(edition(folder, lists, source=name))
    return Home(folder)


@pytest.fixture
def engine(home: Home) -> Iterator[Engine]:
    opened = Engine.open(home)
    yield opened
    opened.close()


def test_an_address_in_a_region_under_embargo_is_a_hit_of_its_own_kind(engine: Engine) -> None:
    (answer,) = match_queries(engine, [KERCH], ASKED)
    assert (answer.hits, answer.decision) == ((), Decision.MATCH)
    (hit,) = answer.places or ()
    assert (hit.place, hit.kind, hit.town, hit.found) == (
        "UA-43", PlaceKind.REGION, "Kerch", "Kerch",
    )  # fmt: skip
    assert {one.authority for one in hit.basis} == {"US", "EU"}
    assert "Regulation (EU) No 692/2014" in hit.reason
    told = json_lines.name_answer(answer)["places"][0]
    assert told["basis"][0]["since"] == "2014-12-19"
    assert "entity_id" not in told


def test_without_an_address_the_answer_is_as_before(engine: Engine) -> None:
    (answer,) = match_queries(engine, [Query(name="Crimea Wine")], ASKED)
    assert answer.places is None
    assert "places" not in json_lines.name_answer(answer)


def test_an_address_elsewhere_was_looked_at_and_found_nothing(engine: Engine) -> None:
    asked = Query(name="Brightwater", addresses=(Address(text="Main St 1, Leeds", country="gb"),))
    (answer,) = match_queries(engine, [asked], ASKED)
    assert (answer.places, answer.decision) == ((), Decision.NO_MATCH)
    assert json_lines.name_answer(answer)["places"] == []


def test_an_address_of_a_part_is_told_as_its_own(engine: Engine) -> None:
    ship = Part(role="owner", query=replace(KERCH, name="Second Foods"))
    (answer,) = match_queries(engine, [Query(name="Lantern", parts=(ship,))], ASKED)
    (hit,) = answer.places or ()
    assert hit.part == "owner: Second Foods"
    assert hit.reason.startswith("By its owner: Second Foods: 'Kerch'")


def test_an_address_that_is_listed_itself_is_met_as_an_address(engine: Engine) -> None:
    text = "RM 803 CHEVALIER HSE 45-51 CHATHAM RD SOUTH TST HONG KONG"
    asked = Query(name="Lucky Rainbow Trading", addresses=(Address(text=text),))
    (answer,) = match_queries(engine, [asked], ASKED)
    (hit,) = answer.places or ()
    assert (hit.kind, hit.place, hit.title) == (PlaceKind.ADDRESS, "us_csl:7", ROOM)
    assert hit.basis[0].act == "us_csl: EL; 89 FR 51644"
    elsewhere = replace(asked, addresses=(Address(text=text.replace("803", "804")),))
    assert next(iter(match_queries(engine, [elsewhere], ASKED))).places == ()


def test_a_listed_address_counts_on_the_lists_that_are_looked_on(home: Home) -> None:
    engine = Engine.open(home, lists=["us_ofac_sdn"])
    asked = Query(name="Lucky Rainbow Trading", addresses=(Address(text=ROOM),))
    assert next(iter(match_queries(engine, [asked], ASKED))).places == ()
    engine.close()


def test_a_profile_that_leaves_addresses_out_looks_at_none(engine: Engine) -> None:
    chosen = replace(ASKED, leaves_out=(LeftOut.ADDRESSES,))
    assert next(iter(match_queries(engine, [KERCH], chosen))).places is None


def test_csv_has_a_row_for_a_place(engine: Engine) -> None:
    (answer,) = match_queries(engine, [KERCH], ASKED)
    (row,) = (dict(zip(NAME_COLUMNS, cells, strict=True)) for cells in name_rows(answer))
    assert (row["kind"], row["list"], row["entity_id"]) == ("place", "places", "UA-43")
    assert (row["matched_name"], row["hit_decision"]) == ("Kerch", "match")


@pytest.mark.parametrize("form", [TableForm.CSV, TableForm.JSONL, TableForm.XLSX])
def test_a_batch_has_a_result_for_a_row_in_such_a_place(
    home: Home, tmp_path: Path, form: TableForm
) -> None:
    table = tmp_path / "customers.csv"
    table.write_text(
        "Name,Street,City,Country\n"
        "Brightwater,ul. Kirova 1,Simferopol,Russia\n"
        "Lantern,Hauptstr. 1,Donetsk,Kazakhstan\n"
    )
    engine = Engine.open(home)
    job = plan(engine, table, None, ASKED, form=form, every=True, notify=lambda _: None)
    output = tmp_path / f"results.{form.value}"
    done = batch(job, output, screened_by=lambda *a: with_workers(*a, workers=1))
    assert (done["with_hits"], done["hits"]) == (1, 1)
    if form is TableForm.JSONL:
        rows = [json.loads(line) for line in output.read_text().splitlines()]
        assert [(row["entity_id"], row["kind"]) for row in rows] == [
            ("UA-43", "place"), (None, None),
        ]  # fmt: skip
        assert rows[0]["evidence"][0]["how"] == "town"
        assert rows[0]["programmes"][0] == "US: Executive Order 13685"
    engine.close()


def test_what_was_kept_is_replayed_with_its_places(home: Home, engine: Engine) -> None:
    answers = list(match_queries(engine, [KERCH], ASKED))
    id_ = record_names(home, engine, [KERCH], answers, ASKED, author="ann")
    assert replay(home, id_, workers=1, notify=lambda _: None).differences == ()


def test_a_setting_adds_and_removes_places_with_its_reason(home: Home, engine: Engine) -> None:
    change_places(home, add=["kp"], remove=["UA-43"], reason="policy 7", author="ann")
    chosen = settings(threshold=None, limit=10, kinds=None, lists=None, as_of=None, home=home)
    assert chosen.places == ("UA-40", "UA-14", "UA-09", "UA-65", "UA-23", "KP")
    assert next(iter(match_queries(engine, [KERCH], chosen))).places == ()
    north = Query(name="Brightwater", countries=("kp",))
    (answer,) = match_queries(engine, [north], chosen)
    assert [(hit.place, hit.kind) for hit in answer.places or ()] == [("KP", PlaceKind.COUNTRY)]
    with Database.of(home).reading() as view:
        assert view is not None
        said = view.execute(audit.select()).mappings().all()
    assert (said[-1]["action"], said[-1]["author"]) == ("places", "ann")
    assert "policy 7" in said[-1]["data"]
    (kp,) = (one for one in list_places(home) if one.place == "KP")
    assert (kp.watched, kp.shipped) == (True, False)
    change_places(home, reset=True, reason="back", author="ann")
    again = settings(threshold=None, limit=10, kinds=None, lists=None, as_of=None, home=home)
    assert again.places is None


def test_where_everything_was_removed_nothing_is_looked_for(home: Home, engine: Engine) -> None:
    change_places(home, remove=list(watched(None)), reason="elsewhere", author="ann")
    chosen = settings(threshold=None, limit=10, kinds=None, lists=None, as_of=None, home=home)
    assert chosen.places == ("none",)
    assert next(iter(match_queries(engine, [KERCH], chosen))).places == ()
    assert not any(one.watched for one in list_places(home))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"add": ["XX"], "reason": "r"}, "'XX' is no region"),
        ({"remove": ["KP"], "reason": "r"}, "KP is not watched"),
        ({"add": ["KP"], "reason": " "}, "need a reason"),
    ],
)
def test_what_cannot_be_is_refused(home: Home, change: dict[str, object], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        change_places(home, author="ann", **change)  # type: ignore[arg-type]
    assert list_places(home) == list_places(Home(home.path))

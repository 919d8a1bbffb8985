"""Places and owners through the service: the API, yente's clients, the desk's pages."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from fastapi.testclient import TestClient
from live_service import served
from signing_in import LOCAL, Serve
from support.desk_work import entity, party, put_edition, register, run
from yentes_client import company, connected

from records import Address, Identifier
from screening.ownership.imports import import_edition
from store import Home

if TYPE_CHECKING:
    from yente_client import Client

pytest_plugins = ["service_plugin", "support.desk_fixtures"]
LEI = "5299000000000000AA11"
KERCH = "ul. Kirova 1, Kerch, Crimea"


@pytest.fixture(scope="module")
def owned_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    home = Home(tmp_path_factory.mktemp("owned") / "home")
    lei = Identifier(type="lei", value=LEI)
    put_edition(home, [entity("us_ofac_sdn:9", "Orlovia", identifiers=(lei,))], "us_ofac_sdn")
    table = Path(home.path) / "owners.csv"
    table.write_text(
        f"owner,owned,share,owner lei\nOrlovia,Brightwater Foods,60,{LEI}\n", encoding="utf-8"
    )
    import_edition(home, [table], author="ann", notify=lambda _: None, dated="2026-05-01")
    address = Address(text=KERCH)
    register(home, party("K-1", "Tidewater Mills", addresses=(address,)))
    run(home)
    return home


@pytest.fixture(scope="module")
def client(owned_home: Home) -> Iterator["Client"]:
    with (
        served(owned_home, authentication="none", **LOCAL) as address,
        connected(address) as found,
    ):
        yield found


def test_yentes_client_is_told_who_owns_a_company(client: "Client") -> None:
    found = client.match(company(name="Brightwater Foods"))
    assert found.top is not None
    assert found.top.id == "us_ofac_sdn:9"
    assert found.top.match
    assert "is among the owners of Brightwater Foods" in (
        found.top.explanations["ownership"].detail or ""
    )


def test_yentes_client_is_told_of_an_address_under_embargo(client: "Client") -> None:
    found = client.match(company(name="Lantern Works", address=[KERCH]))
    assert found.top is not None
    assert (found.top.id, found.top.schema_) == ("place:UA-43", "Address")
    assert "'Kerch' is a town of Crimea" in (found.top.explanations["place"].detail or "")


def test_the_limit_cuts_off_no_owner_and_what_is_excluded_is_left_out(client: "Client") -> None:
    one = client.match(company(name="Brightwater Foods", address=[KERCH]), limit=1)
    assert len(one.results) == 1
    without = client.match(company(name="Brightwater Foods"), exclude_entities=["us_ofac_sdn:9"])
    assert without.results == []


@pytest.fixture
def open_desk(serve: Serve, owned_home: Home) -> TestClient:
    return serve(owned_home, authentication="none")


def test_the_api_has_places_and_says_which_are_watched(open_desk: TestClient) -> None:
    asked = {"name": "Lantern Works", "addresses": [{"city": "Kerch", "country": "RU"}]}
    answer = open_desk.post("/v1/match", json=asked).json()
    assert [(one["place_id"], one["how"]) for one in answer["places"]] == [("UA-43", "town")]
    watched = open_desk.get("/v1/places").json()["places"]
    assert {one["place_id"] for one in watched if one["watched"]} >= {"UA-43", "UA-14"}


def test_a_part_may_have_the_askers_own_number(open_desk: TestClient) -> None:
    part = {"role": "supplier", "name": "Brightwater Foods", "id": "K-7"}
    answer = open_desk.post("/v1/match", json={"name": "Lantern Works", "parts": [part]}).json()
    assert [one["part"] for one in answer["derived"]] == ["supplier: Brightwater Foods"]


def test_an_upload_has_places_and_owners(open_desk: TestClient) -> None:
    table = b"Supplier;Address\r\nBrightwater Foods;ul. Kirova 1, Kerch\r\n"
    sent = open_desk.post("/v1/screen", files={"file": ("t.csv", table)}).json()["documents"][0]
    assert [one["place_id"] for one in sent["places"]] == ["UA-43"]
    assert [one["entity_id"] for one in sent["derived"]] == ["us_ofac_sdn:9"]


def test_several_names_at_once_have_places_too(open_desk: TestClient) -> None:
    asked = {"q": "Lantern Works\nQuiet Street Bakery", "address": "ul. Kirova 1, Kerch"}
    page = open_desk.get("/", params=asked).text
    assert "2 of 2 names have hits." in page
    assert page.count("UA-43") >= 2


def test_a_case_of_a_place_says_the_address_and_the_acts(open_desk: TestClient) -> None:
    page = open_desk.get("/cases/C1").text
    assert KERCH in page
    assert "Regulation (EU) No 692/2014" in page
    assert "on no list in use" not in page
    assert open_desk.get("/cases/C1/report").status_code == 200

"""Countries at every door of the service: understood, or refused by name."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from screening.monitoring.register import monitored
from service.access.manage import add_key
from store import Home
from store.accounts import Accounts

pytest_plugins = ["service_plugin"]
# Near the threshold, so that another country puts it below.
ASKED, LISTED_IN = "Wuhan Gaoxin Technologies Hubei", "cn"
WRITTEN = ["cn", "CN", "CHN", "China", "Volksrepublik China", "Китай", "中国", "PR China", "156"]


@pytest.fixture(params=WRITTEN)
def written(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_the_api_answers_alike_however_a_country_is_written(
    open_client: TestClient, written: str
) -> None:
    plain, asked = (
        open_client.post("/v1/match", json={"name": ASKED, "countries": [country]}).json()
        for country in ("cn", written)
    )
    assert asked["hits"] == plain["hits"] != []
    assert any(
        row["how"] == "country" and row["score"] == 1 for row in asked["hits"][0]["evidence"]
    )


def test_yentes_doors_do_too(open_client: TestClient, written: str) -> None:
    def matched(country: str) -> object:
        example = {"schema": "Company", "properties": {"name": [ASKED], "country": [country]}}
        answer = open_client.post("/match/default", json={"queries": {"a": example}})
        return [(one["id"], one["score"]) for one in answer.json()["responses"]["a"]["results"]]

    def found(country: str) -> object:
        answer = open_client.get("/search/default", params={"q": ASKED, "countries": [country]})
        return [(one["id"], one["score"]) for one in answer.json()["results"]]

    assert matched(written) == matched("cn") != []
    assert found(written) == found("cn") != []


def test_the_form_of_the_desk_does_too(open_client: TestClient, written: str) -> None:
    page = open_client.get("/", params={"q": ASKED, "country": written}).text
    assert "us_ofac_sdn:46633" in page
    assert "Countries agree: cn asked for" in page


@pytest.mark.parametrize("country", ["Atlantis", "xx", "Moscow"])
def test_what_is_not_understood_is_refused_by_name(open_client: TestClient, country: str) -> None:
    party = {"name": ASKED, "countries": ["cn", country]}
    example = {"schema": "Company", "properties": {"name": [ASKED], "jurisdiction": country}}
    answers = [
        open_client.post("/v1/match", json=party),
        open_client.post("/v1/match", json={"queries": [{"name": "a"}, party]}),
        open_client.post("/match/default", json={"queries": {"a": example}}),
        open_client.get("/search/default", params={"q": ASKED, "countries": country}),
    ]
    for answer in answers:
        assert answer.status_code == 422
        assert f"{country!r} is not understood as a country" in answer.json()["detail"]
    assert answers[1].json()["detail"].startswith("queries.1: countries: ")
    page = open_client.get("/", params={"q": ASKED, "country": country}).text
    assert "is not understood as a country" in page


def test_an_identifier_of_a_country_by_name_is_that_countrys(open_client: TestClient) -> None:
    def asked(country: str) -> dict[str, object]:
        number = {"type": "tax", "value": "7707083893", "country": country}
        return {"name": "Blue Lantern Logistics", "identifiers": [number]}

    named, coded = (
        open_client.post("/v1/match", json=asked(country)) for country in ("Russia", "ru")
    )
    assert named.json()["hits"] == coded.json()["hits"]
    assert open_client.post("/v1/match", json=asked("Atlantis")).status_code == 422
    assert "may be kp, kr" in open_client.post("/v1/match", json=asked("Korea")).json()["detail"]


@pytest.fixture
def keeper(serve: Iterator[TestClient], own_home: Home, accounts: Accounts) -> TestClient:
    client: TestClient = serve(own_home)  # type: ignore[operator]
    made = add_key(accounts, "crm", ["counterparties"], author="ann")
    client.headers["authorization"] = f"Bearer {made}"
    return client


def test_the_register_keeps_codes_and_refuses_the_rest(keeper: TestClient, own_home: Home) -> None:
    kept = keeper.put("/v1/counterparties/C1", json={"name": ASKED, "countries": ["Russland"]})
    assert kept.json()["what"] == "added"
    refused = keeper.put("/v1/counterparties/C2", json={"name": ASKED, "countries": ["Atlantis"]})
    assert refused.status_code == 422
    assert [each.counterparty.query.countries for each in monitored(own_home)] == [("ru",)]

"""A screening profile can be asked for over every protocol, and its name stands in the answer."""

import asyncio
import json
from typing import Any

import pytest
from fastapi.testclient import TestClient
from mcp import Client
from signing_in import Serve

from records import LeftOut, ProfileRules
from screening.engine.profiles import set_profile
from service.access.manage import add_key
from service.mcp_server import server
from store import Home
from store.accounts import Accounts
from store.database import Database

pytest_plugins = ["service_plugin"]
ON_BOTH = "Wuhan Gaoxin Technology"
NAMED = {"profile": "eu@1", "leaves_out": ["birth_dates"], "lists": ["eu_fsf"]}
SENTENCE = "profile eu, version 1: leaves out birth dates; looks on eu_fsf alone"


@pytest.fixture
def home(own_home: Home) -> Home:
    """A home with a profile of one list of the two."""
    rules = ProfileRules(lists=("eu_fsf",), leaves_out=(LeftOut.BIRTH_DATES,))
    set_profile(own_home, "eu", rules, reason="one desk", author="ann")
    return own_home


@pytest.fixture
def client(home: Home, serve: Serve) -> TestClient:
    """A service that knows a program."""
    key = add_key(
        Accounts(Database.of(home)), "program", ["match", "lists", "counterparties"], author="ann"
    )
    found = serve(home)
    found.headers["authorization"] = f"Bearer {key}"
    return found


def says_it(settings: dict[str, Any]) -> bool:
    return {key: settings.get(key) for key in NAMED} == NAMED


def test_clients_of_yente_choose_one_by_a_parameter(client: TestClient) -> None:
    example = {"schema": "Company", "properties": {"name": [ON_BOTH]}}
    asked = {"queries": {"a": example}}
    every = client.post("/match/default", json=asked).json()
    by = client.post("/match/default?profile=eu", json=asked).json()
    assert {hit["id"].partition(":")[0] for hit in by["responses"]["a"]["results"]} <= {"eu_fsf"}
    assert len(every["responses"]["a"]["results"]) > len(by["responses"]["a"]["results"])
    assert (says_it(by["settings"]), "profile" in every["settings"]) == (True, False)
    found = client.get("/search/default", params={"q": ON_BOTH, "profile": "eu"}).json()
    assert says_it(found["settings"])


def test_open_refine_has_it_in_the_address_and_reads_it_in_the_services_name(
    client: TestClient,
) -> None:
    manifest = client.get("/reconcile/default?profile=eu").json()
    assert manifest["name"].startswith(f"Namewarden: default, {SENTENCE}")
    cells = json.dumps({"q": {"query": ON_BOTH, "limit": 3}})
    by = client.post("/reconcile/default?profile=eu", data={"queries": cells}).json()
    every = client.post("/reconcile/default", data={"queries": cells}).json()
    assert len(every["q"]["result"]) > len(by["q"]["result"])
    assert says_it(by["q"]["settings"])


def test_a_counterparty_is_screened_by_it_as_it_is_put(client: TestClient) -> None:
    put = client.put("/v1/counterparties/C9?screen=true&profile=eu", json={"name": ON_BOTH})
    answer = put.json()["answer"]
    assert says_it(answer["settings"])
    assert {each["list"] for each in answer["screened_against"]} == {"eu_fsf"}


@pytest.mark.parametrize(
    ("method", "address", "body", "status"),
    [
        ("PUT", "/v1/counterparties/C9?profile=eu", {"name": "A"}, 422),
        ("PUT", "/v1/counterparties/C9?screen=true&profile=us", {"name": "A"}, 404),
        ("GET", "/search/default?q=Mahan&profile=us", None, 404),
        ("GET", "/search/us_ofac_sdn?q=Mahan&profile=eu", None, 422),
        ("GET", "/reconcile/default?profile=us", None, 404),
        ("GET", "/reconcile/us_ofac_sdn?profile=eu", None, 422),
    ],
)
def test_one_that_cannot_hold_is_refused_and_nothing_is_kept(
    client: TestClient, method: str, address: str, body: Any, status: int
) -> None:
    assert client.request(method, address, json=body).status_code == status
    assert client.get("/v1/counterparties/C9").status_code == 404


def test_an_assistant_asks_by_it_and_is_told_what_it_leaves_out(home: Home) -> None:
    async def told(tool: str, **arguments: Any) -> dict[str, Any]:
        async with Client(server(home, None)) as assistant:
            result: Any = await assistant.call_tool(tool, arguments)
        text = result.content[0].text
        return {"error": text} if result.is_error else json.loads(text)

    names = asyncio.run(told("match", names=[ON_BOTH], profile="eu"))
    assert names["profile"] == SENTENCE
    assert {hit["list"] for hit in names["answers"][0]["hits"]} <= {"eu_fsf"}
    assert says_it(names["answers"][0]["settings"])
    text = asyncio.run(told("screen_document", text="Nothing here.", profile="eu"))
    assert (SENTENCE in text["profile"], says_it(text["documents"][0]["settings"])) == (True, True)
    refused = asyncio.run(told("match", names=[ON_BOTH], profile="us"))
    assert "no profile 'us'" in refused["error"]
    assert "profile" not in asyncio.run(told("match", names=[ON_BOTH]))

"""OpenSanctions' own client is answered as yente would answer it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import httpx
import pytest
from yentes_client import company, connected

if TYPE_CHECKING:
    from yente_client import Client

pytest_plugins = ["service_plugin"]
WUHAN = "us_ofac_sdn:46633"
NAME = "Wuhan Gaoxin Technology"


@pytest.fixture(scope="module")
def client(live: str) -> Iterator["Client"]:
    with connected(live) as found:
        yield found


def test_a_company_is_matched_by_example(client: "Client") -> None:
    found = client.match(company(name=NAME), limit=2)
    assert found.top is not None
    assert found.top.match
    assert found.top.schema_ == "Organization"
    assert {hit.id for hit in found.matches} >= {WUHAN}
    assert "transliteration" in (found.top.explanations["name_match"].detail or "")
    assert found.query["properties"]["name"] == [NAME]


def test_what_yente_filters_by_is_filtered_here(client: "Client") -> None:
    only_eu = client.match(company(name=NAME), datasets=["eu_fsf"])
    assert {name for hit in only_eu.results for name in hit.datasets} <= {"eu_fsf"}
    without = client.match(company(name=NAME), exclude_entities=[WUHAN])
    assert WUHAN not in {hit.id for hit in without.results}
    strict = client.match(company(name=NAME), threshold=1.0)
    assert strict.results
    assert not strict.matches


def test_several_examples_are_answered_by_their_keys(client: "Client") -> None:
    examples = {"a": company(name=NAME), "b": company(name="Blue Lantern")}
    found = dict(client.match_iter(examples.items()))
    assert {key: bool(getattr(answer, "results", None)) for key, answer in found.items()} == {
        "a": True,
        "b": False,
    }


def test_search_pages_and_an_entry_can_be_fetched(client: "Client") -> None:
    found = client.search(NAME, limit=5)
    assert found.total.value == len(found.results) >= 1
    assert client.search(NAME, limit=5, offset=9).results == []
    entry = client.fetch(WUHAN)
    assert "武汉高芯科技有限公司" in entry.properties["name"]
    from yente_client.exceptions import NotFoundError

    with pytest.raises(NotFoundError):
        client.fetch("us_ofac_sdn:0")


def test_catalogue_and_algorithms_are_told(client: "Client") -> None:
    sets = client.datasets()
    assert {each.name for each in sets.datasets} == {"default", "eu_fsf", "us_ofac_sdn"}
    assert sets.index_stale
    assert client.algorithms().default == "namewarden"
    assert client.healthz().status == "ok"


def test_a_query_of_nothing_is_refused(client: "Client") -> None:
    from yente_client.exceptions import APIError

    with pytest.raises(APIError, match="neither a name that can be searched"):
        client.match(company(country="cn"))
    with pytest.raises(APIError, match="neither a name that can be searched"):
        client.match(company(name="-", country="cn"))
    with pytest.raises(APIError, match="'…' has no word that can be searched for"):
        client.search("…")


@pytest.mark.parametrize(
    ("properties", "said"),
    [
        ({"name": ["Nobody", 4711]}, "properties.name: '4711' is no text"),
        ({"name": ["Nobody"], "alias": [[NAME]]}, "is no text"),
        ({"name": ["Nobody"], "alias": ["x"] * 501}, "501 values, at most 500"),
        (
            {"name": ["Nobody"], "alias": ["x" * 1001]},
            "there is a name of 1,001 characters, more",
        ),
    ],
)
def test_a_name_that_would_not_be_searched_for_is_refused(
    live: str, properties: dict[str, list[object]], said: str
) -> None:
    asked = {"queries": {"a": {"schema": "Company", "properties": properties}}}
    answer = httpx.post(f"{live}/match/default", json=asked)
    assert answer.status_code == 422
    assert said in answer.json()["detail"]


def test_what_is_not_asked_for_may_be_anything(live: str) -> None:
    properties = {"name": ["Wuhan Gaoxin Technology", None], "ownershipOwner": [{"id": "x"}]}
    asked = {"queries": {"a": {"schema": "Company", "properties": properties}}}
    answer = httpx.post(f"{live}/match/default", json=asked)
    assert answer.status_code == 200
    assert answer.json()["responses"]["a"]["results"]

"""OpenRefine's protocol: candidates for cells, none of which is taken without a person."""

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

pytest_plugins = ["service_plugin"]
CELLS = {"q0": {"query": "Wuhan Gaoxin Technology", "limit": 2}, "q1": {"query": "Blue Lantern"}}


def test_the_manifest_says_what_it_is_and_what_is_stale(open_client: TestClient) -> None:
    manifest = open_client.get("/reconcile/default").json()
    assert (manifest["versions"], "{{id}}" in manifest["view"]["url"]) == (["0.2"], True)
    assert "eu_fsf stale" in manifest["name"]


@pytest.mark.parametrize("by", ["get", "post"])
def test_each_cell_has_its_candidates(open_client: TestClient, by: str) -> None:
    told: dict[str, Any] = {"queries": json.dumps(CELLS)}
    if by == "get":
        answer = open_client.get("/reconcile/default", params=told)
    else:
        answer = open_client.post("/reconcile/default", data=told)
    found = answer.json()
    first = found["q0"]["result"][0]
    assert first["id"].partition(":")[0] in {"eu_fsf", "us_ofac_sdn"}
    assert (first["match"], 80 < first["score"] <= 100) == (False, True)
    assert found["q1"]["result"] == []
    shown = open_client.get(f"/entities/{first['id']}")
    assert shown.status_code == 200


@pytest.mark.parametrize(
    ("dataset", "queries", "status", "says"),
    [
        ("default", "{}", 422, "at least 1 item"),
        ("default", "no json", 422, "queries"),
        ("default", '{"a": {"query": "–"}}', 422, "queries.a"),
        ("ofac", json.dumps(CELLS), 404, "no list called 'ofac'"),
        ("un_sc", json.dumps(CELLS), 503, "un_sc is not loaded"),
    ],
)
def test_what_cannot_be_screened_is_no_empty_answer(
    open_client: TestClient, dataset: str, queries: str, status: int, says: str
) -> None:
    answer = open_client.post(f"/reconcile/{dataset}", data={"queries": queries})
    assert (answer.status_code, says in answer.json()["detail"]) == (status, True), answer.text

"""The API for programs answers what the command line answers."""

import os

import pytest
from fastapi.testclient import TestClient
from signing_in import Serve

from screening.answers.json_lines import name_answer
from screening.engine.engine import Engine
from screening.engine.settings import settings
from screening.names.match import match
from service.api.models import AnswerOut, AnswersOut, DocumentsOut, ListsOut, ProblemOut
from store import Home

pytest_plugins = ["service_plugin"]
LISTED = "Wuhan Gaoxin Technology"
TEXT = "Letter\n\nSix detectors from Hapjanggang Trading Corporation arrived.\n"


def test_one_name_is_answered_as_on_the_command_line(
    open_client: TestClient, excerpts_home: Home
) -> None:
    chosen = settings(threshold=None, limit=10, kinds=None, lists=None, as_of=None)
    engine = Engine.open(excerpts_home)
    (expected,) = match(engine, [LISTED], chosen)
    expected_json = name_answer(expected)
    engine.close()
    answer = open_client.post("/v1/match", json={"name": LISTED})
    assert answer.status_code == 200
    assert answer.json() == expected_json
    assert AnswerOut.model_validate(answer.json()).hits


def test_many_parties_are_answered_in_their_order(open_client: TestClient) -> None:
    names = [f"Blue Lantern Logistics {number}" for number in range(60)]
    names[31] = LISTED
    body = {"queries": [{"name": name} for name in names], "lists": ["us_ofac_sdn"], "limit": 1}
    found = AnswersOut.model_validate(open_client.post("/v1/match", json=body).json())
    assert [answer.query for answer in found.answers] == names
    assert [bool(answer.hits) for answer in found.answers] == [name == LISTED for name in names]
    assert {each.list_ for a in found.answers for each in a.screened_against} == {"us_ofac_sdn"}


def test_what_else_is_known_of_a_party_is_used(open_client: TestClient) -> None:
    body = {"name": "Unheard Of Shipping", "aliases": [LISTED], "countries": ["CN"]}
    assert AnswerOut.model_validate(open_client.post("/v1/match", json=body).json()).hits


@pytest.mark.parametrize(
    ("body", "status", "says"),
    [
        ({}, 422, "name"),
        ({"name": LISTED, "nmae": 1}, 422, "nmae"),
        ({"name": LISTED, "threshold": 2}, 422, "threshold"),
        ({"name": LISTED, "lists": ["ofac"]}, 404, "no list called 'ofac'"),
        ({"name": LISTED, "lists": ["un_sc"]}, 503, "un_sc is not loaded"),
        ({"queries": []}, 422, "queries"),
        ({"name": " - "}, 422, "no word that can be searched for"),
        (
            {"queries": [{"name": LISTED}, {"name": "…", "aliases": ["."]}]},
            422,
            "queries.1: '…' has no word",
        ),
        ({"queries": [{"name": "x"}] * 1001}, 422, "at most 1,000 are allowed"),
    ],
)
def test_a_wrong_question_is_a_problem_that_says_what_to_do(
    open_client: TestClient, body: object, status: int, says: str
) -> None:
    answer = open_client.post("/v1/match", json=body)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    problem = ProblemOut.model_validate(answer.json())
    assert says in problem.model_dump_json()
    assert problem.request_id == answer.headers["x-request-id"]


def test_a_document_is_screened_and_every_place_is_right(open_client: TestClient) -> None:
    answer = open_client.post("/v1/screen", files={"file": ("letter.txt", TEXT.encode())})
    (found,) = DocumentsOut.model_validate(answer.json()).documents
    assert (found.document, found.status) == ("letter.txt", "screened")
    assert [TEXT[hit.start : hit.end] for hit in found.hits] == [hit.text for hit in found.hits]
    assert {hit.text for hit in found.hits} == {"Hapjanggang Trading Corporation"}


def test_a_document_that_cannot_be_read_is_not_screened(open_client: TestClient) -> None:
    answer = open_client.post("/v1/screen", files={"file": ("x.bin", b"\x7fELF\x00\x01\x02" * 99)})
    (found,) = DocumentsOut.model_validate(answer.json()).documents
    assert (found.status, found.hits) == ("not_screened", [])
    assert found.reason


def test_options_of_a_document_are_checked(open_client: TestClient) -> None:
    wrong = open_client.post(
        "/v1/screen", files={"file": ("a.txt", b"a")}, data={"options": '{"limit": 0}'}
    )
    assert wrong.status_code == 422
    assert "limit" in wrong.text


def test_lists_and_entries_are_shown(open_client: TestClient) -> None:
    lists = ListsOut.model_validate(open_client.get("/v1/lists").json()).lists
    assert [each.list_ for each in lists] == ["eu_fsf", "us_ofac_sdn"]
    entry = open_client.get("/v1/entities/us_ofac_sdn:46633").json()
    assert entry["names"][0]["text"] == "Wuhan Global Sensor Technology Co., Ltd."
    assert open_client.get("/v1/entities/us_ofac_sdn:0").status_code == 404


def test_stale_lists_make_the_service_not_ready(open_client: TestClient) -> None:
    assert open_client.get("/healthz").json() == {"status": "ok"}
    answer = open_client.get("/readyz")
    assert answer.status_code == 503
    assert "older than allowed" in answer.json()["detail"]


def test_a_service_without_lists_answers_that_it_cannot(serve: Serve, quick_home: Home) -> None:
    client = serve(quick_home, authentication="none")
    assert client.get("/readyz").status_code == 503
    answer = client.post("/v1/match", json={"name": LISTED})
    assert answer.status_code == 503
    assert "no list was loaded" in answer.json()["detail"]


def test_lists_that_are_too_old_are_not_answered_on(serve: Serve) -> None:
    answer = serve(authentication="none", max_age_days=1).post("/v1/match", json={"name": LISTED})
    assert answer.status_code == 503
    assert "at most 1 are allowed" in answer.json()["detail"]


def test_what_is_too_large_is_refused_whatever_it_declares(serve: Serve) -> None:
    client = serve(authentication="none", body_limit=1000, upload_limit=2000)
    assert client.post("/v1/match", json={"name": "x" * 1000}).status_code == 413
    parts = (b'{"name": "' + b"x" * 400 + b'"' for _ in range(4))
    assert client.post("/v1/match", content=parts).status_code == 413
    assert client.post("/v1/screen", files={"file": ("a", b"a" * 1900)}).status_code == 413
    assert client.post("/v1/screen", files={"file": ("a", b"a" * 900)}).status_code == 200


def test_metrics_count_what_was_screened(open_client: TestClient) -> None:
    def count() -> float:
        text = open_client.get("/metrics").text
        line = 'namewarden_names_screened_total{decision="match"} '
        return sum(float(each.removeprefix(line)) for each in text.splitlines() if line in each)

    before = count()
    open_client.post("/v1/match", json={"name": LISTED})
    assert count() == before + 1


def test_a_request_id_is_kept_and_a_forged_one_is_not(open_client: TestClient) -> None:
    assert (
        open_client.get("/healthz", headers={"x-request-id": "a-1"}).headers["x-request-id"]
        == "a-1"
    )
    assert (
        open_client.get("/healthz", headers={"x-request-id": 'a"b'}).headers["x-request-id"]
        != 'a"b'
    )


def test_every_answer_has_headers_that_shut_a_browser_in(open_client: TestClient) -> None:
    for path in ("/healthz", "/", "/v1/lists", "/nowhere"):
        headers = open_client.get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store"


def test_names_are_not_logged_unless_asked_for(
    serve: Serve, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "namewarden.requests")
    for chosen, told in ((False, False), (True, True)):
        caplog.clear()
        serve(authentication="none", log_names=chosen).post("/v1/match", json={"name": LISTED})
        (record,) = caplog.records
        assert (LISTED in str(vars(record)["about"])) is told


def test_a_page_elsewhere_cannot_reach_the_service_by_a_name_of_its_own(
    open_client: TestClient,
) -> None:
    assert open_client.get("/v1/lists", headers={"host": "evil.example"}).status_code == 400


def test_entries_that_are_cut_while_the_service_runs_are_no_answer(
    serve: Serve, own_home: Home
) -> None:
    client = serve(own_home, authentication="none")
    for path in own_home.snapshots.rglob("entities.jsonl"):
        os.truncate(path, 1)
    answer = client.post("/v1/match", json={"name": LISTED})
    assert answer.status_code == 503
    assert "Nothing was screened. Load the list again" in answer.json()["detail"]

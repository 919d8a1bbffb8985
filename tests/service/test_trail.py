"""Searches, documents, and who comes and goes stand in the audit log."""

import sqlite3
from hashlib import sha256

import pytest
from fastapi.testclient import TestClient
from signing_in import PASSWORD, Serve, signed_in, token

from records import AuditRecord
from screening.archive.audit import audit_records, verify_audit
from screening.cases.rules import change_rules
from service.access.manage import add_key, add_person
from service.pages.sign_in import NOBODY
from store import Home
from store.accounts import Accounts

pytest_plugins = ["service_plugin"]
LISTED = "Wuhan Gaoxin Technology"
LETTER = b"Six detectors from Wuhan Gaoxin Technology.\n"


def told(home: Home, *actions: str) -> list[AuditRecord]:
    return [each for each in audit_records(home) if each.action in actions]


@pytest.fixture
def analyst(serve: Serve, own_home: Home, accounts: Accounts) -> TestClient:
    return signed_in(serve(own_home), "the analyst")


def test_a_search_is_on_record_before_its_answer_without_the_name(
    analyst: TestClient, own_home: Home
) -> None:
    analyst.get("/", params={"q": LISTED, "country": "China"})
    (record,) = told(own_home, "search")
    assert (record.author, record.subject) == ("the analyst", "names")
    assert record.data["count"] == 1
    assert record.data["decisions"] in ({"review": 1}, {"match": 1})
    assert record.data["hits"] >= 1
    assert len(record.data["input_sha256"]) == 64
    assert set(record.data["lists"]) == {"eu_fsf", "us_ofac_sdn"}
    assert LISTED not in repr(record)


def test_names_stand_there_where_the_teams_rules_say_so(
    analyst: TestClient, own_home: Home
) -> None:
    rules = {"four_eyes": None, "false_positive_days": None, "audit_names": True}
    change_rules(own_home, **rules, author="the admin")
    analyst.get("/", params={"q": LISTED})
    form = {"csrf": token(analyst.get("/documents").text)}
    analyst.post("/documents", data=form, files={"file": ("deal.txt", LETTER)})
    (search,), (document,) = told(own_home, "search"), told(own_home, "screen")
    assert search.data["names"] == [LISTED]
    assert document.data["files"] == ["deal.txt"]


def test_a_document_is_on_record_by_its_sha256(analyst: TestClient, own_home: Home) -> None:
    form = {"csrf": token(analyst.get("/documents").text)}
    analyst.post("/documents", data=form, files={"file": ("deal.txt", LETTER)})
    (record,) = told(own_home, "screen")
    assert (record.author, record.subject) == ("the analyst", "document")
    assert record.data["sha256"] == sha256(LETTER).hexdigest()
    assert record.data["statuses"] == {"screened": 1}
    assert record.data["hits"] >= 1
    assert "deal.txt" not in repr(record)


def test_programs_are_on_record_too(serve: Serve, own_home: Home, accounts: Accounts) -> None:
    key = add_key(accounts, "payments", ["match", "screen"], author="ann")
    client = serve(own_home)
    client.headers["authorization"] = f"Bearer {key}"
    client.post("/v1/match", json={"queries": [{"name": LISTED}, {"name": "Blue Lantern"}]})
    client.post("/v1/screen", files={"file": ("deal.txt", LETTER)})
    example = {"schema": "Company", "properties": {"name": [LISTED]}}
    client.post("/match/default", json={"queries": {"a": example}})
    client.get("/search/default", params={"q": LISTED})
    client.__exit__()
    searches = told(own_home, "search")
    assert [each.data["count"] for each in searches] == [2, 1, 1]
    assert searches[0].data["decisions"]["no_match"] == 1
    assert {each.author for each in (*searches, *told(own_home, "screen"))} == {"key:payments"}
    assert verify_audit(own_home).problems == ()


def test_who_comes_goes_and_fails_to_come_is_on_record(
    serve: Serve, own_home: Home, accounts: Accounts
) -> None:
    client = serve(own_home)
    signed_in(client, "the analyst", "not the password")
    signed_in(client, "Tr0ub4dor&3 typed as a name", PASSWORD)
    signed_in(client, "the analyst")
    client.post("/sign-out", data={"csrf": token(client.get("/lists").text)})
    records = told(own_home, "sign-in", "sign-in-failed", "sign-out")
    assert [(each.action, each.author, each.subject) for each in records] == [
        ("sign-in-failed", "namewarden", "the analyst"),
        ("sign-in-failed", "namewarden", NOBODY),
        ("sign-in", "the analyst", "the analyst"),
        ("sign-out", "the analyst", "the analyst"),
    ]
    assert records[0].data == {"how": "password", "address": "testclient"}
    assert not any("Tr0ub4dor" in repr(each) for each in audit_records(own_home))


def test_a_busy_database_holds_up_no_answer_and_loses_no_record(
    analyst: TestClient, own_home: Home
) -> None:
    busy = sqlite3.connect(own_home.database, isolation_level=None)
    busy.execute("BEGIN IMMEDIATE")
    try:
        assert "No name reaches" in analyst.get("/", params={"q": "Blue Lantern"}).text
        assert told(own_home, "search") == []
    finally:
        busy.rollback()
        busy.close()
    analyst.get("/", params={"q": "Brightwater"})
    analyst.__exit__()
    assert len(told(own_home, "search")) == 2


def test_the_last_admin_cannot_be_ended_and_cannot_step_down(
    serve: Serve, own_home: Home, accounts: Accounts
) -> None:
    client = signed_in(serve(own_home), "the admin")
    form = {"csrf": token(client.get("/access").text)}
    ended = client.post("/access/end", data={**form, "kind": "person", "name": "the admin"})
    changed = client.post("/access/person", data={**form, "name": "the admin", "role": "analyst"})
    for answer in (ended, changed):
        assert answer.status_code == 422
        assert "the admin is the last admin" in answer.text
    assert client.get("/access").status_code == 200
    add_person(accounts, "another", "admin", PASSWORD, author="the admin")
    ended = client.post("/access/end", data={**form, "kind": "person", "name": "the admin"})
    assert ended.status_code == 303
    assert [each.name for each in accounts.people() if each.disabled_at] == ["the admin"]

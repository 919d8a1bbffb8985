"""Cases and customers on the pages: worked through, many at once, never two people at one."""

import json
import os
import time
from io import BytesIO

import pytest
from fastapi.testclient import TestClient
from signing_in import Serve, signed_in, token
from support.desk_work import SETTINGS

from records import AlertState, Party, Query, UsageError
from screening.archive.audit import audit_records
from screening.cases.cases import case_queue
from screening.cases.rules import set_rules
from screening.monitoring.register import import_parties
from screening.monitoring.run import run
from service import customer_tables, customer_work
from service.access.manage import add_key
from store import Home
from store.accounts import Accounts
from store.cases import CaseFilter
from store.policy import DeskPolicy

pytest_plugins = ["service_plugin"]
PARTIES = (
    Party(id="K1", query=Query(name="Wuhan Gaoxin Technology", countries=("cn",))),
    Party(id="K2", query=Query(name="Hapjanggang Trading")),
    Party(id="K3", query=Query(name="Blue Lantern Logistics")),
)
CASES = ("C1", "C2")


@pytest.fixture
def monitored(own_home: Home, accounts: Accounts) -> Home:
    import_parties(own_home, PARTIES, complete=True, author="test", source="test")
    run(own_home, SETTINGS, author="test", workers=1, notify=lambda _: None)
    return own_home


def ticked(client: TestClient) -> dict[str, object]:
    """The form of the queue with every case ticked."""
    page = client.get("/cases").text
    cases = [part.partition('"')[0] for part in page.split('name="case" value="')[1:]]
    return {"csrf": token(page), "case": cases}


def offered(client: TestClient, **filters: str) -> str:
    """Where *Next* leads."""
    form = {"csrf": token(client.get("/account").text)}
    return client.post("/cases/next", params=filters, data=form).headers["location"]


def test_many_cases_are_decided_at_once_and_each_that_changed_is_told(
    serve: Serve, monitored: Home, accounts: Accounts
) -> None:
    client = signed_in(serve(monitored), "the analyst")
    form = ticked(client)
    assert len(form["case"]) == len(CASES)  # type: ignore[arg-type]
    without = client.post("/cases/many", data=form | {"action": "false_positive"})
    assert without.status_code == 409
    assert "a reason is needed" in without.text
    said = {"action": "false_positive", "template": "Another date or place of birth"}
    done = client.post("/cases/many", data=form | said | {"reason": "seen the passport"})
    assert "2 cases decided." in done.text
    late = client.post("/cases/many", data=form | said)
    assert "C1: changed since you looked" in late.text
    closed = case_queue(monitored, CaseFilter(states=()))[0]
    assert {one.state for case in closed for one in case.alerts} == {AlertState.FALSE_POSITIVE}
    reasons = {one.data["reason"] for one in audit_records(monitored) if one.action == "decide"}
    assert reasons == {"Another date or place of birth. seen the passport"}


def test_four_eyes_hold_for_many_cases_and_the_second_reads_why(
    serve: Serve, monitored: Home, accounts: Accounts
) -> None:
    set_rules(monitored, DeskPolicy(four_eyes=True), author="test")
    service = serve(monitored)
    analyst = signed_in(service, "the analyst")
    said = {"action": "false_positive", "reason": "another register number"}
    analyst.post("/cases/many", data=ticked(analyst) | said)
    assert "somebody else has to agree" in analyst.get("/cases/C1").text
    approver = signed_in(serve(monitored), "the approver")
    page = approver.get("/cases/C1").text
    assert "the analyst proposes “false positive”" in page
    assert "another register number" in page


def test_next_holds_a_case_and_keeps_the_filters(
    serve: Serve, monitored: Home, accounts: Accounts
) -> None:
    analyst = signed_in(serve(monitored), "the analyst")
    approver = signed_in(serve(monitored), "the approver")
    mine = offered(analyst, sort="name")
    assert mine == "/cases/C2?sort=name"
    theirs = offered(approver)
    assert theirs == "/cases/C1"
    assert offered(approver, after="C1") == "/cases"
    assert "Hapjanggang" not in approver.get("/cases").text
    assert "Hapjanggang" in approver.get("/cases", params={"who": "all"}).text
    only = offered(analyst, text="Wuhan")
    assert only == "/cases?text=Wuhan"


def test_a_decision_leads_on_and_can_be_undone_there(
    serve: Serve, monitored: Home, accounts: Accounts
) -> None:
    client = signed_in(serve(monitored), "the analyst")
    page = client.get("/cases/C1").text
    seen = page.partition('name="seen" value="')[2].partition('"')[0]
    form = {"csrf": token(page), "seen": seen, "state": "true_match", "reason": "same number"}
    on = client.post("/cases/C1/decide", data=form).headers["location"]
    assert on == "/cases/C2?done=C1"
    assert "Undo" in client.get(on).text
    assert client.post("/cases/C1/take-back", data=form).status_code == 303
    assert {one.id for one in case_queue(monitored, CaseFilter())[0]} == {"C1", "C2"}
    assert client.post("/cases/C1/take-back", data=form).status_code == 409


def test_the_case_says_what_agrees_in_words(
    serve: Serve, monitored: Home, accounts: Accounts
) -> None:
    client = signed_in(serve(monitored), "the analyst")
    for path in ("/cases/C1", "/cases/C1/report"):
        page = client.get(path).text
        assert "OFAC SDN" in page
        assert "Executive Order" in page
        assert 'class="verdict agrees">agrees' in page
        assert 'class="verdict unknown">unknown' in page
    assert "http" in client.get("/cases/C1").text.partition("at the publisher")[0]


def test_a_table_is_shown_as_it_is_understood_then_screened_and_monitored(
    serve: Serve, monitored: Home, accounts: Accounts
) -> None:
    client = signed_in(serve(monitored), "the analyst")
    rows = ("K7;Hapjanggang Trading;Nordkorea;X", "K8;Anna;Atlantis;Y", "K9;;DE;Z", "")
    csv = "\n".join(("Customer no.;Name;Country;Branch", *rows))
    form = {"csrf": token(client.get("/customers").text)}
    sent = client.post("/customers/tables", data=form, files={"file": ("our.csv", csv.encode())})
    where = sent.headers["location"]
    page = client.get(where).text
    for said in ("our.csv", "North Korea", "Branch", "2 of 3 values", "Atlantis", "no name"):
        assert said in page
    assert signed_in(serve(monitored), "the admin").get(where).status_code == 422
    client.post(f"{where}/screen", data=form)
    assert "1 of 2 customers have hits; 1 rows were not screened" in _when_done(client, where)
    again = client.post("/customers/tables", data=form, files={"file": ("b.csv", csv.encode())})
    client.post(f"{again.headers['location']}/monitor", data=form)
    assert "2 customers were added" in _when_done(client, again.headers["location"])
    assert len(case_queue(monitored, CaseFilter(text="K7"))[0]) == 1


def _when_done(client: TestClient, where: str) -> str:
    until = time.monotonic() + 240
    while "hx-get" in (text := client.get(f"{where}/work").text):
        assert time.monotonic() < until
        time.sleep(0.5)
    return text


def test_monitoring_of_a_table_says_how_far_it_is(own_home: Home) -> None:
    token_ = customer_tables.keep(own_home, "our.csv", BytesIO(b"id;name\n1;A\n"), "ann")
    told = customer_work.Progress(own_home.uploads / token_)
    told.tell(5_000, 0.25)
    told.tell(5_001, 0.25005)
    work = customer_work.progress(own_home, token_, "ann")
    assert work is not None
    assert (work.said, work.rows, work.of) == (
        "5,000 of 20,000 customers screened",
        5_000,
        20_000,
    )


def test_a_table_is_read_once_and_not_for_every_view_of_its_page(own_home: Home) -> None:
    token_ = customer_tables.keep(own_home, "our.csv", BytesIO(b"id;name\n1;A\n2;B\n"), "ann")
    first = customer_tables.look(own_home, token_, "ann")
    assert (first.understood.rows, customer_tables.look(own_home, token_, "ann") is first) == (
        2,
        True,
    )
    with pytest.raises(UsageError, match="not kept any more"):
        customer_tables.look(own_home, token_, "bob")


def test_what_is_no_table_is_refused_by_the_name_it_has(
    serve: Serve, own_home: Home, accounts: Accounts
) -> None:
    client = signed_in(serve(own_home), "the analyst")
    form = {"csrf": token(client.get("/customers").text)}
    refused = client.post("/customers/tables", data=form, files={"file": ("a.pdf", b"%PDF-1.7\n")})
    assert refused.status_code == 422
    assert "a.pdf: " in refused.text
    assert str(own_home.path) not in refused.text
    assert not list(own_home.uploads.iterdir())


def test_a_customer_is_added_found_and_screened_at_once(
    serve: Serve, own_home: Home, accounts: Accounts
) -> None:
    client = signed_in(serve(own_home), "the analyst")
    form = {"csrf": token(client.get("/customers").text), "id": "N1", "country": "Nordkorea"}
    done = client.post("/customers", data=form | {"name": "Hapjanggang Trading"}).text
    assert "Hapjanggang Trading is added" in done
    assert "Hapjanggang Trading Corporation" in done
    assert "North Korea" in client.get("/customers", params={"text": "n1"}).text
    assert 'value="Hapjanggang Trading"' in client.get("/customers/edit?id=N1").text
    assert client.get("/customers/edit?id=N2").status_code == 404
    wrong = client.post("/customers", data=form | {"name": "X", "country": "Atlantis"})
    assert wrong.status_code == 422


def test_tables_are_forgotten_after_a_day_and_work_that_was_killed_is_told(own_home: Home) -> None:
    token_ = customer_tables.keep(own_home, "our.csv", BytesIO(b"id;name\n1;A\n"), "ann")
    folder = own_home.uploads / token_
    work = {"what": "screen", "said": "1 of 9"}
    (folder / "work.json").write_text(json.dumps(work), encoding="utf-8")
    running = customer_work.progress(own_home, token_, "ann")
    assert running is not None
    assert running.state == "running"
    os.utime(folder / "work.json", (0, 0))
    stopped = customer_work.progress(own_home, token_, "ann")
    assert stopped is not None
    assert stopped.state == "failed"
    customer_tables.forget_old(own_home)
    assert folder.is_dir()
    os.utime(folder, (0, 0))
    customer_tables.forget_old(own_home)
    assert not folder.exists()


def test_programs_hold_comment_on_and_open_cases_again(
    serve: Serve, monitored: Home, accounts: Accounts
) -> None:
    client = serve(monitored)
    key = add_key(accounts, "robot", ["alerts", "decide"], author="ann")
    client.headers["authorization"] = f"Bearer {key}"
    held = client.post("/v1/cases/C1/assign", json={"to": "the analyst"}).json()
    assert held["assignees"] == ["the analyst"]
    free = client.get("/v1/cases", params={"free_for": "the approver", "sort": "name"}).json()
    assert [case["id"] for case in free["cases"]] == ["C2"]
    client.post("/v1/cases/C1/comment", json={"text": "asked the branch"})
    seen = client.get("/v1/cases/C1").json()["version"]
    body = {"state": "false_positive", "reason": "x", "seen": seen}
    assert client.post("/v1/cases/C1/decisions", json=body).json()["state"] == "closed"
    assert client.post("/v1/cases/C1/take-back").json()["state"] == "open"
    assert client.post("/v1/cases/C1/take-back").status_code == 409
    assert client.post("/v1/cases/C1/reopen", json={"text": "y"}).status_code == 409
    done = client.get("/v1/cases/C1").json()["dispositions"]
    assert {one["action"] for one in done} == {"assign", "comment", "decide", "take-back"}

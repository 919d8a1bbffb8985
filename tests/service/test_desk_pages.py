"""Alerts over HTTP and on the pages: who decides what, seen by whom, and twice at once."""

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from signing_in import PASSWORD, Serve, signed_in, token
from support.desk_work import SETTINGS

from records import Party, Query
from screening.cases.rules import rules, set_rules
from screening.monitoring.register import import_parties
from screening.monitoring.run import run
from service.access.manage import add_key
from store import Home
from store.accounts import Accounts
from store.policy import DeskPolicy

pytest_plugins = ["service_plugin"]
PARTIES = (
    Party(id="C1", query=Query(name="Wuhan Gaoxin Technology", countries=("cn",))),
    Party(id="C2", query=Query(name="Hapjanggang Trading")),
    Party(id="C3", query=Query(name="Blue Lantern Logistics")),
)


@pytest.fixture
def monitored(own_home: Home, accounts: Accounts) -> Home:
    """A home with people, three counterparties, and the alerts of two of them."""
    import_parties(own_home, PARTIES, complete=True, author="test", source="test")
    run(own_home, SETTINGS, author="test", workers=1, notify=lambda _: None)
    return own_home


@pytest.fixture
def four_eyes(monitored: Home) -> Home:
    set_rules(monitored, DeskPolicy(four_eyes=True), author="test")
    assert rules(monitored).four_eyes
    return monitored


def programs(client: TestClient, accounts: Accounts, *scopes: str) -> TestClient:
    client.headers["authorization"] = f"Bearer {add_key(accounts, 'robot', scopes, author='ann')}"
    return client


def test_alerts_are_listed_shown_and_decided(
    serve: Serve, monitored: Home, accounts: Accounts
) -> None:
    client = programs(serve(monitored), accounts, "alerts", "decide")
    listed = client.get("/v1/alerts", params={"state": "open"}).json()
    assert listed["counts"]["open"] == len(listed["alerts"]) == 3
    first = listed["alerts"][0]
    body = {"state": "false_positive", "reason": "another address", "seen": first["version"]}
    decided = client.post(f"/v1/alerts/{first['id']}/decide", json=body)
    assert (decided.status_code, decided.json()["state"]) == (200, "false_positive")
    shown = client.get(f"/v1/alerts/{first['id']}").json()
    assert [(each["author"], each["action"]) for each in shown["dispositions"]] == [
        ("key:robot", "decide")
    ]


def test_of_two_who_decide_at_once_one_is_told(
    serve: Serve, monitored: Home, accounts: Accounts
) -> None:
    client = programs(serve(monitored), accounts, "alerts", "decide")
    alert = client.get("/v1/alerts").json()["alerts"][0]
    body = {"state": "true_match", "reason": "same register", "seen": alert["version"]}
    path = f"/v1/alerts/{alert['id']}/decide"
    answers = [client.post(path, json=body) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 409]
    assert "changed since you looked" in answers[1].json()["detail"]


def test_what_a_key_may_not_do_it_does_not(
    serve: Serve, monitored: Home, accounts: Accounts
) -> None:
    client = programs(serve(monitored), accounts, "alerts")
    body = {"state": "true_match", "reason": "x", "seen": 1}
    assert client.post("/v1/alerts/A1/decide", json=body).status_code == 403
    assert client.get("/v1/counterparties").status_code == 403
    assert client.get("/v1/alerts/A999").status_code == 404


def test_counterparties_are_kept_by_their_owners_id(
    serve: Serve, monitored: Home, accounts: Accounts
) -> None:
    client = programs(serve(monitored), accounts, "counterparties")
    put = [client.put("/v1/counterparties/C9", json={"name": name}) for name in ("A", "A", "B")]
    assert [each.json()["what"] for each in put] == ["added", "unchanged", "changed"]
    assert client.get("/v1/counterparties/C9").json()["name"] == "B"
    assert len(client.get("/v1/counterparties").json()["counterparties"]) == 4
    assert client.delete("/v1/counterparties/C9").status_code == 200
    assert client.get("/v1/counterparties/C9").status_code == 404


def test_a_counterparty_may_be_screened_as_it_is_put(
    serve: Serve, monitored: Home, accounts: Accounts
) -> None:
    client = programs(serve(monitored), accounts, "counterparties", "match")
    put = client.put("/v1/counterparties/C9?screen=true", json={"name": "Wuhan Gaoxin Technology"})
    assert (put.json()["what"], put.json()["answer"]["decision"]) == ("added", "match")
    assert put.json()["answer"]["screened_against"]
    assert "answer" not in client.put("/v1/counterparties/C8", json={"name": "Mahan"}).json()
    client.headers["authorization"] = (
        f"Bearer {add_key(accounts, 'register', ['counterparties'], author='ann')}"
    )
    refused = client.put("/v1/counterparties/C7?screen=true", json={"name": "Mahan Air"})
    assert refused.status_code == 403
    assert client.get("/v1/counterparties/C7").status_code == 404


@pytest.mark.parametrize(
    ("owner", "status"), [("the analyst", 403), ("the approver", 200), (None, 200)]
)
def test_what_alerts_rest_on_is_not_changed_by_one_analyst(
    serve: Serve, monitored: Home, accounts: Accounts, owner: str | None, status: int
) -> None:
    client = serve(monitored)
    key = add_key(accounts, "crm", ["counterparties", "approve"], owner=owner, author="ann")
    client.headers["authorization"] = f"Bearer {key}"
    renamed = client.put("/v1/counterparties/C1", json={"name": "Blue Lantern"})
    assert renamed.status_code == status
    assert client.put("/v1/counterparties/C3", json={"name": "Brightwater"}).status_code == 200
    assert client.delete("/v1/counterparties/C1").status_code == status


def test_a_key_of_a_person_acts_as_that_person_and_a_program_never_agrees(
    serve: Serve, four_eyes: Home, accounts: Accounts
) -> None:
    client = serve(four_eyes)
    decided = {"state": "false_positive", "reason": "x"}

    def decide(owner: str | None, seen: int) -> Response:
        key = add_key(accounts, "k", ["decide", "approve"], owner=owner, author="ann")
        headers = {"authorization": f"Bearer {key}"}
        return client.post("/v1/alerts/A1/decide", json={**decided, "seen": seen}, headers=headers)

    assert decide("the approver", 1).json()["proposed_by"] == "the approver"
    assert decide("the approver", 2).status_code == 409
    assert decide(None, 2).status_code == 403
    assert decide("the analyst", 2).status_code == 403
    assert decide("the admin", 2).json()["state"] == "false_positive"


def test_a_case_is_shown_and_decided_by_the_api(
    serve: Serve, monitored: Home, accounts: Accounts
) -> None:
    client = programs(serve(monitored), accounts, "alerts", "decide")
    listed = client.get("/v1/cases").json()
    assert listed["counts"]["open"] == len(listed["cases"]) > 0
    first = listed["cases"][0]
    party = first["parties"][0]
    assert {alert["hit"]["party"]["id"] for alert in party["alerts"]} == {party["id"]}
    path = f"/v1/cases/{first['id']}"
    body = {"state": "false_positive", "reason": "another one", "party": party["id"]}
    assert client.post(f"{path}/decisions", json=body | {"seen": 0}).status_code == 409
    done = client.post(f"{path}/decisions", json=body | {"seen": first["version"]}).json()
    (decided,) = (one for one in done["parties"] if one["id"] == party["id"])
    assert {alert["state"] for alert in decided["alerts"]} == {"false_positive"}
    shown = client.get(path).json()
    assert [said["reason"] for said in shown["dispositions"]] == ["another one"] * len(
        party["alerts"]
    )
    assert client.get("/v1/cases/C999").status_code == 404


def test_a_case_that_waits_for_a_second_person_is_agreed_to_by_a_person_who_may(
    serve: Serve, four_eyes: Home, accounts: Accounts
) -> None:
    client = serve(four_eyes)

    def decide(owner: str | None) -> Response:
        key = add_key(accounts, "k", ["alerts", "decide", "approve"], owner=owner, author="ann")
        headers = {"authorization": f"Bearer {key}"}
        case = client.get("/v1/cases/C1", headers=headers).json()
        body = {"state": "false_positive", "reason": "x", "seen": case["version"]}
        return client.post("/v1/cases/C1/decisions", json=body, headers=headers)

    assert decide("the approver").json()["state"] == "pending"
    assert decide("the approver").status_code == 409
    assert decide(None).status_code == 403
    assert decide("the analyst").status_code == 403
    assert decide("the admin").json()["state"] == "closed"


def test_a_program_that_proposes_is_no_first_person(
    serve: Serve, four_eyes: Home, accounts: Accounts
) -> None:
    client = serve(four_eyes)
    said = {"state": "false_positive", "reason": "x"}

    def decide(owner: str | None, seen: int) -> tuple[str, str | None]:
        key = add_key(accounts, "k", ["decide", "approve"], owner=owner, author="ann")
        headers = {"authorization": f"Bearer {key}"}
        path = "/v1/alerts/A1/decide"
        done = client.post(path, json={**said, "seen": seen}, headers=headers).json()
        return done["state"], done["proposed_by"]

    assert decide(None, 1) == ("pending", "key:k")
    assert decide("the approver", 2) == ("pending", "the approver")
    assert decide("the admin", 3)[0] == "false_positive"


def test_a_person_works_through_the_queue(
    serve: Serve, monitored: Home, accounts: Accounts
) -> None:
    client = signed_in(serve(monitored), "the analyst")
    queue = client.get("/alerts")
    assert "Hapjanggang Trading" in queue.text
    alert = client.get("/alerts/next").headers["location"]
    page = client.get(alert)
    form = {"csrf": token(page.text), "seen": _seen(page.text), "state": "false_positive"}
    without = client.post(f"{alert}/decide", data=form)
    assert without.status_code == 422
    assert "a reason is needed" in without.text
    done = client.post(f"{alert}/decide", data=form | {"reason": "other register number"})
    assert done.status_code == 303
    assert client.get("/alerts/next").headers["location"] != alert
    again = client.post(f"{alert}/decide", data=form | {"reason": "late"})
    assert again.status_code == 409
    assert "late" in again.text
    assert client.get(alert).text.count("other register number") == 1


def test_two_have_to_agree_and_the_second_must_be_allowed_to(
    serve: Serve, four_eyes: Home, accounts: Accounts
) -> None:
    analyst = signed_in(serve(four_eyes), "the analyst")
    approver = signed_in(serve(four_eyes), "the approver")
    alert = analyst.get("/alerts/next").headers["location"]
    _decide(analyst, alert)
    assert "somebody else has to agree" in analyst.get(alert).text
    form = {"csrf": token(analyst.get(alert).text), "seen": "1", "state": "true_match"}
    assert analyst.post(f"{alert}/decide", data=form | {"reason": "x"}).status_code == 403
    assert "Agree or disagree" in approver.get(alert).text
    assert _decide(approver, alert).status_code == 303
    assert "true match" in analyst.get(alert).text
    log = approver.get("/audit", params={"subject": alert.rpartition("/")[2]}).text
    assert "propose" in log
    assert "approve" in log
    assert "Whole:" in approver.get("/audit", params={"check": "true"}).text


def test_an_analyst_takes_an_alert_and_comments(
    serve: Serve, monitored: Home, accounts: Accounts
) -> None:
    client = signed_in(serve(monitored), "the analyst")
    form = {"csrf": token(client.get("/alerts/A1").text)}
    client.post("/alerts/A1/assign", data=form | {"text": "the analyst"})
    client.post("/alerts/A1/comment", data=form | {"text": "<script>asked</script> the branch"})
    page = client.get("/alerts/A1").text
    assert "Assigned to the analyst" in page
    assert "&lt;script&gt;asked&lt;/script&gt; the branch" in page
    assert "A1" in client.get("/alerts", params={"mine": "true"}).text


@pytest.mark.parametrize(
    "path",
    ["/", "/?q=Wuhan Gaoxin Technology", "/?q=Blue Lantern", "/documents", "/lists", "/alerts",
     "/lists/us_ofac_sdn", "/entries/us_ofac_sdn:46633", "/audit", "/access", "/alerts?state=all"],
)  # fmt: skip
def test_every_page_is_there_without_alerts_too(
    serve: Serve, own_home: Home, accounts: Accounts, path: str
) -> None:
    assert PASSWORD
    client = signed_in(serve(own_home), "the admin")
    page = client.get(path)
    assert page.status_code == 200
    assert "<h1>" in page.text


def test_a_document_is_shown_with_its_names_marked(
    serve: Serve, own_home: Home, accounts: Accounts
) -> None:
    client = signed_in(serve(own_home), "the analyst")
    form = {"csrf": token(client.get("/documents").text)}
    text = b"Six <b>detectors</b> from Hapjanggang Trading Corporation arrived."
    page = client.post("/documents", data=form, files={"file": ("a.txt", text)}).text
    assert '<a href="#d1-1">Hapjanggang Trading Corporation</a></mark> arrived.' in page
    assert "Six &lt;b&gt;detectors&lt;/b&gt; from <mark" in page
    unread = client.post("/documents", data=form, files={"file": ("a", b"\x7fELF\x00\x01" * 99)})
    assert "This document was not screened" in unread.text
    assert client.post("/documents", files={"file": ("a.txt", text)}).status_code == 403


def test_an_address_without_a_page_says_so(serve: Serve, own_home: Home) -> None:
    answer = serve(own_home).get("/nowhere", headers={"accept": "text/html"})
    assert answer.status_code == 404
    assert "<h1>Not Found</h1>" in answer.text


def _decide(client: TestClient, alert: str) -> Response:
    page = client.get(alert).text
    form = {"csrf": token(page), "seen": _seen(page), "state": "true_match", "reason": "same"}
    return client.post(f"{alert}/decide", data=form)


def _seen(page: str) -> str:
    return page.partition('name="seen" value="')[2].partition('"')[0]


@pytest.mark.parametrize("name", ["!!!", "…", "- -", "\u200b"])
def test_a_name_without_letters_is_refused_at_the_desk_too(
    open_client: TestClient, name: str
) -> None:
    page = open_client.get("/", params={"q": name})
    assert page.status_code == 422
    assert "has no word that can be searched for" in page.text
    assert "No name reaches" not in page.text


def test_names_close_below_the_threshold_are_shown_as_such(open_client: TestClient) -> None:
    near = open_client.get("/", params={"q": "Wuhan Sensor Optics Institute"}).text
    assert "No name reaches 0.80" in near
    assert "Nearest below 0.80" in near
    assert "us_ofac_sdn:46633" in near
    far = open_client.get("/", params={"q": "Blue Lantern Logistics"}).text
    assert "No name reaches 0.80" in far
    assert "None stands near it either" in far
    for page in (near, far):
        assert "Nothing listed is like" not in page


def test_the_pages_of_alerts_say_which_lists_are_stale(
    serve: Serve, monitored: Home, accounts: Accounts
) -> None:
    """An empty queue says nothing of whom no run could find."""
    client = signed_in(serve(monitored), "the analyst")
    for path in ("/alerts", "/alerts/A1"):
        assert "2 lists are stale" in client.get(path).text


def test_alerts_are_told_in_words_and_what_publishers_add_is_folded(
    serve: Serve, monitored: Home
) -> None:
    client = signed_in(serve(monitored), "the analyst")
    queue = client.get("/alerts").text
    assert '<span class="tag">OFAC SDN</span>' in queue
    assert '<a href="/cases" aria-current="page">' in queue
    entry = client.get("/entries/eu_fsf:4880").text
    assert "as published</summary>" in entry
    assert "eu_reference" not in entry

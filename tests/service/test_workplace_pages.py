"""The team's settings, teams, saved filters, attachments, one's own password, the API's page."""

import hashlib
from datetime import datetime

import pytest
from fastapi.testclient import TestClient
from signing_in import PASSWORD, Serve, signed_in, token
from support.desk_work import SETTINGS

from records import AlertState, Party, Query
from screening.archive.audit import audit_records
from screening.cases.cases import case_history
from screening.cases.decisions import decide
from screening.cases.due import Due, age
from screening.cases.rules import rules
from screening.cases.teams import list_teams
from screening.engine.profiles import list_profiles
from screening.monitoring.register import import_parties
from screening.monitoring.run import run
from service import list_update
from service.access.manage import add_key
from service.list_update import ListUpdate
from store import Home
from store.accounts import Accounts
from store.database import Database
from store.policy import DeskPolicy

pytest_plugins = ["service_plugin"]
NEW_PASSWORD = "another long password"
PARTIES = (
    Party(id="K1", query=Query(name="Wuhan Gaoxin Technology", countries=("cn",))),
    Party(id="K2", query=Query(name="Hapjanggang Trading")),
)


@pytest.fixture
def monitored(own_home: Home, accounts: Accounts) -> Home:
    import_parties(own_home, PARTIES, complete=True, author="test", source="test")
    run(own_home, SETTINGS, author="test", workers=1, notify=lambda _: None)
    return own_home


@pytest.fixture
def admin(serve: Serve, monitored: Home) -> TestClient:
    return signed_in(serve(monitored), "the admin")


@pytest.fixture
def analyst(serve: Serve, monitored: Home) -> TestClient:
    return signed_in(serve(monitored), "the analyst")


def sent(client: TestClient, path: str, **form: object) -> int:
    """Send a form of one of our pages; the status."""
    known = {"csrf": token(client.get("/account").text), **form}
    return client.post(path, data=known).status_code


def test_rules_are_put_in_force_in_the_browser_by_an_admin_alone(
    admin: TestClient, analyst: TestClient, monitored: Home
) -> None:
    wanted = {"due_days": "5", "soon_days": "2", "four_eyes": "true", "false_positive_days": "90"}
    assert sent(analyst, "/settings/rules", **wanted) == 403
    assert sent(admin, "/settings/rules", **wanted) == 303
    assert rules(monitored) == DeskPolicy(
        four_eyes=True, false_positive_days=90, due_days=5, soon_days=2
    )
    assert sent(admin, "/settings/rules", due_days="2", soon_days="5") == 422
    assert rules(monitored).due_days == 5
    assert "<form" not in analyst.get("/settings").text.partition("<main")[2].partition("</main")[0]


def test_what_is_escalated_goes_to_the_inbox(admin: TestClient, monitored: Home) -> None:
    assert sent(admin, "/settings/team", name="Sanctions desk", member=["the approver"]) == 303
    assert list_teams(monitored) == {"Sanctions desk": ("the approver",)}
    wanted = {"due_days": "7", "soon_days": "3", "inbox": "Sanctions desk"}
    assert sent(admin, "/settings/rules", **wanted) == 303
    decide(monitored, ["A1"], state=AlertState.ESCALATED, reason="unclear", author="the analyst")
    assert "Sanctions desk" in case_history(monitored, "C1").case.assignees
    assert sent(admin, "/settings/rules", **(wanted | {"inbox": "nobody known"})) == 422


def test_a_team_s_case_is_free_for_its_members_alone(
    serve: Serve, admin: TestClient, analyst: TestClient, monitored: Home
) -> None:
    sent(admin, "/settings/team", name="Asia", member=["the approver"])
    assert sent(admin, "/cases/C1/assign", text="Asia") == 303
    assert sent(admin, "/cases/C1/assign", text="no such team") == 422
    approver = signed_in(serve(monitored), "the approver")
    assert "Wuhan" not in analyst.get("/cases").text
    assert "Wuhan" in approver.get("/cases", params={"who": "mine"}).text
    sent(approver, "/cases/next?text=Wuhan")
    assert case_history(monitored, "C1").case.assignees == ("the approver",)


def test_filters_are_saved_for_oneself_and_next_respects_them(
    analyst: TestClient, admin: TestClient, monitored: Home
) -> None:
    back = "/cases?text=Hapjanggang&sort=name"
    assert sent(analyst, "/cases/filters", name="Korea", back=back) == 303
    page = analyst.get("/cases").text
    assert 'href="/cases?text=Hapjanggang&amp;sort=name"' in page
    assert ">Korea</a>" in page
    assert "Korea" not in admin.get("/cases").text
    form = {"csrf": token(page)}
    led = analyst.post("/cases/next?text=Hapjanggang&sort=name", data=form).headers["location"]
    assert led == "/cases/C2?text=Hapjanggang&sort=name"
    sent(analyst, "/cases/filters", forget="Korea", back="/cases")
    assert "Korea" not in analyst.get("/cases").text


def test_next_is_never_taken_by_a_link(analyst: TestClient, monitored: Home) -> None:
    """A browser that fetches links ahead would assign cases."""
    assert analyst.get("/cases/next").status_code == 422
    assert case_history(monitored, "C1").case.assignees == ()
    assert analyst.post("/cases/next", data={"csrf": "forged"}).status_code == 403


def test_an_attachment_stays_with_the_case_and_is_never_opened_here(
    analyst: TestClient, monitored: Home
) -> None:
    data = b"<script>alert(1)</script>"
    form = {"csrf": token(analyst.get("/cases/C1").text)}
    file = {"file": ("..\\extract <b>.html", data, "text/html")}
    done = analyst.post("/cases/C1/attachments", data=form, files=file)
    assert done.status_code == 303
    page = analyst.get("/cases/C1").text
    assert "extract &lt;b&gt;.html" in page
    assert "extract &lt;b&gt;.html" in analyst.get("/cases/C1/report").text
    kept = analyst.get("/cases/C1/attachments/1")
    assert (kept.content, kept.headers["content-type"]) == (data, "application/octet-stream")
    assert kept.headers["content-disposition"] == "attachment"
    assert analyst.get("/cases/C2/attachments/1").status_code == 404
    (record,) = [each for each in audit_records(monitored) if each.action == "attach"]
    assert record.data["sha256"] == hashlib.sha256(data).hexdigest()
    empty = {"file": ("empty.txt", b"", "text/plain")}
    refused = analyst.post("/cases/C1/attachments", data=form, files=empty)
    assert (refused.status_code, "the file is empty" in refused.text) == (422, True)


def test_a_profile_is_set_in_the_browser_and_names_itself_in_answers(
    admin: TestClient, monitored: Home
) -> None:
    form = {"name": "payments", "threshold": "0,9", "kind": ["person"], "without": ["weak_names"]}
    assert sent(admin, "/settings/profile", **form, reason="speed") == 303
    assert [each.id for each in list_profiles(monitored)] == ["payments@1"]
    page = admin.get("/", params={"q": "Wuhan Gaoxin Technology", "profile": "payments"}).text
    assert "Profile payments, version 1." in page
    assert "weak aliases on the lists" in page
    unknown = admin.get("/", params={"q": "Wuhan", "profile": "nothing"})
    assert (unknown.status_code, "expected one of: payments" in unknown.text) == (422, True)
    key = add_key(Accounts(Database.of(monitored)), "payments", ["match"], author="test")
    with_key = {"authorization": f"Bearer {key}"}
    body = {"name": "Wuhan Gaoxin Technology", "profile": "payments"}
    answer = admin.post("/v1/match", json=body, headers=with_key).json()
    assert (answer["hits"], answer["settings"]["profile"]) == ([], "payments@1")
    both = admin.post("/v1/match", json={**body, "threshold": 0.5}, headers=with_key)
    assert both.status_code == 422


def test_a_password_is_changed_with_the_old_one_and_sessions_end(
    analyst: TestClient, serve: Serve, monitored: Home
) -> None:
    wrong = {"old": "a wrong password", "new": NEW_PASSWORD, "again": NEW_PASSWORD}
    assert sent(analyst, "/account/password", **wrong) == 422
    unlike = {"old": PASSWORD, "new": NEW_PASSWORD, "again": "yet another one"}
    assert sent(analyst, "/account/password", **unlike) == 422
    short = {"old": PASSWORD, "new": "short", "again": "short"}
    assert sent(analyst, "/account/password", **short) == 422
    form = {"old": PASSWORD, "new": NEW_PASSWORD, "again": NEW_PASSWORD}
    assert sent(analyst, "/account/password", **form) == 303
    again = signed_in(serve(monitored), "the analyst", NEW_PASSWORD)
    assert again.get("/cases").status_code == 200
    before = signed_in(serve(monitored), "the analyst", PASSWORD)
    assert before.get("/cases").status_code == 303


def test_an_update_of_the_lists_is_an_admin_s_and_its_end_is_shown(
    admin: TestClient, analyst: TestClient, monitored: Home
) -> None:
    assert sent(analyst, "/lists/update") == 403
    result = {"list": "un_sc", "status": "failed", "message": "un_sc: no answer", "edition": None}
    told = ListUpdate(at="2026-11-29T07:00:00Z", author="the admin", state="done", results=[result])
    list_update._tell(monitored, told)
    page = admin.get("/lists").text
    assert "The update of 2026-11-29 07:00 UTC" in page
    assert "un_sc: no answer" in page
    assert 'action="/lists/update"' in page
    assert 'action="/lists/update"' not in analyst.get("/lists").text


def test_the_api_s_page_has_every_address_and_needs_nothing_from_outside(
    analyst: TestClient,
) -> None:
    page = analyst.get("/help/api").text
    for path in analyst.get("/v1/openapi.json").json()["paths"]:
        assert path in page
    assert 'src="http' not in page
    assert 'href="http' not in page


def test_a_page_that_is_not_there_keeps_the_menu(analyst: TestClient) -> None:
    lost = analyst.get("/nowhere", headers={"accept": "text/html"})
    assert lost.status_code == 404
    assert "There is no such page." in lost.text
    assert 'href="/cases"' in lost.text


def test_age_and_overdue_follow_the_team_s_rule() -> None:
    now = datetime.fromisoformat("2026-11-29T12:00:00+00:00")
    rule = DeskPolicy(due_days=2, soon_days=1)
    ages = [age(f"2026-11-{day}T11:00:00Z", rule, now) for day in ("29", "28", "27")]
    assert [each.due for each in ages] == [Due.FRESH, Due.SOON, Due.OVERDUE]
    assert ages[2].due_on == "2026-11-29"

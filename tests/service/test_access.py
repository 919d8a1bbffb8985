"""Keys, people, roles: who is let in, and to what."""

import pytest
from argon2 import Type, extract_parameters
from fastapi.testclient import TestClient
from signing_in import PASSWORD, Serve, signed_in, token

from records import UsageError
from screening.archive.audit import audit_records, verify_audit
from service.access import secrets
from service.access.authenticator import COOKIE
from service.access.manage import add_key, add_person
from service.pages.sign_in import local
from store import Home
from store.accounts import Accounts, ApiKey, hashed
from store.times import now_text

pytest_plugins = ["service_plugin"]
ASKED = {"name": "Blue Lantern Logistics"}


def asking(client: TestClient, key: str, scheme: str = "Bearer") -> int:
    headers = {"authorization": f"{scheme} {key}"}
    return client.post("/v1/match", json=ASKED, headers=headers).status_code


@pytest.mark.parametrize("scheme", ["Bearer", "ApiKey"])
def test_a_key_lets_in_and_nothing_else_does(
    serve: Serve, own_home: Home, key: str, scheme: str
) -> None:
    client = serve(own_home)
    assert client.post("/v1/match", json=ASKED).status_code == 401
    assert asking(client, "nw_00000000_guessed", scheme) == 401
    assert asking(client, key, scheme) == 200
    assert client.get("/v1/lists", headers={"x-api-key": key}).status_code == 200


def test_a_key_does_only_what_its_scopes_say(serve: Serve, own_home: Home, key: str) -> None:
    headers = {"authorization": f"Bearer {key}"}
    answer = serve(own_home).post("/v1/screen", files={"file": ("a", b"a")}, headers=headers)
    assert answer.status_code == 403
    assert "scope screen" in answer.json()["detail"]


def test_a_key_that_ended_lets_nobody_in(serve: Serve, own_home: Home, accounts: Accounts) -> None:
    ended = add_key(accounts, "old", ["match"], author="ann")
    accounts.end_key(ended.split("_")[1], now_text(), author="ann")
    accounts.add_key(
        ApiKey(
            id="e",
            name="expired",
            sha256=hashed("nw_e_expired"),
            scopes="match",
            created_at="2026-01-01T00:00:00Z",
            expires_at="2026-01-02T00:00:00Z",
        ),
        author="ann",
    )
    client = serve(own_home)
    assert [asking(client, each) for each in (ended, "nw_e_expired")] == [401, 401]


def test_a_replaced_key_works_while_programs_change_over(
    serve: Serve, own_home: Home, accounts: Accounts, key: str
) -> None:
    new = add_key(accounts, "payments", ["match"], replaces=key.split("_")[1], author="ann")
    client = serve(own_home)
    assert [asking(client, each) for each in (key, new)] == [200, 200]
    (old,) = (each for each in accounts.api_keys() if each.id == key.split("_")[1])
    assert old.revoked_at is not None
    assert old.is_valid(now_text())
    assert not old.is_valid("2999-01-01T00:00:00Z")


def test_secrets_are_kept_as_hashes_only(own_home: Home, key: str) -> None:
    kept = b"".join(
        path.read_bytes() for path in own_home.path.glob("namewarden.sqlite3*") if path.is_file()
    )
    assert hashed(key).encode() in kept
    assert key.encode() not in kept
    assert PASSWORD.encode() not in kept


def test_who_asks_too_often_has_to_wait(serve: Serve, own_home: Home, key: str) -> None:
    client = serve(own_home, requests_per_minute=3)
    statuses = [asking(client, key) for _ in range(6)]
    assert (statuses[:3], statuses[-1]) == ([200] * 3, 429)


@pytest.mark.parametrize(
    ("name", "role", "password"),
    [
        ("a", "boss", PASSWORD),
        (" ", "analyst", PASSWORD),
        ("key:a", "admin", PASSWORD),
        ("a", "analyst", "short"),
    ],
)
def test_wrong_accounts_are_refused(
    accounts: Accounts, name: str, role: str, password: str
) -> None:
    with pytest.raises(UsageError):
        add_person(accounts, name, role, password, author="ann")


def test_a_key_needs_scopes_that_there_are(accounts: Accounts) -> None:
    for scopes in ([], ["everything"]):
        with pytest.raises(UsageError, match="expected one of: match, screen"):
            add_key(accounts, "x", scopes, author="ann")


def test_a_person_signs_in_and_out(serve: Serve, own_home: Home, accounts: Accounts) -> None:
    client = serve(own_home)
    asked = client.get("/lists", headers={"accept": "text/html"})
    assert (asked.status_code, asked.headers["location"]) == (303, "/sign-in?next=%2Flists")
    page = signed_in(client, "the analyst").get("/lists")
    assert page.status_code == 200
    assert "the analyst" in page.text
    assert client.post("/sign-out", data={"csrf": "wrong"}).status_code == 403
    cookie = client.cookies[COOKIE]
    assert client.post("/sign-out", data={"csrf": token(page.text)}).status_code == 303
    client.cookies.set(COOKIE, cookie)
    assert client.get("/lists").status_code == 303


@pytest.mark.parametrize(
    ("name", "password"), [("the analyst", "wrong password"), ("nobody", PASSWORD)]
)
def test_a_wrong_name_and_a_wrong_password_look_alike(
    serve: Serve, own_home: Home, accounts: Accounts, name: str, password: str
) -> None:
    client = signed_in(serve(own_home), name, password)
    assert COOKIE not in client.cookies


def test_a_password_costs_who_guesses_it_as_much_as_owasp_asks(
    passwords_cost_what_they_do: None,
) -> None:
    # OWASP's password storage cheat sheet: 19 MiB (of 1,024 KiB) in two rounds, or more.
    digest = secrets.hash_password(PASSWORD)
    cost = extract_parameters(digest)
    assert (cost.type, cost.memory_cost >= 19 * 1024, cost.time_cost >= 2) == (Type.ID, True, True)
    assert secrets.is_password(PASSWORD, digest)
    assert not secrets.is_password("another password", digest)


def test_guessing_passwords_is_slow(serve: Serve, own_home: Home, accounts: Accounts) -> None:
    client = serve(own_home)
    form = token(client.get("/sign-in").text)
    tried = {"name": "the admin", "password": "guess", "csrf": form}
    statuses = [client.post("/sign-in", data=tried).status_code for _ in range(14)]
    assert (statuses[:10], statuses[-1]) == ([401] * 10, 429)


def test_strangers_elsewhere_lock_nobody_out_who_signed_in_before(
    serve: Serve, own_home: Home, accounts: Accounts
) -> None:
    client = signed_in(serve(own_home), "the admin")
    stranger = TestClient(client.app, base_url="http://127.0.0.1", client=("203.0.113.9", 4000))
    form = token(stranger.get("/sign-in").text)
    tried = {"name": "the admin", "password": "guess", "csrf": form}
    # A busy machine may be too slow to be refused at the eleventh.
    statuses = (stranger.post("/sign-in", data=tried).status_code for _ in range(100))
    assert 429 in statuses
    client.cookies.clear()
    assert COOKIE in signed_in(client, "the admin").cookies


def test_a_role_opens_its_pages_only(serve: Serve, own_home: Home, accounts: Accounts) -> None:
    client = signed_in(serve(own_home), "the analyst")
    assert "/access" not in client.get("/lists").text
    assert client.get("/access", headers={"accept": "text/html"}).status_code == 403


def test_people_have_roles_and_keys_what_they_may_on_the_page_of_accounts(
    serve: Serve, own_home: Home, accounts: Accounts, key: str
) -> None:
    page = signed_in(serve(own_home), "the admin").get("/access").text
    assert "<td>admin</td>" in page
    assert "<td>screen names, read lists" in page


def test_a_disabled_person_is_out_at_once_and_a_new_password_ends_sessions(
    serve: Serve, own_home: Home, accounts: Accounts
) -> None:
    accounts.disable_person("the analyst", author="ann")
    client = signed_in(serve(own_home), "the analyst")
    assert COOKIE not in client.cookies
    with pytest.raises(UsageError, match="nobody called"):
        accounts.disable_person("the analyst", author="ann")


@pytest.mark.parametrize("path", ["//evil.example", "https://evil.example", "/\\evil", "evil"])
def test_signing_in_leads_to_our_own_pages_only(path: str) -> None:
    assert local(path) == "/"
    assert local("/alerts?state=open") == "/alerts?state=open"


def test_a_form_of_another_site_changes_nothing(
    serve: Serve, own_home: Home, accounts: Accounts
) -> None:
    client = signed_in(serve(own_home), "the analyst")
    form = token(client.get("/lists").text)
    answer = client.post(
        "/sign-out", data={"csrf": form}, headers={"origin": "https://evil.example"}
    )
    assert answer.status_code == 403


def test_who_let_whom_in_and_ended_it_stands_in_the_audit_log(
    own_home: Home, accounts: Accounts
) -> None:
    key = add_key(accounts, "payments", ["match"], author="bea")
    id_ = key.split("_")[1]
    accounts.end_key(id_, now_text(), author="cleo")
    accounts.disable_person("the analyst", author="cleo")
    log = list(audit_records(own_home))
    told = [(one.author, one.action, one.subject) for one in log]
    assert told == [
        ("ann", "admit", "the analyst"),
        ("ann", "admit", "the approver"),
        ("ann", "admit", "the admin"),
        ("bea", "admit", f"key:{id_}"),
        ("cleo", "end", f"key:{id_}"),
        ("cleo", "end", "the analyst"),
    ]
    assert log[0].data == {"role": "analyst", "signs_in_here": True}
    assert log[3].data == {"name": "payments", "scopes": "match", "expires_at": None}
    assert not any(secret in repr(log) for secret in (key, PASSWORD))
    assert verify_audit(own_home).problems == ()


def test_what_was_refused_stands_in_no_log(own_home: Home, accounts: Accounts) -> None:
    before = len(list(audit_records(own_home)))
    with pytest.raises(UsageError):
        accounts.end_key("nobody", now_text(), author="ann")
    assert len(list(audit_records(own_home))) == before

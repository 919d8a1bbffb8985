"""People who sign in at their organisation: the whole way, with a real issuer's tokens."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import httpx2
import pytest
from issuer import CLIENT, SECRET, issuer
from live_service import listening, served
from starlette.exceptions import HTTPException

from records import UsageError
from service.access.manage import add_person
from service.access.oidc import let_in
from store import Home
from store.accounts import Accounts
from store.database import Database

Desk = Callable[..., httpx2.Client]


@pytest.fixture
def desk(own_home: Home) -> Iterator[Desk]:
    """Starts a desk whose people sign in at an issuer, and somebody's browser."""
    with ExitStack() as running:

        def start(**claims: Any) -> httpx2.Client:
            at = running.enter_context(listening(issuer(claims)))
            address = running.enter_context(
                served(own_home, oidc_issuer=at, oidc_client_id=CLIENT, oidc_client_secret=SECRET)
            )
            return running.enter_context(httpx2.Client(base_url=address, follow_redirects=True))

        yield start


def test_somebody_with_a_role_is_let_in_and_may_what_it_says(desk: Desk, own_home: Home) -> None:
    browser = desk(preferred_username="ada@bank.example", roles=["approver", "other"])
    page = browser.get("/sign-in/oidc")
    assert (page.status_code, page.url.path) == (200, "/")
    assert "ada@bank.example" in page.text
    assert browser.get("/audit").status_code == 200
    (person,) = Accounts(Database.of(own_home)).people()
    assert (person.name, person.role, person.password) == ("ada@bank.example", "approver", None)


def test_somebody_without_a_role_is_not(desk: Desk) -> None:
    page = desk(preferred_username="eve", roles=["visitor"]).get("/sign-in/oidc")
    assert page.status_code == 403
    assert "names none of analyst" in page.text


def test_a_way_back_that_was_not_begun_here_leads_nowhere(desk: Desk) -> None:
    browser = desk(preferred_username="ada", roles="analyst")
    assert browser.get("/sign-in/oidc/back?code=c&state=forged").status_code == 401
    assert browser.get("/lists").url.path == "/sign-in"


def test_an_account_is_the_issuers_subject_and_not_the_user_name(
    desk: Desk, own_home: Home
) -> None:
    first = desk(preferred_username="ada", sub="17", roles="analyst").get("/sign-in/oidc")
    assert first.status_code == 200
    # The name has been given to somebody else, who may approve.
    stranger = desk(preferred_username="ada", sub="18", roles="approver").get("/sign-in/oidc")
    assert stranger.status_code == 403
    looks = desk(preferred_username="ADA ", sub="19", roles="approver").get("/sign-in/oidc")
    assert looks.status_code == 403
    (person,) = Accounts(Database.of(own_home)).people()
    assert (person.name, person.role) == ("ada", "analyst")


def claims(**more: str) -> dict[str, str]:
    return {"iss": "https://id.example", "sub": "17", "roles": "analyst", **more}


def test_who_changes_their_user_name_keeps_their_account(own_home: Home) -> None:
    accounts = Accounts(Database.of(own_home))
    assert let_in(accounts, claims(preferred_username="ada"), "roles") == "ada"
    renamed = claims(preferred_username="ada.lovelace", roles="approver")
    assert let_in(accounts, renamed, "roles") == "ada"
    (person,) = accounts.people()
    assert person.role == "approver"
    other = claims(iss="https://other.example", preferred_username="ada")
    with pytest.raises(HTTPException, match="somebody else's"):
        let_in(accounts, other, "roles")


def test_an_account_with_a_password_is_nobody_elses(own_home: Home) -> None:
    accounts = Accounts(Database.of(own_home))
    add_person(accounts, "ada", "analyst", "correct horse battery", author="test")
    with pytest.raises(HTTPException, match="signs in here with a password"):
        let_in(accounts, claims(preferred_username="ada"), "roles")


@pytest.mark.parametrize("other", ["ADA", "ada\u200b", "\u0430da", "a da", "\uff41da", "\u00e1da"])
def test_two_people_have_names_that_look_different(own_home: Home, other: str) -> None:
    accounts = Accounts(Database.of(own_home))
    add_person(accounts, "ada", "analyst", "correct horse battery", author="test")
    with pytest.raises(UsageError, match="looks like 'ada', who is somebody else"):
        add_person(accounts, other, "approver", "correct horse battery", author="test")
    add_person(accounts, "adam", "approver", "correct horse battery", author="test")

"""People who sign in at their organisation: the whole way, with a real issuer's tokens."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import httpx2
import pytest
from issuer import CLIENT, SECRET, issuer
from live_service import listening, served

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

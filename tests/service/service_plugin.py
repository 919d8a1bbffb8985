"""Services on a home with the sample lists.

A plugin for pytest: a second conftest.py would have the same module name as the first.
"""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from argon2 import PasswordHasher
from fastapi.testclient import TestClient
from live_service import served
from signing_in import LOCAL, PASSWORD, Serve

from service.access import secrets
from service.access.manage import add_key, add_person
from service.app import create_app
from service.settings import ServiceSettings
from store import Home
from store.accounts import Accounts
from store.database import Database


@pytest.fixture(scope="session", autouse=True)
def usual_hashing() -> Iterator[dict[str, Any]]:
    """What hashes passwords where no test is run: a fifth of a second for each is for who guesses,
    and hundreds are tried here at no cost.
    """
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    usual = {name: getattr(secrets, name) for name in ("_hasher", "_NOBODY")}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(secrets, "_hasher", quick)
        patch.setattr(secrets, "_NOBODY", quick.hash("nobody's"))
        yield usual


@pytest.fixture
def passwords_cost_what_they_do(
    usual_hashing: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """For tests of just that."""
    for name, value in usual_hashing.items():
        monkeypatch.setattr(secrets, name, value)


@pytest.fixture(scope="session")
def asked_home(excerpts_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A copy of ``excerpts_home`` for services: what they are asked stands in its audit log."""
    home = Home(tmp_path_factory.mktemp("asked") / "home")
    shutil.copytree(excerpts_home.path, home.path)
    return home


@pytest.fixture
def serve(asked_home: Home) -> Iterator[Serve]:
    """Starts services in this process; stops them after the test."""
    with ExitStack() as running:

        def start(home: Home = asked_home, **chosen: Any) -> TestClient:
            app = create_app(ServiceSettings(**chosen, **LOCAL), home)
            client = TestClient(app, base_url="http://127.0.0.1", follow_redirects=False)
            if chosen.get("authentication") == "none":
                client.headers["authorization"] = f"Bearer {LOCAL['local_token']}"
            return running.enter_context(client)

        yield start


@pytest.fixture(scope="module")
def open_client(asked_home: Home) -> Iterator[TestClient]:
    """A service that asks nobody who they are. Only to be read."""
    app = create_app(ServiceSettings(authentication="none", **LOCAL), asked_home)
    with TestClient(app, base_url="http://127.0.0.1") as client:
        client.headers["authorization"] = f"Bearer {LOCAL['local_token']}"
        yield client


@pytest.fixture(scope="module")
def live(asked_home: Home) -> Iterator[str]:
    """The address of a service that other programs reach, and that asks nobody who they are."""
    with served(asked_home, authentication="none", **LOCAL) as address:
        yield address


@pytest.fixture(scope="session")
def staffed_home(excerpts_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A copy of ``excerpts_home`` with one person of each role. Only to be copied."""
    home = Home(tmp_path_factory.mktemp("staffed") / "home")
    shutil.copytree(excerpts_home.path, home.path)
    _staff(Accounts(Database.of(home)))
    return home


def _staff(accounts: Accounts) -> None:
    for role in ("analyst", "approver", "admin"):
        add_person(accounts, f"the {role}", role, PASSWORD, author="ann")


@pytest.fixture
def accounts(own_home: Home, excerpts_home: Home, staffed_home: Home) -> Accounts:
    """The accounts of ``own_home``, with one person of each role."""
    found = Accounts(Database.of(own_home))
    if own_home.database.read_bytes() == excerpts_home.database.read_bytes():
        # Nothing was written yet, and hashing passwords takes most of a test's time.
        for path in staffed_home.path.glob(f"{staffed_home.database.name}*"):
            shutil.copy(path, own_home.path)
    else:
        _staff(found)
    return found


@pytest.fixture
def key(accounts: Accounts) -> str:
    """A key that may screen names."""
    return add_key(accounts, "payments", ["match", "lists"], author="ann")

"""What the tests of the service share beside fixtures."""

from collections.abc import Callable
from typing import Any

from fastapi.testclient import TestClient

PASSWORD = "correct horse battery"
LOCAL: dict[str, Any] = {"local_token": "of-this-start"}
"""What a service without sign-in asks the person for whose it is."""
Serve = Callable[..., TestClient]


def token(page: str) -> str:
    """What the forms of a page carry against forgery."""
    return page.partition('name="csrf" value="')[2].partition('"')[0]


def signed_in(client: TestClient, name: str, password: str = PASSWORD) -> TestClient:
    """The client, after the person has signed in."""
    form = token(client.get("/sign-in").text)
    client.post("/sign-in", data={"name": name, "password": password, "csrf": form})
    return client

"""What strangers write (documents, list entries, file names, log fields) stays text."""

import io
import json
import logging
from pathlib import Path
from typing import Literal

import pytest
from argon2 import PasswordHasher
from fastapi.testclient import TestClient
from signing_in import PASSWORD, Serve, signed_in, token

import service.access.secrets
from records import UsageError
from screening.updates.update import update
from service.access.secrets import hash_password, is_password
from service.request_log import JsonLines
from store import Home
from store.accounts import Accounts

pytest_plugins = ["service_plugin"]
PAYLOAD = "<img src=x onerror=alert(1)>"
ENTRY = f"Karakum Zenith Pipeworks {PAYLOAD}"


@pytest.fixture
def hostile_home(own_home: Home, tmp_path: Path) -> Home:
    """A home with a list whose one entry has markup in its name."""
    table = tmp_path / "own.csv"
    table.write_text(f'Name\n"{ENTRY}"\n', encoding="utf-8")
    (result,) = update(
        own_home, ["custom"], from_path=table, columns="name=Name", notify=lambda _: None
    )
    assert result.status == "updated", result
    return own_home


def test_markup_of_a_list_entry_is_shown_as_text(
    serve: Serve, hostile_home: Home, accounts: Accounts
) -> None:
    client = signed_in(serve(hostile_home), "the analyst")
    for path in ("/?q=Karakum Zenith Pipeworks", f"/?q=Karakum Zenith {PAYLOAD}", "/lists/custom"):
        page = client.get(path).text
        assert "<img src=x" not in page, path
        assert "Karakum Zenith" in page or path == "/lists/custom"


def test_markup_of_a_document_and_of_its_name_is_shown_as_text(
    serve: Serve, hostile_home: Home, accounts: Accounts
) -> None:
    client = signed_in(serve(hostile_home), "the analyst")
    form = {"csrf": token(client.get("/documents").text)}
    text = f"{PAYLOAD} Karakum Zenith Pipeworks {PAYLOAD} arrived."
    sent = {"file": (f"{PAYLOAD}.txt", text.encode())}
    page = client.post("/documents", data=form, files=sent).text
    assert "Karakum Zenith Pipeworks" in page
    assert "<mark" in page
    assert "<img src=x" not in page


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2fapp.py",
        "/static/%2fetc%2fpasswd",
        "/lists/..%2f..%2fetc",
        "/v1/entities/..%2f..%2f..%2fetc%2fpasswd",
        "/entries/us_ofac_sdn:..%2f..%2fcatalogue",
        "/v1/diff?old=..%2f..%2fetc&new=us_ofac_sdn",
        "/v1/diff?old=us_ofac_sdn@..%2f..&new=us_ofac_sdn",
    ],
)
def test_no_address_leads_out_of_the_home_or_the_static_files(
    open_client: TestClient, path: str
) -> None:
    answer = open_client.get(path)
    assert answer.status_code in (400, 404, 422)
    assert "root:" not in answer.text
    assert "import " not in answer.text


@pytest.mark.parametrize("name", ["custom_../../x", "custom_/etc", "../custom", "custom_.."])
def test_a_list_of_ones_own_has_a_name_that_is_no_path(home: Home, name: str) -> None:
    with pytest.raises(UsageError, match="no list"):
        update(home, [name], notify=lambda _: None)
    assert not home.path.exists() or not [*home.path.rglob("*.json*")]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\x1b[2J", "\x85", "\u2028", "\u2029", "\u202e"])
def test_nothing_that_is_logged_makes_a_second_line_or_steers_a_terminal(end: str) -> None:
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    handler.setFormatter(JsonLines())
    said = f'a{end}{{"level": "info", "message": "forged"}}'
    record = logging.makeLogRecord({"msg": said, "about": {"names": [said]}})
    handler.emit(record)
    (line,) = out.getvalue().splitlines()
    assert end not in line
    assert json.loads(line)["names"] == [said]


@pytest.mark.parametrize("known", [True, False])
def test_a_name_of_nobody_costs_the_same_check_as_a_wrong_password(
    passwords_cost_what_they_do: None, monkeypatch: pytest.MonkeyPatch, known: bool
) -> None:
    digest = hash_password("another long password") if known else None
    checked: list[str] = []
    monkeypatch.setattr(service.access.secrets, "_hasher", _Listening(checked))
    assert not is_password(PASSWORD, digest)
    (hashed,) = checked
    assert hashed.startswith("$argon2id$v=19$m=65536,t=3,p=4$")


class _Listening(PasswordHasher):
    """Notes which hashes a password is compared with."""

    def __init__(self, checked: list[str]) -> None:
        super().__init__()
        self._checked = checked

    def verify(self, hash: str | bytes, password: str | bytes) -> Literal[True]:  # noqa: A002
        self._checked.append(str(hash))
        return super().verify(hash, password)

"""What strangers try: pages of other sites, uploads without a key, documents that never end."""

import os
import signal
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from typing import Any
from urllib.parse import urlsplit

import httpx2 as httpx
import pytest
from fastapi.testclient import TestClient
from live_service import served
from signing_in import LOCAL, Serve, signed_in, token

from records import DocumentAnswer, DocumentStatus, WorkerError
from screening.documents.apart import DocumentProcesses
from screening.documents.files import File, ScreenRequest
from screening.engine.engine import Engine
from screening.engine.settings import settings
from service.access.authenticator import COOKIE, LOCAL_COOKIE
from store import Home
from store.accounts import Accounts

pytest_plugins = ["service_plugin"]
ELSEWHERE: list[dict[str, str]] = [
    {"origin": "null"},
    {"origin": "https://evil.example"},
    {"origin": "http://127.0.0.1:1"},
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site"},
    {"origin": "null", "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"},
]
LISTED = b"Six detectors from Wuhan Gaoxin Technology.\n"


@pytest.fixture
def nobody(serve: Serve, own_home: Home) -> TestClient:
    """A browser at a service without sign-in that was not let in."""
    client = serve(own_home, authentication="none")
    del client.headers["authorization"]
    return client


@pytest.fixture
def at_home(nobody: TestClient) -> TestClient:
    """A browser that was let in by the address that was printed."""
    answer = nobody.get("/open", params={"token": LOCAL["local_token"]})
    assert answer.headers["location"] == "/"
    return nobody


@pytest.mark.parametrize("headers", ELSEWHERE, ids=str)
def test_a_page_of_another_site_changes_nothing_without_sign_in(
    at_home: TestClient, accounts: Accounts, headers: dict[str, str]
) -> None:
    form = {"csrf": token(at_home.get("/access").text)}
    made = {**form, "name": "evil", "role": "admin", "password": "correct horse battery"}
    decided = {"state": "false_positive", "reason": "x", "seen": 0}
    asked = [
        at_home.post("/access/person", data=made, headers=headers),
        at_home.post("/access/key", data={**form, "name": "evil"}, headers=headers),
        at_home.post("/alerts/A1/decide", data={**form, **decided}, headers=headers),
        at_home.post("/v1/alerts/A1/decide", json=decided, headers=headers),
        at_home.post("/v1/match", json={"name": "x"}, headers=headers),
    ]
    assert [answer.status_code for answer in asked] == [403] * 5
    assert all("came from another site" in answer.text for answer in asked)
    assert "evil" not in {person.name for person in accounts.people()}


def test_without_sign_in_a_form_needs_its_token_too(at_home: TestClient) -> None:
    made = {"name": "evil", "role": "admin", "password": "correct horse battery"}
    for form in ({}, {"csrf": ""}, {"csrf": "guess"}):
        assert at_home.post("/access/person", data={**made, **form}).status_code == 403
    form = {"csrf": token(at_home.get("/access").text)}
    own = {"origin": "http://127.0.0.1", "sec-fetch-site": "same-origin"}
    assert at_home.post("/access/person", data={**made, **form}, headers=own).status_code == 303


def test_without_this_starts_token_a_program_may_screen_and_nothing_else(
    nobody: TestClient,
) -> None:
    assert nobody.post("/v1/match", json={"name": "x"}).status_code == 200
    assert nobody.get("/v1/alerts").status_code == 403
    assert nobody.put("/v1/counterparties/C1", json={"name": "x"}).status_code == 403
    for page in ("/", "/alerts", "/access", "/audit"):
        assert nobody.get(page).headers["location"].startswith("/sign-in")
    assert "address that namewarden serve printed" in nobody.get("/sign-in").text
    assert nobody.get("/open", params={"token": "guess"}).status_code == 401
    assert LOCAL_COOKIE not in nobody.cookies


def test_a_link_elsewhere_leads_to_our_pages_and_a_script_elsewhere_does_not(
    at_home: TestClient,
) -> None:
    site = {"sec-fetch-site": "cross-site"}
    link = {**site, "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}
    assert at_home.get("/alerts", headers=link).status_code == 200
    for mode in ({}, {"sec-fetch-mode": "no-cors"}, {**link, "sec-fetch-dest": "iframe"}):
        assert at_home.get("/v1/alerts", headers={**site, **mode}).status_code == 403


def test_a_key_opens_no_page(serve: Serve, own_home: Home, key: str) -> None:
    answer = serve(own_home).get("/", headers={"authorization": f"Bearer {key}"})
    assert answer.status_code == 303


@pytest.fixture
def guarded(own_home: Home, accounts: Accounts) -> Iterator[str]:
    """The address of a service that takes in one document at once."""
    with served(own_home, uploads_at_once=1) as address:
        yield address


def begun(address: str, path: str, cookie: str = "", sent: bytes = b"--b") -> socket.socket:
    """An upload of 50 MB, of which some bytes have come."""
    host, port = address.removeprefix("http://").split(":")
    link = socket.create_connection((host, int(port)), timeout=20)
    head = (
        f"POST {path} HTTP/1.1\r\nhost: {host}:{port}\r\ncontent-length: 50000000\r\n"
        f"content-type: multipart/form-data; boundary=b\r\n{cookie}\r\n"
    )
    link.sendall(head.encode() + sent)
    return link


@pytest.mark.parametrize(
    ("path", "status"), [("/v1/screen", b"401"), ("/documents", b"303"), ("/v1/match", b"401")]
)
def test_a_stranger_is_refused_before_the_body_is_read(
    guarded: str, path: str, status: bytes
) -> None:
    with closing(begun(guarded, path)) as link:
        assert link.recv(100).split()[1] == (b"413" if path == "/v1/match" else status)


def test_one_document_more_than_is_taken_in_is_told_to_come_back(
    guarded: str, serve: Serve, own_home: Home
) -> None:
    person = signed_in(serve(own_home), "the analyst").cookies[COOKIE]
    cookie = f"cookie: {COOKIE}={person}\r\n"
    with closing(begun(guarded, "/v1/screen", cookie)):
        until = time.monotonic() + 20
        files = {"file": ("a.txt", LISTED)}
        while True:
            answer = httpx.post(f"{guarded}/v1/screen", files=files, cookies={COOKIE: person})
            if answer.status_code == 503 or time.monotonic() > until:
                break
        assert answer.status_code == 503
        assert int(answer.headers["retry-after"]) > 0
        assert "at once (1)" in answer.json()["detail"]
    until = time.monotonic() + 20
    while answer.status_code == 503 and time.monotonic() < until:
        time.sleep(0.1)
        answer = httpx.post(
            f"{guarded}/v1/screen", files=files, cookies={COOKIE: person}, timeout=60
        )
    assert answer.json()["documents"][0]["status"] == "screened"


def test_documents_that_never_end_stop_nobody_else(
    serve: Serve, own_home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = threading.Event()

    def never(*_: Any) -> list[DocumentAnswer]:
        done.wait(60)
        raise WorkerError("ended by the test")

    monkeypatch.setattr(DocumentProcesses, "screen", never)
    client = serve(own_home, authentication="none", document_processes=1, max_age_days=100_000)

    def upload() -> None:
        client.post("/v1/screen", files={"file": ("a.txt", LISTED)})

    uploads = [threading.Thread(target=upload) for _ in range(5)]
    for each in uploads:
        each.start()
    try:
        paths = ("/readyz", "/v1/lists", "/v1/alerts", "/alerts", "/lists")
        assert [client.get(path).status_code for path in paths] == [200] * 5
        assert client.post("/v1/match", json={"name": "x"}).status_code == 200
    finally:
        done.set()
        for each in uploads:
            each.join()


WANTED = ScreenRequest(
    settings=settings(threshold=None, limit=5, kinds=None, lists=None, as_of=None)
)
SENT = File(shown_as="a.txt", data=LISTED)


def test_a_document_that_takes_too_long_is_stopped_and_not_screened(excerpts_home: Home) -> None:
    apart = DocumentProcesses(1, seconds=0.001)
    try:
        (answer,) = apart.screen(Engine.open(excerpts_home), SENT, WANTED)
    finally:
        apart.close()
    assert answer.document.status is DocumentStatus.NOT_SCREENED
    assert answer.document.reason == "screening it took longer than 0.001 s and was stopped"
    assert answer.screened_against


def test_a_document_that_ends_its_process_is_not_screened_and_the_next_one_is(
    excerpts_home: Home,
) -> None:
    engine = Engine.open(excerpts_home)
    apart = DocumentProcesses(1, seconds=60)
    try:
        assert apart.screen(engine, SENT, WANTED)[0].hits
        (process,) = apart.processes
        os.kill(process, signal.SIGKILL)
        (answer,) = apart.screen(engine, SENT, WANTED)
        assert answer.document.status is DocumentStatus.NOT_SCREENED
        assert "a worker ended" in str(answer.document.reason)
        assert apart.screen(engine, SENT, WANTED)[0].hits
    finally:
        apart.close()
    assert apart.processes == ()


@pytest.mark.parametrize("left_open", [0.2])
def test_an_upload_that_comes_too_slowly_loses_its_place(left_open: float) -> None:
    import asyncio

    from service.limits import BodyLimit

    async def reading(scope: Any, receive: Any, send: Any) -> None:
        while (await receive()).get("more_body"):
            pass

    async def nothing_more() -> dict[str, Any]:
        await asyncio.sleep(60)
        return {}

    sent: list[dict[str, Any]] = []

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "POST", "path": "/documents", "headers": []}
    limited = BodyLimit(reading, lambda _: 1000, seconds=left_open)
    asyncio.run(limited(scope, nothing_more, send))
    assert sent[0]["status"] == 408


def test_a_client_whose_headers_do_not_come_is_hung_up_on(excerpts_home: Home) -> None:
    with served(excerpts_home) as address:
        place = urlsplit(address)
        assert place.port is not None
        silent = socket.create_connection(("127.0.0.1", place.port), timeout=30)
        trickling = socket.create_connection(("127.0.0.1", place.port), timeout=30)
        with silent, trickling:
            begun = time.monotonic()
            trickling.sendall(b"GET /healthz HTTP/1.1\r\n")
            trickling.settimeout(0.3)
            while time.monotonic() - begun < 20 and _is_open(trickling):
                with suppress(OSError):
                    trickling.sendall(b"x: y\r\n")
            assert time.monotonic() - begun < 15
            assert silent.recv(1) == b""
        # Whoever sends them is answered, twice over one connection.
        with httpx.Client(base_url=address) as whole:
            for _ in range(2):
                assert whole.get("/healthz").status_code == 200
                time.sleep(2.5)


def _is_open(connection: socket.socket) -> bool:
    """Whether the other side has not hung up, so that it may still say something."""
    try:
        return connection.recv(100) != b""
    except TimeoutError:
        return True
    except OSError:
        return False

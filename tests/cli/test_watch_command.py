"""``namewarden update --watch``, from end to end: publisher, notices, and a clean stop."""

import json
import signal
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from program import Program
from support.publisher import Answer, eu_list, serving

from store import Home
from store.catalogue import Catalogue

ENTITIES = 4_000
"""As many as the EU's list has to have."""


@contextmanager
def hook() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """A web address, and the notices that came to it."""
    bodies: list[dict[str, Any]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            bodies.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(204)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", bodies
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_it_fetches_tells_and_stops_when_asked(quick_home: Home, tmp_path: Path) -> None:
    run = Program(quick_home.path, tmp_path)
    with serving(Answer(eu_list(ENTITIES))) as publisher, hook() as (address, notices):
        command = run.command("update", "eu_fsf", "--watch", "--every", "0.5")
        program = subprocess.Popen(
            [*command, "--webhook", address],
            env={**run.environment, "NAMEWARDEN_URL_EU_FSF": publisher.address},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert program.stdout is not None
        line = json.loads(program.stdout.readline())  # it waits for the next round by then
        program.send_signal(signal.SIGTERM)
        _, err = program.communicate(timeout=60)
    assert (line["list"], line["status"], line["changes"]) == ("eu_fsf", "updated", None)
    assert program.returncode == 0
    assert err.endswith("stopped\n")
    assert "Traceback" not in err
    assert [each["results"][0]["list"] for each in notices] == ["eu_fsf"], err
    assert [each.entities for each in Catalogue(quick_home).active()] == [ENTITIES]


def test_one_update_tells_what_changed_and_what_failed(quick_home: Home, tmp_path: Path) -> None:
    run = Program(quick_home.path, tmp_path)
    answers = (
        Answer(eu_list(ENTITIES)),
        Answer(eu_list(ENTITIES + 2, "2026-01-11")),
        Answer(b"<html><title>Maintenance</title>"),
    )
    with serving(*answers) as publisher, hook() as (address, notices):
        for status in (0, 0, 1):
            ran = run(
                "update", "eu_fsf",
                NAMEWARDEN_URL_EU_FSF=publisher.address, NAMEWARDEN_WEBHOOK=address,
            )  # fmt: skip
            assert ran.status == status, ran.err
    _, changed, failed = notices
    assert changed["results"][0]["changes"]["added"] == 2
    assert [each["entity_id"] for each in changed["changes"][0]["added"]] == [
        "eu_fsf:4001", "eu_fsf:4002",
    ]  # fmt: skip
    assert "an HTML page (Maintenance)" in failed["results"][0]["message"]


def test_a_notice_that_does_not_get_through_ends_with_1_and_the_list_is_in_use(
    quick_home: Home, tmp_path: Path
) -> None:
    run = Program(quick_home.path, tmp_path)
    with serving(Answer(eu_list(ENTITIES))) as publisher, serving(Answer()) as deaf:
        ran = run(
            "update", "eu_fsf", "--webhook", deaf.address,
            NAMEWARDEN_URL_EU_FSF=publisher.address,
        )  # fmt: skip
    assert (ran.status, ran.answers[0]["status"]) == (1, "updated")
    assert "no notice to 127.0.0.1: it answered 501. The lists are as the results say" in ran.err


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--watch", "--from", "x"), "no --from"),
        (("--watch", "--format", "json"), "no --format json"),
        (("--watch", "--every", "0.1"), "too often"),
        (("--mail-to", "a@example.org"), "set NAMEWARDEN_SMTP"),
        (("--webhook", "example.org"), "not a web address"),
    ],
)
def test_what_cannot_be_watched_is_wrong_usage(
    home: Home, tmp_path: Path, options: tuple[str, ...], words: str
) -> None:
    ran = Program(home.path, tmp_path)("update", *options)
    assert (ran.status, ran.out) == (2, "")
    assert words in ran.err

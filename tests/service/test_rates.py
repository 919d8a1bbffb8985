"""What somebody may do so many times a minute is counted over all processes of a service."""

import logging
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import httpx
import pytest
from signing_in import PASSWORD, token

from service.access import rates
from service.access.rates import Rates
from service.pages.sign_in import TRIES_PER_MINUTE
from store import Home

pytest_plugins = ["service_plugin"]
PATIENCE_SECONDS = 180
MOST = 10


class Clock:
    """Stands still until it is moved."""

    now = 1_000_000.4

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def two(tmp_path: Path, clock: Clock) -> Iterator[tuple[Rates, Rates]]:
    """What two processes count with."""
    file = str(tmp_path / "rates.sqlite3")
    with closing(Rates(file, clock)) as one, closing(Rates(file, clock)) as other:
        yield one, other


def test_two_processes_count_together(two: tuple[Rates, Rates]) -> None:
    hits = [two[number % 2].hit(5, "request", "key:payments") for number in range(8)]
    assert hits == [True] * 5 + [False] * 3
    assert two[0].hit(5, "request", "key:others")


def test_in_no_minute_there_is_more_than_was_allowed(
    two: tuple[Rates, Rates], clock: Clock
) -> None:
    begun, taken = clock.now, list[float]()
    for number in range(4_000):
        clock.now = begun + number * 0.05
        if two[number % 2].hit(30, "ann"):
            taken.append(clock.now)
    most = max(sum(at <= each < at + 60 for each in taken) for at in taken)
    assert most == 30
    # Who waited a minute has all of it again, a second later at the latest.
    clock.now += 61
    assert all(two[0].hit(30, "ann") for _ in range(30))


def test_what_two_processes_do_at_the_same_moment_is_not_both_the_last(tmp_path: Path) -> None:
    file, taken = str(tmp_path / "rates.sqlite3"), list[bool]()
    Rates(file).close()

    def ask() -> None:
        with closing(Rates(file)) as own:
            taken.extend(own.hit(40, "ann") for _ in range(30))

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert (len(taken), sum(taken)) == (120, 40)


def test_where_a_person_came_from_is_known_to_every_process(two: tuple[Rates, Rates]) -> None:
    two[0].remember("ann", "192.0.2.7")
    assert two[1].knows("ann", "192.0.2.7")
    assert not two[1].knows("ann", "192.0.2.8")


def test_what_was_typed_as_a_name_stands_in_no_file(tmp_path: Path) -> None:
    with closing(Rates(str(tmp_path / "rates.sqlite3"))) as own:
        own.hit(10, "sign-in", PASSWORD)
        own.remember(PASSWORD, "192.0.2.7")
        kept = b"".join(each.read_bytes() for each in tmp_path.iterdir())
    assert len(kept) > 1000
    assert PASSWORD.encode() not in kept


def test_a_file_that_cannot_be_written_lets_nobody_ask_without_end(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(rates.VARIABLE, str(tmp_path / "gone" / "rates.sqlite3"))
    with closing(Rates.of_service()) as own, caplog.at_level(logging.ERROR):
        assert [own.hit(2, "ann") for _ in range(3)] == [True, True, False]


@pytest.fixture
def two_workers(own_home: Home, accounts: object) -> Iterator[str]:
    """The service as it is started, with two processes; yields its address."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environment = {
        **os.environ,
        "NAMEWARDEN_HOME": str(own_home.path),
        "NAMEWARDEN_SERVE_REQUESTS_PER_MINUTE": str(MOST),
    }
    command = [sys.executable, "-c", "from cli import main; main()", "serve"]
    command += ["--port", str(port), "--workers", "2"]
    address = f"http://127.0.0.1:{port}"
    with subprocess.Popen(command, stderr=subprocess.DEVNULL, env=environment) as service:
        try:
            _wait_for_both(address, service.pid)
            yield address
        finally:
            service.terminate()


def _wait_for_both(address: str, pid: int) -> None:
    """Until each of the two processes has answered."""
    until, seen = time.monotonic() + PATIENCE_SECONDS, 0
    while seen < 2:
        assert time.monotonic() < until
        try:
            httpx.get(f"{address}/healthz")
        except httpx.TransportError:
            time.sleep(0.1)
            continue
        seen = _workers_that_listen(pid)


def _workers_that_listen(pid: int) -> int:
    metrics = [
        each
        for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        for each in Path(f"/proc/{child}/fd").iterdir()
        if each.exists() and str(each.readlink()).endswith(f"counter_{child}.db")
    ]
    return len(metrics)


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="looks into /proc")
def test_two_processes_allow_requests_and_guesses_as_one_would(two_workers: str, key: str) -> None:
    shown = {"authorization": f"Bearer {key}", "connection": "close"}
    asked = Asked()
    for _ in range(3 * MOST):
        asked.of(lambda: httpx.get(f"{two_workers}/v1/lists", headers=shown, timeout=60))
    assert set(asked.statuses) <= {200, 429}
    assert asked.most_within_a_minute(200) == MOST
    _guessing_is_no_faster(two_workers)  # in the same test, since both processes take long to start


def _guessing_is_no_faster(two_workers: str) -> None:
    with httpx.Client(base_url=two_workers, headers={"connection": "close"}, timeout=60) as client:
        form = token(client.get("/sign-in").text)
        tried, asked = {"name": "the admin", "password": "guess", "csrf": form}, Asked()
        for _ in range(3 * TRIES_PER_MINUTE):
            asked.of(lambda: client.post("/sign-in", data=tried))
    assert set(asked.statuses) <= {401, 429}
    assert asked.most_within_a_minute(401) == TRIES_PER_MINUTE


class Asked:
    """Requests one after the other, and when each was sent and answered."""

    def __init__(self) -> None:
        self.statuses: list[int] = []
        self._times: list[tuple[float, float]] = []

    def of(self, ask: Callable[[], httpx.Response]) -> None:
        begun = time.monotonic()
        self.statuses.append(ask().status_code)
        self._times.append((begun, time.monotonic()))

    def most_within_a_minute(self, status: int) -> int:
        """The most answers of a status between which there surely was less than a minute; on a
        busy machine all may take longer.
        """
        found = [
            when for when, one in zip(self._times, self.statuses, strict=True) if one == status
        ]
        return max(
            sum(sent >= begun and answered < begun + 60 for sent, answered in found)
            for begun, _ in found
        )

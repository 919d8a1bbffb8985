"""The service killed while it is asked: its worker, all of it, or the database beneath it.

Asked from this process with plain sockets: matches, and counterparties put into the register, each
of which is there once it was answered with success.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from faulting.asked import damage, state
from faulting.ground import TOP, copied
from faulting.outcome import AS_AFTER, REFUSED, Row
from faulting.plan import Plan
from faulting.postgres import database, free_port, is_there, restarting
from faulting.strike import program

TOKEN = "a-token-of-this-bench"
START_SECONDS = 120
SHARE_KILLED, LONGEST_PAUSE = 0.1, 0.05
"""How many requests are killed at, and within how many seconds of their beginning."""
REQUESTS = 40
"""To each try of the caller's."""


def killed_service(plan: Plan) -> Iterator[Row]:
    """Its worker killed, or all its processes, again and again under load."""
    for fault in ("a worker of the service killed", "kill -9 of the whole service"):
        row = Row(fault, "`PUT /v1/counterparties`, `POST /v1/match`")
        copy = copied(plan.ground, plan.folder / "struck")
        put: dict[str, bool] = {}
        with _serving(copy) as running:
            for number in range(plan.tries * REQUESTS):
                killing = plan.dice.random() < SHARE_KILLED
                if killing:
                    running.kill_in(plan.dice.uniform(0, LONGEST_PAUSE), whole="whole" in fault)
                running.asked(row, number, put)
                if killing:
                    running.up()
        _compare(row, copy, put)
        yield row


def database_restarts(plan: Plan) -> Iterator[Row]:
    """PostgreSQL stopped and started beneath the service."""
    if not is_there():
        return
    row = Row("PostgreSQL stopped and started", "`PUT /v1/counterparties`, `POST /v1/match`")
    put: dict[str, bool] = {}
    with database() as server:
        copy = copied(plan.ground, plan.folder / "struck")
        program(copy, "update", "--from", "lists", "--accept-excerpts")
        with _serving(copy) as running, restarting(server, plan.dice.random()):
            for number in range(plan.tries * REQUESTS):
                running.asked(row, number, put)
        _compare(row, copy, put)
    yield row


def _compare(row: Row, copy: Path, put: dict[str, bool]) -> None:
    """What was answered with success is there; the home is whole."""
    now = state(copy)
    row.wrong += damage(now)
    listed = now["monitor list"][1]
    lost = [id_ for id_, done in put.items() if done and f'"id": "{id_}"' not in listed]
    row.wrong += [f"{row.fault}: {id_} was answered with success and is not there" for id_ in lost]


class _Service:
    """The service in processes of its own, started again where all of it was killed."""

    def __init__(self, copy: Path) -> None:
        self._copy, self.port, self._killer = copy, free_port(), 0
        self._answers = set[str]()
        self._start()

    def _start(self) -> None:
        environment = {
            **os.environ,
            "NAMEWARDEN_HOME": str(self._copy / "home"),
            "NAMEWARDEN_SERVE_LOCAL_TOKEN": TOKEN,
            "PYTHONPATH": str(TOP),
        }
        command = [sys.executable, "-m", "cli", "serve", "--no-sign-in", "--workers", "2"]
        self._process = subprocess.Popen(
            [*command, "--port", str(self.port)], env=environment, stderr=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        until = time.monotonic() + START_SECONDS
        while self._ask("POST", "/v1/match", {"name": "x"})[0] != 200:
            if time.monotonic() > until:
                raise SystemExit(f"the service did not start within {START_SECONDS} s")
            time.sleep(0.2)

    def asked(self, row: Row, number: int, put: dict[str, bool]) -> None:
        """One counterparty and one name: answered as ever, or with a line, or not at all."""
        id_ = f"S-{number}"
        status, text = self._ask("PUT", f"/v1/counterparties/{id_}", {"name": "Green Valley Ltd"})
        put[id_] = status in (200, 201)
        self._judged(row, status, text)
        status, text = self._ask("POST", "/v1/match", {"name": "Rosneft"})
        self._judged(row, status, text)
        if status == 200:
            hits = [each["entity_id"] for each in json.loads(text)["hits"]]
            self._answers.add(json.dumps(hits))
            if len(self._answers) > 1:
                row.wrong.append(f"{row.fault}: another answer: {self._answers}")

    def _judged(self, row: Row, status: int, text: str) -> None:
        if status in (200, 201):
            row.add(AS_AFTER)
        elif status in (0, 503):
            row.add(REFUSED)
            time.sleep(0.1)
        else:
            row.add("other", [f"{row.fault}: {status}: {text[:200]}"])

    def _ask(self, method: str, path: str, body: object) -> tuple[int, str]:
        """Status and text; 0 where nobody answered, as a client's library would tell it."""
        headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"}
        client = HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            client.request(method, path, json.dumps(body), headers)
            answer = client.getresponse()
            return answer.status, answer.read().decode()
        except (OSError, HTTPException):
            return 0, ""
        finally:
            client.close()

    def kill_in(self, seconds: float, *, whole: bool) -> None:
        """Kill one worker, or all processes, while this process is asking."""
        pid = self._process.pid
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        workers = [
            int(each)
            for each in children
            if b"spawn_main" in Path(f"/proc/{each}/cmdline").read_bytes()
        ]
        self._killer = os.fork()
        if self._killer == 0:
            time.sleep(seconds)
            if whole:
                os.killpg(pid, signal.SIGKILL)
            for worker in workers[:1]:
                os.kill(worker, signal.SIGKILL)
            os._exit(0)

    def up(self) -> None:
        """Wait until the killing is done, and start what it ended."""
        os.waitpid(self._killer, 0)
        time.sleep(0.1)
        if self._process.poll() is not None:
            self._start()

    def end(self) -> None:
        """Kill all its processes."""
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()


@contextmanager
def _serving(copy: Path) -> Iterator[_Service]:
    service = _Service(copy)
    try:
        yield service
    finally:
        service.end()

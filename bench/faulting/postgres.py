"""A PostgreSQL of our own, restarted while commands and the service work on it."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from faulting.asked import damage, state
from faulting.ground import TOP, copied
from faulting.outcome import AS_AFTER, REFUSED, Row
from faulting.plan import Plan
from faulting.strike import Ran, program
from store.home import DATABASE_VARIABLE

sys.path.append(str(TOP / "tests"))
from support.database_fixtures import programs, somebody

RUNS = 12
"""Commands to each try of the caller's."""


class Server:
    """The server's programs, in a folder of their own, as somebody who is not root."""

    def __init__(self, found: Path, folder: Path) -> None:
        self._found, self._folder, self._who = found, folder, somebody()
        if self._who:
            os.chown(folder, int(str(self._who["user"])), int(str(self._who["group"])))
        self.port = free_port()
        self._run("initdb", "--no-sync", "-A", "trust", "-U", "namewarden", "-E", "UTF8",
                  "--locale=C.UTF-8")  # fmt: skip

    def start(self) -> None:
        """Start, and wait until it answers."""
        options = f"-c listen_addresses=127.0.0.1 -c port={self.port} -k {self._folder}"
        self._run("pg_ctl", "-w", "-l", str(self._folder / "log"), "-o", options, "start")

    def stop(self) -> None:
        """Stop as a power cut would: what was committed is there, nothing else."""
        self._run("pg_ctl", "-m", "immediate", "stop")

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._found / program), "-D", str(self._folder / "data"), *arguments]
        subprocess.run(  # type: ignore[call-overload]
            command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            cwd=self._folder, **self._who,
        )  # fmt: skip


@contextmanager
def database() -> Iterator[Server]:
    """A server, and in the environment its address, for whoever is started meanwhile."""
    folder = Path(tempfile.mkdtemp(prefix="nw-faults-pg-"))
    found = programs()
    assert found is not None
    server = Server(found, folder)
    server.start()
    os.environ[DATABASE_VARIABLE] = f"postgresql://namewarden@127.0.0.1:{server.port}/postgres"
    try:
        yield server
    finally:
        del os.environ[DATABASE_VARIABLE]
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


def is_there() -> bool:
    """Whether this machine has PostgreSQL's programs; says so where it has not."""
    if programs() is None:
        sys.stderr.write("no PostgreSQL: it was not tried (Debian: apt install postgresql)\n")
    return programs() is not None


def restarts(plan: Plan) -> Iterator[Row]:
    """Parties imported one by one while the server is stopped and started again."""
    if not is_there():
        return
    row = Row("PostgreSQL stopped and started", "`monitor import`, one after the other")
    with database() as server:
        copy = copied(plan.ground, plan.folder / "struck")
        program(copy, "update", "--from", "lists", "--accept-excerpts")
        with restarting(server, plan.dice.random()):
            ran = {f"P-{n}": _imported(copy, f"P-{n}") for n in range(RUNS * plan.tries)}
        now = state(copy)
    row.wrong += damage(now)
    _compare(row, ran, now["monitor list"][1], now["audit list"][1])
    yield row


def _compare(row: Row, ran: dict[str, Ran], listed: str, log: str) -> None:
    """Each import is there with its record when it said so; when it did not, a line said that."""
    for id_, each in ran.items():
        there = f'"id": "{id_}"' in listed
        recorded = f'"source": "{id_}.csv"' in log
        wrong = [f"{id_}: there {there}, on record {recorded}"] * (there != recorded)
        if each.status == 0:
            row.add(AS_AFTER, [*wrong, *[f"{id_}: said done, is not there"] * (not there)])
        elif each.is_refusal:
            row.add(AS_AFTER if there else REFUSED, wrong)
        else:
            row.add("other", [f"{id_}: status {each.status}: {each.complaint}"])


def _imported(copy: Path, id_: str) -> Ran:
    (copy / f"{id_}.csv").write_text(f"id,name\n{id_},Green Valley Trading\n", encoding="utf-8")
    return program(copy, "monitor", "import", f"{id_}.csv")


@contextmanager
def restarting(server: Server, pause: float) -> Iterator[None]:
    """A child stops and starts the server until the block ends; then the server is up."""
    child = os.fork()
    if child == 0:
        _restart_until_told(server, pause)
    try:
        yield
    finally:
        os.kill(child, signal.SIGTERM)
        os.waitpid(child, 0)
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", server.port)) != 0:
                server.start()


def _restart_until_told(server: Server, pause: float) -> None:
    going = [True]
    signal.signal(signal.SIGTERM, lambda *_: going.clear())
    while going:
        time.sleep(2 + pause)
        server.stop()
        time.sleep(0.3)
        server.start()
    os._exit(0)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    return port

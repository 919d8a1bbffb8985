"""The command line as its users run it: a program of its own, on a home with the sample lists."""

import atexit
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

SERVER = Path(__file__).with_name("fork_server.py")
AT_ITS_START = ("PYTHON", "LANG", "LC_", "LD_", "OPENBLAS", "OMP_", "TZ")
"""What such variables say is settled when Python starts, so that takes a start of its own."""
PATIENCE_SECONDS = 300
"""For one run, on a machine that has other work as well."""
SAMPLES = Path(__file__).parents[2] / "screening" / "demo_data" / "lists"


@dataclass(frozen=True)
class Ran:
    """What a run of the program left behind."""

    status: int
    out: str
    err: str

    @property
    def answers(self) -> list[dict[str, Any]]:
        """The JSON lines of the standard output."""
        return [json.loads(line) for line in self.out.splitlines()]


@dataclass(frozen=True)
class Program:
    """Runs the program in a folder, on a home."""

    home: Path
    folder: Path

    def __call__(self, *arguments: str, stdin: bytes = b"", **environment: str) -> Ran:
        """Run it to its end."""
        if _may_fork(environment):
            return self._forked(arguments, stdin, {**self.environment, **environment})
        done = subprocess.run(
            self.command(*arguments),
            input=stdin,
            capture_output=True,
            cwd=self.folder,
            env={**self.environment, **environment},
            timeout=PATIENCE_SECONDS,
            check=False,
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    def _forked(self, arguments: tuple[str, ...], stdin: bytes, environment: dict[str, str]) -> Ran:
        """As ``__call__``, without the second that Python needs for our modules."""
        asked = {"arguments": arguments, "folder": str(self.folder), "environment": environment}
        with (
            socket.socket(socket.AF_UNIX) as link,
            tempfile.TemporaryFile() as given,
            tempfile.TemporaryFile() as out,
            tempfile.TemporaryFile() as err,
        ):
            given.write(stdin)
            given.seek(0)
            link.settimeout(PATIENCE_SECONDS)
            link.connect(_fork_server())
            handles = [given.fileno(), out.fileno(), err.fileno()]
            socket.send_fds(link, [json.dumps(asked).encode()], handles)
            status = int(link.recv(20))
            out.seek(0)
            err.seek(0)
            return Ran(status, out.read().decode(), err.read().decode())

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "cli", *arguments]

    @property
    def environment(self) -> dict[str, str]:
        return {**os.environ, "NAMEWARDEN_HOME": str(self.home), "COLUMNS": "80"}


def _may_fork(environment: dict[str, str]) -> bool:
    """Whether a run with such variables of its own may begin in a program that runs already."""
    able = hasattr(os, "fork") and hasattr(os, "pidfd_open")
    return able and not any(name.startswith(AT_ITS_START) for name in environment)


@cache
def _fork_server() -> str:
    """Where the program listens that starts the command line; one for this process's tests."""
    folder = tempfile.TemporaryDirectory()
    address = f"{folder.name}/socket"
    server = subprocess.Popen(
        [sys.executable, str(SERVER), address], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert server.stdin is not None
    assert server.stdout is not None
    assert server.stdout.readline() == b"ready\n"

    def end() -> None:
        server.communicate()
        folder.cleanup()

    atexit.register(end)
    return address


def as_in_a_terminal() -> None:
    """For a started program's process: Ctrl-C counts, as it does not in a shell's background job,
    whose children inherit that it is ignored.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)

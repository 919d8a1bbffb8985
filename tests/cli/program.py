"""The command line as its users run it: a program of its own, on a home with the sample lists."""

import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from support.forked import CAN_FORK, PATIENCE_SECONDS, forked

AT_ITS_START = ("PYTHON", "LANG", "LC_", "LD_", "OPENBLAS", "OMP_", "TZ")
"""What such variables say is settled when Python starts, so that takes a start of its own."""
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
            asked = {**self.environment, **environment}
            status, out, err = forked(arguments, self.folder, asked, stdin=stdin)
            return Ran(status, out.decode(), err.decode())
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

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "cli", *arguments]

    @property
    def environment(self) -> dict[str, str]:
        return {**os.environ, "NAMEWARDEN_HOME": str(self.home), "COLUMNS": "80"}


def _may_fork(environment: dict[str, str]) -> bool:
    """Whether a run with such variables of its own may begin in a program that runs already."""
    return CAN_FORK and not any(name.startswith(AT_ITS_START) for name in environment)


def as_in_a_terminal() -> None:
    """For a started program's process: Ctrl-C counts, as it does not in a shell's background job,
    whose children inherit that it is ignored.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)

"""A clock that is wrong while the work is done, and right again afterwards (libfaketime)."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from faulting.asked import damage, difference, state
from faulting.ground import COMMANDS, TOP, Command, copied
from faulting.outcome import AS_AFTER, REFUSED, Row
from faulting.plan import Plan
from faulting.strike import Ran, program

LIBRARIES = "/usr/lib/*/faketime/libfaketime.so.1"
WRONG = ("+10y", "+3d", "-3d", "-10y")
AT_STAKE = {"update", "monitor import", "monitor run", "decide", "access key", "batch", "report"}
"""What reads the clock for more than a date on a record."""


def library() -> Path | None:
    """Debian's package ``libfaketime``."""
    return next(iter(Path("/").glob(LIBRARIES.lstrip("/"))), None)


def wrong_clocks(plan: Plan) -> Iterator[Row]:
    """Each command done under a wrong clock, and looked at under the right one."""
    found = library()
    if found is None:
        sys.stderr.write("no libfaketime: clocks were not tried (Debian: apt install faketime)\n")
        return
    before = state(plan.ground)
    for command in COMMANDS:
        if command.name not in (plan.only or AT_STAKE):
            continue
        copy = copied(plan.ground, plan.folder / "peace")
        program(copy, *command.arguments, stdin=command.stdin)
        after = state(copy)
        for shift in WRONG:
            row = Row(f"clock {shift}", f"`{command.name}`")
            copy = copied(plan.ground, plan.folder / "struck")
            ran = _under(shift, found, copy, command)
            now = state(copy)
            where = f"{command.name} under a clock {shift}"
            row.wrong += [f"{where}: {line}" for line in damage(now)]
            if ran.is_refusal:
                other = difference(before, now)
                row.add(REFUSED, [f"{where}: refused, but {other} changed"] * bool(other))
            else:
                other = difference(after, now)
                row.add(
                    AS_AFTER if not other else "other",
                    [f"{where}: {other} not as after"] * bool(other),
                )
            yield row


def _under(shift: str, preloaded: Path, copy: Path, command: Command) -> Ran:
    environment = {
        **os.environ,
        "NAMEWARDEN_HOME": str(copy / "home"),
        "PYTHONPATH": str(TOP),
        "LD_PRELOAD": str(preloaded),
        "FAKETIME": shift,
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
    }
    done = subprocess.run(
        [sys.executable, "-m", "cli", *command.arguments],
        input=command.stdin, capture_output=True, text=True, cwd=copy, env=environment, check=False,
    )  # fmt: skip
    return Ran(done.returncode, done.stdout, done.stderr, 0)

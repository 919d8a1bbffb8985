"""A worker process that is lost: of a command that shares its work out, and of the service."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from faulting.asked import damage, state
from faulting.ground import TOP, copied
from faulting.outcome import AS_AFTER, REFUSED, Row
from faulting.plan import Plan
from faulting.strike import Ran

ROWS = 6000
COMMANDS: dict[str, tuple[str, ...]] = {
    "match --file": ("match", "--file", "names.txt", "--workers", "2", "--format", "csv"),
    "batch": ("batch", "names.csv", "--workers", "2", "--output", "out.csv"),
    "screen": ("screen", "letters", "--workers", "2", "--format", "csv"),
}


def lost_workers(plan: Plan) -> Iterator[Row]:
    """One worker of two killed at a random moment: the whole answer, or a line and none."""
    copy = _work(plan.ground, plan.folder)
    for name, arguments in COMMANDS.items():
        row = Row("a worker killed", f"`{name}`")
        begun = time.monotonic()
        whole = _struck(copy, arguments, None)
        longest = time.monotonic() - begun
        for _ in range(plan.tries):
            ran = _struck(copy, arguments, plan.dice.uniform(0.3, 1.0) * longest)
            if ran.status == whole.status:
                row.add(AS_AFTER, [f"{name}: another answer"] * (ran.out != whole.out))
            elif ran.is_refusal:
                row.add(REFUSED)
            else:
                row.add("other", [f"{name}: status {ran.status}: {ran.complaint}"])
        row.wrong += damage(state(copy))
        yield row


def _work(ground: Path, folder: Path) -> Path:
    """A copy of the ground with enough to do for two."""
    copy = copied(ground, folder / "struck")
    names = [f"Green Valley Trading {n}" if n % 50 else "Rosneft" for n in range(ROWS)]
    (copy / "names.txt").write_text("\n".join(names) + "\n", encoding="utf-8")
    lines = [f"N-{n},{name}" for n, name in enumerate(names)]
    (copy / "names.csv").write_text("id,name\n" + "\n".join(lines) + "\n", encoding="utf-8")
    (copy / "letters").mkdir()
    for number in range(60):
        text = "\n".join(names[number * 50 : number * 50 + 100])
        (copy / "letters" / f"{number}.txt").write_text(text, encoding="utf-8")
    return copy


def _struck(copy: Path, arguments: tuple[str, ...], after: float | None) -> Ran:
    """Run it, and after so many seconds kill one of its workers, if there is one."""
    for name in ("out.csv", "out.csv.checkpoint.json", "out.csv.rows.part", "out.csv.summary.json"):
        (copy / name).unlink(missing_ok=True)
    environment = {**os.environ, "NAMEWARDEN_HOME": str(copy / "home"), "PYTHONPATH": str(TOP)}
    with (copy / "said.out").open("wb") as out, (copy / "said.err").open("wb") as err:
        command = [sys.executable, "-m", "cli", *arguments]
        started = subprocess.Popen(command, stdout=out, stderr=err, cwd=copy, env=environment)
        if after is not None:
            time.sleep(after)
            workers = _workers(started.pid)
            if workers:
                os.kill(workers[0], signal.SIGKILL)
        status = started.wait(timeout=300)
    made = copy / "out.csv"
    text = (copy / "said.out").read_text("utf-8") + (
        made.read_text("utf-8") if made.exists() else ""
    )
    return Ran(status, text, (copy / "said.err").read_text("utf-8"), 0)


def _workers(pid: int) -> list[int]:
    """The processes that it spawned to share its work, and not what Python keeps beside them."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        found = [(int(child), Path(f"/proc/{child}/cmdline").read_bytes()) for child in children]
    except OSError:
        return []
    return [child for child, command in found if b"spawn_main" in command]

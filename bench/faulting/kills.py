"""kill -9 at random steps of every command that writes, a disk that fills up, and a home that
cannot be written. After each: the answers of before, or of after, and nothing half-written.
"""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from faulting.asked import State, damage, difference, same, state
from faulting.ground import COMMANDS, Command, copied
from faulting.outcome import AS_AFTER, AS_BEFORE, REFUSED, Row
from faulting.plan import Plan
from faulting.strike import Ran, program

LARGEST = 1 << 21
"""Bytes: no file of the ground is larger, so that a higher limit is none."""


def kills(plan: Plan) -> Iterator[Row]:
    """Each command killed at so many steps, drawn from all that it takes."""
    before = state(plan.ground)
    for command in _chosen(plan.only):
        row = Row("kill -9", f"`{command.name}`")
        peace, after, made = _in_peace(plan.ground, plan.folder, command)
        for step in sorted(
            plan.dice.sample(range(1, peace.steps + 1), min(plan.tries, peace.steps))
        ):
            copy = copied(plan.ground, plan.folder / "struck")
            program(copy, *command.arguments, stdin=command.stdin, deadly=step)
            where = f"{command.name}, step {step}"
            found = _judged(copy, command, before, after, made, where, row)
            # Killed, it is simply run again.
            if found == AS_BEFORE:
                program(copy, *command.arguments, *command.again, stdin=command.stdin)
                left = difference(after, state(copy))
                row.wrong += [f"{where}: run again, it gives other answers to {left}"] * bool(left)
        yield row


def full_disks(plan: Plan) -> Iterator[Row]:
    """Each command on a disk on which no file may grow beyond some size."""
    before = state(plan.ground)
    for command in _chosen(plan.only):
        row = Row("no file may grow beyond a size", f"`{command.name}`")
        _, after, made = _in_peace(plan.ground, plan.folder, command)
        for _ in range(plan.tries):
            limit = int(LARGEST ** plan.dice.random())
            copy = copied(plan.ground, plan.folder / "struck")
            ran = program(copy, *command.arguments, stdin=command.stdin, limit=limit)
            where = f"{command.name}, {limit:,} bytes"
            _refused(row, ran, _judged(copy, command, before, after, made, where, row, ran), where)
        yield row


def mounted(plan: Plan) -> Iterator[Row]:
    """Each command on a small file system that fills up, and on one that is read only."""
    before = state(plan.ground)
    for command in _chosen(plan.only):
        _, after, made = _in_peace(plan.ground, plan.folder, command)
        for fault in ("disk full", "read-only disk"):
            row = Row(fault, f"`{command.name}`")
            for _ in range(plan.tries if fault == "disk full" else 1):
                room = plan.dice.choice((0, 4, 16, 64, 256, 1024)) * 1024
                where = f"{command.name}, {fault}, {room:,} bytes"
                with _disk(plan.folder / "disk") as disk:
                    copy = copied(plan.ground, disk / "struck")
                    _fill(disk, room) if fault == "disk full" else _remount(disk, "ro")
                    ran = program(copy, *command.arguments, stdin=command.stdin)
                    found = _judged(copy, command, before, after, made, where, row, ran)
                _refused(row, ran, found, where)
            yield row


def _chosen(only: frozenset[str]) -> list[Command]:
    return [each for each in COMMANDS if not only or each.name in only]


def _in_peace(ground: Path, folder: Path, command: Command) -> tuple[Ran, State, str]:
    """The command without a fault: what it took, the answers after it, the file that it made."""
    copy = copied(ground, folder / "peace")
    ran = program(copy, *command.arguments, stdin=command.stdin)
    if ran.status not in (0, 3):
        raise SystemExit(f"{command.name}: in peace it ends with {ran.status}: {ran.complaint}")
    made = same((copy / command.makes).read_text("utf-8")) if command.makes else ""
    return ran, state(copy), made


def _judged(
    copy: Path, command: Command, before: State, after: State, made: str, where: str,
    row: Row, ran: Ran | None = None,
) -> str:  # fmt: skip
    """Which answers the home gives now; what must not be goes into the row."""
    now = state(copy)
    row.wrong += [f"{where}: {line}" for line in damage(now)]
    found = next(
        (name for name, each in ((AS_BEFORE, before), (AS_AFTER, after)) if each == now), ""
    )
    if before == after:
        found = AS_AFTER if ran is None or ran.status in (0, 3) else AS_BEFORE
    if not found:
        from_before, from_after = difference(before, now), difference(after, now)
        row.wrong.append(f"{where}: {from_before} not as before, {from_after} not as after")
    if command.makes and (copy / command.makes).exists():
        text = same((copy / command.makes).read_text("utf-8"))
        row.wrong += [f"{where}: {command.makes} is not whole"] * (text != made)
    if ran is None:
        row.add(found or "other")
    return found


def _refused(row: Row, ran: Ran, found: str, where: str) -> None:
    """What it said of a fault that it lived through."""
    done = ran.status in (0, 3)
    if done:
        wrong = [f"{where}: it says done, and it is {found}"] * (found != AS_AFTER)
        row.add(found or "other", wrong)
    elif ran.is_refusal:
        row.add(REFUSED, [f"{where}: refused, but done: {ran.complaint}"] * (found == AS_AFTER))
    else:
        row.add("other", [f"{where}: status {ran.status}: {ran.complaint}"])


@contextmanager
def _disk(at: Path) -> Iterator[Path]:
    """A file system of 64 MB of its own, in memory. Only root may mount one."""
    at.mkdir(exist_ok=True)
    _run("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", str(at))
    try:
        yield at
    finally:
        _run("umount", "-l", str(at))


def _fill(disk: Path, room: int) -> None:
    """Leave only so many bytes free."""
    free = os.statvfs(disk)
    with (disk / "filler").open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(4096, free.f_bavail * free.f_frsize - room))


def _remount(disk: Path, how: str) -> None:
    _run("mount", "-o", f"remount,{how}", str(disk))


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)

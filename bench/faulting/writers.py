"""Two who write at the same moment: both are done, one after the other, or one is told."""

import os
from collections.abc import Iterator
from pathlib import Path

from faulting.asked import State, damage, state
from faulting.ground import REASON, copied
from faulting.outcome import AS_AFTER, REFUSED, Row
from faulting.plan import Plan
from faulting.strike import TRACEBACK, Ran, program

PAIRS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "decide": (
        ("decide", "A1", "--as", "true-match", "--seen", "1", "--author", "ann", *REASON),
        ("decide", "A1", "--as", "false-positive", "--seen", "1", "--author", "bob", *REASON),
    ),
    "monitor import": (
        ("monitor", "import", "one.csv", "--author", "ann"),
        ("monitor", "import", "two.csv", "--author", "bob"),
    ),
    "monitor run": (("monitor", "run"), ("monitor", "run")),
    "update": (
        ("update", "--from", "eu_new.xml", "--accept-excerpts", "--allow-shrunk"),
        ("update", "--from", "eu_old.xml", "--accept-excerpts", "--allow-older"),
    ),
    "ownership import": (
        ("ownership", "import", "owners.csv", "--source", "new"),
        ("ownership", "import", "owners.csv", "--source", "other"),
    ),
    "access person": (("access", "person", "eve"), ("access", "person", "eve")),
}


def two_writers(plan: Plan) -> Iterator[Row]:
    """Each pair begun at the same moment, so many times."""
    for name, pair in PAIRS.items():
        if plan.only and name not in plan.only:
            continue
        row = Row("two writers at once", f"`{name}`")
        for _ in range(plan.tries):
            copy = copied(plan.ground, plan.folder / "struck")
            for file, id_ in (("one", "E-1"), ("two", "E-2")):
                text = f"id,name\n{id_},Green Valley Trading\nE-0,The {file} Trading\n"
                (copy / f"{file}.csv").write_text(text, encoding="utf-8")
            ran = _both(copy, pair)
            now = state(copy)
            row.wrong += [f"{name}: {line}" for line in damage(now)]
            _judged(row, name, ran, now)
        yield row


def _both(copy: Path, pair: tuple[tuple[str, ...], ...]) -> list[Ran]:
    """Two children, each with the program in a child of its own."""
    children, ends = [], []
    for number, arguments in enumerate(pair):
        child = os.fork()
        if child == 0:
            ran = program(copy, *arguments, stdin="a long enough pass phrase\n")
            (copy / f"ran{number}").write_text(f"{ran.status}\n{ran.err}", encoding="utf-8")
            os._exit(0)
        children.append(child)
    for child in children:
        os.waitpid(child, 0)
    for number in range(len(pair)):
        status, _, err = (copy / f"ran{number}").read_text("utf-8").partition("\n")
        ends.append(Ran(int(status), "", err, 0))
    return ends


def _judged(row: Row, name: str, ran: list[Ran], now: State) -> None:
    done = [each for each in ran if each.status in (0, 3)]
    wrong = [f"{name}: {each.status}: {each.complaint}" for each in ran
             if each not in done and not each.is_refusal]  # fmt: skip
    wrong += [f"{name}: a traceback was shown" for each in ran if TRACEBACK in each.err]
    if not done:
        wrong.append(f"{name}: neither was done: {ran[0].complaint}; {ran[1].complaint}")
    log, register = now["audit list"][1], now["monitor list"][1]
    if name == "decide" and (len(done), log.count('"action": "decide"')) != (1, 2):
        wrong.append(f"decide: {len(done)} were told done, {log.count('decide')} are on record")
    if name == "monitor import":
        there = [id_ for id_ in ("E-0", "E-1", "E-2") if f'"id": "{id_}"' in register]
        if len(there) != 1 + len(done):
            wrong.append(f"monitor import: {len(done)} done, registered: {there}")
    row.add(AS_AFTER if len(done) == len(ran) else REFUSED, wrong)

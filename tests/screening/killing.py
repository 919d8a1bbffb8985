"""Updates that are cut off, in a process of their own: ``python killing.py HOME FOLDER HOW``.

It has one thread, so it may fork: each update runs in a child, which starts at once and is killed,
or runs into a full disk. After each the home is looked at as a reader would.
"""

import os
import random
import resource
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from support.publisher import eu_list

from records import NamewardenError
from screening.updates.update import update
from store import Home
from store.catalogue import Catalogue
from store.copies import problems
from store.entities import entities

ENTITIES = {"2026-01-10": 800, "2026-01-11": 850, "2026-01-12": 820}
KILLS, LIMITS = 20, 16


def run(home: Home, path: Path) -> str:
    """One update, in this process."""
    (result,) = update(
        home,
        (),
        from_path=path,
        notify=lambda _: None,
        accept_excerpts=True,
        allow_older=True,
        prepare=lambda home, notify: None,
    )
    return result.status


def in_child(do: Callable[[], object]) -> int:
    """Fork, and do it in the child; the child never returns."""
    child = os.fork()
    if child == 0:
        try:
            do()
            os._exit(0)
        except NamewardenError:
            os._exit(1)
        except BaseException as error:  # noqa: BLE001 (what it is goes to the test)
            os.write(2, f"crash: {error!r}\n".encode())
            os._exit(2)
    return child


def look(home: Home, allowed: set[str | None]) -> str | None:
    """The edition in use, which has to be whole and one of those that were ever taken in."""
    active = Catalogue(home).active()
    if not active:
        assert None in allowed
        return None
    (snapshot,) = active
    assert snapshot.edition in allowed, snapshot
    assert snapshot.seals
    assert list(problems(snapshot)) == []
    assert sum(1 for _ in entities(snapshot)) == ENTITIES[snapshot.edition or ""]
    return snapshot.edition


def killed(home: Home, files: list[Path]) -> None:
    """Kill updates at moments spread over all that they take."""
    started = time.monotonic()
    os.waitpid(in_child(lambda: run(Home(home.path / "measured"), files[0])), 0)
    longest = 1.2 * (time.monotonic() - started)
    random.seed(3)
    before: str | None = None
    died = set()
    for number in range(KILLS):
        file = files[number % len(files)]
        child = in_child(partial(run, home, file))
        if number < KILLS - 1:  # the last may end, however slow the machine is by now
            time.sleep(longest * (number + random.random()) / KILLS)
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        died.add(os.WIFSIGNALED(status))
        before = look(home, {before, file.stem})
    assert died == {True, False}, "some updates have to be cut off, and some to end"


def short_of_room(home: Home, files: list[Path]) -> None:
    """Let every file that an update writes end at some size, from nothing to all that it needs."""
    run(home, files[0])
    ends = set()
    before: str | None = files[0].stem
    for number in range(LIMITS):
        limit = int(1024 * 1.9**number) if number else 0
        file = files[1 + number % 2]

        def limited(limit: int = limit, file: Path = file) -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
            if run(home, file) == "failed":
                os._exit(1)

        _, status = os.waitpid(in_child(limited), 0)
        ends.add(os.waitstatus_to_exitcode(status))
        before = look(home, {before, file.stem})
    assert ends == {0, 1}, ends


def main(home: Home, folder: Path, how: str) -> None:
    """Cut off updates, then do one in peace: it works, and nothing of the others is left."""
    files = []
    for edition, count in ENTITIES.items():
        files.append(folder / f"{edition}.xml")
        files[-1].write_bytes(eu_list(count, edition))
    {"kill": killed, "limit": short_of_room}[how](home, files)
    last = files[0] if look(home, {file.stem for file in files}) != files[0].stem else files[1]
    assert run(home, last) == "updated"
    look(home, {last.stem})
    left = [path.name for path in home.snapshots.glob("*/.*")]
    assert not left, left
    sys.stdout.write("whole\n")


if __name__ == "__main__":
    main(Home(Path(sys.argv[1])), Path(sys.argv[2]), sys.argv[3])

"""The command line run in a child of this process, with a fault in it.

Forked, not started: importing takes longer than what is to be struck. A *step* is whatever changes
something that is kept: a file opened for writing, a renaming, a removal, an SQL statement, a
commit.
"""

import importlib
import os
import pkgutil
import resource
import signal
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from cli import main

WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
EVENTS = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.truncate", "os.link", "os.symlink"}
STATEMENTS = ("before_cursor_execute", "commit")
PACKAGES = ("commands", "records", "lists", "matcher", "ownership", "store", "screening")
"""What a child would import again and again, which takes longer than most of what it does."""
TRACEBACK = "Traceback (most recent call last)"


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run left behind."""

    status: int
    """Exit status; below zero, the signal that ended it."""
    out: str
    err: str
    steps: int
    """Steps that it took, as far as it got."""

    @property
    def complaint(self) -> str:
        """The last line that it said."""
        return (self.err.strip().splitlines() or [""])[-1]

    @property
    def is_refusal(self) -> bool:
        """Whether it said in a line that, and why, it could not answer."""
        return self.status in (1, 2) and TRACEBACK not in self.err and bool(self.complaint)


class Steps:
    """Counts steps in a process, and dies at the one that was asked for."""

    def __init__(self, deadly: int) -> None:
        self.seen, self._deadly, self._process = 0, deadly, os.getpid()
        for name in STATEMENTS:
            sa.event.listen(sa.Engine, name, self._step)
        sys.addaudithook(self._watch)

    def _step(self, *_: object) -> None:
        if os.getpid() != self._process:
            return
        self.seen += 1
        if self.seen == self._deadly:
            os.kill(os.getpid(), signal.SIGKILL)

    def _watch(self, event: str, arguments: tuple[object, ...]) -> None:
        """An audit hook: https://docs.python.org/3/library/audit_events.html."""
        if event in EVENTS or (event == "open" and _is_written(arguments)):
            self._step()


def _is_written(arguments: tuple[object, ...]) -> bool:
    path, mode, flags = arguments
    if isinstance(path, int) or str(path).startswith("/dev/"):
        return False
    return bool(set(str(mode or "")) & set("wax+")) or bool(int(str(flags or 0)) & WRITES)


def import_all() -> None:
    """Import in this process what its children need."""
    top = Path(__file__).parents[2]
    for package in PACKAGES:
        for found in pkgutil.walk_packages([str(top / package)], f"{package}."):
            importlib.import_module(found.name)


def program(
    folder: Path, *arguments: str, stdin: str = "", deadly: int = 0, limit: int | None = None
) -> Ran:
    """Run the command line in ``folder``, on the home in it.

    Args:
        folder: where it runs; the home is ``home`` in it.
        arguments: of the command line.
        stdin: what it is told.
        deadly: the step at which it is killed; 0 for never.
        limit: bytes beyond which no file may grow; None for no limit.
    """

    def run() -> None:
        os.chdir(folder)
        os.environ["NAMEWARDEN_HOME"] = str(folder / "home")
        sys.argv = ["namewarden", *arguments]
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        main()

    return forked(run, stdin, deadly)


def forked(call: Callable[[], object], stdin: str = "", deadly: int = 0) -> Ran:
    """Do something in a child of this process, and wait for its end."""
    with tempfile.TemporaryDirectory() as name:
        said = Path(name)
        (said / "in").write_text(stdin, encoding="utf-8")
        child = os.fork()
        if child == 0:
            _child(call, said, deadly)
        _, status = os.waitpid(child, 0)
        steps = said / "steps"
        return Ran(
            os.waitstatus_to_exitcode(status),
            (said / "out").read_text("utf-8", "replace"),
            (said / "err").read_text("utf-8", "replace"),
            int(steps.read_text() or 0) if steps.exists() else 0,
        )


def _child(call: Callable[[], object], said: Path, deadly: int) -> None:
    """The child's whole life; it never returns."""
    status = 70
    try:
        _speak_into(said)
        counted = os.open(said / "steps", os.O_CREAT | os.O_WRONLY)
        steps = Steps(deadly)
        try:
            call()
            status = 0
        except SystemExit as ended:
            status = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
        except BaseException:  # noqa: BLE001 (it is the finding: it goes into the error's file)
            sys.excepthook(*sys.exc_info())
            status = 1
        sys.stdout.flush()
        sys.stderr.flush()
        os.write(counted, str(steps.seen).encode())
    finally:
        os._exit(status)


def _speak_into(said: Path) -> None:
    sys.stdout.flush()
    os.dup2(os.open(said / "in", os.O_RDONLY), 0)
    for name, number in (("out", 1), ("err", 2)):
        os.dup2(os.open(said / name, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o644), number)
    sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False, buffering=1)

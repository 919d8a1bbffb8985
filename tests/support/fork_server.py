"""Starts the command line without waiting for its modules each time: ``python fork_server.py``.

They are imported once; every run is a fork that goes on as ``python -m cli`` or ``python -c`` does.
Only the words of ordinary language it takes from those that this run of the tests has collected. It
listens on the socket that its first argument names, one connection for each run, and ends with
whoever holds its standard input.
"""

import atexit
import importlib
import json
import os
import pkgutil
import runpy
import select
import signal
import socket
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
PACKAGES = ("commands", "records", "lists", "matcher", "ownership", "store", "screening")
"""What most commands need; no run has begun in them."""


def main() -> None:
    """Answer until standard input ends."""
    _import_all()
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(sys.argv[1])
    listener.listen()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for those that look after a run
    print("ready", flush=True)  # noqa: T201
    while True:
        ready, _, _ = select.select([listener, sys.stdin], [], [])
        if sys.stdin in ready:
            return
        connection, _ = listener.accept()
        if os.fork() == 0:
            listener.close()
            _look_after(connection)
            os._exit(0)
        connection.close()


def _import_all() -> None:
    _take_words()
    for package in PACKAGES:
        for found in pkgutil.walk_packages([str(ROOT / package)], f"{package}."):
            # What needs an extra that is not there: whoever asks for it sees how that fails.
            with suppress(ModuleNotFoundError):
                importlib.import_module(found.name)


def _take_words() -> None:
    sys.path.append(str(ROOT / "tests"))
    collected = importlib.import_module("support.collected_words")
    sys.path.pop()
    index_cache = importlib.import_module("screening.engine.index_cache")
    for name, take in collected.collectors(Path(os.environ[collected.FOLDER])).items():
        setattr(index_cache, name, take)


def _look_after(connection: socket.socket) -> None:
    """Run one command line, and tell its exit status."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    message, handles, _, _ = socket.recv_fds(connection, 1 << 20, 3)
    child = os.fork()
    if child == 0:
        connection.close()
        _become(json.loads(message), handles)
    for handle in handles:
        os.close(handle)
    link, finished = connection.fileno(), os.pidfd_open(child)
    ended = select.select([link, finished], [], [])[0]
    if link in ended:  # whoever asked has had enough of waiting
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if link not in ended:
        connection.sendall(str(os.waitstatus_to_exitcode(status)).encode())


def _become(asked: dict[str, Any], handles: list[int]) -> None:
    """Go on as the command line, in place of this program."""
    for place, handle in enumerate(handles):
        os.dup2(handle, place)
        os.close(handle)
    os.environ.clear()
    os.environ.update(asked["environment"])
    os.chdir(asked["folder"])
    sys.path[0] = asked["folder"]
    sys.argv = ["cli", *asked["arguments"]]
    status = 0
    try:
        if asked["code"] is None:
            runpy.run_module("cli", run_name="__main__", alter_sys=True)
        else:
            exec(asked["code"], {"__name__": "__main__"})
    except SystemExit as ended:
        status = int(ended.code or 0)
    except BaseException:  # noqa: BLE001 (as Python itself does)
        sys.excepthook(*sys.exc_info())
        status = 1
    threading._shutdown()  # type: ignore[attr-defined]
    atexit._run_exitfuncs()
    sys.stdout.flush()
    os._exit(status)


if __name__ == "__main__":
    main()

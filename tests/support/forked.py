"""Runs of the command line, and of short programs, without the second that Python needs for our
modules: forks of a program that has read them.
"""

import atexit
import json
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

SERVER = Path(__file__).with_name("fork_server.py")
CAN_FORK = hasattr(os, "fork") and hasattr(os, "pidfd_open")
PATIENCE_SECONDS = 300
"""For one run, on a machine that has other work as well."""


def forked(
    arguments: Sequence[str],
    folder: Path,
    environment: Mapping[str, str],
    *,
    stdin: bytes = b"",
    code: str | None = None,
    site: str = "",
) -> tuple[int, bytes, bytes]:
    """Run ``python -m cli``, or some code as ``python -c`` does, in a fork of its own.

    Args:
        arguments: of the command line.
        folder: where it runs.
        environment: all of its variables.
        stdin: what it is told.
        code: what is run in place of the command line.
        site: a folder with a ``sitecustomize.py`` with which the program started that forks.

    Returns:
        The exit status (of a killed one the signal's number below zero), standard output and
        standard error.
    """
    asked = {
        "arguments": arguments, "folder": str(folder), "environment": dict(environment),
        "code": code,
    }  # fmt: skip
    with (
        socket.socket(socket.AF_UNIX) as link,
        tempfile.TemporaryFile() as given,
        tempfile.TemporaryFile() as out,
        tempfile.TemporaryFile() as err,
    ):
        given.write(stdin)
        given.seek(0)
        link.settimeout(PATIENCE_SECONDS)
        link.connect(_server(site))
        handles = [given.fileno(), out.fileno(), err.fileno()]
        socket.send_fds(link, [json.dumps(asked).encode()], handles)
        status = int(link.recv(20))
        out.seek(0)
        err.seek(0)
        return status, out.read(), err.read()


@cache
def _server(site: str) -> str:
    """Where the program listens that forks; one of each kind for this process's tests."""
    folder = tempfile.TemporaryDirectory()
    address = f"{folder.name}/socket"
    server = subprocess.Popen(
        [sys.executable, str(SERVER), address],
        env={**os.environ, "PYTHONPATH": site} if site else None,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert server.stdin is not None
    assert server.stdout is not None
    assert server.stdout.readline() == b"ready\n"

    def end() -> None:
        server.communicate()
        folder.cleanup()

    atexit.register(end)
    return address

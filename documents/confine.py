"""What the process that parses may do: compute, within its memory. Nothing else.

Several fences, since none of them is there on every platform: the kernel's resource limits, a
network of its own without any connection, Landlock, and Python's audit hooks.
"""

import ctypes
import os
import sys
from typing import Any

from documents import landlock
from documents.limits import MEMORY
from documents.ocr import PROGRAM

# As Linux has them.
_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000
_PR_SET_PDEATHSIG = 1
_PR_SET_NO_NEW_PRIVS = 38
_SIGKILL = 9
# https://docs.python.org/3/library/audit_events.html; whatever begins so is refused.
_REFUSED = (
    "socket.", "os.", "shutil.", "ftplib.", "http.", "urllib.", "smtplib.",
    "webbrowser.", "sqlite3.", "tempfile.", "pty.", "signal.",
)  # fmt: skip
# What imports and the start of tesseract need.
_ALLOWED = ("os.listdir", "os.scandir", "os.posix_spawn", "os.fork", "os.exec")
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def confine() -> None:
    """Shut this process in, for good. What a platform does not have is left out."""
    sys.dont_write_bytecode = True
    _limit_resources()
    _leave_the_network()
    landlock.shut_in()
    sys.addaudithook(_watch)


def _limit_resources() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    limits = {"RLIMIT_AS": MEMORY, "RLIMIT_FSIZE": 0, "RLIMIT_CORE": 0}
    for name, value in limits.items():
        kind = getattr(resource, name)
        _, hard = resource.getrlimit(kind)
        most = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(kind, (most, most))


def _leave_the_network() -> None:
    """A network namespace of our own, which has no connection; die with the parent."""
    if not sys.platform.startswith("linux"):
        return
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_PR_SET_PDEATHSIG, _SIGKILL, 0, 0, 0)
    libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    # Both may be refused in a container; the audit hook is still there.
    if libc.unshare(_CLONE_NEWNET) != 0:
        libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET)


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    """Refuse what a parser has no business to do."""
    if event == "open":
        _, mode, flags = arguments
        writes = isinstance(mode, str) and set(mode) & set("wax+")
        # A number is a pipe that is open already.
        named = not isinstance(arguments[0], int) and arguments[0] != os.devnull
        if named and (writes or flags & _WRITES):
            raise PermissionError("a reader of documents writes nothing")
    elif event == "subprocess.Popen":
        if PROGRAM is None or arguments[0] != PROGRAM:
            raise PermissionError("a reader of documents starts no programs")
    elif event.startswith(_REFUSED) and event not in _ALLOWED:
        raise PermissionError(f"a reader of documents does no {event}")

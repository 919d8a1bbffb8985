"""Landlock: what the kernel lets the process that parses open, reach and signal, also when native
code (lxml, PDFium) has been made to run somebody's program, which no audit hook of Python's sees.

Three system calls of Linux 5.13 and later, by ctypes: the packages for them are unfinished. The
structures: https://docs.kernel.org/userspace-api/landlock.html. ``docs/decisions/0022``.
"""

import ctypes
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

# The same on every architecture.
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_ASK_VERSION = 1
_PATH_BENEATH = 1

# As Linux has them.
_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR = 1 << 0, 1 << 1, 1 << 2, 1 << 3
_READS = _EXECUTE | _READ_FILE | _READ_DIR
_FILE_RIGHTS = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 5: (1 << 16) - 1}
"""Every right over files that a version of the interface knows, by the version that brought it."""
_NETWORK_SINCE, _NETWORK = 4, 0b11  # to bind and to connect TCP
_SCOPES_SINCE, _SCOPES = 6, 0b11  # abstract sockets and signals of processes outside

_SYSTEM = (
    "/usr", "/lib", "/lib32", "/lib64", "/bin", "/etc/ld.so.cache", "/etc/fonts", "/etc/localtime",
    "/dev/zero", "/dev/urandom", "/dev/random", "/sys/devices/system/cpu", "/proc/cpuinfo",
    "/proc/meminfo",
)  # fmt: skip
"""What Python, its libraries and tesseract read; nothing there is anybody's secret."""
_FOLDERS = ("LD_LIBRARY_PATH", "TESSDATA_PREFIX")


class _Ruleset(ctypes.Structure):
    _fields_ = (
        ("handled_access_fs", ctypes.c_uint64),
        ("handled_access_net", ctypes.c_uint64),
        ("scoped", ctypes.c_uint64),
    )


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _layout_ = "ms"
    _fields_ = (("allowed_access", ctypes.c_uint64), ("parent_fd", ctypes.c_int32))


def version() -> int:
    """The kernel's version of Landlock; 0 where there is none, or where it is switched off."""
    if not sys.platform.startswith("linux"):
        return 0
    return max(0, _call(_CREATE_RULESET, None, ctypes.c_size_t(0), _ASK_VERSION))


def shut_in() -> bool:
    """Let this process read the program and the system's libraries, and nothing else: no other
    file, no connection, no signal to a process outside, no look into one. For good.

    ``no_new_privs`` has to be set before. Returns whether the kernel has Landlock.
    """
    found = version()
    if not found:
        return False
    rights = max(bits for since, bits in _FILE_RIGHTS.items() if since <= found)
    asked = _Ruleset(
        rights,
        _NETWORK if found >= _NETWORK_SINCE else 0,
        _SCOPES if found >= _SCOPES_SINCE else 0,
    )
    ruleset = _call(_CREATE_RULESET, ctypes.byref(asked), _size(found), 0)
    if ruleset < 0:
        return False
    try:
        for path in _readable():
            _allow(ruleset, path, _READS)
        _allow(ruleset, os.devnull, _READ_FILE | _WRITE_FILE)
        return _call(_RESTRICT_SELF, ruleset, 0) == 0
    finally:
        os.close(ruleset)


def _readable() -> Iterable[str]:
    """Where the program and what it starts are."""
    ours = [
        sys.prefix,
        sys.base_prefix,
        sys.exec_prefix,
        *sys.path,
        os.path.realpath(sys.executable),
    ]
    told = [part for name in _FOLDERS for part in os.environ.get(name, "").split(os.pathsep)]
    # An empty one would be the folder that we happen to stand in, which is a stranger's.
    return dict.fromkeys(filter(None, (*_SYSTEM, *ours, *told)))


def _allow(ruleset: int, path: str, rights: int) -> None:
    """Allow what is beneath a path; one that is not there needs no rule."""
    with suppress(OSError):
        handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
        try:
            held = rights if Path(path).is_dir() else rights & ~_READ_DIR
            rule = _Beneath(held, handle)
            _call(_ADD_RULE, ruleset, _PATH_BENEATH, ctypes.byref(rule), 0)
        finally:
            os.close(handle)


def _size(found: int) -> ctypes.c_size_t:
    """How much of the structure a version knows."""
    fields = 1 + (found >= _NETWORK_SINCE) + (found >= _SCOPES_SINCE)
    return ctypes.c_size_t(8 * fields)


def _call(number: int, *arguments: object) -> int:
    result: int = ctypes.CDLL(None, use_errno=True).syscall(ctypes.c_long(number), *arguments)
    return result

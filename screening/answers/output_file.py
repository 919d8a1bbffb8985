"""Whether a file can be written, looked at before the work and not after hours of it."""

import os
from pathlib import Path

from records import UsageError

STANDARD_OUTPUT = ("-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1")
DEVICES = Path("/dev")
PROCESSES = Path("/proc")
"""Where the system has the files that a process has open."""


def check_output(path: Path, *read: Path) -> None:
    """Refuse a file that could not be written in the end, or that would destroy what is read.

    Args:
        path: what will be written.
        read: files that the answer is made from.

    Raises:
        UsageError: it is a folder, a device or a pipe, its folder is not there or not to be
            written in, or it is one of ``read``.
    """
    folder = path.absolute().parent
    if path.is_dir():
        raise UsageError(f"{path}: a folder, not a file to write. Nothing was done")
    if _is_device(path):
        raise UsageError(
            f"{path}: a device or a pipe, which a file of results would replace. Nothing was done. "
            "Give the name of a file, or none for standard output"
        )
    if not folder.is_dir():
        raise UsageError(f"{path}: there is no folder {path.parent}. Nothing was done")
    if not os.access(folder, os.W_OK):
        raise UsageError(f"{path}: no permission to write in {folder}. Nothing was done")
    if path.exists() and any(each.exists() and path.samefile(each) for each in read):
        raise UsageError(
            f"{path}: the file that is read; the results would replace it. Nothing was done. "
            "Give another --output"
        )


def is_standard_output(path: Path) -> bool:
    """Whether a name that was given for a file of results says standard output."""
    return str(path) in STANDARD_OUTPUT


def _is_device(path: Path) -> bool:
    # Results are written beside their place and renamed: for root that would put a file in the
    # place of /dev/null. /dev/stdout looks like a file where it leads into one.
    folder = path.absolute().parent.resolve()
    if folder == DEVICES or PROCESSES in folder.parents:
        return True
    return path.exists() and not path.is_file()


def check_folder(path: Path) -> None:
    """Refuse a folder for results whose name a file has.

    Raises:
        UsageError: it is a file.
    """
    if path.exists() and not path.is_dir():
        raise UsageError(f"{path}: a file, not a folder for the results. Nothing was done")

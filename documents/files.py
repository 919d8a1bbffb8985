"""Bytes from the file system: which files a path stands for, and a file's bytes within limits."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from records import DocumentError


def walk(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files that ``paths`` stand for: files as given, folders with all that is in them.

    Folders are walked in the order of their names, so that the order is the same each time. Links
    to folders are followed, each folder once. What cannot be listed, is missing, or is a folder
    without files is yielded itself: reading it then gives the reason, and nothing is passed over.
    """
    for path in paths:
        if _is_folder(path):
            yield from _walk_folder(path, set())
        else:
            yield path


def _is_folder(path: Path) -> bool:
    """A path that cannot be looked at is none: whoever reads it then learns why."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _walk_folder(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Path]:
    try:
        status = folder.stat()
        entries = sorted(folder.iterdir())
    except OSError:
        yield folder
        return
    if (status.st_dev, status.st_ino) in seen:
        return
    top = not seen
    seen.add((status.st_dev, status.st_ino))
    count = 0
    for entry in entries:
        for path in _walk_folder(entry, seen) if _is_folder(entry) else (entry,):
            count += 1
            yield path
    if top and count == 0:
        yield folder


def load(path: Path | None, data: bytes | None, *, largest: int) -> bytes:
    """Give the bytes of a document.

    Raises:
        DocumentError: the file is missing, no file, not permitted, empty, or larger than
            ``largest`` bytes.
    """
    if data is None:
        if path is None:
            raise TypeError("read() needs a path or data")
        data = _load_file(path, largest)
    if len(data) > largest:
        raise _too_large(largest)
    if not data:
        raise DocumentError("the file is empty: nothing to screen")
    return data


def _load_file(path: Path, largest: int, most: int | None = None) -> bytes:
    try:
        if path.is_dir():
            raise DocumentError(_why_not_read(path))
        # A named pipe that nobody writes to would block for ever when it is opened.
        with open(path, "rb", opener=_open_at_once) as file:
            if os.fstat(file.fileno()).st_size > largest:
                raise _too_large(largest)
            return file.read(most or largest + 1)
    except FileNotFoundError as error:
        raise DocumentError("no such file: nothing was read. Is the path right?") from error
    except PermissionError as error:
        raise DocumentError("no permission to read it: nothing was read") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DocumentError(f"it cannot be read: {reason}") from error


def _open_at_once(path: str, flags: int) -> int:
    descriptor = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
    if hasattr(os, "set_blocking"):
        os.set_blocking(descriptor, True)
    return descriptor


def _why_not_read(folder: Path) -> str:
    if not os.access(folder, os.R_OK | os.X_OK):
        return "a folder that may not be listed: nothing in it was read"
    # ``walk`` gives a folder only where there is no file in it; a table or a list of names is one.
    if next(walk([folder])) != folder:
        return "a folder, not a file: nothing was read. Give a file in it"
    return "a folder without files: nothing to screen"


def _too_large(largest: int) -> DocumentError:
    return DocumentError(
        f"larger than {largest / 1e6:,.0f} MB: nothing was read. Split it and screen the parts."
    )


def load_head(path: Path, length: int) -> tuple[bytes, bytes]:
    """The first and the last bytes of a file that may be larger than memory.

    Raises:
        DocumentError: the file is missing, no file, not permitted, or empty.
    """
    head = _load_file(path, largest=1 << 62, most=length)
    if not head:
        raise DocumentError("the file is empty: nothing to screen")
    with path.open("rb") as file:
        file.seek(max(len(head), os.fstat(file.fileno()).st_size - length))
        return head, file.read(length)

"""Files that are replaced whole: a reader sees the old file or the new one, never half of one."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A temporary file beside ``path``, which takes its place once the block ends without error.

    It is on the disk before it is renamed, so that a power cut cannot leave an empty file.

    Raises:
        OSError: it cannot be written; ``path`` is what it was.
    """
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    os.close(handle)
    beside = Path(name)
    try:
        yield beside
        sync(beside)
        # mkstemp keeps others out; what is kept here is for everybody who may read the folder.
        beside.chmod(0o644)
        beside.replace(path)
        sync(path.parent)
    finally:
        beside.unlink(missing_ok=True)


def replace_text(path: Path, text: str) -> None:
    """Write a small text file so that a reader sees the old one or the new one.

    Raises:
        OSError: it cannot be written; ``path`` is what it was.
    """
    with replacing(path) as beside:
        beside.write_text(text, encoding="utf-8")


def remove_folder(folder: Path) -> None:
    """Remove a folder so that a reader sees all of it or nothing, also when this is cut off.

    What is then left begins with a dot, and is for whoever next clears the folder around it.
    """
    going = folder
    if not folder.name.startswith("."):
        with suppress(OSError):  # it is not there, or one is left from before: nothing is lost
            going = folder.replace(folder.with_name(f".gone-{folder.name}"))
    shutil.rmtree(going, ignore_errors=True)


def sync(path: Path) -> None:
    """Wait until a file or folder is on the disk."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

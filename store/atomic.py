"""Files and folders that are replaced whole: a reader sees the old one or the new one, never half
of one.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

GOING = ".going-"
"""What the name of a folder begins with that is being removed."""


@contextmanager
def replacing(path: Path, beside: Path | None = None) -> Iterator[Path]:
    """A temporary file beside ``path``, which takes its place once the block ends without error.

    It is on the disk before it is renamed, so that a power cut cannot leave an empty file.

    Args:
        path: what is replaced.
        beside: the temporary file, where nobody else writes one; None for a name of its own.

    Raises:
        OSError: it cannot be written; ``path`` is what it was.
    """
    if beside is None:
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


def replace_text(path: Path, text: str, beside: Path | None = None) -> None:
    """Write a small text file; see ``replacing``.

    Raises:
        OSError: it cannot be written; ``path`` is what it was.
    """
    with replacing(path, beside) as new:
        new.write_text(text, encoding="utf-8")


@contextmanager
def replacing_folder(folder: Path) -> Iterator[Path]:
    """A new folder beside ``folder``, which takes its place once the block ends without error.

    For what can be made again: nothing waits until it is on the disk.

    Raises:
        OSError: it cannot be written.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=".new-", dir=folder.parent))
    try:
        # mkdtemp keeps others out; what is kept here is for everybody who may read the home.
        beside.chmod(folder.parent.stat().st_mode)
        yield beside
        _move(beside, folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def put_folder(new: Path, folder: Path) -> None:
    """Move a finished folder to its place on the same disk, where it replaces what is there.

    Its files are on the disk before it is renamed, so that a power cut cannot leave half of it.

    Raises:
        OSError: it cannot be moved; what was there is there.
    """
    for path in new.iterdir():
        sync(path)
    sync(new)
    new.chmod(0o755)
    _move(new, folder)
    sync(folder.parent)


def remove_folder(folder: Path) -> None:
    """Remove a folder in one step: a reader finds it whole or not at all, also when this is cut
    off. What is then left begins with a dot, and is for whoever next clears the folder around it.

    Raises:
        OSError: it cannot be removed.
    """
    shutil.rmtree(_out_of_the_way(folder))


def _move(new: Path, folder: Path) -> None:
    if not folder.exists():
        new.rename(folder)
        return
    going = _out_of_the_way(folder)
    new.rename(folder)
    shutil.rmtree(going, ignore_errors=True)


def _out_of_the_way(folder: Path) -> Path:
    going = folder.with_name(f"{GOING}{folder.name}")
    shutil.rmtree(going, ignore_errors=True)
    return folder.rename(going)


def sync(path: Path) -> None:
    """Wait until a file or folder is on the disk."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

"""Snapshot folders: written beside their place, synced, and moved there in one step.

So a folder that has its final name is whole, whenever the power went. What an update leaves
behind when it is killed begins with a dot and is cleared away by the next one.
"""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from records import Snapshot
from store.entities import LINES, OFFSETS, EntityWriter
from store.home import Home

DESCRIPTION = "snapshot.json"
PREFIX = ".incoming-"
GOING = ".going-"
"""A folder that was on its way out begins so."""
DESCRIBED = ("source", "sha256", "edition", "fetched_at", "origin", "entities", "names")


class IncomingSnapshot:
    """A snapshot that is being written; nobody sees it before ``keep``."""

    def __init__(self, home: Home, source: str) -> None:
        place = home.snapshots / source
        place.mkdir(parents=True, exist_ok=True)
        self._place = place
        self.folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=place))
        self.entities = EntityWriter(self.folder)

    def target(self, sha256: str) -> Path:
        """The folder that it will be."""
        return self._place / sha256

    def keep(self, snapshot: Snapshot, details: dict[str, object]) -> None:
        """Finish the files and move the folder to ``snapshot.folder``.

        Args:
            snapshot: what to call it.
            details: more to write down about where it came from.
        """
        self.entities.close()
        described = {key: getattr(snapshot, key) for key in DESCRIBED} | details
        text = json.dumps(described, ensure_ascii=False, indent=1) + "\n"
        (self.folder / DESCRIPTION).write_text(text, encoding="utf-8")
        for path in self.folder.iterdir():
            _sync(path)
        _sync(self.folder)
        self.folder.chmod(0o755)
        if not is_whole(snapshot):
            if snapshot.folder.exists():
                shutil.rmtree(snapshot.folder)
            self.folder.rename(snapshot.folder)
        _sync(self._place)

    def discard(self) -> None:
        """Remove what was not kept."""
        self.entities.abandon()
        shutil.rmtree(self.folder, ignore_errors=True)


@contextmanager
def incoming_snapshot(home: Home, source: str) -> Iterator[IncomingSnapshot]:
    """Begin a snapshot; without ``keep`` nothing of it stays."""
    snapshot = IncomingSnapshot(home, source)
    try:
        yield snapshot
    finally:
        snapshot.discard()


def is_whole(snapshot: Snapshot) -> bool:
    """Whether every file of the snapshot is in its place."""
    return all((snapshot.folder / name).is_file() for name in (DESCRIPTION, LINES, OFFSETS))


def clear_leftovers(home: Home) -> None:
    """Remove what an update left that was killed. Only the holder of the lock may do this."""
    for prefix in (PREFIX, GOING):
        for folder in home.snapshots.glob(f"*/{prefix}*"):
            shutil.rmtree(folder, ignore_errors=True)
    for file in home.path.glob(".wanted-*"):
        file.unlink(missing_ok=True)
    shutil.rmtree(home.incoming, ignore_errors=True)


def _sync(path: Path) -> None:
    """Wait until a file or folder is on the disk, so that a later rename cannot overtake it."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

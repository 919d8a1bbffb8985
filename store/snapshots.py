"""Snapshot folders: written beside their place, synced, and moved there in one step.

So a folder that has its final name is whole, whenever the power went. What an update leaves
behind when it is killed begins with a dot and is cleared away by the next one.
"""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from records import Snapshot
from store.atomic import GOING, put_folder
from store.copies import describe
from store.entities import EntityWriter
from store.home import Home

PREFIX = ".incoming-"


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

    def keep(self, snapshot: Snapshot, details: Mapping[str, object]) -> Snapshot:
        """Finish the files and move the folder to ``snapshot.folder``.

        Args:
            snapshot: what to call it.
            details: more to write down about where it came from.

        Returns:
            The snapshot with its seal. It replaces a copy that is there already.
        """
        self.entities.close()
        seal = describe(self.folder, snapshot, details)
        put_folder(self.folder, snapshot.folder)
        return replace(snapshot, seals=tuple(sorted({*snapshot.seals, seal})))

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


def clear_leftovers(home: Home) -> None:
    """Remove what an update left that was killed. Only the holder of the lock may do this."""
    for prefix in (PREFIX, GOING):
        for folder in home.snapshots.glob(f"*/{prefix}*"):
            shutil.rmtree(folder, ignore_errors=True)
    for file in home.path.glob(".wanted*"):
        file.unlink(missing_ok=True)
    shutil.rmtree(home.incoming, ignore_errors=True)

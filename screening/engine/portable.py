"""An engine in one archive, for machines that do not see the home: the index, which is read there
as it is here, the entries of the editions, and the ownership data in use.
"""

import json
import tarfile
import tempfile
from dataclasses import asdict, replace
from io import BytesIO
from pathlib import Path
from typing import Any

from matcher.index.index import NameIndex
from records import ListWarning, Snapshot
from screening.engine.engine import Engine
from screening.engine.joined_entries import JoinedEntries
from store import Home, ownership
from store.copies import DESCRIPTION as COPY
from store.copies import LINES, OFFSETS

DESCRIPTION = "engine.json"
PARTIES = "parties.json"


def pack(engine: Engine, archive: Path, as_of: str | None = None) -> None:
    """Write an engine as a TAR archive, with the ownership data in its home.

    Args:
        engine: the list editions.
        archive: the file to write.
        as_of: ISO 8601 date or time whose ownership data is used; None for now.
    """
    described = {
        "snapshots": [
            {key: value for key, value in asdict(snapshot).items() if key != "folder"}
            for snapshot in engine.snapshots
        ],
        "chosen": sorted(engine.chosen),
        "warnings": [asdict(warning) for warning in engine.warnings],
    }
    with tarfile.open(archive, "w") as tar:
        for snapshot in engine.snapshots:
            for name in (LINES, OFFSETS, COPY):
                tar.add(snapshot.folder / name, f"{_place(snapshot)}/{name}")
        with tempfile.TemporaryDirectory(dir=archive.parent) as index:
            # Not the one in the home: that may be a home that cannot be written, without one.
            engine.index.save(Path(index))
            tar.add(index, "index")
        _put(tar, PARTIES, engine.joined.file)
        _put(tar, ownership.CARRIED, ownership.carry(engine.home, as_of))
        for edition in ownership.active(engine.home, as_of):
            folder = edition.folder(engine.home)
            tar.add(folder, str(folder.relative_to(engine.home.path)))
        _put(tar, DESCRIPTION, json.dumps(described).encode())


def _put(tar: tarfile.TarFile, name: str, data: bytes) -> None:
    info = tarfile.TarInfo(name)
    info.size = len(data)
    tar.addfile(info, BytesIO(data))


def unpacked(folder: Path) -> Engine:
    """The engine of an archive that was unpacked into a folder.

    Raises:
        OSError, ValueError, KeyError: it is not whole, or of another version of the program.
    """
    described: dict[str, Any] = json.loads((folder / DESCRIPTION).read_text(encoding="utf-8"))
    snapshots = [
        Snapshot(**{**item, "seals": tuple(item["seals"])}, folder=folder)
        for item in described["snapshots"]
    ]
    return Engine(
        home=Home(folder),
        snapshots=tuple(replace(item, folder=folder / _place(item)) for item in snapshots),
        index=NameIndex.load(folder / "index"),
        joined=JoinedEntries((folder / PARTIES).read_bytes),
        chosen=frozenset(described["chosen"]),
        judged=[ListWarning(**item) for item in described["warnings"]],
    )


def _place(snapshot: Snapshot) -> str:
    return f"snapshots/{snapshot.source}/{snapshot.sha256}"

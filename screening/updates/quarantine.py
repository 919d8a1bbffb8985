"""Quarantine for refused list files: a few for each list, for a person to look at."""

import shutil
from hashlib import sha256
from pathlib import Path

from store.home import Home

KEPT = 5
"""Files for each list: enough to compare some bad days, without filling a disk."""


def quarantine(home: Home, source: str, file: Path) -> Path | None:
    """Copy a refused file into the home.

    Returns:
        Where it is, or None when it could not be kept: the disk may be what failed.
    """
    folder = home.rejected / source
    try:
        with file.open("rb") as opened:
            name = _digest(opened.read(1 << 30))
        target = folder / f"{name}{file.suffix}"
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
        target.touch()
        for old in sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime)[:-KEPT]:
            old.unlink()
    except OSError:
        return None
    return target


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()[:16]

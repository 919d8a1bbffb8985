"""Quarantine for refused list files: a few for each list, for a person to look at."""

import shutil
from pathlib import Path

from records import file_sha256
from store.home import Home

KEPT = 5
"""Files for each list: enough to compare some bad days, without filling a disk."""
MOST_BYTES = 512 << 20
"""Of all files of one list: the largest list has 121 MB."""


def quarantine(home: Home, source: str, file: Path) -> Path | None:
    """Copy a refused file into the home.

    Returns:
        Where it is, or None when it could not be kept: the disk may be what failed, or it is larger
        than all that are kept may be.
    """
    folder = home.rejected / source
    try:
        if file.stat().st_size > MOST_BYTES:
            return None
        target = folder / f"{file_sha256(file)[:16]}{file.suffix}"
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
        target.touch()
        total, newest = 0, sorted(folder.iterdir(), key=lambda path: -path.stat().st_mtime)
        for place, each in enumerate(newest):
            total += each.stat().st_size
            if place >= KEPT or total > MOST_BYTES:
                each.unlink()
    except OSError:
        return None
    return target

"""Files that are read block by block, each block checked when it is read.

The lines of an edition of ten million holdings take a gigabyte, of which one answer needs some
kilobytes: so they are neither read nor checked whole, and yet no byte is used that is not what was
written.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from zlib import crc32

from records import StoreError
from records.file_parts import FileParts
from records.sealed import sealed, unsealed

SUMS = "blocks.json"
BLOCK = 1 << 14
"""Bytes."""
REMEMBERED = 4096
"""Blocks of a file that are kept once they were read: 64 MB."""


def sums_of(folder: Path) -> dict[str, list[int]]:
    """The CRC-32 of each block of each file."""
    found = {}
    for path in sorted(path for path in folder.iterdir() if path.name != SUMS):
        with path.open("rb") as file:
            found[path.name] = [crc32(block) for block in iter(lambda: file.read(BLOCK), b"")]
    return found


def write_sums(folder: Path) -> None:
    """Put the sums of a folder's files beside them; nothing of it changes after that."""
    (folder / SUMS).write_text(sealed({"files": sums_of(folder)}), encoding="utf-8")


def read_sums(folder: Path) -> Mapping[str, Sequence[int]]:
    """What ``write_sums`` wrote; of a folder from before there were sums, what is there now.

    Raises:
        StoreError: they are not what was written.
    """
    path = folder / SUMS
    try:
        sums: Mapping[str, Sequence[int]] = unsealed(path.read_bytes())["files"]
    except FileNotFoundError:
        return sums_of(folder)
    except (OSError, ValueError, KeyError) as error:
        raise damaged(path) from error
    return sums


def is_whole(folder: Path) -> bool:
    """Whether everything is there that was written, to the last byte."""
    try:
        sums, found = read_sums(folder), sums_of(folder)
    except (OSError, StoreError):
        return False
    return (folder / SUMS).is_file() and all(found.get(name) == sums[name] for name in sums)


def damaged(path: Path) -> StoreError:
    """The error for a file that is not what was written."""
    return StoreError(
        f"{path}: is damaged: it is not what was written. Nothing was answered. Import the "
        "ownership data again: namewarden ownership import FILE --source SOURCE"
    )


class CheckedFile:
    """A file, the blocks of which are checked as they are read.

    Raises:
        StoreError: it is missing.
    """

    def __init__(self, path: Path, sums: Mapping[str, Sequence[int]]) -> None:
        self.path = path
        self._blocks: dict[int, bytes] = {}
        try:
            self._sums = sums[path.name]
            self._parts = FileParts(path)
        except (OSError, KeyError) as error:
            raise damaged(path) from error

    def block(self, number: int) -> bytes:
        """A block; nothing behind the end of the file.

        Raises:
            StoreError: it is not what was written.
        """
        found = self._blocks.get(number)
        if found is None:
            if len(self._blocks) >= REMEMBERED:
                self._blocks.clear()
            found = self._blocks[number] = self._checked(number)
        return found

    def _checked(self, number: int) -> bytes:
        if number >= len(self._sums):
            return b""
        try:
            data = self._parts.read(number * BLOCK, (number + 1) * BLOCK)
        except OSError as error:
            raise damaged(self.path) from error
        if crc32(data) != self._sums[number]:
            raise damaged(self.path)
        return data

    def line(self, begin: int) -> bytes:
        """From a byte on to the end of its line."""
        number, within = divmod(begin, BLOCK)
        part = self.block(number)[within:]
        while b"\n" not in part:
            number += 1
            more = self.block(number)
            if not more:
                raise damaged(self.path)
            part += more
        return part[: part.index(b"\n") + 1]

    def whole(self) -> bytes:
        """All of it; its blocks are not kept."""
        return b"".join(map(self._checked, range(len(self._sums))))

"""Opens a list file as it came: plain, or packed as .gz, .bz2, .xz or .zip, told by its content.

Unpacking and hashing run in a thread of their own, beside the parser; both release the
interpreter while they work, so an unpacked list costs hardly more time than a plain one.
"""

import bz2
import gzip
import io
import lzma
import queue
import threading
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, Protocol, cast

from lists.source import HEAD
from records import ListFormatError
from records.blocks import byte_blocks

# Bytes unpacked at once: a parser takes as much (``xml_stream.CHUNK``).
BLOCK = 1 << 18
AHEAD = 16
"""Blocks that may wait for the parser: enough to keep it busy, little enough to hold."""
MAGIC = {b"\x1f\x8b": "gz", b"BZh": "bz2", b"\xfd7zXZ\x00": "xz", b"PK\x03\x04": "zip"}


class _Stream(Protocol):
    def read(self, size: int = ..., /) -> bytes: ...
    def close(self) -> None: ...


def packing(path: Path) -> str | None:
    """How the file is packed: ``gz``, ``bz2``, ``xz``, ``zip``, or None when it is not.

    A ZIP of several files is not a packed list; spreadsheets are such ZIPs.
    """
    with path.open("rb") as file:
        start = file.read(8)
    found = next((name for magic, name in MAGIC.items() if start.startswith(magic)), None)
    if found == "zip" and len(_members(path)) != 1:
        return None
    return found


def _members(path: Path) -> list[zipfile.ZipInfo]:
    try:
        with zipfile.ZipFile(path) as archive:
            return [member for member in archive.infolist() if not member.is_dir()]
    except zipfile.BadZipFile as error:
        raise ListFormatError(f"the ZIP archive is damaged or cut short ({error})") from error


def head_of(path: Path) -> bytes:
    """The first 64 KB of the file, unpacked; fewer when the file has fewer.

    Raises:
        ListFormatError: it is packed, and damaged or cut short already here.
    """
    with _errors(packing(path)), _opened(path) as stream:
        return stream.read(HEAD)


class Unpacked:
    """The unpacked bytes of a file, read once from start to end."""

    def __init__(self, stream: _Stream, kind: str | None, limit: int) -> None:
        self._stream = stream
        self._kind = kind
        self._limit = limit
        self._hash = sha256()
        self._blocks: queue.Queue[bytes | BaseException] = queue.Queue(AHEAD)
        self._block = b""
        self._stopped = threading.Event()
        self._ended = False
        self.copy_to: Callable[[bytes], object] | None = None
        """Called, in the reading thread, with every unpacked block; set it before reading."""
        self._thread = threading.Thread(target=self._fill, daemon=True)

    def read(self, size: int, /) -> bytes:
        """Up to ``size`` bytes, none at the end.

        Raises:
            ListFormatError: the file is damaged, cut short, or unpacks to more than the limit.
        """
        if not self._block and not self._ended:
            if self._thread.ident is None:
                self._thread.start()
            self._next_block()
        taken, self._block = self._block[:size], self._block[size:]
        return taken

    @property
    def sha256(self) -> str:
        """Of all unpacked bytes; only known when ``read`` has returned the last of them."""
        if not self._ended:
            raise ValueError("the file was not read to its end")
        return self._hash.hexdigest()

    def drain(self) -> None:
        """Read what the parser left, so that the hash covers the whole file."""
        while self.read(BLOCK):
            pass

    def close(self) -> None:
        """Stop reading; needed when the end was not reached."""
        self._stopped.set()
        if self._thread.ident is not None:
            while self._thread.is_alive():
                self._discard()
                self._thread.join(0.01)
        self._stream.close()

    def _discard(self) -> None:
        while not self._blocks.empty():
            self._blocks.get_nowait()

    def _next_block(self) -> None:
        block = self._blocks.get()
        if isinstance(block, BaseException):
            self._ended = True
            raise block
        self._ended = not block
        self._block = block

    def _fill(self) -> None:
        try:
            for block in self._read_all():
                self._hash.update(block)
                if self.copy_to is not None:
                    self.copy_to(block)
                self._blocks.put(block)
                if self._stopped.is_set():
                    return
            self._blocks.put(b"")
        except BaseException as error:  # noqa: BLE001  # raised again by whoever reads
            self._blocks.put(error)

    def _read_all(self) -> Iterator[bytes]:
        total = 0
        with _errors(self._kind):
            for block in byte_blocks(self._stream.read, BLOCK):
                total += len(block)
                if total > self._limit:
                    raise ListFormatError(f"it unpacks to more than {self._limit >> 20} MB")
                yield block


@contextmanager
def unpacked(path: Path, limit: int) -> Iterator[Unpacked]:
    """Open a list file, packed or not.

    Args:
        path: the file as it came.
        limit: bytes; a file that unpacks to more is refused, however small it is packed.

    Raises:
        ListFormatError: see ``Unpacked.read``.
    """
    kind = packing(path)
    with _errors(kind), _opened(path) as stream:
        file = Unpacked(stream, kind, limit)
        try:
            yield file
        finally:
            file.close()


@contextmanager
def _opened(path: Path) -> Iterator[_Stream]:
    kind = packing(path)
    with path.open("rb") as file:
        if kind == "zip":
            with zipfile.ZipFile(file) as archive, archive.open(_members(path)[0]) as member:
                yield cast("_Stream", member)
        else:
            yield _unpacker(kind, file)


def _unpacker(kind: str | None, file: BinaryIO) -> _Stream:
    if kind == "gz":
        return gzip.GzipFile(fileobj=file)
    if kind == "bz2":
        return bz2.BZ2File(file)
    if kind == "xz":
        return lzma.LZMAFile(file)
    return io.BufferedReader(cast("io.RawIOBase", file), BLOCK)


@contextmanager
def _errors(kind: str | None) -> Iterator[None]:
    try:
        yield
    except EOFError as error:
        raise ListFormatError(f"the .{kind} file is cut short") from error
    except (zlib.error, lzma.LZMAError, zipfile.BadZipFile, RuntimeError) as error:
        raise ListFormatError(f"the .{kind} file is damaged ({error})") from error
    except OSError as error:
        if error.errno is not None or kind is None:
            raise
        raise ListFormatError(f"the .{kind} file is damaged ({error})") from error

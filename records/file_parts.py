"""Files of which a part here and there is read, by several threads at once.

A file that is mapped instead ends the process (SIGBUS) when it is cut in place meanwhile; one that
is read then gives fewer bytes, which a checksum tells.
"""

import os
from pathlib import Path
from threading import Lock
from weakref import finalize


class FileParts:
    """A file opened for reading; it is closed with the object, at the latest.

    Raises:
        OSError: it cannot be opened.
    """

    def __init__(self, path: Path) -> None:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        self._handle = handle
        self._turn = Lock()
        self.size = os.fstat(handle).st_size
        """Bytes, when it was opened."""
        self._closing = finalize(self, os.close, handle)

    def read(self, begin: int, end: int) -> bytes:
        """The bytes of a part; fewer where the file has been cut.

        Raises:
            OSError: it cannot be read.
            ValueError: it is closed.
        """
        if not self._closing.alive:
            raise ValueError("read after it was closed")
        begin = min(begin, self.size)
        end = max(begin, min(end, self.size))
        if hasattr(os, "pread"):
            return os.pread(self._handle, end - begin, begin)
        with self._turn:  # elsewhere a place and a reading are two calls
            os.lseek(self._handle, begin, os.SEEK_SET)
            return os.read(self._handle, end - begin)

    def close(self) -> None:
        """Let go of the file."""
        self._closing()

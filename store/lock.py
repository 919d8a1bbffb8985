"""One update at a time: a lock that the system releases when its holder dies, however it dies."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO

from records import StoreError
from store.home import Home

PAUSE_SECONDS = 0.2

if sys.platform == "win32":
    import msvcrt

    def try_lock(file: BinaryIO) -> bool:
        """Lock an open file for as long as it is open; False when another process holds it."""
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def try_lock(file: BinaryIO) -> bool:
        """Lock an open file for as long as it is open; False when another process holds it."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


@contextmanager
def update_lock(home: Home, notify: Callable[[str], None]) -> Iterator[None]:
    """Hold the home's update lock; wait while another process holds it.

    Raises:
        StoreError: the home cannot be written at all.
    """
    try:
        home.path.mkdir(parents=True, exist_ok=True)
        file = home.lock.open("ab")
    except OSError as error:
        raise StoreError(
            f"{home.path}: cannot be written ({error.strerror or error}). Nothing was changed. "
            "Set NAMEWARDEN_HOME to a folder that you may write to"
        ) from error
    with file:
        if not try_lock(file):
            notify(f"{home.path}: another update is running; waiting for it")
            while not try_lock(file):
                time.sleep(PAUSE_SECONDS)
        yield

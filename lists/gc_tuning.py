"""Python's search for reference cycles, paused where many records are made, and no cycle."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_cycle_search() -> Iterator[None]:
    """Pause the search: looking through a list's records again and again takes a sixth of the time
    of reading it, and a quarter of that of indexing it.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()

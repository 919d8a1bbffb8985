"""Python's search for reference cycles: seldom of use here, where records make no cycles."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# New objects after which Python looks for cycles among them; its own figure is 700.
SELDOM = 50_000


def search_seldom() -> None:
    """Look for cycles seventy times less often in this process: a fifth of the time of screening a
    file of names went into it.
    """
    _, *older = gc.get_threshold()
    gc.set_threshold(SELDOM, *older)


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

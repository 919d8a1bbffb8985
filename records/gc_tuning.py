"""Python's garbage collector, tuned for millions of records that make no reference cycles."""

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager

# New objects after which Python looks for cycles among them; its own figure is 700. A block of
# names makes and drops a hundred thousand.
RELAXED_THRESHOLD = 1_000_000


@contextmanager
def gc_paused() -> Iterator[None]:
    """Pause the collector: looking through a list's records again and again takes a sixth of the
    time of reading it, and a quarter of that of indexing it.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def relax_gc() -> None:
    """Look for cycles three hundred times less often in this process: a quarter of the time of
    screening a file of names went into it.
    """
    _, *older = gc.get_threshold()
    gc.set_threshold(RELAXED_THRESHOLD, *older)


def end_without_gc() -> None:
    """Have this process end without looking for cycles in all that it has read, which the system
    takes back at once anyway: a quarter of the time of asking for one name went into it.

    Files and connections are closed by those who opened them, and not left for this.
    """
    atexit.register(gc.freeze)

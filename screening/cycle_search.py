"""Python's search for reference cycles: seldom of use here, where records make no cycles."""

import gc

from lists.gc_tuning import without_cycle_search

# New objects after which Python looks for cycles among them; its own figure is 700. A block of
# names makes and drops a hundred thousand.
SELDOM = 200_000


def search_seldom() -> None:
    """Look for cycles three hundred times less often in this process: a quarter of the time of
    screening a file of names went into it.
    """
    _, *older = gc.get_threshold()
    gc.set_threshold(SELDOM, *older)


__all__ = ["search_seldom", "without_cycle_search"]

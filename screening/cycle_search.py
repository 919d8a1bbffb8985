"""Python's search for reference cycles: seldom of use here, where records make no cycles."""

import gc

from lists.cycle_search import without_cycle_search

# New objects after which Python looks for cycles among them (its own figure is 700), and how many
# such looks come before one at older objects, and at all (its own is 10 each).
SELDOM, OLDER, ALL = 50_000, 20, 20


def search_seldom() -> None:
    """Look for cycles seventy times less often in this process, and at old objects, which are
    remembered words here, less often still: a quarter of the time of screening a file of names
    went into it.
    """
    gc.set_threshold(SELDOM, OLDER, ALL)


__all__ = ["search_seldom", "without_cycle_search"]

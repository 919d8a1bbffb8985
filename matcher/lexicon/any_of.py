"""Regular expressions for any of some letters, of which a text has the longest that fits."""

import re
from collections.abc import Iterable


def any_of(some: Iterable[str]) -> re.Pattern[str]:
    """A pattern for the longest of some strings.

    Those that begin alike are together, since a text is laid beside each branch at each of its
    letters: one branch for each string takes twice as long.

    Args:
        some: none of them empty.

    >>> any_of(["t", "sch", "s", "sh"]).findall("tschsh")
    ['t', 'sch', 'sh']
    """
    by_first = dict[str, list[str]]()
    for one in sorted(set(some), key=lambda one: (-len(one), one)):
        by_first.setdefault(one[0], []).append(re.escape(one[1:]))
    branches = [
        re.escape(first) + (rest[0] if len(rest) == 1 else f"(?:{'|'.join(rest)})")
        for first, rest in by_first.items()
    ]
    return re.compile("|".join(branches))

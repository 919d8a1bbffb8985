"""How long the phrases of a table are that begin with a character: of most characters none is."""

from collections.abc import Iterable, Mapping


def lengths_by_first(phrases: Iterable[str], longest: int) -> Mapping[str, tuple[int, ...]]:
    """For each character with which phrases begin their lengths, the longest first.

    Args:
        phrases: of a table.
        longest: longer ones are not looked for.

    >>> lengths_by_first(["ab", "a", "abcd", "c"], 3)
    {'a': (2, 1), 'c': (1,)}
    """
    found: dict[str, set[int]] = {}
    for phrase in phrases:
        if 0 < len(phrase) <= longest:
            found.setdefault(phrase[0], set()).add(len(phrase))
    return {first: tuple(sorted(some, reverse=True)) for first, some in found.items()}

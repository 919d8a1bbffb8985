"""What is asked of arrays again and again: many runs at once, what is in a sorted array, sums by
key.
"""

from dataclasses import dataclass

import numpy as np

from matcher.columnar.arrays import Array, begins, spread, where_true


def explode(starts: Array, counts: Array) -> tuple[Array, Array]:
    """Every place of many runs: which run it is of, and the place.

    Args:
        starts: where each run begins.
        counts: how long it is; 0 for none.

    >>> [part.tolist() for part in explode(np.array([5, 7, 9]), np.array([2, 0, 1]))]
    [[0, 0, 2], [5, 6, 9]]
    """
    return np.arange(len(counts)).repeat(counts), spread(starts, counts)


def positions_in(rising: Array, wanted: Array) -> tuple[Array, Array]:
    """Where some values stand in a sorted array.

    Args:
        rising: sorted; a value may be there several times.
        wanted: in any order.

    Returns:
        For each of ``wanted`` whether it is there, and for each that is, its first place.

    >>> there, place = positions_in(np.array([2, 5, 5, 9]), np.array([9, 3, 5, 12]))
    >>> there.tolist(), place.tolist()
    ([True, False, True, False], [3, 1])
    """
    place = rising.searchsorted(wanted)
    there = place < len(rising)
    there[there] = rising[place[there]] == wanted[there]
    return there, place[there]


def is_among(rising: Array, wanted: Array) -> Array:
    """Whether each of some values stands in a sorted array.

    >>> is_among(np.array([2, 5, 9]), np.array([9, 3, 12])).tolist()
    [True, False, False]
    """
    return positions_in(rising, wanted)[0]


@dataclass(frozen=True, slots=True)
class ByKey:
    """Rows with a key each, put together by their keys, to be summed up column by column."""

    keys: Array
    """Each once, rising."""
    order: Array
    first: Array
    """Where the rows of each key begin in this order."""

    @classmethod
    def of(cls, keys: Array, allowed: Array | None = None) -> "ByKey":
        """Sort rows by key; where ``allowed`` is given, those of other keys are left out: for each
        of so many remainders of a key whether it is wanted.
        """
        order = keys.argsort()
        if allowed is not None:
            order = order[allowed[keys[order] % len(allowed)]]
        rising = keys[order]
        first = where_true(begins(rising))
        return cls(rising[first], order, first)

    @property
    def counts(self) -> Array:
        """How many rows each key has."""
        edges = np.concatenate([self.first, [len(self.order)]])
        found: Array = edges[1:] - edges[:-1]
        return found

    def sum(self, values: Array) -> Array:
        """The sum of each key's values; ``values`` has one for each row.

        >>> grouped = ByKey.of(np.array([7, 3, 7]))
        >>> grouped.keys.tolist(), grouped.sum(np.array([1.0, 2.0, 4.0])).tolist()
        ([3, 7], [2.0, 5.0])
        """
        if not len(self.first):
            return values[:0]
        found: Array = np.add.reduceat(values[self.order], self.first)
        return found

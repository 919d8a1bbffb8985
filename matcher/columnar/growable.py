"""Arrays that grow at their end: what is worked out once for each new thing, by its number."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from matcher.columnar.arrays import Array


class Numbers(dict[str, int]):
    """A number for each thing met so far, by which its figures stand in columns."""

    def __init__(self) -> None:
        super().__init__()
        self._new: list[str] = []

    def __missing__(self, thing: str) -> int:
        number = self[thing] = len(self)
        self._new.append(thing)
        return number

    def of(self, things: Sequence[str]) -> Array:
        """The numbers of some things, in one pass; those met for the first time get the next."""
        return np.fromiter(map(self.__getitem__, things), np.int64, len(things))

    def new(self) -> list[str]:
        """The things that were met for the first time since this was asked last, by their
        numbers.
        """
        found, self._new = self._new, []
        return found


class Column:
    """One figure for each of a growing number of things."""

    def __init__(self, dtype: npt.DTypeLike) -> None:
        self._room = np.zeros(1024, dtype=dtype)
        self._count = 0

    def __len__(self) -> int:
        return self._count

    @property
    def values(self) -> Array:
        """All figures so far; a view that the next ``extend`` may leave behind."""
        return self._room[: self._count]

    def extend(self, values: npt.ArrayLike) -> None:
        """Add figures at the end.

        Raises:
            OverflowError: a whole number has no room in the column's type; numpy would cut it.
        """
        new = np.asarray(values)
        if new.dtype != self._room.dtype:
            new = self._fitting(new)
        count = self._count + len(new)
        if count > len(self._room):
            room = np.zeros(max(count, 2 * len(self._room)), dtype=self._room.dtype)
            room[: self._count] = self.values
            self._room = room
        self._room[self._count : count] = new
        self._count = count

    def _fitting(self, given: Array) -> Array:
        """Figures in the column's type."""
        new = given.astype(self._room.dtype)
        if given.dtype.kind in "iu" and new.dtype.kind in "iu" and (new != given).any():
            raise OverflowError(f"a number does not fit into {new.dtype}: {given[new != given][0]}")
        return new

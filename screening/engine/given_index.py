"""An index that a process was given by the one that started it, instead of reading it again."""

from dataclasses import dataclass

from matcher.index.index import NameIndex
from matcher.index.shared_index import SharedIndex, share


@dataclass(frozen=True, slots=True)
class GivenIndex:
    """An index on its way to a process that is being started."""

    name: str
    """Under which it is kept on disk: it says of which entities and of which engine it is."""
    index: SharedIndex

    def take(self) -> None:
        """Have this process search it, where it would read the one of this name."""
        _taken[self.name] = self.index.opened()

    def close(self) -> None:
        """Give it to no process any more."""
        self.index.arrays.close()


_taken: dict[str, NameIndex] = {}


def taken(name: str) -> NameIndex | None:
    """The index of a name that this process was given; None for none."""
    return _taken.get(name)


def given(name: str, index: NameIndex) -> GivenIndex | None:
    """An index, to be given to processes; None where each has to read it."""
    shared = share(index)
    return GivenIndex(name, shared) if shared is not None else None

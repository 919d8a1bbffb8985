"""An index that several processes search and that is in memory once."""

from collections.abc import MutableMapping
from dataclasses import dataclass
from typing import Any, cast

from matcher.columnar.sealed_memory import SealedArrays, sealed
from matcher.index.index import NameIndex
from matcher.index.index_arrays import checked


@dataclass(frozen=True, slots=True)
class SharedIndex:
    """What a process that is being started is given to search the same index."""

    arrays: SealedArrays
    sources: tuple[str, ...]
    concepts: tuple[str, ...]
    id_types: tuple[str, ...]

    def opened(self) -> NameIndex:
        """The index, in the process that was given it."""
        index = NameIndex(checked(self.arrays.arrays()), self.sources, self.concepts, self.id_types)
        self.arrays.close()
        return index


def share(index: NameIndex) -> SharedIndex | None:
    """Move an index's arrays to where other processes can see them, too; close them when these are
    started. None where the system cannot: the index is as before then.
    """
    memory = sealed(cast(dict[str, Any], index.arrays))
    if memory is None:
        return None
    # The same numbers in another place: those before are let go of.
    cast(MutableMapping[str, Any], index.arrays).update(memory.arrays())
    return SharedIndex(memory, index.sources, index.concepts, index.id_types)

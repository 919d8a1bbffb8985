"""Arrays in memory that several processes look at, so that it is there once.

It has no name in the file system, and once it is sealed nobody can write to it or cut it, this
process neither: what was checked when it was read stays what is used, which a mapped file does not
promise. Linux alone has such memory (``memfd_create``, ``F_ADD_SEALS``).
"""

import mmap
import os
import sys
from collections.abc import Callable, Mapping
from multiprocessing import reduction
from typing import Any, NamedTuple

import numpy as np

from matcher.columnar.arrays import Array

# Bytes: arrays begin at multiples of it, as those that numpy makes do.
_ALIGNED = 64


class _Place(NamedTuple):
    """Where an array is."""

    dtype: str
    shape: tuple[int, ...]
    begin: int


class SealedArrays:
    """Some arrays by their names. It may be given to a process that is being started, which then
    sees the same memory.
    """

    def __init__(self, file: int, places: Mapping[str, _Place]) -> None:
        """See ``sealed``, which makes one.

        Args:
            file: descriptor of the memory, which is closed with this object.
            places: where each array is in it.
        """
        self.file, self._places = file, places

    def arrays(self) -> dict[str, Array]:
        """The arrays. Their memory is let go of with the last of them."""
        # A private mapping: kernels before 6.7 refuse a shared one of what is sealed, and what
        # nobody writes to is there once in either.
        memory = mmap.mmap(self.file, 0, flags=mmap.MAP_PRIVATE, prot=mmap.PROT_READ)
        return {
            name: np.ndarray(shape, np.dtype(dtype), buffer=memory, offset=begin)
            for name, (dtype, shape, begin) in self._places.items()
        }

    def close(self) -> None:
        """Give it to no process any more; the arrays stay."""
        os.close(self.file)

    def __reduce__(self) -> tuple[Callable[..., "SealedArrays"], tuple[Any, ...]]:
        return _inherited, (reduction.DupFd(self.file), self._places)


def _inherited(file: Any, places: Mapping[str, _Place]) -> SealedArrays:
    return SealedArrays(file.detach(), places)


# (Python has the call where the C library that it was built with has it.)
if sys.platform == "linux" and hasattr(os, "memfd_create"):
    import fcntl

    _SEALS = fcntl.F_SEAL_WRITE | fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW | fcntl.F_SEAL_SEAL

    def sealed(arrays: Mapping[str, Array]) -> SealedArrays | None:
        """Copy arrays into such memory; None where the system has none to give."""
        try:
            file = os.memfd_create("namewarden", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
        except OSError:
            return None
        try:
            with open(file, "wb", closefd=False) as memory:
                places = {name: _written(memory, array) for name, array in arrays.items()}
                memory.write(bytes(_ALIGNED))
            fcntl.fcntl(file, fcntl.F_ADD_SEALS, _SEALS)
        except OSError:
            os.close(file)
            return None
        return SealedArrays(file, places)

    def _written(memory: Any, array: Array) -> _Place:
        memory.write(bytes(-memory.tell() % _ALIGNED))
        begin = memory.tell()
        memory.write(np.ascontiguousarray(array).data.cast("B") if array.size else b"")
        return _Place(array.dtype.str, array.shape, begin)

else:

    def sealed(arrays: Mapping[str, Array]) -> SealedArrays | None:  # noqa: ARG001
        """None: this system has no such memory."""
        return None

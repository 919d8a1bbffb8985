"""Memory that several processes look at: what was checked before is what they use."""

import os
import sys

import numpy as np
import pytest

from matcher.columnar.arrays import Array
from matcher.columnar.sealed_memory import sealed

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux alone has such memory")
ARRAYS: dict[str, Array] = {
    "spans": np.arange(6, dtype=np.uint32).reshape(3, 2),
    "none": np.zeros(0, dtype=np.int64),
    "flags": np.array([True, False, True]),
    "weights": np.array([0.5, 0.25], dtype=np.float16),
}


def test_arrays_keep_names_types_shapes_and_numbers() -> None:
    memory = sealed(ARRAYS)
    assert memory is not None
    kept = memory.arrays()
    memory.close()
    assert kept.keys() == ARRAYS.keys()
    for name, array in ARRAYS.items():
        assert (kept[name].dtype, kept[name].shape) == (array.dtype, array.shape)
        assert np.array_equal(kept[name], array)


def test_nobody_writes_to_it_or_cuts_it_or_lets_it_grow() -> None:
    memory = sealed(ARRAYS)
    assert memory is not None
    kept = memory.arrays()
    for change in (
        lambda: os.ftruncate(memory.file, 0),
        lambda: os.ftruncate(memory.file, 1 << 20),
        lambda: os.pwrite(memory.file, b"\xff", 0),
    ):
        with pytest.raises(PermissionError):
            change()
    with pytest.raises(ValueError, match="read-only"):
        kept["spans"][0] = 7
    memory.close()


def test_without_such_memory_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> int:
        raise PermissionError("seccomp")

    monkeypatch.setattr(os, "memfd_create", refused)
    assert sealed(ARRAYS) is None

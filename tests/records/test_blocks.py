"""Files and sequences are read in blocks, and nothing is lost between two of them."""

from collections.abc import Iterator
from io import BytesIO

import pytest

from records.blocks import BLOCK, blocks, byte_lines


def test_no_item_is_lost_and_none_is_read_before_its_block_is_asked_for() -> None:
    read: list[int] = []

    def items() -> Iterator[int]:
        for item in range(5):
            read.append(item)
            yield item

    found = blocks(items(), 2)
    assert next(found) == [0, 1]
    assert read == [0, 1]
    assert list(found) == [[2, 3], [4]]
    assert list(blocks([], 3)) == []


def test_a_line_may_begin_in_one_block_and_end_in_the_next() -> None:
    lines = [b"a" * (BLOCK - 1) + b"b\n", b"c" * (2 * BLOCK) + b"\n", b"\n", b"d"]
    assert list(byte_lines(BytesIO(b"".join(lines)).read)) == lines


def test_a_file_without_line_ends_does_not_fill_memory() -> None:
    with pytest.raises(ValueError, match="a line of more than 100 bytes"):
        list(byte_lines(BytesIO(b"a" * 3 * BLOCK).read, longest=100))

"""Long sequences in blocks."""

from collections.abc import Iterator

from records.blocks import blocks


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

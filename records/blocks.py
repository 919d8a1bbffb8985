"""Long sequences and files in blocks, so that millions need little memory."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")
BLOCK = 1 << 20
"""Bytes."""


def blocks(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Cut items into lists of ``size``, the last of which may be shorter.

    No item is read before its block is asked for.

    >>> list(blocks("abcde", 2))
    [['a', 'b'], ['c', 'd'], ['e']]
    """
    left = iter(items)
    while block := list(islice(left, size)):
        yield block


def byte_blocks(read: Callable[[int], bytes], size: int = BLOCK) -> Iterator[bytes]:
    """All bytes of an open file, up to ``size`` at once.

    Args:
        read: the file's method, which returns no bytes only at the end.
        size: bytes.

    >>> from io import BytesIO
    >>> list(byte_blocks(BytesIO(b"abcde").read, 2))
    [b'ab', b'cd', b'e']
    """
    while block := read(size):
        yield block


def byte_lines(read: Callable[[int], bytes], longest: int | None = None) -> Iterator[bytes]:
    r"""All lines of an open file, each with its line end, which the last may lack.

    Args:
        read: as for ``byte_blocks``.
        longest: bytes; None for any.

    Raises:
        ValueError: a line is longer, found before memory is full of it.

    >>> from io import BytesIO
    >>> list(byte_lines(BytesIO(b"a\nb").read))
    [b'a\n', b'b']
    """
    rest = b""
    for block in byte_blocks(read):
        *whole, rest = (rest + block).split(b"\n")
        yield from (line + b"\n" for line in whole)
        if longest is not None and len(rest) > longest:
            raise ValueError(f"a line of more than {longest} bytes")
    if rest:
        yield rest

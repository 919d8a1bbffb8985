"""How far a long run is, on the terminal of the person who waits."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
# One or two files are done before a bar could be looked at.
_LEAST = 3


def shown(items: Iterable[T], total: int, *, beside_results: bool) -> Iterator[T]:
    """Pass items on, and show on standard error how many came.

    Args:
        items: what is done, one by one.
        total: how many there will be.
        beside_results: whether results go to the same terminal meanwhile, where a bar would stand
            in their way.
    """
    if beside_results or total < _LEAST or not sys.stderr.isatty():
        yield from items
        return
    # Rich takes a tenth of a second to load, which programs should not wait for.
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("screening"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("files"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("screening", total=total)
        for item in items:
            yield item
            bar.advance(task)

"""A bar of progress with an estimate, for a person at a terminal; for others there is none."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")
Progress = Callable[[int, float], None]
# One or two files are done before a bar could be looked at.
_LEAST = 3
# What is done in seconds needs no line.
_LONG = 2_000


@contextmanager
def bar(what: str, unit: str = "rows") -> Iterator[Progress]:
    """Show how many rows are done, how many a second, and how long the rest will take."""
    if not sys.stderr.isatty():
        yield lambda _rows, _share: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    look = (
        TextColumn(what),
        BarColumn(),
        TextColumn("{task.percentage:3.0f}%"),
        TextColumn("{task.fields[rows]:,} " + unit + "{task.fields[pace]}"),
        TimeRemainingColumn(),
    )
    begun, first = 0.0, None
    with Progress(*look, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(what, total=1.0, rows=0, pace="")

        def tell(rows: int, share: float) -> None:
            nonlocal begun, first
            if first is None:  # of a run that goes on these were done before
                begun, first = time.monotonic(), rows
            shown.update(task, completed=share, rows=rows, pace=_pace(rows - first, begun))

        yield tell


def _pace(done: int, begun: float) -> str:
    """How many a second, as soon as that can be said."""
    seconds = time.monotonic() - begun
    return f", {done / seconds:,.0f} a second" if done and seconds else ""


@contextmanager
def stopped_means(said: str) -> Iterator[None]:
    """Say on Ctrl-C what became of the work, and how to go on."""
    try:
        yield
    except KeyboardInterrupt:
        print(f"\n{said}", file=sys.stderr)  # noqa: T201
        raise


@contextmanager
def told(what: str, unit: str) -> Iterator[Progress]:
    """A bar for a person at a terminal; for others a line on standard error at every fifth of
    what takes minutes.
    """
    if sys.stderr.isatty():
        with bar(what, unit) as tell:
            yield tell
        return
    last = 0

    def say(done: int, share: float) -> None:
        nonlocal last
        fifth = int(share * 5)
        if fifth > last and done >= _LONG:
            print(f"{what}: {done:,} {unit}, {share:.0%}", file=sys.stderr)  # noqa: T201
        last = fifth

    yield say


def counted(
    items: Iterable[T], total: int, *, beside_results: bool, unit: str = "files"
) -> Iterator[T]:
    """Pass on what is done of so many files or names, and show how many came.

    Args:
        items: what is done, one by one.
        total: how many there will be.
        beside_results: whether results go to the same terminal meanwhile, where a bar would stand
            in their way.
        unit: what they are.
    """
    if beside_results or total < _LEAST:
        yield from items
        return
    with told("screening", unit) as tell:
        for number, item in enumerate(items, start=1):
            yield item
            tell(number, number / total)

"""A bar of progress with an estimate, for a person at a terminal; for others there is none."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Progress = Callable[[int, float], None]


@contextmanager
def bar(what: str) -> Iterator[Progress]:
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
        TextColumn("{task.fields[rows]:,} rows, {task.fields[pace]:,.0f} a second"),
        TimeRemainingColumn(),
    )
    begun, first = time.monotonic(), None
    with Progress(*look, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(what, total=1.0, rows=0, pace=0.0)

        def tell(rows: int, share: float) -> None:
            nonlocal first
            first = rows if first is None else first
            pace = (rows - first) / max(1e-9, time.monotonic() - begun)
            shown.update(task, completed=share, rows=rows, pace=pace)

        yield tell

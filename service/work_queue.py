"""Blocking work, run in threads beside the event loop.

The matcher caches what it learns about words and is not thread-safe, so names have a single thread
that runs one job at a time, in the order in which they came. Long requests are cut into slices, so
that a payment waits for one slice at most, not for a batch of a thousand names. Database work has
several threads, so that one slow page does not hold up the others.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


class WorkQueue:
    """A queue of jobs for one thread, or for a few."""

    def __init__(self, name: str, threads: int = 1) -> None:
        self._threads = ThreadPoolExecutor(max_workers=threads, thread_name_prefix=name)

    async def run(self, job: Callable[[], T]) -> T:
        """Wait for a free thread, run the job there, and return its result or raise its error."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, job)

    def close(self) -> None:
        """Finish the jobs under way; refuse further ones."""
        self._threads.shutdown(wait=True, cancel_futures=True)

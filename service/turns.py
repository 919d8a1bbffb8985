"""Work that waits, in threads beside the loop that answers.

The matcher keeps what it learnt about words between questions and is not made for threads: names
have one, which takes one question at a time in the order in which they came. Long questions are
asked in slices, so that a payment waits for one slice at most, not for a batch of a thousand names.
What reads and writes the database has several, so that nobody's slow page holds up the others.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


class Turns:
    """A queue of questions for one thread, or for some."""

    def __init__(self, name: str, threads: int = 1) -> None:
        self._threads = ThreadPoolExecutor(max_workers=threads, thread_name_prefix=name)

    async def take(self, ask: Callable[[], T]) -> T:
        """Wait for the turn, ask, and return the answer or raise its error."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, ask)

    def close(self) -> None:
        """Finish the questions under way; refuse further ones."""
        self._threads.shutdown(wait=True, cancel_futures=True)

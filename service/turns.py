"""One question at a time, in the order in which they came.

The matcher keeps what it learnt about words between questions and is not made for threads; the
interpreter runs one at a time anyhow. Long questions are asked in slices, so that a payment waits
for one slice at most, not for a batch of a thousand names.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


class Turns:
    """A queue of questions for one thread."""

    def __init__(self, name: str) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)

    async def take(self, ask: Callable[[], T]) -> T:
        """Wait for the turn, ask, and return the answer or raise its error."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, ask)

    def close(self) -> None:
        """Finish the question under way; refuse further ones."""
        self._thread.shutdown(wait=True, cancel_futures=True)

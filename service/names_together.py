"""Names of several requests, screened in one turn of the matcher.

A turn costs about two milliseconds however few names are in it, and a fifth of one for each name.
So what came in while the matcher was at work is screened together afterwards, where it asks for the
same of the same editions. Nobody waits for others to come. The answers are those that each request
would have had by itself.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

from records import NameAnswer, Query, Settings
from screening.engine.engine import Engine
from service.work_queue import WorkQueue

SLICE = 25
"""Names in one turn: about what a payment may wait for."""
Screen = Callable[[Engine, Sequence[Query], Settings], list[NameAnswer]]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What one request wants, and where it waits for it."""

    engine: Engine
    queries: Sequence[Query]
    chosen: Settings
    answers: "asyncio.Future[list[NameAnswer]]"

    def goes_with(self, other: "_Asked") -> bool:
        """Whether both ask for the same of the same editions."""
        return (
            self.engine.index is other.engine.index
            and self.engine.chosen == other.engine.chosen
            and self.chosen == other.chosen
        )


class NamesTogether:
    """The requests of one process that wait for the matcher.

    Args:
        queue: the matcher's thread.
        screen: gives one answer for each query, in their order.
    """

    def __init__(self, queue: WorkQueue, screen: Screen) -> None:
        self._queue = queue
        self._screen = screen
        self._waiting: deque[_Asked] = deque()
        self._turns: asyncio.Task[None] | None = None

    async def ask(
        self, engine: Engine, queries: Sequence[Query], chosen: Settings
    ) -> list[NameAnswer]:
        """Wait for a turn.

        Args:
            engine: held open by the caller until the answers are there.
            queries: at most ``SLICE``.
            chosen: what to look for.
        """
        loop = asyncio.get_running_loop()
        asked = _Asked(engine, queries, chosen, loop.create_future())
        self._waiting.append(asked)
        if self._turns is None or self._turns.done():
            self._turns = loop.create_task(self._take_turns())
        return await asked.answers

    async def _take_turns(self) -> None:
        while self._waiting:
            await self._answer(self._next())

    def _next(self) -> list[_Asked]:
        """The request that waited longest, and those that go with it; the others stay in order."""
        first = self._waiting.popleft()
        together, left, names = [first], deque[_Asked](), len(first.queries)
        for asked in self._waiting:
            if names + len(asked.queries) <= SLICE and asked.goes_with(first):
                together.append(asked)
                names += len(asked.queries)
            else:
                left.append(asked)
        self._waiting = left
        return together

    async def _answer(self, together: list[_Asked]) -> None:
        first = together[0]
        queries = [query for asked in together for query in asked.queries]
        try:
            found = await self._queue.run(
                partial(self._screen, first.engine, queries, first.chosen)
            )
        except Exception as error:  # noqa: BLE001 (it is raised again where it was asked for)
            if len(together) > 1:
                # What one of them brought about is no answer to the others.
                for asked in together:
                    await self._answer([asked])
            elif not first.answers.done():
                first.answers.set_exception(error)
            return
        answers = iter(found)
        for asked in together:
            own = list(islice(answers, len(asked.queries)))
            if not asked.answers.done():
                asked.answers.set_result(own)

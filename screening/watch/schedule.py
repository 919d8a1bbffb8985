"""Schedules updates, no more often than a publisher can be asked."""

import random
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import FrameType

from screening.updates.update import UpdateResult

LEAST_HOURS = 0.25
"""Publishers change their lists a few times a day at most; asking more often is not polite."""
FIRST_RETRY = 5 * 60.0
"""Seconds after which a list that failed is asked for again; twice as long after each failure."""
JITTER = 0.1
"""Share of a wait by which it is made longer or shorter, so that not everybody asks at once."""
Update = Callable[[Sequence[str]], Sequence[UpdateResult]]
"""Updates the lists with these names."""


class Stopped(BaseException):
    """Somebody wants the watch to end; no error, so nothing that handles errors may hold it up."""


@dataclass(slots=True)
class _Plan:
    """When a list is asked for again."""

    at: float = 0.0
    """Seconds of a clock that never goes back."""
    failures: int = 0
    told: str = ""
    """The failure that was told last; it is told once, not at each attempt."""


@dataclass(frozen=True, kw_only=True)
class Watch:
    """The lists to watch, and how to update them."""

    sources: Sequence[str]
    update: Update
    every_hours: float
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    random: Callable[[], float] = random.random
    _plans: dict[str, _Plan] = field(default_factory=dict)

    def rounds(self) -> Iterator[tuple[Sequence[UpdateResult], Sequence[UpdateResult]]]:
        """Update what is due, for ever.

        Yields:
            After each round its results, and those of them that were not told before: a failure
            that goes on is none of them.
        """
        self._plans.update({name: _Plan(at=self.clock()) for name in self.sources})
        while True:
            due = [name for name in self.sources if self._plans[name].at <= self.clock()]
            if due:
                results = tuple(self.update(due))
                news = tuple(result for result in results if self._is_news(result))
                for result in results:
                    self._plan(result)
                yield results, news
            self.sleep(max(0.0, min(plan.at for plan in self._plans.values()) - self.clock()))

    def _is_news(self, result: UpdateResult) -> bool:
        return result.status != "failed" or result.message != self._plans[result.source].told

    def _plan(self, result: UpdateResult) -> None:
        """Ask again after the usual time; after a failure sooner at first, then ever later."""
        plan = self._plans[result.source]
        usual = self.every_hours * 3600
        failed = result.status == "failed"
        plan.failures = plan.failures + 1 if failed else 0
        plan.told = result.message if failed else ""
        wait = min(usual, FIRST_RETRY * 2 ** (plan.failures - 1)) if failed else usual
        plan.at = self.clock() + wait * (1 + JITTER * (2 * self.random() - 1))


@contextmanager
def stoppable() -> Iterator[None]:
    """End quietly on SIGTERM and SIGINT, in the middle of a download if need be: an update that is
    cut off changes nothing.
    """

    def stop(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 (what a handler takes)
        raise Stopped

    before = {number: signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    except Stopped:
        return
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)

"""When lists are asked for again, and what of it is news."""

import os
import signal
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

import pytest

from records import UsageError
from screening.updates.update import UpdateResult
from screening.watch.loop import watch
from screening.watch.notices import Channels
from screening.watch.schedule import FIRST_RETRY, Watch, stoppable

HOUR = 3600.0


@dataclass
class Publishers:
    """Fails for the lists that are said to, and moves the clock when somebody sleeps."""

    failing: set[str] = field(default_factory=set)
    now: float = 1000.0
    asked: list[tuple[float, tuple[str, ...]]] = field(default_factory=list)

    def update(self, names: Sequence[str]) -> list[UpdateResult]:
        self.asked.append((self.now - 1000.0, tuple(names)))
        return [self._result(name) for name in names]

    def _result(self, name: str) -> UpdateResult:
        status: Literal["failed", "unchanged"] = "failed" if name in self.failing else "unchanged"
        return UpdateResult(source=name, status=status, message=f"{name} {status}", snapshot=None)

    def sleep(self, seconds: float) -> None:
        self.now += seconds

    def watch(self, *, dice: float = 0.5, every: float = 6) -> Watch:
        return Watch(
            sources=("a", "b"),
            update=self.update,
            every_hours=every,
            sleep=self.sleep,
            clock=lambda: self.now,
            random=lambda: dice,
        )


def news_of(watch: Watch, rounds: int) -> list[list[str]]:
    found = watch.rounds()
    return [[result.message for result in next(found)[1]] for _ in range(rounds)]


def test_every_list_is_asked_for_in_its_rhythm() -> None:
    publishers = Publishers()
    news_of(publishers.watch(), 3)
    assert publishers.asked == [(0, ("a", "b")), (6 * HOUR, ("a", "b")), (12 * HOUR, ("a", "b"))]


@pytest.mark.parametrize(("dice", "hours"), [(0.0, 5.4), (1.0, 6.6)])
def test_waits_are_spread_by_a_tenth(dice: float, hours: float) -> None:
    publishers = Publishers()
    news_of(publishers.watch(dice=dice), 2)
    assert publishers.asked[1][0] == pytest.approx(hours * HOUR)


def test_a_list_that_failed_is_asked_for_sooner_then_ever_later_and_alone() -> None:
    publishers = Publishers(failing={"b"})
    news_of(publishers.watch(), 5)
    assert publishers.asked[0] == (0, ("a", "b"))
    waits = [at for at, names in publishers.asked[1:] if names == ("b",)]
    assert waits == [FIRST_RETRY * (2**n - 1) for n in (1, 2, 3, 4)]


def test_the_wait_after_failures_never_grows_beyond_the_usual_one() -> None:
    publishers = Publishers(failing={"a", "b"})
    news_of(publishers.watch(every=1), 9)
    times = [at for at, _ in publishers.asked]
    assert times[-1] - times[-2] == HOUR


def test_a_failure_is_news_once_and_so_is_the_next_after_a_success() -> None:
    publishers = Publishers(failing={"b"})
    found = publishers.watch().rounds()

    def news() -> list[str]:
        """Of the next round in which the list was asked for."""
        while True:
            results, told = next(found)
            if any(result.source == "b" for result in results):
                return [result.message for result in told if result.source == "b"]

    assert news() == ["b failed"]
    assert news() == []
    publishers.failing.clear()
    assert news() == ["b unchanged"]
    publishers.failing.add("b")
    assert news() == ["b failed"]


def test_too_often_is_refused() -> None:
    found = watch((), Publishers().update, every_hours=0.1, channels=Channels(), notify=print)
    with pytest.raises(UsageError, match="too often"):
        next(found)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_quietly_and_then_means_what_it_meant(number: signal.Signals) -> None:
    before = signal.getsignal(number)
    reached = []
    with stoppable():
        os.kill(os.getpid(), number)
        reached.append("after the signal")
    assert reached == []
    assert signal.getsignal(number) is before

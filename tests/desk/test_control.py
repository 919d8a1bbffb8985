"""The register is screened again by itself whenever something changed, and only then."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice

from support.desk_work import LISTED, entity, party, put_edition, register, run

from records import StoreError
from screening.monitoring.run import MonitoringResult
from screening.watch.control import LONGEST_WAIT, LOOK_SECONDS, Control
from store import Home
from store.requested_lists import request_lists

pytest_plugins = ["support.desk_fixtures"]


class EndedError(Exception):
    """The world ends."""


class World:
    """What happens while the control sleeps, one event at each time."""

    def __init__(self, *events: Callable[[], object]) -> None:
        self._events, self.slept = iter(events), list[float]()

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        event = next(self._events, None)
        if event is None:
            raise EndedError
        event()


def nothing() -> None:
    pass


def controlled(home: Home, world: World, **more: object) -> Iterator[MonitoringResult]:
    known: dict[str, object] = {"run": lambda: run(home), "notify": lambda _: None, **more}
    return Control(home=home, sleep=world.sleep, **known).runs()  # type: ignore[arg-type]


def made(runs: Iterator[MonitoringResult]) -> list[MonitoringResult]:
    found = []
    with suppress(EndedError):
        for one in runs:
            found.append(one)  # noqa: PERF402 (what came before the end is wanted)
    return found


def test_each_change_is_screened_once_and_nothing_without_one(sqlite_desk: Home) -> None:
    home = sqlite_desk
    register(home, party("c1", "Wuhan Gaoxin Technology"), party("c2", "Blue Lantern Shipping"))
    world = World(
        nothing,
        lambda: put_edition(home, (*LISTED, entity("un_sc:9", "Blue Lantern Shipping"))),
        nothing,
        lambda: register(home, party("c3", "Mahan Air")),
        nothing,
    )
    first, second, third = made(controlled(home, world))
    assert (first.full, len(first.outcome.opened)) == (True, 1)
    assert (second.full, len(second.outcome.opened)) == (False, 1)
    assert (third.screened, len(third.outcome.opened)) == (1, 1)
    assert set(world.slept) == {LOOK_SECONDS}


def test_what_changes_during_a_run_is_screened_by_the_next(sqlite_desk: Home) -> None:
    home = sqlite_desk
    register(home, party("c1", "Wuhan Gaoxin Technology"))

    def slow() -> MonitoringResult:
        result = run(home)
        register(home, party("c2", "Mahan Air"))
        return result

    first, second = made(controlled(home, World(nothing, nothing), run=slow))
    assert (first.counterparties, second.counterparties, second.screened) == (1, 2, 1)


def test_a_new_day_is_a_reason_to_run(sqlite_desk: Home) -> None:
    days = iter(("2026-11-01", "2026-11-01", "2026-11-02"))
    found = made(controlled(sqlite_desk, World(nothing, nothing), today=lambda: next(days)))
    assert len(found) == 2


def test_a_run_that_fails_is_told_once_and_tried_again(sqlite_desk: Home) -> None:
    said: list[str] = []
    results = iter([StoreError("disk full"), StoreError("disk full"), None])

    def failing() -> MonitoringResult:
        error = next(results)
        if error is not None:
            raise error
        return run(sqlite_desk)

    world = World(nothing, nothing)
    found = made(controlled(sqlite_desk, world, run=failing, notify=said.append))
    assert (len(found), said[1:]) == (1, ["NOT SCREENED: disk full"])
    assert world.slept == [2 * LOOK_SECONDS, 4 * LOOK_SECONDS, LOOK_SECONDS]
    assert max(world.slept) < LONGEST_WAIT


def test_a_list_that_goes_missing_is_told_when_it_does(sqlite_desk: Home) -> None:
    said: list[str] = []
    world = World(nothing, lambda: request_lists(sqlite_desk, ["eu_fsf"]), nothing)
    next(islice(controlled(sqlite_desk, World(nothing)), 1))
    made(controlled(sqlite_desk, world, notify=said.append))
    assert [line for line in said if "eu_fsf is missing" in line] == said[-1:]

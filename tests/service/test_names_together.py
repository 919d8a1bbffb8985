"""Requests that wait for the matcher are screened in one turn, and each has its own answers."""

import asyncio
import threading
from collections.abc import Sequence

import pytest

from records import NameAnswer, Query, Settings, UsageError
from screening.engine.engine import Engine
from screening.engine.settings import settings
from screening.names.match import match_queries
from service.names_together import SLICE, NamesTogether
from service.work_queue import WorkQueue
from store import Home

ASKED = (
    ["Wuhan Gaoxin Technology"],
    ["Kontsern Kalashnikov", "Meyer Bakery"],
    ["Rosoboronexport"],
    ["Bakery Meyer & Sons", "Tsentralny Nauchno"],
)
BAD = "Bad Luck Trading"


def usual(home: Home, threshold: float | None = None) -> Settings:
    return settings(threshold=threshold, limit=10, kinds=None, lists=None, as_of=None, home=home)


class Matcher:
    """Screens, writes down how many names each turn had, and waits in the first until it may go."""

    def __init__(self) -> None:
        self.turns: list[list[str]] = []
        self.go = threading.Event()

    def __call__(
        self, engine: Engine, queries: Sequence[Query], chosen: Settings
    ) -> list[NameAnswer]:
        self.turns.append([query.name for query in queries])
        assert self.go.wait(60)
        if BAD in self.turns[-1]:
            raise UsageError("bad luck")
        return list(match_queries(engine, queries, chosen))


def answered(
    matcher: Matcher, asked: Sequence[tuple[Engine, list[str], Settings]]
) -> list[list[NameAnswer] | BaseException]:
    """What each request gets, all of which come while the first is at the matcher."""

    async def ask() -> list[list[NameAnswer] | BaseException]:
        queue = WorkQueue("names")
        together = NamesTogether(queue, matcher)
        tasks = []
        for engine, names, chosen in asked:
            queries = [Query(name=name) for name in names]
            tasks.append(asyncio.create_task(together.ask(engine, queries, chosen)))
            await asyncio.sleep(0)
        while not matcher.turns:
            await asyncio.sleep(0.001)
        matcher.go.set()
        try:
            return await asyncio.gather(*tasks, return_exceptions=True)
        finally:
            queue.close()

    return asyncio.run(ask())


@pytest.fixture
def engine(excerpts_home: Home) -> Engine:
    return Engine.open(excerpts_home)


def test_what_comes_while_the_matcher_is_at_work_is_screened_in_one_turn(
    engine: Engine, excerpts_home: Home
) -> None:
    matcher, chosen = Matcher(), usual(excerpts_home)
    found = answered(matcher, [(engine, names, chosen) for names in ASKED])
    first, *others = ASKED
    assert matcher.turns == [first, [name for names in others for name in names]]
    alone = [
        list(match_queries(engine, [Query(name=name) for name in names], chosen)) for names in ASKED
    ]
    assert found == alone


def test_only_what_asks_for_the_same_goes_together(engine: Engine, excerpts_home: Home) -> None:
    matcher = Matcher()
    chosen, strict = usual(excerpts_home), usual(excerpts_home, 0.99)
    on_one_list, again = engine.on(["eu_fsf"]), engine.on(["eu_fsf"])
    asked = [
        (engine, ["One"], chosen),
        (engine, ["Two"], chosen),
        (engine, ["Three"], strict),
        (on_one_list, ["Four"], chosen),
        (engine, ["Five"], chosen),
        (again, ["Six"], chosen),
    ]
    answered(matcher, asked)
    assert matcher.turns == [["One"], ["Two", "Five"], ["Three"], ["Four", "Six"]]


def test_a_turn_is_no_longer_than_a_payment_may_wait(engine: Engine, excerpts_home: Home) -> None:
    matcher, chosen = Matcher(), usual(excerpts_home)
    answered(matcher, [(engine, ["One"] * 10, chosen) for _ in range(6)])
    assert [len(turn) for turn in matcher.turns] == [10, 20, 20, 10]
    assert max(map(len, matcher.turns)) <= SLICE


def test_what_goes_wrong_with_one_request_is_no_answer_to_the_others(
    engine: Engine, excerpts_home: Home
) -> None:
    asked = [["One"], ["Wuhan Gaoxin Technology"], [BAD], ["Two"]]
    found = answered(Matcher(), [(engine, names, usual(excerpts_home)) for names in asked])
    assert isinstance(found[2], UsageError)
    assert [[each.query for each in found[i]] for i in (0, 1, 3)] == [  # type: ignore[union-attr]
        ["One"],
        ["Wuhan Gaoxin Technology"],
        ["Two"],
    ]

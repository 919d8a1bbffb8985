"""Several processes answer as one would: in order, nothing lost, nothing left behind."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from multiprocessing import active_children
from pathlib import Path

import pytest

from records import DocumentError, Settings, StoreError, UsageError, WorkerError
from screening.engine import workers
from screening.engine.engine import Engine
from screening.engine.workers import UNDER_WAY, in_order
from screening.names.match import match
from store import Home


@pytest.fixture(scope="module")
def engine(excerpts_home: Home, opened: Callable[..., Engine]) -> Engine:
    return opened(excerpts_home)


def tenfold(engine: Engine, block: int) -> tuple[int, int]:
    """The work of these tests: slow for the first block, impossible for some."""
    match block:
        case 0:
            time.sleep(0.3)
        case 90:
            raise UsageError("block 90 is refused")
        case 91:
            raise ValueError("no such thing")
        case 92:
            os.kill(os.getpid(), signal.SIGKILL)
    return 10 * block, engine.index.name_count


def test_results_come_in_the_order_of_the_blocks(engine: Engine) -> None:
    blocks = range(9)
    shared = list(in_order(engine, tenfold, blocks, workers=2))
    assert shared == list(in_order(engine, tenfold, blocks, workers=1))
    assert [result for result, _ in shared] == [10 * block for block in blocks]


def test_blocks_are_taken_a_few_ahead_of_the_results(engine: Engine) -> None:
    taken: list[int] = []

    def blocks() -> Iterator[int]:
        for block in range(100):
            taken.append(block)
            yield block

    results = in_order(engine, tenfold, blocks(), workers=2)
    for done in range(3):
        next(results)
        assert len(taken) <= done + 1 + 2 * UNDER_WAY
    results.close()
    assert active_children() == []


@pytest.mark.parametrize(
    ("bad", "error", "says"),
    [
        (90, UsageError, "block 90 is refused"),
        (91, WorkerError, "ValueError: no such thing"),
        (92, WorkerError, "signal 9"),
    ],
)
def test_a_failed_or_killed_worker_is_one_error_after_what_came_before(
    engine: Engine, bad: int, error: type[Exception], says: str
) -> None:
    results = in_order(engine, tenfold, [0, 1, bad, 2], workers=2)
    assert [next(results)[0], next(results)[0]] == [0, 10]
    with pytest.raises(error, match=says):
        next(results)
    assert active_children() == []


def memory_of_the_index(_: Engine, __: int) -> set[str]:
    """Which sealed memory this process sees: device, number and name of each."""
    maps = Path("/proc/self/maps").read_text("utf-8").splitlines()
    return {line.split(maxsplit=3)[3] for line in maps if "memfd:namewarden" in line}


@pytest.mark.skipif(sys.platform != "linux", reason="Linux alone has such memory")
def test_the_index_is_in_memory_once_for_all_workers(engine: Engine) -> None:
    first, *others = in_order(engine, memory_of_the_index, range(6), workers=2)
    assert len(first) == 1
    assert all(other == first for other in others)
    assert first <= memory_of_the_index(engine, 0), "this process keeps none of its own"


def test_without_memory_for_several_processes_each_reads_the_index(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "give", lambda *_: None)
    assert list(in_order(engine, tenfold, [3], workers=2)) == [(30, engine.index.name_count)]


def test_blocks_that_cannot_be_had_fail_after_the_results_before(engine: Engine) -> None:
    def blocks() -> Iterator[int]:
        yield from (0, 1)
        raise DocumentError("the rest of the file is unreadable")

    results = in_order(engine, tenfold, blocks(), workers=2)
    assert [next(results)[0], next(results)[0]] == [0, 10]
    with pytest.raises(DocumentError, match="the rest"):
        next(results)


def test_two_workers_find_what_one_finds(engine: Engine) -> None:
    names = [engine.index.name_texts[n] for n in range(0, engine.index.name_count, 7)]
    asked = Settings(threshold=0.8)
    one = list(match(engine, names, asked))
    assert list(match(engine, names, asked, workers=2)) == one
    assert any(answer.hits for answer in one)


def test_workers_that_cannot_open_the_editions_say_so(
    own_home: Home, opened: Callable[..., Engine]
) -> None:
    engine = opened(own_home)
    for folder in (own_home.index, own_home.snapshots):
        folder.rename(folder.with_name(f"{folder.name}-gone"))
    with pytest.raises(StoreError, match="Nothing was screened"):
        list(in_order(engine, tenfold, [1], workers=2))


def test_a_worker_opens_the_same_editions_whatever_is_active_now(
    own_home: Home, opened: Callable[..., Engine]
) -> None:
    """An update in the middle of a batch changes nothing in it."""
    engine = opened(own_home)
    Path(own_home.database).unlink()
    assert list(in_order(engine, tenfold, [3], workers=2)) == [(30, engine.index.name_count)]

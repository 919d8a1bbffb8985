"""Shares work on many blocks among several processes, with the results of a single one.

Python does one thing at a time in a process, so a second core needs a second process. Each opens
the same list editions as this one and answers one block after the other; their index is in memory
once, where the system can do that. Results come out in the order of the blocks.
``concurrent.futures`` would hand out work likewise, but leaves processes behind when this one is
killed, and floods the screen when a person presses Ctrl-C.
"""

import os
import pickle
import signal
import traceback
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import Any, Generic, TypeVar

from records import NamewardenError, WorkerError
from records.gc_tuning import relax_gc
from screening.engine.engine import Engine
from screening.engine.given_index import GivenIndex
from screening.engine.index_cache import give

Block = TypeVar("Block")
Result = TypeVar("Result")

# Blocks handed out and not yet taken back, for each worker: one in work, one that waits for it,
# and one whose result waits for an earlier one.
UNDER_WAY = 3
NOT_WHOLE = "The output is incomplete."


def cores() -> int:
    """How many processes this one may keep busy."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_order(
    engine: Engine,
    work: Callable[[Engine, Block], Result],
    blocks: Iterable[Block],
    *,
    workers: int,
) -> Generator[Result, None, None]:
    """Do work on blocks.

    Args:
        engine: the list editions; every worker opens the same ones.
        work: a function of a module, or a ``partial`` of one. It, the blocks and the results are
            pickled on their way.
        blocks: taken one by one, a few ahead of the results, so that millions need no memory.
        workers: how many processes; 1 for this one alone.

    Yields:
        What ``work`` returned for each block, in their order. What was worked out before an error
        comes before it.

    Raises:
        WorkerError: a worker was killed, or ``work`` failed in a way that is no NamewardenError.
        NamewardenError: raised by ``work`` or by ``blocks``.
    """
    if workers <= 1:
        for block in blocks:
            yield work(engine, block)
        return
    with _Team(engine, work, workers) as team:
        yield from _in_order(team, blocks, UNDER_WAY * workers)


def _in_order(team: "_Team[Block, Result]", blocks: Iterable[Block], most: int) -> Iterator[Result]:
    under_way: deque[Future[Result]] = deque()
    source, failed = iter(blocks), None
    while failed is None:
        try:
            block = next(source)
        except StopIteration:
            break
        except (NamewardenError, OSError) as error:
            failed = error
            continue
        under_way.append(team.submit(block))
        while under_way and (len(under_way) >= most or under_way[0].done()):
            yield under_way.popleft().result()
    while under_way:
        yield under_way.popleft().result()
    if failed is not None:
        raise failed


@dataclass(frozen=True, slots=True)
class _Failure:
    """What a worker says instead of a result."""

    error: NamewardenError


class Worker(Generic[Block, Result]):
    """A process, and the line to it."""

    def __init__(
        self,
        engine: Engine,
        work: Callable[[Engine, Block], Result],
        index: GivenIndex | None = None,
    ) -> None:
        """Start a process.

        Args:
            engine: the list editions, which it opens.
            work: see ``in_order``.
            index: theirs, where it is in memory for several processes; else it is read there.
        """
        self._task: Any = (engine, work)
        self._link, theirs = get_context("spawn").Pipe()
        # No daemon: those may have no processes of their own, which readers of documents need.
        self._process = get_context("spawn").Process(target=_serve, args=(theirs, index))
        # Ctrl-C reaches every process of a terminal; this one alone says so and ends the others.
        # (What the first process needs to be started lets signals through again: not in between.)
        resource_tracker.ensure_running()
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            self._process.start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        theirs.close()

    def answer(self, block: Block, seconds: float | None = None) -> Result:
        """Have one block done.

        Raises:
            TimeoutError: it took longer than ``seconds``; the worker is still at it, so end it.
            WorkerError: the worker was lost, or failed.
        """
        if self._task is not None:
            self._ask(self._task, seconds)
            self._task = None
        result: Result = self._ask(block, seconds)
        return result

    def _ask(self, message: object, seconds: float | None) -> Any:
        try:
            self._link.send(message)
            if not self._link.poll(seconds):
                raise TimeoutError
            answer = self._link.recv()
        except (EOFError, ConnectionError) as error:
            raise WorkerError(self._gone()) from error
        if isinstance(answer, _Failure):
            raise answer.error
        return answer

    def _gone(self) -> str:
        self._process.join(timeout=5)
        code = self._process.exitcode
        how = f"signal {-code}" if code is not None and code < 0 else f"exit status {code}"
        return (
            f"a worker ended before its work was done ({how}; 9 is mostly a lack of memory). "
            f"{NOT_WHOLE} Run it again with fewer --workers"
        )

    @property
    def process(self) -> int | None:
        """Its id."""
        return self._process.pid

    def end(self) -> None:
        """Stop the process, whatever it does."""
        self._process.terminate()
        self._process.join()
        self._link.close()


class _Team(Generic[Block, Result]):
    """Workers, each with a thread of this process that waits for it."""

    def __init__(
        self, engine: Engine, work: Callable[[Engine, Block], Result], workers: int
    ) -> None:
        index = give(engine.home, engine.snapshots, engine.index)
        try:
            self._workers = [Worker(engine, work, index) for _ in range(workers)]
        finally:
            if index is not None:
                index.close()
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="worker")
        self._free: SimpleQueue[Worker[Block, Result]] = SimpleQueue()
        for worker in self._workers:
            self._free.put(worker)

    def submit(self, block: Block) -> "Future[Result]":
        """Have a block done by the next worker that is free."""
        return self._threads.submit(self._answer, block)

    def _answer(self, block: Block) -> Result:
        worker = self._free.get()
        try:
            return worker.answer(block)
        finally:
            self._free.put(worker)

    def __enter__(self) -> "_Team[Block, Result]":
        return self

    def __exit__(self, *_: object) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.end()


def _serve(link: Connection, index: GivenIndex | None) -> None:
    """A worker's life: open the editions, then answer blocks until nobody asks any more."""
    relax_gc()
    if index is not None:
        index.take()
    task: tuple[Engine, Callable[[Engine, Any], Any]] | None = None
    while True:
        try:
            message = link.recv_bytes()
        except EOFError:
            return
        answer: Any = None
        try:
            if task is None:
                # Opens the editions: that is what an engine's pickle says to do.
                task = pickle.loads(message)  # noqa: S301 (from the process that started this one)
            else:
                engine, work = task
                answer = work(engine, pickle.loads(message))  # noqa: S301
        except NamewardenError as error:
            answer = _Failure(error)
        except Exception as error:  # noqa: BLE001 (the other process says what went wrong)
            answer = _Failure(_reported(error))
        try:
            link.send(answer)
        except ConnectionError:
            return


def _reported(error: Exception) -> WorkerError:
    found = WorkerError(
        f"a worker failed with {type(error).__name__}: {error}. {NOT_WHOLE} "
        "Run it again with --workers 1 to see where, and please report it"
    )
    found.add_note(traceback.format_exc())
    return found

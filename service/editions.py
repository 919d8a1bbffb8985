"""The list editions that answers are made on: replaced while the service runs.

Every answer is made on one engine, which is one set of snapshots; it is leased for the time of the
answer and closed when the last holder has returned it. So a switch drops no answer and mixes
none.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from records import NamewardenError, Snapshot, StaleListError
from screening.engine.engine import Engine
from screening.engine.freshness import require
from store import Home
from store.catalogue import Catalogue


class Editions:
    """The current engine of one home, and the earlier ones that are still leased."""

    def __init__(self, home: Home, max_age_days: int | None = None) -> None:
        self.home = home
        self._max_age_days = max_age_days
        self._refusal: StaleListError | None = None
        self._lock = threading.Lock()
        self._current: Engine | None = None
        self._leased: dict[int, tuple[Engine, int]] = {}
        self._problem: str | None = None

    @property
    def problem(self) -> str | None:
        """Why the newest editions could not be taken up; None when they are in use."""
        return self._problem

    @property
    def snapshots(self) -> tuple[Snapshot, ...]:
        """The editions in use; empty when none are."""
        current = self._current
        return current.snapshots if current else ()

    def refresh(self) -> bool:
        """Take up the active editions when they are others than those in use, and judge their age.

        Returns:
            Whether it took others up. Whatever goes wrong, the editions in use stay, and
            ``problem`` tells.
        """
        try:
            changed = self._taken_up()
            self._judge()
        except NamewardenError as error:
            self._problem = str(error)
            return False
        self._problem = None
        return changed

    def _judge(self) -> None:
        """Judge the age of the lists anew: it changes while the service runs."""
        engine = self._current
        if engine is None:
            return
        engine.judge_anew()
        engine.beside.judge_anew()
        self._refusal = None
        if self._max_age_days is not None:
            try:
                require(self.home, engine.snapshots, self._max_age_days, every=True)
            except StaleListError as error:
                self._refusal = error

    def _taken_up(self) -> bool:
        if _names(Catalogue(self.home).active()) == _names(self.snapshots) != ():
            return False
        engine = Engine.open(self.home)
        _warm(engine)
        with self._lock:
            before, self._current = self._current, engine
            if before is not None and id(before) not in self._leased:
                before.close()
        return True

    @contextmanager
    def lease(self) -> Iterator[Engine]:
        """The current engine, open until it is given back.

        Raises:
            NoListsError: no list is loaded.
            StaleListError: a list is older than was allowed.
        """
        engine = self._borrow()
        if self._refusal is not None:
            self._give_back(engine)
            raise self._refusal
        try:
            yield engine
        finally:
            self._give_back(engine)

    def _borrow(self) -> Engine:
        if self._current is None:
            self.refresh()
        with self._lock:
            engine = self._current
            if engine is not None:
                _, count = self._leased.get(id(engine), (engine, 0))
                self._leased[id(engine)] = engine, count + 1
                return engine
        # Says why: no list is loaded, or the home cannot be read.
        return Engine.open(self.home)

    def _give_back(self, engine: Engine) -> None:
        with self._lock:
            if id(engine) not in self._leased:
                engine.close()
                return
            _, count = self._leased.pop(id(engine))
            if count > 1:
                self._leased[id(engine)] = engine, count - 1
            elif engine is not self._current:
                engine.close()

    def close(self) -> None:
        """Let go of the engine in use."""
        with self._lock:
            engine, self._current = self._current, None
            if engine is not None and id(engine) not in self._leased:
                engine.close()


def _names(snapshots: tuple[Snapshot, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((snapshot.source, snapshot.sha256) for snapshot in snapshots)


def _warm(engine: Engine) -> None:
    """Read what the first question would wait for."""
    from screening.engine.settings import settings
    from screening.names.match import match

    chosen = settings(threshold=None, limit=1, kinds=None, lists=None, as_of=None)
    for _ in match(engine, ["Example Trading Company"], chosen):
        pass

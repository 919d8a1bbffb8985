"""Screens the register again by itself: at each new edition, each change of it, and every day."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from records import NamewardenError
from screening.engine.freshness import standing
from screening.engine.list_warnings import in_lines
from screening.monitoring.run import MonitoringResult
from store import counterparties
from store.catalogue import Catalogue
from store.database import Database
from store.home import Home
from store.schema import DESK_SINCE
from store.times import today_text

LOOK_SECONDS = 5.0
"""How often lists and register are looked at, which reads two small tables."""
LONGEST_WAIT = 600.0
"""Seconds between attempts while runs fail; half as long after each failure before."""
StartRun = Callable[[], MonitoringResult]
_State = tuple[frozenset[tuple[str, str]], int, str]


@dataclass(kw_only=True)
class Control:
    """Runs of monitoring whenever one has something to look at."""

    home: Home
    run: StartRun
    """One run over what has changed."""
    notify: Callable[[str], None]
    sleep: Callable[[float], None] = time.sleep
    tell: Callable[[], object] = lambda: None
    """Tells people of the cases' work; looked at whenever lists and register are."""
    today: Callable[[], str] = today_text
    """The day in UTC: a decision may expire on a day on which nothing else happens."""
    clock: Callable[[], float] = time.monotonic
    _untold: int = 0
    _untold_until: float = 0.0
    _failures: int = 0
    _told: list[str] = field(default_factory=list)
    _error: str = ""

    def runs(self) -> Iterator[MonitoringResult]:
        """Run at once, and then at each change, for ever.

        Yields:
            What each run did. A run that fails is told of once, and tried again.
        """
        seen: _State | None = None
        while True:
            wait = LOOK_SECONDS
            self._tell_people()
            try:
                self._tell_of_lists()
                # Read before the run: what comes during it is looked at after it.
                now = self._state()
                if now != seen:
                    result = self.run()
                    seen = now
                    self._tell_people()
                    yield result
                self._failures, self._error = 0, ""
            except NamewardenError as error:
                wait = self._failed(error)
            self.sleep(wait)

    def _state(self) -> _State:
        editions = frozenset((one.source, one.sha256) for one in Catalogue(self.home).active())
        with Database.of(self.home).reading(DESK_SINCE) as view:
            change = 0 if view is None else counterparties.last_change(view)
        return editions, change, self.today()

    def _tell_of_lists(self) -> None:
        """Tell of a list that is stale or missing once, when it becomes so."""
        lines = in_lines(standing(self.home))
        for line in lines:
            if line not in self._told:
                self.notify(f"WARNING: {line}")
        self._told = lines

    def _tell_people(self) -> None:
        """Send the notices of cases; after a failure with growing waits."""
        if self.clock() < self._untold_until:
            return
        try:
            self.tell()
            self._untold = 0
        except NamewardenError as error:
            self._untold += 1
            wait = float(min(LONGEST_WAIT, LOOK_SECONDS * 2**self._untold))
            self._untold_until = self.clock() + wait
            self.notify(f"{error}; tried again in {wait:.0f} seconds")

    def _failed(self, error: NamewardenError) -> float:
        """Tell why nothing was screened; the seconds until the next attempt."""
        if str(error) != self._error:
            self.notify(f"NOT SCREENED: {error}")
        self._error = str(error)
        self._failures += 1
        return float(min(LONGEST_WAIT, LOOK_SECONDS * 2**self._failures))

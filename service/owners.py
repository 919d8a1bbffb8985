"""The ownership data in use beside the engine in use, taken up while the service runs as list
editions are. Opened once: that takes as long as ten thousand names.
"""

from datetime import UTC, datetime
from threading import Lock

from matcher.index.index import NameIndex
from records import canonical
from records.as_json import to_json
from screening.engine.engine import Engine
from screening.ownership.answers import Owners, in_use
from store import ownership as kept
from store.home import Home

MOST = 4
"""Choices of lists and thresholds whose data is held open."""
Key = tuple[str, float, frozenset[str]]


class OwnersInUse:
    """What is known of owners; empty while no data is loaded."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._lock = Lock()
        self._state: str | None = None
        self._opened: dict[Key, tuple[NameIndex, Owners]] = {}

    def refresh(self) -> None:
        """Take up the ownership data in use, what people confirmed or rejected of it, and the day.

        Raises:
            StoreError: the database cannot be read; what was in use stays.
        """
        used = in_use(self._home)
        said = [to_json(one) for one in kept.links(self._home)] if used else []
        day = datetime.now(UTC).date().isoformat()
        self._state = canonical([used, said, day]) if used else ""

    def beside(self, engine: Engine, threshold: float) -> Owners | None:
        """The owners beside an engine; None where there is no data.

        Raises:
            StoreError: an edition is damaged.
        """
        with self._lock:
            if self._state is None:
                self.refresh()
            if not self._state:
                return None
            key = self._state, threshold, engine.chosen
            index, owners = self._opened.get(key, (None, None))
            if owners is None or index is not engine.index:
                owners = Owners.open(self._home, engine, threshold=threshold)
                if len(self._opened) >= MOST:
                    self._opened.clear()
                if owners is not None:
                    self._opened[key] = engine.index, owners
            return owners

"""How often somebody did something within the last minute, over all processes of a service.

The processes of one ``namewarden serve`` count in one SQLite file of its folder for temporary
files, which goes with it. Each second has a row, so in no minute there is more than was allowed;
what lies up to a second further back may be counted still. Who is counted stands there as a hash,
for what is typed as a name may be a password.
"""

import logging
import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b

VARIABLE = "NAMEWARDEN_RATES"
"""Names the file; ``namewarden serve`` sets it for its processes. Without it each counts alone."""
MINUTE = 60
WAIT_SECONDS = 0.5
"""For another process that is counting, which takes it microseconds."""
MOST_PLACES = 10_000
_SCHEMA = """
    CREATE TABLE IF NOT EXISTS hits
        (who BLOB, second INTEGER, hits INTEGER, PRIMARY KEY (who, second)) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS hits_by_second ON hits (second);
    CREATE TABLE IF NOT EXISTS places (number INTEGER PRIMARY KEY, place BLOB UNIQUE);
"""
# One statement, so that two processes cannot both take what is left for one.
_HIT = """
    INSERT INTO hits SELECT :who, :second, 1
    WHERE (SELECT coalesce(sum(hits), 0) FROM hits WHERE who = :who AND second >= :since) < :most
    ON CONFLICT DO UPDATE SET hits = hits + 1
"""
_log = logging.getLogger("namewarden.service")


class Rates:
    """Counts what was done, and remembers from where people came.

    Args:
        file: what all processes count in; None where there is but one.
        clock: seconds, the same for all processes.
    """

    def __init__(self, file: str | None, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._alone = _opened(":memory:")
        self._shared = self._alone
        self._cleared = 0
        if file is not None:
            try:
                self._shared = _opened(file)
            except sqlite3.Error as error:
                _log.error("%s: each process counts by itself (%s)", file, error)

    @staticmethod
    def of_service() -> "Rates":
        """Those of the service that this process belongs to."""
        return Rates(os.environ.get(VARIABLE))

    def hit(self, most: int, *who: str) -> bool:
        """Count one more; False, and nothing is counted, where that were more than ``most`` within
        a minute.
        """
        second = int(self._clock())
        # The oldest of these seconds is but partly in the minute.
        known = {
            "who": _hashed(who), "second": second, "since": second - MINUTE, "most": most
        }  # fmt: skip
        self._clear(second)
        try:
            return self._shared.execute(_HIT, known).rowcount == 1
        except sqlite3.Error as error:
            _log.error("requests are counted by this process alone (%s)", error)
            return self._alone.execute(_HIT, known).rowcount == 1

    def remember(self, *place: str) -> None:
        """Remember who came from where; the newest 10,000."""
        insert = "INSERT OR REPLACE INTO places (place) VALUES (?)"
        forget = "DELETE FROM places WHERE number <= (SELECT max(number) FROM places) - ?"
        for connection in {self._shared, self._alone}:
            with suppress(sqlite3.Error):
                connection.execute(insert, [_hashed(place)])
                connection.execute(forget, [MOST_PLACES])

    def knows(self, *place: str) -> bool:
        """Whether somebody came from there."""
        query, known = "SELECT 1 FROM places WHERE place = ?", [_hashed(place)]
        try:
            return self._shared.execute(query, known).fetchone() is not None
        except sqlite3.Error:
            return self._alone.execute(query, known).fetchone() is not None

    def _clear(self, second: int) -> None:
        """Forget what no minute reaches back to."""
        if second - self._cleared < MINUTE:
            return
        self._cleared = second
        for connection in {self._shared, self._alone}:
            with suppress(sqlite3.Error):
                connection.execute("DELETE FROM hits WHERE second < ?", [second - MINUTE])

    def close(self) -> None:
        """Let go of the file."""
        self._shared.close()
        self._alone.close()


def _opened(file: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        file, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False
    )
    # Nobody needs the counts after a power cut.
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = OFF")
    connection.executescript(_SCHEMA)
    return connection


def _hashed(parts: tuple[str, ...]) -> bytes:
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).digest()

"""How long the desk's pages take with thousands of open alerts.

    python bench/desk.py --alerts 5000 --times 20 [--write]

On the lists of ``NAMEWARDEN_HOME``, of which only a copy of the database's place is written to: a
register of listed names is put under monitoring in a home of its own beside linked lists, until so
many alerts wait; from some thousands on the register is copied under other ids instead, which takes
seconds where screening it takes an hour. Then every page is asked for, by somebody who is signed
in, in this process. Prints the median and the 95th percentile by the clock, and by the processor's
time, which a busy machine does not stretch.
"""

import argparse
import json
import os
import shutil
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from fastapi.testclient import TestClient

from records import Party, Query
from screening.cases.alerts import count_alerts
from screening.engine.engine import Engine
from screening.engine.settings import settings
from screening.monitoring.register import import_parties
from screening.monitoring.run import run
from service.access.manage import add_person
from service.app import create_app
from service.settings import ServiceSettings
from store import Home
from store.accounts import Accounts
from store.alerts import AlertFilter
from store.database import Database

SCREENED = 5_000
"""So many alerts come from monitoring; more are copies of these."""
COPIED = {
    "counterparties": {
        "number": "number + :step",
        "id": "id || '-' || :copy",
        "row_sum": "NULL",
    },
    "counterparty_versions": {"counterparty": "counterparty + :step"},
    "alerts": {
        "number": "number + :step",
        "counterparty": "counterparty + :step",
        "row_sum": "NULL",
    },
    "findings": {"number": "number + :step", "alert": "alert + :step"},
}
"""What a copy of a row has instead. Rows without a sum get one when somebody next writes."""
RESULTS = Path(__file__).parent / "results"
PASSWORD = "correct horse battery"
LIMIT_SECONDS = 0.3
PAGES = (
    "/cases", "/cases?who=all&sort=oldest", "/cases?text=bank&who=all", "/cases?who=all&start=1000",
    "/cases?state=all&who=all&sort=name", "/cases/C1", "/cases/C1/report", "/alerts", "/alerts/A1",
    "/customers", "/customers?text=bank", "/figures", "/lists", "/audit", "/access", "/settings",
    "/account", "/documents", "/", "/help/api",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Took:
    """One page's times, in seconds."""

    page: str
    median: float
    p95: float
    processor_p95: float


def listed_names(home: Home) -> Iterator[str]:
    """The captions of the lists' entries: a seventh from all over them, then the next one."""
    engine = Engine.open(home)
    for first in range(7):
        for number in range(first, engine.index.entity_count, 7):
            yield engine.entity(number).caption


def filled(home: Home, alerts: int) -> int:
    """Put listed names under monitoring until so many alerts wait; returns how many do."""
    asked = settings(threshold=None, limit=50, kinds=None, lists=None, as_of=None, home=home)
    names, known, waiting = listed_names(home), 0, 0
    while waiting < alerts:
        some = list(islice(names, max(200, (alerts - waiting) // 3)))
        if not some:
            break
        parties = [
            Party(id=f"K-{known + n}", query=Query(name=name)) for n, name in enumerate(some)
        ]
        known += len(parties)
        import_parties(home, parties, complete=False, author="bench", source="bench")
        run(home, asked, author="bench", workers=1, notify=lambda _: None)
        waiting = sum(count_alerts(home, AlertFilter()).values())
    return waiting


def copied(home: Home, waiting: int, alerts: int) -> int:
    """Copy the register with its alerts until so many wait; returns how many do."""
    database = home.path / "namewarden.sqlite3"
    with closing(sqlite3.connect(database)) as connection, connection:
        (last,) = connection.execute(
            "SELECT max(n) FROM (SELECT max(number) AS n FROM counterparties UNION ALL "
            "SELECT max(number) FROM alerts UNION ALL SELECT max(number) FROM findings)"
        ).fetchone()
        for table, changed in COPIED.items():
            names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            first = names[0]
            taken = ", ".join(changed.get(name, name) for name in names)
            for copy in range(1, -(-alerts // waiting)):
                connection.execute(
                    f"INSERT INTO {table} SELECT {taken} FROM {table} WHERE {first} <= :last",
                    {"step": copy * last, "copy": copy, "last": last},
                )
    return sum(count_alerts(home, AlertFilter()).values())


def own_home(folder: Path) -> Home:
    """A home with the lists of the one in use, whose database is its own."""
    if not folder.exists():
        shutil.copytree(Home.default().path, folder, copy_function=os.link)
        # The database is written to; lists and index are not.
        for file in folder.glob("namewarden.sqlite3*"):
            whole = file.read_bytes()
            file.unlink()
            file.write_bytes(whole)
    return Home(folder)


def signed_in(client: TestClient) -> None:
    """Sign the bench in."""
    page = client.get("/sign-in").text
    token = page.partition('name="csrf" value="')[2].partition('"')[0]
    client.post("/sign-in", data={"name": "bench", "password": PASSWORD, "csrf": token})


def timed(client: TestClient, page: str, times: int) -> Took:
    """Ask for a page, once for nothing and then so many times."""
    client.get(page)
    clock, processor = [], []
    for _ in range(times):
        began, busy = time.perf_counter(), time.process_time()
        answer = client.get(page, headers={"accept": "text/html"})
        clock.append(time.perf_counter() - began)
        processor.append(time.process_time() - busy)
        assert answer.status_code == 200, (page, answer.status_code)
    return Took(page, statistics.median(clock), _p95(clock), _p95(processor))


def _p95(values: list[float]) -> float:
    return sorted(values)[max(0, round(0.95 * len(values)) - 1)]


def next_case(client: TestClient, times: int) -> Took:
    """Ask for the next case again and again."""
    page = client.get("/account").text
    token = page.partition('name="csrf" value="')[2].partition('"')[0]
    clock, processor = [], []
    for _ in range(times):
        began, busy = time.perf_counter(), time.process_time()
        answer = client.post("/cases/next", data={"csrf": token})
        clock.append(time.perf_counter() - began)
        processor.append(time.process_time() - busy)
        assert answer.status_code == 303, answer.status_code
    return Took("POST /cases/next", statistics.median(clock), _p95(clock), _p95(processor))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--alerts", type=int, default=5_000)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--home", type=Path, help="keep the filled home here, or use it again")
    parser.add_argument("--write", action="store_true", help="keep the result in bench/results")
    asked = parser.parse_args()
    folder = asked.home or Path(tempfile.mkdtemp(prefix="desk-bench-")) / "home"
    home = own_home(folder)
    waiting = filled(home, min(asked.alerts, SCREENED))
    if waiting < asked.alerts:
        waiting = copied(home, waiting, asked.alerts)
    accounts = Accounts(Database.of(home))
    if accounts.person("bench") is None:
        add_person(accounts, "bench", "admin", PASSWORD, author="bench")
    with TestClient(
        create_app(ServiceSettings(), home), base_url="http://127.0.0.1", follow_redirects=False
    ) as client:
        signed_in(client)
        found = [timed(client, page, asked.times) for page in PAGES]
        found.append(next_case(client, asked.times))
    print(f"{waiting:,} alerts wait; seconds: median, 95 % within, of the processor")
    for took in found:
        slow = "  SLOW" if took.processor_p95 > LIMIT_SECONDS else ""
        print(f"{took.median:6.3f} {took.p95:6.3f} {took.processor_p95:6.3f}  {took.page}{slow}")
    if asked.write:
        today = f"{datetime.now(UTC):%Y-%m-%d}"
        told = {"date": today, "alerts": waiting, "pages": [asdict(took) for took in found]}
        (RESULTS / f"desk-{today}.json").write_text(json.dumps(told, indent=1) + "\n", "utf-8")
    sys.exit(any(took.processor_p95 > LIMIT_SECONDS for took in found))


if __name__ == "__main__":
    main()

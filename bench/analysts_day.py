"""How long a table of customers takes at the desk, from its upload to the cases and the figures.

    python bench/analysts_day.py --customers 20000 [--table customers.csv] [--write]

On the lists of ``NAMEWARDEN_HOME``, in a home of its own beside linked lists. Without a table of
yours, names of no party (drawn by a seed from syllables) with one in a hundred listed. Asks as a
browser does, in this process: the upload and what is understood, the screening, the monitoring with
its progress, then the queue, fifty cases decided at once, and the figures.
"""

import argparse
import csv
import json
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from desk import LIMIT_SECONDS, PASSWORD, RESULTS, listed_names, own_home, signed_in
from fastapi.testclient import TestClient

from service.access.manage import add_person
from service.app import create_app
from service.settings import ServiceSettings
from store import Home
from store.accounts import Accounts
from store.database import Database

SYLLABLES = "ba del fin gor hal is jun kem lor mar nes ol per quin ros sel tor ul vin wes yar zel"
LINES = ("Bakery", "Trading", "Logistics", "Software", "Consulting", "Foods", "Studio", "Clinic")
POLL_SECONDS = 1.0
"""As often as the page of a table asks how far the work is."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that somebody waits for."""

    what: str
    seconds: float
    is_page: bool


def drawn_table(home: Home, path: Path, customers: int, seed: int) -> None:
    """Write a table of so many customers; one in a hundred has a listed name."""
    rng = random.Random(seed)
    listed = list(listed_names(home))
    syllables = SYLLABLES.split()
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("Customer no.", "Name", "Country"))
        for number in range(customers):
            made = "".join(rng.choices(syllables, k=3)).capitalize()
            name = f"{made} {rng.choice(LINES)}" if number % 100 else rng.choice(listed)
            rows.writerow((f"B{number}", name, rng.choice(("DE", "France", "Türkiye", ""))))


class Day:
    """What somebody does, step by step, with the time that each took."""

    def __init__(self, client: TestClient) -> None:
        self._client = client
        self.steps: list[Step] = []

    def _timed(self, what: str, ask: Callable[[], str], *, is_page: bool = True) -> str:
        began = time.perf_counter()
        answer = ask()
        self.steps.append(Step(what, time.perf_counter() - began, is_page))
        return answer

    def page(self, address: str) -> str:
        """Look at a page, a second time: the first fills what is kept between requests."""
        self._client.get(address)
        return self._timed(f"GET {address.partition('/tables/')[0]}", lambda: self._get(address))

    def _get(self, address: str) -> str:
        answer = self._client.get(address, headers={"accept": "text/html"})
        assert answer.status_code == 200, (address, answer.status_code)
        return answer.text

    def _token(self) -> dict[str, str]:
        text = self._get("/account")
        return {"csrf": text.partition('name="csrf" value="')[2].partition('"')[0]}

    def send(self, table: Path) -> str:
        """Send the table; returns the address of its page."""
        form = self._token()

        def ask() -> str:
            with table.open("rb") as file:
                sent = self._client.post("/customers/tables", data=form, files={"file": file})
            assert sent.status_code == 303, sent.text
            return str(sent.headers["location"])

        return self._timed("upload, and what is understood", ask, is_page=False)

    def work(self, where: str, what: str) -> str:
        """Screen the table, or put it under monitoring; returns what is said in the end."""
        form = self._token()
        told: list[str] = []

        def ask() -> str:
            self._client.post(f"{where}/{what}", data=form)
            while "hx-get" in (text := self._get(f"{where}/work")):
                told.append(text)
                time.sleep(POLL_SECONDS)
            return text

        text = self._timed(what, ask, is_page=False)
        moved = len({each.partition("<progress")[2].partition(">")[0] for each in told} - {""})
        print(f"{what}: its progress moved {moved} times")
        return text

    def decide_fifty(self) -> None:
        """Decide the first page of the queue together."""
        queue = self._get("/cases?who=all")
        cases = [part.partition('"')[0] for part in queue.split('name="case" value="')[1:]]
        form = {**self._token(), "action": "false_positive", "reason": "another", "case": cases}
        self._timed(
            f"{len(cases)} cases decided at once",
            lambda: self._client.post("/cases/many", data=form).text,
            is_page=False,
        )


def through(client: TestClient, table: Path) -> Iterator[Step]:
    """The day."""
    day = Day(client)
    where = day.send(table)
    day.page(where)
    print(_said(day.work(where, "screen")))
    where = day.send(table)
    print(_said(day.work(where, "monitor")))
    for address in ("/cases?who=all", "/cases?text=bank&who=all", "/customers", "/figures"):
        day.page(address)
    day.decide_fifty()
    yield from day.steps


def _said(text: str) -> str:
    plain = text.partition("<h2>")[2].partition('<div class="table"')[0]
    return " ".join(" ".join(piece.partition(">")[2] for piece in plain.split("<")).split())


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--customers", type=int, default=20_000)
    parser.add_argument("--table", type=Path, help="customers of yours, CSV")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", action="store_true", help="keep the result in bench/results")
    asked = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="day-bench-"))
    home = own_home(folder / "home")
    table = asked.table or folder / "customers.csv"
    if asked.table is None:
        drawn_table(home, table, asked.customers, asked.seed)
    add_person(Accounts(Database.of(home)), "bench", "admin", PASSWORD, author="bench")
    with TestClient(
        create_app(ServiceSettings(), home), base_url="http://127.0.0.1", follow_redirects=False
    ) as client:
        signed_in(client)
        found = list(through(client, table))
    for step in found:
        slow = "  SLOW" if step.is_page and step.seconds > LIMIT_SECONDS else ""
        print(f"{step.seconds:8.2f} s  {step.what}{slow}")
    if asked.write:
        today = f"{datetime.now(UTC):%Y-%m-%d}"
        told = {"date": today, "steps": [asdict(step) for step in found]}
        (RESULTS / f"day-{today}.json").write_text(json.dumps(told, indent=1) + "\n", "utf-8")
    sys.exit(any(step.is_page and step.seconds > LIMIT_SECONDS for step in found))


if __name__ == "__main__":
    main()

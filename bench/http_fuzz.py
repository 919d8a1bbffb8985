"""Fuzz the service: python bench/http_fuzz.py [--seconds 60] [--seed 1].

Every address of the API and of the desk is asked with values that nobody should send, by who may
do everything, in a home of samples with a register, alerts and cases. An answer of 500 and above
is a fault, but for 503 (what it needs is not there), and so is one that takes ten seconds. What was
sent is written to tests/data/fuzz/http, where tests/service/test_http_fuzz.py sends it for ever.
"""

import argparse
import hashlib
import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from fastapi import FastAPI
from fastapi.testclient import TestClient
from fuzzing.http_requests import Asked, Place, places

from records import Party, Query
from screening.engine.settings import settings
from screening.monitoring.register import import_parties
from screening.monitoring.run import run
from screening.updates.update import update
from service.app import create_app
from service.settings import ServiceSettings
from store import Home

TOP = Path(__file__).parents[1]
DATA = TOP / "tests" / "data"
KEPT = DATA / "fuzz" / "http"
SLOW = 10.0
"""Seconds of the processor for one request."""
TOKEN = "of-this-start"
LISTED = ("Kalashnikov Concern", "Wuhan Gaoxin Technology", "Estaciones de Servicios Canarias")


def fill(home: Home) -> None:
    """Put parties under monitoring in a home with lists, so that there are alerts and cases."""
    parties = [Party(id=f"K-{n}", query=Query(name=name)) for n, name in enumerate(LISTED)]
    import_parties(home, parties, complete=True, author="ada", source="crm.csv")
    chosen = settings(threshold=0.5, limit=5, kinds=None, lists=None, as_of=None)
    run(home, chosen, author="ada", notify=lambda _: None)


class Desk:
    """A service in this process, and who may do everything there."""

    def __init__(self, app: FastAPI, client: TestClient) -> None:
        self._client = client
        self._schemas = app.openapi()["components"]["schemas"]
        self.places = places(app)
        self._csrf = ""

    def any_request(self, place: Place, dice: Random) -> Asked:
        """A request to an address."""
        return place.asked(dice, self._schemas)

    def fault_of(self, asked: Asked) -> str | None:
        """What came out that must not, in one line; None when all is well."""
        begun = time.process_time()
        try:
            answer = self._send(asked)
        except Exception as error:  # noqa: BLE001 (every kind is what is looked for)
            steps = traceback.extract_tb(error.__traceback__)
            ours = [step for step in steps if _is_ours(step.filename)][-1]
            return f"{type(error).__name__} at {Path(ours.filename).relative_to(TOP)}:{ours.lineno}"
        if answer >= 500 and answer != 503:
            return f"{answer} of {asked.method} {asked.path.partition('?')[0][:60]}"
        seconds = time.process_time() - begun
        if seconds > SLOW:
            return f"slow: {seconds:.0f} s of {asked.method} {asked.path.partition('?')[0][:60]}"
        return None

    def _send(self, asked: Asked) -> int:
        headers = {"accept": asked.accept}
        if asked.accept != "text/html":
            headers["authorization"] = f"Bearer {TOKEN}"
        files = None if asked.file is None else {"file": ("a.csv", asked.file.encode("latin-1"))}
        data: dict[str, list[str]] = {}
        for key, value in asked.form or ():
            data.setdefault(key, []).append(value)
        if asked.form is not None:
            headers["x-csrf-token"] = self._token()
        if asked.json is not None:
            headers["content-type"] = "application/json"
        answer = self._client.request(
            asked.method,
            asked.path,
            headers=headers,
            content=asked.json,
            data=data or None,
            files=files if asked.form is not None else None,
        )
        return int(answer.status_code)

    def _token(self) -> str:
        if not self._csrf:
            self._client.get(f"/open?token={TOKEN}", headers={"accept": "text/html"})
            page = self._client.get("/access", headers={"accept": "text/html"}).text
            self._csrf = page.partition('name="csrf" value="')[2].partition('"')[0]
            assert self._csrf, "the desk did not let us in"
        return self._csrf


def _is_ours(path: str) -> bool:
    return path.startswith(str(TOP)) and "site-packages" not in path


@contextmanager
def desk(home: Home) -> Iterator[Desk]:
    """A service on a home for this process alone."""
    app = create_app(ServiceSettings(authentication="none", local_token=TOKEN), home)
    with TestClient(app, base_url="http://127.0.0.1", follow_redirects=False) as client:
        yield Desk(app, client)


def _sample_home(folder: Path) -> Home:
    home, files = Home(folder / "home"), folder / "files"
    files.mkdir()
    for source in ("eu_fsf", "us_ofac_sdn"):
        shutil.copy(DATA / source / "sample.xml", files / f"{source}.xml")
    update(home, (), from_path=files, accept_excerpts=True, notify=lambda _: None)
    fill(home)
    return home


def main() -> int:
    """Run it; whether faults were found decides the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    dice, found, tries = Random(chosen.seed), Counter[str](), Counter[str]()
    with tempfile.TemporaryDirectory() as folder, desk(_sample_home(Path(folder))) as asked_of:
        until = time.monotonic() + chosen.seconds
        while time.monotonic() < until:
            place = dice.choice(asked_of.places)
            request = asked_of.any_request(place, dice)
            tries[f"{place.method} {place.path}"] += 1
            fault = asked_of.fault_of(request)
            if fault is not None:
                found[fault] += 1
                if found[fault] == 1:
                    print(f"{fault}\n{request.text()}", flush=True)
                    KEPT.mkdir(parents=True, exist_ok=True)
                    name = hashlib.sha256(request.text().encode()).hexdigest()[:12]
                    (KEPT / f"{name}.json").write_text(request.text(), "utf-8")
    print(f"{tries.total():,} requests to {len(tries)} addresses, {len(found)} kinds of faults")
    for where, count in found.items():
        print(f"{count:6} x {where}")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())

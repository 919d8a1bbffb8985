"""What years of list editions cost a home: python bench/years.py [--days 1826] [--every 1].

Two lists of ``NAMEWARDEN_HOME`` (``--lists``) get an edition every so many days: the real one with
a few entries left out, other ones each time, beside the publisher's bytes. The editions are written
by the store itself and not parsed, which takes minutes instead of hours. A name is screened on the
first of them and recorded, counterparties are monitored over the last change. Prints seconds of the
processor beside those of a home with the last editions alone, what grows, and the disk that an
edition takes.
"""

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from records import Entity, Party, Query, Snapshot
from screening.answers.record import record_names
from screening.archive.replay import replay
from screening.engine.engine import Engine
from screening.engine.index_cache import prepare
from screening.engine.settings import settings
from screening.monitoring.register import import_parties
from screening.monitoring.run import run
from screening.names.match import match_queries
from screening.updates.prune import prune
from store import Home
from store.catalogue import Catalogue
from store.entities import entities
from store.requested_lists import request_lists
from store.snapshots import incoming_snapshot

LEFT_OUT = 997
"""One entry in so many is missing from an edition, another one in the next."""
PARTIES = 2_000


def edition(home: Home, of: Snapshot, entries: list[Entity], number: int, day: datetime) -> None:
    """Take in one edition of a list, as an update does once the file is read."""
    digest = sha256(f"{of.source} {number}".encode()).hexdigest()
    with incoming_snapshot(home, of.source) as incoming:
        for file in of.folder.glob("raw*"):
            shutil.copyfile(file, incoming.folder / file.name)
        for place, entry in enumerate(entries):
            if (place + number) % LEFT_OUT:
                incoming.entities.add(entry)
        snapshot = replace(
            of,
            sha256=digest,
            edition=f"{day:%Y-%m-%d}",
            fetched_at=f"{day:%Y-%m-%dT%H:%M:%SZ}",
            entities=len(incoming.entities),
            names=incoming.entities.names,
            folder=incoming.target(digest),
            seals=(),
        )
        kept = incoming.keep(snapshot, {})
    Catalogue(home).add_and_activate(kept, now=day)


def clocked(work: Callable[[], object]) -> float:
    """Seconds of the processor that something takes, children included."""
    begun = _spent()
    work()
    return _spent() - begun


def _spent() -> float:
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(used.ru_utime + used.ru_stime for used in both)


def command(home: Home, *words: str) -> None:
    """Run the program as a user does."""
    environment = os.environ | {"NAMEWARDEN_HOME": str(home.path)}
    program = [sys.executable, "-m", "cli", *words]
    done = subprocess.run(program, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 3), done.stderr


def monitored(home: Home, entries: list[Entity]) -> None:
    """Monitor counterparties, so that the next run is one over a change."""
    parties = [
        Party(id=f"C{number}", query=Query(name=entry.caption))
        for number, entry in enumerate(entries[:PARTIES])
    ]
    import_parties(home, parties, complete=False, author="bench", source="bench")
    monitor(home)


def monitor(home: Home) -> None:
    """Screen what can have changed."""
    asked = settings(threshold=None, limit=50, kinds=None, lists=None, as_of=None, home=home)
    run(home, asked, author="bench", workers=1, notify=lambda _: None)


def recorded(home: Home, name: str) -> str:
    """Screen a name and keep that; returns the screening's id."""
    asked = settings(threshold=None, limit=10, kinds=None, lists=None, as_of=None, home=home)
    engine = Engine.open(home, notify=lambda _: None)
    queries = [Query(name=name)]
    answers = list(match_queries(engine, queries, asked))
    return record_names(home, engine, queries, answers, asked, author="bench")


def main() -> None:
    """Make both homes, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--days", type=int, default=1826)
    parser.add_argument("--every", type=int, default=1, help="days between two editions")
    parser.add_argument("--lists", default="un_sc,us_ofac_cons")
    asked = parser.parse_args()
    chosen = set(asked.lists.split(","))
    taken = [one for one in Catalogue(Home.default()).active() if one.source in chosen]
    entries = {one.source: list(entities(one)) for one in taken}
    folder = Path(tempfile.mkdtemp(prefix="years-bench-"))
    days = range(asked.days, -1, -asked.every)
    kept: dict[str, dict[str, float]] = {}
    for called, ages in (("years", list(days)), ("one change", [asked.every, 0])):
        home = Home(folder / called.replace(" ", "-"))
        home.path.mkdir()
        request_lists(home, [one.source for one in taken])
        kept[called] = measured(home, taken, entries, ages)
        count, size = len(Catalogue(home).every()), disk(home)
        print(f"{called}: {count:,} editions, {size / 1e6:,.0f} MB", flush=True)
    for what in kept["years"]:
        print(f"{what:34} {kept['years'][what]:8.2f} {kept['one change'][what]:8.2f}")
    shutil.rmtree(folder)


def measured(
    home: Home, taken: list[Snapshot], entries: dict[str, list[Entity]], ages: list[int]
) -> dict[str, float]:
    """Fill a home with editions of some ages in days, and measure what people do in it."""
    now, first = datetime.now(UTC), taken[0].source
    times: dict[str, float] = {}
    begun = time.process_time()
    for number, age in enumerate(ages[:-1]):
        for of in taken:
            edition(home, of, entries[of.source], number, now - timedelta(days=age))
        if number == 0:
            prepare(home, notify=lambda _: None)
            screening = recorded(home, entries[first][0].caption)
    times["taking in an edition, mean"] = (time.process_time() - begun) / (len(ages) * len(taken))
    prepare(home, notify=lambda _: None)
    monitored(home, entries[first])
    last = len(ages) - 1

    def take_in_last() -> None:
        for of in taken:
            edition(home, of, entries[of.source], last, now)

    times["taking in the last edition"] = clocked(take_in_last)
    times["its index"] = clocked(lambda: prepare(home, notify=lambda _: None))
    times["monitor run over the change"] = clocked(lambda: monitor(home))
    times["match, cold"] = clocked(lambda: command(home, "match", "Nobody Anywhere Limited"))
    times["match --as-of, cold"] = clocked(
        lambda: command(home, "match", "Nobody Anywhere Limited", "--as-of", f"{now:%Y-%m-%d}")
    )
    times["replay of the first screening"] = clocked(
        lambda: replay(home, screening, workers=1, notify=lambda _: None)
    )
    times["lists"] = clocked(lambda: command(home, "lists"))
    times["lists verify"] = clocked(lambda: command(home, "lists", "verify"))
    times["lists prune, told only"] = clocked(
        lambda: prune(home, 365, dry_run=True, notify=lambda _: None)
    )
    return times


def disk(home: Home) -> int:
    """Bytes of a home's files."""
    return sum(file.stat().st_size for file in home.path.rglob("*") if file.is_file())


if __name__ == "__main__":
    main()

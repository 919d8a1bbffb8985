"""Ownership data at full size: import, the answer for one counterparty, a batch's counterparties.

    python bench/owners.py [--edges 1000000] [--counterparties 100000] [--workers 2]

Needs a home with lists (``NAMEWARDEN_HOME``), which is not changed: the data goes to a home of its
own that has the same lists. Owners, shares and names are drawn by a seed. Rates are by processor
time, which a busy machine does not distort: so many a second where each worker has a processor to
itself. The batch is ``namewarden batch``: each row's name screened, and its owners looked at.
"""

import argparse
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from records import Query
from records.blocks import blocks
from screening.batch.run import BLOCK
from screening.engine.engine import Engine
from screening.ownership.answers import Owners
from screening.ownership.derived import derived_for_all
from store import Home
from store.catalogue import Catalogue
from store.entities import EntityFile

WORDS = (
    "north", "river", "stone", "field", "harbour", "cedar", "atlas", "delta", "lumen", "orbit",
    "vega", "polar", "summit",
)  # fmt: skip
LISTED_EVERY = 200
"""One owner in so many has a listed party's name."""


def rows(edges: int, listed: list[str], draw: random.Random) -> Iterator[str]:
    """A table of holdings of one party in another: chains and groups as registers have them."""
    parties = edges * 2 // 3
    names = [
        draw.choice(listed)
        if number % LISTED_EVERY == 0
        else f"{draw.choice(WORDS)} {draw.choice(WORDS)} {number} ltd"
        for number in range(parties)
    ]
    yield "owner,owned,share,owner id,owned id\n"
    for _ in range(edges):
        owned = draw.randrange(parties)
        # Owners have smaller numbers, and mostly none of their own: no endless chains.
        owner = draw.randrange(max(1, owned // 3))
        share = draw.randrange(5, 100)
        yield f'"{names[owner]}","{names[owned]}",{share},P{owner},P{owned}\n'


def main() -> None:
    """Measure, and print a line each."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--edges", type=int, default=1_000_000)
    asked.add_argument("--counterparties", type=int, default=100_000)
    asked.add_argument("--workers", type=int, default=2)
    asked.add_argument("--seed", type=int, default=20)
    options = asked.parse_args()
    draw = random.Random(options.seed)
    folder = Path(tempfile.mkdtemp(prefix="namewarden-ownership-"))
    try:
        home = _beside(Home.default(), folder / "home")
        listed = _listed(home, draw)
        table = folder / "owners.csv"
        with table.open("w", encoding="utf-8") as file:
            file.writelines(rows(options.edges, listed, draw))
        seconds, memory = _run(home, "ownership", "import", str(table), "--source", "bench")
        edges = f"{options.edges:,} edges"
        print(f"{edges} imported: {seconds:.1f} s of the processor, {memory:,.0f} MB at most")
        parties = options.edges * 2 // 3
        customers = [_customer(place, parties, draw) for place in range(options.counterparties)]
        _batch(home, folder, customers, options.workers)
        _ask(home, customers, parties, draw)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _beside(home: Home, path: Path) -> Home:
    """A home with the same lists; nothing of the other one is written to."""

    def taken(source: str, target: str) -> None:
        (shutil.copy2 if ".sqlite" in source or source.endswith(".db") else os.link)(source, target)

    shutil.copytree(home.path, path, copy_function=taken, ignore=shutil.ignore_patterns("*lock*"))
    return Home(path)


def _listed(home: Home, draw: random.Random) -> list[str]:
    """Names of listed parties, read without the index: a process counts what its parent held."""
    snapshot = max(Catalogue(home).active(), key=lambda one: one.entities)
    with EntityFile(snapshot) as file:
        found = [file.at(draw.randrange(snapshot.entities)).caption for _ in range(2_000)]
    return [name.replace('"', "") for name in found]


def _run(home: Home, *command: str) -> tuple[float, float]:
    """Seconds of all its processes' processors, and MB of the largest one."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-m", "cli", *command],
        env={**os.environ, "NAMEWARDEN_HOME": str(home.path)},
        stdout=subprocess.DEVNULL,
        check=False,
    )
    if done.returncode not in (0, 3):
        raise SystemExit(f"{command[0]} ended with {done.returncode}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return used, after.ru_maxrss / 1024


def _customer(place: int, parties: int, draw: random.Random) -> tuple[str, str]:
    """A number and a name; as in a register, one in five is in the data."""
    number = f"P{draw.randrange(parties)}" if place % 5 == 0 else f"X{place}"
    return number, f"{draw.choice(WORDS)} {draw.choice(WORDS)} trading {place}"


def _ask(home: Home, customers: list[tuple[str, str]], parties: int, draw: random.Random) -> None:
    engine = Engine.open(home)
    begun = time.process_time()
    owners = Owners.open(home, engine, threshold=0.8)
    if owners is None:
        raise SystemExit("no ownership data")
    owners.find(Query(name="P1"), "P1")
    print(f"opened: {time.process_time() - begun:.1f} s")
    some = [f"P{draw.randrange(parties)}" for _ in range(200)]
    for kind in ("cold", "warm"):
        begun = time.process_time()
        for key in some:
            for party, by in owners.find(Query(name=key), key).items():
                owners.answer(party, key, by)
        print(f"answer {kind}: {(time.process_time() - begun) / len(some) * 1000:.2f} ms")
    for kind in ("cold", "warm"):
        begun = time.process_time()
        queries = [(Query(name=name), key) for key, name in customers]
        found = (derived_for_all(owners, some) for some in blocks(queries, BLOCK))
        hits = sum(bool(one) for answers in found for one in answers)
        rate = len(customers) / (time.process_time() - begun)
        print(f"counterparties {kind}, one process: {rate:,.0f} a second, {hits:,} with hits")


def _batch(home: Home, folder: Path, customers: list[tuple[str, str]], workers: int) -> None:
    table, output = folder / "customers.csv", folder / "results.jsonl"
    lines = "".join(f"{number},{name}\n" for number, name in customers)
    table.write_text(f"id,name\n{lines}", encoding="utf-8")
    asked = ("batch", str(table), "--output", str(output), "--workers", str(workers))
    seconds, memory = _run(home, *asked)
    rate = len(customers) * workers / seconds
    print(f"batch, {workers} workers: {rate:,.0f} rows a second, {memory:,.0f} MB at most in one")


if __name__ == "__main__":
    main()

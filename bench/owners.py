"""Ownership data at full size: import, the answer for one counterparty, a batch's counterparties.

    python bench/owners.py [--edges 1000000] [--counterparties 100000] [--workers 2]

Needs a home with lists (``NAMEWARDEN_HOME``), which is not changed: the data goes to a folder of its
own. Owners, shares and names are drawn by a seed. Rates are by processor time, which a busy machine
does not distort: so many counterparties in a second of all workers' processors. The last line is
what a batch does with each row: its name screened and its owners looked at.
"""

import argparse
import random
import resource
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from ownership.edition import Edition, EditionWriter
from ownership.graph import Graph
from ownership.share import percent
from ownership.statements import Holding, Interest, OwnershipParty, PartyKind, Statement
from records import Query
from records.blocks import blocks
from screening.batch.run import BLOCK
from screening.engine.engine import Engine
from screening.ownership.answers import Owners
from screening.ownership.derived import derived_for_all
from store import Home
from store.ownership import OwnershipEdition

WORDS = (
    "north", "river", "stone", "field", "harbour", "cedar", "atlas", "delta", "lumen", "orbit",
    "vega", "polar", "summit",
)  # fmt: skip
LISTED_EVERY = 200
"""One owner in so many has a listed party's name."""


def statements(edges: int, listed: list[str], draw: random.Random) -> Iterator[Statement]:
    """Parties, and holdings of one in another: chains and groups as registers have them."""
    parties = edges * 2 // 3
    for number in range(parties):
        name = f"{draw.choice(WORDS)} {draw.choice(WORDS)} {number} ltd"
        if number % LISTED_EVERY == 0:
            name = draw.choice(listed)
        yield OwnershipParty(key=f"P{number}", name=name, kind=PartyKind.COMPANY, country="gb")
    for number in range(edges):
        owned = draw.randrange(parties)
        # Owners have smaller numbers, and mostly none of their own: no endless chains.
        owner = draw.randrange(max(1, owned // 3))
        yield Holding(
            owner=f"P{owner}",
            owned=f"P{owned}",
            interest=Interest.SHARES,
            share=percent(draw.randrange(5, 100)),
            nature="shares",
            statement=f"row {number}",
        )


def main() -> None:
    """Measure, and print a line each."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--edges", type=int, default=1_000_000)
    asked.add_argument("--counterparties", type=int, default=100_000)
    asked.add_argument("--seed", type=int, default=20)
    options = asked.parse_args()
    draw = random.Random(options.seed)
    engine = Engine.open(Home.default())
    count = engine.index.entity_count
    listed = [engine.entity(draw.randrange(count)).caption for _ in range(2_000)]
    folder = Path(tempfile.mkdtemp(prefix="namewarden-ownership-"))
    try:
        begun = time.perf_counter()
        EditionWriter(folder).write(statements(options.edges, listed, draw))
        seconds = time.perf_counter() - begun
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{options.edges:,} edges written: {seconds:.1f} s, {memory:,.0f} MB at most")
        _ask(engine, folder, options.counterparties, options.edges * 2 // 3, draw)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _ask(engine: Engine, folder: Path, many: int, parties: int, draw: random.Random) -> None:
    edition = Edition(folder, "bench 2026-01-01")
    kept = OwnershipEdition(
        source="bench", sha256="0" * 64, dated="2026-01-01", imported_at="", origin="",
        formats="table", parties=parties, holdings=0, gaps=0, unread=0,
    )  # fmt: skip
    begun = time.perf_counter()
    owners = Owners(engine, [(kept, edition)], [], threshold=0.72, day="2026-01-01")
    Graph([edition]).by_key("P1", (True,))
    print(f"opened: {time.perf_counter() - begun:.1f} s")
    some = [f"P{draw.randrange(parties)}" for _ in range(200)]
    for kind in ("cold", "warm"):
        begun = time.perf_counter()
        for key in some:
            for party, by in owners.find(Query(name=key), key).items():
                owners.answer(party, key, by)
        print(f"answer {kind}: {(time.perf_counter() - begun) / len(some) * 1000:.2f} ms")
    # As in a register: one in five is in the data.
    asked = [
        (f"P{draw.randrange(parties)}" if place % 5 == 0 else f"X{place}", f"firm {place}")
        for place in range(many)
    ]
    for kind in ("cold", "warm"):
        begun = time.perf_counter()
        queries = [(Query(name=name), key) for key, name in asked]
        found = (derived_for_all(owners, some) for some in blocks(queries, BLOCK))
        hits = sum(bool(one) for answers in found for one in answers)
        rate = many / (time.perf_counter() - begun)
        print(f"counterparties {kind}: {rate:,.0f} a second, {hits:,} of {many:,} with hits")


if __name__ == "__main__":
    main()

"""What it costs to monitor a change of the lists, against screening everything again.

    python bench/monitor.py OLD_HOME NEW_LIST [--parties 100000]

``OLD_HOME`` is a home with lists loaded, ``NEW_LIST`` the file of a later edition of one of them.
Counterparties are ordinary company names and variants of them, made up from a seed. Both runs are
made in the same process on copies of the home, so their ratio holds on any machine.
"""

import argparse
import csv
import json
import random
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from records import Party, Query
from screening.engine.index_cache import prepare
from screening.engine.settings import settings
from screening.monitoring.register import import_parties
from screening.monitoring.run import MOST_HITS, run
from screening.updates.update import update
from store import Home

FORMS = ("Ltd", "LLC", "GmbH", "S.A.", "Inc.", "B.V.", "AG", "Holding", "Group", "Trading")
RESULT = Path(__file__).parent / "results" / "monitor.json"


def parties(names: Path, wanted: int) -> Iterator[Party]:
    """Ordinary names: first as they are, then two halves of two of them with another legal form."""
    with names.open(encoding="utf-8") as file:
        known = [row["name"] for row in csv.DictReader(file)]
    chance = random.Random(17)
    for number in range(wanted):
        if number < len(known):
            name = known[number]
        else:
            one, other = chance.choice(known).split(), chance.choice(known).split()
            halves = one[: (len(one) + 1) // 2] + other[len(other) // 2 :]
            name = " ".join([*halves[:5], chance.choice(FORMS)])
        yield Party(id=f"C{number}", query=Query(name=name))


def main() -> None:
    """Measure, print and keep."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("home", type=Path)
    parser.add_argument("edition", type=Path)
    parser.add_argument("--names", type=Path, required=True, help="CSV with a column name")
    parser.add_argument("--parties", type=int, default=100_000)
    parser.add_argument("--workers", type=int, default=1)
    given = parser.parse_args()
    chosen = settings(threshold=None, limit=MOST_HITS, kinds=None, lists=None, as_of=None)
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder) / "home")
        shutil.copytree(given.home, home.path)

        def timed(what: str, *, full: bool) -> tuple[float, dict[str, object]]:
            begin, worked = time.perf_counter(), time.process_time()
            result = run(
                home, chosen, author="bench", full=full, workers=given.workers, notify=print
            )
            figures: dict[str, object] = {
                "seconds": round(time.perf_counter() - begin, 2),
                "cpu_seconds": round(time.process_time() - worked, 2),
                "full": result.full,
                "why_full": result.why_full,
                "screened": result.screened,
                "pairs": result.pairs,
                "opened": len(result.outcome.opened),
                "changed": len(result.outcome.changed),
                "gone": len(result.outcome.gone),
            }
            print(what, figures, flush=True)
            return time.process_time() - worked, figures

        begin = time.perf_counter()
        import_parties(
            home, parties(given.names, given.parties), complete=True, author="bench", source="x"
        )
        print(f"imported {given.parties:,} in {time.perf_counter() - begin:.1f} s", flush=True)
        _, before = timed("first", full=True)
        update(home, (), from_path=given.edition, notify=print)
        prepare(home, notify=print)
        by_change, change = timed("change", full=False)
        all_again, again = timed("again, everything", full=True)
    figures = {
        "parties": given.parties,
        "workers": given.workers,
        "first": before,
        "change": change,
        "everything": again,
        "ratio_of_cpu": round(by_change / all_again, 4),
        "alerts_differ": [again["opened"], again["changed"], again["gone"]],
    }
    RESULT.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    print(f"a change costs {by_change / all_again:.2%} of everything")


if __name__ == "__main__":
    main()

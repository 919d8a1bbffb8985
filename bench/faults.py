"""Break what is around the program, and see what it answers: docs/reliability.md is made by this.

    python bench/faults.py [--tries 4] [--seed 1] [--only kills,disks] [--commands decide,update]

Prints a table of what each fault came to; ends with 1 when an answer was neither that of before
nor that of after, something was half-written, or a traceback was shown. ``--write`` puts the table
into docs/reliability.md. File systems are mounted where this is run as root, clocks are set by
libfaketime and PostgreSQL is started from the machine's own programs, each where it is there.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from faulting.clocks import wrong_clocks
from faulting.ground import is_laid, lay
from faulting.kills import full_disks, kills, mounted
from faulting.outcome import Row, table
from faulting.page import write
from faulting.plan import Plan
from faulting.postgres import restarts
from faulting.publishers import lying_servers
from faulting.service import database_restarts, killed_service
from faulting.strike import import_all
from faulting.workers import lost_workers
from faulting.writers import two_writers

Fault = Callable[[Plan], Iterator[Row]]
FAULTS: dict[str, Fault] = {
    "kills": kills,
    "sizes": full_disks,
    "disks": mounted,
    "clocks": wrong_clocks,
    "servers": lying_servers,
    "postgres": restarts,
    "service": killed_service,
    "service-postgres": database_restarts,
    "writers": two_writers,
    "workers": lost_workers,
}


def main() -> int:
    """Run it; 1 when anything was found that must not be."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--tries", type=int, default=4, help="of each fault for each command")
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--only", default="", help=f"of {','.join(FAULTS)}")
    asked.add_argument("--commands", default="", help="of commands or servers, with commas between")
    asked.add_argument("--ground", type=Path, help="where it is, or is laid for another time")
    asked.add_argument("--write", action="store_true", help="renew docs/reliability.md")
    chosen = asked.parse_args()
    import_all()
    only = list(filter(None, chosen.only.split(","))) or list(FAULTS)
    commands = frozenset(filter(None, chosen.commands.split(",")))
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="nw-faults-") as name:
        ground = chosen.ground or Path(name) / "ground"
        if not is_laid(ground):
            ground.mkdir(exist_ok=True)
            lay(ground)
        dice, folder = Random(chosen.seed), Path(name)
        plan = Plan(ground, folder, chosen.tries, dice, commands)
        for fault in only:
            found = []
            for row in FAULTS[fault](plan):
                found.append(row)
                print(" | ".join(row.cells), *row.wrong, sep="\n    ", flush=True)
            if chosen.write:
                write(fault, found)
            rows += found
    print(table(rows))
    return int(any(row.wrong for row in rows))


if __name__ == "__main__":
    sys.exit(main())

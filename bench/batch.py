"""A table of counterparties through ``namewarden batch``: rows a second, memory, what was found.

    python bench/batch.py LISTS DATA --rows 100000 [--spark] [--write]

The lists are loaded into a home of its own (``--home`` keeps one), the table is made by
``counterparties.py``. The reference in the same run is taking the names apart, which any matcher
has to do. Both are also given for a second of processor time, which a busy machine does not change
much. Memory is that of all processes together, what they share
counted once. ``--spark`` screens the same table with Spark on as many cores and compares the
results byte by byte. ``--write`` adds a file to bench/results.
"""

import argparse
import csv
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kept_results import circumstances, keep

from matcher.names.parser import analyse
from store import Home

PROGRAM = [sys.executable, "-c", "from cli import main; main()"]
LISTS = (
    "us_ofac/original/sdn_advanced_2025-11-19.xml.bz2",
    "us_ofac/original/consolidated_2025-03-28.xml",
    "eu_fsf/reconstructed/xmlFullSanctionsList_1_1_2026-08.xml",
    "un_sc/original/consolidated_2026-08-01.xml",
    "us_csl/original/consolidated_2022.csv.gz",
)
SAMPLE = 20_000
PAUSE = 0.5


def run(*arguments: str) -> None:
    """Run the command line; hits are no failure."""
    done = subprocess.run([*PROGRAM, *arguments], capture_output=True, text=True)
    if done.returncode not in (0, 3):
        sys.exit(f"{' '.join(arguments)}: {done.stderr}")


def load(lists: Path, home: Path) -> None:
    """Load the lists, unless the home has them."""
    os.environ["NAMEWARDEN_HOME"] = str(home)
    if not Home(home).database.exists():
        for name in LISTS:
            run("update", "--from", str(lists / name))
    run("match", "warm")


def family(process: int) -> dict[int, float]:
    """A process and all that come from it, with the seconds of processor time each has used."""
    parents, used = {}, {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            after = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        one = int(stat.parent.name)
        parents[one] = int(after[1])
        used[one] = (int(after[11]) + int(after[12])) / os.sysconf("SC_CLK_TCK")
    found = {process}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return {one: used.get(one, 0.0) for one in found}


def memory(processes: Iterable[int]) -> int:
    """Bytes of some processes; shared pages count once (PSS)."""
    total = 0
    for one in processes:
        try:
            text = Path(f"/proc/{one}/smaps_rollup").read_text()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:"))
    return total * 1024


def measured(*arguments: str) -> dict[str, float]:
    """Run the command line; seconds, processor seconds, and bytes of memory at the peak."""
    begun = time.perf_counter()
    process = subprocess.Popen([*PROGRAM, *arguments], stderr=subprocess.PIPE, text=True)
    peak, used = 0, dict[int, float]()
    while process.poll() is None:
        # Of a process that has ended, what it had used when it was last seen.
        used |= (now := family(process.pid))
        peak = max(peak, memory(now))
        time.sleep(PAUSE)
    seconds = time.perf_counter() - begun
    if process.returncode not in (0, 3):
        sys.exit(f"{' '.join(arguments)}: {process.stderr.read() if process.stderr else ''}")
    return {
        "seconds": seconds,
        "processor_seconds": sum(used.values()),
        "peak_memory_megabytes": peak / 1e6,
    }


def apart_a_second(table: Path) -> float:
    """Names taken apart in a second of one processor, before any is known."""
    with table.open(encoding="utf-8", newline="") as file:
        names = [row["name"] for _, row in zip(range(SAMPLE), csv.DictReader(file), strict=False)]
    begun = time.process_time()
    for name in names:
        analyse(name)
    return len(names) / (time.process_time() - begun)


def found(table: Path, results: Path) -> dict[str, float]:
    """How many of the listed rows have their entity among the hits, and how many others alarm."""
    with table.open(encoding="utf-8", newline="") as file:
        truth = {row["id"]: row["truth"] for row in csv.DictReader(file)}
    right, alarmed = set(), set()
    with results.open(encoding="utf-8") as lines:
        for hit in map(json.loads, lines):
            if hit["status"] != "screened":
                continue
            alarmed.add(hit["id"])
            if hit["entity_id"] == truth[hit["id"]]:
                right.add(hit["id"])
    planted = {row for row, entity in truth.items() if entity}
    return {
        "planted": len(planted),
        "planted_found": len(right) / max(1, len(planted)),
        "planted_alarmed": len(alarmed & planted) / max(1, len(planted)),
        "others_alarmed": len(alarmed - planted) / max(1, len(truth) - len(planted)),
    }


def figures(table: Path, rows: int, workers: int, spark: bool, folder: Path) -> dict[str, Any]:
    """Screen the table, with this machine's processes and with Spark."""
    reference = apart_a_second(table)
    embedded, by_spark = folder / "embedded.jsonl", folder / "spark.jsonl"
    asked = ("batch", str(table), "--output")
    ours = measured(*asked, str(embedded), "--workers", str(workers))
    pace = rows / ours["processor_seconds"]
    made: dict[str, Any] = {
        "rows": rows,
        "workers": workers,
        "rows_per_second": rows / ours["seconds"],
        **ours,
        "rows_per_processor_second": pace,
        "taken_apart_per_processor_second": reference,
        "rows_over_taking_apart": pace / reference,
        **found(table, embedded),
    }
    if spark:
        master = f"local[{workers}]"
        theirs = measured(*asked, str(by_spark), "--engine", "spark", "--master", master)
        made |= {f"spark_{name}": value for name, value in theirs.items()}
        made["spark_over_embedded"] = theirs["seconds"] / ours["seconds"]
        made["spark_over_embedded_by_processor"] = (
            theirs["processor_seconds"] / ours["processor_seconds"]
        )
        made["spark_equal"] = by_spark.read_bytes() == embedded.read_bytes()
    return made


def main() -> None:
    """Measure, print, and write on request."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("lists", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("--home", type=Path)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--spark", action="store_true")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        home = arguments.home or folder / "home"
        load(arguments.lists, home)
        table = folder / "counterparties.csv"
        maker = str(Path(__file__).parent / "counterparties.py")
        made = [str(arguments.data), str(home), str(arguments.rows), str(table)]
        subprocess.run([sys.executable, maker, *made], check=True)
        result = figures(table, arguments.rows, arguments.workers, arguments.spark, folder)
    described = {
        **circumstances(),
        "load_before": round(os.getloadavg()[2], 1),
        "figures": {
            name: round(value, 4) if isinstance(value, float) else value
            for name, value in result.items()
        },
    }
    print(json.dumps(described, indent=1))
    if arguments.write:
        keep(f"batch-{arguments.rows}-{arguments.workers}", described)


if __name__ == "__main__":
    main()

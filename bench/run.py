"""Accuracy and speed of names, side by side with other ways to match them, in one run.

``python bench/run.py DATA``: the lists are those of NAMEWARDEN_HOME, ``DATA`` has the labelled
names (``cross_authority.csv``, ``ordinary_names.csv``, ``ordinary_names_large.csv``). Needs
``pip install -e '.[bench]'``. ``--write`` keeps the result in bench/results and draws
docs/pictures/accuracy-and-speed.svg; ``--sizes`` says how many times as large the lists are made.

Ours and the references take turns and the best of the rounds counts, so ratios hold on a busy
machine; what a figure means is in docs/figures.md.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

from bench_names import batch
from kept_results import circumstances, keep
from picture import draw

from screening.engine.engine import Engine
from screening.engine.workers import cores
from store import Home

HERE = Path(__file__).parent
PICTURE = HERE.parent / "docs" / "pictures" / "accuracy-and-speed.svg"
PROGRAM = [sys.executable, "-c", "from cli import main; main()"]
ROUNDS = 3
Figures = dict[str, Any]


def measure(what: str, data: Path, number: int = 1) -> Figures:
    """One measurement in a process of its own."""
    command = [sys.executable, str(HERE / "measures.py"), what, str(data), str(number)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{what}: {done.stderr[-2000:]}")
    print(f"  {what} {number if number > 1 else ''} {done.stdout.strip()}", file=sys.stderr)
    result: Figures = json.loads(done.stdout)
    return result


def throughput(data: Path) -> Figures:
    """Names a second, in turns; the best of the rounds for each."""
    kinds = ("ours", "trigrams", "apart", "brute_force")
    rounds = [{kind: measure(kind, data) for kind in kinds} for _ in range(ROUNDS)]
    best = {kind: min((r[kind] for r in rounds), key=lambda of: of["seconds"]) for kind in kinds}
    rates = {kind: round(of["names"] / of["seconds"], 1) for kind, of in best.items()}
    return {
        "names": best["ours"]["names"],
        "names_per_second": rates,
        "ours_over_trigrams": round(rates["ours"] / rates["trigrams"], 2),
        "ours_over_brute_force": round(rates["ours"] / rates["brute_force"], 1),
        "share_of_taking_apart": round(rates["ours"] / rates["apart"], 2),
        "peak_mb": {kind: round(best[kind]["peak_mb"]) for kind in ("ours", "trigrams")},
    }


def cold_start() -> Figures:
    """The command line on one name, best of five: by the clock, and the processor's time in it,
    which is what the clock shows on a machine that does nothing else. Its modules are compiled, as
    those of an installed program are.
    """
    clock, processor = [], []
    arguments = ["match", "Wuhan Gaoxin Technology"]
    with tempfile.TemporaryDirectory() as compiled:
        around = {**os.environ, "PYTHONPYCACHEPREFIX": compiled}
        around.pop("PYTHONDONTWRITEBYTECODE", None)
        _clocked(arguments, around)
        for _ in range(5):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            clock.append(_clocked(arguments, around))
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            processor.append(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
    return {"clock_seconds": round(min(clock), 2), "processor_seconds": round(min(processor), 2)}


def workers(data: Path) -> Figures:
    """The whole batch by the command line with one process and with all cores, by the clock."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.writelines(f"{name}\n" for name in batch(data))
        file.flush()
        counts = sorted({1, cores()})
        arguments = ["match", "--file", file.name, "--workers"]
        return {str(n): round(_clocked([*arguments, str(n)]), 2) for n in counts}


def _clocked(arguments: list[str], around: dict[str, str] | None = None) -> float:
    started = perf_counter()
    nothing, command = subprocess.DEVNULL, [*PROGRAM, *arguments]
    done = subprocess.run(command, stdout=nothing, stderr=nothing, env=around, check=False)
    if done.returncode not in (0, 3):
        sys.exit(f"{' '.join(arguments)}: exit status {done.returncode}")
    return perf_counter() - started


def all_figures(data: Path, sizes: list[int]) -> Figures:
    """Everything, with what it was measured on."""
    engine = Engine.open(Home.default())
    steps: dict[str, Callable[[], Any]] = {
        "accuracy": lambda: measure("accuracy", data),
        "throughput": lambda: throughput(data),
        "single_name": lambda: measure("single", data),
        "index_load_seconds": lambda: measure("load", data)["seconds"],
        "cold_match": cold_start,
        "workers_seconds": lambda: workers(data),
        "sizes": lambda: [measure("size", data, times) for times in sizes],
    }
    return {
        **circumstances(),
        "listed_names": engine.index.name_count,
        "editions": [
            {"list": one.list, "edition": one.edition, "sha256": one.sha256}
            for one in engine.screened_against
        ],
        **{name: step() for name, step in steps.items()},
    }


def table(result: Figures) -> str:
    """The figures for a person."""
    accuracy, speed = result["accuracy"], result["throughput"]
    head = "".join(f"{rate:>8.1%}" for rate in accuracy["rates"])
    lines = [f"recall where so many ordinary names alarm:\n{'':<14}{head}"]
    lines += [
        f"{kind:<14}" + "".join(f"{value:>8.3f}" for value in accuracy[kind])
        for kind in ("ours", "trigrams", "brute_force")
    ]
    lines.append(f"\n{speed['names']:,} names against {result['listed_names']:,} listed, one core:")
    lines += [f"{k:<14}{v:>10,.0f} names a second" for k, v in speed["names_per_second"].items()]
    lines += [f"{key:<24}{speed[key]}" for key in speed if "over" in key or "share" in key]
    single = result["single_name"]
    lines.append(f"\none name, warm: p50 {single['p50_ms']:.1f} ms, p99 {single['p99_ms']:.1f} ms")
    cold = result["cold_match"]
    lines.append(
        f"cold match {cold['clock_seconds']} s, the processor's time {cold['processor_seconds']} s"
    )
    lines.append(f"index load {result['index_load_seconds']:.3f} s")
    lines.append(f"peak memory {speed['peak_mb']} MB")
    lines.append(
        f"whole batch by the command line, seconds by workers: {result['workers_seconds']}"
    )
    for of in result["sizes"]:
        lines.append(
            f"{of['names_listed']:>10,} names listed: {of['ours_us']:.0f} µs a name, "
            f"trigrams {of['trigrams_us']:.0f} µs"
        )
    return "\n".join(lines)


def main() -> None:
    """Measure all, print, and write on request."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1, 3, 10])
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    result = all_figures(arguments.data, arguments.sizes)
    print(table(result))
    if arguments.write:
        keep("names", result)
        draw(result, PICTURE)


if __name__ == "__main__":
    main()

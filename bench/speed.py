"""Speed as ratios against references in the same run, because absolute times mean little here.

    python bench/speed.py ../shared/lists ../shared/eval [--write]

Measured in a home of its own: importing the OFAC and EU lists against a bare lxml.iterparse over
the same files, cold starts of the command against starting Python, and names and text in a warm
process against work that has to be done anyway. ``--write`` adds a file to bench/results.
"""

import argparse
import bz2
import csv
import json
import os
import platform
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from lxml import etree
from rapidfuzz import process
from rapidfuzz.fuzz import token_sort_ratio

from matcher import Policy, analyse, find, match
from screening.engine import ENGINE, Engine
from store import Home

OFAC = "us_ofac/original/sdn_advanced_2025-11-19.xml.bz2"
EU = "eu_fsf/reconstructed/xmlFullSanctionsList_1_1_2026-08.xml"
PROGRAM = [sys.executable, "-c", "from cli import main; main()"]
RESULTS = Path(__file__).parent / "results"
WORD = re.compile(r"\w+")


def seconds(work: Callable[[], object]) -> float:
    """How long something takes, by the clock."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def parse_bare(paths: list[Path]) -> None:
    """What any reader has to do: see every element of the files once."""
    for path in paths:
        for _, element in etree.iterparse(path):
            element.clear()


def run(*arguments: str) -> None:
    """Run the command line; hits are no failure."""
    done = subprocess.run([*PROGRAM, *arguments], capture_output=True, text=True)
    if done.returncode not in (0, 3):
        sys.exit(f"{' '.join(arguments)}: {done.stderr}")


def best_of(times: int, work: Callable[[], object]) -> float:
    """The fastest of several runs: the least disturbed one."""
    return min(seconds(work) for _ in range(times))


def lists_figures(lists: Path, folder: Path) -> dict[str, float]:
    """Import both lists, unpacked, as a bare reader gets them."""
    unpacked = folder / "unpacked"
    unpacked.mkdir()
    (unpacked / "sdn_advanced.xml").write_bytes(bz2.decompress((lists / OFAC).read_bytes()))
    (unpacked / "eu.xml").write_bytes((lists / EU).read_bytes())
    bare = best_of(3, lambda: parse_bare(sorted(unpacked.iterdir())))
    whole = seconds(lambda: run("update", "--from", str(unpacked), "--format", "jsonl"))
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    home = Home.default()
    shutil.rmtree(home.index)
    building = seconds(lambda: Engine.open(home))
    return {
        "bare_iterparse_seconds": bare,
        "update_seconds": whole,
        "index_seconds": building,
        "update_without_index_over_bare": (whole - building) / bare,
        "update_peak_megabytes": peak,
    }


def start_figures() -> dict[str, float]:
    """Cold starts, over that of an empty Python program."""
    empty = best_of(5, lambda: subprocess.run([sys.executable, "-c", "pass"], check=True))
    cold = best_of(5, lambda: run("match", "Wuhan Gaoxin Technology", "--format", "jsonl"))
    index = best_of(5, lambda: Engine.open(Home.default()))
    return {"cold_match_seconds": cold, "cold_match_over_python": cold / empty, "index_load": index}


def name_figures(data: Path) -> dict[str, float]:
    """Names a second in a warm process, against taking them apart and against brute force."""
    with (data / "ordinary_names.csv").open(newline="", encoding="utf-8") as file:
        names = [row["name"] for row in csv.DictReader(file)][:1000]
    engine = Engine.open(Home.default())
    policy = Policy(threshold=0.8)
    match(names[0], engine.finder, policy)
    ours = seconds(lambda: [match(name, engine.finder, policy) for name in names])
    single = sorted(seconds(partial(match, name, engine.finder, policy)) for name in names)
    analyse.cache_clear()
    apart = seconds(lambda: [analyse(name) for name in names])
    texts = [engine.index.name_texts[n].lower() for n in range(engine.index.name_count)]
    few = names[:20]
    brute = seconds(
        lambda: [process.extract(n.lower(), texts, scorer=token_sort_ratio, limit=10) for n in few]
    ) * (len(names) / len(few))
    return {
        "names_per_second": len(names) / ours,
        "names_over_taking_apart": ours / apart,
        "rapidfuzz_brute_force_over_ours": brute / ours,
        "one_warm_name_p99_milliseconds": 1000 * single[int(0.99 * len(single))],
    }


def text_figures(data: Path) -> dict[str, float]:
    """Characters of running text a second, against a bare word tokeniser."""
    lines = (data / "documents_ordinary.jsonl").read_text(encoding="utf-8").splitlines()[:100]
    texts = [json.loads(line)["text"] for line in lines]
    engine = Engine.open(Home.default())
    policy = Policy(threshold=0.8)
    ours = seconds(lambda: [find(text, engine.finder, policy) for text in texts])
    bare = best_of(3, lambda: [WORD.findall(text) for text in texts])
    return {
        "characters_per_second": sum(map(len, texts)) / ours,
        "text_over_bare_tokeniser": ours / bare,
    }


def main() -> None:
    """Measure all, print, and write on request."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("lists", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["NAMEWARDEN_HOME"] = str(Path(folder) / "home")
        figures = lists_figures(arguments.lists, Path(folder))
        figures |= start_figures() | name_figures(arguments.data) | text_figures(arguments.data)
    now = datetime.now(UTC)
    result = {
        "date": now.isoformat(timespec="seconds"),
        "engine": ENGINE,
        "machine": f"{platform.machine()}, {os.cpu_count()} cores",
        "python": platform.python_version(),
        "figures": {name: round(value, 4) for name, value in figures.items()},
    }
    print(json.dumps(result, indent=1))
    if arguments.write:
        RESULTS.mkdir(exist_ok=True)
        path = RESULTS / f"speed-{now:%Y-%m-%d}.json"
        path.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

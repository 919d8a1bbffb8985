"""Speed as ratios against references in the same run, because absolute times mean little here.

    python bench/speed.py LISTS DATA [--write]

Measured in a home of its own: importing the OFAC and EU lists against a bare lxml.iterparse over
the same files, and text in a warm process against a bare tokeniser. Names are measured by run.py.
``--write`` adds a file to bench/results.
"""

import argparse
import bz2
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from kept_results import circumstances, keep
from lxml import etree

from matcher.mentions.find import find
from matcher.search.match import Policy
from screening.engine.engine import Engine
from store import Home

OFAC = "us_ofac/original/sdn_advanced_2025-11-19.xml.bz2"
EU = "eu_fsf/reconstructed/xmlFullSanctionsList_1_1_2026-08.xml"
PROGRAM = [sys.executable, "-c", "from cli import main; main()"]
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


def text_figures(data: Path) -> dict[str, float]:
    """Characters of running text a second, against a bare word tokeniser."""
    lines = (data / "documents_ordinary.jsonl").read_text(encoding="utf-8").splitlines()[:100]
    texts = [json.loads(line)["text"] for line in lines]
    engine = Engine.open(Home.default())
    policy = Policy(threshold=0.8)
    ours = seconds(lambda: [find(text, engine.searcher, policy) for text in texts])
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
        figures |= text_figures(arguments.data)
    result = {
        **circumstances(),
        "figures": {name: round(value, 4) for name, value in figures.items()},
    }
    print(json.dumps(result, indent=1))
    if arguments.write:
        keep("speed", result)


if __name__ == "__main__":
    main()

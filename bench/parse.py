"""How long reading a list takes, as a multiple of a bare ``lxml.etree.iterparse`` over the file.

``python bench/parse.py PATH [SOURCE]``: the file may be packed. It prints the ratio of the
processors' time, the median of several runs in turn, and the peak memory of a process of its own
that only reads. Reading is everything from the unpacked bytes to the finished entities.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time

from lxml import etree

from lists import SOURCES, ParseReport
from lists.packed import head_of, unpacked
from records.blocks import byte_blocks

RUNS = 5
READ_ONLY = "--read-only"
WRITES = Path(__file__).parent / "results" / "parse.json"


def bare(path: Path) -> int:
    """Walk through all elements and forget them; what no reader of the file can do without."""
    count = 0
    for _, node in etree.iterparse(path, huge_tree=True):
        node.clear()
        count += 1
    return count


def read(path: Path, name: str) -> int:
    """Read the list as an update does, without keeping it."""
    source = next(each for each in SOURCES if each.name == name)
    with unpacked(path, source.at_most_bytes) as file:
        return sum(1 for _ in source.parse(file, ParseReport()))


def timed(work: Callable[[], int]) -> float:
    """Seconds of processor time, of all threads."""
    start = process_time()
    work()
    return process_time() - start


def source_of(path: Path) -> str:
    """The first source that takes the file for its own."""
    head = head_of(path)
    return next(each.name for each in reversed(SOURCES) if each.recognises(head))


def plain_copy(path: Path, folder: str) -> Path:
    """The file unpacked, so that both readers have the same bytes to read."""
    target = Path(folder) / "list.xml"
    with unpacked(path, 1 << 30) as file, target.open("wb") as copy:
        copy.writelines(byte_blocks(file.read))
    return target


def peak_megabytes(path: Path, name: str) -> float:
    """Peak memory of a process that does nothing but read the list."""
    command = [sys.executable, __file__, str(path), name, READ_ONLY]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(done.stdout)


def main() -> None:
    """Measure, print, and write the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("path", type=Path)
    options.add_argument("source", nargs="?")
    options.add_argument(READ_ONLY, action="store_true")
    chosen = options.parse_args()
    name = chosen.source or source_of(chosen.path)
    if chosen.read_only:
        read(chosen.path, name)
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = plain_copy(chosen.path, folder)
        pairs = [(timed(lambda: bare(path)), timed(lambda: read(path, name))) for _ in range(RUNS)]
        figures = {
            "file": chosen.path.name,
            "source": name,
            "bare_iterparse_s": round(median(pair[0] for pair in pairs), 2),
            "read_s": round(median(pair[1] for pair in pairs), 2),
            "ratio": round(median(ours / theirs for theirs, ours in pairs), 2),
            "peak_mb": round(peak_megabytes(path, name)),
        }
    print(json.dumps(figures))
    WRITES.parent.mkdir(exist_ok=True)
    WRITES.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

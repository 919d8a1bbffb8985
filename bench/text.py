"""Speed of finding names in text, against a bare regular-expression tokeniser in the same run.

    python bench/text.py TEXTS [--write]

TEXTS are JSON lines with a ``text`` each, or one plain text file. The active lists of
NAMEWARDEN_HOME are searched, as ``screen`` does by default. Measured is processor time on one core,
after start-up: for texts whose words are met for the first time, and for texts of known words.
"""

import argparse
import json
import os
import platform
import re
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from matcher import Policy, find_all, model
from records import Kind
from screening.engine import ENGINE, Engine
from store import Home

KINDS = (Kind.ORGANIZATION, Kind.VESSEL, Kind.AIRCRAFT)
RESULTS = Path(__file__).parent / "results"
WORD = re.compile(r"\w+")


def seconds(work: Callable[[], object]) -> float:
    """The processor time that something takes."""
    started = time.process_time()
    work()
    return time.process_time() - started


def read(path: Path) -> list[str]:
    """The texts of a file."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".jsonl":
        return [text]
    return [json.loads(line)["text"] for line in text.splitlines()]


def measure(texts: list[str]) -> dict[str, float]:
    """Characters a second, and ratios to cutting the texts into words."""
    engine = Engine.open(Home.default())
    policy = Policy(model().threshold, 10, engine.allowed(KINDS))
    find_all(["A word to start with."], engine.finder, policy)

    def all_texts() -> None:
        for text in texts:
            find_all([text], engine.finder, policy)

    characters = sum(map(len, texts))
    first = seconds(all_texts)
    known = min(seconds(all_texts) for _ in range(2))
    bare = min(seconds(lambda: [WORD.findall(text) for text in texts]) for _ in range(5))
    return {
        "listed_names": engine.index.name_count,
        "texts": len(texts),
        "characters": characters,
        "characters_per_second_new_words": characters / first,
        "characters_per_second_known_words": characters / known,
        "characters_per_second_bare_tokeniser": characters / bare,
        "new_words_over_bare_tokeniser": first / bare,
        "known_words_over_bare_tokeniser": known / bare,
    }


def main() -> None:
    """Measure, print, and write on request."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", type=Path)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    figures = measure(read(arguments.texts))
    now = datetime.now(UTC)
    result = {
        "date": now.isoformat(timespec="seconds"),
        "engine": ENGINE,
        "machine": f"{platform.machine()}, {os.cpu_count()} cores",
        "python": platform.python_version(),
        "figures": {name: round(value, 2) for name, value in figures.items()},
    }
    print(json.dumps(result, indent=1))
    if arguments.write:
        RESULTS.mkdir(exist_ok=True)
        path = RESULTS / f"text-{now:%Y-%m-%d}.json"
        path.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

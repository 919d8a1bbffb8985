"""Speed of finding names in text, against a bare regular-expression tokeniser in the same run.

    python bench/text.py TEXTS [--by-language TEXTS] [--write]

TEXTS are JSON lines with a ``text`` each, or one plain text file; either may be compressed with xz.
The active lists of NAMEWARDEN_HOME are searched, as ``screen`` does by default. Measured is
processor time on one core, after start-up, in a process of its own each: for the texts one by one
and as one long text, with words that are met for the first time and with known ones.
``--by-language`` takes JSON lines with a ``language``, too: those of each language in
``LANGUAGES`` are measured as one text.
"""

import argparse
import json
import lzma
import re
import time
from collections.abc import Callable
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from kept_results import circumstances, keep

from matcher.comparison.model import model
from matcher.mentions.find import find_all
from matcher.mentions.searcher import Searcher
from matcher.search.match import Policy
from records import Kind
from records.gc_tuning import relax_gc
from screening.engine.engine import Engine
from store import Home

KINDS = (Kind.ORGANIZATION, Kind.VESSEL, Kind.AIRCRAFT)
WORD = re.compile(r"\w+")
# Those in scripts without spaces or vowels, or in Cyrillic letters.
LANGUAGES = ("zh", "ja", "ko", "ar", "fa", "he", "ru", "th")


def seconds(work: Callable[[], object]) -> float:
    """The processor time that something takes."""
    started = time.process_time()
    work()
    return time.process_time() - started


def read(path: Path) -> list[tuple[str, str]]:
    """The texts of a file, each with its language; an empty one where the file does not say."""
    data = path.read_bytes()
    text = (lzma.decompress(data) if path.suffix == ".xz" else data).decode("utf-8")
    if ".jsonl" not in path.suffixes:
        return [("", text)]
    # Not by every sign that ends a line: texts have some of them in a string.
    rows = map(json.loads, text.rstrip("\n").split("\n"))
    return [(row.get("language", ""), row["text"]) for row in rows]


def measure(engine: Engine, texts: list[str]) -> dict[str, float]:
    """Characters a second, and ratios to cutting the texts into words: for the texts one by one,
    then for all of them as one long text; each first with new words, then with known ones.
    """
    figures: dict[str, float] = {
        "listed_names": engine.index.name_count,
        "texts": len(texts),
        "characters": sum(map(len, texts)),
    }
    for name, some in (("texts", texts), ("one_text", ["\n\n".join(texts)])):
        figures |= _figures(engine, name, some)
    return figures


def by_language(engine: Engine, texts: list[tuple[str, str]]) -> dict[str, float]:
    """The same for the texts of some languages, as one long text each."""
    figures: dict[str, float] = {}
    for language in LANGUAGES:
        some = [text for of, text in texts if of == language]
        if some:
            figures |= _figures(engine, language, ["\n\n".join(some)])
    return figures


def _figures(engine: Engine, name: str, texts: list[str]) -> dict[str, float]:
    new, known = _apart(partial(_twice, engine, texts))
    bare = min(seconds(partial(_cut, texts)) for _ in range(5))
    characters = sum(map(len, texts))
    figures: dict[str, float] = {}
    for words, taken in (("new", new), ("known", known)):
        figures[f"{name}_{words}_words_characters_per_second"] = characters / taken
        figures[f"{name}_{words}_words_over_bare_tokeniser"] = taken / bare
    figures[f"{name}_bare_tokeniser_characters_per_second"] = characters / bare
    return figures


def _apart(measured: Callable[[], tuple[float, float]]) -> tuple[float, float]:
    """What is measured in a process of its own: this one remembers words that it took apart."""
    context = get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=lambda: sender.send(measured()))
    process.start()
    found: tuple[float, float] = receiver.recv()
    process.join()
    return found


def _twice(engine: Engine, texts: list[str]) -> tuple[float, float]:
    """The time for all texts by a search that knows no word yet, and by one that knows them."""
    finder = Searcher(engine.index)
    policy = Policy(model().threshold, 10, engine.allowed(KINDS))
    find_all(["A word to start with, \u516c\u53f8, \u0634\u0631\u0643\u0629."], finder, policy)
    work = partial(_find, finder, policy, texts)
    return seconds(work), min(seconds(work) for _ in range(3))


def _find(finder: Searcher, policy: Policy, texts: list[str]) -> None:
    for text in texts:
        find_all([text], finder, policy)


def _cut(texts: list[str]) -> None:
    for text in texts:
        WORD.findall(text)


def main() -> None:
    """Measure, print, and write on request."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", type=Path)
    parser.add_argument("--by-language", type=Path)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    relax_gc()  # As the command line does.
    engine = Engine.open(Home.default())
    figures = measure(engine, [text for _, text in read(arguments.texts)])
    if arguments.by_language is not None:
        figures |= by_language(engine, read(arguments.by_language))
    result = {
        **circumstances(),
        "figures": {name: round(value, 2) for name, value in figures.items()},
    }
    print(json.dumps(result, indent=1))
    if arguments.write:
        keep("text", result)


if __name__ == "__main__":
    main()

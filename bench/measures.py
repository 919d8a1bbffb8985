"""One measurement in a process of its own: ``python bench/measures.py WHAT DATA [NUMBER]``.

``run.py`` starts these one after the other; each prints one JSON object. Times are processor time
of one core, so that other programs disturb little; a process of its own makes every name and word
new to it, and its peak memory its own.
"""

import json
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from bench_names import batch, ordinary, pairs, recombined

from matcher.comparison.model import model
from matcher.index.build import build
from matcher.index.index import NameIndex
from matcher.names.parser import analyse
from matcher.search.finder import Finder
from matcher.search.match import Policy, match_all
from records import Kind, Settings
from records.gc_tuning import relax_gc
from screening.engine.engine import Engine
from screening.names.match import match
from store import Home

if TYPE_CHECKING:
    from reference_matchers import Reference

# Where the references leave candidates out; at it trigrams alarm at more than 5 % of names.
CUT = 0.5
KINDS = (Kind.ORGANIZATION, Kind.VESSEL, Kind.AIRCRAFT)
LIST = "us_ofac_sdn"
ALARMED = 3000
RATES = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05)
FEW = 300
# Names of no one, in the scripts that have tables of their own.
STRANGERS = ["Qwyzx Limted", "Квызх", "曌曌有限公司", "قوض"]
SINGLE = 2000


def timed(work: Callable[[], object]) -> float:
    """Seconds of processor time."""
    started = process_time()
    work()
    return process_time() - started


def peak() -> float:
    """The most memory that this process has had, in MB. (``getrusage`` tells what the process had
    that started it, if that was more.)
    """
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) / 1024


def texts(index: NameIndex) -> list[str]:
    """All listed names."""
    return [index.name_texts[number] for number in range(index.name_count)]


def ours(data: Path, _: int) -> dict[str, float]:
    """A batch at the default threshold, with the evidence for hits."""
    names, engine = batch(data), Engine.open(Home.default())
    settings = Settings(threshold=model().threshold)
    # Reading the word tables and the dictionary of Chinese is no more a part of it than the
    # references' own index is.
    list(match(engine, STRANGERS, settings))
    found = 0

    def work() -> None:
        nonlocal found
        found = sum(bool(answer.hits) for answer in match(engine, names, settings))

    seconds = timed(work)
    return {"names": len(names), "seconds": seconds, "with_hits": found, "peak_mb": peak()}


def trigrams(data: Path, _: int) -> dict[str, float]:
    """The same batch by trigrams; their own index is not counted."""
    # What the references need is 130 MB, which are no part of our peak.
    from reference_matchers import Trigrams

    return _reference(Trigrams, batch(data))


def brute_force(data: Path, _: int) -> dict[str, float]:
    """A sample of the batch by brute force."""
    from reference_matchers import BruteForce

    return _reference(BruteForce, batch(data)[:FEW])


def _reference(
    kind: "Callable[[Sequence[str], float], Reference]", names: list[str]
) -> dict[str, float]:
    reference = kind(texts(Engine.open(Home.default()).index), CUT)
    seconds = timed(lambda: reference.best(names))
    return {"names": len(names), "seconds": seconds, "peak_mb": peak()}


def apart(data: Path, _: int) -> dict[str, float]:
    """Taking the names of the batch apart, and no more."""
    names = batch(data)
    return {"names": len(names), "seconds": timed(lambda: [analyse(name) for name in names])}


def single(data: Path, _: int) -> dict[str, float]:
    """One name after the other in a warm process, milliseconds each."""
    names, engine = batch(data), Engine.open(Home.default())
    settings = Settings(threshold=model().threshold)
    for name in names[:FEW]:
        list(match(engine, [name], settings))
    each = sorted(
        1000 * timed(lambda: list(match(engine, [name], settings)))  # noqa: B023
        for name in names[FEW : FEW + SINGLE]
    )
    return {"p50_ms": each[len(each) // 2], "p99_ms": each[int(0.99 * len(each))]}


def load(_: Path, __: int) -> dict[str, float]:
    """Opening the lists' editions and their index, by the clock; best of five."""
    best = 9.0
    for _number in range(5):
        started = perf_counter()
        Engine.open(Home.default())
        best = min(best, perf_counter() - started)
    return {"seconds": best}


def size(data: Path, times: int) -> dict[str, float]:
    """Time for a name when the list is so many times as large, ours and trigrams'."""
    from reference_matchers import Trigrams

    names = batch(data)[:6000]
    engine = Engine.open(Home.default())
    index = build(recombined(engine.index, times), engine.index.language)
    policy = Policy(model().threshold)
    mine = timed(partial(_all_matched, names, Finder(index), policy))
    reference = Trigrams(texts(index), CUT)
    theirs = timed(lambda: reference.best(names))
    return {
        "names_listed": index.name_count,
        "ours_us": 1e6 * mine / len(names),
        "trigrams_us": 1e6 * theirs / len(names),
    }


def _all_matched(names: list[str], finder: Finder, policy: Policy) -> None:
    for _ in match_all(names, finder, policy):
        pass


Scores = list[list[tuple[str, float]]]


def accuracy(data: Path, _: int) -> dict[str, object]:
    """Recall over false alarms on OFAC's SDN list: ours, trigrams, brute force on a sample."""
    from reference_matchers import BruteForce, Trigrams

    engine = Engine.open(Home.default(), lists=[LIST])
    wanted, clean = pairs(data), ordinary(data)[:ALARMED]
    settings = Settings(threshold=0.2, limit=20, kinds=KINDS, lists=(LIST,))

    def by_us(names: list[str]) -> Scores:
        answers = match(engine, names, settings)
        return [[(hit.entity_id, hit.score) for hit in answer.hits] for answer in answers]

    mask = engine.allowed(KINDS)
    numbers = [n for n in range(engine.index.name_count) if mask is None or mask[n]]
    entity = [engine.index.entity_ids[int(engine.index.arrays["name_entity"][n])] for n in numbers]
    listed = [engine.index.name_texts[n] for n in numbers]

    def by(reference: "Reference", names: list[str]) -> Scores:
        return [[(entity[n], score) for n, score in found] for found in reference.best(names)]

    queries = [pair.query for pair in wanted]
    ids = [pair.ids for pair in wanted]
    rough, brute = Trigrams(listed, 0.3), BruteForce(listed, 0.3)
    few = slice(0, None, 5)
    return {
        "rates": RATES,
        "ours": _recall(by_us(queries), ids, by_us(clean)),
        "trigrams": _recall(by(rough, queries), ids, by(rough, clean)),
        "brute_force": _recall(by(brute, queries[few]), ids[few], by(brute, clean[few])),
    }


def _recall(found: Scores, ids: list[frozenset[str]], clean: Scores) -> list[float]:
    """Share of the names found, where each of ``RATES`` of the ordinary names alarms."""
    alarms = sorted((max((score for _, score in of), default=0.0) for of in clean), reverse=True)
    reached = [
        max((score for entity, score in of if entity in right), default=0.0)
        for of, right in zip(found, ids, strict=True)
    ]
    cuts = [alarms[int(rate * len(alarms))] for rate in RATES]
    return [round(sum(score > cut for score in reached) / len(reached), 4) for cut in cuts]


MEASURES: dict[str, Callable[[Path, int], dict[str, float] | dict[str, object]]] = {
    "ours": ours,
    "trigrams": trigrams,
    "brute_force": brute_force,
    "apart": apart,
    "single": single,
    "load": load,
    "size": size,
    "accuracy": accuracy,
}


if __name__ == "__main__":
    relax_gc()
    what, where, *number = sys.argv[1:]
    print(json.dumps(MEASURES[what](Path(where), int(*number or ["1"]))))

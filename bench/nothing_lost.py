"""What the search for candidates loses: sampled queries against all names of the active lists.

    python bench/nothing_lost.py DATA [--queries 500] [--native 50] [--disturbed 0] [--seed N]
    python bench/nothing_lost.py --file NAMES [--kind person]      # both: [--workers N] [--write]

DATA holds ``cross_authority.csv`` and ``ordinary_names.csv``; half of the queries are drawn from
each, always the same ones for a seed. So many more are listed names in another script, which are
read in several ways (``matcher.names.native``), and ordinary ones (``ordinary/native.tsv``), half
each; so many listed names written as others write them (``disturbed.py``). NAMES is a file with a
name on each line, instead of all these.

Each is compared with every name of the lists of NAMEWARDEN_HOME, persons included, as
``exhaustive.py`` tells: in full where it could come to anything, by an argument and a sample where
it could not. What scores the threshold and the search does not find is lost; what it finds with a
lower score is lowered; of more than ten hits it must find the ten best. It uses every core.
"""

import argparse
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import NamedTuple

from bench_names import ordinary, pairs
from disturbed import disturbed
from exhaustive import Drawn, Everything
from kept_results import circumstances, keep
from ordinary_native import NAMES, rows

from matcher.comparison.model import model
from matcher.names.native import may_be_native
from matcher.search.finder import Finder
from matcher.search.match import Match, Policy, match_queries
from records import Kind, Query
from screening.engine.engine import Engine
from store import Home

# Names for each query that could come to nothing and are compared all the same.
DRAWN = 100
FEW = 10
# Queries that a process compares at once.
AT_ONCE = 4


class Found(NamedTuple):
    """What became of one query."""

    lost: tuple[tuple[str, str, float], ...]
    """The query, the listed name, and its score."""
    lowered: tuple[tuple[str, str, float], ...]
    """The same of names for which the search found a worse one of the same party."""
    worse: bool
    """Whether the ten best are others."""
    above: int
    """Parties at the threshold or above."""
    readings: int
    compared: int
    apart: int
    drawn: Drawn


def sampled(data: Path, count: int, seed: int) -> list[str]:
    """Queries of both kinds."""
    chance = Random(seed)
    half = count // 2
    others = chance.sample([pair.query for pair in pairs(data)], count - half)
    return others + chance.sample(ordinary(data), half)


def native(listed: Iterable[str], count: int, seed: int) -> list[str]:
    """Queries in other scripts."""
    chance, half = Random(seed), count // 2
    names = sorted({name for name in listed if may_be_native(name)})
    others = [name for _, name in rows(NAMES)]
    return chance.sample(names, min(count - half, len(names))) + chance.sample(others, half)


def lost_of(found: Sequence[Match], wanted: Sequence[Match]) -> list[Match]:
    """What should have been found."""
    there = {match.entity for match in found}
    return [one for one in wanted if one.entity not in there]


def compare(query: Query, finder: Finder, everything: Everything, seed: int = 0) -> Found:
    """Compare what the search finds for a query with what there is."""
    threshold, texts = model().threshold, finder.index.name_texts
    whole = Policy(threshold, limit=finder.index.entity_count)
    (found,) = match_queries([query], finder, whole)
    (first,) = match_queries([query], finder, Policy(threshold, limit=FEW))
    answer = everything.answer(query, whole, draw=DRAWN, seed=seed)
    scores = {one.entity: one.score for one in found}
    lowered = [one for one in answer.matches if scores.get(one.entity, one.score) < one.score]

    def told(some: Iterable[Match]) -> tuple[tuple[str, str, float], ...]:
        return tuple((query.name, texts[one.name], one.score) for one in some)

    return Found(
        lost=told(lost_of(found, answer.matches)),
        lowered=told(lowered),
        worse=[one.score for one in first] != [one.score for one in answer.matches[:FEW]],
        above=len(answer.matches),
        readings=answer.readings,
        compared=answer.compared,
        apart=answer.apart,
        drawn=answer.drawn,
    )


def compare_all(
    queries: Sequence[Query], finder: Finder, workers: int, seed: int
) -> Iterator[Found]:
    """The same for many queries, in so many processes."""
    one = partial(compare, finder=finder, everything=Everything(finder), seed=seed)
    if workers < 2:
        yield from map(one, queries)
        return
    # Children of a fork have the lists and all that was worked out of them as they stand.
    global _COMPARE
    _COMPARE = one
    with get_context("fork").Pool(workers) as pool:
        yield from pool.imap(_compared, queries, chunksize=AT_ONCE)


_COMPARE: partial[Found]


def _compared(query: Query) -> Found:
    return _COMPARE(query)


def measure(
    queries: Sequence[Query], finder: Finder, workers: int = 1, seed: int = 0
) -> dict[str, object]:
    """Compare what the search finds for queries with what there is, and add up."""
    found = [*compare_all(queries, finder, workers, seed)]
    return {
        "queries": len(queries),
        "readings": sum(one.readings for one in found),
        "names": finder.index.name_count,
        "compared": sum(one.compared for one in found),
        "apart": sum(one.apart for one in found),
        "drawn_apart": sum(one.drawn.count for one in found),
        "highest_apart": max((one.drawn.highest for one in found), default=0.0),
        "wrongly_apart": sum(one.drawn.wrong for one in found),
        "above_threshold": sum(one.above for one in found),
        "lost": sum(len(one.lost) for one in found),
        "lowered": sum(len(one.lowered) for one in found),
        "queries_with_other_first_ten": sum(one.worse for one in found),
        "which_have_others": [q.name for q, one in zip(queries, found, strict=True) if one.worse],
        "which_lost": [each for one in found for each in one.lost],
        "which_lowered": [each for one in found for each in one.lowered],
    }


def _asked(arguments: argparse.Namespace, listed: Sequence[str]) -> list[str]:
    if arguments.file is not None:
        return [*filter(None, arguments.file.read_text(encoding="utf-8").splitlines())]
    if arguments.data is None:
        raise SystemExit("nothing to ask: give DATA or --file")
    seed = arguments.seed
    queries = sampled(arguments.data, arguments.queries, seed)
    queries += native(listed, arguments.native, seed)
    return queries + disturbed(listed, arguments.disturbed, seed)


def main() -> None:
    """Measure, print, and write on request."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path, nargs="?")
    parser.add_argument("--file", type=Path)
    parser.add_argument("--queries", type=int, default=500)
    parser.add_argument("--native", type=int, default=50)
    parser.add_argument("--disturbed", type=int, default=0)
    parser.add_argument("--kind", type=Kind, default=None)
    parser.add_argument("--seed", type=int, default=20251119)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    engine = Engine.open(Home.default())
    index = engine.index
    listed = [index.name_texts[number] for number in range(index.name_count)]
    queries = [Query(name=name, kind=arguments.kind) for name in _asked(arguments, listed)]
    result = {
        **circumstances(),
        "lists": {one.source: one.edition for one in engine.snapshots},
        **measure(queries, Finder(index), arguments.workers, arguments.seed),
    }
    print(json.dumps(result, ensure_ascii=False, indent=1))
    if arguments.write:
        keep("nothing-lost", result)


if __name__ == "__main__":
    main()

"""What the search for candidates loses: sampled queries against all names of the active lists.

    python bench/nothing_lost.py DATA [--queries 500] [--native 50] [--seed 20251119] [--write]

DATA holds ``cross_authority.csv`` and ``ordinary_names.csv``; half of the queries are drawn from
each, always the same ones for a seed. So many more are listed names in another script, which are
read in several ways (``matcher.names.native``), and ordinary ones (``ordinary/native.tsv``), half
each. Each is compared with every name of the lists of
NAMEWARDEN_HOME, persons included, as ``exhaustive.py`` tells: in full where anything is shared that
tells something, by an argument and a sample where nothing is. What scores the threshold and the
search does not find is lost; of more than ten hits it must find the ten best.
"""

import argparse
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random

from bench_names import ordinary, pairs
from exhaustive import Everything
from kept_results import circumstances, keep
from ordinary_native import NAMES, rows

from matcher.comparison.model import model
from matcher.names.native import may_be_native
from matcher.search.finder import Finder
from matcher.search.match import Match, Policy, Scored, best_per_entity, match_all
from screening.engine.engine import Engine
from store import Home

# Names of each query's that share nothing with it and are compared all the same.
DRAWN = 100
FEW = 10


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


def lost_of(found: Sequence[Match], wanted: Sequence[Scored]) -> list[Scored]:
    """What should have been found."""
    there = {match.entity for match in found}
    return [one for one in wanted if one.entity not in there]


def measure(finder: Finder, queries: Sequence[str], seed: int) -> dict[str, object]:
    """Compare what the search finds with what there is."""
    threshold, index = model().threshold, finder.index
    every = match_all(queries, finder, Policy(threshold, limit=index.entity_count))
    first = match_all(queries, finder, Policy(threshold, limit=FEW))
    everything = Everything(finder)
    compared = apart = above = worse = 0
    lost: list[tuple[str, str, float]] = []
    for query, found, ten, (scores, left) in zip(
        queries, every, first, everything.scored(queries), strict=True
    ):
        wanted = best_per_entity(one for one in scores if one.score >= threshold)
        compared, apart, above = compared + len(scores), apart + left, above + len(wanted)
        lost += [(query, index.name_texts[one.name], one.score) for one in lost_of(found, wanted)]
        worse += [match.score for match in ten] != [one.score for one in wanted[:FEW]]
    return {
        "queries": len(queries),
        "names": index.name_count,
        "compared": compared,
        "apart": apart,
        "highest_apart": everything.highest_apart(queries, DRAWN, seed),
        "above_threshold": above,
        "lost": len(lost),
        "queries_with_other_first_ten": worse,
        "which": lost,
    }


def main() -> None:
    """Measure, print, and write on request."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--queries", type=int, default=500)
    parser.add_argument("--native", type=int, default=50)
    parser.add_argument("--seed", type=int, default=20251119)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    engine = Engine.open(Home.default())
    queries = sampled(arguments.data, arguments.queries, arguments.seed)
    texts = [engine.index.name_texts[number] for number in range(engine.index.name_count)]
    queries += native(texts, arguments.native, arguments.seed)
    result = {
        **circumstances(),
        "lists": {one.source: one.edition for one in engine.snapshots},
        **measure(Finder(engine.index), queries, arguments.seed),
    }
    print(json.dumps(result, ensure_ascii=False, indent=1))
    if arguments.write:
        keep("nothing-lost", result)


if __name__ == "__main__":
    main()

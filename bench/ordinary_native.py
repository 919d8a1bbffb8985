"""Alarms of ordinary names in their own script on the lists of NAMEWARDEN_HOME.

    python bench/ordinary_native.py [--names FILE] [--most N] [--show K]

The names are ``bench/ordinary/native.tsv``: listed companies of Arab, Chinese, Korean, Japanese and
Russian exchanges, and persons, none of them listed. Prints for each language and kind the share
with a hit, with a decision of ``match``, and with a hit on another than a namesake: a listed party
whose telling words, all of them, are the name's own, too (*김영수*, *Kim Yong Su*).
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from random import Random

from matcher.comparison.model import model
from matcher.lexicon.tables import Role
from matcher.names.parser import analyse
from matcher.names.roles import is_patronymic
from matcher.search.finder import Finder
from matcher.search.match import Match, Policy, match_all
from records import Evidence
from screening.engine.engine import Engine
from store import Home

NAMES = Path(__file__).parent / "ordinary" / "native.tsv"
SEED = 1
# What a link has to be like for two names to be one: written so by some table.
SAME = 0.9


def rows(path: Path) -> Iterator[tuple[str, str]]:
    """For every name the set that it is of, and the name."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            language, kind, name = line.split("\t")
            yield f"{language} {kind}", name


def is_namesake(found: Match) -> bool:
    """Whether every word that tells anything met one that is written so. Legal forms and
    patronymics, which may be left out, tell nothing.
    """
    telling = (row for row in found.evidence if row.weight >= 0.05 and _tells(row))
    return all(row.how not in ("missing", "extra") and row.score >= SAME for row in telling)


def _tells(row: Evidence) -> bool:
    words = analyse(row.query or row.name or "").words
    return any(word.role is not Role.LEGAL and not is_patronymic(word.form) for word in words)


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=Path, default=NAMES)
    parser.add_argument("--most", type=int, default=10_000, help="names of each set")
    parser.add_argument("--show", type=int, default=0, help="alarms of each set to print")
    asked = parser.parse_args()
    sets: dict[str, list[str]] = defaultdict(list)
    for key, name in rows(asked.names):
        sets[key].append(name)
    engine = Engine.open(Home.default())
    finder, policy = Finder(engine.index), Policy(model().threshold)
    for key, names in sets.items():
        drawn = Random(SEED).sample(names, min(asked.most, len(names)))
        counts = Counter[str]()
        for name, found in zip(drawn, match_all(drawn, finder, policy), strict=True):
            if found:
                others = [one for one in found if not is_namesake(one)]
                counts["hits"] += 1
                counts["match"] += found[0].score >= model().sure
                counts["others"] += bool(others)
                if others and counts["others"] <= asked.show:
                    print(f"    {name}: {engine.index.name_texts[others[0].name]}")
        shares = {one: 100 * counts[one] / len(drawn) for one in ("hits", "others", "match")}
        print(
            f"{key}: of {len(drawn)} {shares['hits']:.2f} % alarm, {shares['others']:.2f} % but "
            f"for namesakes, {shares['match']:.2f} % as match"
        )


if __name__ == "__main__":
    main()

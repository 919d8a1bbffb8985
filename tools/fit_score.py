"""Fit the weights of the score on labelled names, and write matcher/data/score.json.

    NAMEWARDEN_HOME=… python tools/fit_score.py DATA [--write]

The home must have us_ofac_sdn loaded. Three sorts of labelled names are fitted together: names that
another authority gives to OFAC's parties against ordinary companies' names, listed names with a
slip of the pen against their own entry, and names of the list against ordinary ones, both written
in all the ways of ``namewarden assess``. Figures are printed for five folds by party, in each of
which the weights were fitted on the other four. Weights are held at zero or above, so that more
agreement never lowers a score.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from fitting import FOLDS, SCORE_AT_THRESHOLD, as_json, rows, run
from scipy.optimize import minimize

from matcher.comparison.feature_table import ModelName, Setting
from matcher.comparison.logistic import feature_names, feature_vector
from matcher.names.variants import NameVariant
from matcher.search.candidates import generate_candidates
from matcher.search.ceilings import are_two_parties
from matcher.search.evidence import align_names, kind_of
from matcher.search.finder import Finder
from matcher.search.proposals import COMPARED
from matcher.search.query import ParsedQuery
from records import Kind, NameKind, Query
from screening.assess.ordinary import ordinary_record
from screening.assess.sample import draw, population
from screening.assess.trials import write_names
from screening.assess.ways import WAYS
from screening.engine.engine import ENGINE, Engine
from store.home import Home

RATES = (0.002, 0.005, 0.01, 0.02)
# The share of ordinary names that may alarm at the default threshold, and at "match".
REVIEW_RATE, SURE_RATE = 0.008, 0.001
# What an example of each sort weighs.
SORTS = {"authority": 1.0, "ordinary": 1.0, "slip": 0.5, "way": 0.1, "way_ordinary": 0.2}
TRUE_SORTS = frozenset({"authority", "slip", "way"})
# Names that are written in ways, in each way at most so many.
WRITTEN, OF_EACH_WAY, WAYS_SEED = 2500, 40, 31
FIRST_GUESS = 1.0
SHRINK = 0.0003
NAMES = feature_names(ModelName.LISTED)
# Countries that contradict are rare among the labelled names, and no detail; neither is that a name
# has more than the query, where the lists are short and every word is rare.
LEAST_WEIGHTS = {"places_agree": 0.6, "place_there": 0.6, "name_covered": 0.8}


@dataclass
class Example:
    """A query and what it was compared with."""

    sort: str
    party: str
    """Examples of one party are all learned from, or all tested."""
    figures: np.ndarray[Any, Any]
    """A row for each candidate."""
    right: np.ndarray[Any, Any]
    """For each candidate whether it is the query's."""


def figures(query: NameVariant, listed: int, finder: Finder) -> list[float]:
    """What the model sees of a name and a listed one."""
    aligned = align_names(query, listed, finder)
    weak = kind_of(query, listed, finder) is NameKind.WEAK
    limited = are_two_parties(query, listed, aligned, finder)
    return feature_vector(NAMES, aligned.found, Setting(query.part, weak, limited))


def asked(
    engine: Engine, sort: str, text: str, wanted: set[str], party: str | None = None
) -> Example:
    """A name against the list; of one of the wanted parties, if it is not told otherwise."""
    finder, index = engine.finder, engine.index
    allowed = engine.allowed((Kind.ORGANIZATION, Kind.VESSEL, Kind.AIRCRAFT))
    table, right = [], []
    variants = [one.reading for one in ParsedQuery.of(Query(name=text)).names]
    proposed = generate_candidates(
        [reading.name for reading in variants],
        finder.vocabulary,
        threshold=0.0,
        limit=COMPARED,
        allowed=allowed,
    )
    for reading, names in zip(variants, proposed, strict=True):
        for number in names:
            table.append(figures(reading, number, finder))
            entity = int(index.arrays["name_entity"][number])
            right.append(index.entity_ids[entity] in wanted)
    of = party or min(wanted, default=text)
    return Example(sort, of, np.array(table), np.array(right, dtype=bool))


def slips(engine: Engine, count: int, chance: random.Random) -> list[Example]:
    """Listed companies' names with one letter wrong in a word of five letters or more."""
    index = engine.index
    found: list[Example] = []
    while len(found) < count:
        number = chance.randrange(index.name_count)
        entity = int(index.arrays["name_entity"][number])
        if index.entity_kind(entity) is not Kind.ORGANIZATION:
            continue
        text = index.name_texts[number]
        long = [word for word in text.split() if len(word) >= 5 and word.isalpha()]
        if not long or not text.isascii():
            continue
        word = chance.choice(long)
        one_typo = text.replace(word, slip(word, chance), 1)
        found.append(asked(engine, "slip", one_typo, {index.entity_ids[entity]}))
    return found


def in_ways(engine: Engine, data: Path) -> list[Example]:
    """Names of the list and ordinary ones, each written in all ways in which that makes sense."""
    everything = [one for one in population(engine) if one.kind is not Kind.PERSON]
    large = [row["name"] for row in rows(data / "ordinary_names_large.csv")]
    random.Random(WAYS_SEED).shuffle(large)  # noqa: S311
    ordinary = [ordinary_record(name) for name in large[:WRITTEN]]
    sample, many = draw(everything, size=WRITTEN, seed=WAYS_SEED), {"per_way": OF_EACH_WAY}
    listed = write_names(sample, everything, WAYS, seed=WAYS_SEED, **many)
    others = write_names(ordinary, (), WAYS, seed=WAYS_SEED, **many)
    return [
        *(asked(engine, "way", one.written, {one.record.entity_id}) for one in listed),
        *(asked(engine, "way_ordinary", one.written, set(), one.record.name) for one in others),
    ]


def slip(word: str, chance: random.Random) -> str:
    """Leave a letter out, double one, change one, or swap two."""
    place = chance.randrange(1, len(word) - 1)
    other = chance.choice("abcdefghijklmnopqrstuvwxyz")
    return chance.choice(
        (
            word[:place] + word[place + 1 :],
            word[:place] + word[place] + word[place:],
            word[:place] + other + word[place + 1 :],
            word[:place] + word[place + 1] + word[place] + word[place + 2 :],
        )
    )


def collect(engine: Engine, data: Path) -> list[Example]:
    """All labelled names with what they are compared with."""
    examples = [
        asked(
            engine,
            "authority",
            row["query"],
            {f"us_ofac_sdn:{i}" for i in row["ofac_ids"].split("|")},
        )
        for row in rows(data / "cross_authority.csv")
    ]
    examples += [
        asked(engine, "ordinary", row["name"], set()) for row in rows(data / "ordinary_names.csv")
    ]
    examples += slips(engine, 1500, random.Random(7))  # noqa: S311
    return examples + in_ways(engine, data)


def fold_of(example: Example) -> int:
    """In which fold an example's party is tested."""
    return crc32(example.party.encode()) % FOLDS


def chosen(examples: Sequence[Example], weights: np.ndarray[Any, Any]) -> Any:
    """The row of each example that decides: the best right one, else the best of all."""
    table, labels, importance = [], [], []
    for example in examples:
        if not len(example.figures):
            continue
        values = example.figures @ weights
        if example.right.any():
            values = np.where(example.right, values, -np.inf)
        elif example.sort in TRUE_SORTS:
            continue
        table.append(example.figures[int(np.argmax(values))])
        labels.append(float(example.right.any()))
        importance.append(SORTS[example.sort])
    return np.array(table), np.array(labels), np.array(importance)


def fit(examples: Sequence[Example], names: Sequence[str]) -> tuple[np.ndarray[Any, Any], float]:
    """Fit weights and bias; the deciding rows are chosen anew a few times."""
    width = max(len(example.figures[0]) for example in examples if len(example.figures))
    weights, bias = np.full(width, FIRST_GUESS), 0.0
    for _ in range(6):
        table, labels, importance = chosen(examples, weights)
        importance = importance / importance.sum()

        def loss(point: np.ndarray[Any, Any]) -> tuple[float, np.ndarray[Any, Any]]:
            total = table @ point[:-1] + point[-1]  # noqa: B023
            signs = 2 * labels - 1  # noqa: B023
            value = np.logaddexp(0, -signs * total) @ importance  # noqa: B023
            pull = -signs / (1 + np.exp(signs * total)) * importance  # noqa: B023
            slope = np.r_[table.T @ pull + 2 * SHRINK * point[:-1], pull.sum()]  # noqa: B023
            return float(value + SHRINK * point[:-1] @ point[:-1]), slope

        least = [LEAST_WEIGHTS.get(name, 0.0) for name in names]
        bounds = [*((lowest, None) for lowest in least), (None, None)]
        found = minimize(loss, np.r_[weights, bias], jac=True, bounds=bounds, method="L-BFGS-B")
        weights, bias = found.x[:-1], float(found.x[-1])
    return weights, bias


def best(example: Example, weights: np.ndarray[Any, Any], *, right: bool) -> float:
    """The example's best value, of the right candidates or of all."""
    values = example.figures @ weights if len(example.figures) else np.array([])
    if right and len(values):
        values = values[example.right]
    return float(values.max()) if len(values) else -99.0


def cut(ordinary: Sequence[float], rate: float) -> float:
    """The value that a share of the ordinary names exceeds."""
    return sorted(ordinary, reverse=True)[int(rate * len(ordinary))]


def report(held_out: Sequence[tuple[Example, np.ndarray[Any, Any], float]]) -> dict[str, float]:
    """Recall over false alarms, on what was not fitted."""
    values: dict[str, list[float]] = {sort: [] for sort in SORTS}
    for example, weights, bias in held_out:
        value = best(example, weights, right=example.sort in TRUE_SORTS) + bias
        values[example.sort].append(value)
    result = {}
    for rate in RATES:
        limit = cut(values["ordinary"], rate)
        for sort in sorted(TRUE_SORTS):
            share = sum(value > limit for value in values[sort]) / len(values[sort])
            result[f"{sort}_recall_at_{rate}"] = round(share, 3)
    return result


def fitted(data: Path) -> dict[str, object]:
    """Collect, fit in folds, fit on all: the model, and both thresholds."""
    engine = Engine.open(Home.default(), lists=["us_ofac_sdn"])
    examples = collect(engine, data)
    held_out = []
    for fold in range(FOLDS):
        weights, bias = fit([e for e in examples if fold_of(e) != fold], NAMES)
        held_out += [(e, weights, bias) for e in examples if fold_of(e) == fold]
    weights, bias = fit(examples, NAMES)
    ordinary = [best(e, weights, right=False) + bias for e in examples if e.sort == "ordinary"]
    shift = float(np.log(SCORE_AT_THRESHOLD / (1 - SCORE_AT_THRESHOLD))) - cut(
        ordinary, REVIEW_RATE
    )
    sure = 1 / (1 + np.exp(-(cut(ordinary, SURE_RATE) + shift)))
    provenance = {
        "engine": ENGINE,
        "date": datetime.now(UTC).date().isoformat(),
        "list": [f"{s.source} {s.edition}" for s in engine.snapshots if s.source in engine.chosen],
        "examples": {sort: sum(e.sort == sort for e in examples) for sort in SORTS},
        "held_out_folds": report(held_out),
        "on_all": report([(e, weights, bias) for e in examples]),
    }
    return {
        "threshold": SCORE_AT_THRESHOLD,
        "sure": round(float(sure), 3),
        ModelName.LISTED.value: as_json(bias + shift, NAMES, weights, provenance),
    }


if __name__ == "__main__":
    run(__doc__, fitted)

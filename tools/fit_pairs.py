"""Fit the weights of the score for names that are compared without a list, and write them into
matcher/data/score.json.

    NAMEWARDEN_HOME=… python tools/fit_pairs.py DATA [--write]

The home must have us_ofac_sdn loaded. Labelled pairs are few, so names that another authority gives
to OFAC's parties are fitted with them: against the nearest name of their own entry as true pairs,
against the nearest name of any other as false ones, and ordinary companies' names against the
nearest of all as false ones, too. Names are read in every way in which ``compare`` reads them, the
best of which counts. Printed is F1 of the labelled pairs over five folds by party, each with
weights and threshold that were chosen on the other four; the mean over several ways to draw the
folds. Weights are held at zero or above.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from fitting import SCORE_AT_THRESHOLD, Numbers, as_json, folds_by_party, rows, run
from scipy.optimize import minimize

from matcher.comparison.align import align
from matcher.comparison.feature_table import ModelName, Setting
from matcher.comparison.features import features, weigh_links
from matcher.comparison.logistic import feature_names, feature_vector
from matcher.comparison.model import PAIR_BY_HAND, model, same_words
from matcher.comparison.pairwise import compared_names
from matcher.lexicon.scripts import visible
from matcher.names.term_weights import OrdinaryRarity, Rarity, read_language
from matcher.names.variants import NameVariant
from matcher.names.word import Name
from matcher.search.candidates import generate_candidates
from matcher.search.query import ParsedQuery
from records import Kind, NameKind, Query
from screening.engine.engine import ENGINE, Engine
from store.home import Home

SHRINK, FIRST_GUESS = 0.003, 1.0
DRAWS, ROUNDS = 10, 4
# Every how many names of either file are compared with the list, and how many names it proposes.
EVERY_AUTHORITY, EVERY_ORDINARY, PROPOSED = 3, 9, 15
# What the near names weigh beside the labelled pairs, and a false one beside a true one.
NEAR, NEAR_FALSE = 0.6, 0.6

NAMES = tuple(name for name in feature_names(ModelName.PAIR) if name not in PAIR_BY_HAND)
"""What is fitted."""


class Pair(NamedTuple):
    """Two names, in every way to read them."""

    texts: tuple[str, str]
    figures: Numbers
    """A row for each way."""
    same: Numbers
    """For each way whether the names are the same in it, whatever the score."""
    right: bool
    near: bool
    """Whether it was taken from a list."""


class Fitted(NamedTuple):
    """Weights and threshold."""

    weights: Numbers
    cut: float
    """The least value of a pair that is taken for one party."""


def pair(left: str, right: str, rarity: Rarity, *, label: bool, near: bool = False) -> Pair:
    """What the model sees of two names."""
    found, same = [], []
    for way in compared_names(visible(left), visible(right), rarity):
        letters = way.query.letters or way.name.letters
        part = way.query.part or way.name.part
        found.append(feature_vector(NAMES, way.found, Setting(part, letters)))
        same.append(same_words(way.found, part=part))
    return Pair((left, right), np.array(found), np.array(same, dtype=bool), label, near)


def nearest(engine: Engine, text: str, wanted: set[str]) -> Iterator[tuple[str, bool]]:
    """The listed names that score highest, of a name's own entry and of all others."""
    index, finder = engine.index, engine.finder
    allowed = engine.allowed((Kind.ORGANIZATION, Kind.VESSEL, Kind.AIRCRAFT))
    variants = [one.reading for one in ParsedQuery.of(Query(name=text)).names]
    proposed = generate_candidates(
        [reading.name for reading in variants],
        finder.vocabulary,
        threshold=0.0,
        limit=PROPOSED,
        allowed=allowed,
    )
    best: dict[bool, tuple[float, str]] = {}
    for reading, numbers in zip(variants, proposed, strict=True):
        for number in numbers:
            entity = index.entity_ids[int(index.arrays["name_entity"][number])]
            value, same = scored(reading, finder.name(number), number, engine)
            right = entity in wanted
            # Another entry of the same name is no other party that a name could tell apart.
            if right or not same:
                best[right] = max(best.get(right, (value, "")), (value, index.name_texts[number]))
    yield from ((name, right) for right, (_, name) in best.items() if name)


def scored(reading: NameVariant, name: Name, number: int, engine: Engine) -> tuple[float, bool]:
    """A listed name's log odds, and whether its words are the same."""
    finder = engine.finder
    links = weigh_links(reading.name, name, align(reading.name, name), finder)
    found = features(reading.name, name, links, finder, beside=(reading.beside, ()))
    weak = engine.index.name_kind(number) is NameKind.WEAK
    return model().listed.log_odds(found, Setting(reading.part, weak)), found.identical


def collect(engine: Engine, data: Path) -> list[Pair]:
    """The labelled pairs, then those that are near on the list."""
    rarity = OrdinaryRarity(read_language())
    found = [
        pair(row["query"], row["candidate"], rarity, label=row["is_match"] == "1")
        for row in rows(data / "pairs_nomenklatura.csv")
    ]
    asked = [
        (row["query"], {f"us_ofac_sdn:{i}" for i in row["ofac_ids"].split("|")})
        for row in rows(data / "cross_authority.csv")[::EVERY_AUTHORITY]
    ]
    asked += [(row["name"], set()) for row in rows(data / "ordinary_names.csv")[::EVERY_ORDINARY]]
    for text, wanted in asked:
        for name, right in nearest(engine, text, wanted):
            found.append(pair(text, name, rarity, label=right, near=True))
    return found


def importance(pairs: Sequence[Pair]) -> Numbers:
    """What each pair weighs in the fit."""
    labelled = sum(not one.near for one in pairs)
    near = np.array([one.near * (1.0 if one.right else NEAR_FALSE) for one in pairs])
    weighed: Numbers = np.array([not one.near for one in pairs]) / labelled
    weighed += NEAR * near / near.sum()
    return weighed


def fit(pairs: Sequence[Pair]) -> Fitted:
    """Fit weights, and choose the threshold that is best for the labelled pairs."""
    labels, weighed = np.array([one.right for one in pairs]), importance(pairs)
    signs = 2.0 * labels - 1
    point = np.r_[np.full(pairs[0].figures.shape[1], FIRST_GUESS), 0.0]
    for _ in range(ROUNDS):
        chosen = [one.figures[int(np.argmax(one.figures @ point[:-1]))] for one in pairs]
        table = np.array(chosen)

        def loss(at: Numbers) -> tuple[float, Numbers]:
            total = table @ at[:-1] + at[-1]  # noqa: B023
            value = np.logaddexp(0, -signs * total) @ weighed
            pull = -signs / (1 + np.exp(signs * total)) * weighed
            moved = at[:-1] - FIRST_GUESS
            slope = np.r_[table.T @ pull + 2 * SHRINK * moved, pull.sum()]  # noqa: B023
            return float(value + SHRINK * moved @ moved), slope

        bounds = [(0.0, None)] * (len(point) - 1) + [(None, None)]
        point = minimize(loss, point, jac=True, bounds=bounds, method="L-BFGS-B").x
    return Fitted(point[:-1], best_cut([one for one in pairs if not one.near], point[:-1]))


def best_cut(pairs: Sequence[Pair], weights: Numbers) -> float:
    """The threshold of the best F1, halfway to the next pair below."""
    values = np.array([float((one.figures @ weights).max()) for one in pairs])
    cuts = np.unique(values)
    middle = np.r_[cuts[0] - 1, (cuts[1:] + cuts[:-1]) / 2]
    worth = [f1(said(pairs, Fitted(weights, float(cut))), pairs) for cut in middle]
    return float(middle[int(np.argmax(worth))])


def said(pairs: Iterable[Pair], fitted: Fitted) -> Numbers:
    """Which pairs are taken for one party."""
    return np.array(
        [bool((one.figures @ fitted.weights >= fitted.cut).any() | one.same.any()) for one in pairs]
    )


def f1(flags: Numbers, pairs: Sequence[Pair]) -> float:
    """The harmonic mean of precision and recall."""
    labels = np.array([one.right for one in pairs])
    return float(2 * (flags & labels).sum() / max(1, flags.sum() + labels.sum()))


def held_out(pairs: Sequence[Pair]) -> list[float]:
    """F1 of the labelled pairs for each way to draw the folds."""
    labelled, near = [p for p in pairs if not p.near], [p for p in pairs if p.near]
    found = []
    for draw in range(DRAWS):
        flags = np.zeros(len(labelled), dtype=bool)
        for tested in folds_by_party([one.texts for one in labelled], draw):
            learned = [labelled[i] for i in np.setdiff1d(np.arange(len(labelled)), tested)]
            flags[tested] = said([labelled[i] for i in tested], fit([*learned, *near]))
        found.append(f1(flags, labelled))
    return found


def fitted(data: Path) -> dict[str, object]:
    """Collect, fit in folds, fit on all: the model."""
    engine = Engine.open(Home.default(), lists=["us_ofac_sdn"])
    pairs = collect(engine, data)
    folds, found = held_out(pairs), fit(pairs)
    shift = float(np.log(SCORE_AT_THRESHOLD / (1 - SCORE_AT_THRESHOLD)))
    labelled = [one for one in pairs if not one.near]
    near = [one for one in pairs if one.near]
    flags, right = said(near, found), np.array([one.right for one in near])
    provenance = {
        "engine": ENGINE,
        "pairs": len(labelled),
        "near_true": int(right.sum()),
        "near_false": int((~right).sum()),
        "held_out_f1": round(float(np.mean(folds)), 3),
        "held_out_f1_spread": round(float(np.std(folds)), 3),
        "f1_on_all": round(f1(said(labelled, found), labelled), 3),
        "near_true_found": round(float(flags[right].mean()), 3),
        "near_false_taken": round(float(flags[~right].mean()), 3),
    }
    return {ModelName.PAIR.value: as_json(shift - found.cut, NAMES, found.weights, provenance)}


if __name__ == "__main__":
    run(__doc__, fitted)

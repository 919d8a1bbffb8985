"""Fit the weights of the score for persons' names, and write them into matcher/data/score.json.

    python tools/fit_persons.py DATA [--write]

Labelled pairs of persons' names, and names drawn from them at random, or with one word in common,
as names of two persons; each pair in every way in which ``compare`` reads it, the best of which
counts. Printed is F1 on five folds by party, each with weights that were fitted on the other four,
the mean over several ways to draw the folds. Weights are held at zero or above.
"""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from fitting import SCORE_AT_THRESHOLD, Numbers, as_json, folds_by_party, rows, run
from scipy.optimize import minimize

from matcher.comparison.feature_table import ModelName
from matcher.comparison.logistic import feature_names, feature_vector
from matcher.comparison.pairwise import PersonRarity, compared_persons
from matcher.comparison.persons import analyse_person, are_turned_round
from matcher.lexicon.scripts import visible
from matcher.names.term_weights import OrdinaryRarity, Rarity, read_language

SHRINK = 0.002
DRAWN, OF_EACH_WORD, DRAWN_WEIGHT = 400, 3, 0.5
# How much a false alarm of drawn names takes off F1 when the threshold is chosen.
PRICE = 0.5
DRAWS, ROUNDS = 10, 4

NAMES = feature_names(ModelName.PERSON)


class Pair(NamedTuple):
    """Two names, in every way to read them."""

    figures: Numbers
    """A row for each way."""
    ruled_out: Numbers
    """For each way whether the names are two persons' in it, whatever the score."""
    same: bool
    """Whether they are one person's in some way, whatever the score."""


def pair(left: str, right: str, rarity: Rarity) -> Pair:
    """What the model sees of two names."""
    ways = list(compared_persons(visible(left), visible(right), rarity))
    turned = np.array([are_turned_round(way.query.name, way.name.name) for way in ways])
    same = np.array([way.found.identical for way in ways]) & ~turned
    figures = np.array([feature_vector(NAMES, way.found) for way in ways])
    return Pair(figures, turned, bool(same.any()))


def drawn(pairs: Sequence[dict[str, str]]) -> Iterator[tuple[str, str]]:
    """Names of different persons."""
    chance = random.Random(5)  # noqa: S311
    names = sorted({row[side] for row in pairs for side in ("query", "candidate")})
    by_word: dict[str, list[str]] = {}
    for name in names:
        for word in analyse_person(name).words:
            if len(word.form) > 2:
                by_word.setdefault(word.form, []).append(name)
    found = [(chance.choice(names), chance.choice(names)) for _ in range(DRAWN)]
    for having in by_word.values():
        if len(set(having)) > OF_EACH_WORD + 1:
            for _ in range(OF_EACH_WORD):
                left, right = chance.sample(having, 2)
                found.append((left, right))
    labelled = {frozenset((row["query"], row["candidate"])) for row in pairs}
    yield from (pair for pair in found if frozenset(pair) not in labelled and pair[0] != pair[1])


def deciding(pairs: Sequence[Pair], weights: Numbers) -> Numbers:
    """Of each pair the row of the way that counts."""
    return np.array([one.figures[int(np.argmax(one.figures @ weights))] for one in pairs])


def fit(pairs: Sequence[Pair], labels: Numbers, importance: Numbers) -> Numbers:
    """Weights, and the bias last."""
    width = len(NAMES)
    bounds = [(0.0, None)] * width + [(None, None)]
    point: Numbers = np.r_[np.full(width, 0.5), 0.0]
    signs = 2 * labels - 1
    for _ in range(ROUNDS):
        table = deciding(pairs, point[:-1])

        def loss(at: Numbers) -> tuple[float, Numbers]:
            total = table @ at[:-1] + at[-1]  # noqa: B023
            value = np.logaddexp(0, -signs * total) @ importance
            pull = -signs / (1 + np.exp(signs * total)) * importance
            slope = np.r_[table.T @ pull + 2 * SHRINK * at[:-1], pull.sum()]  # noqa: B023
            return float(value + SHRINK * at[:-1] @ at[:-1]), slope

        point = minimize(loss, point, jac=True, bounds=bounds, method="L-BFGS-B").x
    return point


def f1(said: Numbers, labels: Numbers) -> float:
    """The harmonic mean of precision and recall."""
    return float(2 * (said & (labels > 0)).sum() / max(1, said.sum() + labels.sum()))


def values(pairs: Sequence[Pair], weights: Numbers) -> Numbers:
    """What each pair comes to without the bias."""
    found = [np.where(one.ruled_out, -np.inf, one.figures @ weights).max() for one in pairs]
    same = np.array([one.same for one in pairs])
    best: Numbers = np.where(same, np.inf, found)
    return best


def fit_and_cut(pairs: Sequence[Pair], labels: Numbers, others: Sequence[Pair]) -> Numbers:
    """Weights, and a bias that puts the best threshold at zero."""
    importance = np.r_[np.ones(len(pairs)), np.full(len(others), DRAWN_WEIGHT)]
    all_labels = np.r_[labels, np.zeros(len(others))]
    point = fit([*pairs, *others], all_labels, importance / importance.sum())
    right, false = (values(each, point[:-1]) + point[-1] for each in (pairs, others))
    cuts = np.linspace(-2, 2, 41)
    worth = [f1(right > cut, labels) - PRICE * float((false > cut).mean()) for cut in cuts]
    moved: Numbers = np.r_[point[:-1], point[-1] - cuts[int(np.argmax(worth))]]
    return moved


def held_out(
    texts: Sequence[tuple[str, str]], pairs: Sequence[Pair], labels: Numbers, others: Sequence[Pair]
) -> list[float]:
    """F1 for each way to draw the folds."""
    found = []
    for draw in range(DRAWS):
        said = np.zeros(len(pairs), dtype=bool)
        for tested in folds_by_party(texts, draw):
            learned = np.setdiff1d(np.arange(len(pairs)), tested)
            point = fit_and_cut([pairs[i] for i in learned], labels[learned], others)
            said[tested] = values([pairs[i] for i in tested], point[:-1]) + point[-1] > 0
        found.append(f1(said, labels))
    return found


def fitted(data: Path) -> dict[str, object]:
    """Collect, fit in folds, fit on all: the model."""
    rarity = PersonRarity(OrdinaryRarity(read_language()))
    labelled = rows(data / "persons_pairs.csv")
    texts = [(row["query"], row["candidate"]) for row in labelled]
    pairs = [pair(*each, rarity) for each in texts]
    labels = np.array([float(row["is_match"] == "1") for row in labelled])
    others = [pair(*each, rarity) for each in drawn(labelled)]
    folds = held_out(texts, pairs, labels, others)
    point = fit_and_cut(pairs, labels, others)
    shift = float(np.log(SCORE_AT_THRESHOLD / (1 - SCORE_AT_THRESHOLD)))
    provenance = {
        "pairs": len(pairs),
        "drawn": len(others),
        "held_out_f1": round(float(np.mean(folds)), 3),
        "held_out_f1_spread": round(float(np.std(folds)), 3),
        "f1_on_all": round(f1(values(pairs, point[:-1]) + point[-1] > 0, labels), 3),
    }
    return {ModelName.PERSON.value: as_json(point[-1] + shift, NAMES, point[:-1], provenance)}


if __name__ == "__main__":
    run(__doc__, fitted)

"""Fit the weights of the score for persons' names, and write them into matcher/data/score.json.

    python tools/fit_persons.py ../shared/eval [--write]

Labelled pairs of persons' names, and names drawn from them at random, or with one word in common,
as names of two persons. Printed is F1 on five folds, each with weights that were fitted on the
other four. Weights are held at zero or above.
"""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from fitting import FOLDS, SCORE_AT_THRESHOLD, Numbers, as_json, rows, run
from scipy.optimize import minimize

from matcher.comparison.align import align
from matcher.comparison.feature_table import ModelName
from matcher.comparison.features import features, weigh_links
from matcher.comparison.logistic import feature_names, feature_vector
from matcher.comparison.persons import analyse_person, person_pair
from matcher.names.term_weights import OrdinaryRarity, Rarity, read_language

SHRINK = 0.002
DRAWN, OF_EACH_WORD, DRAWN_WEIGHT = 400, 3, 0.5
# How much a false alarm of drawn names takes off F1 when the threshold is chosen.
PRICE = 0.5

NAMES = feature_names(ModelName.PERSON)


def figures(left: str, right: str, rarity: Rarity) -> list[float]:
    """What the model sees of two names."""
    query, name = analyse_person(left), analyse_person(right)
    links = weigh_links(query, name, align(query, name, person_pair), rarity)
    return feature_vector(NAMES, features(query, name, links, rarity))


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


def fit(table: Numbers, labels: Numbers, importance: Numbers) -> Numbers:
    """Weights, and the bias last."""

    def loss(point: Numbers) -> tuple[float, Numbers]:
        total, signs = table @ point[:-1] + point[-1], 2 * labels - 1
        value = np.logaddexp(0, -signs * total) @ importance
        pull = -signs / (1 + np.exp(signs * total)) * importance
        slope = np.r_[table.T @ pull + 2 * SHRINK * point[:-1], pull.sum()]
        return float(value + SHRINK * point[:-1] @ point[:-1]), slope

    width = table.shape[1]
    bounds = [(0.0, None)] * width + [(None, None)]
    start = np.r_[np.full(width, 0.5), 0.0]
    found: Numbers = minimize(loss, start, jac=True, bounds=bounds, method="L-BFGS-B").x
    return found


def f1(said: Numbers, labels: Numbers) -> float:
    """The harmonic mean of precision and recall."""
    return float(2 * (said & (labels > 0)).sum() / max(1, said.sum() + labels.sum()))


def fit_and_cut(table: Numbers, labels: Numbers, others: Numbers) -> Numbers:
    """Weights, and a bias that puts the best threshold at zero."""
    importance = np.r_[np.ones(len(table)), np.full(len(others), DRAWN_WEIGHT)]
    all_labels = np.r_[labels, np.zeros(len(others))]
    point = fit(np.r_[table, others], all_labels, importance / importance.sum())
    values, false = table @ point[:-1] + point[-1], others @ point[:-1] + point[-1]
    cuts = np.linspace(-2, 2, 41)
    worth = [f1(values > cut, labels) - PRICE * float((false > cut).mean()) for cut in cuts]
    moved: Numbers = np.r_[point[:-1], point[-1] - cuts[int(np.argmax(worth))]]
    return moved


def fitted(data: Path) -> dict[str, object]:
    """Collect, fit in folds, fit on all: the model."""
    rarity = OrdinaryRarity(read_language())
    pairs = rows(data / "persons_pairs.csv")
    table = np.array([figures(row["query"], row["candidate"], rarity) for row in pairs])
    labels = np.array([float(row["is_match"] == "1") for row in pairs])
    others = np.array([figures(*pair, rarity) for pair in drawn(pairs)])
    order = np.random.default_rng(3).permutation(len(pairs))
    said = np.zeros(len(pairs), dtype=bool)
    for fold in range(FOLDS):
        tested = order[fold::FOLDS]
        learned = np.setdiff1d(order, tested)
        point = fit_and_cut(table[learned], labels[learned], others)
        said[tested] = table[tested] @ point[:-1] + point[-1] > 0
    point = fit_and_cut(table, labels, others)
    shift = float(np.log(SCORE_AT_THRESHOLD / (1 - SCORE_AT_THRESHOLD)))
    provenance = {
        "pairs": len(pairs),
        "drawn": len(others),
        "held_out_f1": round(f1(said, labels), 3),
        "f1_on_all": round(f1(table @ point[:-1] + point[-1] > 0, labels), 3),
    }
    return {ModelName.PERSON.value: as_json(point[-1] + shift, NAMES, point[:-1], provenance)}


if __name__ == "__main__":
    run(__doc__, fitted)

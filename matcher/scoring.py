"""From features to a score in [0, 1], and from the score to a decision.

A logistic model: its weights were fitted on labelled names by ``tools/fit_score.py`` and stand in
``data/score.json`` with their provenance. Signs are fixed, so more agreement never lowers a score.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp, log

from matcher.features import Features
from records import Decision, NameKind

# Below this share or information all is equally hopeless; keeps the logarithm finite.
SMALLEST = 0.02
MOST_AGREED = 1.2
# A listed name written in the same words is never below the threshold, however common its words.
SAME_WORDS = 0.8
SAME_TEXT = 0.9
# Scores are given to so many digits, so that they are the same on every machine.
DIGITS = 4


@dataclass(frozen=True, slots=True)
class Model:
    """The fitted weights, the threshold for a hit and the one for a sure match."""

    bias: float
    weights: Mapping[str, float]
    threshold: float
    sure: float


@cache
def model() -> Model:
    """The model that ships with this version."""
    data = json.loads((files("matcher") / "data" / "score.json").read_text(encoding="utf-8"))
    return Model(data["bias"], data["weights"], data["threshold"], data["sure"])


def inputs(found: Features, name_kind: NameKind, *, part: bool = False) -> dict[str, float]:
    """What the model weighs: each figure grows with what speaks for the match."""
    return {
        "query_covered": log(found.query_covered + SMALLEST),
        "name_covered": log(found.name_covered + SMALLEST),
        "agreed": min(found.agreed, MOST_AGREED),
        "agreed_log": log(min(found.agreed, 1.0) + SMALLEST),
        "no_doubt": 1.0 - found.doubt,
        "not_mistaken": 1.0 - found.mistaken,
        "as_written": 1.0 - found.respelt,
        "in_words": 1.0 - found.lettered,
        "nothing_rare_missing": 1.0 - min(found.rarest_missing, 1.0),
        "complete": 1.0 if found.complete else 0.0,
        "numbers_agree": 0.0 if found.numbers_differ else 1.0,
        "number_there": 0.0 if found.number_lacking else 1.0,
        "places_agree": 0.0 if found.places_differ else 1.0,
        "legal_forms_agree": 0.0 if found.legal_forms_differ else 1.0,
        "identical": 1.0 if found.identical else 0.0,
        "whole": 0.0 if part else 1.0,
        "strong": 0.0 if name_kind is NameKind.WEAK else 1.0,
    }


def score(found: Features, name_kind: NameKind = NameKind.PRIMARY, *, part: bool = False) -> float:
    """How likely it is that both names are of one party, in [0, 1].

    Args:
        found: the comparison.
        name_kind: what the publisher says of the listed name; a weak one counts for less.
        part: whether other words stand beside the name in the query.
    """
    fitted = model()
    total = fitted.bias
    for name, figure in inputs(found, name_kind, part=part).items():
        total += fitted.weights[name] * figure
    value = 1.0 / (1.0 + exp(-total))
    if found.identical and not part and not found.numbers_differ:
        value = max(value, SAME_TEXT if found.same_text else SAME_WORDS)
    return round(value, DIGITS)


def decide(value: float, threshold: float | None = None) -> Decision:
    """What a score means: ``review`` from the threshold on, ``match`` where it is sure."""
    fitted = model()
    if value >= max(fitted.sure, threshold or 0.0):
        return Decision.MATCH
    lowest = fitted.threshold if threshold is None else threshold
    return Decision.REVIEW if value >= lowest else Decision.NO_MATCH

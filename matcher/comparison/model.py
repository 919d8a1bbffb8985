"""From features to a score in [0, 1], and from the score to a decision.

A logistic model: its weights were fitted on labelled names by ``tools/fit_score.py``, those of
pairs and of persons by ``fit_pairs.py`` and ``fit_persons.py``, and stand in ``data/score.json``
with their provenance. Signs are fixed, so more agreement never lowers a score.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import copysign, exp, log

from matcher.comparison.features import Features
from records import Decision, NameKind

# Below this share or information all is equally hopeless; keeps the logarithm finite.
SMALLEST = 0.02
MOST_AGREED = 1.2
# What one of two names says beyond the other counts up to about two rare words.
MOST_BEYOND = 2.0
# A listed name written in the same words is never below the threshold, however common its words.
SAME_WORDS = 0.8
NEARLY_SAME = 0.7999
# What other numbers take off where there is no list, in log odds. The labelled pairs count funds
# VII and VIII as one party, so the fit gives numbers no weight; with this little the pairs come
# out the same, and two plants of one name with other numbers stay below the threshold.
OTHER_NUMBERS = 0.25
# Titles and particles are no other words.
LEAST_CONFLICT = 0.1
SAME_TEXT = 0.9
# What other words around a listed name take off, in log odds: it ranks behind names by themselves.
OTHERS_AROUND = 2.5
# The log odds that stand for a score of 1, or against one of 0, that no model gave.
CERTAIN = 10.0
# Scores are given to so many digits, so that they are the same on every machine.
DIGITS = 4


@dataclass(frozen=True, slots=True)
class Model:
    """The fitted weights, the threshold for a hit and the one for a sure match."""

    bias: float
    weights: Mapping[str, float]
    threshold: float
    sure: float
    unlisted_bias: float
    unlisted_weights: Mapping[str, float]
    """The same for names that are compared without a list, where no word is known to be rare on
    one."""
    person_bias: float
    person_weights: Mapping[str, float]
    """The same for two persons' names."""


@cache
def model() -> Model:
    """The model that ships with this version."""
    data = json.loads((files("matcher") / "data" / "score.json").read_text(encoding="utf-8"))
    person, unlisted = data["person"], data["unlisted"]
    return Model(
        data["bias"],
        data["weights"],
        data["threshold"],
        data["sure"],
        unlisted["bias"],
        unlisted["weights"],
        person["bias"],
        person["weights"],
    )


def inputs(found: Features, name_kind: NameKind, *, part: bool = False) -> dict[str, float]:
    """What the model weighs: each figure grows with what speaks for the match."""
    return {
        "query_covered": log(found.query_covered + SMALLEST),
        "name_covered": log(found.name_covered + SMALLEST),
        "agreed": min(found.agreed, MOST_AGREED),
        "agreed_log": log(min(found.agreed, 1.0) + SMALLEST),
        "no_doubt": 1.0 - found.fuzzy_share,
        "as_written": 1.0 - found.respelled_share,
        "in_words": 1.0 - found.acronym_share,
        "nothing_rare_missing": 1.0 - min(found.rarest_missing, 1.0),
        "none_short_respelt": 0.0 if found.short_respelt else 1.0,
        "not_each_more": 0.0 if found.each_has_more else 1.0,
        "complete": 1.0 if found.complete else 0.0,
        "numbers_agree": 0.0 if found.numbers_differ else 1.0,
        "number_there": 0.0 if found.number_lacking else 1.0,
        "place_there": 0.0 if found.place_lacking else 1.0,
        "places_agree": 0.0 if found.places_differ else 1.0,
        "legal_forms_agree": 0.0 if found.legal_forms_differ else 1.0,
        "identical": 1.0 if found.identical else 0.0,
        "whole": 0.0 if part else 1.0,
        "strong": 0.0 if name_kind is NameKind.WEAK else 1.0,
    }


def log_odds(
    found: Features, name_kind: NameKind = NameKind.PRIMARY, *, part: bool = False
) -> float:
    """What the model says to two names, see ``score``; without the rule for the same words."""
    fitted = model()
    total = fitted.bias
    for name, figure in inputs(found, name_kind, part=part).items():
        total += fitted.weights[name] * figure
    return total


def score(found: Features, name_kind: NameKind = NameKind.PRIMARY, *, part: bool = False) -> float:
    """How likely it is that both names are of one party, in [0, 1].

    Args:
        found: the comparison.
        name_kind: what the publisher says of the listed name; a weak one counts for less.
        part: whether other words stand beside the name in the query.
    """
    value = 1.0 / (1.0 + exp(-log_odds(found, name_kind, part=part)))
    same = found.identical or found.one_typo or found.by_letters
    if same and not part and not found.numbers_differ:
        value = max(value, SAME_TEXT if found.same_text else SAME_WORDS)
    return round(value, DIGITS)


def as_standing(value: float, *, others: bool, ordinary: bool) -> float:
    """The score of a listed name that stands whole in a query.

    Args:
        value: what the model says to the name by itself.
        others: whether words stand around it that may make another name of it; that is for a person
            to look at.
        ordinary: whether it is a word that is used for many things; so is that.
    """
    moved = round(shifted(value, -OTHERS_AROUND), DIGITS) if others else value
    if others or ordinary:
        moved = min(moved, model().sure - 10**-DIGITS)
    return max(moved, SAME_WORDS)


def pair_inputs(found: Features, *, letters: bool = False, part: bool = False) -> dict[str, float]:
    """What the model for two names without a list weighs; it takes neither for the listed one."""
    beyond = max(found.query_extra, found.name_missing)
    return {
        "agreed": min(found.agreed, MOST_AGREED),
        "nothing_beyond": MOST_BEYOND - min(beyond, MOST_BEYOND),
        "not_each_more": 0.0 if found.each_has_more else 1.0,
        "no_doubt": 1.0 - found.fuzzy_share,
        "as_written": 1.0 - found.respelled_share,
        "in_words": 1.0 - found.acronym_share,
        "complete": 1.0 if found.complete else 0.0,
        "place_there": 0.0 if found.place_lacking else 1.0,
        "places_agree": 0.0 if found.places_differ else 1.0,
        "legal_forms_agree": 0.0 if found.legal_forms_differ else 1.0,
        "identical": 1.0 if found.identical and not found.legal_kinds_differ else 0.0,
        "whole": 0.0 if part else 1.0,
        "strong": 0.0 if letters else 1.0,
    }


def pair_log_odds(found: Features, *, letters: bool = False, part: bool = False) -> float:
    """What the model for two names without a list says, without the rule for the same words."""
    fitted = model()
    total = fitted.unlisted_bias
    for name, figure in pair_inputs(found, letters=letters, part=part).items():
        total += fitted.unlisted_weights[name] * figure
    return total - OTHER_NUMBERS * found.numbers_differ


def score_pair(found: Features, *, letters: bool = False, part: bool = False) -> float:
    """How likely it is that two names are of one party, in [0, 1], where neither is on a list.

    Args:
        found: the comparison.
        letters: whether either is only letters that stand beside a name.
        part: whether other words stand beside either.
    """
    value = 1.0 / (1.0 + exp(-pair_log_odds(found, letters=letters, part=part)))
    if same_words(found, part=part):
        value = max(value, SAME_TEXT if found.same_text else SAME_WORDS)
    return round(value, DIGITS)


def same_words(found: Features, *, part: bool) -> bool:
    """Whether two names are the same but for a slip of the pen. Without a list to miss, a *GmbH* is
    not the *AG* of its name.
    """
    same = found.identical or found.one_typo or found.by_letters
    return same and not (part or found.numbers_differ or found.legal_kinds_differ)


def person_inputs(found: Features) -> dict[str, float]:
    """What the model for persons weighs. Who has more names than the other is mostly the same
    person, who has *other* names is not.
    """
    return {
        "query_covered": log(found.query_covered + SMALLEST),
        "name_covered": log(found.name_covered + SMALLEST),
        "nothing_rare_missing": 1.0 - min(found.rarest_missing, 1.0),
        "complete": 1.0 if found.complete else 0.0,
        "no_conflict": 0.0 if in_conflict(found) else 1.0,
    }


def in_conflict(found: Features) -> bool:
    """Whether either name has a word that the other lacks."""
    return min(found.query_extra, found.name_missing) >= LEAST_CONFLICT


def person_log_odds(found: Features) -> float:
    """What the model for persons says to two names, without the rule for the same words."""
    fitted = model()
    total = fitted.person_bias
    for name, figure in person_inputs(found).items():
        total += fitted.person_weights[name] * figure
    return total


def score_person(found: Features) -> float:
    """How likely it is that two persons' names are of one person, in [0, 1]."""
    value = 1.0 / (1.0 + exp(-person_log_odds(found)))
    if found.identical:
        value = max(value, SAME_TEXT if found.same_text else SAME_WORDS)
    return round(value, DIGITS)


def shifted(value: float, by: float) -> float:
    """A score in [0, 1], moved in log odds."""
    if not 0.0 < value < 1.0:
        return value
    return 1.0 / (1.0 + exp(-(log(value / (1.0 - value)) + by)))


def lowered_by_conflict(value: float) -> float:
    """The score of a name against a listed person's, either of which has a word that the other
    lacks.
    """
    if not 0.0 < value < 1.0:
        return value
    odds = log(value / (1.0 - value)) - model().person_weights["no_conflict"]
    return round(1.0 / (1.0 + exp(-odds)), DIGITS)


def odds_of(value: float, total: float) -> float:
    """The log odds of a score.

    Args:
        value: the score, rounded.
        total: what the model added up to; it says more where the score is rounded to it.
    """
    if round(1.0 / (1.0 + exp(-total)), DIGITS) == value:
        return total
    return log(value / (1.0 - value)) if 0.0 < value < 1.0 else copysign(CERTAIN, value - 0.5)


def decide(value: float, threshold: float | None = None) -> Decision:
    """What a score means: ``review`` from the threshold on, ``match`` where it is sure."""
    fitted = model()
    if value >= max(fitted.sure, threshold or 0.0):
        return Decision.MATCH
    lowest = fitted.threshold if threshold is None else threshold
    return Decision.REVIEW if value >= lowest else Decision.NO_MATCH

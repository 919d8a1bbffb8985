"""From features to a score in [0, 1], and from the score to a decision.

Logistic models: the weights of a query with a listed name were fitted on labelled names by
``tools/fit_score.py``, those of pairs and of persons by ``fit_pairs.py`` and ``fit_persons.py``.
They stand in ``data/score.json`` with their provenance; what they weigh, in
``feature_table.FEATURES``.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import copysign, exp, log
from typing import Any

from matcher.comparison.feature_table import MOST_AGREED, SMALLEST, ModelName, Setting
from matcher.comparison.features import Features
from matcher.comparison.logistic import LogisticModel
from records import Decision, NameKind

# A listed name written in the same words is never below the threshold, however common its words.
SAME_WORDS = 0.8
NEARLY_SAME = 0.7999
# What other numbers take off where there is no list, in log odds. The labelled pairs count funds
# VII and VIII as one party, so the fit gives numbers no weight; with this little the pairs come
# out the same, and two plants of one name with other numbers stay below the threshold.
PAIR_BY_HAND = {"numbers_agree": 0.25}
SAME_TEXT = 0.9
# From this score on a person's surname is enough when initials stand for all the other names: of
# listed persons' names of three and four words a surname alone reaches it for seven in ten; what
# it leaves out are surnames such as *Mahmoud*.
SURNAME_TELLS = 0.5
# From this score on a surname is enough where the initials are those of given name and father:
# *V.V. Putin*, whose surname the press has made common.
SURNAME_AND_FATHER = 0.4
# What other words around a listed name take off, in log odds: it ranks behind names by themselves.
OTHERS_AROUND = 2.5
# The log odds that stand for a score of 1, or against one of 0, that no model gave.
CERTAIN = 10.0
# Scores are given to so many digits, so that they are the same on every machine.
DIGITS = 4


@dataclass(frozen=True, slots=True)
class Model:
    """The fitted models, the threshold for a hit and the one for a sure match."""

    listed: LogisticModel
    pair: LogisticModel
    person: LogisticModel
    threshold: float
    sure: float


@cache
def model() -> Model:
    """The models that ship with this version."""
    data = json.loads((files("matcher") / "data" / "score.json").read_text(encoding="utf-8"))
    pair = _fitted(data[ModelName.PAIR.value])
    return Model(
        listed=_fitted(data[ModelName.LISTED.value]),
        pair=LogisticModel(
            pair.intercept - sum(PAIR_BY_HAND.values()), {**pair.weights, **PAIR_BY_HAND}
        ),
        person=_fitted(data[ModelName.PERSON.value]),
        threshold=data["threshold"],
        sure=data["sure"],
    )


def _fitted(data: Mapping[str, Any]) -> LogisticModel:
    return LogisticModel(data["intercept"], data["weights"])


def log_odds(
    found: Features, name_kind: NameKind = NameKind.PRIMARY, *, part: bool = False
) -> float:
    """What the model says to two names, see ``score``; without the rule for the same words."""
    return model().listed.log_odds(found, Setting(part, name_kind is NameKind.WEAK))


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


@cache
def highest() -> float:
    """The highest score that a listed name can have."""
    most = model().listed.upper_bound(
        {
            "query_covered": log(1.0 + SMALLEST),
            "name_covered": log(1.0 + SMALLEST),
            "agreed": MOST_AGREED,
            "agreed_log": log(1.0 + SMALLEST),
        }
    )
    return round(1.0 / (1.0 + exp(-float(most))), DIGITS)


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
        moved = min(moved, unsure())
    return max(moved, SAME_WORDS)


def unsure() -> float:
    """The highest score of what is for a person to look at."""
    return round(model().sure - float(10**-DIGITS), DIGITS)


def pair_log_odds(found: Features, *, letters: bool = False, part: bool = False) -> float:
    """What the model for two names without a list says, without the rule for the same words."""
    return model().pair.log_odds(found, Setting(part, letters))


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


def score_person(found: Features) -> float:
    """How likely it is that two persons' names are of one person, in [0, 1]."""
    value = 1.0 / (1.0 + exp(-model().person.log_odds(found)))
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
    odds = log(value / (1.0 - value)) - model().person.weights["no_conflict"]
    return round(1.0 / (1.0 + exp(-odds)), DIGITS)


def lowered_by_limit(value: float) -> float:
    """The score of two names that are two parties' although their words agree: below the threshold,
    and behind those of which nothing says so.
    """
    return round(min(shifted(value, -model().listed.weights["unlimited"]), NEARLY_SAME), DIGITS)


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

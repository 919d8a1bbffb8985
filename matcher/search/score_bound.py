"""The best score that a comparison could come to, worked out for many names at once.

Comparing two names word by word costs a hundred times more than adding up what their words share.
So all that could reach the threshold is found first, with every doubt in the names' favour, and
only that is compared. The weights are the score's own (``scoring.model``): what it adds is counted
in full here, unless it can be told without comparing.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from math import exp, log

import numpy as np

from matcher.columnar.arrays import Array
from matcher.comparison.feature_table import MOST_AGREED, SMALLEST
from matcher.comparison.model import DIGITS, SAME_WORDS, highest, model

# Coverage and information are looked at in steps of this size when the least coverage is sought.
_STEP = 0.01
# Information from which on a query needs hardly any of its words: eight rare words.
_MOST_TOTAL = 8.0
# Shares are added up in another order than in a comparison, and rounded on the way.
_SLACK = 0.05


@dataclass(frozen=True, slots=True)
class PairTotals:
    """What the words of many pairs of names share at most; arrays of one length."""

    query_covered: Array
    name_covered: Array
    agreed: Array
    fuzzy_share: Array
    """At least so much of it may be words that only look alike."""
    complete: Array
    """Whether every word that tells something may have met another."""
    weak: Array
    """Whether the listed name is a weak alias."""
    identical: Array | bool = True
    """Whether they may have the same words, if they are complete."""
    one_typo: Array | bool = True
    """Whether they may have the same words but for one slip of the pen, if they are complete."""
    acronym_share: Array | float = 0.0
    """At least so much of it is letters that stand for words."""
    forms_differ: Array | bool = False
    """Whether either has a legal form that the other lacks."""


def turned(totals: PairTotals) -> PairTotals:
    """The same pairs, where what was the query is the listed name."""
    return replace(totals, query_covered=totals.name_covered, name_covered=totals.query_covered)


def upper_bound(totals: PairTotals) -> Array:
    """The highest log odds that a comparison of each pair could give."""
    identical = totals.complete & totals.identical & (totals.fuzzy_share <= 0.0)
    total = model().listed.upper_bound(
        {
            "query_covered": np.log(totals.query_covered + SMALLEST),
            "name_covered": np.log(totals.name_covered + SMALLEST),
            "agreed": np.minimum(totals.agreed, MOST_AGREED),
            "agreed_log": np.log(np.minimum(totals.agreed, 1.0) + SMALLEST),
            "no_doubt": 1.0 - totals.fuzzy_share,
            "in_words": 1.0 - totals.acronym_share,
            "complete": totals.complete,
            "legal_forms_agree": 1.0 - totals.forms_differ,
            "identical": identical,
            "strong": ~totals.weak,
        }
    )
    # Names that are the same but for a slip of the pen are given the threshold's score.
    same = identical | (totals.complete & totals.one_typo)
    found: Array = np.where(same, np.maximum(total, needed(SAME_WORDS)), total)
    return found


def highest_score(odds: float) -> float:
    """The highest score of a pair whose comparison gives at most these log odds, whatever rules
    stand beside the model: what no rule raises above the score of the same words.
    """
    most = 1.0 / (1.0 + exp(-odds - _SLACK)) + 0.5 * 10.0**-DIGITS
    return min(max(most, SAME_WORDS), highest())


@lru_cache(maxsize=16)
def needed(threshold: float) -> float:
    """The log odds below which a pair cannot reach a score in [0, 1]."""
    if threshold <= 0.0:
        return -np.inf
    # Scores are rounded, too, which is much in log odds where they are close to one.
    least = min(threshold, 0.9999) - 0.5 * 10.0**-DIGITS
    return -np.inf if least <= 0.0 else log(least / (1.0 - least)) - _SLACK


@lru_cache(maxsize=16)
def _least_covered(threshold: float, reverse: bool) -> Array:
    """For a query's information, in steps, the least share of it that has to be met."""
    its, others = ("name_covered", "query_covered")[:: 1 if reverse else -1]
    totals = np.arange(0.0, _MOST_TOTAL + _STEP, _STEP)[:, None]
    shares = np.arange(0.0, 1.0 + _STEP, _STEP)[None, :]
    agreed = totals * shares
    best = model().listed.upper_bound(
        {
            its: np.log(shares + SMALLEST),
            others: log(1.0 + SMALLEST),
            "agreed": np.minimum(agreed, MOST_AGREED),
            "agreed_log": np.log(np.minimum(agreed, 1.0) + SMALLEST),
            # One word met none.
            "complete": 0.0,
            "identical": 0.0,
        }
    )
    enough = best >= needed(threshold)
    first = np.where(enough.any(axis=1), enough.argmax(axis=1), shares.shape[1])
    least: Array = (first - 1).clip(0) * _STEP
    return least


def least_covered(totals: Array, thresholds: Array, *, reverse: bool = False) -> Array:
    """The share of its information that a query must share with a name which lacks one of its
    words, or has one more, to reach a threshold.

    Args:
        totals: the information in the words of each query.
        thresholds: for each a score in [0, 1]; two or three different ones in all.
        reverse: whether they are listed names, which are looked for among queries.

    Returns:
        Shares in [0, 1]. The more a query says, the less of it needs to be met.
    """
    steps = np.ceil(totals / _STEP).astype(np.int64)
    least = np.zeros(len(totals))
    for threshold in set(thresholds.tolist()):
        table = _least_covered(threshold, reverse)
        of = thresholds == threshold
        least[of] = table[np.minimum(steps[of], len(table) - 1)]
    return np.where(totals > _MOST_TOTAL, 0.0, least)

"""The most that comparing a query's name with each listed one could come to, whatever it does.

Worked out from what the model weighs (``feature_table``) alone, and from which words may meet
(``word_meetings``): no name can agree in more than in all of its words that may meet one, nor can
it be complete where a word has none that it may meet. What the comparison alone can tell counts in
full. It is no bound of the search's, which are what is to be judged: nothing is shared with them
but the model.
"""

from math import exp, log

import numpy as np
from word_meetings import Meetings

from matcher.columnar.arrays import Array
from matcher.comparison.feature_table import MOST_AGREED, SMALLEST
from matcher.comparison.model import SURNAME_AND_FATHER, model
from matcher.index.index import NameIndex
from matcher.names.word import Name
from matcher.search.finder import Finder
from matcher.search.middle_names import MIDDLE_NAMES
from matcher.search.patronymics import WITHOUT_FATHER

# Rules for persons raise scores from these on to the threshold; no rule raises a lower one but
# where names are the same, are written in the same letters, or one is the other's brand.
LEAST_RAISED = min(SURNAME_AND_FATHER, MIDDLE_NAMES, WITHOUT_FATHER)
# Sums are made in another order here, of numbers that were rounded.
SLACK = 0.02
_FIGURES = ("query_covered", "name_covered", "agreed", "agreed_log", "complete", "identical")


class MostOdds:
    """The listed names' words and what these tell."""

    def __init__(self, index: NameIndex, meetings: Meetings) -> None:
        self.index, self.meetings = index, meetings
        arrays = index.arrays
        self._word = arrays["name_word"]
        self._name = np.repeat(np.arange(index.name_count), np.diff(arrays["name_word_at"]))
        self._weight = arrays["word_weight"].astype(np.float64)
        self._telling = self._count(meetings.telling)
        idle = np.where(meetings.telling, 0.0, self._weight)
        self._idle, self._total = self._sum(idle), self._sum(self._weight)

    def _sum(self, of_words: Array) -> Array:
        """A number of each word, added up for each name."""
        found: Array = np.bincount(self._name, of_words[self._word], self.index.name_count)
        return found

    def _count(self, words: Array) -> Array:
        """How many of a name's words are such."""
        chosen = self._name[words[self._word]]
        found: Array = np.bincount(chosen, minlength=self.index.name_count)
        return found

    def names_of(self, words: Array) -> Array:
        """The names all of whose words that tell something are such; as numbers.

        Args:
            words: for every listed word whether it is one.
        """
        told = self._count(words & self.meetings.telling)
        found: Array = np.flatnonzero((told == self._telling) & (self._telling > 0))
        return found

    def of(self, name: Name, finder: Finder) -> tuple[Array, Array]:
        """The most log odds of each listed name.

        Args:
            name: the name asked for.
            finder: what its words tell.

        Returns:
            Log odds, and whether all words that tell something may have met one.
        """
        count = self.index.name_count
        mine, any_of_them = np.zeros(count), np.zeros(len(self._weight), dtype=np.bool_)
        all_met = np.full(count, any(word.is_content for word in name.words))
        total = 0.0
        for word in name.words:
            weight, may = finder.weight(word), np.zeros(len(self._weight), dtype=np.bool_)
            total += weight
            may[self.meetings.of(word)] = True
            any_of_them |= may
            meets = self._count(may) > 0
            if word.is_content:
                mine += weight * meets
                all_met &= meets
            else:
                mine += weight
        its = self._idle + self._sum(
            np.where(any_of_them & self.meetings.telling, self._weight, 0.0)
        )
        all_met &= self._count(any_of_them & self.meetings.telling) >= self._telling
        return self._odds(mine, its, total, all_met), all_met

    def _odds(self, mine: Array, its: Array, total: float, all_met: Array) -> Array:
        fitted = model().listed
        rest = sum(weight for name, weight in fitted.weights.items() if name not in _FIGURES)
        agreed, weights = np.minimum(mine, its), fitted.weights
        odds: Array = (
            fitted.intercept
            + rest
            + weights["query_covered"] * np.log(np.minimum(mine / max(1e-9, total), 1.0) + SMALLEST)
            + weights["name_covered"]
            * np.log(np.minimum(its / np.maximum(1e-9, self._total), 1.0) + SMALLEST)
            + weights["agreed"] * np.minimum(agreed, MOST_AGREED)
            + weights["agreed_log"] * np.log(np.minimum(agreed, 1.0) + SMALLEST)
            + (weights["complete"] + weights["identical"]) * all_met
        )
        return odds + SLACK


def score_of_odds(odds: float) -> float:
    """The score in [0, 1] that log odds are."""
    return 1.0 / (1.0 + exp(-odds))


def odds_of_score(score: float) -> float:
    """The log odds that a score between 0 and 1 is."""
    return log(score / (1.0 - score))

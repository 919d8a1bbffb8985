"""A logistic model: weights for some of the ``FEATURES``, and what they add up to."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matcher.columnar.arrays import Array
from matcher.comparison.feature_table import BY_NAME, FEATURES, ModelName, Setting
from matcher.comparison.features import Features


@dataclass(frozen=True)
class LogisticModel:
    """The fitted weights of one model; none is negative, so more agreement never lowers a score."""

    intercept: float
    """The log odds where every figure is nothing."""
    weights: Mapping[str, float]
    """By the names of its features, in the order in which they are added up."""

    def log_odds(self, found: Features, setting: Setting = Setting()) -> float:  # noqa: B008
        """What the model says to two names; rules (``model.score``) may say more."""
        total = self.intercept
        for weight, figure in self._terms:
            total += weight * figure(found, setting)
        return total

    @cached_property
    def _terms(self) -> tuple[tuple[float, Callable[[Features, Setting], float]], ...]:
        return tuple((weight, _FIGURES[name]) for name, weight in self.weights.items())

    def upper_bound(self, known: Mapping[str, Array | float]) -> Array:
        """The most log odds that comparing names could give.

        Args:
            known: figures that are worked out without comparing, or the most that they can be; of
                names of features, arrays of one length or single numbers.
        """
        # What only a comparison can tell is counted in full: such a figure is at most one.
        total: Array | float = self.intercept + sum(
            weight for name, weight in self.weights.items() if name not in known
        )
        for name, figures in known.items():
            total = total + self.weights[name] * figures
        return np.asarray(total)


_FIGURES = {name: feature.figure for name, feature in BY_NAME.items()}


def feature_names(model: ModelName) -> tuple[str, ...]:
    """The features that a model weighs, in the order of ``FEATURES``."""
    return tuple(feature.name for feature in FEATURES if model in feature.models)


def feature_vector(
    names: Sequence[str],
    found: Features,
    setting: Setting = Setting(),  # noqa: B008
) -> list[float]:
    """What a model sees of two names: a figure for each of its features."""
    return [_FIGURES[name](found, setting) for name in names]

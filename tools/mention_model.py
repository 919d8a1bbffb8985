"""The model that ``fit_mentions`` tries beside the rules of mentions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from fitting import Numbers
from scipy.optimize import minimize

SHRINK, ROUNDS = 1e-4, 400
# What all wrong candidates weigh beside all right ones.
WRONG = 1.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A listed name in a text."""

    language: str
    mention: str | None
    """The labelled mention that it is right for; None where it is wrong."""
    document: str
    figures: tuple[float, ...]
    ruled: bool
    """What the rules say."""


class Model:
    """Weights of zero and above, on figures of which more speaks for a mention."""

    def __init__(self, some: Sequence[Candidate]) -> None:
        figures = np.array([one.figures for one in some])
        right = np.array([one.mention is not None for one in some])
        weight = np.where(right, 1.0 / max(1, right.sum()), WRONG / max(1, (~right).sum()))

        def loss(weights: Numbers) -> tuple[float, Numbers]:
            sure = weights[0] + figures @ weights[1:]
            signed = np.where(right, sure, -sure)
            off = weight / (1 + np.exp(np.clip(signed, -30, 30)))
            slope = np.where(right, -off, off)
            total = float(
                (weight * np.logaddexp(0, -signed)).sum() + SHRINK * (weights[1:] ** 2).sum()
            )
            grown = np.r_[slope.sum(), figures.T @ slope + 2 * SHRINK * weights[1:]]
            return total, grown

        bounds = [(None, None), *[(0.0, None)] * figures.shape[1]]
        first = np.zeros(figures.shape[1] + 1)
        found = minimize(
            loss, first, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": ROUNDS}
        )
        self.weights = found.x

    def scores(self, some: Sequence[Candidate]) -> Numbers:
        """The log odds of candidates."""
        figures = np.array([one.figures for one in some])
        odds: Numbers = self.weights[0] + figures @ self.weights[1:]
        return odds


def alarmed(some: Sequence[Candidate], accepted: Iterable[bool]) -> set[str]:
    """Documents in which something wrong is accepted."""
    return {
        one.document for one, yes in zip(some, accepted, strict=True) if yes and one.mention is None
    }


def found(some: Sequence[Candidate], accepted: Iterable[bool]) -> set[str]:
    """Labelled mentions of which a right candidate is accepted."""
    return {one.mention for one, yes in zip(some, accepted, strict=True) if yes and one.mention}


def threshold(model: Model, some: Sequence[Candidate]) -> float:
    """The lowest at which no more documents alarm than by the rules."""
    allowed = len(alarmed(some, [one.ruled for one in some]))
    worst: dict[str, float] = {}
    for one, score in zip(some, model.scores(some).tolist(), strict=True):
        if one.mention is None:
            worst[one.document] = max(worst.get(one.document, -np.inf), score)
    ranked = sorted(worst.values(), reverse=True)
    return float(ranked[allowed]) if allowed < len(ranked) else -np.inf

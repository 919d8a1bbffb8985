"""Rates with their intervals, and how they move with the threshold."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from screening.assess.outcomes import LOWEST, Outcome

Z = 1.959964
"""Of a normal distribution, 95 % within."""
# Of a share: more than a sample of thousands can tell.
DIGITS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """A share of trials."""

    label: str
    trials: int
    hits: int
    """Trials in which it was so."""
    rate: float
    """The share, each trial with its weight: what is to be expected of all names that the sample
    stands for."""
    low: float
    high: float
    """Wilson's interval of 95 % (1927), for as many trials of equal weight as are worth the same
    (Kish 1965)."""


def rate(label: str, cases: Iterable[tuple[bool, float]]) -> Rate:
    """The share of cases that are so, with its interval.

    Args:
        label: what is counted.
        cases: whether it is so, and the case's weight.
    """
    found = list(cases)
    weights = sum(weight for _, weight in found)
    if not found or not weights:
        return Rate(label=label, trials=0, hits=0, rate=0.0, low=0.0, high=1.0)
    share = sum(weight for so, weight in found if so) / weights
    worth = weights**2 / sum(weight**2 for _, weight in found)
    low, high = wilson(share, worth)
    return Rate(
        label=label,
        trials=len(found),
        hits=sum(so for so, _ in found),
        rate=round(share, DIGITS),
        low=round(low, DIGITS),
        high=round(high, DIGITS),
    )


def wilson(share: float, trials: float) -> tuple[float, float]:
    """Wilson's score interval of 95 % for a share of so many trials."""
    spread = Z * Z / trials
    middle = (share + spread / 2) / (1 + spread)
    half = Z * sqrt(share * (1 - share) / trials + spread / (4 * trials)) / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)


def rates_by(
    outcomes: Iterable[Outcome], label: Callable[[Outcome], str], so: Callable[[Outcome], bool]
) -> list[Rate]:
    """The rate of each group, in the order in which the groups come."""
    groups: dict[str, list[tuple[bool, float]]] = defaultdict(list)
    for one in outcomes:
        groups[label(one)].append((so(one), one.trial.record.weight))
    return [rate(name, cases) for name, cases in groups.items()]


def side_by_side(plain: Sequence[Rate], other: Sequence[Rate]) -> list[tuple[str, Rate, Rate]]:
    """Two sets of rates by their labels, sorted; no trials where a side has not the label."""
    first = {each.label: each for each in plain}
    then = {each.label: each for each in other}
    nothing = rate("", ())
    return [
        (name, first.get(name, nothing), then.get(name, nothing))
        for name in sorted({*first, *then})
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One threshold of the trade-off."""

    threshold: float
    found: float
    """Share of the listed names whose right entry is among the hits."""
    alarms: float
    """Share of the ordinary names with a hit."""


def curve(
    listed: Sequence[Outcome], ordinary: Sequence[Outcome], lowest: float = LOWEST
) -> list[Point]:
    """The trade-off at thresholds from the lowest to .99, one hundredth apart."""
    return [
        Point(
            threshold=level / 100,
            found=rate("", ((o.found(level / 100), o.trial.record.weight) for o in listed)).rate,
            alarms=rate("", ((o.alarms(level / 100), 1.0) for o in ordinary)).rate,
        )
        for level in range(round(lowest * 100), 100)
    ]

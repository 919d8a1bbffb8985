"""Ordinary names with a hit: how many, of which scripts, kinds and lists, and which."""

from collections.abc import Callable, Mapping, Sequence

from screening.assess.listed import script
from screening.assess.outcomes import Outcome
from screening.assess.results import Results
from screening.assess.statistics import Rate, rate, rates_by, side_by_side

DIMENSIONS: Mapping[str, Callable[[Outcome], str]] = {
    "script": lambda one: script(one.trial.written),
    "kind": lambda one: one.trial.record.kind.value,
}
"""By what ordinary names handed in one by one are counted; the lists beside."""


def alarms_by(
    plain: Sequence[Outcome], other: Sequence[Outcome], at: float
) -> dict[str, list[tuple[str, Rate, Rate]]]:
    """The rate of ordinary names with a hit by script, kind and list of the hit.

    Args:
        plain: ordinary names as they are.
        other: written otherwise.
        at: the threshold.

    Returns:
        For each dimension its labels, each with both rates. A name with hits of two lists counts
        for both.
    """

    def alarm(one: Outcome) -> bool:
        return one.alarms(at)

    found = {
        name: side_by_side(rates_by(plain, label, alarm), rates_by(other, label, alarm))
        for name, label in DIMENSIONS.items()
    }
    sources = sorted({source for one in (*plain, *other) for source, _ in one.by_list})
    found["list"] = side_by_side(
        *([_on_list(source, side, at) for source in sources] for side in (plain, other))
    )
    return found


def _on_list(source: str, outcomes: Sequence[Outcome], at: float) -> Rate:
    return rate(source, ((one.alarms_on(source, at), 1.0) for one in outcomes))


def false_alarms(results: Results) -> list[Outcome]:
    """Every ordinary name with a hit at the threshold, best first."""
    at = results.threshold
    found = [o for o in results.outcomes if not o.trial.record.listed and o.alarms(at)]
    return sorted(found, key=lambda one: (-one.first_score, one.trial.written))

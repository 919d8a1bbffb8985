"""The figures of a report, from the outcomes of its trials."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from screening.assess.alarms import alarms_by
from screening.assess.outcomes import Outcome
from screening.assess.results import Results
from screening.assess.statistics import Point, Rate, curve, rate, rates_by, side_by_side
from screening.assess.trials import CHANNELS, EXACT, NAME

DIMENSIONS: Mapping[str, Callable[[Outcome], str]] = {
    "list": lambda one: one.trial.record.list,
    "kind": lambda one: one.trial.record.kind.value,
    "script": lambda one: one.trial.record.script,
    "strength": lambda one: one.trial.record.strength.value,
    "length": lambda one: one.trial.record.length,
    "severity": lambda one: str(one.trial.severity),
    "group": lambda one: one.trial.group,
}
"""By what the names handed in one by one are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WayFigures:
    """One way."""

    way: str
    group: str
    severity: int
    found: Rate
    first: Rate
    """The right entry was found, and none of its list scored higher."""
    excused: int
    """Misses that are defensible."""
    alarms: Rate
    """Of ordinary names written so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """All figures at one threshold."""

    threshold: float
    exact: Rate
    exact_first: Rate
    manipulated: Rate
    manipulated_first: Rate
    mean: float
    """Of the ways' rates but ``exact``, each counted once, in [0, 1]."""
    alarms_exact: Rate
    alarms_manipulated: Rate
    ways: Sequence[WayFigures]
    channels: Mapping[str, Sequence[WayFigures]]
    """The other channels: rows as one, payment fields and sets of documents one by one."""
    rows_as_names: Rate
    """Trials of the rows, handed in as names: the rows' rate is to be like it."""
    by: Mapping[str, Sequence[tuple[str, Rate, Rate]]]
    """By dimension: label, exact, otherwise written."""
    curve_exact: Sequence[Point]
    curve_manipulated: Sequence[Point]
    curve_channels: Mapping[str, Sequence[Point]]
    """Of the other channels, each as a whole."""
    alarms_by: Mapping[str, Sequence[tuple[str, Rate, Rate]]]
    """Of ordinary names by script, kind and list of the hit: label, plain, otherwise written. A
    name with hits of two lists counts for both."""

    def as_json(self) -> dict[str, Any]:
        """All of it as JSON values."""
        return asdict(self)


def summarised(results: Results) -> Summary:
    """Count the outcomes at the results' threshold."""
    at = results.threshold
    names = [one for one in results.outcomes if one.trial.channel == NAME]
    listed = [one for one in names if one.trial.record.listed]
    clean = [one for one in names if not one.trial.record.listed]
    exact, other = _parted(listed)
    clean_exact, clean_other = _parted(clean)
    ways = figures(names, at)
    shares = [each.found.rate for each in ways if each.way != EXACT and each.found.trials]
    return Summary(
        threshold=at,
        exact=_found("exact", exact, at),
        exact_first=_first("exact, right entry first", exact, at),
        manipulated=_found("written otherwise", other, at),
        manipulated_first=_first("written otherwise, right entry first", other, at),
        mean=round(sum(shares) / len(shares), 4) if shares else 0.0,
        alarms_exact=_alarms("ordinary names", clean_exact, at),
        alarms_manipulated=_alarms("ordinary names written otherwise", clean_other, at),
        ways=ways,
        channels={
            channel: figures([o for o in results.outcomes if o.trial.channel == channel], at)
            for channel in CHANNELS[1:]
        },
        rows_as_names=_rows_as_names(results, names, at),
        by={name: _by(label, exact, other, at) for name, label in DIMENSIONS.items()},
        curve_exact=curve(exact, clean_exact),
        curve_manipulated=curve(other, clean_other),
        curve_channels={
            channel: _curve([o for o in results.outcomes if o.trial.channel == channel])
            for channel in CHANNELS[1:]
        },
        alarms_by=alarms_by(clean_exact, clean_other, at),
    )


def _curve(outcomes: Sequence[Outcome]) -> list[Point]:
    """The trade-off of a channel; none where nothing was handed in through it."""
    listed = [one for one in outcomes if one.trial.record.listed]
    clean = [one for one in outcomes if not one.trial.record.listed]
    return curve(listed, clean) if outcomes else []


def _parted(outcomes: Sequence[Outcome]) -> tuple[list[Outcome], list[Outcome]]:
    exact = [one for one in outcomes if one.trial.way == EXACT]
    return exact, [one for one in outcomes if one.trial.way != EXACT]


def figures(outcomes: Sequence[Outcome], at: float) -> list[WayFigures]:
    """The figures of each way, in the order of the trials."""
    groups: dict[str, list[Outcome]] = {}
    for one in outcomes:
        groups.setdefault(one.trial.way, []).append(one)
    return [_figures(way, members, at) for way, members in groups.items()]


def _figures(way: str, members: Sequence[Outcome], at: float) -> WayFigures:
    listed = [one for one in members if one.trial.record.listed]
    clean = [one for one in members if not one.trial.record.listed]
    return WayFigures(
        way=way,
        group=members[0].trial.group,
        severity=members[0].trial.severity,
        found=_found(way, listed, at),
        first=_first(way, listed, at),
        excused=sum(bool(one.trial.excuse) and not one.found(at) for one in listed),
        alarms=_alarms(way, clean, at),
    )


def _found(label: str, outcomes: Sequence[Outcome], at: float) -> Rate:
    return rate(label, ((one.found(at), one.trial.record.weight) for one in outcomes))


def _first(label: str, outcomes: Sequence[Outcome], at: float) -> Rate:
    cases = ((one.found(at) and one.rank == 1, one.trial.record.weight) for one in outcomes)
    return rate(label, cases)


def _alarms(label: str, outcomes: Sequence[Outcome], at: float) -> Rate:
    return rate(label, ((one.alarms(at), 1.0) for one in outcomes))


def _rows_as_names(results: Results, names: Sequence[Outcome], at: float) -> Rate:
    rows = {
        (o.trial.way, o.trial.record.entity_id, o.trial.written)
        for o in results.outcomes
        if o.trial.channel == "row" and o.trial.record.listed
    }
    same = [o for o in names if (o.trial.way, o.trial.record.entity_id, o.trial.written) in rows]
    return _found("the same as names", same, at)


def _by(
    label: Callable[[Outcome], str], exact: Sequence[Outcome], other: Sequence[Outcome], at: float
) -> list[tuple[str, Rate, Rate]]:
    return side_by_side(
        rates_by(exact, label, lambda one: one.found(at)),
        rates_by(other, label, lambda one: one.found(at)),
    )


def misses(results: Results) -> list[Outcome]:
    """Every listed name that was not found at the threshold, those that no excuse covers first,
    then by way and score.
    """
    at = results.threshold
    missed = [o for o in results.outcomes if o.trial.record.listed and not o.found(at)]
    order = {way: number for number, way in enumerate(dict.fromkeys(o.trial.way for o in missed))}
    return sorted(
        missed,
        key=lambda one: (
            order[one.trial.way],
            bool(one.trial.excuse),
            -one.score,
            one.trial.record.name,
        ),
    )

"""Two assessments side by side: which hits come, which go, in which ways, and why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from screening.assess.outcomes import Outcome
from screening.assess.results import Results

GONE, NEW, FALSE_GONE, FALSE_NEW = "gone", "new", "false alarm gone", "false alarm new"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A trial whose answer is another one."""

    what: str
    """``gone``: the right entry was found before and is not; ``new``: the other way round;
    ``false alarm gone`` and ``false alarm new``: of an ordinary name."""
    before: Outcome
    after: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class WayChange:
    """How a way fares on both sides, on the trials that both have."""

    channel: str
    way: str
    trials: int
    before: int
    """Found."""
    after: int
    gone: int
    new: int
    ordinary: int
    alarms_before: int
    alarms_after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """Two assessments compared."""

    before: Results
    after: Results
    trials: int
    """That both have; the others are left out."""
    only_before: int
    only_after: int
    ways: Sequence[WayChange]
    """Those that changed, the greatest losses first."""
    changes: Sequence[Change]

    @property
    def worse(self) -> bool:
        """Whether a hit went or a false alarm came."""
        return any(change.what in (GONE, FALSE_NEW) for change in self.changes)


def compare(before: Results, after: Results) -> SideBySide:
    """Lay two assessments side by side, each at its own threshold."""
    then = {one.trial.key: one for one in before.outcomes}
    now = {one.trial.key: one for one in after.outcomes}
    pairs = [(one, now[key]) for key, one in then.items() if key in now]
    changes = [change for pair in pairs if (change := _change(before, after, *pair))]
    return SideBySide(
        before=before,
        after=after,
        trials=len(pairs),
        only_before=len(then) - len(pairs),
        only_after=len(now) - len(pairs),
        ways=_ways(before, after, pairs),
        changes=changes,
    )


def _is(results: Results, one: Outcome) -> bool:
    """Whether the right entry was found; of an ordinary name, whether it alarmed."""
    at = results.threshold
    return one.found(at) if one.trial.record.listed else one.alarms(at)


def _change(before: Results, after: Results, then: Outcome, now: Outcome) -> Change | None:
    was, is_ = _is(before, then), _is(after, now)
    if was == is_:
        return None
    went, came = (GONE, NEW) if then.trial.record.listed else (FALSE_GONE, FALSE_NEW)
    return Change(what=went if was else came, before=then, after=now)


def _ways(
    before: Results, after: Results, pairs: Iterable[tuple[Outcome, Outcome]]
) -> list[WayChange]:
    groups: dict[tuple[str, str], list[tuple[bool, bool, bool]]] = {}
    for then, now in pairs:
        trial = then.trial
        case = (trial.record.listed, _is(before, then), _is(after, now))
        groups.setdefault((trial.channel, trial.way), []).append(case)
    found = [_way(*key, cases) for key, cases in groups.items()]
    changed = [
        each for each in found if each.gone or each.new or each.alarms_before != each.alarms_after
    ]
    return sorted(changed, key=lambda each: (each.after - each.before, each.way))


def _way(channel: str, way: str, cases: Sequence[tuple[bool, bool, bool]]) -> WayChange:
    listed = [(was, is_) for of_list, was, is_ in cases if of_list]
    clean = [(was, is_) for of_list, was, is_ in cases if not of_list]
    return WayChange(
        channel=channel,
        way=way,
        trials=len(listed),
        before=sum(was for was, _ in listed),
        after=sum(is_ for _, is_ in listed),
        gone=sum(was and not is_ for was, is_ in listed),
        new=sum(is_ and not was for was, is_ in listed),
        ordinary=len(clean),
        alarms_before=sum(was for was, _ in clean),
        alarms_after=sum(is_ for _, is_ in clean),
    )

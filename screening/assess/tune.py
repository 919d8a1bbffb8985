"""Which threshold does a wanted recall need, and what does it cost in alerts?

From a team's own decided alerts, or from a file with the answers (``assess --file``). A threshold
is put in force only when somebody says so, with a reason; the audit log keeps who and why.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from matcher.comparison.model import model
from records import AlertState, Settings, UsageError
from screening.assess.outcomes import LOWEST
from screening.assess.statistics import Rate, rate
from screening.assess.their_file import CLEAN, answer_file
from screening.engine.engine import Engine
from store import alerts, audit, policy
from store.alerts import AlertFilter
from store.database import Database
from store.home import Home
from store.schema import DESK_SINCE

CALIBRATED = "calibrated"
FEW = 30
"""Right hits below which a threshold chosen on them is a guess."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A hit, or one that should have been."""

    right: bool
    score: float
    """0 where the right entry was not met at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """What a threshold does."""

    threshold: float
    recall: Rate
    """Of the right hits, with its interval of 95 %."""
    false: int
    """Alerts that are not right."""
    alerts: int
    """All alerts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tuning:
    """The curve, and what is wanted of it."""

    basis: str
    """What the cases are."""
    in_force: Level
    wanted: float
    needed: Level | None
    """The highest threshold with the wanted recall; None where none has it."""
    levels: Sequence[Level]
    lowest: float
    """Below it nothing is known."""


def from_alerts(home: Home) -> list[Case]:
    """The alerts that people decided on: right ones and false ones.

    Raises:
        UsageError: nobody has decided on any.
    """
    states = (AlertState.TRUE_MATCH, AlertState.FALSE_POSITIVE)
    with Database.of(home).reading(DESK_SINCE) as view:
        found = [] if view is None else list(alerts.listed(view, AlertFilter(states=states)))
    if not found:
        raise UsageError(
            "no alert has been decided in this home, so there is nothing to tune by. Give a "
            "file with the answers: namewarden tune --file FILE"
        )
    return [Case(right=one.state is AlertState.TRUE_MATCH, score=one.score) for one in found]


def from_file(
    engine: Engine,
    file: Path,
    columns: Sequence[str],
    settings: Settings,
    *,
    workers: int,
    notify: Callable[[str], None],
) -> list[Case]:
    """The rows of a file with the answers, screened from ``LOWEST`` on.

    Raises:
        UsageError, DocumentError: as for ``assess --file``.
    """
    _, rows = answer_file(engine, file, columns, settings, workers=workers, notify=notify)
    cases = []
    for row in rows:
        if row.problem:
            continue
        if row.kind != CLEAN:
            cases.append(Case(right=True, score=row.right.score if row.right else 0.0))
        wrong = [hit.score for hit in row.hits if hit is not row.right]
        cases += [Case(right=False, score=score) for score in wrong]
    return cases


def tuned(cases: Sequence[Case], basis: str, *, recall: float, in_force: float) -> Tuning:
    """The curve, and the threshold that a wanted recall needs.

    Args:
        cases: hits, right and false.
        basis: what they are.
        recall: share of the right hits that has to be kept, in (0, 1].
        in_force: the threshold of today.

    Raises:
        UsageError: no case is right.
    """
    if not any(case.right for case in cases):
        raise UsageError(f"{basis}: no right hit among them, so there is no recall to tune by")
    lowest = max(LOWEST, min(case.score for case in cases if case.score >= LOWEST))
    first = int(lowest * 100)
    levels = [_level(cases, hundredth / 100) for hundredth in range(first, 100)]
    enough = [level for level in levels if level.recall.rate >= recall]
    return Tuning(
        basis=basis,
        in_force=_level(cases, in_force),
        wanted=recall,
        needed=enough[-1] if enough else None,
        levels=levels,
        lowest=first / 100,
    )


def _level(cases: Sequence[Case], threshold: float) -> Level:
    right = [case.score >= threshold for case in cases if case.right]
    false = sum(case.score >= threshold for case in cases if not case.right)
    return Level(
        threshold=threshold,
        recall=rate("recall", ((kept, 1.0) for kept in right)),
        false=false,
        alerts=false + sum(right),
    )


def put_in_force(home: Home, value: float | None, *, author: str, reason: str) -> None:
    """Put a threshold in force for everybody who screens with this home.

    Args:
        home: the home.
        value: in [0, 1]; None for the calibrated one.
        author: who does it.
        reason: why.

    Raises:
        UsageError: no reason, or no threshold.
        StoreError: the home cannot be written.
    """
    if not reason.strip():
        raise UsageError("a threshold needs a reason: --reason. Nothing was changed")
    if value is not None and not 0.0 < value <= 1.0:
        raise UsageError(f"threshold {value} is not above 0 and at most 1. Nothing was changed")
    with Database.of(home).writing() as connection:
        before = policy.threshold(connection)
        policy.set_threshold(connection, value)
        audit.append(
            connection,
            author=author,
            action="threshold",
            subject="policy",
            before=model().threshold if before is None else before,
            after=model().threshold if value is None else value,
            reason=reason,
        )

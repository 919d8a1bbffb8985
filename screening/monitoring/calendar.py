"""A calendar of the screening: for each day the editions, the runs, and what is missing.

The EU wants all customers screened at once after each new measure and at least every calendar day
(Regulation (EU) 2024/886, article 5d), and a supervisor wants to see it. Days are in UTC.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from records import canonical, digest
from records.as_json import to_json
from screening.cases.figures import period
from store import run_calendar
from store.database import Database
from store.home import Home
from store.run_calendar import InUse, RegisterChange, Run
from store.schema import DESK_SINCE

# A month. A choice.
USUAL_DAYS = 30
NOTHING_BEFORE = "0" * 64


class DayState(StrEnum):
    """What a day's screening was."""

    SCREENED = "screened"
    BEHIND = "behind"
    """There was a run, but something that came later was not screened by the end of the day."""
    MISSING = "missing"
    """Parties were monitored, and no run was made."""
    NOT_YET = "not_yet"
    """No run was made today, which is not over."""
    NOBODY = "nobody"
    """No party was monitored."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InForce:
    """An edition that was in use on a day."""

    list: str
    edition: str | None
    sha256: str
    since: str
    until: str | None
    """When another took its place; None while none has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDay:
    """One day."""

    date: str
    """ISO 8601, in UTC."""
    state: DayState
    monitored: int
    """Counterparties in the register at its end."""
    screened: int
    """How many the runs looked at: those that a change could affect, or all."""
    runs: tuple[Run, ...]
    editions: tuple[InForce, ...]
    """All that were in use at any time of the day."""
    behind: tuple[str, ...]
    """What was in use at the day's end and no run had seen by then: lists, or ``register``."""
    sha256: str = ""
    """Of all of it and of the day before, so that no day can be changed or left out."""

    @property
    def lacks_a_run(self) -> bool:
        """Whether a run was due and not made, or not after the last change."""
        return self.state in (DayState.MISSING, DayState.BEHIND)


def calendar(
    home: Home,
    *,
    first: str | None = None,
    last: str | None = None,
    now: datetime | None = None,
) -> list[CalendarDay]:
    """The days of a period.

    Args:
        home: where runs and lists are kept.
        first: ISO 8601; None for ``USUAL_DAYS`` before the last.
        last: ISO 8601; None for today. Days to come are left out.
        now: the time; None for the clock's.

    Raises:
        UsageError: a day is none, or the last is before the first.
        StoreError: the home cannot be read.
    """
    now = (now or datetime.now(UTC)).astimezone(UTC)
    begin, end = period(first, last, now.date(), timedelta(days=USUAL_DAYS))
    until = f"{end}T23:59:59Z"
    with Database.of(home).reading(DESK_SINCE) as view:
        runs = [] if view is None else list(run_calendar.runs(view, until))
        used = [] if view is None else run_calendar.in_use(view, until)
        changes = [] if view is None else run_calendar.register_changes(view, until)
    length = (min(end, now.date()) - begin).days + 1
    days = (begin + timedelta(days=number) for number in range(length))
    return list(_chained(_day(each, now.date(), runs, used, changes) for each in days))


def _day(
    day: date,
    today: date,
    runs: Sequence[Run],
    used: Sequence[InUse],
    changes: Sequence[RegisterChange],
) -> CalendarDay:
    begin, end = f"{day}T00:00:00Z", f"{day}T23:59:59Z"
    known = [run for run in runs if run.at <= end]
    made = tuple(run for run in known if run.at >= begin)
    editions = tuple(_in_force(used, begin, end))
    monitored = sum(change.more for change in changes if change.at <= end)
    behind = tuple(_behind(known, editions, changes, end)) if monitored else ()
    return CalendarDay(
        date=day.isoformat(),
        state=_state(made, monitored, behind, is_over=day < today),
        monitored=monitored,
        screened=sum(run.screened for run in made),
        runs=made,
        editions=editions,
        behind=behind,
    )


def _state(
    made: Sequence[Run], monitored: int, behind: Sequence[str], *, is_over: bool
) -> DayState:
    if made:
        return DayState.BEHIND if behind else DayState.SCREENED
    if not monitored:
        return DayState.NOBODY
    return DayState.MISSING if is_over else DayState.NOT_YET


def _in_force(used: Sequence[InUse], begin: str, end: str) -> Iterator[InForce]:
    """The editions that were in use between two times, by list, oldest first."""
    for name in sorted({one.edition.list for one in used}):
        of_list = [one for one in used if one.edition.list == name]
        for number, one in enumerate(of_list):
            after = of_list[number + 1].since if number + 1 < len(of_list) else None
            if one.since <= end and (after is None or after > begin):
                ended = after if after is not None and after <= end else None
                yield InForce(
                    list=name,
                    edition=one.edition.edition,
                    sha256=one.edition.sha256,
                    since=one.since,
                    until=ended,
                )


def _behind(
    known: Sequence[Run], editions: Sequence[InForce], changes: Sequence[RegisterChange], end: str
) -> Iterator[str]:
    """What no run had seen at the end of a day. The last run has everything that it was made on:
    it looked at whom a change could affect, and the runs before at the others.
    """
    seen = {(one.list, one.sha256) for one in known[-1].editions} if known else set()
    for one in editions:
        if one.until is None and (one.list, one.sha256) not in seen:
            yield one.list
    seen_change = known[-1].seen_change if known else 0
    if any(change.at <= end for change in changes[seen_change:]):
        yield "register"


def _chained(days: Iterable[CalendarDay]) -> Iterator[CalendarDay]:
    previous = NOTHING_BEFORE
    for day in days:
        previous = digest(canonical([previous, to_json(day)]))
        yield replace(day, sha256=previous)


def missing(days: Iterable[CalendarDay]) -> list[CalendarDay]:
    """The days on which something was not screened that should have been."""
    return [day for day in days if day.lacks_a_run]

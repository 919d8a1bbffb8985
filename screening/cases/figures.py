"""Figures of the alert work: what waits and for how long, what was decided, by whom, how soon."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from records import AlertState, UsageError
from screening.cases.due import is_overdue
from screening.catalogue.inventory import ListStatus, list_inventory
from store import figures, policy
from store.database import Database
from store.figures import Step, Volume, Waiting
from store.home import Home
from store.schema import DESK_SINCE

# A quarter, as the service's metrics have.
USUAL_WEEKS = 12
# What lies outside is a slip of the pen, and would make a table of thousands of weeks.
FIRST_YEAR, LAST_YEAR = 2000, 2199
MOST = timedelta(days=3_660)
"""The longest period: ten years."""
# Days. A choice: a day, a week, a month and a quarter are what teams report by.
AGES: tuple[tuple[str, int | None], ...] = (
    ("up to 1 day", 1),
    ("2 to 7 days", 7),
    ("8 to 30 days", 30),
    ("31 to 90 days", 90),
    ("over 90 days", None),
)
_CLOSING = (AlertState.TRUE_MATCH, AlertState.FALSE_POSITIVE)
_DECIDING = ("decide", "approve")


@dataclass(frozen=True, slots=True, kw_only=True)
class Age:
    """What waits, by how long it has."""

    age: str
    alerts: int
    cases: int
    """By the oldest alert of each that waits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """What one week brought."""

    begins: str
    """Its Monday, ISO 8601, in UTC."""
    opened: int
    reopened: int
    closed: int
    screened: tuple[tuple[str, int], ...]
    """Screenings by ``store.figures.Volume.kind``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFigures:
    """One list: how current it is, and what became of its alerts."""

    list: str
    open: int
    true: int
    false: int
    age_days: int | None
    """None for a list that is not loaded any more."""
    stale: bool

    @property
    def true_share(self) -> float | None:
        """Of the decisions, from 0 to 1; None without one."""
        decided = self.true + self.false
        return self.true / decided if decided else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """How long decisions took, from the opening that they answered."""

    decided: int
    median_hours: float | None
    most_hours: float | None
    """Within which 90 % were decided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFigures:
    """What one person, or program, decided in the period."""

    author: str
    true: int
    false: int
    escalated: int
    proposed: int
    """Decisions that a second person had to agree to."""
    times: Times


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The figures of a period; what waits is that of now."""

    at: str
    since: str
    until: str
    """Both days, ISO 8601, belong to the period."""
    ages: tuple[Age, ...]
    overdue: int
    overdue_after_days: int
    weeks: tuple[Week, ...]
    lists: tuple[ListFigures, ...]
    times: Times
    people: tuple[PersonFigures, ...]


def figures_of(
    home: Home,
    *,
    since: str | None = None,
    until: str | None = None,
    overdue_after: int | None = None,
    now: datetime | None = None,
) -> Figures:
    """Count the alert work of a period.

    Args:
        home: where alerts and lists are kept.
        since: the first day, ISO 8601; None for ``USUAL_WEEKS`` before the last.
        until: the last day; None for today.
        overdue_after: days; None for the team's rule.
        now: the time; None for the clock's.

    Raises:
        UsageError: a day is none, or the last is before the first.
        StoreError: the home cannot be read.
    """
    now = (now or datetime.now(UTC)).astimezone(UTC)
    first, last = period(since, until, now.date(), timedelta(weeks=USUAL_WEEKS))
    begin, end = f"{first}T00:00:00Z", f"{last}T23:59:59Z"
    with Database.of(home).reading(DESK_SINCE) as view:
        tally = _Tally(begin)
        for at, count in () if view is None else figures.opened(view, begin, end):
            tally.opened[monday_of(at)] += count
        for step in () if view is None else figures.steps(view, end):
            tally.add(step)
        waits = Waiting(alerts={}, cases={}) if view is None else figures.waiting(view)
        volumes = [] if view is None else figures.volumes(view, begin, end)
        overdue_days = policy.read(view).due_days if overdue_after is None else overdue_after
    loaded = list_inventory(home, now=now)
    return Figures(
        at=f"{now:%Y-%m-%dT%H:%M:%SZ}",
        since=first.isoformat(),
        until=last.isoformat(),
        ages=_ages(waits, now),
        overdue=_overdue(waits, overdue_days, now),
        overdue_after_days=overdue_days,
        weeks=tuple(_weeks(first, last, tally, volumes)),
        lists=tuple(_lists(loaded, waits, tally)),
        times=_times(tally.hours),
        people=tuple(tally.people()),
    )


def period(
    since: str | None, until: str | None, today: date, usual: timedelta
) -> tuple[date, date]:
    """The first and the last day of a period that somebody asks for.

    Raises:
        UsageError: a day is none, or the last is before the first or far behind it.
    """
    last = day(until) if until else today
    first = day(since) if since else last - usual
    if last < first:
        raise UsageError(f"the period ends ({last}) before it begins ({first})")
    if last - first > MOST:
        raise UsageError(f"{first} to {last} is longer than {MOST.days} days. Ask for less")
    return first, last


def day(text: str) -> date:
    """A day as people write it.

    Raises:
        UsageError: it is none, or far from now.
    """
    try:
        found = date.fromisoformat(text.strip())
    except ValueError as error:
        raise UsageError(f"{text!r} is not a day; expected one like 2026-11-24") from error
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise UsageError(f"{text}: the year is not between {FIRST_YEAR} and {LAST_YEAR}")
    return found


class _Tally:
    """Counts what happened, step by step."""

    def __init__(self, begin: str) -> None:
        self._begin = begin
        self._open_since: dict[int, str] = {}
        self.opened: Counter[str] = Counter()
        self.reopened: Counter[str] = Counter()
        self.closed: Counter[str] = Counter()
        self.decided: Counter[tuple[str, AlertState]] = Counter()
        self.hours: list[float] = []
        self._acts: dict[str, Counter[str]] = defaultdict(Counter)
        self._hours_of: dict[str, list[float]] = defaultdict(list)

    def add(self, step: Step) -> None:
        """Count one step; those before the period only say since when an alert is open."""
        counts = step.at >= self._begin
        monday = monday_of(step.at)
        if step.action in (figures.OPENED, "reopen"):
            self._open_since[step.alert] = step.at
            if counts and step.action == "reopen":
                self.reopened[monday] += 1
            return
        closes = step.action in _DECIDING and step.state in _CLOSING
        since = self._open_since.pop(step.alert, None) if closes else None
        if not counts:
            return
        self._acts[step.author][_act(step)] += 1
        if closes:
            self.decided[step.list, step.state] += 1
        if since is not None:
            self.closed[monday] += 1
            hours = (_moment(step.at) - _moment(since)).total_seconds() / 3600
            self.hours.append(hours)
            self._hours_of[step.author].append(hours)

    def people(self) -> Iterable[PersonFigures]:
        """Who did what, by name."""
        for author, acts in sorted(self._acts.items()):
            yield PersonFigures(
                author=author,
                true=acts[AlertState.TRUE_MATCH],
                false=acts[AlertState.FALSE_POSITIVE],
                escalated=acts[AlertState.ESCALATED],
                proposed=acts["propose"],
                times=_times(self._hours_of[author]),
            )


def _act(step: Step) -> str:
    return step.state.value if step.action in _DECIDING else "propose"


def _ages(waits: Waiting, now: datetime) -> tuple[Age, ...]:
    alerts, cases = Counter[str](), Counter[str]()
    for (at, _), count in waits.alerts.items():
        alerts[_age(_days(at, now))] += count
    for at, count in waits.cases.items():
        cases[_age(_days(at, now))] += count
    return tuple(Age(age=name, alerts=alerts[name], cases=cases[name]) for name, _ in AGES)


def _overdue(waits: Waiting, days: int, now: datetime) -> int:
    return sum(count for (at, _), count in waits.alerts.items() if is_overdue(at, days, now))


def _age(days: int) -> str:
    return next(name for name, most in AGES if most is None or days <= most)


def _weeks(first: date, last: date, tally: _Tally, volumes: Sequence[Volume]) -> Iterable[Week]:
    screened: dict[str, Counter[str]] = defaultdict(Counter)
    for one in volumes:
        screened[monday_of(one.day)][one.kind] += one.count
    monday = first - timedelta(days=first.weekday())
    while monday <= last:
        key = monday.isoformat()
        yield Week(
            begins=key,
            opened=tally.opened[key],
            reopened=tally.reopened[key],
            closed=tally.closed[key],
            screened=tuple(sorted(screened[key].items())),
        )
        monday += timedelta(weeks=1)


def _lists(loaded: Sequence[ListStatus], waits: Waiting, tally: _Tally) -> Iterable[ListFigures]:
    known = {each.list: each for each in loaded}
    waiting: Counter[str] = Counter()
    for (_, name), count in waits.alerts.items():
        waiting[name] += count
    for name in sorted({*known, *waiting, *(name for name, _ in tally.decided)}):
        status = known.get(name)
        yield ListFigures(
            list=name,
            open=waiting[name],
            true=tally.decided[name, AlertState.TRUE_MATCH],
            false=tally.decided[name, AlertState.FALSE_POSITIVE],
            age_days=status.age_days if status else None,
            stale=status is not None and status.stale,
        )


def _times(hours: Iterable[float]) -> Times:
    """The median and the 90th percentile of some times, by nearest rank."""
    ordered = sorted(hours)

    def within(share: float) -> float | None:
        return round(ordered[math.ceil(share * len(ordered)) - 1], 2) if ordered else None

    return Times(decided=len(ordered), median_hours=within(0.5), most_hours=within(0.9))


def monday_of(at: str) -> str:
    """The Monday of a time's week, ISO 8601."""
    return _monday(at[:10])


@lru_cache(maxsize=4_096)
def _monday(day: str) -> str:
    when = date.fromisoformat(day)
    return (when - timedelta(days=when.weekday())).isoformat()


def _moment(at: str) -> datetime:
    return datetime.fromisoformat(at)


def _days(at: str, now: datetime) -> int:
    """Whole days since a time, the begun one as well: 1 within the first 24 hours."""
    return max(1, math.ceil((now - _moment(at)).total_seconds() / 86_400))

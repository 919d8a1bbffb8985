"""How old the lists are that an answer is made on, and whether that is too old.

A list's age counts from the day on which its edition was last known to be the current one: since
the publisher's server said so, else since the publisher's date in the file, else since it was
taken in. It is stated beside the answer and is no part of it: the hits of an edition stay the
same however old it grows.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

from lists import source
from records import ListWarning, Snapshot, StaleListError, StoreError, UsageError
from screening.engine.list_warnings import MISSING, STALE, UNSEALED
from store.check import Check
from store.home import Home
from store.in_use import active_editions, last_checks
from store.requested_lists import FILE, is_there, requested_lists
from store.times import moment, now_text

_DATE = len("2026-11-24")
_CLOCKS_DIFFER = timedelta(days=1)
"""By so much a publisher's day, or another machine's clock, may be ahead of ours."""
UNKNOWN = date.min
_AGES = 365 * 1000
"""Days; whatever is older than that is of an ``UNKNOWN`` day."""


def today(as_of: str | None = None, now: datetime | None = None) -> date:
    """The day on which an answer's lists are judged: that of ``as_of``, else of now, in UTC.

    Raises:
        UsageError: ``as_of`` is no date.
    """
    if as_of is not None:
        return date.fromisoformat(moment(as_of)[:10])
    return (now or datetime.now(UTC)).astimezone(UTC).date()


def not_future(as_of: str | None) -> None:
    """Refuse a date that is yet to come: which editions are in use then nobody knows.

    Raises:
        UsageError: it is, by UTC, or it is no date.
    """
    if as_of is None:
        return
    # A date alone means its end.
    latest = moment(today().isoformat()) if len(as_of.strip()) <= _DATE else now_text()
    if moment(as_of) > latest:
        raise UsageError(
            f"{as_of} is in the future (UTC), so its lists are not known. Nothing was answered"
        )


def last_current(snapshot: Snapshot, check: Check | None) -> date:
    """The day on which an edition was last known to be the current one.

    A day that is yet to come was written while the clock was ahead, and says nothing; it would
    keep the list fresh until it has come.

    Returns:
        ``UNKNOWN`` when all that is known of it is yet to come: then the clock is behind.

    Raises:
        StoreError: what the database says of it is no date.
    """
    checked = check.checked_at if check and check.sha256 == snapshot.sha256 else None
    known = checked or snapshot.edition or snapshot.fetched_at
    try:
        days = [
            date.fromisoformat(each[:10])
            for each in (checked, snapshot.edition, snapshot.fetched_at)
            if each
        ]
        return next((day for day in days if day <= today() + _CLOCKS_DIFFER), UNKNOWN)
    except (TypeError, ValueError) as error:
        raise StoreError(
            f"the database is damaged: {snapshot.source} was last checked at {known!r}. Nothing "
            f"was screened. Run: namewarden update {snapshot.source}"
        ) from error


def age_days(snapshot: Snapshot, check: Check | None, on: date) -> int:
    """Whole days from then to a day; 0 when that day is earlier."""
    return max(0, (on - last_current(snapshot, check)).days)


def judge(
    home: Home, snapshots: Iterable[Snapshot], *, every: bool, as_of: str | None = None
) -> tuple[ListWarning, ...]:
    """Say what is wrong with the lists that an answer is made on.

    Args:
        home: where they are kept.
        snapshots: the editions that the answer is made on.
        every: whether it is to be made on every list, so that one that was asked for and is not
            loaded is missing.
        as_of: ISO 8601 date or time that the answer is for; None for now.

    Returns:
        The stale ones in the order of the snapshots, then those without checksums in the same
        order, then the missing ones by name; empty when nothing is wrong.

    Raises:
        StoreError: the home cannot be read.
        UsageError: ``as_of`` is no date.
    """
    snapshots = tuple(snapshots)
    found = list(warnings(snapshots, last_checks(home), today(as_of)))
    found += [_unsealed(each) for each in snapshots if not each.seals]
    if every:
        refuse_if_lost(home, snapshots)
        loaded = {snapshot.source for snapshot in snapshots}
        found += map(_missing, missing(home, loaded, as_of))
    return tuple(found)


def standing(home: Home) -> tuple[ListWarning, ...]:
    """What is wrong now with the lists that the next run of monitoring is made on; see ``judge``.

    Alerts are listed without a list being opened: an empty queue says nothing of listed parties
    that no run could find.

    Raises:
        StoreError: the home cannot be read.
    """
    return judge(home, active_editions(home), every=True)


def refuse_if_lost(home: Home, snapshots: Sequence[Snapshot]) -> None:
    """Refuse to answer without the file of requested lists, which every update writes before an
    edition is in use; only homes from before there were checksums may have none.

    Raises:
        StoreError: it is lost.
    """
    if any(each.seals for each in snapshots) and not is_there(home):
        raise StoreError(
            f"{home.path / FILE}: is missing, so nobody can say which lists were asked for. "
            "Nothing was screened. Restore it from a backup, or run: namewarden update (with the "
            "names of all lists that you need, where they are not the usual ones)"
        )


def missing(home: Home, loaded: Iterable[str], as_of: str | None = None) -> tuple[str, ...]:
    """The lists that were asked for (by then) and are not among those that are loaded, sorted.

    Raises:
        StoreError: the home cannot be read.
    """
    until = moment(as_of) if as_of is not None else None
    asked = (
        name for name, since in requested_lists(home).items() if until is None or since <= until
    )
    return tuple(sorted({*asked} - {*loaded}))


def warnings(
    snapshots: Iterable[Snapshot], known: Mapping[str, Check], on: date
) -> tuple[ListWarning, ...]:
    """Say of every list that it is older than its publisher's rhythm allows, if it is.

    Args:
        snapshots: the editions that an answer is made on.
        known: what the publishers' servers said last, by source.
        on: the day of the answer, see ``today``.

    Returns:
        In the order of the snapshots; empty when all are fresh.
    """
    found = (_stale(each, age_days(each, known.get(each.source), on)) for each in snapshots)
    return tuple(warning for warning in found if warning is not None)


def _stale(snapshot: Snapshot, age: int) -> ListWarning | None:
    limit = source(snapshot.source).max_age_days
    if age <= limit:
        return None
    if age > _AGES:
        return ListWarning(
            list=snapshot.source,
            what=STALE,
            age_days=None,
            max_age_days=limit,
            message=(
                f"{snapshot.source} may be stale: its edition of {_dated(snapshot)} was taken in "
                f"on {snapshot.fetched_at[:10]}, which by this machine's clock is yet to come, so "
                "its age is not known. Set the clock, and run: namewarden update "
                f"{snapshot.source}"
            ),
        )
    return ListWarning(
        list=snapshot.source,
        what=STALE,
        age_days=age,
        max_age_days=limit,
        message=(
            f"{snapshot.source} is stale: its edition of {_dated(snapshot)} was last known to be "
            f"current {age} days ago, at most {limit} are usual. Newer entries are not "
            f"looked for. Run: namewarden update {snapshot.source}"
        ),
    )


def _unsealed(snapshot: Snapshot) -> ListWarning:
    return ListWarning(
        list=snapshot.source,
        what=UNSEALED,
        age_days=None,
        max_age_days=None,
        message=(
            f"{snapshot.source} was loaded before copies had checksums, so damage on the disk "
            f"would not be seen. Run: namewarden update {snapshot.source}"
        ),
    )


def _missing(name: str) -> ListWarning:
    return ListWarning(
        list=name,
        what=MISSING,
        age_days=None,
        max_age_days=None,
        message=(
            f"{name} is missing: it was asked for but is not loaded, so nothing on it is found. "
            f"Run: namewarden update {name} (or, to do without it: namewarden lists forget "
            f"{name})"
        ),
    )


def require(
    home: Home,
    snapshots: Iterable[Snapshot],
    max_age: int,
    *,
    every: bool,
    as_of: str | None = None,
) -> None:
    """Refuse to answer on a list that is older than ``max_age`` days, or without one.

    Args:
        home: where the lists are kept.
        snapshots: the editions that the answer is to be made on.
        max_age: days.
        every: see ``judge``.
        as_of: see ``judge``.

    Raises:
        StaleListError: a list is older, or missing.
        StoreError: the home cannot be read.
    """
    snapshots, known, on = tuple(snapshots), last_checks(home), today(as_of)
    if every:
        refuse_if_lost(home, snapshots)
    lost = missing(home, [each.source for each in snapshots], as_of) if every else ()
    if lost:
        raise StaleListError(
            f"{lost[0]} was asked for but is not loaded, which --max-age does not allow. Nothing "
            f"was screened. Run: namewarden update {lost[0]} (or, to do without it: namewarden "
            f"lists forget {lost[0]})"
        )
    for snapshot in snapshots:
        age = age_days(snapshot, known.get(snapshot.source), on)
        if age > _AGES:
            raise StaleListError(
                f"{snapshot.source}: it was taken in on {snapshot.fetched_at[:10]}, which by this "
                "machine's clock is yet to come, so its age is not known. Nothing was screened. "
                f"Set the clock, and run: namewarden update {snapshot.source}"
            )
        if age > max_age:
            raise StaleListError(
                f"{snapshot.source}: its edition of {_dated(snapshot)} was last known to be "
                f"current {age} days ago, at most {max_age} are allowed by --max-age. Nothing was "
                f"screened. Run: namewarden update {snapshot.source}"
            )


def _dated(snapshot: Snapshot) -> str:
    return snapshot.edition or snapshot.fetched_at[:10]

"""How old the lists are that an answer is made on, and whether that is too old.

A list's age counts from the day on which its edition was last known to be the current one: since
the publisher's server said so, else since the publisher's date in the file, else since it was
taken in. It is a statement beside the answer, not a part of it: the hits of an edition stay the
same however old it grows.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime

from lists import source
from records import ListWarning, Snapshot, StaleListError
from store.catalogue import Catalogue, Check, moment
from store.home import Home

STALE = "stale"


def today(as_of: str | None = None, now: datetime | None = None) -> date:
    """The day on which an answer's lists are judged: that of ``as_of``, else of now, in UTC.

    Raises:
        UsageError: ``as_of`` is no date.
    """
    if as_of is not None:
        return date.fromisoformat(moment(as_of)[:10])
    return (now or datetime.now(UTC)).astimezone(UTC).date()


def last_current(snapshot: Snapshot, check: Check | None) -> date:
    """The day on which an edition was last known to be the current one."""
    checked = check.checked_at if check and check.sha256 == snapshot.sha256 else None
    return date.fromisoformat((checked or snapshot.edition or snapshot.fetched_at)[:10])


def age_days(snapshot: Snapshot, check: Check | None, on: date) -> int:
    """Whole days from then to a day; 0 when that day is earlier."""
    return max(0, (on - last_current(snapshot, check)).days)


def checks(home: Home, snapshots: Iterable[Snapshot]) -> dict[str, Check | None]:
    """What the publishers' servers said last, by source.

    Raises:
        StoreError: the catalogue cannot be read.
    """
    catalogue = Catalogue(home)
    return {snapshot.source: catalogue.check(snapshot.source) for snapshot in snapshots}


def warnings(
    snapshots: Iterable[Snapshot], known: Mapping[str, Check | None], on: date
) -> tuple[ListWarning, ...]:
    """Say of every list that it is older than its publisher's rhythm allows, if it is.

    Args:
        snapshots: the editions that an answer is made on.
        known: see ``checks``.
        on: the day of the answer, see ``today``.

    Returns:
        In the order of the snapshots; empty when all are fresh.
    """
    found = (_stale(each, age_days(each, known[each.source], on)) for each in snapshots)
    return tuple(warning for warning in found if warning is not None)


def _stale(snapshot: Snapshot, age: int) -> ListWarning | None:
    limit = source(snapshot.source).max_age_days
    if age <= limit:
        return None
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


def require(
    snapshots: Iterable[Snapshot], known: Mapping[str, Check | None], on: date, max_age: int
) -> None:
    """Refuse to answer on a list that is older than ``max_age`` days.

    Raises:
        StaleListError: a list is.
    """
    for snapshot in snapshots:
        age = age_days(snapshot, known[snapshot.source], on)
        if age > max_age:
            raise StaleListError(
                f"{snapshot.source}: its edition of {_dated(snapshot)} was last known to be "
                f"current {age} days ago, at most {max_age} are allowed by --max-age. Nothing was "
                f"screened. Run: namewarden update {snapshot.source}"
            )


def _dated(snapshot: Snapshot) -> str:
    return snapshot.edition or snapshot.fetched_at[:10]

"""Removes editions no longer needed: not for screening, nor as evidence, nor for --as-of."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from lists import SOURCES
from records import Snapshot, UsageError
from store.catalogue import Activation, Catalogue
from store.copies import is_kept
from store.home import Home
from store.lock import update_lock
from store.retention import referenced, remove
from store.times import time_text

IN_USE, EVIDENCE, PERIOD = "in use", "evidence", "in use within the period"
REMOVED, WOULD_BE = "removed", "would be removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PruneResult:
    """What became of one edition."""

    snapshot: Snapshot
    kept: bool
    reason: str
    """Why it stays, or that it goes."""
    bytes: int
    """Size of its files."""


def prune(
    home: Home,
    days: int,
    *,
    dry_run: bool = False,
    notify: Callable[[str], None],
    now: datetime | None = None,
) -> tuple[PruneResult, ...]:
    """Remove the editions that were last in use longer ago than a number of days.

    What stays in any case: the editions in use, and every edition that a kept screening refers to.
    So ``--as-of`` works for every day of the period, and evidence for ever.

    Args:
        home: where the editions are kept.
        days: the period.
        dry_run: only tell what would go.
        notify: gets a line when another update is waited for.
        now: the end of the period; None for this moment.

    Returns:
        One result for each edition whose files are there, by list and in the order of their use.

    Raises:
        UsageError: ``days`` is negative.
        StoreError: the home cannot be read or written.
    """
    if days < 0:
        raise UsageError(f"{days} days is not a valid period. Nothing was removed")
    moment = (now or datetime.now(UTC)) - timedelta(days=days)
    since = time_text(moment)
    with update_lock(home, notify):
        return tuple(_results(home, since, dry_run=dry_run))


def _results(home: Home, since: str, *, dry_run: bool) -> Iterator[PruneResult]:
    catalogue = Catalogue(home)
    evidence = referenced(home)
    for name in sorted({source.name for source in SOURCES} | _loaded(catalogue)):
        for snapshot, reason in _judged(catalogue.history(name), since, evidence).items():
            if not is_kept(snapshot):
                continue
            size = sum(path.stat().st_size for path in snapshot.folder.iterdir())
            if reason is None and not dry_run:
                remove(snapshot)
            yield PruneResult(
                snapshot=snapshot,
                kept=reason is not None,
                reason=reason or (WOULD_BE if dry_run else REMOVED),
                bytes=size,
            )


def _loaded(catalogue: Catalogue) -> set[str]:
    return {snapshot.source for snapshot in catalogue.active()}


def _judged(
    history: tuple[Activation, ...], since: str, evidence: frozenset[tuple[str, str]]
) -> dict[Snapshot, str | None]:
    """Each edition with the reason why it stays; None when there is none."""
    judged: dict[Snapshot, str | None] = {each.snapshot: None for each in history}
    for each, following in pairwise(history):
        if following.activated_at >= since:
            judged[each.snapshot] = PERIOD
    for snapshot in judged:
        if (snapshot.source, snapshot.sha256) in evidence:
            judged[snapshot] = EVIDENCE
    if history:
        judged[history[-1].snapshot] = IN_USE
    return judged

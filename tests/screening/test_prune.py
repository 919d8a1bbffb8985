"""Old editions go, but none that evidence, screening or --as-of needs."""

from datetime import UTC, datetime, timedelta

import pytest
from editions import company, edition

from records import Snapshot, StoreError, UsageError
from screening.engine.engine import Engine
from screening.updates.prune import PruneResult, prune
from store import Home
from store.catalogue import Catalogue
from store.copies import is_kept
from store.database import Database
from store.retention import referenced
from store.schema import screening_snapshots, screenings
from store.snapshots import clear_leftovers

FIRST = datetime(2026, 1, 1, 12, tzinfo=UTC)
NOW = datetime(2026, 1, 31, 12, tzinfo=UTC)


@pytest.fixture
def monthly(quick_home: Home) -> list[Snapshot]:
    """Editions that came into use on the 1st, 11th and 21st of January."""
    found = []
    for number in range(3):
        when = FIRST + timedelta(days=10 * number)
        snapshot = edition(quick_home.path, [company(number, "A")], dated=f"{when:%Y-%m-%d}")
        Catalogue(quick_home).add_and_activate(snapshot, now=when)
        found.append(snapshot)
    return found


def pruned(home: Home, days: int, *, dry_run: bool = False) -> list[PruneResult]:
    return list(prune(home, days, dry_run=dry_run, notify=print, now=NOW))


def reasons(results: list[PruneResult]) -> list[str]:
    return [result.reason for result in results]


def refer(home: Home, to: Snapshot) -> None:
    """Keep a screening that was made on an edition."""
    with Database.of(home).writing() as connection:
        texts = dict.fromkeys(("kind", "engine", "settings", "input_sha256", "answer_sha256"), "x")
        connection.execute(screenings.insert().values(number=1, at="2026-01-02T12:00:00Z", **texts))
        connection.execute(
            screening_snapshots.insert().values(screening=1, source=to.source, sha256=to.sha256)
        )


def test_what_was_last_in_use_before_the_period_goes(
    quick_home: Home, monthly: list[Snapshot]
) -> None:
    assert reasons(pruned(quick_home, 15)) == ["removed", "in use within the period", "in use"]
    assert [is_kept(each) for each in monthly] == [False, True, True]


def test_every_day_of_the_period_can_still_be_asked_for(
    quick_home: Home, monthly: list[Snapshot]
) -> None:
    pruned(quick_home, 15)
    for day in range(16, 32):
        Engine.open(quick_home, as_of=f"2026-01-{day}").close()
    with pytest.raises(StoreError, match="missing"):
        Engine.open(quick_home, as_of="2026-01-10")


def test_the_edition_in_use_stays_however_old_it_is(
    quick_home: Home, monthly: list[Snapshot]
) -> None:
    assert reasons(pruned(quick_home, 0)) == ["removed", "removed", "in use"]
    assert Catalogue(quick_home).active() == (monthly[2],)
    assert len(Catalogue(quick_home).history("eu_fsf")) == 3


def test_what_evidence_refers_to_stays(quick_home: Home, monthly: list[Snapshot]) -> None:
    refer(quick_home, monthly[0])
    assert referenced(quick_home) == {("eu_fsf", monthly[0].sha256)}
    assert reasons(pruned(quick_home, 0)) == ["evidence", "removed", "in use"]
    assert is_kept(monthly[0])


def test_a_dry_run_removes_nothing(quick_home: Home, monthly: list[Snapshot]) -> None:
    (first, *_) = pruned(quick_home, 15, dry_run=True)
    assert (first.kept, first.reason) == (False, "would be removed")
    assert first.bytes == sum(path.stat().st_size for path in monthly[0].folder.iterdir())
    assert all(map(is_kept, monthly))


def test_what_was_half_removed_is_cleared_by_the_next_update(
    quick_home: Home, monthly: list[Snapshot]
) -> None:
    half = monthly[0].folder.rename(monthly[0].folder.with_name(".going-x"))
    clear_leftovers(quick_home)
    assert not half.exists()


def test_no_home_and_no_period_are_no_crash(home: Home) -> None:
    assert pruned(home, 10) == []
    with pytest.raises(UsageError, match="not a valid period"):
        pruned(home, -1)

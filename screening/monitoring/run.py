"""Monitoring: a register of counterparties, screened again when it or the lists change.

A run looks only at what can have changed since the run before it
(``screening.monitoring.affected``), or at everything. Either way it is one transaction: killed at
any point, it has happened or it has not.
"""

from collections.abc import Callable, Generator
from contextlib import closing, suppress
from dataclasses import dataclass

import sqlalchemy as sa

from records import (
    ConflictError,
    ListWarning,
    MonitoredParty,
    Settings,
    StoreError,
)
from records.desk import screening_id
from screening.answers.derived_hits import OWNERSHIP
from screening.engine.engine import ENGINE, Engine
from screening.engine.index_cache import Notify
from screening.engine.list_warnings import in_short
from screening.monitoring.affected import Affected, affected, run_name
from screening.monitoring.alert_changes import AlertChanges, Pair, apply_run
from screening.monitoring.alert_parties import bring_parties_up_to_date
from screening.monitoring.by_owners import Ownership
from screening.monitoring.party_index import remember
from screening.monitoring.party_screener import PartyScreener, as_screened
from screening.names.match import workers_for
from screening.ownership.answers import Owners, state
from store import audit, counterparties, screenings
from store.database import Database
from store.home import Home
from store.schema import DESK_SINCE
from store.table_sums import check_pages

Progress = Callable[[int, float], None]
"""Told how many counterparties were looked at, and how much of the work that is, in [0, 1]."""
MOST_HITS = 50
"""Entities for one counterparty; the name that has more is that of nobody in particular."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MonitoringResult:
    """What one run did."""

    screening: int
    full: bool
    why_full: str | None
    """Why everything was looked at although not asked for; None otherwise."""
    counterparties: int
    """How many are monitored."""
    screened: int
    """How many of them were looked at."""
    pairs: int
    """How many pairs of a counterparty and an entity were found among these."""
    outcome: AlertChanges
    warnings: tuple[ListWarning, ...]
    """What is wrong with the lists that it was made on: what is new on them was not looked for."""

    @property
    def id(self) -> str:
        """The run as people name it."""
        return screening_id(self.screening)


def run(
    home: Home,
    settings: Settings,
    *,
    author: str,
    full: bool = False,
    workers: int | None = None,
    max_age: int | None = None,
    notify: Notify,
    progress: Progress = lambda _done, _share: None,
) -> MonitoringResult:
    """Screen what can have changed since the last run, and bring the alerts in line.

    Args:
        home: lists, counterparties and alerts.
        settings: threshold, limit, kinds and lists; other ones than last time make it a full run.
        author: who runs it.
        full: look at everything.
        workers: processes to use; None for as many as are worth it.
        max_age: days; refuse lists that are older. None for no limit.
        notify: told what is under way.
        progress: told how far it is.

    Raises:
        NoListsError: nothing is loaded.
        StaleListError: a list is older than ``max_age``; nothing was changed.
        ConflictError: another run was quicker; nothing was changed.
        StoreError: the home cannot be read or written; nothing was changed.
    """
    engine = Engine.open(
        home, lists=settings.lists, as_of=settings.as_of, max_age=max_age, notify=notify
    )
    with closing(engine):
        asked = _Asked(author=author, full=full, workers=workers, progress=progress)
        return _run(home, engine, settings, asked)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """How a run is to be made."""

    author: str
    full: bool
    workers: int | None
    progress: Progress


def _run(home: Home, engine: Engine, settings: Settings, asked: _Asked) -> MonitoringResult:
    database = Database.of(home)
    # A register that an earlier version kept is repaired before it is screened, not after.
    database.bring_up_to_date()
    with database.reading(DESK_SINCE) as view:
        if view is not None:
            check_pages(view)
        base = screenings.last_run(view)
        owners = Owners.open(home, engine, threshold=settings.threshold, as_of=settings.as_of)
        ownership = Ownership(owners, state(home, owners))
        scope = affected(engine, view, settings, full=asked.full, ownership=ownership)
        seen = 0 if view is None else counterparties.last_change(view)
        total = 0 if view is None else counterparties.count(view)
        many = total if scope.numbers is None else len(scope.numbers)
        work = PartyScreener(
            engine, settings, lambda done: asked.progress(done, done / max(1, many)), owners
        )
        # Stopped halfway, it has to let go of the database before that is closed.
        with closing(_parties(view, scope)) as parties:
            pairs = list(work.pairs(parties, workers_for(many, asked.workers)))
    context = _RunContext(
        author=asked.author, scope=scope, base=base, seen_change=seen, ownership=ownership.state
    )
    with database.writing() as connection:
        if screenings.last_run(connection) != base:
            raise ConflictError("another monitoring run finished first. Nothing was changed")
        number = _keep(connection, work, pairs, context)
        looked_at = None if scope.numbers is None else [*scope.numbers, *scope.removed]
        outcome = apply_run(connection, number, pairs, looked_at)
        bring_parties_up_to_date(connection, engine)
        _log(connection, number, work, context, outcome)
    _remember(database, work, scope, base, number, asked.workers or 1)
    return MonitoringResult(
        screening=number,
        full=scope.numbers is None,
        why_full=scope.why_full,
        counterparties=total,
        screened=work.count,
        pairs=len(pairs),
        outcome=outcome,
        warnings=engine.warnings,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _RunContext:
    """How a run came about."""

    author: str
    scope: Affected
    base: tuple[int, int] | None
    seen_change: int
    ownership: tuple[str, ...] = ()


def _remember(
    database: Database,
    work: PartyScreener,
    scope: Affected,
    base: tuple[int, int] | None,
    number: int,
    workers: int,
) -> None:
    """Keep the index of the counterparties for the next run."""
    with database.reading(DESK_SINCE) as view:
        if view is None:
            return
        run = run_name(screenings.get(view, number))
        before = None
        if scope.numbers is not None and base is not None:
            before = run_name(screenings.get(view, base[0]))
        some = None if before is None else scope.changed
        parties = as_screened(counterparties.present(view, number_in=some), work.settings)
        # Where it cannot be kept the next run looks at everything, and tries again.
        with suppress(OSError, ValueError, StoreError):
            remember(work.engine, run, before, parties, workers=workers)


def _parties(view: sa.Connection | None, scope: Affected) -> Generator[MonitoredParty, None, None]:
    if view is not None:
        numbers = None if scope.numbers is None else sorted(scope.numbers)
        yield from counterparties.present(view, number_in=numbers)


def _answer(
    work: PartyScreener, pairs: list[Pair], ownership: tuple[str, ...]
) -> dict[str, object]:
    return {
        **({OWNERSHIP: list(ownership)} if ownership else {}),
        "screened": work.count,
        "pairs": [[pair.party, pair.entity_id, pair.hit["score"]] for pair in pairs],
    }


def _keep(
    connection: sa.Connection, work: PartyScreener, pairs: list[Pair], context: _RunContext
) -> int:
    is_full = context.scope.numbers is None
    return screenings.add(
        connection,
        kind="monitor",
        author=context.author,
        engine=ENGINE,
        settings=work.settings,
        screened_against=work.engine.screened_against,
        input_sha256=work.input_sha256,
        answer=_answer(work, pairs, context.ownership),
        base=None if is_full or context.base is None else context.base[0],
        seen_change=context.seen_change,
    )


def _log(
    connection: sa.Connection,
    number: int,
    work: PartyScreener,
    context: _RunContext,
    outcome: AlertChanges,
) -> None:
    kept = screenings.get(connection, number)
    audit.append(
        connection,
        author=context.author,
        action="monitor",
        subject=kept.id,
        full=context.scope.numbers is None,
        input_sha256=kept.input_sha256,
        answer_sha256=kept.answer_sha256,
        screened=work.count,
        opened=len(outcome.opened),
        changed=len(outcome.changed),
        gone=len(outcome.gone),
        reopened=len(outcome.reopened),
        list_warnings=in_short(work.engine.warnings) or None,
        profile=work.settings.profile,
    )

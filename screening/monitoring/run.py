"""Monitoring: a register of counterparties, screened again when it or the lists change.

A run looks only at what can have changed since the run before it
(``screening.monitoring.affected``), or at everything. Either way it is one transaction: killed at
any point, it has happened or it has not.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from hashlib import sha256

import sqlalchemy as sa

from records import (
    ConflictError,
    Hit,
    Kept,
    ListWarning,
    NameAnswer,
    Party,
    Query,
    Settings,
    ShrunkRegisterError,
    StoreError,
    UsageError,
)
from records.desk import screening_id
from screening.answers.json_lines import hit as hit_as_json
from screening.cases.facets import facets_of
from screening.engine.engine import ENGINE, Engine
from screening.engine.index_cache import Notify
from screening.engine.list_warnings import in_short
from screening.monitoring.affected import Affected, affected, nearly, run_name
from screening.monitoring.alert_changes import Outcome, Pair, put_down
from screening.monitoring.party_index import remember
from screening.names.match import match_queries, workers_for
from store import audit, counterparties, near_misses, screenings
from store.database import Database
from store.home import Home
from store.schema import DESK_SINCE

MOST_HITS = 50
"""Entities for one counterparty; the name that has more is that of nobody in particular."""


MOST_LOST = 0.1
"""Of the monitored counterparties in one import of all, as for a list's entries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunResult:
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
    outcome: Outcome
    warnings: tuple[ListWarning, ...]
    """What is wrong with the lists that it was made on: what is new on them was not looked for."""

    @property
    def id(self) -> str:
        """The run as people name it."""
        return screening_id(self.screening)


def import_parties(
    home: Home,
    parties: Iterable[Party],
    *,
    complete: bool,
    allow_shrunk: bool = False,
    author: str,
    source: str,
) -> counterparties.Synchronised:
    """Bring the monitored counterparties in line with a register; all of it or nothing.

    Args:
        home: where they are kept.
        parties: of the register, with their owner's ids.
        complete: whether these are all; what is missing among them is removed then.
        allow_shrunk: whether more than ``MOST_LOST`` of them may be missing.
        author: who imports.
        source: what the register is called, for the audit log.

    Raises:
        ShrunkRegisterError: more are missing; nothing was changed.
    """
    with Database.of(home).writing() as connection:
        before = counterparties.count(connection) if complete else 0
        done = counterparties.synchronise(connection, parties, complete=complete)
        if done.removed > before * MOST_LOST and not allow_shrunk:
            raise ShrunkRegisterError(
                f"{source}: {done.removed:,} of {before:,} monitored counterparties are not in it, "
                f"more than {MOST_LOST:.0%}. Nothing was changed. Is it the whole "
                "register, and its column for the ids the same as before? If they are to be "
                "removed: --allow-shrunk"
            )
        audit.append(
            connection,
            author=author,
            action="import",
            subject="counterparties",
            source=source,
            complete=complete,
            added=done.added,
            changed=done.changed,
            unchanged=done.unchanged,
            removed=done.removed,
        )
        return done


def remove_parties(home: Home, ids: list[str], *, author: str) -> tuple[str, ...]:
    """Take counterparties out of monitoring; their alerts and their history stay.

    Raises:
        UsageError: one of them is not monitored; nothing was removed.
    """
    with Database.of(home).writing() as connection:
        removed = counterparties.remove(connection, ids)
        if missing := set(ids) - set(removed):
            raise UsageError(
                f"{min(missing)!r} is not monitored. Nothing was removed. "
                "See: namewarden monitor list"
            )
        audit.append(
            connection, author=author, action="remove", subject="counterparties", ids=list(removed)
        )
        return removed


def monitored(home: Home) -> Iterator[Kept]:
    """The monitored counterparties, in the order they came."""
    with Database.of(home).reading(DESK_SINCE) as view:
        if view is not None:
            yield from counterparties.present(view)


def run(
    home: Home,
    settings: Settings,
    *,
    author: str,
    full: bool = False,
    workers: int | None = None,
    max_age: int | None = None,
    notify: Notify,
) -> RunResult:
    """Screen what can have changed since the last run, and bring the alerts in line.

    Args:
        home: lists, counterparties and alerts.
        settings: threshold, limit, kinds and lists; other ones than last time make it a full run.
        author: who runs it.
        full: look at everything.
        workers: processes to use; None for as many as are worth it.
        max_age: days; refuse lists that are older. None for no limit.
        notify: told what is under way.

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
        return _run(home, engine, settings, author=author, full=full, workers=workers)


def _run(
    home: Home, engine: Engine, settings: Settings, *, author: str, full: bool, workers: int | None
) -> RunResult:
    database = Database.of(home)
    # A register that an earlier version kept is repaired before it is screened, not after.
    database.bring_up_to_date()
    with database.reading(DESK_SINCE) as view:
        base = screenings.last_run(view)
        scope = affected(engine, view, settings, full=full)
        seen = 0 if view is None else counterparties.last_change(view)
        total = 0 if view is None else counterparties.count(view)
        work = _Screened(engine, settings)
        many = total if scope.numbers is None else len(scope.numbers)
        pairs = list(work.pairs(_parties(view, scope), workers_for(many, workers)))
    made = _Made(author=author, scope=scope, base=base, seen_change=seen)
    with database.writing() as connection:
        if screenings.last_run(connection) != base:
            raise ConflictError("another run of monitoring was quicker. Nothing was changed")
        number = _keep(connection, work, pairs, made)
        looked_at = None if scope.numbers is None else [*scope.numbers, *scope.removed]
        near_misses.replace(connection, looked_at, work.near)
        outcome = put_down(connection, number, pairs, looked_at)
        _log(connection, number, work, made, outcome)
    _remember(database, engine, scope, base, number, workers or 1)
    return RunResult(
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
class _Made:
    """How a run came about."""

    author: str
    scope: Affected
    base: tuple[int, int] | None
    seen_change: int


class _Screened:
    """Counterparties on their way through the engine; counts and hashes what went in."""

    def __init__(self, engine: Engine, settings: Settings) -> None:
        self.engine, self.settings = engine, settings
        self._hash, self.count = sha256(), 0
        # Looked for a little below the threshold: what is close to a hit is kept for the next run.
        self._wide = replace(settings, threshold=nearly(settings.threshold))
        self.near: list[tuple[int, str]] = []
        self._facets: dict[str, str] = {}

    @property
    def input_sha256(self) -> str:
        """Of the ids and contents of all that was screened."""
        return self._hash.hexdigest()

    def pairs(self, parties: Iterable[Kept], workers: int) -> Iterator[Pair]:
        """What is found, in the order of the counterparties."""
        waiting: deque[Kept] = deque()

        def asked() -> Iterator[Query]:
            for kept in parties:
                waiting.append(kept)
                yield kept.counterparty.query

        for answer in match_queries(self.engine, asked(), self._wide, workers=workers):
            kept = waiting.popleft()
            self.count += 1
            self._hash.update(f"{kept.counterparty.id}\0{kept.sha256}\n".encode())
            yield from self.of(kept, answer)

    def of(self, kept: Kept, answer: NameAnswer) -> Iterator[Pair]:
        """The pairs of one counterparty."""
        for hit in answer.hits:
            if hit.score < self.settings.threshold:
                self.near.append((kept.number, hit.entity_id))
                continue
            yield Pair(
                counterparty=kept.number,
                party=kept.counterparty.id,
                name=kept.counterparty.query.name,
                counterparty_sha256=kept.sha256,
                entity_id=hit.entity_id,
                entity_facets=self._facets_of(hit),
                hit=hit_as_json(hit),
            )

    def _facets_of(self, hit: Hit) -> str:
        known = self._facets.get(hit.entity_id)
        if known is None:
            entity = self.engine.listed(hit.entity_id)
            known = self._facets[hit.entity_id] = facets_of(entity) if entity else ""
        return known


def _remember(
    database: Database,
    engine: Engine,
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
        parties = counterparties.present(view, number_in=some)
        # Where it cannot be kept the next run looks at everything, and tries again.
        with suppress(OSError, ValueError, StoreError):
            remember(engine, run, before, parties, workers=workers)


def _parties(view: sa.Connection | None, scope: Affected) -> Iterable[Kept]:
    if view is None:
        return ()
    numbers = None if scope.numbers is None else sorted(scope.numbers)
    return counterparties.present(view, number_in=numbers)


def _answer(work: _Screened, pairs: list[Pair]) -> dict[str, object]:
    return {
        "screened": work.count,
        "pairs": [[pair.party, pair.entity_id, pair.hit["score"]] for pair in pairs],
    }


def _keep(connection: sa.Connection, work: _Screened, pairs: list[Pair], made: _Made) -> int:
    is_full = made.scope.numbers is None
    return screenings.add(
        connection,
        kind="monitor",
        author=made.author,
        engine=ENGINE,
        settings=work.settings,
        screened_against=work.engine.screened_against,
        input_sha256=work.input_sha256,
        answer=_answer(work, pairs),
        base=None if is_full or made.base is None else made.base[0],
        seen_change=made.seen_change,
    )


def _log(
    connection: sa.Connection, number: int, work: _Screened, made: _Made, outcome: Outcome
) -> None:
    kept = screenings.get(connection, number)
    audit.append(
        connection,
        author=made.author,
        action="monitor",
        subject=kept.id,
        full=made.scope.numbers is None,
        input_sha256=kept.input_sha256,
        answer_sha256=kept.answer_sha256,
        screened=work.count,
        opened=len(outcome.opened),
        changed=len(outcome.changed),
        gone=len(outcome.gone),
        reopened=len(outcome.reopened),
        list_warnings=in_short(work.engine.warnings) or None,
    )

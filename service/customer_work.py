"""Screening and monitoring of a customers' table, and how far it is.

The work is done by a process of its own: a table of a million rows holds up nobody's search. It
says in the table's folder how far it is.
"""

import json
import multiprocessing
import os
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from documents.tables import open_table
from records import Counterparty, NamewardenError, Query, Settings
from records.blocks import blocks
from records.profile import in_words
from screening.engine.engine import Engine
from screening.engine.profiles import profile_in_force
from screening.engine.settings import settings
from screening.monitoring.import_parties import import_register
from screening.monitoring.run import MOST_HITS, run
from screening.names.match import match_queries
from screening.ownership.beside import owners_beside
from screening.ownership.derived import add_derived, derived_for_all
from screening.tables.columns import choose_columns
from screening.tables.rows import counterparty
from service import trail
from service.customer_hits import best_hit
from service.customer_tables import kept
from store import audit, policy
from store.atomic import replacing
from store.database import Database
from store.home import Home

SILENT_SECONDS = 60.0
"""Work that shows no sign of life for so long was killed."""
PROGRESS_SECONDS = 0.5
AT_ONCE = 100
SHOWN = 500
"""Customers with hits that the page of a screening shows, the first ones."""
SCREEN, MONITOR = "screen", "monitor"
_WORK = "work.json"
_spawn = multiprocessing.get_context("spawn")


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """How far the work on a table is."""

    what: str
    state: str = "running"
    """``running``, ``done`` or ``failed``."""
    said: str = ""
    """The last that is known of it, in a sentence."""
    rows: int = 0
    of: int = 0
    hits: list[dict[str, Any]] = field(default_factory=list)
    """Of a screening: each customer with its best hit."""
    with_hits: int = 0
    not_screened: int = 0
    by: str | None = None
    """The profile and what it leaves out, in a sentence."""


def begin(
    home: Home, token: str, owner: str, what: str, *, alone: bool, profile: str | None = None
) -> None:
    """Start the work on a table, in a process of its own; once.

    Raises:
        NotThereError: there is no such profile.
    """
    path, name = kept(home, token, owner)
    if profile is not None:
        profile = profile_in_force(home, profile).id
    if (path.parent / _WORK).exists():
        return
    _tell(path.parent, Work(what=what, said="Reading the lists …"))
    told: dict[str, Any] = {
        "home": home.path,
        "path": path,
        "name": name,
        "owner": owner,
        "alone": alone,
        "profile": profile,
    }
    _spawn.Process(target=_work, args=(what, told), daemon=True).start()


def progress(home: Home, token: str, owner: str) -> Work | None:
    """How far the work on a table is; None before it was begun."""
    path, _ = kept(home, token, owner)
    told = path.parent / _WORK
    try:
        found, alive = json.loads(told.read_text(encoding="utf-8")), told.stat().st_mtime
    except FileNotFoundError:
        return None
    work = Work(**found)
    if work.state == "running" and alive < time.time() - SILENT_SECONDS:
        return replace(work, state="failed", said="The work was stopped. Send the table again.")
    return work


def _tell(folder: Path, work: Work) -> None:
    with replacing(folder / _WORK) as beside:
        beside.write_text(json.dumps(asdict(work)), encoding="utf-8")


def _work(what: str, told: Mapping[str, Any]) -> None:
    folder = told["path"].parent
    threading.Thread(target=_beat, args=(folder,), daemon=True).start()
    try:
        done = _screened(told) if what == SCREEN else _monitored(told)
    except Exception as error:
        # Whatever it was: the page must not say for ever that it is under way.
        said = (
            str(error) if isinstance(error, NamewardenError) else f"{type(error).__name__}: {error}"
        )
        _tell(
            folder,
            Work(what=what, state="failed", said=said.replace(str(told["path"]), told["name"])),
        )
        raise
    _tell(folder, done)


def _beat(folder: Path) -> None:
    """Show that the work goes on, also where it has nothing to say for long."""
    while folder.is_dir():
        with suppress(OSError):
            os.utime(folder / _WORK)
        time.sleep(SILENT_SECONDS / 6)


def _parties(path: Path) -> tuple[list[Query], list[str], int]:
    table = open_table(path)
    chosen = choose_columns(table, None)
    found = [counterparty(row, chosen) for row in table.rows()]
    asked = [one for one in found if isinstance(one, Counterparty)]
    return [one.query for one in asked], [one.id or "" for one in asked], len(found) - len(asked)


def _screened(told: Mapping[str, Any]) -> Work:
    home, folder = Home(told["home"]), told["path"].parent
    chosen = _settings(told, limit=10)
    engine = Engine.open(home, lists=chosen.lists)
    queries, ids, bad = _parties(told["path"])
    hits: list[dict[str, Any]] = []
    with_hits = done = 0
    for part in blocks(queries, AT_ONCE):
        answers = list(match_queries(engine, part, chosen))
        if owners := owners_beside(engine, chosen):
            asked = list(zip(part, ids[done:], strict=False))
            answers = list(map(add_derived, answers, derived_for_all(owners, asked)))
        for place, answer in enumerate(answers):
            if found := best_hit(engine, answer):
                with_hits += 1
                hits += [{"id": ids[done + place], **found}][: SHOWN - len(hits)]
        entry = trail.search(told["owner"], part, answers)
        with Database.of(home).writing() as connection:
            audit.append_all(connection, [entry.told(named=policy.read(connection).audit_names)])
        done += len(part)
        _tell(
            folder,
            Work(
                what=SCREEN,
                said=f"{done:,} of {len(queries):,} customers screened",
                rows=done,
                of=len(queries),
            ),
        )
    return Work(
        what=SCREEN,
        state="done",
        rows=done,
        of=len(queries),
        hits=hits,
        with_hits=with_hits,
        not_screened=bad,
        by=in_words(chosen),
    )


class Progress:
    """Tells how many customers a run of monitoring has screened, twice a second at most."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._told_at = 0.0

    def tell(self, done: int, share: float) -> None:
        """Note how many customers were screened, and which share of all that is."""
        if time.monotonic() - self._told_at < PROGRESS_SECONDS:
            return
        self._told_at = time.monotonic()
        total = round(done / share) if share else done
        said = f"{done:,} of {total:,} customers screened"
        _tell(self._folder, Work(what=MONITOR, said=said, rows=done, of=total))


def _settings(told: Mapping[str, Any], limit: int) -> Settings:
    return settings(
        threshold=None,
        limit=limit,
        kinds=None,
        lists=None,
        as_of=None,
        profile=told["profile"],
        home=Home(told["home"]),
    )


def _monitored(told: Mapping[str, Any]) -> Work:
    home, folder = Home(told["home"]), told["path"].parent

    def notify(line: str) -> None:
        _tell(folder, Work(what=MONITOR, said=line.replace(str(told["path"]), told["name"])))

    done = import_register(
        home, told["path"], author=told["owner"], alone=told["alone"], notify=notify
    )
    counts = done.done
    notify(f"{counts.added:,} added, {counts.changed:,} changed; they are being screened …")
    chosen = _settings(told, limit=MOST_HITS)
    result = run(
        home,
        chosen,
        author=told["owner"],
        workers=1,
        notify=lambda _: None,
        progress=Progress(folder).tell,
    )
    opened = len(result.outcome.opened)
    said = (
        f"{counts.added:,} customers were added, {counts.changed:,} changed, {counts.unchanged:,} "
        f"were known. {result.screened:,} were screened: {opened:,} new alerts, "
        f"{len(result.outcome.reopened):,} opened again."
    )
    return Work(
        what=MONITOR,
        state="done",
        said=said,
        not_screened=len(done.bad),
        by=in_words(chosen),
    )

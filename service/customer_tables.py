"""Customers' tables that people send: kept for a day, looked through, screened or monitored.

Each has a folder of its own below ``Home.uploads``: the table, whose it is, and how far the work
on it is, so that every process of the service can say so. The work is done by a process of its
own: a table of a million rows holds up nobody's search.
"""

import json
import multiprocessing
import os
import secrets
import shutil
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO

from documents.tables import open_table
from records import (
    BadRow,
    Counterparty,
    NamewardenError,
    Query,
    Settings,
    StoreError,
    UsageError,
)
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
from screening.tables.understood import Understood, look_through
from service import trail
from service.customer_hits import best_hit
from store import audit, policy
from store.atomic import replacing
from store.database import Database
from store.home import Home

KEPT_SECONDS = 86_400
SILENT_SECONDS = 60.0
"""Work that shows no sign of life for so long was killed."""
AT_ONCE = 100
SHOWN = 500
"""Customers with hits that the page of a screening shows, the first ones."""
SCREEN, MONITOR = "screen", "monitor"
_TABLE, _ABOUT, _WORK = "table", "about.json", "work.json"
_spawn = multiprocessing.get_context("spawn")


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerTable:
    """A table as its page shows it, before anything is done with it."""

    token: str
    file: str
    columns: tuple[tuple[str, str], ...]
    """What is taken for what: a role and the headings."""
    understood: Understood
    bad: int
    """Rows that are no customers: without a name, or that cannot be read."""
    examples: tuple[str, ...]
    """Of their reasons."""
    has_ids: bool
    """Whether it can be put under monitoring."""


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


def keep(home: Home, name: str, data: BinaryIO, owner: str) -> str:
    """Keep a table that was sent; returns its token.

    Raises:
        StoreError: the home cannot be written.
    """
    token = secrets.token_urlsafe(16)
    folder = home.uploads / token
    about = json.dumps({"file": name, "owner": owner})
    try:
        folder.mkdir(parents=True, mode=0o700)
        with (folder / _TABLE).open("xb") as file:
            shutil.copyfileobj(data, file)
        (folder / _ABOUT).write_text(about, encoding="utf-8")
    except OSError as error:
        raise StoreError(
            f"the table cannot be kept in {home.uploads}: {error.strerror}. Nothing was screened. "
            "Is the disk full, or the home read-only?"
        ) from error
    return token


def forget_old(home: Home) -> None:
    """Remove the tables whose day is over."""
    for folder in home.uploads.glob("*"):
        if folder.stat().st_mtime < time.time() - KEPT_SECONDS:
            shutil.rmtree(folder, ignore_errors=True)


def forget(home: Home, token: str) -> None:
    """Remove a table, and what is known of it."""
    shutil.rmtree(home.uploads / token, ignore_errors=True)


def _about(home: Home, token: str, owner: str) -> tuple[Path, str]:
    """The table of somebody and its name.

    Raises:
        UsageError: it is not there any more, or another's.
    """
    folder = home.uploads / token
    if (folder / _ABOUT).is_file():
        about = json.loads((folder / _ABOUT).read_text(encoding="utf-8"))
        if about["owner"] == owner:
            return folder / _TABLE, about["file"]
    raise UsageError("this table is not kept any more (a day at most). Send it again")


def look(home: Home, token: str, owner: str) -> CustomerTable:
    """What is understood of a table.

    Raises:
        DocumentError: it is no table.
        UsageError: it has no column for the name, or is not kept any more.
    """
    path, name = _about(home, token, owner)
    try:
        table = open_table(path)
        chosen = choose_columns(table, None)
        understood = look_through(table, chosen)
    except NamewardenError as error:
        # A person knows the file by its name, and not where it is kept.
        raise type(error)(str(error).replace(str(path), name)) from error
    bad = [
        row.reason
        for row in (counterparty(row, chosen) for row in table.rows())
        if isinstance(row, BadRow)
    ]
    headings = table.columns
    roles = [("Name", " + ".join(headings[place] for place in chosen.name))]
    roles += [
        ("Other name", " + ".join(headings[place] for place in some)) for some in chosen.aliases
    ]
    roles += [("Country", headings[place]) for place in chosen.countries]
    roles += [("Your id", headings[chosen.id])] if chosen.id is not None else []
    roles += [("Kind", headings[chosen.kind])] if chosen.kind is not None else []
    roles += [(f"Identifier ({kind})", headings[place]) for kind, place in chosen.identifiers]
    roles += [
        (role.replace("_", " ").capitalize(), headings[place]) for role, place in chosen.particulars
    ]
    return CustomerTable(
        token=token,
        file=name,
        columns=tuple(roles),
        understood=understood,
        bad=len(bad),
        examples=tuple(dict.fromkeys(bad))[:3],
        has_ids=chosen.id is not None,
    )


def begin(
    home: Home, token: str, owner: str, what: str, *, alone: bool, profile: str | None = None
) -> None:
    """Start the work on a table, in a process of its own; once.

    Raises:
        NotThereError: there is no such profile.
    """
    path, name = _about(home, token, owner)
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
    path, _ = _about(home, token, owner)
    kept = path.parent / _WORK
    try:
        found, alive = json.loads(kept.read_text(encoding="utf-8")), kept.stat().st_mtime
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
    result = run(home, chosen, author=told["owner"], workers=1, notify=lambda _: None)
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

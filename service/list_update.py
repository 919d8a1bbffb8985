"""The lists, updated from the desk: in a process of its own, and told of in a file of the home, so
that every process of the service can show how far it is.
"""

import json
import multiprocessing
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

from records import ConflictError, NamewardenError
from screening.report.shapes import UPDATES
from screening.updates.update import update, usual
from store import audit
from store.atomic import replacing
from store.database import Database
from store.home import Home
from store.times import now_text

FILE = "list_update.json"
LONGEST_SECONDS = 3_600.0
"""An update that has not ended after so long was killed."""
RUNNING, DONE = "running", "done"
_spawn = multiprocessing.get_context("spawn")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListUpdate:
    """How far an update is."""

    at: str
    """When it began, ISO 8601 UTC."""
    author: str
    state: str = RUNNING
    results: Sequence[dict[str, Any]] = ()
    """As ``namewarden update`` prints them."""
    wrong: str | None = None
    """Why it could not be done."""


def progress(home: Home) -> ListUpdate | None:
    """The last update that was begun from the desk; None where there was none."""
    path = home.path / FILE
    try:
        found = ListUpdate(**json.loads(path.read_text(encoding="utf-8")))
        began = path.stat().st_mtime
    except FileNotFoundError:
        return None
    if found.state == RUNNING and began < time.time() - LONGEST_SECONDS:
        return ListUpdate(
            at=found.at, author=found.author, state=DONE, wrong="The update was stopped."
        )
    return found


def begin(home: Home, author: str) -> None:
    """Start an update of the lists that are in use or on by default.

    Raises:
        ConflictError: one is under way.
    """
    before = progress(home)
    if before is not None and before.state == RUNNING:
        raise ConflictError("an update is under way already")
    begun = ListUpdate(at=now_text(), author=author)
    with Database.of(home).writing() as connection:
        audit.append(connection, author=author, action="update-lists", subject="lists")
    _tell(home, begun)
    _spawn.Process(target=_work, args=(home.path, begun), daemon=True).start()


def _tell(home: Home, told: ListUpdate) -> None:
    with replacing(home.path / FILE) as beside:
        beside.write_text(json.dumps(asdict(told)), encoding="utf-8")


def _work(path: Path, begun: ListUpdate) -> None:
    home = Home(path)
    ended = partial(ListUpdate, at=begun.at, author=begun.author, state=DONE)
    try:
        names = [each.name for each in usual(home) if each.url]
        results = [UPDATES.as_json(each) for each in update(home, names, notify=lambda _: None)]
        _tell(home, ended(results=results))
    except Exception as error:
        # Whatever it was: the page must not say for ever that it is under way.
        known = isinstance(error, NamewardenError)
        _tell(home, ended(wrong=str(error) if known else f"{type(error).__name__}: {error}"))
        raise

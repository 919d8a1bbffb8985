"""Customers' tables that people send: kept for a day, and looked through before anything is done.

Each has a folder of its own below ``Home.uploads``: the table, whose it is, and how far the work
on it is (``service.customer_work``), so that every process of the service can say so.
"""

import json
import secrets
import shutil
import time
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from documents.tables import open_table
from records import BadRow, NamewardenError, StoreError, UsageError
from screening.tables.columns import choose_columns
from screening.tables.rows import counterparty
from screening.tables.understood import Understood, look_through
from store.home import Home

KEPT_SECONDS = 86_400
_TABLE, _ABOUT = "table", "about.json"


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


def kept(home: Home, token: str, owner: str) -> tuple[Path, str]:
    """The table of somebody: where it lies, and its name.

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
    path, name = kept(home, token, owner)
    return _looked(path, path.stat().st_mtime_ns, token, name)


@lru_cache(maxsize=64)
def _looked(path: Path, _written: int, token: str, name: str) -> CustomerTable:
    """As ``look``; a table of thousands of rows is read once, and not for each view of its page."""
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

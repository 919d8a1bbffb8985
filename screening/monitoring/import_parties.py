"""Imports a register of counterparties from a file; bad rows are reported by line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from documents.tables import Table, open_table
from lists.headings import PART_OF
from records import BadRow, Counterparty, DocumentError, Part, Party, UsageError
from screening.engine.index_cache import Notify
from screening.monitoring.register import import_parties
from screening.tables.columns import Columns, choose_columns, shown, split_pairs
from screening.tables.rows import counterparty
from screening.tables.understood import in_words, look_through
from store.counterparties import Synchronised
from store.home import Home


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What became of a register."""

    file: str
    done: Synchronised
    bad: tuple[BadRow, ...]
    """Rows that are no counterparties, so they are NOT monitored."""
    kept: bool
    """Whether nobody was removed, although asked for, since there are such rows."""


def import_register(
    home: Home,
    path: Path,
    *,
    columns: Sequence[str] | None = None,
    complete: bool = False,
    allow_shrunk: bool = False,
    author: str,
    alone: bool = True,
    notify: Notify,
) -> Imported:
    """Bring the monitored counterparties in line with a file; all of it or nothing.

    Args:
        home: where they are kept.
        path: a table with a column for the owner's id and one for the name.
        columns: which is which, see ``screening.tables.columns``; None to guess.
        complete: whether these are all; who is missing is removed, unless a row cannot be read,
            since it may be just that one.
        allow_shrunk: whether more than a tenth of them may be missing.
        author: who imports.
        alone: see ``register.import_parties``.
        notify: told how the file is read.

    Raises:
        DocumentError: it cannot be read, is no table, or has no rows.
        ShrunkRegisterError: more than a tenth are missing.
        UsageError: it has no column for the id or the name.
    """
    table = open_table(path)
    chosen = choose_columns(table, split_pairs(columns))
    if chosen.id is None:
        raise UsageError(
            f"{path}: no column for the counterparties' own ids. Nothing was imported. "
            "Say which it is: --columns id=HEADING,name=HEADING"
        )
    notify(shown(table, chosen))
    if table.doubt:
        notify(f"{path}: {table.doubt}")
    understood = look_through(table, chosen)
    if not understood.rows:
        raise DocumentError(f"{path}: no rows below the headings. Nothing was imported")
    for said in in_words(understood):
        notify(f"{path}: {said}")
    bad = [row for row in _asked(table, chosen) if isinstance(row, BadRow)] if complete else []
    kept = bool(bad)
    bad.clear()
    done = import_parties(
        home,
        _parties(table, chosen, bad),
        complete=complete and not kept,
        allow_shrunk=allow_shrunk,
        author=author,
        alone=alone,
        source=path.name,
    )
    return Imported(file=str(path), done=done, bad=tuple(bad), kept=kept)


def _parties(table: Table, columns: Columns, bad: list[BadRow]) -> Iterator[Party]:
    for row in _asked(table, columns):
        if isinstance(row, BadRow):
            bad.append(row)
        else:
            yield row


def _asked(table: Table, columns: Columns) -> Iterator[Party | BadRow]:
    """Counterparties with their parts, in the order of the file, then parts of nobody."""
    parts = _parts(table, columns)
    for row in table.rows():
        asked = counterparty(row, columns)
        if isinstance(asked, BadRow):
            yield asked
        elif asked.part_of is not None:
            continue
        elif asked.id is None:
            yield _bad(asked, "no id")
        else:
            own = tuple(part for _, part in parts.pop(asked.id, ()))
            yield Party(id=asked.id, query=replace(asked.query, parts=own))
    for whole, found in parts.items():
        for asked, _ in found:
            yield _bad(asked, f"part of {whole!r}, which no row has as its id")


def _bad(asked: Counterparty, reason: str) -> BadRow:
    return BadRow(row=asked.row, line=asked.line, reason=reason, text=asked.query.name)


def _parts(table: Table, columns: Columns) -> dict[str, list[tuple[Counterparty, Part]]]:
    """The rows that are parts of others, by the others' ids."""
    found: dict[str, list[tuple[Counterparty, Part]]] = {}
    if not any(role == PART_OF for role, _ in columns.particulars):
        return found
    for row in table.rows():
        asked = counterparty(row, columns)
        if isinstance(asked, Counterparty) and asked.part_of is not None:
            part = Part(role=asked.role or "part", query=asked.query, id=asked.id)
            found.setdefault(asked.part_of, []).append((asked, part))
    return found

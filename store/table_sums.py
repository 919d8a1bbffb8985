"""Checksums over the database's rows, so that a damaged file is refused and not believed.

Tables that say what is screened, by which rules and who may decide are small: the rows of each are
hashed together, so that a lost row is seen as a changed one is, before the first statement of a
transaction that touches the table. Registers, alerts and screenings may have millions of rows, of
which a statement touches a few: each row has a checksum of its own (``row_sum``), which is checked
where the row is read.

Both are written at the end of a transaction for what it touched. The checksums are against
accidents, not against somebody who writes rows and checksums.
"""

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b, sha256
from typing import Any

import sqlalchemy as sa
from sqlalchemy.sql import visitors

from records import StoreError
from store.schema import SEALED, SUMMED, metadata, sums

_AT_ONCE = 2_000
_PAGES_SECONDS = 600.0
_pages_checked: dict[str, float] = {}
"""When the pages of a database were looked at last, by this process."""
_KEY = "namewarden table sums"


@dataclass(slots=True)
class _Touched:
    """What one connection has verified and written so far."""

    where: str
    verified: set[str] = field(default_factory=set)
    written: set[str] = field(default_factory=set)
    busy: bool = False
    """Whether the statements are those of this module."""


def watch(engine: sa.Engine) -> None:
    """Verify tables before the statements of an engine's connections touch them.

    Args:
        engine: it opens a connection for each transaction (``NullPool``).
    """
    sa.event.listen(engine, "before_execute", _before, retval=True)


def begin(connection: sa.Connection, where: str, *, anew: bool = False) -> None:
    """Watch a connection from here on: its tables are those of this version.

    Args:
        connection: in a transaction.
        where: the database, for messages.
        anew: whether the tables were brought up to this version in it: all sums are written then.
    """
    touched = _Touched(where)
    if anew:
        touched.verified |= SEALED.keys()
        touched.written |= {*SEALED, *SUMMED}
    connection.info[_KEY] = touched


def finish(connection: sa.Connection) -> None:
    """Write the sums of what was written; the last thing in a transaction."""
    touched: _Touched = connection.info[_KEY]
    touched.busy = True
    for name in sorted(touched.written):
        if name in SEALED:
            _seal(connection, name)
        else:
            _sum_rows(connection, name)


def problems(connection: sa.Connection) -> Iterator[str]:
    """Read every table that has sums, and say what is not what was written, a line each."""
    touched: _Touched = connection.info[_KEY]
    for name in SEALED:
        if _is_to_come(connection, name):
            continue
        try:
            _verify(connection, name, touched)
        except StoreError as error:
            yield str(error)
    for name in SUMMED:
        query = sa.select(metadata.tables[name]).execution_options(yield_per=_AT_ONCE)
        wrong = sum(not _is_whole(name, row) for row in connection.execute(query).mappings())
        if wrong:
            yield f"{touched.where}: {wrong:,} rows of {name} are not what was written"


def check_pages(connection: sa.Connection, *, ahead: float = 0.0) -> None:
    """Check that tables with row sums have lost no row, and that what finds rows finds all.

    PostgreSQL looks after its own pages. SQLite compares each table with its indexes, which takes
    half a second for 100,000 alerts; a process that stays does it every ten minutes.

    Args:
        connection: a view of the database.
        ahead: seconds by which it is done before it is due, so that nobody has to wait for it.

    Raises:
        StoreError: a table is damaged.
    """
    touched: _Touched | None = connection.info.get(_KEY)
    if connection.dialect.name != "sqlite" or touched is None:
        return
    now = time.monotonic()
    if now - _pages_checked.get(touched.where, -_PAGES_SECONDS) < _PAGES_SECONDS - ahead:
        return
    for name in SUMMED:
        _check_pages(connection, name, touched)
    _pages_checked[touched.where] = now


def checked(name: str, row: Mapping[Any, Any]) -> None:
    """Check a row that was read, whole, against its sum.

    Args:
        name: the table, one of ``SUMMED``.
        row: its columns by name, and maybe others.

    Raises:
        StoreError: it is not what was written.
    """
    if not _is_whole(name, row):
        raise StoreError(
            f"the database is damaged: row {row['number']} of {name} is not what was written. "
            "Nothing was answered. Restore the database from a backup"
        )


def row_sum(name: str, row: Mapping[Any, Any]) -> str:
    """The checksum of a row: 64 bits, hexadecimal."""
    columns = metadata.tables[name].columns
    told = repr(tuple(row[column.name] for column in columns if column.name != "row_sum"))
    return blake2b(told.encode(), digest_size=8).hexdigest()


def _is_whole(name: str, row: Mapping[Any, Any]) -> bool:
    return bool(row["row_sum"] == row_sum(name, row))


def _before(
    connection: sa.Connection, clause: Any, several: Any, params: Any, _: Any
) -> tuple[Any, Any, Any]:
    touched: _Touched | None = connection.info.get(_KEY)
    if touched is None or touched.busy:
        return clause, several, params
    names = _names(clause)
    touched.busy = True
    try:
        for name in names & SEALED.keys() - touched.verified:
            _verify(connection, name, touched)
            touched.verified.add(name)
        if not isinstance(clause, sa.sql.expression.UpdateBase):
            # A transaction reads what it wrote itself, too.
            for name in names & SUMMED.keys() & touched.written:
                _sum_rows(connection, name)
                touched.written.remove(name)
    finally:
        touched.busy = False
    if isinstance(clause, sa.sql.expression.UpdateBase):
        written = str(getattr(clause.table, "name", ""))
        touched.written |= {written} & {*SEALED, *SUMMED}
        if written in SUMMED and isinstance(clause, sa.Update):
            clause = clause.values(row_sum=None)
    return clause, several, params


def _names(clause: Any) -> set[str]:
    """The tables that a statement touches."""
    if not isinstance(clause, sa.ClauseElement):
        return set()
    found = {getattr(clause, "table", None)}
    for part in visitors.iterate(clause):
        found.add(part if isinstance(part, sa.Table) else getattr(part, "table", None))
    return {table.name for table in found if isinstance(table, sa.Table)}


def _verify(connection: sa.Connection, name: str, touched: _Touched) -> None:
    if connection.dialect.name == "sqlite":
        _check_pages(connection, name, touched)
    known = connection.execute(sa.select(sums.c.sha256).where(sums.c.name == name)).scalar()
    if known != _sum_of(connection, name):
        raise _damaged(touched, f"the rows of {name} are not what was written")


def _is_to_come(connection: sa.Connection, name: str) -> bool:
    """Whether an earlier version's database does not have this table yet."""
    known = connection.execute(sa.select(sums.c.name).where(sums.c.name == name)).scalar()
    return known is None and not sa.inspect(connection).has_table(name)


def _check_pages(connection: sa.Connection, name: str, touched: _Touched) -> None:
    found = connection.exec_driver_sql(f"PRAGMA integrity_check('{name}')").scalars().all()
    if found != ["ok"]:
        raise _damaged(touched, f"{name}: {str(found[0]).splitlines()[-1]}")


def _damaged(touched: _Touched, what: str) -> StoreError:
    return StoreError(
        f"{touched.where}: is damaged ({what}). Nothing was screened or changed. Restore the "
        "database from a backup; or remove it, and load the lists again: namewarden update"
    )


def _seal(connection: sa.Connection, name: str) -> None:
    connection.execute(sums.delete().where(sums.c.name == name))
    connection.execute(sums.insert().values(name=name, sha256=_sum_of(connection, name)))


def _sum_of(connection: sa.Connection, name: str) -> str:
    table = SEALED[name]
    order = list(table.primary_key.columns) or list(table.columns)
    rows = connection.execute(sa.select(table).order_by(*order)).all()
    return sha256(repr([tuple(row) for row in rows]).encode()).hexdigest()


def _sum_rows(connection: sa.Connection, name: str) -> None:
    """Give their sums to the rows that have none, since they were just written."""
    table = SUMMED[name]
    query = sa.select(table).where(table.c.row_sum.is_(None)).limit(_AT_ONCE)
    change = table.update().where(table.c.number == sa.bindparam("of"))
    change = change.values(row_sum=sa.bindparam("its_sum"))
    while rows := connection.execute(query).mappings().all():
        given = [{"of": row["number"], "its_sum": row_sum(name, row)} for row in rows]
        connection.execute(change, given)

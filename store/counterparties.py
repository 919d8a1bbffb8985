"""Counterparties, synchronised with their owner's register, and what they were before.

Importing the same register twice changes nothing: a counterparty is known by its owner's id, and
compared by what it says. Every import that changes something has a number (``change``), so a run
can tell what was changed since the one before.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from records import (
    Address,
    Gender,
    Identifier,
    Kind,
    MonitoredParty,
    Part,
    Party,
    Query,
    canonical,
    digest,
)
from records.as_json import to_json
from records.blocks import blocks
from store.schema import counterparties as table
from store.schema import counterparty_versions as versions
from store.table_sums import check_pages, checked
from store.times import now_text

# As many ids as one question may have; SQLite's limit was 999 for long.
AT_ONCE = 900
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Synchronised:
    """What an import did."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    repeated: tuple[str, ...] = ()
    """Ids that came again with something else to say; the first one counted."""

    @property
    def moved(self) -> bool:
        """Whether anything is other than before."""
        return bool(self.added or self.changed or self.removed)


@dataclass
class _Work:
    """An import on its way."""

    change: int
    at: str
    seen: dict[str, bytes] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    repeated: list[str] = field(default_factory=list)

    def count(self, what: str, number: int = 1) -> None:
        self.counts[what] = self.counts.get(what, 0) + number


def record_of(query: Query) -> str:
    """What a counterparty says of itself, as it is kept and hashed."""
    return canonical(to_json(query))


def query_from(record: str) -> Query:
    """The inverse of ``record_of``."""
    return _query(json.loads(record))


def _query(data: Mapping[str, Any]) -> Query:
    return Query(
        name=data["name"],
        aliases=tuple(data.get("aliases", ())),
        kind=Kind(data["kind"]) if "kind" in data else None,
        countries=tuple(data.get("countries", ())),
        identifiers=tuple(
            Identifier(type=item["type"], value=item["value"], country=item.get("country"))
            for item in data.get("identifiers", ())
        ),
        birth_dates=tuple(data.get("birth_dates", ())),
        birth_places=tuple(data.get("birth_places", ())),
        nationalities=tuple(data.get("nationalities", ())),
        gender=Gender(data["gender"]) if "gender" in data else None,
        addresses=tuple(
            Address(text=item["text"], city=item.get("city"), country=item.get("country"))
            for item in data.get("addresses", ())
        ),
        parts=tuple(
            Part(role=item["role"], query=_query(item["query"]), id=item.get("id"))
            for item in data.get("parts", ())
        ),
    )


def synchronise(
    connection: sa.Connection, incoming: Iterable[Party], *, complete: bool
) -> Synchronised:
    """Bring what is kept in line with the owner's register.

    Args:
        connection: a transaction that writes.
        incoming: read once, in blocks, so that millions need little memory.
        complete: whether these are all; those that are kept but not among them are removed then.
    """
    work = _Work(change=last_change(connection) + 1, at=now_text())
    for block in blocks(incoming, AT_ONCE):
        _take_in(connection, block, work)
    if complete:
        rows = connection.execute(sa.select(table).where(table.c.removed_at.is_(None)))
        gone = [_row(row) for row in rows.mappings() if row["id"] not in work.seen]
        _remove(connection, gone, work)
    return Synchronised(repeated=tuple(work.repeated), **work.counts)


def was_there(connection: sa.Connection, id_: str) -> bool:
    """Whether there is a counterparty with its owner's id, or was one."""
    found = connection.execute(sa.select(table.c.id).where(table.c.id == id_).limit(1))
    return found.first() is not None


def remove(connection: sa.Connection, ids: Sequence[str]) -> tuple[str, ...]:
    """Take counterparties out of monitoring; their alerts and their history stay.

    Returns:
        Those of ``ids`` that there were.
    """
    work = _Work(change=last_change(connection) + 1, at=now_text())
    found: list[Row] = []
    for some in blocks(ids, AT_ONCE):
        query = sa.select(table).where(table.c.id.in_(some), table.c.removed_at.is_(None))
        found += [_row(row) for row in connection.execute(query).mappings()]
    _remove(connection, found, work)
    return tuple(row["id"] for row in found)


def _take_in(connection: sa.Connection, block: Sequence[Party], work: _Work) -> None:
    fresh: dict[str, tuple[Party, str, str]] = {}
    for one in block:
        record = record_of(one.query)
        sha256 = digest(record)
        # A few bytes of it do: this is kept for every row of the register.
        short = bytes.fromhex(sha256[:16])
        if one.id not in work.seen:
            work.seen[one.id] = short
            fresh[one.id] = (one, record, sha256)
        elif work.seen[one.id] != short:
            work.repeated.append(one.id)
    rows = connection.execute(sa.select(table).where(table.c.id.in_(list(fresh)))).mappings()
    known = {row["id"]: _row(row) for row in rows}
    added: list[Row] = []
    changed: list[tuple[Row, Row]] = []
    for id_, (one, record, sha256) in fresh.items():
        row = known.get(id_)
        values: Row = {
            "name": one.query.name,
            "record": record,
            "sha256": sha256,
            "change": work.change,
            "since": work.at,
            "removed_at": None,
        }
        if row is None:
            added.append({"id": id_, "version": 1, **values})
        elif row["sha256"] != sha256 or row["removed_at"] is not None:
            changed.append((row, values))
        else:
            work.count("unchanged")
    if added:
        connection.execute(table.insert(), added)
        work.count("added", len(added))
    _change(connection, changed)
    work.count("changed", len(changed))


def _remove(connection: sa.Connection, rows: Sequence[Row], work: _Work) -> None:
    same = ("name", "record", "sha256")
    values = {"change": work.change, "since": work.at, "removed_at": work.at}
    _change(connection, [(row, {**{key: row[key] for key in same}, **values}) for row in rows])
    work.count("removed", len(rows))


def _change(connection: sa.Connection, changes: Sequence[tuple[Row, Row]]) -> None:
    """Write new values, and what the rows were before to their versions."""
    if not changes:
        return
    connection.execute(
        versions.insert(),
        [
            {
                "counterparty": row["number"],
                "version": row["version"],
                "record": row["record"],
                "sha256": row["sha256"],
                "change": row["change"],
                "until_change": values["change"],
                "removed": row["removed_at"] is not None,
            }
            for row, values in changes
        ],
    )
    bound: dict[str, Any] = {key: sa.bindparam(f"new_{key}") for key in changes[0][1]}
    connection.execute(
        table.update()
        .where(table.c.number == sa.bindparam("of"))
        .values(version=table.c.version + 1, **bound),
        [
            {"of": row["number"], **{f"new_{key}": value for key, value in values.items()}}
            for row, values in changes
        ],
    )


def last_change(connection: sa.Connection) -> int:
    """The number of the last import that changed something; 0 before the first."""
    return connection.execute(sa.select(sa.func.max(table.c.change))).scalar() or 0


def present(
    connection: sa.Connection, *, number_in: Sequence[int] | None = None
) -> Iterator[MonitoredParty]:
    """The counterparties that are monitored, in the order of their numbers.

    Args:
        connection: a view of the database; it stays in use while the result is read.
        number_in: some of them only.
    """
    check_pages(connection)
    query = sa.select(table).where(table.c.removed_at.is_(None)).order_by(table.c.number)
    if number_in is None:
        with connection.execute(query.execution_options(yield_per=10_000)) as rows:
            yield from map(_kept, rows)
        return
    for some in blocks(number_in, AT_ONCE):
        these = query.where(table.c.number.in_(some))
        yield from map(_kept, connection.execute(these).all())


def search(
    connection: sa.Connection, text: str, *, limit: int, offset: int
) -> list[MonitoredParty]:
    """Those that are monitored and have a text in their id or name, in their numbers' order."""
    check_pages(connection)
    query = sa.select(table).where(table.c.removed_at.is_(None)).order_by(table.c.number)
    if text:
        columns = (table.c.id, table.c.name)
        query = query.where(sa.or_(*(one.icontains(text, autoescape=True) for one in columns)))
    return [_kept(row) for row in connection.execute(query.limit(limit).offset(offset))]


def count(connection: sa.Connection) -> int:
    """How many counterparties are monitored."""
    query = sa.select(sa.func.count()).select_from(table).where(table.c.removed_at.is_(None))
    return connection.execute(query).scalar() or 0


def changed_since(connection: sa.Connection, change: int) -> tuple[list[int], list[int]]:
    """Numbers of the counterparties that an import after ``change`` added or changed, and of those
    that one removed.
    """
    query = sa.select(table.c.number, table.c.removed_at).where(table.c.change > change)
    rows = connection.execute(query.order_by(table.c.number)).all()
    return [n for n, gone in rows if gone is None], [n for n, gone in rows if gone is not None]


def present_at(connection: sa.Connection, change: int) -> Iterator[MonitoredParty]:
    """The counterparties as they were after the import ``change``, in their numbers' order."""
    now = {
        kept.number: kept
        for kept in map(_kept, connection.execute(sa.select(table).where(table.c.change <= change)))
    }
    before = sa.select(versions, table.c.id, table.c.name, table.c.since).join(table)
    before = before.where(versions.c.change <= change, versions.c.until_change > change)
    for row in connection.execute(before):
        kept = MonitoredParty(
            number=row.counterparty,
            counterparty=Party(id=row.id, query=query_from(row.record)),
            sha256=row.sha256,
            version=row.version,
            since=row.since,
            removed_at="" if row.removed else None,
        )
        now[kept.number] = kept
    for number in sorted(now):
        if now[number].removed_at is None:
            yield now[number]


def find(connection: sa.Connection, id_: str) -> MonitoredParty | None:
    """The counterparty with its owner's id, removed or not; None where there never was one."""
    row = connection.execute(sa.select(table).where(table.c.id == id_)).first()
    return None if row is None else _kept(row)


def _row(row: Mapping[Any, Any]) -> Row:
    """A row that is to be changed: whole, since the change gives it a new sum."""
    checked(table.name, row)
    return dict(row)


def _kept(row: Any) -> MonitoredParty:
    checked(table.name, row._mapping)
    return MonitoredParty(
        number=row.number,
        counterparty=Party(id=row.id, query=query_from(row.record)),
        sha256=row.sha256,
        version=row.version,
        since=row.since,
        removed_at=row.removed_at,
    )

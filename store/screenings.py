"""Screenings as they were made: what was asked, on which editions, with what, and the answer."""

import json
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from records import EditionRef, Kind, LeftOut, NotThereError, Screening, Settings, canonical, digest
from records.as_json import to_json
from records.desk import screening_id
from store.schema import screening_snapshots, screenings, snapshots
from store.table_sums import checked
from store.times import now_text


def add(
    connection: sa.Connection,
    *,
    kind: str,
    author: str | None,
    engine: str,
    settings: Settings,
    screened_against: Sequence[EditionRef],
    input_sha256: str,
    input_: Any = None,
    answer: Any,
    base: int | None = None,
    seen_change: int | None = None,
) -> int:
    """Keep a screening; its editions are never removed from then on.

    Returns:
        Its number.
    """
    written = canonical(answer)
    number: int = connection.execute(
        screenings.insert()
        .values(
            kind=kind,
            at=now_text(),
            author=author,
            engine=engine,
            settings=canonical(to_json(settings)),
            input_sha256=input_sha256,
            input=None if input_ is None else canonical(input_),
            answer_sha256=digest(written),
            answer=written,
            base=base,
            seen_change=seen_change,
        )
        .returning(screenings.c.number)
    ).scalar_one()
    rows = [
        {"screening": number, "source": item.list, "sha256": item.sha256}
        for item in screened_against
    ]
    if rows:
        connection.execute(screening_snapshots.insert(), rows)
    return number


def with_input(connection: sa.Connection | None, kind: str, input_: Any) -> int | None:
    """The number of a screening of this very input; None where there is none."""
    if connection is None:
        return None
    query = sa.select(screenings.c.number).where(
        screenings.c.kind == kind, screenings.c.input == canonical(input_)
    )
    return connection.execute(query).scalar()


def get(connection: sa.Connection | None, number: int) -> Screening:
    """A screening by its number.

    Raises:
        NotThereError: there is none.
    """
    row = None
    if connection is not None:
        row = connection.execute(sa.select(screenings).where(screenings.c.number == number)).first()
    if connection is None or row is None:
        raise NotThereError(f"no screening {screening_id(number)}. See: namewarden audit list")
    checked(screenings.name, row._mapping)
    return Screening(
        number=row.number,
        kind=row.kind,
        at=row.at,
        author=row.author,
        engine=row.engine,
        settings=settings_from(row.settings),
        screened_against=_editions(connection, number),
        input_sha256=row.input_sha256,
        input=None if row.input is None else json.loads(row.input),
        answer_sha256=row.answer_sha256,
        answer=None if row.answer is None else json.loads(row.answer),
        base=row.base,
    )


def last_run(connection: sa.Connection | None) -> tuple[int, int] | None:
    """The number of the last run of monitoring, and the last import that it knew of."""
    if connection is None:
        return None
    query = (
        sa.select(screenings)
        .where(screenings.c.kind == "monitor")
        .order_by(screenings.c.number.desc())
        .limit(1)
    )
    row = connection.execute(query).first()
    if row is None:
        return None
    checked(screenings.name, row._mapping)
    return row.number, row.seen_change or 0


def seen_change(connection: sa.Connection, number: int) -> int:
    """The last import that a run knew of."""
    query = sa.select(screenings.c.seen_change).where(screenings.c.number == number)
    return connection.execute(query).scalar() or 0


def settings_from(text: str) -> Settings:
    """The inverse of what ``add`` does to settings."""
    data = json.loads(text)
    kinds = data.get("kinds")
    lists = data.get("lists")
    return Settings(
        threshold=data["threshold"],
        limit=data["limit"],
        kinds=None if kinds is None else tuple(Kind(kind) for kind in kinds),
        lists=None if lists is None else tuple(lists),
        as_of=data.get("as_of"),
        profile=data.get("profile"),
        leaves_out=tuple(map(LeftOut, data.get("leaves_out", ()))),
        places=None if data.get("places") is None else tuple(data["places"]),
    )


def _editions(connection: sa.Connection, number: int) -> tuple[EditionRef, ...]:
    query = (
        sa.select(screening_snapshots.c.source, screening_snapshots.c.sha256, snapshots.c.edition)
        .join(snapshots)
        .where(screening_snapshots.c.screening == number)
        .order_by(screening_snapshots.c.source)
    )
    return tuple(
        EditionRef(list=source, edition=edition, sha256=sha256)
        for source, sha256, edition in connection.execute(query)
    )

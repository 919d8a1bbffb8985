"""Good guys: names that are known not to be a listed entity."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from records import ConflictError, GoodGuy, UsageError
from store.schema import good_guys
from store.times import now_text

_SPACES = re.compile(r"\s+")


def name_key(name: str) -> str:
    """What two spellings have to share to be one name here: all but case, width and spaces.

    No more than that: a good guy under a similar name is another party.
    """
    return _SPACES.sub(" ", unicodedata.normalize("NFKC", name)).strip().casefold()


def add(
    connection: sa.Connection,
    *,
    name: str,
    entity_id: str,
    reason: str,
    author: str,
    expires_at: str | None,
) -> GoodGuy:
    """Enter a name among the good guys."""
    values = {
        "name": name,
        "entity_id": entity_id,
        "reason": reason,
        "author": author,
        "at": now_text(),
        "expires_at": expires_at,
    }
    insert = good_guys.insert().values(name_key=name_key(name), **values)
    number = connection.execute(insert.returning(good_guys.c.number)).scalar_one()
    return GoodGuy(number=number, **values)  # type: ignore[arg-type]


def remove(connection: sa.Connection, number: int, *, author: str) -> GoodGuy:
    """Strike an entry out; it stays in the history.

    Raises:
        UsageError: there is none.
        ConflictError: it was struck out already.
    """
    row = connection.execute(sa.select(good_guys).where(good_guys.c.number == number)).first()
    if row is None:
        raise UsageError(f"no good guy {number}. See: namewarden good-guys list")
    if row.removed_at is not None:
        raise ConflictError(f"good guy {number} was removed by {row.removed_by} already")
    values = {"removed_at": now_text(), "removed_by": author}
    connection.execute(good_guys.update().where(good_guys.c.number == number).values(values))
    return _good_guy(row)


def valid(connection: sa.Connection | None) -> Sequence[GoodGuy]:
    """The entries that hold now, in the order they were made."""
    if connection is None:
        return ()
    query = (
        sa.select(good_guys)
        .where(
            good_guys.c.removed_at.is_(None),
            sa.or_(good_guys.c.expires_at.is_(None), good_guys.c.expires_at > now_text()),
        )
        .order_by(good_guys.c.number)
    )
    return [_good_guy(row) for row in connection.execute(query)]


class GoodGuys:
    """The entries that hold, ready to be asked for many pairs."""

    def __init__(self, entries: Iterable[GoodGuy]) -> None:
        self._known = {(name_key(entry.name), entry.entity_id): entry for entry in entries}

    def covering(self, name: str, entity_id: str) -> GoodGuy | None:
        """The entry by which a name is not this entity."""
        return self._known.get((name_key(name), entity_id)) if self._known else None


def _good_guy(row: sa.Row[tuple[object, ...]]) -> GoodGuy:
    return GoodGuy(
        number=row.number,
        name=row.name,
        entity_id=row.entity_id,
        reason=row.reason,
        author=row.author,
        at=row.at,
        expires_at=row.expires_at,
        removed_at=row.removed_at,
    )

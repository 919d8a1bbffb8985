"""Files that were put to a case: kept with their SHA-256, never changed."""

from collections.abc import Sequence
from hashlib import sha256

import sqlalchemy as sa

from records import Attachment, NotThereError, StoreError
from store.schema import attachments
from store.times import now_text

_ABOUT = ("number", "name", "media_type", "size", "sha256", "author", "at")


def of_case(connection: sa.Connection | None, case: int) -> Sequence[Attachment]:
    """The files of a case, the oldest first; without their contents."""
    if connection is None:
        return ()
    columns = (attachments.c[name] for name in _ABOUT)
    query = sa.select(*columns).where(attachments.c.counterparty == case)
    rows = connection.execute(query.order_by(attachments.c.number)).mappings()
    return tuple(Attachment(**row) for row in rows)


def add(
    connection: sa.Connection, case: int, *, name: str, media_type: str, data: bytes, author: str
) -> Attachment:
    """Keep a file."""
    values = {
        "name": name,
        "media_type": media_type,
        "size": len(data),
        "sha256": sha256(data).hexdigest(),
        "author": author,
        "at": now_text(),
    }
    insert = attachments.insert().values(counterparty=case, content=data, **values)
    number = connection.execute(insert.returning(attachments.c.number)).scalar_one()
    return Attachment(number=number, **values)  # type: ignore[arg-type]


def content(connection: sa.Connection | None, case: int, number: int) -> tuple[Attachment, bytes]:
    """A file of a case, whole.

    Raises:
        NotThereError: there is none.
        StoreError: it is not what was kept.
    """
    row = None
    if connection is not None:
        query = sa.select(attachments).where(
            attachments.c.counterparty == case, attachments.c.number == number
        )
        row = connection.execute(query).mappings().first()
    if row is None:
        raise NotThereError(f"the case has no attachment {number}")
    if sha256(row["content"]).hexdigest() != row["sha256"]:
        raise StoreError(f"the attachment {row['name']!r} is damaged: its SHA-256 is another one")
    return Attachment(**{key: row[key] for key in _ABOUT}), bytes(row["content"])

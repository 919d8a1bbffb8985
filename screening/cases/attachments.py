"""Attachments of a case: what an analyst rests a decision on, beside the lists."""

from collections.abc import Sequence

from records import Attachment, UsageError, case_id
from screening.cases.alerts import number_of
from screening.cases.changes import known_author
from store import attachments, audit, cases
from store.database import Database
from store.home import Home
from store.schema import WORKPLACE_SINCE

LARGEST = 10 << 20
"""Bytes. They are kept in the database, so that its backup has them."""
# Characters: file systems have 255 bytes.
_LONGEST_NAME = 200


def attachments_of(home: Home, written: str) -> Sequence[Attachment]:
    """The files of a case, the oldest first."""
    with Database.of(home).reading(WORKPLACE_SINCE) as view:
        return attachments.of_case(view, number_of(written, "C"))


def attach(
    home: Home, written: str, *, name: str, media_type: str, data: bytes, author: str
) -> Attachment:
    """Put a file to a case, for good; the audit log has its SHA-256.

    Raises:
        UsageError: there is no such case, or the file is empty or too large.
    """
    number = number_of(written, "C")
    name = "".join(filter(str.isprintable, name.replace("\\", "/").rpartition("/")[2]))
    if not data or not name:
        raise UsageError("the file is empty or has no name. Nothing was attached")
    if len(data) > LARGEST:
        raise UsageError(
            f"the file has more than {LARGEST >> 20} MB. Nothing was attached. Attach a part of it"
        )
    with Database.of(home).writing() as connection:
        cases.rows_of(connection, number)
        made = attachments.add(
            connection,
            number,
            name=name[-_LONGEST_NAME:],
            media_type=media_type[:100],
            data=data,
            author=known_author(author),
        )
        audit.append(
            connection,
            author=author,
            action="attach",
            subject=case_id(number),
            attachment=made.number,
            sha256=made.sha256,
            size=made.size,
        )
    return made


def attachment(home: Home, written: str, number: int) -> tuple[Attachment, bytes]:
    """A file of a case, whole.

    Raises:
        NotThereError: there is none.
        StoreError: it is damaged.
    """
    with Database.of(home).reading(WORKPLACE_SINCE) as view:
        return attachments.content(view, number_of(written, "C"), number)

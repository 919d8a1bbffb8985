"""Files to passages of text with their places.

A new format is one module with a ``READER`` and one line in ``READERS``. The type of a file is
taken from its content, never from its name (``content_type.py``).
"""

import hashlib
from pathlib import Path

from documents import text
from documents.content_type import recognise
from documents.files import LARGEST_FILE, load, walk
from documents.reader import Reader, Reading
from records import Document, DocumentError, DocumentStatus

READERS: tuple[Reader, ...] = (text.READER,)

__all__ = ["LARGEST_FILE", "READERS", "Reader", "Reading", "read", "walk"]


def read(
    path: Path | None = None,
    data: bytes | None = None,
    *,
    shown_as: str,
    largest: int = LARGEST_FILE,
) -> Document:
    """Read one document. A bad document is an answer, not an error: it says why it was not read.

    Args:
        path: the file; None when ``data`` is given.
        data: the bytes, for what is no file (standard input).
        shown_as: the name to show, as the user gave it.
        largest: bytes above which nothing is read.

    Returns:
        The document; ``status`` and ``reason`` say what of it was not read.
    """
    digest, media_type = "", "application/octet-stream"
    try:
        content = load(path, data, largest=largest)
        digest = hashlib.sha256(content).hexdigest()
        found = recognise(content)
        media_type = found.media_type
        reader = _reader_for(media_type)
        if reader is None:
            raise DocumentError(f"{found.words}: it was not read. {found.advice}")
        reading = reader.read(content, media_type)
    except DocumentError as error:
        return Document(
            path=shown_as,
            sha256=digest,
            media_type=media_type,
            status=DocumentStatus.NOT_SCREENED,
            reason=str(error),
        )
    return Document(
        path=shown_as,
        sha256=digest,
        media_type=reading.media_type,
        status=DocumentStatus.PARTLY_SCREENED if reading.unread else DocumentStatus.SCREENED,
        reason=reading.unread,
        passages=reading.passages,
        pages=reading.pages,
    )


def _reader_for(media_type: str) -> Reader | None:
    return next((reader for reader in READERS if media_type in reader.media_types), None)

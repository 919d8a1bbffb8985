"""What a reader is: from the bytes of a media type to passages."""

from collections.abc import Callable
from dataclasses import dataclass

from records import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A file inside a file: a member of an archive, an attachment of a mail."""

    name: str
    """As the file around it calls it: ``annex/2.pdf``; shown as ``deal.zip!/annex/2.pdf``."""
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a reader got out of a file."""

    passages: tuple[Passage, ...]
    media_type: str
    """As found, with its parameters: ``text/plain; charset=windows-1251``."""
    pages: int | None = None
    unread: str | None = None
    """What may have been missed and why; None when every word was seen."""
    parts: tuple[Part, ...] = ()
    """Files inside this one, to be read in turn, each as a document of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A way to read some media types.

    ``read`` gets the bytes and the recognised media type, and raises ``DocumentError`` when there
    is nothing in them that it could read.
    """

    name: str
    media_types: tuple[str, ...]
    read: Callable[[bytes, str], Reading]

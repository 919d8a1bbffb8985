"""What a reader is: from the bytes of a media type to passages."""

from collections.abc import Callable
from dataclasses import dataclass

from records import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a reader got out of a file."""

    passages: tuple[Passage, ...]
    media_type: str
    """As found, with its parameters: ``text/plain; charset=windows-1251``."""
    pages: int | None = None
    unread: str | None = None
    """What may have been missed and why; None when every word was seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A way to read some media types.

    ``read`` gets the bytes and the recognised media type, and raises ``DocumentError`` when there
    is nothing in them that it could read.
    """

    name: str
    media_types: tuple[str, ...]
    read: Callable[[bytes, str], Reading]

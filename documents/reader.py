"""What a reader is: from the bytes of a media type to passages."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from records import Passage


def _nothing() -> None:
    """Nobody waits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a reader gets."""

    data: bytes
    media_type: str
    """As recognised by the content."""
    alive: Callable[[], None] = _nothing
    """To be called between the steps of a long job, so that it is not taken for a stuck one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A file inside a file: a member of an archive, an attachment of a mail."""

    name: str
    """As the file around it calls it: ``annex/2.pdf``; shown as ``deal.zip!/annex/2.pdf``."""
    data: bytes
    unread: str | None = None
    """Why its bytes could not be had; None when ``data`` has them."""
    media_type: str | None = None
    """What the file around it makes of it for certain, such as a message of a mailbox; None where
    its own content has to tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
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

    Its module has a function ``read`` from ``Content`` to ``Extraction``, which raises
    ``DocumentError`` when there is nothing in the bytes that it could read. What else goes wrong in
    it, its crash included, makes the one file unread and harms no other: all but plain text is read
    in a process of its own.
    """

    name: str
    media_types: tuple[str, ...]
    module: str
    """Loaded when the first such file comes: parsers take a while to load."""
    trusted: bool = False
    """Whether it may run in our own process: plain text only, which no parser touches."""

    def read(self, content: Content) -> Extraction:
        """Read a file.

        Raises:
            DocumentError: there is nothing in it that could be read.
        """
        extraction: Extraction = import_module(self.module).read(content)
        return extraction

"""What is known of one published list before its file is opened."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from records import Entity, ListFormatError

HEAD = 1 << 16
"""Bytes that are enough to tell what a file is."""
UNPACKED_LIMIT = 1 << 30
"""Bytes. The largest list that is published today, OFAC's, has 0.12 GB."""


class Readable(Protocol):
    """All that a parser needs of a file."""

    def read(self, size: int, /) -> bytes:
        """Return up to ``size`` bytes, and none only at the end."""
        ...


class _Again:
    """A file of which the first bytes were already read, from its beginning."""

    def __init__(self, head: bytes, rest: Readable) -> None:
        self._head = head
        self._rest = rest

    def read(self, size: int, /) -> bytes:
        """See ``Readable.read``."""
        taken, self._head = self._head[:size], self._head[size:]
        return taken or self._rest.read(size)


def read_head(file: Readable) -> bytes:
    """The first 64 KB of a file, or a little more; fewer when the file has fewer.

    Raises:
        ListFormatError: it has none.
    """
    head = b""
    while len(head) < HEAD and (more := file.read(HEAD)):
        head += more
    if not head:
        raise ListFormatError("the file is empty")
    return head


def with_head(file: Readable) -> tuple[bytes, Readable]:
    """The first bytes of a file, which tell what it is, and the whole file.

    Raises:
        ListFormatError: it is empty.
    """
    head = read_head(file)
    return head, _Again(head, file)


@dataclass(slots=True)
class ParseReport:
    """What a parser found beside the entities; complete when the last entity was taken."""

    edition: str | None = None
    """The publisher's date in the file, ISO 8601; None while or where there is none."""
    oddities: Counter[str] = field(default_factory=Counter)
    """What the parser met and did not know, and how often. All of it was kept, as published."""
    said: list[str] = field(default_factory=list)
    """What a person should know of how the file was read, one line each."""


Parse = Callable[[Readable, ParseReport], Iterator[Entity]]
"""Yield the entities of a file in its order, and fill the report.

Raises ListFormatError when the file is not a whole list of this format.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSet:
    """A format in which an edition is several files, and none of them is one without the others."""

    members: tuple[str, ...]
    """The publisher's names for the files: the order for ``parse`` and for the set's SHA-256.
    The first one holds the entries, to which the others add."""
    member: Callable[[bytes], str | None]
    """Which member a file is that begins with these bytes; None when it is none."""
    no_rows: bytes
    """What stands in a member that has no rows."""
    may_lack_rows: frozenset[str]
    """Members that the publisher has had nothing to put into; never of no bytes at all."""
    recognises: Callable[[bytes], bool]
    """Whether a first member that begins with these bytes is of this source."""
    parse: Callable[[Sequence[Readable], ParseReport], Iterator[Entity]]
    """Like ``Source.parse``, of all members in their order."""
    shared: Callable[[Readable, Readable], float]
    """Share [0, 1] of the entries of any member (the second) that a first member (the first) has:
    tells which of two sets a member belongs to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One published list and how to take it in."""

    name: str
    """The word for it everywhere: ids, command line, folders."""
    title: str
    publisher: str
    url: str
    """Where the publisher offers the file."""
    parse: Parse
    recognises: Callable[[bytes], bool]
    """Whether a file that begins with these bytes (unpacked, 64 KB or more) is of this format."""
    at_least: int
    """Fewer entities than this mean that the reader or the file is broken, not that peace broke
    out."""
    max_age_days: int
    """An edition older than this is called stale."""
    at_most: int | None = None
    """More entities than this mean that a file was appended to another, or is no list; None where
    nothing is known of it. Several times what was ever published: a list may grow."""
    media_types: tuple[str, ...] = ()
    """Content types that the publisher is known to send; others are warned of, not refused."""
    patience_seconds: int = 60
    """How long the publisher's server may be silent before and between its bytes."""
    at_most_bytes: int = UNPACKED_LIMIT
    """A file that unpacks to more is refused."""
    owns: Callable[[Readable], bool] | None = None
    """Whether a file that several sources recognise is of this one; reads as far as it must."""
    file_set: FileSet | None = None
    """The format of several files, where the publisher has one beside that of one file."""
    variant: str = ""
    """How the file is to be read, where that is a choice; then it is part of an edition's name."""
    by_default: bool = True
    """Whether an update that names no lists asks for it before it was ever asked for by name."""
    own: bool = False
    """Whether it is a team's own list: any file that is given for it is it."""

    @property
    def setting(self) -> str:
        """The environment variable that replaces ``url``; addresses move."""
        return f"NAMEWARDEN_URL_{self.name.upper()}"

    @property
    def docs(self) -> str:
        """The page about this list, from the top of the project."""
        return f"docs/lists/{'custom' if self.own else self.name}.md"

    def address(self, environment: Mapping[str, str]) -> str:
        """Where to download from: the setting when there is one, else the publisher's address."""
        return environment.get(self.setting) or self.url

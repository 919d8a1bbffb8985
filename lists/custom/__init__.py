"""A team's own lists: ``custom``, and as many more as it likes, ``custom_<word>``.

They are tables with any columns, or FollowTheMoney entities as OpenSanctions publishes them. What
the columns are is told, or guessed and shown. Nobody but the team knows where the file is, so it
is imported, or its address is a setting.

Format and quirks: docs/lists/custom.md
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from lists import ftm
from lists.custom.columns import Columns, described, found, told
from lists.custom.party import Party, add, entity, reference_of, said_in
from lists.custom.tables import rows
from lists.source import Again, Readable, Reading, Source
from lists.xml_stream import HEAD
from records import Entity, ListFormatError, UsageError

NAMES = re.compile(r"custom(_[a-z0-9_]{1,40})?")
JSON = (b"{", b"[")


def custom_source(name: str) -> Source | None:
    """The team's own list with this name; None when it is no name of such a list."""
    if not NAMES.fullmatch(name):
        return None
    return Source(
        name=name,
        title="Your own list",
        publisher="your team",
        url="",
        parse=partial(parse, name=name, columns=None),
        recognises=lambda _: True,
        at_least=1,
        # Only the team knows how often its list changes; after a year somebody should look at it.
        max_age_days=366,
        own=True,
    )


def with_columns(source: Source, text: str) -> Source:
    """The same source, with columns as told by ``--columns``.

    Raises:
        UsageError: they are not of the form, or the list has columns of its publisher.
    """
    if not source.own:
        raise UsageError(f"--columns is for lists of your own, and {source.name} is none")
    chosen = partial(parse, name=source.name, columns=told(text))
    return replace(source, parse=chosen, variant=text)


def parse(
    file: Readable, reading: Reading, *, name: str, columns: Columns | None
) -> Iterator[Entity]:
    """Yield one entity for each id, or for each row where there are none, in file order.

    Raises:
        ListFormatError: no table and no FollowTheMoney, or no column has the names.
    """
    head = b""
    while len(head) < HEAD and (more := file.read(HEAD)):
        head += more
    if not head.strip():
        raise ListFormatError("the file is empty")
    if head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(JSON):
        yield from ftm.parse(Again(head, file), reading, name=name)
        return
    table = rows(head, file)
    _, header = next(table)
    chosen = found(header, columns)
    reading.said.append(described(chosen, header))
    for party in _parties(table, header, chosen).values():
        yield entity(name, party, reading)


def _parties(
    table: Iterator[tuple[int, list[str]]], header: list[str], columns: Columns
) -> Mapping[str, Party]:
    used = {heading for group in columns.values() for joined in group for heading in joined}
    parties: dict[str, Party] = {}
    for _, row in table:
        cells = dict(zip(header, row, strict=True))
        said = said_in(cells, columns)
        party = parties.setdefault(reference := reference_of(said), Party(reference))
        add(party, said, {key: text for key, text in cells.items() if key not in used})
    return parties


__all__ = ["custom_source", "with_columns"]

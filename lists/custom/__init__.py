"""A team's own lists: ``custom``, and as many more as it likes, ``custom_<word>``.

They are tables with any columns, plain JSON, or FollowTheMoney entities as OpenSanctions publishes
them. What the columns are is told, or guessed and shown. Nobody but the team knows where the file
is, so it is imported, or its address is a setting.

Format and quirks: docs/lists/custom.md
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from lists import ftm
from lists.custom.columns import Columns, described, found, told
from lists.custom.json_rows import as_lines, is_ftm
from lists.custom.party import Party, add, entity, reference_of, said_in
from lists.custom.tables import Table, tables
from lists.source import ParseReport, Readable, Source, with_head
from lists.texts import one_line
from records import Entity, ListFormatError, UsageError

NAMES = re.compile(r"custom(_[a-z0-9_]{1,40})?")


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
        raise UsageError(
            f"--columns is for lists of your own, and {source.name} is none. Nothing was imported. "
            "Name yours: namewarden update custom --from FILE --columns name=COLUMN"
        )
    chosen = partial(parse, name=source.name, columns=told(text))
    return replace(source, parse=chosen, variant=text)


def parse(
    file: Readable, report: ParseReport, *, name: str, columns: Columns | None
) -> Iterator[Entity]:
    """Yield one entity for each id, or for each row where there are none, in file order.

    Raises:
        ListFormatError: no table and no FollowTheMoney, or no column of any sheet has the names.
    """
    head, whole = with_head(file)
    if not head.strip():
        raise ListFormatError("the file is empty")
    if is_ftm(head):
        yield from ftm.parse(as_lines(head, whole), report, name=name)
        return
    parties: dict[str, Party] = {}
    refused: list[ListFormatError] = []
    used = 0
    for table in tables(head, whole):
        try:
            header, chosen = _understood(table, columns)
        except ListFormatError as error:
            refused.append(error)
            if table.title:
                report.said.append(f"sheet {table.title!r} left out: {error}")
            continue
        where = f"sheet {table.title!r}: " if table.title and (used or refused) else ""
        report.said.append(f"{where}{described(chosen, header)}")
        _add_rows(table, header, chosen, parties, f"{table.title}-" if used else "")
        used += 1
    if not used:
        raise refused[0]
    for party in parties.values():
        yield entity(name, party, report)


def _understood(table: Table, columns: Columns | None) -> tuple[list[str], Columns]:
    """The row of a table that is its headings, and what the columns are.

    Raises:
        ListFormatError: none of its first rows has a column of names, or those that were told.
    """
    problem: ListFormatError | None = None
    for header in table.headers:
        try:
            return header, found(header, columns)
        except ListFormatError as error:
            problem = problem or error
    raise problem or ListFormatError("the table is empty")


def _add_rows(
    table: Table, header: list[str], columns: Columns, parties: dict[str, Party], prefix: str
) -> None:
    """Add the parties of a table; of a second sheet ids may be those of other parties."""
    used = {heading for group in columns.values() for joined in group for heading in joined}
    names = [one_line(heading) for heading in header]
    for row in table.below(header):
        cells = dict(zip(names, row, strict=True))
        said = said_in(cells, columns)
        reference = f"{prefix if said.get('id') else ''}{reference_of(said)}"
        party = parties.setdefault(reference, Party(reference))
        add(party, said, {key: text for key, text in cells.items() if key not in used})


__all__ = ["custom_source", "with_columns"]

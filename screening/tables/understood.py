"""How a table was understood, shown before it is screened: columns that are not used, values that
were not understood, the first parties as they will be screened.

A country that is not understood loses no hit, since the party is then looked for everywhere; but
whoever believes that half of a file was told apart by its countries, and it was not, is misled.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from documents.tables import Table
from lists.country_names import understood
from lists.headings import BIRTH, GENDER, NATIONALITY
from lists.particulars import gender_of
from records import BadRow, Counterparty, Query, TableRow
from screening.tables.columns import Columns, unused
from screening.tables.particulars import read_births
from screening.tables.rows import cell_text, counterparty, kind_of

SHOWN = 3
"""Parties, and examples of what was not understood."""
_DIFFERENT = 10_000
"""Values not understood that are counted each for itself."""
# Headings that are named when a column is missing: what fits into one message.
_HEADINGS = 12
_CHECKS: Mapping[str, Callable[[Any], bool]] = {
    BIRTH: lambda cell: bool(read_births(cell_text(cell))),
    NATIONALITY: lambda cell: not understood(cell).unknown,
    GENDER: lambda cell: gender_of(cell_text(cell)) is not None,
}


@dataclass(slots=True)
class _Count:
    """Of one column."""

    heading: str
    given: int = 0
    understood: int = 0
    others: Counter[str] = field(default_factory=Counter)

    def add(self, text: str, known: bool) -> None:
        """Count a value."""
        self.given += 1
        self.understood += known
        if not known and (text in self.others or len(self.others) < _DIFFERENT):
            self.others[text] += 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Values:
    """How much of a column was understood."""

    column: str
    given: int
    """Rows with a value."""
    understood: int
    examples: tuple[str, ...]
    """Of what was not: the commonest, at most ``SHOWN``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What was made of a table."""

    rows: int
    """That can be read or not."""
    unused: tuple[str, ...]
    """Headings."""
    values: tuple[Values, ...]
    """Of the columns for country, kind, birth date, nationality and gender."""
    first: tuple[Query, ...]
    """The first parties as they will be screened."""


def look_through(table: Table, columns: Columns) -> Understood:
    """Read a whole table once and count.

    Args:
        table: rows are read from its beginning.
        columns: which is what.
    """
    checks: dict[int, Callable[[Any], bool]] = {
        place: lambda cell: not understood(cell).unknown for place in columns.countries
    }
    for role, place in columns.particulars:
        if role in _CHECKS:
            checks[place] = _CHECKS[role]
    if columns.kind is not None:
        checks[columns.kind] = lambda cell: kind_of(cell_text(cell)) is not None
    counts = {place: _Count(table.columns[place]) for place in checks}
    rows, first = 0, list[Query]()
    for row in table.rows():
        rows += 1
        if isinstance(row, TableRow):
            _count(row, checks, counts)
            if len(first) < SHOWN:
                first += _query(row, columns)
    return Understood(
        rows=rows,
        unused=unused(table, columns),
        values=tuple(map(_values, counts.values())),
        first=tuple(first),
    )


def _count(
    row: TableRow, checks: Mapping[int, Callable[[Any], bool]], counts: Mapping[int, _Count]
) -> None:
    for place, known in checks.items():
        if text := cell_text(row.cells[place]):
            counts[place].add(text, known(row.cells[place]))


def _query(row: TableRow, columns: Columns) -> Iterator[Query]:
    found: Counterparty | BadRow = counterparty(row, columns)
    if isinstance(found, Counterparty):
        yield found.query


def _values(count: _Count) -> Values:
    examples = tuple(text for text, _ in count.others.most_common(SHOWN))
    return Values(
        column=count.heading, given=count.given, understood=count.understood, examples=examples
    )


def as_json(found: Understood) -> dict[str, Any]:
    """For the summary of a run."""
    keys = ("column", "given", "understood", "examples")
    return {
        "unused_columns": list(found.unused),
        "understood": [
            {key: getattr(each, key) for key in keys} | {"examples": list(each.examples)}
            for each in found.values
        ],
    }


def in_words(found: Understood) -> Iterator[str]:
    """Lines for a person, before the screening begins."""
    if found.unused:
        shown = ", ".join(map(repr, found.unused[:_HEADINGS]))
        more = len(found.unused) - _HEADINGS
        yield f"columns not used: {shown}" + (f" and {more} more" if more > 0 else "")
    for each in found.values:
        if each.understood < each.given:
            examples = _quoted(each.examples)
            yield (
                f"{each.column}: {each.understood:,} of {each.given:,} understood; not {examples}. "
                "What is not understood is left out, and the party looked for everywhere"
            )
    for number, query in enumerate(found.first, start=1):
        yield f"party {number} will be screened as {party(query)}"


def party(query: Query) -> str:
    """A party in a line."""
    said = [repr(query.name)]
    said += [f"alias {_quoted(query.aliases)}"] if query.aliases else []
    said += [query.kind.value] if query.kind else []
    said += [", ".join(query.countries)] if query.countries else []
    said += [f"{item.type} {item.value}" for item in query.identifiers]
    said += [f"born {' or '.join(query.birth_dates)}"] if query.birth_dates else []
    said += [f"in {_quoted(query.birth_places)}"] if query.birth_places else []
    said += [f"with {_quoted(part.label for part in query.parts)}"] if query.parts else []
    said += [query.gender.value] if query.gender else []
    said += [f"at {_quoted(one.text for one in query.addresses)}"] if query.addresses else []
    return "; ".join(said)


def _quoted(texts: Iterable[str]) -> str:
    return ", ".join(repr(text[:60]) for text in texts)

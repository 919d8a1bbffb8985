"""Which column of a table means what: guessed from its heading unless given, and shown."""

import csv
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice

from documents.tables import Table
from lists.headings import (
    ALIAS,
    COUNTRY,
    ID,
    IDENTIFIER,
    KIND,
    NAME,
    PARTICULARS,
    PARTY,
    SURNAME,
    Meaning,
    meaning_of,
)
from lists.name_columns import Places, name_columns
from records import TableRow, UsageError

ROLES = (NAME, ALIAS, COUNTRY, ID, KIND, *PARTICULARS)
_LOOKED_AT = 200
"""Rows, to see whether a column has names or numbers."""
# The share of a column's rows that tells what is in it. A choice: registers have gaps and slips.
_MOSTLY = 0.8

_NUMBER = re.compile(r"(?=.*\d)\S{1,20}")

Pair = tuple[str, Places]
"""A role and the columns that have it together; none where the user says that no column has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Places of columns, from 0."""

    name: tuple[int, ...]
    """More than one: the name is theirs one after the other (first name, last name)."""
    aliases: tuple[tuple[int, ...], ...] = ()
    countries: tuple[int, ...] = ()
    id: int | None = None
    kind: int | None = None
    identifiers: tuple[tuple[str, int], ...] = ()
    """Type and place."""
    particulars: tuple[tuple[str, int], ...] = ()
    """Role (one of ``headings.PARTICULARS``) and place."""

    @property
    def used(self) -> frozenset[int]:
        """All of them."""
        single = {place for place in (self.id, self.kind) if place is not None}
        joined = {place for places in (self.name, *self.aliases) for place in places}
        return frozenset(
            joined
            | single
            | {*self.countries}
            | {place for _, place in (*self.identifiers, *self.particulars)}
        )


def choose_columns(table: Table, asked: Sequence[str] | None) -> Columns:
    """Settle which column is what.

    Args:
        table: has the headings.
        asked: ``role=heading`` pairs; a role is one of ``ROLES`` or
            ``identifier.TYPE``, headings joined with ``+`` make one name, ``role=``
            alone says that no column has the role. What is not said is guessed. None to guess all.

    Raises:
        UsageError: a role or a heading is unknown, or there is no column for the name.
    """
    said = [_pair(table, item) for item in asked or ()]
    columns = _columns([*said, *_guess(table, said)])
    if columns is None:
        raise UsageError(
            f"{table.path}: no column for the name among {_quoted(table.columns)}. Nothing was "
            "screened. Say which it is: --columns name=HEADING. If this is a party and not a "
            "line of headings, put a line of headings above it"
        )
    return columns


def split_pairs(texts: Sequence[str] | None) -> list[str] | None:
    """The pairs in values of ``--columns``: between commas, in quotation marks as in CSV."""
    if not texts:
        return None
    return [pair.strip() for row in csv.reader(texts) for pair in row if pair.strip()]


def shown(table: Table, columns: Columns) -> str:
    """One line for the person: what is taken for what."""
    said = [f"{NAME}={_joined(table, columns.name)}"]
    said += [f"{ALIAS}={_joined(table, places)}" for places in columns.aliases]
    said += [f"{COUNTRY}={table.columns[place]}" for place in columns.countries]
    said += [f"{ID}={table.columns[columns.id]}"] if columns.id is not None else []
    said += [f"{KIND}={table.columns[columns.kind]}"] if columns.kind is not None else []
    said += [f"{IDENTIFIER}{kind}={table.columns[place]}" for kind, place in columns.identifiers]
    said += [f"{role}={table.columns[place]}" for role, place in columns.particulars]
    known = {pair.partition("=")[0] for pair in said}
    guessed = {role: None for role, _ in _guess(table, [(NAME, columns.name)])}
    said += [f"{role}=" for role in guessed if role not in known]
    return f"{table.path}: {table.form}; read as --columns {_as_option(said)}"


def _as_option(pairs: Sequence[str]) -> str:
    text = ",".join(f'"{pair}"' if "," in pair or '"' in pair else pair for pair in pairs)
    return f"'{text}'" if " " in text or '"' in text else text


def _joined(table: Table, places: Sequence[int]) -> str:
    return "+".join(table.columns[place] for place in places)


def unused(table: Table, columns: Columns) -> tuple[str, ...]:
    """The headings that nothing was made of."""
    used = columns.used
    return tuple(name for place, name in enumerate(table.columns) if place not in used)


def _pair(table: Table, text: str) -> Pair:
    role, equals, heading = text.partition("=")
    role, heading = role.strip().lower(), heading.strip()
    if not equals or not (role in ROLES or role.removeprefix(IDENTIFIER) not in ("", role)):
        meant = get_close_matches(role, ROLES, n=1) if equals else []
        hint = f" Did you mean {meant[0]}={heading}?" if meant else ""
        wrong = f"{role!r} is not a role" if equals else "not ROLE=HEADING"
        known = ", ".join(ROLES)
        raise UsageError(f"--columns {text!r}: {wrong}.{hint} Roles: {known}, {IDENTIFIER}TYPE")
    return role, _places(table, heading) if heading else ()


def _places(table: Table, heading: str) -> Places:
    if heading in table.columns:
        return (table.columns.index(heading),)
    folded = [column.casefold() for column in table.columns]
    written = [part.strip() for part in heading.split("+")]
    parts = [part.casefold() for part in written]
    whole = heading.casefold()
    if whole in folded:
        return (folded.index(whole),)
    if missing := [part for part in written if part.casefold() not in folded]:
        near = get_close_matches(missing[0].casefold(), folded, n=2)
        meant = " or ".join(repr(table.columns[folded.index(each)]) for each in near)
        hint = f" Did you mean {meant}?" if meant else ""
        raise UsageError(
            f"{table.path}: no column {missing[0]!r} among {_quoted(table.columns)}.{hint} "
            "Nothing was screened."
        )
    return tuple(folded.index(part) for part in parts)


def _guess(table: Table, said: Sequence[Pair]) -> list[Pair]:
    """What the headings say of the roles that were not told, with the columns that are left."""
    told, taken = {role for role, _ in said}, {place for _, places in said for place in places}
    meant = {
        place: meaning
        for place, heading in enumerate(table.columns)
        if place not in taken and (meaning := meaning_of(heading))
    }
    numbers = _with_numbers(table, meant)
    pairs = [] if NAME in told else _guessed_names(table, meant, numbers)
    for role in [role for role in (ID, KIND) if role not in told]:
        found = [(meaning.rank, place) for place, meaning in meant.items() if meaning.role == role]
        # A customer's number is surer than what is called "No." and less than "Customer no.".
        between = meaning_of(ID)
        found += [(between.rank, place) for place in numbers if between and role == ID]
        pairs += [(role, (min(found)[1],))] if found else []
    for place, meaning in meant.items():
        several = meaning.role in (ALIAS, COUNTRY, *PARTICULARS)
        named = several or meaning.role.startswith(IDENTIFIER)
        if named and meaning.role not in told:
            pairs.append((meaning.role, (place,)))
    return pairs


def _guessed_names(
    table: Table, meant: Mapping[int, Meaning], numbers: Collection[int]
) -> list[Pair]:
    named = {place: meaning for place, meaning in meant.items() if place not in numbers}
    names = name_columns(named)
    halves = [place for place in names[0] if named[place].role == SURNAME] if names else []
    if len(names) == 1 and names[0] == tuple(halves) and not _has_whole_names(table, halves[0]):
        raise UsageError(
            f"{table.path}: the column {table.columns[halves[0]]!r} has surnames, and no column "
            f"for the given names is known among {_quoted(table.columns)}. Nothing was screened. "
            f"Say which it is: --columns 'name=GIVEN NAME+{table.columns[halves[0]]}'"
        )
    # The others are further names of the same party.
    return [(ALIAS if number else NAME, places) for number, places in enumerate(names)]


def _with_numbers(table: Table, meant: Mapping[int, Meaning]) -> list[int]:
    """Columns called *Customer* and the like that have the customers' numbers."""
    parties = [place for place, meaning in meant.items() if meaning.role == PARTY]
    return [place for place in parties if _mostly(table, place, _NUMBER.fullmatch)]


def _has_whole_names(table: Table, place: int) -> bool:
    return _mostly(table, place, lambda value: " " in value)


def _mostly(table: Table, place: int, is_such: Callable[[str], object]) -> bool:
    """Whether nearly all values of a column are such, by the first rows of the table."""
    rows = islice(table.rows(), _LOOKED_AT)
    cells = (row.cells[place] for row in rows if isinstance(row, TableRow))
    values = [cell.strip() for cell in cells if isinstance(cell, str) and cell.strip()]
    return bool(values) and sum(map(bool, map(is_such, values))) >= _MOSTLY * len(values)


def _columns(pairs: Sequence[Pair]) -> Columns | None:
    def all_of(role: str) -> list[Places]:
        return [places for found, places in pairs if found == role and places]

    names = all_of(NAME)
    if not names:
        return None
    ids, kinds = all_of(ID), all_of(KIND)
    return Columns(
        name=names[0],
        # A second column for the name is another name of the same party.
        aliases=(*names[1:], *all_of(ALIAS)),
        countries=tuple(place for places in all_of(COUNTRY) for place in places),
        id=ids[0][0] if ids else None,
        kind=kinds[0][0] if kinds else None,
        identifiers=tuple(
            (role.removeprefix(IDENTIFIER), place)
            for role, places in pairs
            if role.startswith(IDENTIFIER)
            for place in places
        ),
        particulars=tuple(
            (role, place) for role, places in pairs if role in PARTICULARS for place in places
        ),
    )


def _quoted(columns: Sequence[str]) -> str:
    shown_columns = ", ".join(map(repr, columns[:20]))
    return f"{shown_columns} …" if len(columns) > 20 else shown_columns

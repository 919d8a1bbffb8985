"""Which column of a table is what: as the user says, or guessed from the headings and shown."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass

from documents.tables import Table
from lists.headings import ALIAS, COUNTRY, FIRST, ID, IDENTIFIER, KIND, LAST, NAME, role_of
from records import UsageError

ROLES = (NAME, ALIAS, COUNTRY, ID, KIND)


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


def choose_columns(table: Table, asked: Sequence[str] | None) -> Columns:
    """Settle which column is what.

    Args:
        table: has the headings.
        asked: ``role=heading`` pairs; a role is ``name``, ``alias``, ``country``, ``id``,
            ``kind`` or ``identifier.TYPE``, headings joined with ``+`` make one name. None to
            guess.

    Raises:
        UsageError: a role or a heading is unknown, or there is no column for the name.
    """
    pairs = _guess(table) if asked is None else [_pair(table, item) for item in asked]
    columns = _columns(pairs)
    if columns is None:
        raise UsageError(
            f"{table.path}: no column for the name among {_quoted(table.columns)}. "
            "Nothing was screened. Say which it is: --columns name=HEADING. "
            "If these are no headings but a party, put a line of headings before it"
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
    return f"{table.path}: {table.form}; read as --columns {_as_option(said)}"


def _as_option(pairs: Sequence[str]) -> str:
    text = ",".join(f'"{pair}"' if "," in pair or '"' in pair else pair for pair in pairs)
    return f"'{text}'" if " " in text or '"' in text else text


def _joined(table: Table, places: Sequence[int]) -> str:
    return "+".join(table.columns[place] for place in places)


def _pair(table: Table, text: str) -> tuple[str, tuple[int, ...]]:
    role, equals, heading = text.partition("=")
    role = role.strip().lower()
    if not equals or not (role in ROLES or role.removeprefix(IDENTIFIER) not in ("", role)):
        known = ", ".join(ROLES)
        raise UsageError(f"--columns {text!r} is no ROLE=HEADING. Roles: {known}, {IDENTIFIER}TYPE")
    return role, _places(table, heading.strip())


def _places(table: Table, heading: str) -> tuple[int, ...]:
    if heading in table.columns:
        return (table.columns.index(heading),)
    folded = [column.casefold() for column in table.columns]
    parts = [part.strip().casefold() for part in heading.split("+")]
    whole = heading.casefold()
    if whole in folded:
        return (folded.index(whole),)
    if missing := [part for part in parts if part not in folded]:
        raise UsageError(
            f"{table.path}: no column {missing[0]!r} among {_quoted(table.columns)}. "
            "Nothing was screened."
        )
    return tuple(folded.index(part) for part in parts)


def _guess(table: Table) -> list[tuple[str, tuple[int, ...]]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for place, heading in enumerate(table.columns):
        if meant := role_of(heading):
            found.setdefault(meant[0], []).append((meant[1], place))
    pairs: list[tuple[str, tuple[int, ...]]] = []
    for role, places in found.items():
        if role in (NAME, ID, KIND):
            pairs.append((role, (min(places)[1],)))
        elif role not in (FIRST, LAST):
            pairs += [(role, (place,)) for _, place in places]
    if NAME not in found and LAST in found:
        pairs.append((NAME, tuple(min(found[role])[1] for role in (FIRST, LAST) if role in found)))
    return pairs


def _columns(pairs: Sequence[tuple[str, tuple[int, ...]]]) -> Columns | None:
    def all_of(role: str) -> list[tuple[int, ...]]:
        return [places for found, places in pairs if found == role]

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
    )


def _quoted(columns: Sequence[str]) -> str:
    shown_columns = ", ".join(map(repr, columns[:20]))
    return f"{shown_columns} …" if len(columns) > 20 else shown_columns

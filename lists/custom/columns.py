"""Which column of a team's own table says what: as told, or guessed from the headings."""

import csv
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from lists import headings
from lists.name_columns import Places, name_columns
from lists.texts import one_line
from records import ListFormatError, UsageError

T = TypeVar("T")
NAME = "name"
IDENTIFIERS = (
    "registration", "tax", "vat", "lei", "bic", "imo", "mmsi", "passport", "national_id",
    "uscc", "duns", "crypto",
)  # fmt: skip
FIELDS = (
    NAME, "alias", "former", "weak", "id", "kind", "country", "programme", "birth_date", "address",
    "listed_on", "remark", *IDENTIFIERS,
)  # fmt: skip
"""What a column can be told to be. What is none of these is kept as a note."""
LONG = "identifier."
"""``identifier.lei`` is ``lei``, as for ``batch``."""
JOIN = "+"
"""Between columns that make one text together: ``name=First name+Last name``."""

Columns = Mapping[str, Sequence[tuple[str, ...]]]
"""For each field the columns that hold it, each a tuple of those that are joined."""

MORE: Mapping[str, str] = {
    "former": "former name|former names|previous name|previous names|fka|formerly known as",
    "weak": "weak alias|weak aliases|weak name",
    "programme": "programme|programmes|program|programs|program ids|sanctions|regime",
    "birth_date": "birth date|birth dates|date of birth|dob|geburtsdatum",
    "address": "address|addresses|full address|registered address|adresse",
    "listed_on": "listed on|listing date|date listed|date added|added on|since",
    "remark": "remark|remarks|comment|comments|notes|note|description|bemerkung",
    "crypto": "wallet|wallet address|crypto address",
    "kind": "schema",
    "id": "customer no|uid|unique id",
    "name": "caption|company or organization|entity|individual or entity",
    "country": "countries|nationalities|jurisdictions|country or region",
}
"""Headings that tables of counterparties do not have, beside those of ``lists.headings``."""
ROLES = {
    headings.NAME: "", headings.ALIAS: "alias", headings.COUNTRY: "country",
    headings.ID: "id", headings.KIND: "kind", headings.NATIONALITY: "country",
    headings.BIRTH: "birth_date", headings.ADDRESS: "address",
    f"{headings.IDENTIFIER}inn": "tax", f"{headings.IDENTIFIER}ogrn": "registration",
}  # fmt: skip
ONCE = {"id", "kind"}
"""Fields of which the best heading is taken. Of names all are, the best one first: a name that was
left among the notes would be missed."""


def told(text: str) -> Columns:
    """Read the option ``--columns``: ``name=Company,alias=Also known as,country=Land``.

    Raises:
        UsageError: it is not of this form.
    """
    columns: dict[str, list[tuple[str, ...]]] = {}
    for part in next(csv.reader([text], skipinitialspace=True), []):
        field, equals, heading = part.partition("=")
        field = field.strip().lower().removeprefix(LONG)
        if not equals or not heading.strip() or field not in FIELDS:
            raise UsageError(
                f"--columns: {part!r} is not FIELD=COLUMN. Fields: {', '.join(FIELDS)}. Two "
                f"columns that make one name: name=First name{JOIN}Last name"
            )
        joined = tuple(one_line(each) for each in heading.split(JOIN))
        columns.setdefault(field, []).append(joined)
    if NAME not in columns:
        raise UsageError("--columns: which column has the names? Say name=COLUMN")
    return columns


def found(header: Sequence[str], columns: Columns | None) -> Columns:
    """The columns of a table with this header.

    Args:
        header: its headings.
        columns: what was told; None to guess.

    Raises:
        ListFormatError: it lacks a column that was told, or none looks like a name.
    """
    if columns is None:
        return guessed(header)
    known = set(map(one_line, header))
    for joined in (each for group in columns.values() for each in group):
        for heading in joined:
            if heading not in known:
                raise ListFormatError(
                    f"the table has no column {heading!r}; it has {_shown(header)}"
                )
    return columns


def guessed(header: Sequence[str]) -> Columns:
    """The columns by their headings.

    Raises:
        ListFormatError: none looks like a name.
    """
    ranked: dict[str, list[tuple[int, str]]] = {}
    meant: dict[int, headings.Meaning] = {}
    for place, heading in enumerate(header):
        if role := _first_of_lines(heading, _role):
            ranked.setdefault(role[0], []).append((role[1], one_line(heading)))
        elif meaning := _first_of_lines(heading, headings.meaning_of):
            meant[place] = meaning
    columns: dict[str, list[tuple[str, ...]]] = {
        field: [(heading,) for _, heading in sorted(found)[: 1 if field in ONCE else None]]
        for field, found in ranked.items()
    }
    names = _whole(name_columns(meant))
    joined = [tuple(one_line(header[place]) for place in places) for places in names]
    if joined or NAME in columns:
        columns[NAME] = [*joined, *columns.get(NAME, ())]
    if NAME not in columns:
        raise ListFormatError(
            f"none of its columns looks like a name: {_shown(header)}. Say which one is: "
            "--columns name=COLUMN"
        )
    return columns


def _whole(names: Sequence[Places]) -> list[Places]:
    """Without those that are the beginning of another: on a list half a name would be one."""
    return [
        name
        for name in names
        if not any(other != name and other[: len(name)] == name for other in names)
    ]


def _first_of_lines(heading: str, means: Callable[[str], T | None]) -> T | None:
    """What a heading means, or one of its lines: some tables have them in two languages."""
    lines = [heading, *reversed(heading.splitlines())]
    return next(filter(None, map(means, lines)), None)


def _role(heading: str) -> tuple[str, int] | None:
    """The field that a heading usually is, and its rank among those of the same field; None for
    what is no field, and for names, which may be spread over several columns.
    """
    for field, words in MORE.items():
        if headings.plain(heading) in words.split("|"):
            return field, len(words)
    found = headings.role_of(heading)
    if found is None:
        return None
    field = ROLES.get(found[0], found[0].removeprefix(headings.IDENTIFIER))
    return (field, found[1]) if field in FIELDS else None


def described(columns: Columns, header: Sequence[str]) -> str:
    """The mapping in one line, for the person who has to agree with it or say another."""
    pairs = [
        f"{field}={JOIN.join(joined)}" for field in FIELDS for joined in columns.get(field, ())
    ]
    said = [f'"{pair}"' if "," in pair else pair for pair in pairs]
    used = {heading for group in columns.values() for joined in group for heading in joined}
    others = [text for heading in header if (text := one_line(heading)) and text not in used]
    rest = f"; as notes: {', '.join(others)}" if others else ""
    return f"read as --columns '{','.join(said)}'{rest}"


def _shown(header: Sequence[str]) -> str:
    shown = ", ".join(repr(one_line(heading)[:40]) for heading in header[:20])
    return f"{shown} …" if len(header) > len(header[:20]) else shown

"""A party as the desk's forms write it: every field a text, in which several values may stand.

The same fields stand in the search and on the customers' page; what the words in them mean is said
in ``screening.tables.described``, as for the API.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Any

from fastapi import Depends, Form, Query

from matcher.search.query import NO_WORD, unsearchable
from records import Identifier, Kind, Part, UsageError
from records import Query as Asked
from screening.tables import described
from screening.tables.named_countries import countries
from service.pages.language import country

PART_FIELDS = ("role", "name", "kind", "born", "country")
BLANK_PARTS = 2
"""So many empty rows follow the parts that are known."""
_SEVERAL = re.compile(r"\s*[;\n]\s*")
_LABELS = {
    "countries": "Country",
    "birth_dates": "Birth date",
    "nationalities": "Nationality",
    "gender": "Gender",
    "identifiers": "Identifier",
    "parts": "Part",
}
"""What a refusal calls the fields; ``service.pages.said`` knows these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyText:
    """What stands in the fields."""

    name: str = ""
    aliases: str = ""
    country: str = ""
    kind: str = ""
    born: str = ""
    birth_place: str = ""
    nationality: str = ""
    gender: str = ""
    address: str = ""
    identifier: str = ""

    @property
    def says_more(self) -> bool:
        """Whether something is said that has its place behind the first fields."""
        more = (self.aliases, self.birth_place, self.nationality, self.gender, self.address)
        return any((*more, self.identifier))


_Line = Annotated[str, Query(max_length=1000)]
_Lines = Annotated[str, Form(max_length=4000)]


def _in_address(
    country: _Line = "",
    kind: Annotated[str, Query(max_length=30)] = "",
    born: _Line = "",
    birth_place: _Line = "",
    nationality: _Line = "",
    gender: Annotated[str, Query(max_length=30)] = "",
    address: _Line = "",
    identifier: _Line = "",
) -> PartyText:
    return PartyText(
        country=country,
        kind=kind,
        born=born,
        birth_place=birth_place,
        nationality=nationality,
        gender=gender,
        address=address,
        identifier=identifier,
    )


def _in_form(
    name: _Lines = "",
    aliases: _Lines = "",
    country: _Lines = "",
    kind: Annotated[str, Form(max_length=30)] = "",
    born: _Lines = "",
    birth_place: _Lines = "",
    nationality: _Lines = "",
    gender: Annotated[str, Form(max_length=30)] = "",
    address: _Lines = "",
    identifier: _Lines = "",
) -> PartyText:
    return PartyText(
        name=name,
        aliases=aliases,
        country=country,
        kind=kind,
        born=born,
        birth_place=birth_place,
        nationality=nationality,
        gender=gender,
        address=address,
        identifier=identifier,
    )


InAddress = Annotated[PartyText, Depends(_in_address)]
"""The fields of a search, without the name."""
InForm = Annotated[PartyText, Depends(_in_form)]


def asked(text: PartyText, parts: Iterable[Mapping[str, str]] = ()) -> Asked:
    """The party that the fields describe.

    Args:
        text: the fields.
        parts: each with ``PART_FIELDS``; those without a name and a role are empty rows.

    Raises:
        UsageError: nothing of it can be searched for, or a field is not understood.
    """
    said = {**_said(text), "parts": list(_parts(parts))}
    try:
        # A name without letters is refused here in the desk's words.
        numbers = tuple(_numbers(text.identifier))
        if unsearchable(Asked(name=text.name, identifiers=numbers)) == NO_WORD:
            raise UsageError(
                f"“{text.name}” has no word that can be searched for. Nothing was screened: "
                "enter a name with letters"
            )
        return described.query(said)
    except UsageError as error:
        where, colon, rest = str(error).partition(": ")
        label = _LABELS.get(where.partition(".")[0])
        raise UsageError(f"{label}{colon}{rest}" if label else str(error)) from error


def whole(told: Asked, known: Asked) -> Asked:
    """What a form says, with what it has no field for as it is known: how an address is made up,
    whose a number is, and all but the first fields of a part.
    """
    addresses = {each.text: each for each in known.addresses}
    numbers = {(each.type, each.value): each for each in known.identifiers}
    parts = {(each.role, each.query.name): each for each in known.parts}
    return replace(
        told,
        addresses=tuple(addresses.get(each.text, each) for each in told.addresses),
        identifiers=tuple(numbers.get((each.type, each.value), each) for each in told.identifiers),
        parts=tuple(_with(each, parts.get((each.role, each.query.name))) for each in told.parts),
    )


def written(query: Asked) -> PartyText:
    """A party as the fields have it."""
    # A nationality counts as a country, too; it need not be said twice.
    tied = [code for code in query.countries if code not in query.nationalities]
    return PartyText(
        name=query.name,
        aliases="\n".join(query.aliases),
        country="; ".join(map(_country, tied)),
        kind=query.kind.value if query.kind else "",
        born="; ".join(query.birth_dates),
        birth_place="; ".join(query.birth_places),
        nationality="; ".join(map(_country, query.nationalities)),
        gender=query.gender.value if query.gender else "",
        address="\n".join(each.text for each in query.addresses),
        identifier="\n".join(map(_number, query.identifiers)),
    )


def written_parts(parts: Sequence[Part]) -> list[dict[str, str]]:
    """The parts of a party as rows of the form."""
    rows = []
    for each in parts:
        text = written(each.query)
        rows.append({"role": each.role} | {key: getattr(text, key) for key in PART_FIELDS[1:]})
    return rows


def with_blanks(rows: Iterable[Mapping[str, str]]) -> list[Mapping[str, str]]:
    """Rows of parts, and empty ones to fill in."""
    return [*rows, *(dict.fromkeys(PART_FIELDS, "") for _ in range(BLANK_PARTS))]


def _said(text: PartyText) -> dict[str, Any]:
    return {
        "name": text.name.strip(),
        "aliases": _lines(text.aliases),
        "kind": text.kind if text.kind in set(Kind) else None,
        "countries": _several(text.country),
        "birth_dates": _several(text.born),
        "birth_places": _several(text.birth_place),
        "nationalities": _several(text.nationality),
        "gender": text.gender or None,
        "addresses": [{"text": each} for each in _lines(text.address)],
        "identifiers": [
            {"type": each.type, "value": each.value, "country": each.country}
            for each in _numbers(text.identifier)
        ],
    }


def _parts(rows: Iterable[Mapping[str, str]]) -> Iterable[dict[str, Any]]:
    for row in rows:
        if row["name"].strip() or row["role"].strip():
            text = PartyText(**{key: row[key] for key in PART_FIELDS[1:]})
            yield {**_said(text), "role": row["role"].strip() or "part"}


def _several(text: str) -> list[str]:
    return [each.strip() for each in _SEVERAL.split(text) if each.strip()]


def _lines(text: str) -> list[str]:
    """What may have semicolons in it: names and addresses."""
    return [" ".join(each.split()) for each in text.splitlines() if each.strip()]


def _numbers(text: str) -> Iterable[Identifier]:
    for each in _several(text):
        kind, equals, value = each.partition("=")
        kind, _, country = kind.partition(":") if equals else ("", "", "")
        yield Identifier(
            type=kind.strip().lower(),
            value=(value if equals else each).strip(),
            country=country.strip() or None,
        )


def _country(code: str) -> str:
    """A country in the reader's word, where that word means it and no other."""
    word = country(code)
    return word if countries([word]) == (code,) else code


def _number(one: Identifier) -> str:
    kind = f"{one.type}:{one.country}" if one.country else one.type
    return f"{kind}={one.value}" if kind else one.value


def _with(told: Part, known: Part | None) -> Part:
    if known is None:
        return told
    rest = known.query
    query = replace(
        rest,
        kind=told.query.kind,
        countries=tuple(dict.fromkeys((*told.query.countries, *rest.nationalities))),
        birth_dates=told.query.birth_dates,
    )
    return replace(known, query=query)

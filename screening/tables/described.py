"""A party as a program or a person describes it, in words: countries by their names, dates as they
are written.

    query({"name": "Ali Hassan", "birth_dates": ["circa 1960"], "nationalities": ["Iraq"]})

One place says what the words of a description mean, for the API, for JSON lines and for the
options of a command. What is not understood is refused, for somebody can be asked.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lists import identifier_types
from matcher.identifiers.contacts import CONTACTS
from matcher.identifiers.recognise import GENERAL
from matcher.identifiers.registry import EVERYWHERE
from matcher.search.query import NO_WORD, unsearchable
from records import Address, Identifier, Kind, Part, Query, UsageError
from screening.tables.named_countries import countries, country
from screening.tables.particulars import births, gender

MANY = (
    "aliases", "countries", "identifiers", "birth_dates", "birth_places", "nationalities",
    "addresses", "parts",
)  # fmt: skip
TYPES = identifier_types.TYPES | GENERAL | EVERYWHERE | CONTACTS
"""Of identifiers, ours and those that say what a number is for; empty for any."""
_USUAL = (
    "imo, lei, bic, tax, vat, registration, passport, national_id, crypto, email, phone, website"
)
KEYS = ("name", "kind", "gender", *MANY)
"""What a description may say; all but the name may be left out."""


def query(said: Mapping[str, Any], where: str = "") -> Query:
    """A party to screen.

    Args:
        said: some of ``KEYS``; identifiers with ``type``, ``value`` and perhaps ``country``,
            addresses with some of ``text``, ``city`` and ``country``, parts with ``role``, an
            ``id`` and all but parts of their own.
        where: where it stands among others, for the refusal.

    Raises:
        UsageError: it has nothing to search for, or says what is not understood.
    """
    nationalities = countries(_texts(said, "nationalities", where), f"{where}nationalities: ")
    tied = countries(_texts(said, "countries", where), f"{where}countries: ")
    party = Query(
        name=str(said.get("name") or ""),
        aliases=_texts(said, "aliases", where),
        kind=_kind(said.get("kind"), where),
        # A nationality is a tie to a country, too, for parties of whom a list has none.
        countries=tuple(dict.fromkeys((*tied, *nationalities))),
        identifiers=tuple(_identifiers(said, where)),
        birth_dates=births(_texts(said, "birth_dates", where), f"{where}birth_dates: "),
        birth_places=tuple(filter(str.strip, _texts(said, "birth_places", where))),
        nationalities=nationalities,
        gender=gender(said.get("gender"), f"{where}gender: "),
        addresses=tuple(_addresses(said, where)),
        parts=tuple(_parts(said, where)),
    )
    if reason := unsearchable(party):
        besides = ", and no identifier is given" if reason == NO_WORD else ""
        raise UsageError(f"{where}{party.name[:60]!r} has {reason}{besides}. Nothing was screened")
    return party


def queries(lines: Sequence[str], shown_as: str) -> Iterator[Query]:
    """Parties of JSON lines, one object a line; empty lines are passed over.

    Args:
        lines: of a file.
        shown_as: the file, for the refusal.

    Raises:
        UsageError: a line is no object, has a key that is not known, or is not understood.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        where = f"{shown_as}: line {number}: "
        try:
            said = json.loads(line)
        except ValueError as error:
            raise UsageError(f"{where}no JSON ({error}). Nothing was screened") from error
        if not isinstance(said, dict):
            raise UsageError(f"{where}no object but {line[:60]!r}. Nothing was screened")
        if unknown := said.keys() - set(KEYS):
            raise UsageError(
                f"{where}unknown key {min(unknown)!r}; expected some of: {', '.join(KEYS)}. "
                "Nothing was screened"
            )
        yield query(said, where)


def _texts(said: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    found = said.get(key) or ()
    texts = (found,) if isinstance(found, str) else found
    if not isinstance(texts, list | tuple) or not all(isinstance(text, str) for text in texts):
        raise UsageError(f"{where}{key}: a list of texts is needed. Nothing was screened")
    return tuple(texts)


def _parts(said: Mapping[str, Any], where: str) -> Iterator[Part]:
    for place, one in enumerate(said.get("parts") or ()):
        at = f"{where}parts.{place}."
        if not isinstance(one, Mapping) or one.get("parts") or one.keys() - {*KEYS, "role", "id"}:
            raise UsageError(
                f"{at[:-1]}: an object is needed with role and some of: {', '.join(KEYS[:-1])}. "
                "Nothing was screened"
            )
        id_ = one.get("id")
        yield Part(
            role=str(one.get("role") or "part"),
            query=query(one, at),
            id=None if id_ is None else str(id_),
        )


def _objects(said: Mapping[str, Any], key: str, where: str) -> Iterator[tuple[str, Any]]:
    found = said.get(key) or ()
    if not isinstance(found, list | tuple) or not all(isinstance(one, Mapping) for one in found):
        raise UsageError(f"{where}{key}: a list of objects is needed. Nothing was screened")
    for place, one in enumerate(found):
        yield f"{where}{key}.{place}.", {k: None if v is None else str(v) for k, v in one.items()}


def _kind(text: Any, where: str) -> Kind | None:
    if text is None:
        return None
    if text not in set(Kind):
        known = ", ".join(kind.value for kind in Kind)
        raise UsageError(f"{where}kind: {text!r} is not known; expected one of: {known}")
    return Kind(text)


def _identifiers(said: Mapping[str, Any], where: str) -> Iterator[Identifier]:
    for at, one in _objects(said, "identifiers", where):
        if not one.get("value"):
            raise UsageError(f"{at}value: missing. Nothing was screened")
        giver = country(one.get("country"), f"{at}country: ")
        kind = (one.get("type") or "").strip().lower()
        if kind not in TYPES:
            raise UsageError(
                f"{at}type: {one['type']!r} is not known; expected one of: {_USUAL}, or nothing "
                "for a number of any type. Nothing was screened"
            )
        yield Identifier(type=kind, value=one["value"], country=giver)


def _addresses(said: Mapping[str, Any], where: str) -> Iterator[Address]:
    for at, one in _objects(said, "addresses", where):
        code = country(one.get("country"), f"{at}country: ")
        city, text = one.get("city"), one.get("text") or ""
        if city or text or code:
            yield Address(text=text or city or "", city=city, country=code)

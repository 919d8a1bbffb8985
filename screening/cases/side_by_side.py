"""A customer and the entries that it may be, row by row: what agrees, what differs, what nobody
knows.

    rows = side_by_side(customer, entries, met)

A row says ``unknown`` where one of the two says nothing: that is no reason to clear anybody.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from lists.countries import country_name
from matcher.identifiers.recognise import normal_of, refined, same_sort
from matcher.particulars.births import BIRTH_DATE
from matcher.particulars.compare import (
    ADDRESS,
    BIRTH_PLACE,
    GENDER,
    NATIONALITY,
    compare,
)
from matcher.particulars.listed import joined, particulars_of
from matcher.particulars.verdict import Verdict as Particular
from records import Address, Entity, Identifier, Kind, NameKind, Query


class Verdict(StrEnum):
    """Whether a row speaks for or against the two being one party."""

    AGREES = "agrees"
    CLOSE = "close"
    """Names that are alike."""
    DIFFERS = "differs"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that is said of a party."""

    text: str
    about: str = ""
    """What it is, in a word or two."""
    met: bool = False
    """Whether the other side says the same."""
    entity: str = ""
    """Of a tie to another party, that party's entry, where the publisher names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One kind of thing, on both sides."""

    title: str
    ours: tuple[Line, ...]
    theirs: Mapping[str, tuple[Line, ...]]
    """By the entries' ids."""
    verdict: Verdict


def side_by_side(
    party: Query, entries: Sequence[Entity], hits: Mapping[str, Mapping[str, Any]]
) -> tuple[Row, ...]:
    """Put a customer beside the entries of one listed party.

    Args:
        party: the customer.
        entries: of the listed party.
        hits: by entry the hit as it is kept, for those that have one.
    """
    party = _met(party, hits)
    return (
        _names(party, entries, hits),
        _kinds(party, entries),
        *_particulars(party, entries),
        _countries(party, entries),
        _identifiers(party, entries),
        _row("Roles and ties", (), {one.id: _ties(one) for one in entries}),
    )


def _met(party: Query, hits: Mapping[str, Mapping[str, Any]]) -> Query:
    """Whom the hits are about: the customer, or that part of it which all of them met."""
    met = {hit.get("part") for hit in hits.values()}
    return next((one.query for one in party.parts if met == {one.label}), party)


def _names(party: Query, entries: Sequence[Entity], hits: Mapping[str, Mapping[str, Any]]) -> Row:
    ours = (Line(text=party.name), *(Line(text=name, about="alias") for name in party.aliases))
    theirs = {one.id: tuple(_listed_names(one, hits.get(one.id, {}))) for one in entries}
    matched = any(hit.get("decision") == "match" for hit in hits.values())
    verdict = Verdict.AGREES if matched else Verdict.CLOSE if hits else Verdict.UNKNOWN
    return Row(title="Names", ours=ours, theirs=theirs, verdict=verdict)


_NAME_KINDS = {
    NameKind.ALIAS: "alias",
    NameKind.FORMER: "former name",
    NameKind.WEAK: "weak alias",
}


def _listed_names(entity: Entity, hit: Mapping[str, Any]) -> Iterable[Line]:
    met = hit.get("matched_name")
    # The name that met stands first, however far down the publisher has it.
    for name in sorted(entity.names, key=lambda name: name.text != met):
        about = _NAME_KINDS.get(name.kind, "")
        yield Line(text=name.text, about=about, met=name.text == met)


def _kinds(party: Query, entries: Sequence[Entity]) -> Row:
    ours = () if party.kind is None else (Line(text=party.kind.value),)
    kinds = {one.kind for one in entries if one.kind is not Kind.UNKNOWN}
    theirs = {
        one.id: _plain([one.kind.value] if one.kind is not Kind.UNKNOWN else []) for one in entries
    }
    known = {party.kind} - {None, Kind.UNKNOWN}
    return Row(title="Kind", ours=ours, theirs=theirs, verdict=_verdict(known, kinds))


def _countries(party: Query, entries: Sequence[Entity]) -> Row:
    listed = {code for one in entries for code in one.countries}
    ours = tuple(Line(text=country_name(code), met=code in listed) for code in party.countries)
    theirs = {
        one.id: tuple(
            Line(text=country_name(code), met=code in party.countries) for code in one.countries
        )
        for one in entries
    }
    verdict = _verdict(set(party.countries), listed)
    return Row(title="Countries", ours=ours, theirs=theirs, verdict=verdict)


def _particulars(party: Query, entries: Sequence[Entity]) -> Iterable[Row]:
    """What stands beside names, numbers and countries. A place of birth and the like has a row only
    where one of the two says it; when somebody was born, and where a party is, always.
    """
    found = compare(party, joined([particulars_of(one) for one in entries]))
    verdicts = {one.what: _VERDICTS[one.verdict] for one in found}
    for title, what, ours, theirs in (
        ("Born", BIRTH_DATE, party.birth_dates, lambda one: one.birth_dates),
        ("Born in", BIRTH_PLACE, party.birth_places, lambda one: one.birth_places),
        ("Nationality", NATIONALITY, _named(party.nationalities), _nationalities),
        ("Gender", GENDER, (party.gender,) if party.gender else (), lambda one: one.genders),
        ("Addresses", ADDRESS, tuple(map(_address, party.addresses)), _addresses),
    ):
        told = {one.id: _plain(theirs(one)) for one in entries}
        if ours or any(told.values()) or title in ("Born", "Addresses"):
            verdict = verdicts.get(what, Verdict.UNKNOWN)
            yield Row(title=title, ours=_plain(ours), theirs=told, verdict=verdict)


_VERDICTS = {
    Particular.AGREES: Verdict.AGREES,
    Particular.NEAR: Verdict.CLOSE,
    Particular.DIFFERS: Verdict.DIFFERS,
    Particular.UNKNOWN: Verdict.UNKNOWN,
}


def _named(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(country_name, codes))


def _nationalities(entity: Entity) -> tuple[str, ...]:
    return _named(entity.nationalities)


def _identifiers(party: Query, entries: Sequence[Entity]) -> Row:
    listed = [item for one in entries for item in (*one.identifiers, *one.contacts)]
    agree = any(_same(mine, other) for mine in party.identifiers for other in listed)
    beside = any(_comparable(mine, other) for mine in party.identifiers for other in listed)
    verdict = Verdict.AGREES if agree else Verdict.DIFFERS if beside else Verdict.UNKNOWN
    return Row(
        title="Identifiers",
        ours=tuple(_numbered(party.identifiers, listed)),
        theirs={
            one.id: tuple(_numbered((*one.identifiers, *one.contacts), party.identifiers))
            for one in entries
        },
        verdict=verdict,
    )


def _numbered(items: Iterable[Identifier], others: Iterable[Identifier]) -> Iterable[Line]:
    others = tuple(others)
    for item in items:
        country = f", {country_name(item.country)}" if item.country else ""
        met = any(_same(item, other) for other in others)
        yield Line(text=item.value, about=item.type.replace("_", " ") + country, met=met)


def _sort(item: Identifier) -> str:
    return refined(item.type, normal_of(item.type, item.value))


def _comparable(left: Identifier, right: Identifier) -> bool:
    return same_sort(_sort(left), _sort(right))


def _same(left: Identifier, right: Identifier) -> bool:
    return _comparable(left, right) and (
        normal_of(left.type, left.value) == normal_of(right.type, right.value)
    )


def _verdict(ours: set[Any], theirs: set[Any]) -> Verdict:
    if not ours or not theirs:
        return Verdict.UNKNOWN
    return Verdict.AGREES if ours & theirs else Verdict.DIFFERS


def _row(title: str, ours: tuple[Line, ...], theirs: Mapping[str, tuple[Line, ...]]) -> Row:
    """What customers' registers say nothing of yet."""
    return Row(title=title, ours=ours, theirs=theirs, verdict=Verdict.UNKNOWN)


def _plain(texts: Iterable[str]) -> tuple[Line, ...]:
    return tuple(Line(text=text) for text in texts)


def _addresses(entity: Entity) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(_address, entity.addresses))))


def _address(address: Address) -> str:
    return address.text or address.city or country_name(address.country or "")


def _ties(entity: Entity) -> tuple[Line, ...]:
    return tuple(
        Line(
            text=one.target,
            about=one.type[:1].upper() + one.type[1:],
            entity=one.target if one.target.startswith(f"{entity.source}:") else "",
        )
        for one in entity.relations
    )

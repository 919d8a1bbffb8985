"""FollowTheMoney entities, one JSON object a line, as lists of our own records.

Sanctions, passports, addresses and ties are entities of their own that refer to a party, or stand
inside it (``targets.nested.json``); both are brought to the party.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lists.countries import country_code, is_country_code
from lists.ftm.words import COUNTRIES, IDENTIFIERS, NAMES, SCHEMAS
from lists.source import ParseReport, Readable
from lists.texts import iso_day, noted, one_line, primary_first
from records import Address, Entity, Identifier, Kind, ListedName, ListFormatError, Note, Relation
from records.blocks import byte_lines

LONGEST_LINE = 1 << 24
"""Bytes. The largest nested target that was seen has under 2 MB."""
TO_PARTY = ("entity", "holder")
"""How a sanction or a passport refers to its party."""
SANCTION, ADDRESS, WALLET = "Sanction", "Address", "CryptoWallet"
DOCUMENTS = {"Passport": "passport", "Identification": "document"}
ENDS = {
    "Ownership": ("owner", "asset"),
    "Directorship": ("director", "organization"),
    "Membership": ("member", "organization"),
    "Employment": ("employee", "employer"),
    "Family": ("person", "relative"),
    "Associate": ("person", "associate"),
    "Representation": ("agent", "client"),
    "UnknownLink": ("subject", "object"),
    "Succession": ("predecessor", "successor"),
}
"""Ties, and the properties with their two ends."""

Properties = Mapping[str, list[Any]]


@dataclass(slots=True)
class _Item:
    """One FtM entity."""

    id: str
    schema: str
    properties: Properties
    target: bool | None
    changed: str | None


@dataclass(slots=True)
class _Book:
    """All that the file says, by what it is about."""

    parties: dict[str, _Item] = field(default_factory=dict)
    about: dict[str, list[_Item]] = field(default_factory=dict)
    addresses: dict[str, str] = field(default_factory=dict)
    targets: bool = False
    """Whether the file says which parties are listed; others are there for their ties only."""


def parse(file: Readable, report: ParseReport, *, name: str) -> Iterator[Entity]:
    """Yield one entity for each listed party, in file order.

    Raises:
        ListFormatError: a line is no FtM entity, or none is a party.
    """
    book = _Book()
    for number, line in enumerate(_lines(file), 1):
        _add(_item(_loaded(line, number), number), book)
    if not book.parties:
        raise ListFormatError("it has no person, organization, vessel or aircraft")
    changes = [item.changed for item in book.parties.values() if item.changed]
    report.edition = max(changes, default=None)
    for item in book.parties.values():
        if item.target or not book.targets:
            yield _entity(item, book, name, report)


def _lines(file: Readable) -> Iterator[bytes]:
    try:
        yield from (line for line in byte_lines(file.read, LONGEST_LINE) if line.strip())
    except ValueError as error:
        raise ListFormatError("it has no lines: one JSON object a line is expected") from error


def _loaded(line: bytes, number: int) -> dict[str, Any]:
    try:
        data = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        message = f"line {number} is not well-formed JSON: {str(error)[:80]}"
        raise ListFormatError(message) from error
    if not isinstance(data, dict):
        raise ListFormatError(f"line {number} is no JSON object")
    return data


def _item(data: Mapping[str, Any], number: int) -> _Item:
    reference, schema, said = data.get("id"), data.get("schema"), data.get("properties")
    if not isinstance(reference, str) or not reference or not isinstance(schema, str):
        raise ListFormatError(f"line {number} has no id or no schema: it is no FtM entity")
    if not isinstance(said, dict):
        raise ListFormatError(f"line {number} has no properties: it is no FtM entity")
    target = data.get("target")
    return _Item(
        id=one_line(_text(reference)),
        schema=schema,
        properties={str(key): value for key, value in said.items() if isinstance(value, list)},
        target=target if isinstance(target, bool) else None,
        changed=iso_day(_text(data.get("last_change"))),
    )


def _add(item: _Item, book: _Book) -> None:
    for values in item.properties.values():
        for value in values:
            if isinstance(value, dict) and isinstance(value.get("properties"), dict):
                inner = {"id": f"{item.id}-part", "schema": "Thing", **value, "target": False}
                _add(_item(inner, 0), book)
                _refer(item, inner, book)
    if item.schema in SCHEMAS:
        met = book.parties.get(item.id)
        # A party that stands inside another one may stand in a line of its own, with more.
        if met is None or not met.target:
            book.parties[item.id] = item
        book.targets = book.targets or item.target is True
    elif item.schema == ADDRESS:
        book.addresses[item.id] = next(iter(_said(item, "full")), "") or _joined(item)
    else:
        ends = ENDS.get(item.schema, TO_PARTY)
        for end in ends:
            for key in _references(item, end):
                book.about.setdefault(key, []).append(item)


def _refer(outer: _Item, inner: Mapping[str, Any], book: _Book) -> None:
    """What stands inside a party is about it, whether it says so or not."""
    says_so = any(inner["properties"].get(end) for end in TO_PARTY)
    if not says_so and inner["schema"] not in {*SCHEMAS, *ENDS, ADDRESS}:
        book.about.setdefault(outer.id, []).append(_item(inner, 0))


def _entity(item: _Item, book: _Book, name: str, report: ParseReport) -> Entity:
    names = [
        ListedName(text=text, kind=kind)
        for word, kind in NAMES.items()
        for text in _said(item, word)
    ]
    if not names:
        report.oddities["entry without a name"] += 1
    about = book.about.get(item.id, [])
    sanctions = [each for each in about if each.schema == SANCTION]
    addresses = [Address(text=t, country=_end_country(t)) for t in _said(item, "address")]
    addresses += [
        Address(text=text, country=_end_country(text))
        for key in _references(item, "addressEntity")
        if (text := book.addresses.get(key, "")) and text not in {a.text for a in addresses}
    ]
    ties = {code for word in COUNTRIES for text in _said(item, word) if (code := _code(text))}
    read = {*NAMES, *IDENTIFIERS, "address", "addressEntity", "birthDate", "notes", "sourceUrl"}
    return Entity(
        id=f"{name}:{item.id}",
        kind=SCHEMAS.get(item.schema, Kind.UNKNOWN),
        names=primary_first(names),
        identifiers=tuple(dict.fromkeys([*_identifiers(item), *_documents(about)])),
        addresses=tuple(addresses),
        countries=tuple(sorted({*ties, *(a.country for a in addresses if a.country)})),
        birth_dates=tuple(_said(item, "birthDate")),
        programmes=tuple(_all(sanctions, "programId", "program")),
        legal_basis=tuple(_all(sanctions, "provisions")),
        listed_on=min(_all(sanctions, "listingDate", "startDate"), default=None),
        remarks=tuple(_said(item, "notes")),
        relations=tuple(_relations(item, about, name)),
        url=next(iter(_said(item, "sourceUrl")), None),
        notes=tuple(_notes(item, sanctions, read)),
    )


def _identifiers(item: _Item) -> Iterator[Identifier]:
    for word, kind in IDENTIFIERS.items():
        for text in _said(item, word):
            yield Identifier(type=kind, value=text, notes=noted("property", word))


def _documents(about: list[_Item]) -> Iterator[Identifier]:
    for item in about:
        for text in _said(item, "number") if item.schema in DOCUMENTS else ():
            code = next(filter(None, map(_code, _said(item, "country"))), None)
            kind = DOCUMENTS[item.schema]
            notes = tuple(n for t in _said(item, "type") for n in noted("type", t))
            yield Identifier(type=kind, value=text, country=code, notes=notes)
        for text in _said(item, "publicKey") if item.schema == WALLET else ():
            notes = tuple(n for t in _said(item, "currency") for n in noted("currency", t))
            yield Identifier(type="crypto", value=text, notes=notes)


def _relations(item: _Item, about: list[_Item], name: str) -> Iterator[Relation]:
    for tie in about:
        ends = ENDS.get(tie.schema)
        if ends is None:
            continue
        said = [text for word in ("role", "relationship") for text in _said(tie, word)]
        here = 0 if item.id in _references(tie, ends[0]) else 1
        kind = "; ".join([f"{tie.schema}: {ends[here]}", *said])
        for key in _references(tie, ends[1 - here]):
            yield Relation(type=kind, target=f"{name}:{key}")


def _notes(item: _Item, sanctions: list[_Item], read: set[str]) -> Iterator[Note]:
    yield Note(label="schema", text=item.schema)
    for word in item.properties:
        if word not in read:
            yield from (note for text in _said(item, word) for note in noted(word, text))
    for sanction in sanctions:
        for word in sanction.properties:
            if word not in {"entity", "program", "programId", "provisions"}:
                texts = _said(sanction, word)
                yield from (n for text in texts for n in noted(f"Sanction: {word}", text))


def _said(item: _Item, word: str) -> list[str]:
    """The texts of a property, each once; entities that stand there are not texts."""
    texts = (one_line(_text(value)) for value in item.properties.get(word, ()))
    return [text for text in dict.fromkeys(texts) if text]


def _all(items: list[_Item], *words: str) -> list[str]:
    """The texts of the first of the properties that any of the items has."""
    for word in words:
        if texts := [text for item in items for text in _said(item, word)]:
            return list(dict.fromkeys(texts))
    return []


def _references(item: _Item, word: str) -> list[str]:
    """The ids to which a property refers."""
    keys = [
        value.get("id") if isinstance(value, dict) else value
        for value in item.properties.get(word, ())
    ]
    return [one_line(key) for key in keys if isinstance(key, str) and key.strip()]


def _joined(item: _Item) -> str:
    words = ("street", "city", "postalCode", "region", "country")
    return ", ".join(text for word in words for text in _said(item, word)[:1])


def _code(text: str) -> str | None:
    return text.lower() if is_country_code(text.upper()) else country_code(text)


def _end_country(text: str) -> str | None:
    return country_code(text.rpartition(",")[2])


def _text(value: object) -> str:
    # JSON can write half of a character pair; nothing could store it.
    plain = value if isinstance(value, str) else ""
    return plain.encode("utf-8", "replace").decode("utf-8")

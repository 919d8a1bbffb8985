"""The Beneficial Ownership Data Standard, versions 0.1 to 0.4, as JSON or JSON lines.

Up to 0.3 statements refer to statements (``describedByEntityStatement``); from 0.4 on records refer
to records (``recordId``), and a later statement about a record replaces the one before. An indirect
interest is what somebody holds through others, whose own links may be there as well: it bounds what
they may hold from above and never adds to a sum. Source: standard.openownership.org, versions 0.1,
0.2, 0.3, 0.4.
"""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from ownership.readers.lines import OwnershipFormatError, Row, day, json_lines, row, rows, text
from ownership.share import UNKNOWN, Share, percent
from ownership.statements import (
    Gap,
    Holding,
    Interest,
    OwnershipParty,
    PartyKind,
    Statement,
    Unread,
)
from records import Identifier

MOST_BYTES = 1 << 30
"""A file that is one JSON array is read whole; larger ones are published as JSON lines."""
_OLD = {
    "entityStatement": "entity",
    "personStatement": "person",
    "ownershipOrControlStatement": "relationship",
}
_SHARES = {"shareholding", "surplusAssetsOnDissolution", "rightsToSurplusAssetsOnDissolution"}
_VOTES = {"votingRights", "voting-rights"}
_STATES = {"state", "stateBody"}


def statements(file: BinaryIO) -> Iterator[Statement]:
    """Parties and holdings of a file.

    Raises:
        OwnershipFormatError: not JSON, or nothing in it is a statement.
    """
    latest: dict[str, Row] = {}
    replaced: set[str] = set()
    for where, statement in _all(file):
        if statement is None:
            yield Unread(where=where, reason="not a JSON object")
            continue
        replaced.update(_texts(statement.get("replacesStatements")))
        latest[_id(statement) or where] = statement
    if not latest:
        raise OwnershipFormatError("there is no statement in it")
    for key, statement in latest.items():
        if key not in replaced and statement.get("recordStatus") != "closed":
            yield from _statement(key, statement)


def _all(file: BinaryIO) -> Iterator[tuple[str, Row | None]]:
    head = file.read(1)
    while head.isspace():
        head = file.read(1)
    if head != b"[":
        file.seek(0)
        yield from ((f"line {number}", found) for number, found in json_lines(file))
        return
    data = head + file.read(MOST_BYTES)
    if len(data) > MOST_BYTES:
        raise OwnershipFormatError("one JSON array of more than 1 GiB: publish it as JSON lines")
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise OwnershipFormatError(f"not well-formed JSON: {str(error)[:100]}") from error
    for number, one in enumerate(found, 1):
        yield f"statement {number}", one if isinstance(one, dict) else None


def _id(statement: Row) -> str:
    return text(
        statement.get("recordId") or statement.get("statementId") or statement.get("statementID")
    )


def _statement(key: str, statement: Row) -> Iterator[Statement]:
    kind = text(statement.get("recordType")) or _OLD.get(text(statement.get("statementType")), "")
    details = row(statement.get("recordDetails")) or statement
    if kind == "entity":
        yield _entity(key, details)
    elif kind == "person":
        yield _person(key, details)
    elif kind == "relationship":
        yield from _relationship(key, details, statement)
    else:
        yield Unread(where=key, reason="neither an entity, a person nor a relationship")


def _entity(key: str, details: Row) -> OwnershipParty:
    published = details.get("entityType")
    what = text(row(published).get("type") if isinstance(published, dict) else published)
    country = text(
        row(details.get("jurisdiction") or details.get("incorporatedInJurisdiction")).get("code")
    )
    return OwnershipParty(
        key=key,
        name=text(details.get("name")),
        kind=PartyKind.STATE if what in _STATES else PartyKind.COMPANY,
        identifiers=tuple(_identifiers(details, country)),
        country=country[:2].lower() or None,
    )


def _person(key: str, details: Row) -> OwnershipParty:
    names = [text(name.get("fullName")) for name in rows(details.get("names"))]
    nation = next((text(one.get("code")) for one in rows(details.get("nationalities"))), "")
    return OwnershipParty(
        key=key,
        name=next((name for name in names if name), ""),
        kind=PartyKind.PERSON,
        identifiers=tuple(_identifiers(details, "")),
        country=nation[:2].lower() or None,
        birth_date=day(details.get("birthDate")),
    )


def _identifiers(details: Row, country: str) -> Iterator[Identifier]:
    for one in rows(details.get("identifiers")):
        scheme, value = text(one.get("scheme")), text(one.get("id"))
        if not value:
            continue
        if scheme == "XI-LEI" or "lei" in text(one.get("schemeName")).casefold().split():
            yield Identifier(type="lei", value=value)
            continue
        place = scheme[:2].lower() if scheme[2:3] == "-" else country[:2].lower()
        yield Identifier(type="registration", value=value, country=place or None)


def _end(link: Any, *keys: str) -> str:
    """Whom a link names: a record's id, or the statement that describes the party."""
    if isinstance(link, str):
        return link
    return next((text(row(link).get(key)) for key in keys if row(link).get(key)), "")


def _relationship(key: str, details: Row, statement: Row) -> Iterator[Statement]:
    described = ("describedByEntityStatement", "describedByPersonStatement")
    owned = _end(details.get("subject"), *described)
    owner = _end(details.get("interestedParty"), *described)
    if not owned:
        yield Unread(where=key, reason="it names no subject")
        return
    if not owner:
        why = row(details.get("interestedParty"))
        unspecified = row(why.get("unspecified")) or why
        yield Gap(owned=owned, reason=text(unspecified.get("reason")) or "unspecified")
        return
    for interest in rows(details.get("interests")) or ():
        yield _holding(key, owner, owned, interest, statement)
    if not details.get("interests"):
        yield _holding(key, owner, owned, {"type": "unknownInterest"}, statement)


def _holding(key: str, owner: str, owned: str, interest: Row, statement: Row) -> Holding:
    nature = text(interest.get("type")) or "unknownInterest"
    of = Interest.CONTROL
    if nature in _SHARES or nature == "unknownInterest":
        of = Interest.SHARES
    elif nature in _VOTES:
        of = Interest.VOTES
    share = UNKNOWN if of is Interest.CONTROL else _share(row(interest.get("share")))
    if text(interest.get("directOrIndirect") or interest.get("interestLevel")) == "indirect":
        share, nature = Share(0, share.high), f"{nature} (indirect)"
    return Holding(
        owner=owner,
        owned=owned,
        interest=of,
        share=share,
        nature=nature,
        statement=text(statement.get("statementId") or statement.get("statementID")) or key,
        since=day(interest.get("startDate")),
        until=day(interest.get("endDate")),
    )


def _share(stated: Row) -> Share:
    """A share object. Up to 0.2 the exclusive bounds are flags, later they are figures."""
    if (exact := stated.get("exact")) is not None:
        return _percent(exact, None)
    over, under = stated.get("exclusiveMinimum"), stated.get("exclusiveMaximum")
    low, above = stated.get("minimum"), over is True
    high, below = stated.get("maximum"), under is True
    if low is None and isinstance(over, int | float) and not isinstance(over, bool):
        low, above = over, True
    if high is None and isinstance(under, int | float) and not isinstance(under, bool):
        high, below = under, True
    return _percent(0 if low is None else low, 100 if high is None else high, above, below)


def _percent(low: Any, high: Any, above: bool = False, below: bool = False) -> Share:
    try:
        return percent(low, high, above=above, below=below)
    except ValueError:
        return UNKNOWN


def _texts(values: object) -> Iterator[str]:
    if isinstance(values, list):
        yield from (text(value) for value in values)

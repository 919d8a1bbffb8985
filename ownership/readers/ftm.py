"""FollowTheMoney entities (JSON lines): ``Ownership`` and ``Directorship`` between parties.

Source: followthemoney.tech, schemata Ownership (owner, asset, percentage), Directorship (director,
organization); thing schemata give names and numbers.
"""

from collections.abc import Iterator
from typing import BinaryIO

from ownership.readers.lines import OwnershipFormatError, Row, json_lines, row, text
from ownership.share import UNKNOWN, Share, share_of
from ownership.statements import (
    Holding,
    Interest,
    OwnershipParty,
    PartyKind,
    Statement,
    Unread,
)
from records import Identifier

_COMPANIES = {"Company", "Organization", "LegalEntity", "Asset", "Security"}
_NUMBERS = {
    "leiCode": "lei",
    "registrationNumber": "registration",
    "taxNumber": "tax",
    "innCode": "tax",
    "ogrnCode": "registration",
    "imoNumber": "imo",
}


def entities(file: BinaryIO) -> Iterator[Statement]:
    """Parties and holdings of a file.

    Raises:
        OwnershipFormatError: no line of it is an entity.
    """
    seen = False
    for line, record in json_lines(file):
        schema = text(None if record is None else record.get("schema"))
        if record is None or not schema or "id" not in record:
            yield Unread(where=f"line {line}", reason="not an entity with id and schema")
            continue
        seen = True
        properties = row(record.get("properties"))
        if schema == "Ownership":
            yield from _ownership(text(record["id"]), properties)
        elif schema == "Directorship":
            yield from _links(
                text(record["id"]), properties, ("director", "organization"), Interest.CONTROL
            )
        elif schema == "Person" or schema in _COMPANIES or schema == "PublicBody":
            yield _party(text(record["id"]), schema, properties)
    if not seen:
        raise OwnershipFormatError("no line of it is a FollowTheMoney entity")


def _values(properties: Row, name: str) -> list[str]:
    found = properties.get(name)
    return [text(one) for one in (found if isinstance(found, list) else [found]) if text(one)]


def _first(properties: Row, name: str) -> str:
    return next(iter(_values(properties, name)), "")


def _party(key: str, schema: str, properties: Row) -> OwnershipParty:
    kind = {"Person": PartyKind.PERSON, "PublicBody": PartyKind.STATE}.get(
        schema, PartyKind.COMPANY
    )
    country = (_first(properties, "jurisdiction") or _first(properties, "country"))[:2].lower()
    numbers = [
        Identifier(type=of, value=value, country=None if of in {"lei", "imo"} else country or None)
        for name, of in _NUMBERS.items()
        for value in _values(properties, name)
    ]
    return OwnershipParty(
        key=key,
        name=_first(properties, "name"),
        kind=kind,
        identifiers=tuple(numbers),
        country=country or None,
        birth_date=_first(properties, "birthDate") or None,
    )


def _ownership(key: str, properties: Row) -> Iterator[Statement]:
    stated = _first(properties, "percentage")
    share = UNKNOWN
    try:
        share = share_of(stated)
    except ValueError as error:
        yield Unread(where=key, reason=str(error))
    yield from _links(key, properties, ("owner", "asset"), Interest.SHARES, share)


def _links(
    key: str, properties: Row, ends: tuple[str, str], interest: Interest, share: Share = UNKNOWN
) -> Iterator[Statement]:
    owners, owned = (_values(properties, end) for end in ends)
    if not owners or not owned:
        yield Unread(where=key, reason=f"it names no {ends[1] if owners else ends[0]}")
    for owner in owners:
        for one in owned:
            yield Holding(
                owner=owner,
                owned=one,
                interest=interest,
                share=share,
                nature=_first(properties, "role") or _first(properties, "ownershipType") or ends[0],
                statement=key,
                since=_first(properties, "startDate") or None,
                until=_first(properties, "endDate") or None,
            )

"""GLEIF's golden copy: level 2 relationship records, level 1 records, reporting exceptions (CSV).

A relationship record says who consolidates whom in its accounts. That is control; a percentage is
published now and then (``Quantifiers``) and is a share where it is. Source: GLEIF, Relationship
Record Common Data Format 2.1, LEI Common Data Format 3.1, Reporting Exceptions format 2.1.
"""

from collections.abc import Iterator
from typing import BinaryIO

from ownership.readers.lines import csv_rows
from ownership.share import UNKNOWN, Share, share_of
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

CHILD, PARENT = "Relationship.StartNode.NodeID", "Relationship.EndNode.NodeID"
TYPE = "Relationship.RelationshipType"
RELATIONSHIPS = (CHILD, PARENT, TYPE, "Relationship.RelationshipStatus")
LEVEL_1 = ("LEI", "Entity.LegalName")
EXCEPTIONS = ("LEI", "Exception.Category", "Exception.Reason.1")
OWNED = {"IS_DIRECTLY_CONSOLIDATED_BY", "IS_ULTIMATELY_CONSOLIDATED_BY"}
"""Funds' managers and branches are relationships as well, and no ownership."""


def relationships(file: BinaryIO) -> Iterator[Statement]:
    """Level 2: who consolidates whom; active records only."""
    for line, record in csv_rows(file, RELATIONSHIPS):
        if record[TYPE] not in OWNED or record["Relationship.RelationshipStatus"] != "ACTIVE":
            continue
        child, parent = record[CHILD].strip(), record[PARENT].strip()
        for lei in (child, parent):
            yield _party(lei, "", "")
        since, until = _period(record)
        for interest, share in _interests(record):
            yield Holding(
                owner=parent,
                owned=child,
                interest=interest,
                share=share,
                nature=record[TYPE],
                statement=f"line {line}",
                since=since,
                until=until,
            )
        if wrong := _unread(record):
            yield Unread(where=f"line {line}", reason=wrong)


def parties(file: BinaryIO) -> Iterator[Statement]:
    """Level 1: what each LEI is called, and where."""
    for _, record in csv_rows(file, LEVEL_1):
        country = record.get("Entity.LegalJurisdiction") or record.get(
            "Entity.LegalAddress.Country", ""
        )
        number = record.get("Entity.RegistrationAuthority.RegistrationAuthorityEntityID", "")
        yield _party(record["LEI"].strip(), record["Entity.LegalName"], country, number)


def exceptions(file: BinaryIO) -> Iterator[Statement]:
    """Why a company names no parent: owners that the data does not know."""
    for _, record in csv_rows(file, EXCEPTIONS):
        yield _party(record["LEI"].strip(), "", "")
        yield Gap(
            owned=record["LEI"].strip(),
            reason=f"{record['Exception.Category']}: {record['Exception.Reason.1']}",
        )


def _party(lei: str, name: str, country: str, number: str = "") -> OwnershipParty:
    where = country[:2].lower() or None
    own = [Identifier(type="lei", value=lei)]
    if number.strip():
        own.append(Identifier(type="registration", value=number.strip(), country=where))
    return OwnershipParty(
        key=lei,
        name=" ".join(name.split()),
        kind=PartyKind.COMPANY,
        identifiers=tuple(own),
        country=where,
    )


def _period(record: dict[str, str]) -> tuple[str | None, str | None]:
    for number in range(1, 6):
        kind = record.get(f"Relationship.Period.{number}.periodType")
        if kind == "RELATIONSHIP_PERIOD":
            start = record.get(f"Relationship.Period.{number}.startDate", "")[:10]
            end = record.get(f"Relationship.Period.{number}.endDate", "")[:10]
            return start or None, end or None
    return None, None


def _quantity(record: dict[str, str]) -> str:
    if record.get("Relationship.Quantifiers.1.QuantifierUnits", "") != "PERCENTAGE":
        return ""
    return record.get("Relationship.Quantifiers.1.QuantifierAmount", "")


def _interests(record: dict[str, str]) -> Iterator[tuple[Interest, Share]]:
    yield Interest.CONTROL, UNKNOWN
    try:
        yield Interest.SHARES, share_of(_quantity(record))
    except ValueError:
        yield Interest.SHARES, UNKNOWN


def _unread(record: dict[str, str]) -> str | None:
    try:
        share_of(_quantity(record))
    except ValueError as error:
        return str(error)
    return None

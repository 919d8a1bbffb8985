"""Our records as FollowTheMoney entities, for programs that read it (yente, Aleph)."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lists.ftm.words import IDENTIFIERS, PROPERTY_OF, SCHEMA_OF
from records import Entity, Identifier, Kind, Relation, Snapshot

OF_OURS: Mapping[str, str] = {kind: word for word, kind in reversed(list(IDENTIFIERS.items()))}
"""For each of our kinds of identifiers the property that is written."""
ONLY_OF: Mapping[str, Kind] = {
    "imoNumber": Kind.VESSEL, "mmsi": Kind.VESSEL, "callSign": Kind.VESSEL,
    "passportNumber": Kind.PERSON, "socialSecurityNumber": Kind.PERSON,
    "serialNumber": Kind.AIRCRAFT,
}  # fmt: skip
"""Properties that FtM has for one kind of party."""
NO_LEGAL_ENTITY = {Kind.VESSEL: {"registrationNumber"}, Kind.AIRCRAFT: {"registrationNumber"}}
"""Kinds that are no legal entities in FtM, and the only numbers of those that they may have."""
OF_COMPANIES = {"isinCode", "ticker", "bikCode", "kppCode"}
"""FtM has these for a ``Company``, and no list says whether an organization is one."""
NOT_IN_AN_ID = re.compile(r"[^A-Za-z0-9.-]+")


def ftm_id(entity_id: str) -> str:
    """An id in FtM's letters: ``us_ofac_sdn:46633`` is ``us-ofac-sdn-46633``."""
    return NOT_IN_AN_ID.sub("-", entity_id).strip("-.")


def entities(entity: Entity, snapshot: Snapshot, *, sanctioned: bool) -> Iterator[dict[str, Any]]:
    """The party, its sanction, its wallets and its ties to other parties.

    FtM's own identifiers are strict about kinds of parties; a number that FtM has no property for
    is written as a note, with its kind.

    Args:
        entity: one entry of a list.
        snapshot: the edition that it is in.
        sanctioned: whether an authority put it on the list, and not the team itself.
    """
    yield _party(entity, snapshot, sanctioned=sanctioned)
    if sanctioned:
        yield _sanction(entity, snapshot)
    for number, each in enumerate(i for i in entity.identifiers if i.type == "crypto"):
        yield _wallet(entity, each, number)
    for number, relation in enumerate(entity.relations):
        yield _tie(entity, relation, number)


def _party(entity: Entity, snapshot: Snapshot, *, sanctioned: bool) -> dict[str, Any]:
    said: dict[str, list[str]] = {}
    for name in entity.names:
        said.setdefault(PROPERTY_OF[name.kind], []).append(name.text)
    for identifier in entity.identifiers:
        word = _word(identifier, entity.kind)
        text = identifier.value if word else f"{identifier.type}: {identifier.value}"
        if identifier.type != "crypto":
            said.setdefault(word or "notes", []).append(text)
    said["country"] = list(entity.countries)
    said["address"] = [address.text for address in entity.addresses]
    said["birthDate"] = list(entity.birth_dates) if entity.kind is Kind.PERSON else []
    said["notes"] = [*entity.remarks, *said.get("notes", [])]
    said["sourceUrl"] = [entity.url] if entity.url else []
    said["topics"] = ["sanction"] if sanctioned else []
    return {
        "id": ftm_id(entity.id),
        "schema": SCHEMA_OF[entity.kind],
        "caption": entity.caption,
        "properties": {word: _once(texts) for word, texts in said.items() if any(texts)},
        "datasets": [snapshot.source],
        "referents": [entity.id],
        "target": True,
        "last_change": snapshot.edition or snapshot.fetched_at[:10],
    }


def _word(identifier: Identifier, kind: Kind) -> str | None:
    word = OF_OURS.get(identifier.type)
    if word is None or word in OF_COMPANIES or ONLY_OF.get(word, kind) is not kind:
        return None
    allowed = NO_LEGAL_ENTITY.get(kind)
    return word if allowed is None or word in allowed or word in ONLY_OF else None


def _once(texts: list[str]) -> list[str]:
    return [text for text in dict.fromkeys(texts) if text]


def _sanction(entity: Entity, snapshot: Snapshot) -> dict[str, Any]:
    said = {
        "entity": [ftm_id(entity.id)],
        "program": list(entity.programmes),
        "provisions": list(entity.legal_basis),
        "listingDate": [entity.listed_on] if entity.listed_on else [],
        "authorityId": [entity.id.partition(":")[2]],
    }
    return {
        "id": f"{ftm_id(entity.id)}-sanction",
        "schema": "Sanction",
        "properties": {word: texts for word, texts in said.items() if texts},
        "datasets": [snapshot.source],
        "target": False,
    }


def _wallet(entity: Entity, identifier: Identifier, number: int) -> dict[str, Any]:
    currencies = [note.text for note in identifier.notes if note.label == "currency"]
    said = {"publicKey": [identifier.value], "holder": [ftm_id(entity.id)], "currency": currencies}
    return {
        "id": f"{ftm_id(entity.id)}-wallet-{number}",
        "schema": "CryptoWallet",
        "properties": {word: texts for word, texts in said.items() if texts},
        "datasets": [entity.source],
        "target": False,
    }


def _tie(entity: Entity, relation: Relation, number: int) -> dict[str, Any]:
    """What the publishers' words for ties mean differs, so all of them are of unknown kind."""
    is_id = relation.target.startswith(f"{entity.source}:")
    end = {"object": [ftm_id(relation.target)]} if is_id else {"summary": [relation.target]}
    return {
        "id": f"{ftm_id(entity.id)}-tie-{number}",
        "schema": "UnknownLink",
        "properties": {"subject": [ftm_id(entity.id)], "role": [relation.type], **end},
        "datasets": [entity.source],
        "target": False,
    }

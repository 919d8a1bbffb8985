"""Our words and those of FollowTheMoney (FtM), the data model of OpenSanctions and Aleph.

The model: https://followthemoney.tech/explorer/. Its library is not used: it needs PyICU, which is
published without wheels, and what is read and written here is a page of JSON.
"""

from collections.abc import Mapping

from records import Kind, NameKind

SCHEMAS: Mapping[str, Kind] = {
    "Person": Kind.PERSON,
    "Organization": Kind.ORGANIZATION,
    "Company": Kind.ORGANIZATION,
    "PublicBody": Kind.ORGANIZATION,
    "Vessel": Kind.VESSEL,
    "Airplane": Kind.AIRCRAFT,
    # "A person or a company": nobody knows which.
    "LegalEntity": Kind.UNKNOWN,
}
SCHEMA_OF: Mapping[Kind, str] = {
    Kind.PERSON: "Person",
    Kind.ORGANIZATION: "Organization",
    Kind.VESSEL: "Vessel",
    Kind.AIRCRAFT: "Airplane",
    Kind.UNKNOWN: "LegalEntity",
}
NAMES: Mapping[str, NameKind] = {
    "name": NameKind.PRIMARY,
    "alias": NameKind.ALIAS,
    "previousName": NameKind.FORMER,
    "weakAlias": NameKind.WEAK,
}
PROPERTY_OF: Mapping[NameKind, str] = {kind: word for word, kind in NAMES.items()}
IDENTIFIERS: Mapping[str, str] = {
    "registrationNumber": "registration",
    "ogrnCode": "registration",
    "taxNumber": "tax",
    "innCode": "tax",
    "vatCode": "vat",
    "leiCode": "lei",
    "swiftBic": "bic",
    "imoNumber": "imo",
    "mmsi": "mmsi",
    "callSign": "call_sign",
    "passportNumber": "passport",
    "idNumber": "national_id",
    "uscCode": "uscc",
    "kppCode": "kpp",
    "okpoCode": "okpo",
    "bikCode": "bik",
    "dunsCode": "duns",
    "ticker": "ticker",
    "isinCode": "isin",
    "serialNumber": "aircraft_serial",
    "socialSecurityNumber": "ssn",
    "publicKey": "crypto",
}
"""Properties that are identifiers. Where several mean one of ours, the first is written."""
COUNTRIES = (
    "country", "jurisdiction", "nationality", "citizenship", "mainCountry", "flag", "birthCountry",
)  # fmt: skip

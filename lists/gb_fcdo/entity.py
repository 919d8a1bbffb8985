"""What a UK list says of one party, as our record of it."""

import re
from collections.abc import Iterator

from lists.countries import country_code
from lists.gb_fcdo.record import Document, OriginalName, Pairs, Record, WrittenName
from lists.identifier_types import UK_REGISTRATIONS
from lists.labelled_numbers import numbers_in
from lists.language_names import language_code, script_code
from lists.source import ParseReport
from lists.texts import noted, numbered, one_line, primary_first, split_outside_brackets
from lists.written_dates import british_date
from records import Address, Entity, Identifier, Kind, ListedName, NameKind, Note, Relation

NAME = "gb_fcdo"
KINDS = {"individual": Kind.PERSON, "entity": Kind.ORGANIZATION, "ship": Kind.VESSEL}
NAME_KINDS = {
    "primary name": NameKind.PRIMARY,
    "prime alias": NameKind.PRIMARY,  # OFSI's word for it until 2020
    "primary name variation": NameKind.ALIAS,
    "alias": NameKind.ALIAS,
    "aka": NameKind.ALIAS,
    "fka": NameKind.FORMER,
}
RELATIONS = ("ParentCompany", "Subsidiary", "CurrentOwnerOperator", "PreviousOwnerOperator")
COUNTRIES = ("Nationality", "CountryOfBirth", "CurrentBelievedFlagOfShip")
REFERENCES = {
    "UniqueID": "uk_reference",
    "OFSIGroupID": "ofsi_group_id",
    "UNReferenceNumber": "un_reference",
}
REMARKS = ("OtherInformation", "UKStatementofReasons")
READ = {
    *RELATIONS, *REFERENCES, *REMARKS, "RegimeName", "IndividualEntityShip", "DOB", "IMONumber",
    "BusinessRegistrationNumber", "DateDesignated", "ListedOn",
}  # fmt: skip
NOTED = {
    "LastUpdated", "DesignationSource", "SanctionsImposed", "Title", "PhoneNumber", "Fax",
    "EmailAddress", "Website", "PlaceOfBirth", "TownOfBirth", "Gender", "Position", "TypeOfEntity",
    "PreviousFlag", "TypeOfShip", "TonnageOfShip", "LengthOfShip", "YearBuilt", *COUNTRIES,
    "HullIdentificationNumber", "details of PassportNumber",
    "details of NationalIdentifierNumber", "SanctionsImposedIndicators",
}  # fmt: skip
"""Known words that have no field of their own."""
_IMO = re.compile(r"(?:IMO\s*(?:number)?\s*:?\s*)?(\d{7})", re.IGNORECASE)


def entity(record: Record, report: ParseReport) -> Entity:
    """Turn what was gathered into an entity; nothing of it is dropped."""
    for label in record.fields.keys() - READ - NOTED:
        report.oddities[f"unknown field {label}"] += 1
    names = [_name(name, report) for name in record.names]
    names += [_original(name, report) for name in record.originals.values()]
    if not names:
        report.oddities["entry without a name"] += 1
    addresses = tuple(_address(parts) for parts in record.addresses)
    ties = {code for label in COUNTRIES for code in _codes(record.texts(label))}
    ties |= {address.country for address in addresses if address.country}
    births, odd_births = _births(record)
    return Entity(
        id=f"{NAME}:{record.reference}",
        kind=_kind(record, report),
        names=primary_first(names),
        identifiers=tuple(dict.fromkeys(_identifiers(record))),
        addresses=addresses,
        countries=tuple(sorted(ties)),
        birth_dates=births,
        programmes=record.texts("RegimeName"),
        listed_on=_listed_on(record),
        remarks=tuple(text for label in REMARKS for text in record.texts(label)),
        relations=tuple(_relations(record)),
        notes=(*odd_births, *_notes(record)),
    )


def _kind(record: Record, report: ParseReport) -> Kind:
    published = record.first("IndividualEntityShip")
    kind = KINDS.get(published.lower())
    if kind is None:
        report.oddities[f"unknown type {published}"] += 1
    return kind or Kind.UNKNOWN


def _name(name: WrittenName, report: ParseReport) -> ListedName:
    kind = NAME_KINDS.get(name.kind.lower())
    if kind is None:
        report.oddities[f"unknown kind of name {name.kind}"] += 1
    if name.strength.lower().startswith("low"):
        kind = NameKind.WEAK
    notes = noted("NameType", name.kind) if kind is not NameKind.PRIMARY else ()
    return ListedName(
        text=" ".join(text for _, text in name.parts),
        kind=kind or NameKind.ALIAS,
        parts=_as_notes(name.parts) if len(name.parts) > 1 else (),
        notes=(*notes, *noted("AliasStrength", name.strength)),
    )


def _original(name: OriginalName, report: ParseReport) -> ListedName:
    # A misspelt script ("Cryillic") costs the code, not the name.
    script, language = script_code(name.script), language_code(name.language)
    for word, code in ((name.script, script), (name.language, language)):
        if word and code is None:
            report.oddities[f"unknown script or language {word}"] += 1
    notes = noted("NonLatinScriptType", "" if script else name.script)
    notes += noted("NonLatinScriptLanguage", "" if language else name.language)
    notes = (*noted("NameType", "NameNonLatinScript"), *notes)
    return ListedName(
        text=name.text, kind=NameKind.ALIAS, script=script, language=language, notes=notes
    )


def _as_notes(parts: Pairs) -> tuple[Note, ...]:
    return tuple(Note(label=label, text=text) for label, text in parts)


def _address(parts: Pairs) -> Address:
    said = dict(parts)
    code = country_code(said.get("AddressCountry", ""))
    return Address(
        text=", ".join(said.values()),
        # Which of the six lines is the town differs from address to address.
        city=None,
        country=code,
        notes=_as_notes(parts),
    )


def _codes(texts: tuple[str, ...]) -> Iterator[str]:
    for text in texts:
        for item in numbered(text):
            if code := country_code(item):
                yield code


def _births(record: Record) -> tuple[tuple[str, ...], tuple[Note, ...]]:
    dates: dict[str, None] = {}
    odd: list[Note] = []
    for text in record.texts("DOB"):
        for item in numbered(text):
            if date := british_date(item):
                dates[date] = None
            else:
                odd += noted("DOB", item)
    return tuple(dates), tuple(odd)


def _listed_on(record: Record) -> str | None:
    texts = record.texts("DateDesignated") or record.texts("ListedOn")
    return min(filter(None, map(british_date, texts)), default=None)


def _identifiers(record: Record) -> Iterator[Identifier]:
    for label, kind in REFERENCES.items():
        for text in record.texts(label):
            if text != record.reference:
                yield Identifier(type=kind, value=text)
    for text in record.texts("IMONumber"):
        for item in numbered(text):
            found = _IMO.search(item)
            yield Identifier(type="imo", value=found[1] if found else item)
    for document in record.documents:
        yield from _documents(document)
    for text in record.texts("BusinessRegistrationNumber"):
        yield from _registrations(text)
    for text in record.texts("OtherInformation"):
        yield from numbers_in(text)


def _documents(document: Document) -> Iterator[Identifier]:
    """One identifier for each number; details go with them where there are as many."""
    numbers, details = numbered(document.number), numbered(document.details)
    kind = "passport" if document.label.startswith("Passport") else "national_id"
    paired = len(numbers) == len(details)
    for place, number in enumerate(numbers):
        about = details[place] if paired else document.details
        yield Identifier(type=kind, value=number, notes=noted("details", about))


def _registrations(text: str) -> Iterator[Identifier]:
    """``OGRN: 1027739609391, INN 7736050003``: a number for each, by the label before it."""
    parts = [
        part
        for item in numbered(text)
        for semicolons in split_outside_brackets(item)
        for part in split_outside_brackets(semicolons, ",")
    ]
    found = [_LABELLED.fullmatch(part) for part in parts]
    if not all(found):  # words that are no labelled numbers stay together, as published
        yield Identifier(type="registration", value=one_line(text))
        return
    for match in filter(None, found):
        label = one_line(match[1])
        kind = UK_REGISTRATIONS.get(label.casefold().replace(".", ""), "registration")
        yield Identifier(type=kind, value=match[2], notes=noted("label", label))


_LABELLED = re.compile(r"([^\d:]*?(?:\([^)]*\))?)[\s:#-]*+((?=\S*\d)[\w./-]+)\.?")


def _relations(record: Record) -> Iterator[Relation]:
    for label in RELATIONS:
        for text in record.texts(label):
            for item in numbered(text):
                yield Relation(type=label, target=item)


def _notes(record: Record) -> Iterator[Note]:
    shown = record.fields.keys() - READ
    for label, texts in record.fields.items():
        if label in shown:
            yield from (Note(label=label, text=text) for text in texts)
    if record.texts("DateDesignated"):
        yield from (Note(label="ListedOn", text=text) for text in record.texts("ListedOn"))

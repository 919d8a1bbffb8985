"""United States: Consolidated Screening List, JSON and CSV.

Only the parts that OFAC's own files lack are taken: OFAC publishes its parts itself, with more in
them, and they are the sources ``us_ofac_sdn`` and ``us_ofac_cons``.

Format and quirks, with links to the publisher: docs/lists/us_csl.md
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lists.countries import country_code, is_country_code
from lists.csv_rows import rows
from lists.identifier_types import OFAC_DOCUMENTS, OFAC_FEATURES
from lists.json_file import json_document, rows_at, text_of
from lists.source import ParseReport, Readable, Source, with_head
from lists.texts import iso_day, noted, one_line, split_outside_brackets
from records import Address, Entity, Identifier, Kind, ListedName, ListFormatError, NameKind, Note

NAME = "us_csl"
OFAC = "Treasury"
"""In the name of every part that OFAC publishes itself."""
NEEDED = ("source", "name", "alt_names", "source_list_url")
KINDS = {
    "individual": Kind.PERSON,
    "entity": Kind.ORGANIZATION,
    "vessel": Kind.VESSEL,
    "aircraft": Kind.AIRCRAFT,
}
ADDRESS_PARTS = ("address", "city", "state", "postal_code", "country")
READ = {
    "_id", "id", "source", "type", "programs", "name", "addresses", "federal_register_notice",
    "start_date", "remarks", "alt_names", "dates_of_birth", "source_information_url", "ids",
}  # fmt: skip
NOTED = {
    "entity_number", "title", "end_date", "standard_order", "license_requirement",
    "license_policy", "call_sign", "vessel_type", "gross_tonnage", "gross_registered_tonnage",
    "vessel_flag", "vessel_owner", "source_list_url", "citizenships", "nationalities",
    "places_of_birth", "country",
}  # fmt: skip
"""Known fields that have none of their own."""

_FORMER = re.compile(r"f\.?k\.?a\.?,?\s+", re.IGNORECASE)
_AND = re.compile(r"and\s+(?=\S)")
"""Before the last of several names, as in "A; B; and C". A capital "And" begins a name."""


def recognises(head: bytes) -> bool:
    """Whether the file is the screening list, in JSON or in CSV."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    wanted = [name.encode() for name in NEEDED]
    if start.startswith(b"{"):
        return b'"results"' in start and all(b'"%b"' % name in start for name in wanted)
    header = start.partition(b"\n")[0].strip().split(b",")
    return all(name in header for name in wanted)


def parse(file: Readable, report: ParseReport) -> Iterator[Entity]:
    """Yield one entity for each row of a part that is not OFAC's, in file order.

    The file has no date; the edition is the newest ``start_date`` in it.

    Raises:
        ListFormatError: not a whole list of this layout, or an entry without an id.
    """
    for number, row in enumerate(_rows(file), 1):
        started = iso_day(text_of(row.get("start_date")))
        report.edition = max(filter(None, (report.edition, started)), default=None)
        if OFAC in text_of(row.get("source")):
            continue
        reference = one_line(text_of(row.get("id", row.get("_id"))))
        if not reference:
            raise ListFormatError(f"entry number {number} has no id")
        yield _entity(row, reference, report)


def _rows(file: Readable) -> Iterator[Mapping[str, Any]]:
    head, whole = with_head(file)
    if head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        return iter(rows_at(json_document(whole), "results"))
    return iter(rows(whole, NEEDED))


def _entity(row: Mapping[str, Any], reference: str, report: ParseReport) -> Entity:
    for key in row.keys() - READ - NOTED:
        report.oddities[f"unknown field {key}"] += 1
    names = _names(row)
    if not names:
        report.oddities["entry without a name"] += 1
    addresses = tuple(_addresses(row))
    identifiers, other_ids = _ids(row)
    ties = {_country(text) for key in ("citizenships", "nationalities") for text in _list(row, key)}
    ties |= {_country(text_of(row.get("country"))), *(a.country for a in addresses)}
    notes = [
        note
        for key, value in row.items()
        if key not in READ
        for text in (value if isinstance(value, list) else [value])
        for note in noted(str(key), text_of(text))
    ]
    return Entity(
        id=f"{NAME}:{reference}",
        kind=_kind(row, report),
        names=names,
        identifiers=identifiers,
        addresses=addresses,
        countries=tuple(sorted(code for code in ties if code)),
        birth_dates=tuple(_list(row, "dates_of_birth")),
        programmes=tuple(dict.fromkeys([_part(row), *_list(row, "programs")])),
        legal_basis=tuple(n.text for n in noted("", text_of(row.get("federal_register_notice")))),
        listed_on=iso_day(text_of(row.get("start_date"))),
        remarks=tuple(n.text for n in noted("", text_of(row.get("remarks")))),
        url=one_line(text_of(row.get("source_information_url"))) or None,
        notes=(*noted("source", text_of(row.get("source"))), *notes, *other_ids),
    )


def _kind(row: Mapping[str, Any], report: ParseReport) -> Kind:
    # Only OFAC's parts say what a party is; of the others nobody knows before a person looks.
    published = one_line(text_of(row.get("type"))).lower()
    if published and published not in KINDS:
        report.oddities[f"unknown type {published}"] += 1
    return KINDS.get(published, Kind.UNKNOWN)


def _part(row: Mapping[str, Any]) -> str:
    """``EL`` of ``Entity List (EL) - Bureau of Industry and Security``."""
    source = one_line(text_of(row.get("source")))
    found = re.search(r"\(([A-Z][A-Z-]*)\)", source)
    return found[1] if found else source or "CSL"


def _names(row: Mapping[str, Any]) -> tuple[ListedName, ...]:
    # A semicolon in the name itself parts nothing: "Mexpar … (a.k.a. A; B)" is one company.
    primary = one_line(text_of(row.get("name")))
    names = [ListedName(text=primary, kind=NameKind.PRIMARY)] if primary else []
    published = row.get("alt_names")
    fields = published if isinstance(published, list) else [published]
    for field in map(text_of, fields):
        names += [_alias(part) for part in split_outside_brackets(field)]
    return tuple(names)


def _alias(published: str) -> ListedName:
    text = _AND.sub("", published, count=1) if _AND.match(published) else published
    kind = NameKind.ALIAS
    if found := _FORMER.match(text):
        text, kind = text[found.end() :], NameKind.FORMER
    notes = noted("alt_names", published) if text != published else ()
    return ListedName(text=text, kind=kind, notes=notes)


def _addresses(row: Mapping[str, Any]) -> Iterator[Address]:
    published = row.get("addresses")
    if isinstance(published, list):
        for item in published:
            if isinstance(item, dict):
                yield from _structured_address(item)
            else:
                yield from _address_line(text_of(item))
        return
    for part in split_outside_brackets(text_of(published)):
        yield from _address_line(part)


def _address_line(text: str) -> Iterator[Address]:
    if line := one_line(text):
        yield Address(text=line, country=_country(line.rpartition(",")[2]))


def _structured_address(item: Mapping[str, Any]) -> Iterator[Address]:
    values = {key: one_line(text_of(value)) for key, value in item.items()}
    text = ", ".join(values[key] for key in ADDRESS_PARTS if values.get(key))
    notes = tuple(
        note
        for key, value in values.items()
        if key not in {"city", "country"}
        for note in noted(key, value)
    )
    if text or notes:
        code = _country(values.get("country", ""))
        yield Address(text=text, city=values.get("city") or None, country=code, notes=notes)


def _ids(row: Mapping[str, Any]) -> tuple[tuple[Identifier, ...], tuple[Note, ...]]:
    """Numbers of documents as identifiers; what else stands among the ids as notes."""
    identifiers: list[Identifier] = []
    notes: list[Note] = []
    for item in _list_of_ids(row.get("ids")):
        kind = item.get("type", "")
        word = OFAC_DOCUMENTS.get(kind) or OFAC_FEATURES.get(kind)
        rest = {key: text for key, text in item.items() if key not in {"number", "country"}}
        if word and item.get("number"):
            kept = tuple(n for key, text in rest.items() for n in noted(key, text))
            code = _country(item.get("country", ""))
            value = item["number"]
            identifiers.append(Identifier(type=word, value=value, country=code, notes=kept))
        else:
            notes += noted("ids", ", ".join(text for text in item.values() if text))
    return tuple(identifiers), tuple(notes)


def _list_of_ids(published: object) -> Iterator[dict[str, str]]:
    if isinstance(published, list):
        for item in published:
            pairs = item.items() if isinstance(item, dict) else [("type", item)]
            yield {str(key): one_line(text_of(value)) for key, value in pairs}
        return
    for text in split_outside_brackets(text_of(published)):
        number, _, kind = text.rpartition(", ")
        code, _, rest = number.partition(", ")
        if rest and _country(code):
            yield {"country": code, "number": rest, "type": kind}
        else:
            yield {"number": number, "type": kind}


def _country(text: str) -> str | None:
    """The code, where a code or a country's name stands."""
    text = text.strip()
    return text.lower() if is_country_code(text) else country_code(text)


def _list(row: Mapping[str, Any], key: str) -> list[str]:
    value = row.get(key)
    if isinstance(value, list):
        return [text for item in value if (text := one_line(text_of(item)))]
    return split_outside_brackets(text_of(value))


SOURCE = Source(
    name=NAME,
    title="US: Consolidated Screening List, the parts that OFAC does not publish itself",
    publisher="US Department of Commerce, International Trade Administration",
    url="https://data.trade.gov/downloadable_consolidated_screening_list/v1/consolidated.json",
    parse=parse,
    recognises=recognises,
    # 3,625 in April 2022. On 2024-05-06 the publisher's file lost 15,000 of its rows for a day.
    at_least=3_000,
    at_most=80_000,
    # The file is made anew every day, changed or not.
    max_age_days=14,
    media_types=("application/json", "text/csv", "binary/octet-stream", "application/octet-stream"),
    # The JSON is read at once. It had 40 MB in 2026 (17 MB as CSV).
    at_most_bytes=1 << 28,
)

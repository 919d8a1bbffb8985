"""OFAC's classic SDN.XML and CONSOLIDATED.XML.

It carries Latin names only, and neither legal basis nor date of listing. What ties a party to
others stands in its remarks. Format and quirks: docs/lists/us_ofac_sdn.md
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lists.source import ParseReport, Readable
from lists.us_ofac.country_names import country_named
from lists.us_ofac.draft import Draft
from lists.us_ofac.spoken_dates import american_date, spoken_date
from lists.us_ofac.statements import keep, keep_birth, keep_tie, listed_name, person_name
from lists.us_ofac.which_list import Tally
from lists.xml_stream import described, elements, local
from records import Address, Kind, ListFormatError, Note

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from records import Entity

ROOT = "sdnList"
HEADERS = ("publshInformation", "publishInformation")
"""OFAC has always misspelt it; the day it is corrected must not cost a list."""
KINDS = {
    "Individual": Kind.PERSON,
    "Entity": Kind.ORGANIZATION,
    "Vessel": Kind.VESSEL,
    "Aircraft": Kind.AIRCRAFT,
}
VESSEL = {
    "callSign": "Vessel Call Sign",
    "vesselType": "VESSEL TYPE",
    "vesselFlag": "Vessel Flag",
    "vesselOwner": "Vessel Owner",
    "tonnage": "Vessel Tonnage",
    "grossRegisteredTonnage": "Vessel Gross Registered Tonnage",
}
"""``vesselInfo`` in the words of SDN_ADVANCED.XML."""
COUNTRIES = {"nationality": "Nationality Country", "citizenship": "Citizenship Country"}
DATES = {"issueDate": "Issue Date", "expirationDate": "Expiration Date"}
ADDRESS = ("address1", "address2", "address3", "city", "stateOrProvince", "postalCode")
LABELS = ("ADDRESS1", "ADDRESS2", "ADDRESS3", "CITY", "STATE/PROVINCE", "POSTAL CODE")


def parse(file: Readable, report: ParseReport, *, source: str) -> Iterator["Entity"]:
    """Yield one entity for each ``sdnEntry``, in file order.

    Raises:
        ListFormatError: not whole, well-formed XML of this layout, an entry without a uid, fewer
            or more entries than the file itself says, or OFAC's other list.
    """
    announced: str | None = None
    tally = Tally(source)
    for node in elements(file, ROOT, *HEADERS, "sdnEntry"):
        if local(node) in HEADERS:
            announced = _read_header(node, report)
        else:
            draft = _read_entry(node, source, tally.entries + 1, report)
            tally.add(draft.programmes)
            yield draft.entity()
    tally.check()
    if announced is None:
        report.oddities["no Record_Count to check against"] += 1
    elif announced != str(tally.entries):
        raise ListFormatError(
            f"{tally.entries} entries, but its Record_Count says {announced[:20]!r}"
        )


def _texts(node: "Element") -> dict[str, str]:
    return {local(child): (child.text or "").strip() for child in node}


def _read_header(node: "Element", report: ParseReport) -> str | None:
    texts = _texts(node)
    published = texts.get("Publish_Date", "")
    report.edition = american_date(published) or published or None
    return texts.get("Record_Count")


def _read_entry(node: "Element", source: str, number: int, report: ParseReport) -> Draft:
    uid = next(((c.text or "").strip() for c in node if local(c) == "uid"), "")
    if not uid:
        raise ListFormatError(f"entry number {number} has no uid")
    draft = Draft(source, uid)
    texts: dict[str, str] = {}
    for child in node:
        tag = local(child)
        if len(child):
            _read_section(child, tag, draft)
        else:
            texts[tag] = (child.text or "").strip()
    draft.kind = _kind(texts.pop("sdnType", ""), draft, report)
    texts.pop("uid")
    name, parts = person_name(texts.pop("lastName", ""), texts.pop("firstName", ""))
    if name:
        draft.names.insert(0, listed_name(name, parts, "", weak=False))
    if remarks := texts.pop("remarks", ""):
        draft.remarks.append(remarks)
        for item in remarks.split("; "):
            keep_tie(item, draft)
    draft.note("Title", texts.pop("title", ""))
    for tag, text in texts.items():
        draft.note(tag, text)
    return draft


def _kind(published: str, draft: Draft, report: ParseReport) -> Kind:
    kind = KINDS.get(published)
    if kind is None:
        draft.note("sdnType", published)
        report.oddities[f"unknown kind of party: {published[:40]}"] += 1
    return kind or Kind.UNKNOWN


def _read_section(node: "Element", tag: str, draft: Draft) -> None:
    for child in node:
        name = local(child)
        texts = _texts(child)
        if any(len(part) for part in child):
            draft.note(f"{tag}: {name}", described(child))
        elif tag == "programList" and name == "program":
            draft.programmes[(child.text or "").strip()] = None
        elif (tag, name) == ("akaList", "aka"):
            _read_alias(texts, draft)
        elif (tag, name) == ("addressList", "address"):
            _read_address(texts, draft)
        elif (tag, name) == ("idList", "id"):
            _read_id(texts, draft)
        elif tag == "vesselInfo":
            keep(draft, VESSEL.get(name, name), (child.text or "").strip())
        elif name.removesuffix("Item") in {"dateOfBirth", "placeOfBirth", *COUNTRIES}:
            _read_origin(texts, name.removesuffix("Item"), draft)
        else:
            draft.note(f"{tag}: {name}", described(child))


def _notes(texts: dict[str, str]) -> tuple[Note, ...]:
    """What is left of an item; its uid only ties pieces of the file together."""
    return tuple(
        Note(label=DATES.get(tag, tag), text=spoken_date(text) or text if tag in DATES else text)
        for tag, text in texts.items()
        if text and tag != "uid"
    )


def _read_alias(texts: dict[str, str], draft: Draft) -> None:
    category = texts.pop("category", "")
    name, parts = person_name(texts.pop("lastName", ""), texts.pop("firstName", ""))
    published = texts.pop("type", "") or "a.k.a."
    if category not in {"strong", "weak"}:
        texts["category"] = category
    more = _notes(texts)
    if name:
        weak = category == "weak"
        draft.names.append(listed_name(name, parts, published, weak=weak, more=more))


def _read_address(texts: dict[str, str], draft: Draft) -> None:
    country = texts.pop("country", "")
    parts = [(label, texts.pop(tag, "")) for tag, label in zip(ADDRESS, LABELS, strict=True)]
    city = dict(parts)["CITY"]
    notes = [Note(label=label, text=text) for label, text in parts if text and label != "CITY"]
    line = ", ".join(text for text in (*dict(parts).values(), country) if text)
    notes += _notes(texts)
    if line or notes:
        code = country_named(country)
        address = Address(text=line, city=city or None, country=code, notes=tuple(notes))
        draft.addresses.append(address)
        draft.tie_to(code)


def _read_id(texts: dict[str, str], draft: Draft) -> None:
    label, number = texts.pop("idType", ""), texts.pop("idNumber", "")
    country = texts.pop("idCountry", "")
    keep(draft, label or "idType", number, country, _notes(texts))


def _read_origin(texts: dict[str, str], name: str, draft: Draft) -> None:
    label = COUNTRIES.get(name)
    texts.pop("mainEntry", "")  # the main one stands first
    if label:
        keep(draft, label, texts.pop("country", ""))
    elif name == "dateOfBirth":
        keep_birth(texts.pop(name, ""), draft)
    else:
        draft.note("Place of Birth", texts.pop(name, ""))
    for note in _notes(texts):
        draft.note(f"{label or name}: {note.label}", note.text)

"""OFAC's SDN_ENHANCED.XML and CONS_ENHANCED.XML: an entry stands in one place, words beside ids.

It says nearly all that SDN_ADVANCED.XML says, with names in every script. Its numbers (``refId``,
``id``, ``versionId``) repeat the words beside them or tie pieces of the file together.
Format and quirks: docs/lists/us_ofac_sdn.md
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from lists.source import ParseReport, Readable
from lists.us_ofac.draft import Draft
from lists.us_ofac.enhanced_names import read_name
from lists.us_ofac.enhanced_parts import read_address, read_document, read_feature, read_relation
from lists.us_ofac.which_list import SDN_LIST, by_list_names, refuse_other
from lists.xml_stream import described, elements, local
from records import Kind, ListFormatError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from records import Entity

ROOT = "sanctionsData"
KINDS = {
    "Individual": Kind.PERSON,
    "Entity": Kind.ORGANIZATION,
    "Vessel": Kind.VESSEL,
    "Aircraft": Kind.AIRCRAFT,
}
UNSAID = "Unknown"


def parse(file: Readable, report: ParseReport, *, source: str) -> Iterator["Entity"]:
    """Yield one entity for each ``entity``, in file order.

    Raises:
        ListFormatError: not whole, well-formed XML of this layout, an entry without an id, or
            OFAC's other list.
    """
    codes: dict[str, str] = {}
    number = 0
    for node in elements(file, ROOT, "publicationInfo", "referenceValue", "entity"):
        tag = local(node)
        if tag == "publicationInfo":
            _read_header(node, report, source)
        elif tag == "referenceValue":
            _read_country(node, codes)
        else:
            number += 1
            yield _read_entity(node, source, number, codes, report).entity()


def _read_header(node: "Element", report: ParseReport, source: str) -> None:
    for child in node:
        if local(child) == "dataAsOf":
            report.edition = (child.text or "").strip()[:10] or None
    lists = [(c.text or "").strip() for c in node.iter("{*}sanctionsList")]
    # An extract of all lists names them all; it has what the SDN list has, and more.
    found = by_list_names([SDN_LIST] if SDN_LIST in lists else lists)
    if found is not None:
        refuse_other(source, found)


def _read_country(node: "Element", codes: dict[str, str]) -> None:
    code = next(((c.text or "").strip() for c in node if local(c) == "isoCode"), "")
    if code:
        codes[node.get("refId", "")] = code.lower()


def _read_entity(
    node: "Element", source: str, number: int, codes: dict[str, str], report: ParseReport
) -> Draft:
    reference = node.get("id")
    if not reference:
        raise ListFormatError(f"entry number {number} has no id")
    draft = Draft(source, reference)
    for section in node:
        tag = local(section)
        if tag == "generalInfo":
            _read_general(section, draft, report)
        elif tag in SECTIONS:
            for child in section:
                SECTIONS[tag](child, draft)
        elif tag in WITH_COUNTRIES:
            for child in section:
                WITH_COUNTRIES[tag](child, draft, codes)
        else:
            draft.note(tag, described(section))
    return draft


def _read_general(section: "Element", draft: Draft, report: ParseReport) -> None:
    for child in section:
        tag, text = local(child), (child.text or "").strip()
        if tag == "entityType":
            draft.kind = KINDS.get(text, Kind.UNKNOWN)
            if text not in KINDS:
                draft.note(tag, text)
                report.oddities[f"unknown kind of party: {text[:40]}"] += 1
        elif tag == "remarks":
            if text:
                draft.remarks.append(text)
        elif tag == "title":
            draft.note("Title", text)
        elif tag != "identityId":  # ties pieces of OFAC's data base together
            draft.note(tag, described(child))


def _read_list(node: "Element", draft: Draft) -> None:
    name, when = (node.text or "").strip(), node.get("datePublished") or ""
    draft.note(f"{name or 'List'}: datePublished", when or "unknown")
    if when and (draft.listed_on is None or when < draft.listed_on):
        draft.listed_on = when


def _read_programme(node: "Element", draft: Draft) -> None:
    if text := (node.text or "").strip():
        draft.programmes[text] = None


def _read_measure(node: "Element", draft: Draft) -> None:
    draft.note("SanctionsMeasure", (node.text or "").strip())


def _read_basis(node: "Element", draft: Draft) -> None:
    text = (node.text or "").strip()
    if text and text != UNSAID:
        draft.legal_basis[text] = None


SECTIONS: dict[str, Callable[["Element", Draft], None]] = {
    "sanctionsLists": _read_list,
    "sanctionsPrograms": _read_programme,
    "sanctionsTypes": _read_measure,
    "legalAuthorities": _read_basis,
    "names": read_name,
    "relationships": read_relation,
}
"""Each takes one element of the section, and its party."""
WITH_COUNTRIES: dict[str, Callable[["Element", Draft, dict[str, str]], None]] = {
    "addresses": read_address,
    "features": read_feature,
    "identityDocuments": read_document,
}
"""These also take the country codes, by reference id."""

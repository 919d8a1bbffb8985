"""OFAC's IDRegDocument elements: passports, registrations, tax numbers, ships' IMO numbers."""

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lists.identifier_types import OFAC_DOCUMENTS
from lists.us_ofac.dates import period_text
from lists.us_ofac.places import Place
from lists.us_ofac.references import References
from lists.xml_stream import described, local
from records import Identifier, Note

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

IMO = re.compile(r"(?:IMO\s*(?:No\.?|Number)?\s*:?\s*)?(\d{7})", re.IGNORECASE)
"""An IMO number as OFAC writes it: ``IMO 9187629``, seldom the bare seven digits."""


@dataclass(frozen=True, slots=True)
class Document:
    """An identifier whose references can be resolved once its party was read."""

    identifier: Identifier
    names: tuple[str, ...]
    """DocumentedName ids: the names that stand in the document."""
    features: tuple[str, ...]
    """FeatureVersion ids."""


def read_document(
    node: "Element", references: References, places: dict[str, Place]
) -> tuple[str, Document]:
    """Read one ``IDRegDocument``; return the id of the identity that it is for, and itself."""
    label = references.text("IDRegDocType", node.get("IDRegDocTypeID"))
    notes = [Note(label="IDRegDocType", text=label)]
    number = ""
    names, features = [], []
    for child in node:
        tag = local(child)
        if tag == "IDRegistrationNo":
            number = (child.text or "").strip()
        elif tag == "DocumentedNameReference":
            names.append(child.get("DocumentedNameID", ""))
        elif tag == "FeatureVersionReference":
            features.append(child.get("FeatureVersionID", ""))
        else:
            _note_child(child, tag, references, notes)
    _note_attributes(node, references, places, notes)
    identifier = _identifier(label, number, references.country(node.get("IssuedBy-CountryID")))
    if identifier.value != number:
        notes.append(Note(label="IDRegistrationNo", text=number))
    whole = replace(identifier, notes=tuple(notes))
    return node.get("IdentityID", ""), Document(whole, tuple(names), tuple(features))


def _note_child(child: "Element", tag: str, references: References, notes: list[Note]) -> None:
    if tag == "DocumentDate":
        tag = references.text("IDRegDocDateType", child.get("IDRegDocDateTypeID"))
        text = "; ".join(period_text(period) for period in child)
    else:
        text = described(child)
    if text:
        notes.append(Note(label=tag, text=text))


def _note_attributes(
    node: "Element", references: References, places: dict[str, Place], notes: list[Note]
) -> None:
    country = node.get("IssuedBy-CountryID")
    if country is not None and references.country(country) is None:
        notes.append(Note(label="IssuedBy-Country", text=references.text("Country", country)))
    if (place := node.get("IssuedIn-LocationID")) is not None:
        text = places[place].text if place in places else f"Location {place}"
        notes.append(Note(label="IssuedIn-Location", text=text))
    if (validity := references.text("Validity", node.get("ValidityID"))) != "Valid":
        notes.append(Note(label="Validity", text=validity))


def _identifier(label: str, number: str, country: str | None) -> Identifier:
    kind = OFAC_DOCUMENTS.get(label, label.lower())
    # Ships' IMO numbers are published as one of several "Vessel Registration Identification".
    if kind == "vessel_registration" and (imo := IMO.fullmatch(number)):
        return Identifier(type="imo", value=imo[1], country=country)
    return Identifier(type=kind, value=number, country=country)

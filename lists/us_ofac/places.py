"""OFAC's Location elements: addresses, and the countries that other features point to."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lists.us_ofac.references import References
from lists.xml_stream import described, local
from records import Address, Note

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

ORDER = ("ADDRESS1", "ADDRESS2", "ADDRESS3", "CITY", "STATE/PROVINCE", "POSTAL CODE", "REGION")
"""The order in which a person writes the parts; a part that is not named here comes last."""
USUAL = {"LocPartValueType": "Unknown", "LocPartValueStatus": "Main"}
"""The only values that were ever met."""
POINTS_BACK = {"FeatureVersionReference", "IDRegDocumentReference"}
"""Say again, from the other side, what a feature or a document says by its LocationID."""


@dataclass(frozen=True, slots=True)
class Place:
    """A location: an address when more than a country is known of it."""

    address: Address
    country_name: str

    @property
    def text(self) -> str:
        """The place in one line, in the publisher's words."""
        return self.address.text


def read_place(node: "Element", references: References) -> Place:
    """Read one ``Location``."""
    parts: dict[str, str] = {}
    notes: list[Note] = []
    code, name = None, ""
    for child in node:
        tag = local(child)
        if tag == "LocationPart":
            _read_part(child, references, parts, notes)
        elif tag == "LocationCountry":
            area = name
            code, name = _country(child.get("CountryID"), references)
            if area and area != name:
                notes.append(Note(label="AreaCode", text=area))
            key = child.get("CountryRelevanceID")
            if relevance := references.unusual("CountryRelevance", key, "PRIMARY"):
                notes.append(Note(label="CountryRelevance", text=relevance))
        elif tag == "LocationAreaCode":
            code, name = _country(child.get("AreaCodeID"), references)
        elif tag not in POINTS_BACK and (text := described(child)):
            notes.append(Note(label=tag, text=text))
    return Place(_address(parts, code, name, notes), name)


def _country(key: str | None, references: References) -> tuple[str | None, str]:
    # An area code has the id of its country in every edition since 2024.
    return references.country(key), references.text("Country", key)


def _read_part(
    node: "Element", references: References, parts: dict[str, str], notes: list[Note]
) -> None:
    kind = references.text("LocPartType", node.get("LocPartTypeID"))
    for value in node:
        comment, text = "", ""
        for child in value:
            if local(child) == "Value":
                text = (child.text or "").strip()
            else:
                comment = (child.text or "").strip()
        if not text:
            continue
        for key, usual in USUAL.items():
            if what := references.unusual(key, value.get(f"{key}ID"), usual):
                notes.append(Note(label=f"{kind}: {key}", text=what))
        if value.get("Primary") == "true" and not comment and kind not in parts:
            parts[kind] = text
        else:
            # The same part in another script; the comment names the script.
            notes.append(Note(label=f"{kind} ({comment})" if comment else kind, text=text))


def _address(parts: dict[str, str], code: str | None, country: str, notes: list[Note]) -> Address:
    ordered = [parts[kind] for kind in ORDER if kind in parts]
    ordered += [text for kind, text in parts.items() if kind not in ORDER]
    kept = [Note(label=kind, text=text) for kind, text in parts.items() if kind != "CITY"]
    return Address(
        text=", ".join([*ordered, country] if country else ordered),
        city=parts.get("CITY"),
        country=code,
        notes=(*kept, *notes),
    )

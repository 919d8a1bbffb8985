"""OFAC's Feature elements: everything about a party that is not a name or a document."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lists.identifier_types import OFAC_FEATURES
from lists.us_ofac.dates import is_approximate, period_text
from lists.us_ofac.draft import Draft
from lists.us_ofac.places import Place
from lists.us_ofac.references import References
from lists.xml_stream import described, local
from records import Identifier, Note

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

ADDRESS = "Location"
BIRTH = "Birthdate"
CURRENCY = "Digital Currency Address - "
COUNTRIES = {
    "Nationality Country",
    "Citizenship Country",
    "Nationality of Registration",
    "Registration Country",
    "Vessel Flag",
    "Former Vessel Flag",
    "Other Vessel Flag",
}
"""Features whose value is a country."""


@dataclass(slots=True)
class Version:
    """One version of a feature, taken apart."""

    label: str = ""
    texts: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    periods: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What was published, without the places."""
        return "; ".join([*self.texts, *self.periods])


def read_feature(
    node: "Element",
    references: References,
    places: dict[str, Place],
    draft: Draft,
    versions: dict[str, Version | None],
) -> None:
    """Add one ``Feature`` to its party.

    Args:
        node: the element.
        references: what its numbers stand for.
        places: the locations by id.
        draft: the party.
        versions: takes the versions that documents refer to, by FeatureVersion id.
    """
    label = references.text("FeatureType", node.get("FeatureTypeID"))
    for child in node:
        tag = local(child)
        if tag == "FeatureVersion":
            version = _read_version(child, references)
            _keep(label, version, references, places, draft)
            if versions and child.get("ID") in versions:
                version.label = label
                versions[child.get("ID", "")] = version
        elif tag == "IdentityReference":
            key = child.get("IdentityFeatureLinkTypeID")
            link = references.unusual("IdentityFeatureLinkType", key, "Unknown")
            draft.note(f"{label}: IdentityFeatureLinkType", link)
        else:
            draft.note(f"{label}: {tag}", described(child))


def _read_version(node: "Element", references: References) -> Version:
    version = Version()
    for child in node:
        tag = local(child)
        if tag == "VersionDetail":
            _read_detail(child, references, version)
        elif tag == "VersionLocation":
            version.places.append(child.get("LocationID", ""))
        elif tag == "DatePeriod":
            text = period_text(child)
            calendar = references.unusual("CalendarType", child.get("CalendarTypeID"), "Gregorian")
            if calendar:  # no date to reckon with, but published
                version.texts.append(f"{text} ({calendar})")
            else:
                version.periods.append(text)
            if is_approximate(child):
                version.notes.append(Note(label="Approximate", text=text))
        elif text := described(child):
            version.notes.append(Note(label=tag, text=text))
    reliability = references.text("Reliability", node.get("ReliabilityID"))
    if reliability != "Unknown":
        version.notes.append(Note(label="Reliability", text=reliability))
    return version


def _read_detail(node: "Element", references: References, version: Version) -> None:
    text = (node.text or "").strip()
    if text:
        version.texts.append(text)
    if (key := node.get("DetailReferenceID")) is not None:
        version.texts.append(references.text("DetailReference", key))


def _keep(
    label: str, version: Version, references: References, places: dict[str, Place], draft: Draft
) -> None:
    found = [places[key] for key in version.places if key in places]
    for key in version.places:
        if key not in places:
            references.odd("VersionLocation of no Location")
            version.texts.append(f"Location {key}")
    if label == ADDRESS:
        _keep_addresses(found, version, draft)
        return
    for place in found:
        version.texts.append(place.text)
        draft.tie_to(place.address.country)
    if label == BIRTH:
        draft.birth_dates.extend(version.periods)
        _note_all(label, version, draft, version.texts)
    elif label.startswith(CURRENCY) or label in OFAC_FEATURES:
        draft.identifiers.extend(_identifiers(label, version))
    else:
        if label in COUNTRIES:
            for text in version.texts:
                draft.tie_to(references.country_named(text))
        _note_all(label, version, draft, [*version.texts, *version.periods])


def _keep_addresses(found: list[Place], version: Version, draft: Draft) -> None:
    for place in found:
        draft.addresses.append(place.address)
        draft.tie_to(place.address.country)
    _note_all(ADDRESS, version, draft, [*version.texts, *version.periods])


def _note_all(label: str, version: Version, draft: Draft, texts: list[str]) -> None:
    for text in texts:
        draft.note(label, text)
    for note in version.notes:
        draft.note(f"{label}: {note.label}", _about(version, note))


def _about(version: Version, note: Note) -> str:
    # A party has several birth dates or flags: say which of them the remark is about.
    if note.label == "Approximate" or not version.text:
        return note.text
    return f"{note.text} ({version.text})"


def _identifiers(label: str, version: Version) -> list[Identifier]:
    kind = "crypto" if label.startswith(CURRENCY) else OFAC_FEATURES[label]
    notes = [Note(label="FeatureType", text=label)]
    if kind == "crypto":
        notes.append(Note(label="currency", text=label.removeprefix(CURRENCY)))
    notes += [Note(label="DatePeriod", text=period) for period in version.periods]
    return [
        Identifier(type=kind, value=text, notes=(*notes, *version.notes)) for text in version.texts
    ]

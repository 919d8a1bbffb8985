"""OFAC's SDN_ADVANCED.XML and CONS_ADVANCED.XML: the format that says everything, with scripts.

Reference values, locations and identity documents stand before the parties, relations and
sanctions entries after them, so parties are kept as drafts until the last byte was read. That
also means that no entity leaves this module before the file is known to be whole.

Format and quirks, with links to the publisher: docs/lists/us_ofac_sdn.md
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from lists.source import ParseReport, Readable
from lists.us_ofac.dates import date
from lists.us_ofac.documents import Document, read_document
from lists.us_ofac.draft import Draft
from lists.us_ofac.entries import read_entry, read_relation
from lists.us_ofac.features import Version, read_feature
from lists.us_ofac.names import read_identity
from lists.us_ofac.places import Place, read_place
from lists.us_ofac.references import References
from lists.us_ofac.which_list import by_list_names, refuse_other
from lists.xml_stream import described, elements, local
from records import Entity, Kind, ListFormatError, Note
from records.gc_tuning import gc_paused

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

ROOT = "Sanctions"
"""The namespace moved in 2024, the root did not."""
KINDS = {
    ("Entity", "Unknown"): Kind.ORGANIZATION,
    ("Individual", "Unknown"): Kind.PERSON,
    ("Transport", "Vessel"): Kind.VESSEL,
    ("Transport", "Aircraft"): Kind.AIRCRAFT,
}


def parse(file: Readable, report: ParseReport, *, source: str) -> Iterator[Entity]:
    """Yield one entity for each ``DistinctParty``, in file order.

    Raises:
        ListFormatError: not whole, well-formed XML of this layout, a party without an id, or
            OFAC's other list.
    """
    book = _Book(report, source)
    sections = {
        "DateOfIssue": book.read_date,
        "ReferenceValueSets": book.references.read,
        "Location": book.read_location,
        "IDRegDocument": book.read_document,
        "DistinctParty": book.read_party,
        "ProfileRelationship": book.read_relation,
        "SanctionsEntry": book.read_entry,
        "SanctionsEntryLink": book.read_link,
    }
    with gc_paused():
        for node in elements(file, ROOT, *sections):
            sections[local(node)](node)
    if found := by_list_names(book.lists.elements()):
        refuse_other(source, found)
    if book.documents:
        report.oddities["IDRegDocument of no party"] += len(book.documents)
    for draft in book.drafts:
        yield draft.entity()


class _Book:
    """Everything that was read so far, by the ids with which the sections refer to each other."""

    def __init__(self, report: ParseReport, source: str) -> None:
        self.report = report
        self.source = source
        self.references = References(report)
        self.places: dict[str, Place] = {}
        self.documents: dict[str, list[Document]] = {}
        self.drafts: list[Draft] = []
        self.profiles: dict[str, Draft] = {}
        self.entries: dict[str, Draft] = {}
        self.lists: Counter[str] = Counter()

    def read_date(self, node: "Element") -> None:
        self.report.edition = date(node)

    def read_location(self, node: "Element") -> None:
        self.places[node.get("ID", "")] = read_place(node, self.references)

    def read_document(self, node: "Element") -> None:
        identity, document = read_document(node, self.references, self.places)
        self.documents.setdefault(identity, []).append(document)

    def read_party(self, node: "Element") -> None:
        reference = node.get("FixedRef")
        if not reference:
            raise ListFormatError(f"party number {len(self.drafts) + 1} has no FixedRef")
        draft = Draft(self.source, reference)
        self.drafts.append(draft)
        for child in node:
            tag = local(child)
            if tag == "Profile":
                self._read_profile(child, draft)
            elif tag == "Comment":
                _remark(child, draft)
            else:
                draft.note(tag, described(child))

    def _read_profile(self, node: "Element", draft: Draft) -> None:
        self.profiles[node.get("ID", "")] = draft
        draft.kind = self._kind(node.get("PartySubTypeID"), draft)
        names: dict[str, str] = {}
        # Identities stand before features, so the documents that refer to these are known.
        documents: list[Document] = []
        versions: dict[str, Version | None] = {}
        for child in node:
            tag = local(child)
            if tag == "Feature":
                read_feature(child, self.references, self.places, draft, versions)
            elif tag == "Identity":
                names |= read_identity(child, self.references, draft)
                found = self.documents.pop(child.get("ID", ""), [])
                versions |= {key: None for document in found for key in document.features}
                documents += found
            elif tag == "Comment":
                _remark(child, draft)
            elif tag != "SanctionsEntryReference":  # the entry itself names the profile
                draft.note(tag, described(child))
        for document in documents:
            _add_document(document, names, versions, draft)

    def _kind(self, key: str | None, draft: Draft) -> Kind:
        types = self.references.party_types(key)
        kind = KINDS.get(types)
        if kind is None:
            # A kind of party that we have not met must not keep it, or the list, out of use.
            draft.note("PartyType", " ".join(types))
            self.references.odd(f"unknown kind of party: {' '.join(types)}")
        return kind or Kind.UNKNOWN

    def read_relation(self, node: "Element") -> None:
        draft = self.profiles.get(node.get("From-ProfileID", ""))
        if draft is None:
            self.references.odd("ProfileRelationship of no party")
            return
        key = node.get("To-ProfileID", "")
        target = self.profiles.get(key)
        read_relation(
            node,
            self.references,
            draft,
            f"{self.source}:{target.reference if target else key}",
        )

    def read_entry(self, node: "Element") -> None:
        draft = self.profiles.get(node.get("ProfileID", ""))
        if draft is None:
            self.references.odd("SanctionsEntry of no party")
            return
        self.entries[node.get("ID", "")] = draft
        self.lists[read_entry(node, self.references, draft)] += 1

    def read_link(self, node: "Element") -> None:
        for key in ("EntryA-SanctionsEntryID", "EntryB-SanctionsEntryID"):
            if draft := self.entries.get(node.get(key, "")):
                draft.note("SanctionsEntryLink", described(node))


def _remark(node: "Element", draft: Draft) -> None:
    if text := (node.text or "").strip():
        draft.remarks.append(text)


def _add_document(
    document: Document, names: dict[str, str], versions: dict[str, Version | None], draft: Draft
) -> None:
    caption = draft.names[0].text if draft.names else ""
    on_it = [names.get(key, f"DocumentedName {key}") for key in document.names]
    # Nearly all documents name the party by its primary name: only another one is worth a note.
    notes = [Note(label="DocumentedName", text=text) for text in on_it if text != caption]
    for key in document.features:
        version = versions.get(key)
        text = f"{version.label} {version.text}".strip() if version else f"FeatureVersion {key}"
        notes.append(Note(label="FeatureVersion", text=text))
    identifier = document.identifier
    if notes:
        identifier = replace(identifier, notes=(*identifier.notes, *notes))
    draft.identifiers.append(identifier)

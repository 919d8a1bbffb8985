"""OFAC's SanctionsEntry and ProfileRelationship elements: why a party is listed, and its ties."""

from typing import TYPE_CHECKING

from lists.us_ofac.dates import date, period_text
from lists.us_ofac.draft import Draft
from lists.us_ofac.references import References
from lists.xml_stream import described, local
from records import Note, Relation

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

PROGRAMME = "Program"
"""The sanctions type whose comment is the programme; other types are measures."""
UNSAID = "Unknown"


def read_entry(node: "Element", references: References, draft: Draft) -> str:
    """Add one ``SanctionsEntry`` to its party: list, programmes, legal basis, dates, measures.

    Returns:
        The name of the list that the entry is on.
    """
    on = references.text("List", node.get("ListID")) if node.get("ListID") else "List"
    for child in node:
        tag = local(child)
        if tag == "SanctionsMeasure":
            _read_measure(child, on, references, draft)
        elif tag == "EntryEvent":
            _read_event(child, on, references, draft)
        else:
            draft.note(f"{on}: {tag}", described(child))
    for key in ("EntryProfileRef", "EntryDeltaFlag"):
        draft.note(f"{on}: {key}", node.get(key) or "")
    return on


def _read_measure(node: "Element", on: str, references: References, draft: Draft) -> None:
    kind = references.text("SanctionsType", node.get("SanctionsTypeID"))
    comment, period = "", ""
    for child in node:
        tag = local(child)
        if tag == "Comment":
            comment = (child.text or "").strip()
        elif tag == "DatePeriod":
            period = period_text(child) if len(child) else ""
        else:
            draft.note(f"{on}: {kind}: {tag}", described(child))
    if kind == PROGRAMME and comment and not period:
        draft.programmes[comment] = None
    else:
        draft.note(f"{on}: SanctionsMeasure", "; ".join(filter(None, (kind, comment, period))))


def _read_event(node: "Element", on: str, references: References, draft: Draft) -> None:
    kind = references.text("EntryEventType", node.get("EntryEventTypeID"))
    basis = references.text("LegalBasis", node.get("LegalBasisID"))
    when = ""
    for child in node:
        tag = local(child)
        if tag == "Date":
            when = date(child)
        else:
            draft.note(f"{on}: {kind}: {tag}", described(child))
    if basis != UNSAID:
        draft.legal_basis[basis] = None
    draft.note(f"{on}: {kind}", "; ".join(filter(None, (when, basis.replace(UNSAID, "")))))
    if when and (draft.listed_on is None or when < draft.listed_on):
        draft.listed_on = when


def read_relation(node: "Element", references: References, draft: Draft, target: str) -> None:
    """Add one ``ProfileRelationship`` to the party that it starts from."""
    kind = references.text("RelationType", node.get("RelationTypeID"))
    quality = references.text("RelationQuality", node.get("RelationQualityID"))
    notes = []
    if quality != UNSAID:
        notes.append(Note(label="RelationQuality", text=quality))
    if node.get("Former") == "true":
        notes.append(Note(label="Former", text="true"))
    for child in node:
        tag = local(child)
        text = period_text(child) if tag == "DatePeriod" else described(child)
        if text:
            notes.append(Note(label=tag, text=text))
    draft.relations.append(Relation(type=kind, target=target, notes=tuple(notes)))

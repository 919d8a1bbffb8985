"""OFAC's Identity elements: one alias holds a name once for every script it is documented in."""

from typing import TYPE_CHECKING

from lists.us_ofac.dates import period_text
from lists.us_ofac.draft import Draft
from lists.us_ofac.references import References
from lists.xml_stream import described, local
from records import ListedName, NameKind, Note

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

SPOKEN = (
    "First Name",
    "Middle Name",
    "Patronymic",
    "Last Name",
    "Matronymic",
    "Maiden Name",
    "Nickname",
)
"""The order in which a person's name is written in running text; OFAC publishes the last name
first. The parts keep the published order."""
FAMILY_FIRST = {"Hans", "Hant", "Jpan", "Hang", "Kore"}
"""Scripts of languages that write the family name first, as OFAC publishes it."""
UNSPACED = {"Hans", "Hant", "Jpan", "Hang", "Kore"}
"""Scripts that write a person's name without a space."""
KINDS = {"F.K.A.": NameKind.FORMER}
USUAL = {"Name", "A.K.A.", "F.K.A."}
"""Alias types that the kind of the name already says."""


def read_identity(node: "Element", references: References, draft: Draft) -> dict[str, str]:
    """Add the names of one ``Identity``; return their texts by DocumentedName id."""
    types: dict[str, str] = {}
    for child in node:
        if local(child) == "NamePartGroups":
            for master in child:
                for group in master:
                    types[group.get("ID", "")] = group.get("NamePartTypeID", "")
    known: dict[str, str] = {}
    first = node.get("Primary") == "true"
    if node.get("False") == "true":
        draft.note("Identity", "False")
    for child in node:
        tag = local(child)
        if tag == "Alias":
            _read_alias(child, references, draft, types, known, first=first)
        elif tag != "NamePartGroups":
            draft.note(f"Identity: {tag}", described(child))
    return known


def _read_alias(
    node: "Element",
    references: References,
    draft: Draft,
    types: dict[str, str],
    known: dict[str, str],
    *,
    first: bool,
) -> None:
    kind, notes = _quality(node, references, first=first)
    names: list[tuple[bool, ListedName]] = []
    for child in node:
        tag = local(child)
        if tag == "DocumentedName":
            name = _read_name(child, references, types, kind)
            known[child.get("ID", "")] = name.text
            names.append((child.get("DocNameStatusID") != "1", name))
        elif tag == "DatePeriod":
            notes.append(Note(label="Alias: DatePeriod", text=period_text(child)))
        elif text := described(child):
            notes.append(Note(label=f"Alias: {tag}", text=text))
    if kind is NameKind.PRIMARY:
        names.sort(key=lambda pair: pair[0])
    draft.names.extend(_with_notes(name, notes) for _, name in names)


def _with_notes(name: ListedName, notes: list[Note]) -> ListedName:
    if not notes:
        return name
    return ListedName(
        text=name.text,
        kind=name.kind,
        script=name.script,
        parts=name.parts,
        notes=(*notes, *name.notes),
    )


def _quality(
    node: "Element", references: References, *, first: bool
) -> tuple[NameKind, list[Note]]:
    published = references.text("AliasType", node.get("AliasTypeID"))
    primary = node.get("Primary") == "true"
    weak = node.get("LowQuality") == "true"
    kind = NameKind.PRIMARY if primary and first else KINDS.get(published, NameKind.ALIAS)
    if published in USUAL and not (weak and kind is not NameKind.ALIAS):
        return (NameKind.WEAK if weak else kind), []
    notes = [Note(label="AliasType", text=published)]
    if weak and primary:
        notes.append(Note(label="Alias", text="Primary"))
    return (NameKind.WEAK if weak else kind), notes


def _read_name(
    node: "Element", references: References, types: dict[str, str], kind: NameKind
) -> ListedName:
    parts: list[Note] = []
    notes: list[Note] = []
    scripts: dict[str, None] = {}
    for child in node:
        tag = local(child)
        if tag == "DocumentedNamePart":
            _read_part(child, references, types, parts, notes, scripts)
        elif text := described(child):
            notes.append(Note(label=tag, text=text))
    status = references.text("DocNameStatus", node.get("DocNameStatusID"))
    if status not in {"Primary Latin", "Others"}:
        notes.append(Note(label="DocNameStatus", text=status))
    script = next(iter(scripts), None)
    if len(scripts) > 1:
        notes.append(Note(label="Script", text=", ".join(scripts)))
    # A company's name is one part: its type ("Entity Name") says no more than the party's kind.
    whole = len(parts) == 1 and parts[0].label.endswith(" Name") and parts[0].label not in SPOKEN
    return ListedName(
        text=joined(parts, script),
        kind=kind,
        script=script,
        parts=() if whole else tuple(parts),
        notes=tuple(notes),
    )


def _read_part(
    node: "Element",
    references: References,
    types: dict[str, str],
    parts: list[Note],
    notes: list[Note],
    scripts: dict[str, None],
) -> None:
    around = ("LeadingChars", "TrailingChars")  # in the schema, never met
    notes += [Note(label=key, text=text) for key in around if (text := node.get(key))]
    for value in node:
        text = (value.text or "").strip()
        if script := references.script(value.get("ScriptID")):
            scripts[script] = None
        label = references.text("NamePartType", types.get(value.get("NamePartGroupID", "")))
        if text:
            parts.append(Note(label=label, text=text))
        if value.get("Acronym") == "true":
            notes.append(Note(label="Acronym", text=text))
        if status := references.unusual("ScriptStatus", value.get("ScriptStatusID"), "Unknown"):
            notes.append(Note(label="ScriptStatus", text=status))


def joined(parts: list[Note], script: str | None) -> str:
    """The parts of a name in the order in which they are spoken, or written."""
    if len(parts) == 1:
        return parts[0].text
    if script in FAMILY_FIRST:
        return ("" if script in UNSPACED else " ").join(part.text for part in parts)
    ranks = {label: rank for rank, label in enumerate(SPOKEN)}
    ordered = sorted(parts, key=lambda part: ranks.get(part.label, len(SPOKEN)))
    return " ".join(part.text for part in ordered)

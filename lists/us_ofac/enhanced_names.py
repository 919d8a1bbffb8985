"""The names of OFAC's enhanced XML: one name holds a translation for every script."""

from typing import TYPE_CHECKING

from lists.us_ofac.draft import Draft
from lists.us_ofac.names import SPOKEN, joined
from lists.us_ofac.statements import listed_name
from lists.xml_stream import described, local
from records import ListedName, Note

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

SCRIPTS = {
    "Arabic": "Arab",
    "Armenian": "Armn",
    "Chinese Simplified": "Hans",
    "Chinese Traditional": "Hant",
    "Cyrillic": "Cyrl",
    "Georgian": "Geor",
    "Greek": "Grek",
    "Hangul": "Hang",
    "Hebrew": "Hebr",
    "Japanese": "Jpan",
    "Korean": "Kore",
    "Latin": "Latn",
}
"""ISO 15924 for OFAC's words, as its own advanced XML pairs them."""
FORMATTED = ("formattedFirstName", "formattedLastName", "formattedFullName")
"""The name again, in capitals, as the classic formats print it."""


def read_name(node: "Element", draft: Draft) -> None:
    """Add one ``name`` to its party, in every script that it is given in."""
    found: list[tuple[bool, ListedName]] = []
    texts = {local(c): (c.text or "").strip() for c in node if not len(c)}
    known = {"isPrimary", "aliasType", "isLowQuality"}
    notes = [Note(label=tag, text=text) for tag, text in texts.items() if text and tag not in known]
    first = texts.get("isPrimary") == "true"
    published = "" if first else texts.get("aliasType", "") or "a.k.a."
    if first and (odd := texts.get("aliasType")):
        notes.append(Note(label="AliasType", text=odd))
    for group in node:
        for child in group:
            if local(child) != "translation":
                notes.append(Note(label=local(child), text=described(child)))
                continue
            weak = texts.get("isLowQuality") == "true"
            name, main = _read_translation(child, published, weak=weak)
            found.append((not main, name))
    if first:
        found.sort(key=lambda pair: pair[0])
    draft.names.extend(_with(name, notes) for _, name in found)


def _with(name: ListedName, notes: list[Note]) -> ListedName:
    kept = (*notes, *name.notes)
    return ListedName(
        text=name.text, kind=name.kind, script=name.script, parts=name.parts, notes=kept
    )


def _read_translation(node: "Element", published: str, *, weak: bool) -> tuple[ListedName, bool]:
    """One name in one script, and whether it is the main one."""
    parts: list[Note] = []
    notes: list[Note] = []
    formatted: dict[str, str] = {}
    script, main = None, False
    for child in node:
        tag, text = local(child), (child.text or "").strip()
        if tag == "isPrimary":
            main = text == "true"
        elif tag == "script":
            script = SCRIPTS.get(text, text) or None
        elif tag in FORMATTED:
            formatted[tag] = text
        elif tag == "nameParts":
            _read_parts(child, parts, notes)
        elif more := described(child):
            notes.append(Note(label=tag, text=more))
    whole = formatted.get("formattedFullName", "")
    text = joined(parts, script) if parts else whole
    notes += [
        Note(label=tag, text=said) for tag, said in formatted.items() if not _is_said(said, text)
    ]
    alone = len(parts) == 1 and parts[0].label.endswith(" Name") and parts[0].label not in SPOKEN
    name = listed_name(text, () if alone else tuple(parts), published, weak=weak)
    return _scripted(name, script, notes), main


def _scripted(name: ListedName, script: str | None, notes: list[Note]) -> ListedName:
    return ListedName(
        text=name.text,
        kind=name.kind,
        script=script,
        parts=name.parts,
        notes=(*name.notes, *notes),
    )


def _is_said(formatted: str, text: str) -> bool:
    """Whether the formatted name adds nothing but capitals and a comma."""
    words = set(text.casefold().replace(",", " ").split())
    return set(formatted.casefold().replace(",", " ").split()) <= words


def _read_parts(node: "Element", parts: list[Note], notes: list[Note]) -> None:
    for part in node:
        texts = {local(c): (c.text or "").strip() for c in part}
        label, value = texts.pop("type", ""), texts.pop("value", "")
        if value:
            parts.append(Note(label=label, text=value))
        notes += [Note(label=tag, text=text) for tag, text in texts.items() if text]

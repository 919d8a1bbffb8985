"""Addresses, features, documents and ties of OFAC's enhanced XML."""

from typing import TYPE_CHECKING

from lists.us_ofac.country_names import country_named
from lists.us_ofac.dates import span
from lists.us_ofac.draft import Draft
from lists.us_ofac.features import BIRTH, COUNTRIES
from lists.us_ofac.places import ORDER
from lists.us_ofac.statements import identifier, keep, keep_birth, straight
from lists.xml_stream import described, local
from records import Address, Note, Relation

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

LIMITS = ("fromDateBegin", "fromDateEnd", "toDateBegin", "toDateEnd")
DATES = {"issueDate": "Issue Date", "expirationDate": "Expiration Date"}


def _text(node: "Element") -> str:
    return (node.text or "").strip()


def _country(node: "Element", codes: dict[str, str]) -> tuple[str, str | None]:
    """Name and code of a country; the file's own reference values come first."""
    name = _text(node)
    return name, codes.get(node.get("refId", "")) or country_named(name)


def read_address(node: "Element", draft: Draft, codes: dict[str, str]) -> None:
    """Add one ``address``; further scripts of it are notes."""
    country, code = "", None
    parts: dict[str, str] = {}
    notes: list[Note] = []
    for child in node:
        tag = local(child)
        if tag == "country":
            country, code = _country(child, codes)
        elif tag == "translations":
            for translation in child:
                _read_translation(translation, parts, notes)
        elif text := described(child):
            notes.append(Note(label=tag, text=text))
    if not (parts or country or notes):
        return  # OFAC publishes an empty address for parties without one
    if not country and "REGION" in parts:  # Gaza, the West Bank: what the classic XML calls them
        code = country_named(f"Region: {parts['REGION']}")
    ordered = [parts[label] for label in ORDER if label in parts]
    ordered += [text for label, text in parts.items() if label not in ORDER]
    kept = [Note(label=label, text=text) for label, text in parts.items() if label != "CITY"]
    line = ", ".join([*ordered, country] if country else ordered)
    draft.addresses.append(
        Address(text=line, city=parts.get("CITY"), country=code, notes=(*kept, *notes))
    )
    draft.tie_to(code)


def _read_translation(node: "Element", parts: dict[str, str], notes: list[Note]) -> None:
    texts = {local(child): _text(child) for child in node}
    main, script = texts.get("isPrimary") == "true", texts.get("script", "")
    for child in node:
        tag = local(child)
        if tag == "addressParts":
            for part in child:
                _read_part(part, script, parts, notes, main=main)
        elif tag not in {"isPrimary", "script"} and (text := described(child)):
            notes.append(Note(label=tag, text=text))


def _read_part(
    node: "Element", script: str, parts: dict[str, str], notes: list[Note], *, main: bool
) -> None:
    texts = {local(child): _text(child) for child in node}
    label, value = texts.pop("type", ""), texts.pop("value", "")
    if main and label not in parts and value:
        parts[label] = value
    elif value:
        notes.append(Note(label=f"{label} ({script})" if script else label, text=value))
    notes += [Note(label=f"{label}: {tag}", text=text) for tag, text in texts.items() if text]


def _period(node: "Element", notes: list[Note]) -> str:
    """Read the four dates of a period; it must not be said when it is approximate."""
    texts = {local(child): _text(child) for child in node}
    period = span([texts.pop(tag) for tag in LIMITS if texts.get(tag)])
    if (approximate := texts.pop("isApproximate", "")) == "true":
        notes.append(Note(label="Approximate", text=period))
    elif approximate and approximate != "false":
        notes.append(Note(label="isApproximate", text=approximate))
    texts.pop("isDateRange", "")  # the dates themselves say it
    notes += [Note(label=tag, text=text) for tag, text in texts.items() if text]
    return period


def read_feature(node: "Element", draft: Draft, codes: dict[str, str]) -> None:
    """Add one ``feature``."""
    label = value = period = ""
    notes: list[Note] = []
    code = None
    for child in node:
        tag = local(child)
        if tag == "type":
            label = straight(_text(child))
        elif tag == "value":
            value = _text(child)
        elif tag == "valueDate":
            period = _period(child, notes)
        elif tag == "valueRefId":
            code = codes.get(_text(child))
        elif tag not in {"versionId", "isPrimary"} and (text := described(child)):
            notes.append(Note(label=tag, text=text))
    if label == BIRTH:
        _keep_birth(value, period, notes, draft)
        return
    if label in COUNTRIES:
        draft.tie_to(code)
    keep(draft, label, period or value, "", notes)


def _keep_birth(value: str, period: str, notes: list[Note], draft: Draft) -> None:
    if period:
        draft.birth_dates.append(period)
    else:
        keep_birth(value, draft)
    for note in notes:
        about = note.text if note.label == "Approximate" else f"{note.text} ({period or value})"
        draft.note(f"{BIRTH}: {note.label}", about)


def read_document(node: "Element", draft: Draft, codes: dict[str, str]) -> None:
    """Add one ``identityDocument``."""
    label = number = name = ""
    code = None
    notes: list[Note] = []
    for child in node:
        tag, text = local(child), _text(child)
        if tag == "type":
            label = straight(text)
        elif tag == "documentNumber":
            number = text
        elif tag == "issuingCountry":
            name, code = _country(child, codes)
        elif tag in DATES:
            period: list[Note] = []
            notes += [Note(label=DATES[tag], text=_period(child, period)), *period]
        elif tag == "name":
            if text and not (draft.names and text.casefold() == draft.names[0].text.casefold()):
                notes.append(Note(label="DocumentedName", text=text))
        elif tag == "isValid":
            if text != "true":
                notes.append(Note(label="isValid", text=text))
        elif more := described(child):
            notes.append(Note(label=tag, text=more))
    if number or notes:
        found = identifier(label, number, name, notes, code)
        draft.identifiers.append(found)


def read_relation(node: "Element", draft: Draft) -> None:
    """Add one ``relationship``, as OFAC draws it from this party."""
    kind, target = "", ""
    notes: list[Note] = []
    for child in node:
        tag, text = local(child), _text(child)
        if tag == "type":
            kind = text
        elif tag == "relatedEntity":
            key = child.get("entityId")
            target = f"{draft.source}:{key}" if key else text
            notes += [Note(label=tag, text=text)] if key and text else []
        elif more := text if not len(child) else described(child):
            notes.append(Note(label=tag, text=more))
    draft.relations.append(Relation(type=kind, target=target, notes=tuple(notes)))

"""What OFAC says of a party as "label: value", in the formats that say everything that way.

The same label stands in the enhanced and classic XML and in the remarks of the CSV files, so one
place decides what becomes an identifier, a birth date, a country or a note.
"""

import re
from collections.abc import Iterable

from lists.identifier_types import OFAC_DOCUMENTS, OFAC_FEATURES
from lists.us_ofac.country_names import country_named
from lists.us_ofac.documents import IMO
from lists.us_ofac.draft import Draft
from lists.us_ofac.features import BIRTH, COUNTRIES, CURRENCY
from lists.us_ofac.spoken_dates import spoken_date
from records import Identifier, ListedName, NameKind, Note, Relation

OTHER_DOCUMENTS = frozenset(
    (
        "Afghan Money Service Provider License Number",
        "Birth Certificate Number",
        "C.U.I.P.",
        "Cartilla de Servicio Militar Nacional",
        "Chinese Commercial Code",
        "Federal ID Card",
        "File Number",
        "Government Gazette Number",
        "Identification Number",
        "Immigration No.",
        "LE Number",
        "Military Registration Number",
        "MSB Registration Number",
        "Permit Number",
        "Pilot License Number",
        "Public Security and Immigration No.",
        "Refugee ID Card",
        "Residency Number",
        "Romanian Permanent Resident",
        "SRE Permit No.",
        "Seafarer's Identification Document",
        "Serial No.",
        "Stateless Person ID Card",
        "Trademark number",
        "VisaNumberID",
    )
)
"""IDRegDocTypes of SDN_ADVANCED.XML (2025-11-19) for which we have no word of our own."""
ALIASES = {
    "a.k.a.": NameKind.ALIAS,
    "f.k.a.": NameKind.FORMER,
    "n.k.a.": NameKind.ALIAS,
}
LINKED = re.compile(r"\(?Linked To: (.+?)\)?\.?", re.DOTALL)
"""A tie in a remark: bare in the CSV files, in brackets in the classic XML."""
SAID_BY_KIND = {NameKind.ALIAS: "a.k.a.", NameKind.FORMER: "f.k.a."}


def straight(label: str) -> str:
    """The label with the apostrophe that SDN_ADVANCED.XML writes; the enhanced XML curls it."""
    return label.replace("\u2019", "'")


def is_identifier(label: str) -> bool:
    """Whether what the label announces is a number or a code of the party."""
    return is_document(label) or label in OFAC_FEATURES or label.startswith(CURRENCY)


def is_document(label: str) -> bool:
    """Whether the label is one of OFAC's IDRegDocTypes."""
    return label in OFAC_DOCUMENTS or label in OTHER_DOCUMENTS


def keep(
    draft: Draft, label: str, text: str, country: str = "", notes: Iterable[Note] = ()
) -> None:
    """Add one statement to its party.

    Args:
        draft: the party.
        label: OFAC's word.
        text: what is said; empty says nothing.
        country: the country that issued a document, by name.
        notes: more about it.
    """
    label = straight(label)
    if not text:
        return
    if is_identifier(label):
        draft.identifiers.append(identifier(label, text, country, notes))
        return
    if label in COUNTRIES:
        draft.tie_to(country_named(text))
    draft.note(label, text)
    for note in notes:
        draft.note(f"{label}: {note.label}", f"{note.text} ({text})")


def identifier(
    label: str,
    text: str,
    country: str = "",
    notes: Iterable[Note] = (),
    code: str | None = None,
) -> Identifier:
    """The identifier that a statement is, with OFAC's words for it in the notes."""
    named = country_named(country)
    code = code or named
    unsaid = bool(country) and (named is None or named != code)
    extra = [Note(label="IssuedBy-Country", text=country)] if unsaid else []
    if label.startswith(CURRENCY):
        currency = Note(label="currency", text=label.removeprefix(CURRENCY))
        said = (Note(label="FeatureType", text=label), currency, *extra, *notes)
        return Identifier(type="crypto", value=text, country=code, notes=said)
    if label in OFAC_FEATURES:
        said = (Note(label="FeatureType", text=label), *extra, *notes)
        return Identifier(type=OFAC_FEATURES[label], value=text, country=code, notes=said)
    kind = OFAC_DOCUMENTS.get(label, label.lower())
    said = (Note(label="IDRegDocType", text=label), *extra, *notes)
    if kind == "vessel_registration" and (imo := IMO.fullmatch(text)):
        said = (*said, Note(label="IDRegistrationNo", text=text))
        return Identifier(type="imo", value=imo[1], country=code, notes=said)
    return Identifier(type=kind, value=text, country=code, notes=said)


def person_name(last: str, first: str) -> tuple[str, tuple[Note, ...]]:
    """A person's name as it is spoken, and its parts as OFAC publishes them."""
    if not first:
        return last, ()
    parts = (Note(label="Last Name", text=last), Note(label="First Name", text=first))
    return f"{first} {last}".strip(), parts if last else parts[1:]


def split_person(text: str) -> tuple[str, str]:
    """Last and first name of ``LAST, First``; the first is empty where there is no comma."""
    last, comma, first = text.partition(",")
    return (last.strip(), first.strip()) if comma else (text.strip(), "")


def listed_name(
    text: str, parts: tuple[Note, ...], published: str, *, weak: bool, more: tuple[Note, ...] = ()
) -> ListedName:
    """A name of a party.

    Args:
        text: the whole name.
        parts: what it is made of.
        published: OFAC's word for the alias (``a.k.a.``), empty for the primary name.
        weak: whether OFAC calls it weak or of low quality.
        more: what else is said of it.
    """
    word = published.strip().lower()
    strong = ALIASES.get(word, NameKind.ALIAS) if word else NameKind.PRIMARY
    usual = word == SAID_BY_KIND.get(strong, "") and not (weak and strong is not NameKind.ALIAS)
    notes = () if usual else (Note(label="AliasType", text=published or "Primary"),)
    kind = NameKind.WEAK if weak else strong
    return ListedName(text=text, kind=kind, parts=parts, notes=(*notes, *more))


def keep_birth(text: str, draft: Draft) -> None:
    """Add a birth date as it is written; what is no date is a note."""
    date = spoken_date(text)
    if date is None:
        draft.note(BIRTH, text)
        return
    draft.birth_dates.append(date)
    if "circa" in text.lower():
        draft.note(f"{BIRTH}: Approximate", date)


def keep_tie(item: str, draft: Draft) -> bool:
    """Add the relation that an item of a remark is; say whether it was one."""
    linked = LINKED.fullmatch(item.strip())
    if linked is None:
        return False
    draft.relations.append(Relation(type="Linked To", target=linked[1]))
    return True

"""The remarks of OFAC's CSV files, where everything stands that has no column: birth dates,
documents, weak names. The whole remark is kept as published; this only takes out what is certain.
"""

import re

from lists.identifier_types import OFAC_DOCUMENTS, OFAC_FEATURES
from lists.us_ofac.country_names import country_named
from lists.us_ofac.draft import Draft
from lists.us_ofac.features import CURRENCY
from lists.us_ofac.spoken_dates import spoken_date
from lists.us_ofac.statements import (
    OTHER_DOCUMENTS,
    identifier,
    keep,
    keep_birth,
    keep_tie,
    listed_name,
    person_name,
    split_person,
)
from records import Kind, Note

WEAK = re.compile(r"(?:alt\. )?([afn]\.k\.a\.) '(.+)'", re.DOTALL)
"""A weak name; strong ones stand in a file of their own."""
COUNTRIES = {
    "nationality": "Nationality Country",
    "citizen": "Citizenship Country",
    "Former Vessel Flag": "Former Vessel Flag",
    "Other Vessel Flag": "Other Vessel Flag",
    "Nationality of Registration": "Nationality of Registration",
}
PLAIN = ("Gender", "Website", "Email Address", "Phone Number", "Organization Type:", "Target Type")
LABELS = tuple(sorted((*OFAC_DOCUMENTS, *OTHER_DOCUMENTS, *OFAC_FEATURES), key=len, reverse=True))
"""The longest first, since "License" begins others."""
_DATE = r"(?:\d|[A-Z][a-z]+ \d).*?"
_NUMBER = re.compile(
    r"(?P<number>.+?)(?: \((?P<country>[^()]+)\))?"
    rf"(?: issued (?P<issued>{_DATE}))?(?: expires (?P<expires>{_DATE}))?",
    re.DOTALL,
)
SENTENCE = re.compile(r"\bissued? ", re.IGNORECASE)
"""In a number it means that a sentence about a document stands there, not a document."""


def read_remark(text: str, draft: Draft) -> None:
    """Add a whole remark to its party, and what can be told from it with certainty."""
    if not text:
        return
    draft.remarks.append(text)
    items = text.split("; ")
    items[-1] = items[-1].removesuffix(".")
    for item in items:
        _read_item(item, draft)


def _read_item(item: str, draft: Draft) -> None:
    if weak := WEAK.fullmatch(item.strip()):
        last, first = split_person(weak[2]) if draft.kind is Kind.PERSON else (weak[2], "")
        name, parts = person_name(last, first)
        draft.names.append(listed_name(name, parts, weak[1], weak=True))
        return
    plain = item.removeprefix("alt. ")
    if keep_tie(plain, draft):
        return
    word, _, rest = plain.partition(" ")
    if word == "DOB":
        keep_birth(rest, draft)
    elif word == "POB":
        draft.note("Place of Birth", rest)
    else:
        _labelled(plain, draft)


def _labelled(item: str, draft: Draft) -> None:
    for word, label in COUNTRIES.items():
        if item.startswith(f"{word} "):
            keep(draft, label, item.removeprefix(f"{word} "))
            return
    if item.startswith(CURRENCY):
        currency, _, address = item.removeprefix(CURRENCY).partition(" ")
        keep(draft, CURRENCY + currency, address)
        return
    for label in PLAIN:
        if item.startswith(f"{label} "):
            draft.note(label, item.removeprefix(f"{label} "))
            return
    for label in LABELS:
        if item.startswith(f"{label} "):
            _number(label, item.removeprefix(f"{label} "), draft)
            return


def _number(label: str, text: str, draft: Draft) -> None:
    found = _NUMBER.fullmatch(text)
    if found is None or SENTENCE.search(found["number"]):
        return
    if label not in OFAC_FEATURES and not any(letter.isdigit() for letter in found["number"]):
        return
    number, country = found["number"], found["country"] or ""
    if country and country_named(country) is None:  # a town, which belongs to the number
        number, country = f"{number} ({country})", ""
    dates = {"Issue Date": found["issued"], "Expiration Date": found["expires"]}
    notes = [Note(label=k, text=spoken_date(v) or v) for k, v in dates.items() if v]
    draft.identifiers.append(identifier(label, number, country, notes))

"""Labels inside one text of a UK list: ``(IMO number):7408873``."""

import re
from collections.abc import Iterator

_LABEL = re.compile(r"\(([A-Z][A-Za-z /]{1,40})\):\s*")
LABELS = {
    "uk sanctions list ref": "UniqueID",
    "un ref": "UNReferenceNumber",
    "uk statement of reasons": "UKStatementofReasons",
    "gender": "Gender",
    "phone number": "PhoneNumber",
    "tel": "PhoneNumber",
    "fax": "Fax",
    "website": "Website",
    "email address": "EmailAddress",
    "type of entity": "TypeOfEntity",
    "business reg no": "BusinessRegistrationNumber",
    "parent company": "ParentCompany",
    "subsidiaries": "Subsidiary",
    "imo number": "IMONumber",
    "current owners": "CurrentOwnerOperator",
    "previous owners": "PreviousOwnerOperator",
    "flag of ship": "CurrentBelievedFlagOfShip",
    "previous flags": "PreviousFlag",
    "type of ship": "TypeOfShip",
    "tonnage of ship": "TonnageOfShip",
    "length of ship": "LengthOfShip",
    "year built": "YearBuilt",
}
"""Labels inside OFSI's ``Other Information``: the XML has elements for them."""


def labelled(text: str) -> Iterator[tuple[str, str]]:
    """The parts of a text that stand behind known labels, and before the first of them.

    Yields:
        The XML's word for the label (empty for what stands behind none), and the text.
    """
    label, start = "", 0
    for found in _LABEL.finditer(text):
        known = LABELS.get(found[1].lower())
        if known is None:
            continue
        yield label, text[start : found.start()].strip()
        label, start = known, found.end()
    yield label, text[start:].strip()

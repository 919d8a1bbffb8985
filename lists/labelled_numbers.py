"""Numbers that a remark gives behind their label: ``IMO Number: 8405270``, ``INN 7736050003``.

Several publishers have no field for some numbers, or do not use it, and write them into a remark.
Only what stands right behind a label is read: a number alone may be of anything.
"""

import re
from collections.abc import Iterator

from records import Identifier, Note

TYPES = {
    "imo": "imo", "imo number": "imo", "imo no": "imo",
    "registration id": "registration", "registration no": "registration",
    "registration number": "registration", "ogrn": "registration",
    "tax id": "tax", "tax identification number": "tax", "inn": "tax", "tin": "tax",
    "kpp": "kpp",
}  # fmt: skip
_NUMBER = re.compile(
    r"\b(IMO(?: Number| No)?|Registration (?:ID|No|Number)|Tax (?:ID|Identification Number)"
    r"|INN|OGRN|TIN|KPP)\b\.?\s*:?\s*(\d{7,15})\b",
    re.IGNORECASE,
)
# Digits.
_IMO_LENGTH = 7
_SWIFT = re.compile(
    r"\bSWIFT(?:/BIC)?(?: codes?)?\s*:?\s*([A-Z]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)\b"
)
_CURRENCY = re.compile(
    r"Digital Currency Address:?\s*-?\s*([A-Z]{2,6})\s*:?\s*([A-Za-z0-9:]{20,110})"
)
"""``Digital Currency Address: XBT 3Lpoy53K…``."""


def numbers_in(text: str) -> Iterator[Identifier]:
    """The identifiers that a remark gives, each with the label as a note."""
    for found in _NUMBER.finditer(text):
        label, number = " ".join(found[1].split()), found[2]
        kind = TYPES[label.lower()]
        if (kind == "imo") == (len(number) == _IMO_LENGTH):
            yield Identifier(type=kind, value=number, notes=(Note(label="label", text=label),))
    for found in _SWIFT.finditer(text):
        yield Identifier(type="bic", value=found[1], notes=(Note(label="label", text="SWIFT"),))
    for found in _CURRENCY.finditer(text):
        note = Note(label="currency", text=found[1])
        yield Identifier(type="crypto", value=found[2], notes=(note,))

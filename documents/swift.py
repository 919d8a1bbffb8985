"""SWIFT MT messages (MT103, MT202, MT940 and their kin): each field a passage, at its place in the
file.

Parties stand in lines of 35 characters, cut in the middle of words, or behind line numbers; such
fields are read once more behind the end of the file with their lines joined. SWIFT Standards MT,
category 1, 2 and 9.
"""

import re
from collections.abc import Iterator

from documents.swift_lines import STATEMENT, TEXTS, joined
from records import Passage

_MESSAGE = re.compile(
    r"\A\s*\{1:F\d{2}|^:20:.*\n(?:.*\n)*?:(?:32A|50[AFGHKL]|59[AF]?|58[AD]|60[FM]):", re.MULTILINE
)
_FIELD = re.compile(r"^:(\d{2}[A-Z]?):", re.MULTILINE)
_END = re.compile(r"\r?\n(?=:\d{2}[A-Z]?:|-\})|\Z")
_NAMES = {
    "20": "reference", "21": "related reference", "50": "ordering customer",
    "51": "sending institution", "52": "ordering institution", "53": "sender's correspondent",
    "54": "receiver's correspondent", "55": "third reimbursement institution",
    "56": "intermediary", "57": "account with institution", "58": "beneficiary institution",
    "59": "beneficiary", "70": "remittance information", "72": "sender to receiver information",
    "77": "regulatory reporting", "86": "information to account owner",
}  # fmt: skip
_PARTIES = {*map(str, range(50, 60))}
_JOINED = {*_PARTIES, *TEXTS, STATEMENT}
_ACCOUNT = re.compile(r"\A/.*(?:\r?\n|\Z)")


def is_message(text: str) -> bool:
    """Whether a text is an MT message, whole or its text block alone."""
    return _MESSAGE.search(text[:10_000]) is not None


def passages(text: str) -> tuple[Passage, ...]:
    """The fields, and what stands around them; then the parties' lines joined."""
    found: list[Passage] = []
    variants: list[tuple[str, str]] = []
    at = 0
    for start, end, tag in _fields(text):
        found += _stretch(text, at, start, None)
        name = _NAMES.get(tag[:2])
        place = f"field {tag}" + (f" ({name})" if name else "")
        found += _stretch(text, start, end, place)
        if tag[:2] in _JOINED:
            variants += [
                (words, f"{place}, {what}")
                for words, what in joined(text[start:end], tag[:2])
                if words
            ]
        at = end
    found += _stretch(text, at, len(text), None)
    end = len(text)
    for variant, place in variants:
        found.append(Passage(text=variant, start=end + 1, place=place))
        end += 1 + len(variant)
    return tuple(found)


def _fields(text: str) -> Iterator[tuple[int, int, str]]:
    """Where the value of each field starts and ends, without a party's account."""
    for found in _FIELD.finditer(text):
        ended = _END.search(text, found.end())
        end = ended.start() if ended else len(text)
        account = _ACCOUNT.match(text[found.end() : end])
        start = found.end()
        if account and found[1][:2] in _PARTIES and not account[0].startswith("//"):
            start += account.end()
        yield start, end, found[1]


def _stretch(text: str, start: int, end: int, place: str | None) -> list[Passage]:
    piece = text[start:end]
    return [] if not piece.strip() else [Passage(text=piece, start=start, place=place)]

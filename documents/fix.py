"""FIX messages: each field a passage, at its place in the file. FIX tag=value encoding, FIX 4.0 to
5.0 SP2. Logs have such messages behind the time, one a line.
"""

import re
from collections.abc import Iterator

from records import Passage

SIGN = "\x01"
_MESSAGE = re.compile("8=FIX[\\w.]{2,10}\x01")
_HEAD = 10_000
_FIELD = re.compile("(\\d{1,5})=([^\x01\\r\\n]*)|[^\x01\\r\\n]+")
_NAMES = {
    "448": "party", "109": "client", "76": "executing broker", "106": "issuer",
    "107": "security", "58": "text", "354": "text", "440": "clearing account",
}  # fmt: skip


def is_message(text: str) -> bool:
    """Whether such messages stand in a text."""
    return _MESSAGE.search(text[:_HEAD]) is not None


def passages(text: str) -> tuple[Passage, ...]:
    """The fields, and what stands around them."""
    return tuple(_fields(text))


def _fields(text: str) -> Iterator[Passage]:
    for found in _FIELD.finditer(text):
        tag = found[1]
        value, start = (found[2], found.start(2)) if tag else (found[0], found.start())
        if any(map(str.isalpha, value)):
            place = f"field {tag}" + (f" ({_NAMES[tag]})" if tag in _NAMES else "")
            yield Passage(text=value, start=start, place=place if tag else None)

"""Payment files of American clearing houses (Nacha Operating Rules, appendix 3): records of 94
signs whose fields touch one another, ``MINSK WHEEL TRACTOR PL0091000010000001``.
"""

import re
from collections.abc import Iterator

_LENGTH = 94
_HEADER = re.compile(r"\ufeff?101[ \d]\d{9}[ \d]\d{9}")
# By the kind of a record where names and words stand in it.
_FIELDS = {
    "1": ((40, 63, "destination"), (63, 86, "origin")),
    "5": ((4, 20, "company"), (20, 40, "company"), (53, 63, "description")),
    "6": ((54, 76, "receiver"),),
    "7": ((3, 83, "addenda"),),
}


def is_file(text: str) -> bool:
    """Whether a text is such a file."""
    return _HEADER.match(text) is not None and len(text.splitlines()[0].rstrip()) <= _LENGTH


def names(text: str) -> Iterator[tuple[str, str]]:
    """The fields of words, each by itself, and which it is."""
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        for start, end, what in _FIELDS.get(line[:1], ()):
            if words := line[start:end].strip():
                yield words, f"line {number}, {what}"

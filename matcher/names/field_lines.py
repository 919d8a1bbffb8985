"""A name that goes on in the next line of a payment's field: *1/KAZAN HELI 1/COPTERS* (SWIFT, 50F
and 59F), *KAZAN HELI//COPTERS* (70, 72), *?32KAZAN HELI?33COPTERS* (German banks, 86). Lines end
where they are full, inside words, too, and spaces at their ends are dropped.
"""

import re
from collections.abc import Iterator

from matcher.names.arabic_compounds import Respelling

_NUMBERED = re.compile(r"(?<!\S)1/\s*")
# What follows the lines of the name: the address, the country and town, the day of birth.
_FURTHER = re.compile(r"(?<!\S)[2-8]/")
_GOES_ON = re.compile(r"(?<=[^\W_])\s*(?<!:)//\s*(?=[^\W_])")
_SUBFIELD = re.compile(r"\?(?:2\d|3[0-4]|6[0-3])(?=[^\W_])")


def may_go_on(text: str) -> bool:
    """Whether ``in_one_line`` may find any: a quick look."""
    return "//" in text or "1/" in text or ("?" in text and _SUBFIELD.search(text) is not None)


def in_one_line(text: str) -> Iterator[list[Respelling]]:
    """The stretches of a text that are signs of its lines, first as if words ended with them, then
    as if words went on behind them; nothing for a text without any.
    """
    first = _NUMBERED.search(text)
    end = _FURTHER.search(text, first.end()) if first else None
    stop = end.start() if end else len(text)
    found = [
        met.span()
        for sign in (_NUMBERED, _GOES_ON, _SUBFIELD)
        for met in sign.finditer(text, 0, stop)
    ]
    rest = [(stop, len(text), "")] if end else []
    if not found:
        return
    # Of one line, *1/TOPAZ*, there is nothing to join.
    for between in (" ",) if len(found) == 1 and first else (" ", ""):
        signs = [(start - _spaces_before(text, start), stop, between) for start, stop in found]
        yield sorted([*signs, *rest])


def _spaces_before(text: str, place: int) -> int:
    return len(text[:place]) - len(text[:place].rstrip())

"""A quick look at a name: whether it is worth looking for identifiers and for several names in it.

What stands between spaces repeats from name to name, so each such stretch is looked at once.
"""

import re

# Bits.
NOTHING, MAY_HOLD_NUMBER, MAY_HOLD_NAMES, MAY_BE_SIGNED = 0, 1, 2, 4
# Names of which it is kept what they may hold. A choice, for memory.
REMEMBERED = 1 << 17

_DIGIT = re.compile(r"\d|[bB][iI][cC]|[sS][wW][iI][fF][tT]|[0-9A-Za-z]{20}")
# What ``readings`` goes by has one of these words, parts of words, or signs.
_WORD = re.compile(r"[^\W_]+")
_WORDS = frozenset(
    {
        *("aka", "fka", "nka", "dba", "known", "alias", "formerly", "previously", "trading"),
        *("doing", "operating", "former", "ex", "né", "née", "или", "он", "ранее", "филиал"),
        *("branch", "subsidiary", "affiliate", "division"),
        *("named", "imeni", "imyeni", "imienia", "имени", "імені", "імя", "im", "им", "ім"),
    }
)
_PARTS = ("k.a", ".ka", "b.a", "бывш")
_SIGN = re.compile(r"[(\[（【«“„‘\"'‹]|[;/](?:\s|$)|/[kbaKBA]|(?:^|\s)[-–—](?:\s|$)")

_seen: dict[str, int] = {}


def look(text: str) -> int:
    """What may be in a name.

    Returns:
        A sum of ``MAY_HOLD_NUMBER``, ``MAY_HOLD_NAMES`` (other names than the whole, by words) and
        ``MAY_BE_SIGNED`` (the same, by brackets, quotation marks and the like). Without one of them
        there is none; with it there may be none.
    """
    found = NOTHING
    for stretch in text.split(" "):
        signs = _seen.get(stretch)
        found |= _look(stretch) if signs is None else signs
    return found


def _look(stretch: str) -> int:
    lowered = stretch.lower()
    found = NOTHING
    if _DIGIT.search(stretch):
        found |= MAY_HOLD_NUMBER
    words = _WORD.findall(lowered)
    if not _WORDS.isdisjoint(words) or any(part in lowered for part in _PARTS):
        found |= MAY_HOLD_NAMES
    if _SIGN.search(stretch):
        found |= MAY_BE_SIGNED
    if len(_seen) >= REMEMBERED:
        _seen.clear()
    _seen[stretch] = found
    return found

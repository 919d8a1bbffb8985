"""Words that say that the words beside them are a place's name, or a house's that is open to
everybody: *Lake Baikal*, *Caspian Sea*, *Golden Star hotel*.
"""

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

_SPACES = r"[ \u00a0]"


class PlaceCues(NamedTuple):
    """The phrases of ``data/place_cues.tsv`` as patterns, whatever their capitals."""

    before: re.Pattern[str]
    """At the end of what stands before a name."""
    after: re.Pattern[str]
    """At the beginning of what stands behind it."""
    venue_before: re.Pattern[str]
    """The same of hotels, shops and the like."""
    venue_after: re.Pattern[str]
    joined_after: re.Pattern[str]
    """What makes a place's or a house's name of the characters before it: 华为路."""


@cache
def place_cues() -> PlaceCues:
    """The table, read when a name first needs it."""
    text = (files("matcher") / "data" / "place_cues.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    before, after = (_any(rows, where) for where in ("before", "after"))
    joined = _any(rows, "joined after")
    led, followed = (_any(rows, where) for where in ("venue before", "venue after"))
    return PlaceCues(
        re.compile(rf"(?<!\w){before}\.?{_SPACES}$", re.IGNORECASE),
        re.compile(rf"{_SPACES}{after}(?!\w)", re.IGNORECASE),
        re.compile(rf"(?<!\w){led}{_SPACES}$", re.IGNORECASE),
        re.compile(rf"{_SPACES}{followed}(?!\w)", re.IGNORECASE),
        re.compile(joined),
    )


def _any(rows: list[list[str]], where: str) -> str:
    phrases = {phrase for row in rows if row[1] == where for phrase in row[2].split("|")}
    return f"(?:{'|'.join(map(_pattern, sorted(phrases, key=len, reverse=True)))})"


def _pattern(phrase: str) -> str:
    """A phrase whatever its capitals, but for one after ``=``."""
    exact = phrase.removeprefix("=")
    return f"(?-i:{re.escape(exact)})" if exact != phrase else re.escape(phrase)

"""Words that say that the words beside them are a place's name, or a house's that is open to
everybody: *Lake Baikal*, *Caspian Sea*, *Golden Star hotel*.
"""

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from matcher.lexicon.edge_phrases import EdgePhrases


class PlaceCues(NamedTuple):
    """The phrases of ``data/place_cues.tsv``, whatever their capitals."""

    before: EdgePhrases
    """At the end of what stands before a name."""
    after: EdgePhrases
    """At the beginning of what stands behind it."""
    venue_before: EdgePhrases
    """The same of hotels, shops and the like."""
    venue_after: EdgePhrases
    joined_after: re.Pattern[str]
    """What makes a place's or a house's name of the characters before it: 华为路."""


@cache
def place_cues() -> PlaceCues:
    """The table, read when a name first needs it."""
    text = (files("matcher") / "data" / "place_cues.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    before, after, led, followed = (
        EdgePhrases(_phrases(rows, where))
        for where in ("before", "after", "venue before", "venue after")
    )
    joined = sorted(_phrases(rows, "joined after"), key=len, reverse=True)
    return PlaceCues(before, after, led, followed, re.compile("|".join(map(re.escape, joined))))


def _phrases(rows: list[list[str]], where: str) -> set[str]:
    return {phrase for row in rows if row[1] == where for phrase in row[2].split("|")}

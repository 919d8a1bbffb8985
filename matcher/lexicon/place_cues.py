"""Words that say that the one word beside them is a place's name: *Lake Baikal*, *Caspian Sea*."""

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


@cache
def place_cues() -> PlaceCues:
    """The table, read when a name first needs it."""
    text = (files("matcher") / "data" / "place_cues.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    before, after = (_any(rows, where) for where in ("before", "after"))
    return PlaceCues(
        re.compile(rf"(?<!\w){before}\.?{_SPACES}$", re.IGNORECASE),
        re.compile(rf"{_SPACES}{after}(?!\w)", re.IGNORECASE),
    )


def _any(rows: list[list[str]], where: str) -> str:
    phrases = {phrase for row in rows if row[1] == where for phrase in row[2].split("|")}
    return f"(?:{'|'.join(map(re.escape, sorted(phrases, key=len, reverse=True)))})"

"""What says that a ship is meant: one file for running text and for names that are asked for.

``mentions.ship_cues`` makes patterns of the phrases that stand around a name in a text,
``names.surroundings`` knows those that stand before a ship's name in a query.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

FILE = "ship_cues.tsv"
BEFORE, BESIDE, AFTER, NEAR, QUERY = "before", "beside", "after", "near", "query"
"""Where a phrase may stand, as the file says it. Of a text all mean *near*, too, but for the
last."""


@dataclass(frozen=True, slots=True)
class ShipWord:
    """A row of the file."""

    language: str
    kind: str
    phrase: str
    places: frozenset[str]


@cache
def ship_words() -> tuple[ShipWord, ...]:
    """The rows of the file."""
    text = (files("matcher") / "data" / FILE).read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return tuple(ShipWord(row[0], row[1], row[2], frozenset(row[3].split())) for row in rows)

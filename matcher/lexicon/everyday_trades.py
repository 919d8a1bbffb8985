"""Trades of everyday life (*аптека*, *ресторан*, *мебельная фабрика*): no arms maker, shipyard or
ship is called so.
"""

import re
from functools import cache
from importlib.resources import files

FILE = "everyday_trades.tsv"


@cache
def _table() -> tuple[frozenset[str], re.Pattern[str]]:
    text = (files("matcher") / "data" / FILE).read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    concepts = frozenset(c for row in rows for c in row[1].split("|") if c != "-")
    begins = sorted((word for row in rows for word in row[2].split("|")), key=len, reverse=True)
    return concepts, re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, begins))})", re.IGNORECASE)


def is_everyday_trade(concept: str | None) -> bool:
    """Whether a concept of the word tables is such a trade."""
    return concept in _table()[0]


def has_everyday_trade(text: str) -> bool:
    """Whether a text has a word for such a trade.

    Args:
        text: as written, in any case.
    """
    return _table()[1].search(text) is not None

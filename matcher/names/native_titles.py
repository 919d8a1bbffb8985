"""Titles of persons in other scripts than Latin: *دکتر* before a name, *先生*, *위원장* behind it
(``data/native_titles.tsv``). A list seldom has them in its Latin names.
"""

import re
from functools import cache
from importlib.resources import files

from matcher.lexicon.folding import UNSPACED
from matcher.lexicon.scripts import HAN
from matcher.lexicon.waiting import waiting

# Scripts that write a title and a name in one run.
_JOINED = waiting(f"[{UNSPACED}{HAN}]")
# Characters that are left of a name at least.
_FEWEST = 2


@cache
def _rows() -> tuple[list[str], list[str]]:
    """Those before a name and those behind it, the longest first."""
    text = (files("matcher") / "data" / "native_titles.tsv").read_text(encoding="utf-8")
    found: dict[str, list[str]] = {"before": [], "behind": []}
    for line in text.splitlines():
        if not line.startswith("#"):
            place, _, titles = line.partition("\t")
            found[place] += titles.split("|")
    before, behind = (sorted(found[place], key=len, reverse=True) for place in found)
    return before, behind


@cache
def _edges() -> tuple[frozenset[str], frozenset[str]]:
    """The letters that titles before a name begin with, and those that others end with."""
    before, behind = _rows()
    return frozenset(title[0] for title in before), frozenset(title[-1] for title in behind)


@cache
def _titles() -> tuple[re.Pattern[str], re.Pattern[str]]:
    before, behind = _rows()
    return (
        re.compile(f"\\s*(?:{'|'.join(map(_led, before))})"),
        re.compile(f"\\s?(?:{'|'.join(map(re.escape, behind))})\\s*$"),
    )


def _led(title: str) -> str:
    """A title before a name: in a script with spaces one stands between."""
    return re.escape(title) + (r"\s*" if _JOINED.search(title) else r"\s+")


def untitled(text: str) -> tuple[int, int]:
    """Where a name begins and ends without the titles around it; all of it where it has none.

    Args:
        text: a name in another script than Latin.
    """
    first, last = _edges()
    if text.lstrip()[:1] not in first and text.rstrip()[-1:] not in last:
        # Most names: their letters say so sooner than the titles, one after the other.
        return 0, len(text)
    before, behind = _titles()
    start, end = 0, len(text)
    while met := before.match(text, start):
        start = met.end()
    if met := behind.search(text, start):
        end = met.start()
    kept = text[start:end].strip()
    return (start, end) if len(kept) >= _FEWEST else (0, len(text))


def without_titles(text: str) -> str | None:
    """A name with blanks for the titles around it; None where it has none."""
    start, end = untitled(text)
    if end - start == len(text):
        return None
    return " " * start + text[start:end] + " " * (len(text) - end)

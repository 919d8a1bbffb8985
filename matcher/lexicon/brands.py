"""Words by which one listed group is called and hardly anybody else: *Gazprom*, *CSSC*, *Tejarat*.

Ordinary language has some of them often, since the press writes of the party; that makes them no
words of a language. Others are too short to be told from chance by their letters, or trade words of
a language that only banks of its country have for a name. ``tools/make_brands.py`` counts the
parties that are called so, and proposes more.
"""

from functools import cache
from importlib.resources import files

FILE = "brands.tsv"


@cache
def brands() -> frozenset[str]:
    """Their forms."""
    text = (files("matcher") / "data" / FILE).read_text(encoding="utf-8")
    return frozenset(
        line.split("\t", 1)[0] for line in text.splitlines() if not line.startswith("#")
    )

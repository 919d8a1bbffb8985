"""Ordinary words by which firms of all trades are called in Russian: *Янтарь*, *Лотос*, *Прогресс*.

Such a stone, flower, bird, star or virtue is rare in texts, so that a frequency list has it for a
word of no language. It is one of everybody's all the same: a sanatorium *Янтарь* stands beside the
shipyard, and a listed party is not told by the word alone where other trades stand with it.
"""

from functools import cache
from importlib.resources import files

from matcher.lexicon.scripts import latin

FILE = "usual_names.tsv"


@cache
def usual_names() -> frozenset[str]:
    """Their forms in ``a-z0-9``."""
    text = (files("matcher") / "data" / FILE).read_text(encoding="utf-8")
    rows = (line.split("\t")[1] for line in text.splitlines() if not line.startswith("#"))
    return frozenset(latin(word) for row in rows for word in row.split("|"))

"""Surnames of Eastern Europe: who writes one of them means that family, and no other by a slip.

The table has their coarse spelling (``keys.skeleton``), by ``tools/make_family_names.py``.
"""

from functools import cache
from importlib.resources import files

from matcher.lexicon.keys import skeleton

FILE = "family_names.tsv"
# What a woman's name has behind a man's.
_FEMININE = ("ova", "eva", "ina", "yna")


def is_family_name(form: str) -> bool:
    """Whether a word in ``a-z`` is a surname that the table has, a man's or a woman's, written by
    any table of English texts.
    """
    known = _family_names()
    return skeleton(form) in known or (
        form.endswith(_FEMININE) and skeleton(form.removesuffix("a")) in known
    )


@cache
def _family_names() -> frozenset[str]:
    text = (files("matcher") / "data" / FILE).read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))

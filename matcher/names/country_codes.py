"""Codes of countries and of their parts behind a town or a sign: *…, Moscow, RU*, *… (DE)*,
*…, Houston, TX 77002*. Alone they may be letters of a name (*Brontex AI*).

Source: ISO 3166-1 and -2, by ``places.tsv``.
"""

from functools import cache
from importlib.resources import files

from matcher.names.word import Word

_LETTERS = (2, 3)
# Whose parts are written as codes in addresses.
_WITH_PARTS = frozenset({"US", "CA", "IN"})
# The same of Australia, of whose parts ``places.tsv`` says nothing.
_AUSTRALIAN = frozenset({"ACT", "NSW", "NT", "QLD", "SA", "TAS", "VIC", "WA"})


@cache
def _codes() -> tuple[frozenset[str], frozenset[str]]:
    """The codes of countries, and those of parts."""
    text = (files("matcher") / "data" / "places.tsv").read_text(encoding="utf-8")
    codes = {line.split("\t")[0] for line in text.splitlines() if not line.startswith("#")}
    parts = frozenset(
        code.split("-")[1] for code in codes if code.split("-")[0] in _WITH_PARTS and "-" in code
    )
    # The United Kingdom is GB there.
    return frozenset(code for code in codes if "-" not in code) | {"UK"}, parts | _AUSTRALIAN


def may_be_code(written: str) -> bool:
    """Whether what is written may be such a code."""
    if len(written) not in _LETTERS or not written.isupper():
        return False
    return any(written in codes for codes in _codes())


def is_code_behind(text: str, before: Word, word: Word, *, placed: bool) -> bool:
    """Whether a word is the code of a country or of a part of one, by what stands before it.

    Args:
        text: the query.
        before: the word before it.
        word: two letters or others.
        placed: whether the word before is a place's or a number.
    """
    written = text[word.start : word.end]
    if not may_be_code(written):
        return False
    countries, parts = _codes()
    parted = bool(text[before.end : word.start].strip())
    return ((parted or placed) and written in countries) or (placed and written in parts)

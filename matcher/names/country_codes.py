"""Codes of countries and of their parts behind a town or a sign: *…, Moscow, RU*, *… (DE)*,
*…, Houston, TX 77002*, *…, RUS*. Alone they may be letters of a name (*Brontex AI*, *Brontex ARM*).

Source: ISO 3166-1 and -2, by ``places.tsv`` and ``country_codes.tsv``.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from matcher.names.word import Word

_LETTERS = (2, 3)
# Whose parts are written as codes in addresses.
_WITH_PARTS = frozenset({"US", "CA", "IN"})
# The same of Australia, of whose parts ``places.tsv`` says nothing.
_AUSTRALIAN = frozenset({"ACT", "NSW", "NT", "QLD", "SA", "TAS", "VIC", "WA"})

# Codes that names in capitals end with as words, or cut short.
_WORDS = frozenset(
    {"AND", "ARM", "CAN", "COM", "EST", "FIN", "IND", "MAC", "MAR", "MNG", "NAM", "PAN", "PER"}
)


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


@cache
def three_letters() -> Mapping[str, str]:
    """The codes of three letters, and those of two that countries have besides."""
    text = (files("matcher") / "data" / "country_codes.tsv").read_text(encoding="utf-8")
    return dict(line.split("\t") for line in text.splitlines() if not line.startswith("#"))


def country_of(written: str) -> str | None:
    """The country whose code is written: ISO 3166-1 alpha-2 in lower case; None for no code."""
    short = three_letters().get(written) if len(written) == _LETTERS[1] else written
    if short not in _codes()[0]:
        return None
    return "gb" if short == "UK" else short.lower()


def is_three_letter_code(written: str, text: str) -> bool:
    """Whether a word at the end of a text is a country's code, whatever stands before it.

    Args:
        written: the word; in capitals.
        text: all that is written; among capitals some codes are words.
    """
    return written in three_letters() and not (written in _WORDS and text.isupper())


def may_be_code(written: str) -> bool:
    """Whether what is written may be such a code."""
    if len(written) not in _LETTERS or not written.isupper():
        return False
    return written in three_letters() or any(written in codes for codes in _codes())


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
    # A full stop may end a word that is cut short (*Intern. Airl. GR.*).
    parted = bool(text[before.end : word.start].strip(" ."))
    if (parted or placed) and country_of(written) is not None:
        return True
    return placed and written in _codes()[1]

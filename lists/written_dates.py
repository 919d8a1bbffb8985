"""Dates as people write them, the day before the month, to ISO 8601 as exact as published."""

import re
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMBERS = re.compile(r"(?:(?:(\d{1,2}|dd)[/.-])?(\d{1,2}|mm)[/.-])?(\d{4})", re.IGNORECASE)
"""``22/08/1990``, ``29-06-2012``, ``00/03/1956``, ``dd/mm/1945``, ``09/1961``, ``1955``."""
_WORDS = re.compile(r"(?:(\d{1,2})[ -])?([A-Za-z]{3,9})[ -](\d{4})")
"""``23-Sep-2026``, ``23 September 2026``, ``March 1970``."""
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[ T].*)?")


def british_date(text: str) -> str:
    """A day, a month or a year as ISO 8601; empty when the text is no date.

    Days and months that are not known (``00``, ``dd``, ``mm``) are left out.
    """
    text = text.strip().rstrip(".")
    if found := _ISO.fullmatch(text):
        year, month, day = found.groups()
        return _checked(year, month, day)
    if found := _NUMBERS.fullmatch(text):
        day, month, year = (part or "" for part in found.groups())
        return _checked(year, _known(month), _known(day))
    if found := _WORDS.fullmatch(text):
        day, word, year = found.groups()
        number = _month(word)
        return _checked(year, f"{number:02}", (day or "").zfill(2) if day else "") if number else ""
    return ""


def _known(part: str) -> str:
    return part.zfill(2) if part.isdigit() and int(part) else ""


def _month(word: str) -> int:
    short = word[:3].lower()
    return MONTHS.index(short) + 1 if short in MONTHS else 0


def _checked(year: str, month: str, day: str) -> str:
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return ""
    parts = [year, month, day] if month and day else [year, month] if month else [year]
    return "-".join(parts)

"""Dates as OFAC's classic XML and CSV files write them: ``23 Jan 1970``, ``circa 1955``."""

import re
from calendar import monthrange
from datetime import date

from lists.us_ofac.dates import span
from lists.written_dates import MONTHS

BETWEEN = re.compile(r" to |(?<= \d{4})-(?=\d{4}$)")
_ONE = re.compile(r"(?:(?:(\d{1,2}) )?([A-Za-z]{3,9}) )?(\d{4})")


def spoken_date(text: str) -> str | None:
    """ISO 8601, as exact as published: a day, a month, a year, or ``first/last``.

    None when the text is no date; ``circa`` is left out, since the caller keeps the text.
    """
    plain = " ".join(text.split()).lower()
    ends = [_days(end.removeprefix("circa ")) for end in BETWEEN.split(plain)]
    days = [day for end in ends if end is not None for day in end]
    if None in ends or len(days) > len(("first", "last")) * 2:
        return None
    return span(days)


def _days(text: str) -> tuple[str, str] | None:
    """First and last day of a day, a month or a year; None when it is none of these."""
    found = _ONE.fullmatch(text)
    if found is None:
        return None
    day, word, year = found.groups()
    if word is None:
        return f"{year}-01-01", f"{year}-12-31"
    if word[:3] not in MONTHS:
        return None
    month = MONTHS.index(word[:3]) + 1
    try:
        first = date(int(year), month, int(day or 1))
    except ValueError:
        return None
    last = first if day else first.replace(day=monthrange(first.year, month)[1])
    return first.isoformat(), last.isoformat()


def american_date(text: str) -> str | None:
    """``MM/DD/YYYY`` as ISO 8601; None when it is no date."""
    found = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text.strip())
    if found is None:
        return None
    month, day, year = (int(part) for part in found.groups())
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None

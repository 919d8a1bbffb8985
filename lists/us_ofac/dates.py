"""OFAC's dates: a point is published as a period that begins and ends between two limits."""

from calendar import monthrange
from typing import TYPE_CHECKING

from lists.xml_stream import described, local

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

SIDES = {"Start", "End", "Comment"}
MONTHS = 12
LIMITS = 4
"""A whole period has four dates: earliest and latest start, earliest and latest end."""


def date(node: "Element") -> str:
    """``Year``, ``Month`` and ``Day`` as ISO 8601, as exact as published; empty without a year."""
    parts = _numbers(node)
    return "-".join(part.zfill(2) for part in parts[:3])


def _numbers(node: "Element") -> list[str]:
    return " ".join(str(text) for text in node.itertext()).split()


def period(node: "Element") -> tuple[str, str]:
    """Read a ``DatePeriod``.

    Returns:
        Its first and its last day as ISO 8601, as exact as published; both are the same text
        for a single day, month or year, and empty for a period without dates.
    """
    numbers = _numbers(node)
    if len(numbers) == 3 * LIMITS and all(number.isdecimal() for number in numbers):
        dates = ["-".join(part.zfill(2) for part in numbers[i : i + 3]) for i in range(0, 12, 3)]
    else:
        limits = [limit for side in node for limit in side if len(limit)]
        dates = [date(limit) for limit in limits]
    return _widest(min(dates, default=""), max(dates, default=""))


def period_text(node: "Element") -> str:
    """A period in one text: ``1951``, ``2013-04-28`` or ``1950-01-01/1952-06-30``."""
    first, last = period(node)
    if any(local(side) not in SIDES for side in node):
        return described(node)
    return first if first == last else f"{first}/{last}"


def span(dates: list[str]) -> str:
    """A period in one text, from ISO dates of days in any order; empty without dates."""
    first, last = _widest(min(dates, default=""), max(dates, default=""))
    return first if first == last else f"{first}/{last}"


def is_approximate(node: "Element") -> bool:
    """Whether a limit of the period is marked as approximate."""
    return any(side.get("Approximate") == "true" for side in node)


def _widest(first: str, last: str) -> tuple[str, str]:
    """Shorten a period that is exactly a year, or a month, or years, to just that."""
    if first.endswith("-01-01") and last.endswith("-12-31"):
        return first[:4], last[:4]
    month = first[:7]
    if first == f"{month}-01" and last == f"{month}-{_days_in(month)}":
        return month, month
    return first, last


def _days_in(month: str) -> int:
    year, _, number = month.partition("-")
    known = year.isdecimal() and number.isdecimal() and 1 <= int(number) <= MONTHS
    return monthrange(int(year), int(number))[1] if known else 0

"""Birth dates, as exact as both sides know them.

A date is a span of days: a year is one of 365, ``1935/1939`` one of five years. The first of
January is what registers write for a year of which no more is known, so it counts as its year.
"""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from matcher.particulars.verdict import Compared, Verdict
from matcher.particulars.weights import (
    NEAR_BIRTH,
    OTHER_BIRTH,
    SAME_DAY,
    SAME_MONTH,
    SAME_YEAR,
)

BIRTH_DATE = "birth date"
ABOUT = "~"
"""Behind a date that is about so (EDTF, ISO 8601-2)."""
_ABOUT = timedelta(days=2 * 365)
"""How far off an approximate date may be: of persons on two lists, one of which calls the year
approximate, nine in ten are two years apart or less."""
_A_YEAR = timedelta(days=366)
"""Another calendar, or an age, gives the year before or after."""
# Days.
_LONGEST_MONTH = 31


class Birth(NamedTuple):
    """When somebody was born, at the earliest and at the latest."""

    first: date
    last: date

    @property
    def is_day(self) -> bool:
        """Whether the day is known."""
        return self.first == self.last

    def near(self, other: "Birth", by: timedelta) -> bool:
        """Whether the two are no further apart than that."""
        return self.first - other.last <= by and other.first - self.last <= by


@lru_cache(maxsize=1 << 16)
def birth(text: str) -> Birth | None:
    """A birth date; None where the text is none.

    Args:
        text: ISO 8601, as exact as it is known, perhaps with ``~`` behind it.
    """
    plain = text.removesuffix(ABOUT)
    first, slash, last = plain.partition("/")
    begins, ends = _span(first), _span(last) if slash else None
    if begins is None or (slash and ends is None):
        return None
    found = Birth(begins.first, max(begins.last, (ends or begins).last))
    if found.is_day and found.first.month == found.first.day == 1:
        found = Birth(found.first, found.first.replace(month=12, day=31))
    if plain == text:
        return found
    return Birth(found.first - _ABOUT, found.last + _ABOUT)


def _span(text: str) -> Birth | None:
    parts = text[:10].split("-")
    if not all(part.isascii() and part.isdecimal() for part in parts):
        return None
    year, month, day = (*map(int, parts), *(0, 0, 0))[:3]
    try:
        first = date(year, month or 1, day or 1)
        if day:
            return Birth(first, first)
        ends = month or 12
        return Birth(first, date(year, ends, monthrange(year, ends)[1]))
    except ValueError:
        return None


def compare_births(asked: Iterable[str], listed: Iterable[str]) -> Compared:
    """What birth dates say; of several on either side the best pair, for it is one of them."""
    asked, listed = tuple(asked), tuple(listed)
    pairs = [
        (*_compared(mine, its, (one, other)), one, other)
        for one in asked
        for other in listed
        if (mine := birth(one)) and (its := birth(other))
    ]
    if not pairs:
        return Compared(BIRTH_DATE, Verdict.UNKNOWN, ", ".join(asked), None, 0.0)
    odds, verdict, one, other = max(pairs, key=lambda pair: pair[0])
    if verdict is Verdict.DIFFERS:
        other = ", ".join(listed)
    return Compared(BIRTH_DATE, verdict, one, other, odds)


def _compared(mine: Birth, its: Birth, texts: tuple[str, str]) -> tuple[float, Verdict]:
    if mine.near(its, timedelta(0)):
        return _exactness(mine, its), Verdict.AGREES
    about = any(text.endswith(ABOUT) for text in texts)
    if mine.near(its, _A_YEAR) or (about and mine.near(its, _ABOUT)) or _slipped(mine, its):
        return NEAR_BIRTH, Verdict.NEAR
    return OTHER_BIRTH, Verdict.DIFFERS


def _exactness(mine: Birth, its: Birth) -> float:
    """What agreeing dates tell: as much as the coarser of them."""
    longest = max(one.last - one.first for one in (mine, its)).days + 1
    if longest == 1:
        return SAME_DAY
    return SAME_MONTH if longest <= _LONGEST_MONTH else SAME_YEAR if longest <= _A_YEAR.days else 0


def _slipped(mine: Birth, its: Birth) -> bool:
    """Whether two days are the same but for one of day, month and year, or for the order of day and
    month.
    """
    if not (mine.is_day and its.is_day):
        return False
    one, other = mine.first, its.first
    if one.year == other.year and (one.month, one.day) == (other.day, other.month):
        return True
    return (one.year == other.year) + (one.month == other.month) + (one.day == other.day) == 2

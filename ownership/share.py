"""A share of a company: an interval, since much of what is published are bands or nothing.

Shares are whole parts per million, so that sums are exact and 50 % is met or not. What lies between
two parts is rounded outwards, so that an interval never claims more than was published.
"""

import re
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal, InvalidOperation

WHOLE = 1_000_000
"""All of a company, in parts per million."""
_PART = Decimal(WHOLE) / 100
_NUMBER = r"(\d{1,3}(?:[.,]\d+)?)"
_SINGLE = re.compile(rf"^\s*{_NUMBER}\s*%?\s*$")
_BETWEEN = re.compile(
    rf"^\s*{_NUMBER}\s*%?\s*(?:-|–|—|\.\.|to|bis|à)\s*{_NUMBER}\s*%?\s*$", re.IGNORECASE
)
_OPEN = re.compile(rf"^\s*(>=|≥|>|<=|≤|<)\s*{_NUMBER}\s*%?\s*$")


@dataclass(frozen=True, slots=True)
class Share:
    """From ``low`` to ``high``, both included, in parts per million of the whole."""

    low: int
    high: int

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.high <= WHOLE:
            raise ValueError(f"{self.low} to {self.high} parts per million is not a share")

    @property
    def is_exact(self) -> bool:
        """Whether one figure was published."""
        return self.low == self.high

    def __str__(self) -> str:
        """In per cent: ``33.5 %``, ``25 to 50 %``, ``unknown``.

        >>> str(Share(335_000, 335_000)), str(Share(250_001, 500_000)), str(UNKNOWN)
        ('33.5 %', '25.0001 to 50 %', 'unknown')
        """
        if self == UNKNOWN:
            return "unknown"
        if self.is_exact:
            return f"{in_percent(self.low)} %"
        return f"{in_percent(self.low)} to {in_percent(self.high)} %"


UNKNOWN = Share(0, WHOLE)
"""Nothing was published: anything from nothing to the whole."""


def in_percent(parts: int) -> str:
    """Parts per million as a percentage without needless zeros.

    >>> in_percent(500_000), in_percent(333_333)
    ('50', '33.3333')
    """
    whole, rest = divmod(parts, WHOLE // 100)
    return f"{whole}.{rest:04}".rstrip("0").rstrip(".") if rest else str(whole)


def percent(
    low: Decimal | float | str,
    high: Decimal | float | str | None = None,
    *,
    above: bool = False,
    below: bool = False,
) -> Share:
    """A share from percentages.

    Args:
        low: per cent, 0 to 100.
        high: per cent; None for exactly ``low``.
        above: more than ``low``, not ``low`` itself.
        below: less than ``high``, not ``high`` itself.

    Raises:
        ValueError: these are not percentages, or the bounds are the wrong way round.

    >>> percent("50"), percent(25, 50, above=True)
    (Share(low=500000, high=500000), Share(low=250001, high=500000))
    """
    try:
        first = Decimal(str(low))
        last = first if high is None else Decimal(str(high))
    except InvalidOperation:
        raise ValueError(f"{low!r} to {high!r} is not a percentage") from None
    if not (first.is_finite() and last.is_finite()):
        raise ValueError(f"{low!r} to {high!r} is not a percentage")
    lowest = int((first * _PART).to_integral_value(ROUND_FLOOR))
    highest = int((last * _PART).to_integral_value(ROUND_CEILING))
    if above:
        lowest = min(lowest + 1, WHOLE)
    if below:
        highest = max(highest - 1, 0)
    return Share(lowest, highest)


def share_of(text: str) -> Share:
    """A share as people write it: ``51``, ``33,3 %``, ``25-50``, ``> 50``, nothing.

    Raises:
        ValueError: it cannot be understood.

    >>> share_of("33,3 %"), share_of(">50"), share_of("")
    (Share(low=333000, high=333000), Share(low=500001, high=1000000), Share(low=0, high=1000000))
    """
    plain = text.strip()
    if not plain or plain.casefold() in {"unknown", "n/a", "na", "-", "?", "unbekannt", "inconnu"}:
        return UNKNOWN
    if found := _SINGLE.match(plain):
        return percent(_decimal(found[1]))
    if found := _BETWEEN.match(plain):
        return percent(_decimal(found[1]), _decimal(found[2]))
    if found := _OPEN.match(plain):
        sign, number = found[1], _decimal(found[2])
        if sign in {">", ">=", "≥"}:
            return percent(number, 100, above=sign == ">")
        return percent(0, number, below=sign == "<")
    raise ValueError(f"{text!r} is not a share: write a percentage (51), a band (25-50) or >50")


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


def agreed(one: Share, other: Share) -> Share | None:
    """What two sources say of one holding: where both hold; None where they contradict."""
    low, high = max(one.low, other.low), min(one.high, other.high)
    return Share(low, high) if low <= high else None


def spanned(one: Share, other: Share) -> Share:
    """The smallest interval that holds what either source says."""
    return Share(min(one.low, other.low), max(one.high, other.high))

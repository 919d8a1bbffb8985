"""What one particular says of two parties being one."""

from enum import StrEnum
from typing import NamedTuple


class Verdict(StrEnum):
    """Whether a query and a listed party say the same of one thing."""

    AGREES = "agrees"
    NEAR = "near"
    """Not the same, and as a slip or a coarser word for it would be."""
    DIFFERS = "differs"
    UNKNOWN = "unknown"
    """The list says nothing of it: no reason to clear anybody."""


class Compared(NamedTuple):
    """One particular of a query beside what the list says of it."""

    what: str
    """``birth date``, ``birth place``, ``nationality``, ``gender``, ``address``."""
    verdict: Verdict
    asked: str
    """As asked for."""
    listed: str | None
    """As published; None where the list says nothing."""
    odds: float
    """What it adds to the score, in log odds."""

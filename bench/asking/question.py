"""What is asked, and what came of it."""

from dataclasses import dataclass
from enum import StrEnum


class Answer(StrEnum):
    """What the program said of a listed party."""

    FOUND = "found"
    """The party itself is among the hits."""
    OTHER = "another hit"
    """Something to review, although the party itself is not among it."""
    TOLD = "told"
    """Refused, or not (wholly) screened, and said so."""
    CLEAR = "CLEAR"
    """Nothing to review: the one answer that must not be."""
    BROKEN = "BROKEN"
    """The program failed without a line that says what to do."""


FAULTS = (Answer.CLEAR, Answer.BROKEN)


@dataclass(frozen=True, slots=True)
class ParsedQuery:
    """One way of asking, and its answer."""

    kind: str
    """The row of the table that it counts in: ``match``, ``documents: mail`` ..."""
    way: str
    """What was asked, for a person who looks for the fault."""
    answer: Answer


def of_hits(ids: set[str], wanted: frozenset[str], *, told: bool) -> Answer:
    """The answer that hits amount to.

    Args:
        ids: the entries that were found.
        wanted: the entries of the party that was asked for.
        told: whether the answer says that something was not screened.
    """
    if ids & wanted:
        return Answer.FOUND
    if told:
        return Answer.TOLD
    return Answer.OTHER if ids else Answer.CLEAR

"""What says that two entries are two parties, whatever else they share."""

from collections.abc import Iterable

from matcher.identifiers.recognise import UNIQUE
from records import CRAFT, Kind
from screening.parties.clues import Clues, whole_days

_YEAR = len("1952")
YEARS_APART = 2
"""Publishers give the year of birth one off, by another calendar or from an age."""


# Different reference numbers are no contradiction: where names and days of birth agree it was
# always a publisher's slip, or a number that the UN had given anew.


def contradiction(left: Clues, right: Clues, *, strictly: bool = False) -> str | None:
    """What speaks against the two being one party, in a few words; None where nothing does.

    Args:
        left: an entry.
        right: another one.
        strictly: also by countries and by each day of birth, for entries that nothing but their
            names would join.
    """
    if _kinds_differ(left.kind, right.kind, strictly):
        return f"kinds differ: {left.kind.value}, {right.kind.value}"
    for kind in UNIQUE:
        if told := _apart(kind, left.unique(kind), right.unique(kind)):
            return told
    if left.births and right.births and not _may_be_one(left.births, right.births, strictly):
        return f"births differ: {_few(left.births)}, {_few(right.births)}"
    if strictly and left.countries and not left.countries & right.countries and right.countries:
        return f"countries differ: {_few(left.countries)}, {_few(right.countries)}"
    return None


def _kinds_differ(left: Kind, right: Kind, strictly: bool) -> bool:
    if left is right or Kind.UNKNOWN in (left, right):
        return False
    # Some publishers (the EU) have no kind of their own for ships, and list them as entities.
    loosely = not strictly and Kind.PERSON not in (left, right) and {left, right} != CRAFT
    return not loosely


def _apart(kind: str, left: Iterable[str], right: Iterable[str]) -> str | None:
    left, right = frozenset(left), frozenset(right)
    if not left or not right or left & right:
        return None
    return f"{kind} differs: {_few(left)}, {_few(right)}"


def _may_be_one(left: frozenset[str], right: frozenset[str], strictly: bool) -> bool:
    if strictly:
        days = whole_days(left), whole_days(right)
        if all(days):
            return bool(days[0] & days[1])
        years = {day[:_YEAR] for day in left} & {day[:_YEAR] for day in right}
        return bool(years)
    return any(
        abs(int(one[:_YEAR]) - int(other[:_YEAR])) < YEARS_APART for one in left for other in right
    )


def _few(values: Iterable[str]) -> str:
    return " / ".join(sorted(values)[:3])

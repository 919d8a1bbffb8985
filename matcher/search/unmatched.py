"""Names that no listed name is like, so that they are not looked for again.

Payments and customer files ask for the same names over and over; nearly all of them are no listed
party's.
"""

from matcher.columnar.arrays import Array
from matcher.particulars.compare import says_particulars
from records import Query

# Names that are kept, and the letters of the longest of them; some 10 MB.
REMEMBERED, LONGEST = 1 << 16, 120


class Unmatched:
    """The names of one index for which nothing was found, as it was searched last."""

    def __init__(self) -> None:
        self._way: tuple[float, int] = (0.0, 0)
        self._allowed: Array | None = None
        self._names = set[str]()

    def names(self, threshold: float, limit: int, allowed: Array | None) -> set[str]:
        """The names for which a search of this kind has found nothing; further ones are added to
        it. Those of another kind of search are forgotten.

        Args:
            threshold: the score that counts.
            limit: how many parties are told of one query.
            allowed: for every listed name whether it may be found; None for all.
        """
        other = self._way != (threshold, limit) or self._allowed is not allowed
        if other or len(self._names) >= REMEMBERED:
            # A set of its own: another thread may hold the one of before.
            self._way, self._allowed, self._names = (threshold, limit), allowed, set()
        return self._names


def name_alone(query: Query) -> str | None:
    """The name of a query that says nothing else; None for others and for long names."""
    more = query.kind or query.aliases or query.identifiers or query.countries
    if more or len(query.name) > LONGEST or says_particulars(query):
        return None
    return query.name

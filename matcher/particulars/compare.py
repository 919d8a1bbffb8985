"""What a query says of a party, particular by particular, beside what a list says."""

from collections.abc import Iterator

from matcher.particulars import weights
from matcher.particulars.births import birth, compare_births
from matcher.particulars.listed import Particulars
from matcher.particulars.places import at, compare_places, place
from matcher.particulars.verdict import Compared, Verdict
from records import Query

BIRTH_PLACE, ADDRESS = "birth place", "address"
GENDER, NATIONALITY = "gender", "nationality"


def says_particulars(query: Query) -> bool:
    """Whether a query says any of it."""
    return bool(
        query.birth_dates
        or query.birth_places
        or query.nationalities
        or query.gender
        or query.addresses
    )


def most_gained(query: Query) -> float:
    """The most that a query's particulars can add to a score, in log odds; 0 or more."""
    return (
        (weights.SAME_DAY if any(map(birth, query.birth_dates)) else 0.0)
        + (weights.SAME_TOWN if query.birth_places else 0.0)
        + (weights.SAME_NATIONALITY if query.nationalities else 0.0)
        + (weights.SAME_GENDER if query.gender else 0.0)
        + (weights.SAME_ADDRESS_TOWN if query.addresses else 0.0)
    )


def compare(query: Query, listed: Particulars) -> tuple[Compared, ...]:
    """Compare whatever a query says with what the list says of a party; in no order of weight."""
    return tuple(_compared(query, listed))


def _compared(query: Query, listed: Particulars) -> Iterator[Compared]:
    if query.birth_dates:
        yield compare_births(query.birth_dates, listed.births)
    if query.birth_places:
        yield _birth_places(query.birth_places, listed.birth_places)
    if query.nationalities:
        yield _one_of(
            NATIONALITY,
            query.nationalities,
            listed.nationalities,
            (weights.SAME_NATIONALITY, weights.OTHER_NATIONALITY),
        )
    if query.gender:
        both = weights.SAME_GENDER, weights.OTHER_GENDER
        yield _one_of(GENDER, (query.gender.value,), listed.genders, both)
    if query.addresses:
        yield _addresses(query, listed)


def _birth_places(asked: tuple[str, ...], listed: tuple[str, ...]) -> Compared:
    verdict, by_town = compare_places(map(place, asked), map(place, listed))
    odds = {
        Verdict.AGREES: weights.SAME_TOWN if by_town else weights.SAME_COUNTRY,
        Verdict.DIFFERS: weights.OTHER_PLACE,
    }
    return _row(BIRTH_PLACE, verdict, asked, listed, odds.get(verdict, 0.0))


def _addresses(query: Query, listed: Particulars) -> Compared:
    verdict, by_town = compare_places(map(at, query.addresses), map(at, listed.addresses))
    odds = {
        # The country by itself has a row of its own.
        Verdict.AGREES: weights.SAME_ADDRESS_TOWN if by_town else 0.0,
        Verdict.DIFFERS: weights.OTHER_ADDRESS,
    }
    asked = tuple(one.text for one in query.addresses)
    there = tuple(one.text for one in listed.addresses)
    return _row(ADDRESS, verdict, asked, there, odds.get(verdict, 0.0))


def _one_of(
    what: str, asked: tuple[str, ...], listed: tuple[str, ...], both: tuple[float, float]
) -> Compared:
    if not listed:
        return _row(what, Verdict.UNKNOWN, asked, listed, 0.0)
    same = not set(asked).isdisjoint(listed)
    return _row(what, Verdict.AGREES if same else Verdict.DIFFERS, asked, listed, both[not same])


def _row(
    what: str, verdict: Verdict, asked: tuple[str, ...], listed: tuple[str, ...], odds: float
) -> Compared:
    there = None if verdict is Verdict.UNKNOWN else "; ".join(listed)
    return Compared(what, verdict, "; ".join(asked), there, odds)

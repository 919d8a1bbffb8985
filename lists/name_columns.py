"""Which columns of a table make the names of its parties.

A name may stand in one column, or be spread over several: given name, patronymic and surname; the
lines ``NAME1`` to ``NAME4`` of SAP. Asked for by a part of it alone, a party is not found.
"""

from collections.abc import Iterable, Mapping, Sequence

from lists.headings import (
    BARE,
    CONTINUED,
    GIVEN,
    MAIDEN,
    MIDDLE,
    NAME,
    PARTY,
    PREFIX,
    SURNAME,
    SURNAME_2,
    Meaning,
)

Places = tuple[int, ...]
"""Columns, from 0, in the order in which their values make a name."""

_WHOLE = (NAME, BARE, PARTY)
"""In the order in which they are likely to be the name."""
_SURNAME_FIRST = frozenset({"zh", "ja", "ko", "hu", "vi"})
"""Languages in which it stands before the given name."""


def name_columns(meant: Mapping[int, Meaning]) -> list[Places]:
    """The names that a table has for each party.

    Args:
        meant: what the columns mean, by their place.

    Returns:
        The likeliest name first, the others are further names of the same party. What may be an
        addition and not a part of a name is in one name and not in another. Empty where no column
        has a name.
    """
    places = _Places(meant)
    persons = list(_persons(places))
    used = {place for person in persons for place in person}
    # The name alone stays where it may be the whole: beside a surname it is the given name.
    wholes = [place for place in places.best(*_WHOLE) if place not in used]
    if not places.of(SURNAME) and (given := places.of(GIVEN)):
        persons = [_with_given(places, place, wholes) for place in given if wholes]
        lines = {places.rank(place) for place in places.of(CONTINUED)}
        used = {place for person in persons for place in person}
        # A name that goes on in another column is a company's in other rows.
        wholes = [at for at in wholes if at not in used or places.rank(at) in lines]
    persons += [
        _in_order(places, places.of(GIVEN)[:1], [maiden]) for maiden in places.of(MAIDEN) if persons
    ]
    names = [each for place in wholes for each in _continued(places, place, wholes)]
    names += _twice(places, wholes)
    if wholes and places.role(wholes[0]) != NAME and places.is_bare(persons):
        return [*persons, *names]
    return [*names, *persons]


class _Places:
    """Columns by what they mean."""

    def __init__(self, meant: Mapping[int, Meaning]) -> None:
        self._meant = meant

    def role(self, place: int) -> str:
        return self._meant[place].role

    def language(self, place: int) -> str:
        return self._meant[place].language

    def rank(self, place: int) -> int:
        return self._meant[place].rank

    def of(self, *roles: str) -> list[int]:
        """In the order of the table, those with a number in the order of their numbers."""
        found = [place for place, meaning in self._meant.items() if meaning.role in roles]
        return sorted(found, key=lambda place: (self._meant[place].number, place))

    def best(self, *roles: str) -> list[int]:
        """Role by role, in each the likelier heading first."""
        found = self.of(*roles)
        return sorted(found, key=lambda place: (roles.index(self.role(place)), self.rank(place)))

    def is_bare(self, persons: Iterable[Places]) -> bool:
        """Whether one of them is made with a column that is no more than a name."""
        return any(self.role(place) == BARE for person in persons for place in person)


def _persons(places: _Places) -> Iterable[Places]:
    """Names of persons by their surnames; what else belongs to one stands nearest to it."""
    surnames = places.of(SURNAME)
    given: list[int] = places.of(GIVEN) or (
        _given_by_language(places, surnames) if surnames else []
    )
    middle, prefixes, second = places.of(MIDDLE), places.of(PREFIX), places.of(SURNAME_2)
    for surname in surnames:
        own = [_nearest_to(surname, surnames, some) for some in (given, middle, prefixes, second)]
        family = [*own[2], surname, *own[3]]
        fronts: list[list[int]] = [[one] for one in own[0] or given[:1]] or [[]]
        for front in fronts:
            yield _in_order(places, [*front, *own[1]], family)


def _given_by_language(places: _Places, surnames: Sequence[int]) -> list[int]:
    """*Nombre* beside *Apellidos*, *Name* beside *Surname*: the nearest, of the same language."""
    bare = places.of(BARE)
    same = [place for place in bare if places.language(place) == places.language(surnames[0])]
    return sorted(same or bare, key=lambda place: abs(place - surnames[0]))[:1]


def _nearest_to(surname: int, surnames: Sequence[int], some: Iterable[int]) -> list[int]:
    """Those that stand nearer to this surname than to the others."""
    return [place for place in some if min(surnames, key=lambda each: abs(each - place)) == surname]


def _in_order(places: _Places, front: list[int], family: list[int]) -> Places:
    if places.language(family[-1]) in _SURNAME_FIRST:
        return (*family, *front)
    return (*front, *family)


def _with_given(places: _Places, given: int, wholes: Sequence[int]) -> Places:
    """The given name with the name that is the surname then: *Vorname* with *Name*."""
    bare = [place for place in wholes if places.role(place) == BARE] or wholes[:1]
    surname = min(bare, key=lambda place: abs(place - given))
    middle = [*places.of(MIDDLE), *places.of(PREFIX)]
    return _in_order(places, [given, *middle], [surname])


def _continued(places: _Places, whole: int, wholes: Sequence[int]) -> Iterable[Places]:
    """A name with the lines that go on with it, and with fewer of them: they may be additions."""
    rest = places.of(CONTINUED)
    if not places.of(SURNAME, GIVEN):
        rest += places.of(PREFIX)
    same = [place for place in rest if places.rank(place) == places.rank(whole)]
    orphans = [place for place in rest if all(places.rank(place) != places.rank(w) for w in wholes)]
    lines = same + (orphans if whole == wholes[0] else [])
    return [(whole, *lines[:count]) for count in range(len(lines), -1, -1)]


def _twice(places: _Places, wholes: Sequence[int]) -> Iterable[Places]:
    """Columns with the very same heading: two names, or two lines of one."""
    for rank in dict.fromkeys(map(places.rank, wholes)):
        same = tuple(sorted(place for place in wholes if places.rank(place) == rank))
        if len(same) > 1:
            yield same

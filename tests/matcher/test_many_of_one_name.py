"""A party is found among many others of its name: how many names are compared hides none."""

from matcher.comparison.model import model
from matcher.index.build import build
from matcher.names.term_weights import Language
from matcher.search.finder import Finder
from matcher.search.match import Policy, match
from records import Entity, Kind, ListedName, NameKind

SHIPS = 150


def _entity(number: int, kind: Kind, name: str) -> Entity:
    return Entity(
        id=f"x:{number:04}", kind=kind, names=(ListedName(text=name, kind=NameKind.PRIMARY),)
    )


def _finder(language: Language) -> Finder:
    ships = [_entity(number, Kind.VESSEL, "Fortune") for number in range(SHIPS)]
    company = _entity(SHIPS, Kind.ORGANIZATION, "Fortune")
    return Finder(build([*ships, company], language))


def test_a_company_is_found_behind_many_ships_of_its_name(language: Language) -> None:
    """A company that is asked for by its legal form is no ship, which only a comparison says."""
    finder = _finder(language)
    found = match("Fortune GmbH", finder, Policy(model().threshold))
    assert [one.entity for one in found] == [SHIPS]


def test_ships_of_one_name_are_all_there_where_a_ship_may_be_meant(language: Language) -> None:
    found = match("MV Fortune", _finder(language), Policy(model().threshold, limit=SHIPS + 1))
    assert len({one.entity for one in found}) >= SHIPS

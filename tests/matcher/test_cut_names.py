"""Persons' names that a field cut inside the surname."""

import pytest

from matcher.index.build import build
from matcher.names.term_weights import Language
from matcher.search.finder import Finder
from matcher.search.match import Policy, match
from records import Entity, Kind, ListedName, NameKind

LISTED = (
    "Vadim Qormanovich Belousov",
    "Johan Zelvarino Hernandelo Larez",
    "Karim Jamil Haddadin",
    "Ostalgo Chevrenko",
    "Arkadi Qormanovich Golubovich",
)


@pytest.fixture(scope="module")
def own(language: Language) -> Finder:
    entities = (
        Entity(
            id=f"custom:{number}",
            kind=Kind.PERSON,
            names=(ListedName(text=text, kind=NameKind.PRIMARY),),
        )
        for number, text in enumerate(LISTED)
    )
    return Finder(build(entities, language))


@pytest.mark.parametrize(
    ("query", "entity"),
    [("Vadim Qormanovich BELO", 0), ("Vadim Qormanovich BEL", 0), ("Johan Zelvarino Hern", 1)],
)
def test_a_word_of_a_language_behind_two_names_is_what_is_left_of_a_surname(
    query: str, entity: int, own: Finder
) -> None:
    assert [one.entity for one in match(query, own, Policy(0.8))] == [entity]


@pytest.mark.parametrize(
    "query",
    # Names of their own: an Arabic surname, a Russian one; a word behind one name only.
    ["Karim Jamil Haddad", "Arkadi Qormanovich Golub", "Karim Jamil Had", "Ostalgo Chevre"],
)
def test_a_name_of_its_own_was_not_cut(query: str, own: Finder) -> None:
    assert match(query, own, Policy(0.8)) == []

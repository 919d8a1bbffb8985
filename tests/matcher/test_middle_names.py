"""Persons asked for with all their names, of whom the list has the first and the last."""

import pytest

from matcher.comparison.model import decide, model
from matcher.index.build import build
from matcher.names.term_weights import Language
from matcher.search.finder import Finder
from matcher.search.match import Policy, match
from matcher.search.reverse import build_book, matching_parties
from records import Decision, Entity, Kind, ListedName, NameKind, Query

PERSONS = ("Zelmuhsin al-Qartadhli", "Vladimir Zelmahotniuc", "Ali Hassan", "Talal al-Qarbazi")


@pytest.fixture(scope="module")
def persons(language: Language) -> Finder:
    listed = (
        Entity(
            id=f"custom:{number}",
            kind=Kind.PERSON,
            names=(ListedName(text=text, kind=NameKind.PRIMARY),),
        )
        for number, text in enumerate(PERSONS)
    )
    return Finder(build(list(listed), language))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("Zelmuhsin Torfadil Ayerd Ashqour al-Qartadhli", [0]),
        ("Vladimir Gherqorghe ZELMAHOTNIUC", [1]),
        # Its last name is another, and so is its first.
        ("Vladimir Gherqorghe Zelmahotniuc Torfadil", []),
        ("Gherqorghe Vladimir Torfadil Zelmahotniuc", []),
        # Names of many, a name that is only like the listed one.
        ("Ali Torfadil Hassan", []),
        ("Talal Torfadil Ayerd al-Qarbassi", []),
    ],
)
def test_names_between_the_first_and_the_last_are_for_review(
    persons: Finder, query: str, found: list[int]
) -> None:
    hits = match(query, persons, Policy(model().threshold))
    assert [one.entity for one in hits] == found
    assert all(decide(one.score) is Decision.REVIEW for one in hits)


def test_a_new_entry_finds_the_counterparties_with_middle_names(
    persons: Finder, language: Language
) -> None:
    names = ("Vatrushka", "Zelmuhsin Torfadil Ayerd Ashqour al-Qartadhli")
    book = build_book(((n, Query(name=name)) for n, name in enumerate(names)), language)
    found = matching_parties(book, persons.index, [0], model().threshold)
    assert found.tolist() == [1]

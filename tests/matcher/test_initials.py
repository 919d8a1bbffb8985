"""Persons by their initials: those that agree take nothing off, those that disagree do."""

import pytest

from matcher.comparison.model import model
from matcher.comparison.pairwise import compare
from matcher.index.build import build
from matcher.names.initials import agreeing, disagree, without_initials
from matcher.names.parser import analyse
from matcher.names.term_weights import Language
from matcher.search.finder import Finder
from matcher.search.match import Policy, match
from matcher.search.reverse import build_book, matching_parties
from records import Entity, Kind, ListedName, NameKind, Query


@pytest.mark.parametrize(
    ("text", "left", "initials"),
    [
        ("N. MADURO MOROS", ["maduro", "moros"], ("n",)),
        ("Kolobok R.A.", ["kolobok"], ("r", "a")),
        ("A.G. KOLOBOK", ["kolobok"], ("a", "g")),
        ("Ш. Колобок", ["kolobok"], ("sh",)),
        ("JB Kolobok", ["kolobok"], ("j", "b")),
    ],
)
def test_initials_are_told_from_the_surname(
    text: str, left: list[str], initials: tuple[str, ...]
) -> None:
    found = without_initials(analyse(text))
    assert found is not None
    assert ([word.form for word in found[0].words], found[1]) == (left, initials)


@pytest.mark.parametrize(
    "text",
    ["K Leasing GmbH", "V T B Bank", "Ivan Kolobok", "N. M.", "王伟", "JB KOLOBOK", "Li Kolobok"],
)
def test_what_is_no_person_with_initials_has_none(text: str) -> None:
    assert without_initials(analyse(text)) is None


@pytest.mark.parametrize(
    ("initials", "name", "count"),
    [
        ("n", "Nicolas", 1),
        ("e", "Yevgeny", 1),
        ("ra", "Ramzan Akhmadovich", 2),
        ("a", "Ramzan Akhmadovich", 0),
        ("x", "Nicolas", 0),
    ],
)
def test_initials_stand_for_given_names_first(initials: str, name: str, count: int) -> None:
    words = analyse(name).words
    assert len(agreeing(tuple(initials), words, set(range(len(words))))) == count


def test_an_initial_between_two_names_is_no_other_name() -> None:
    listed = analyse("John Kolobok").words
    assert not disagree(analyse("John F. Pirog"), listed, {0}, {1})
    assert disagree(analyse("F. Kolobok"), listed, {1}, {0})


def score(text: str, finder: Finder, entity: int) -> float:
    found = match(text, finder, Policy(0.01, limit=finder.index.entity_count))
    return next((one.score for one in found if one.entity == entity), 0.0)


def test_an_initial_that_agrees_never_lowers_a_listed_person(finder: Finder) -> None:
    index, checked = finder.index, 0
    for number in range(index.name_count):
        text = index.name_texts[number]
        given, _, rest = text.partition(" ")
        plain = (
            text.isascii() and text.replace(" ", "").isalpha() and min(map(len, text.split())) > 2
        )
        entity = int(index.arrays["name_entity"][number])
        if not (index.names_of_persons[number] and plain and rest) or checked >= 40:
            continue
        by_initial = score(f"{given[0]}. {rest}", finder, entity)
        best = max(
            (one for one in match(rest, finder, Policy(0.01, limit=500)) if one.entity == entity),
            key=lambda one: one.score,
            default=None,
        )
        if best is None or best.name != number:
            # Known by the rest alone, too: no initial belongs to that name.
            continue
        checked += 1
        assert by_initial >= best.score, text
    assert checked


def test_initials_count_in_pairs_as_well(language: Language) -> None:
    pairs = [
        ("Kolobok", "Ivan Kolobok"),
        ("I. Kolobok", "Ivan Kolobok"),
        ("A. Kolobok", "Ivan Kolobok"),
    ]
    bare, agreed, other = (one.score for one in compare(pairs, language, Kind.PERSON))
    assert agreed >= bare > other


PERSONS = (
    "Suleyman Abusaidovich Kolobkin",
    "Salem Ali",
    "Yekaterina Borisovna Pirogova",
    "Viktor Ivanovich Sokolov",
    "Oleg Borisovich Petrov",
    "Hassan Rostom Salim",
    "Natalia Vladimirovna Solozhentseva",
    "Aslan Avgazarovich Qorvutukaev",
    "Bijan Qorvanganeh",
    "Rodrigo Qorvantis Pirogova",
)


@pytest.fixture(scope="module")
def persons(language: Language) -> Finder:
    people = (
        Entity(
            id=f"custom:{number}",
            kind=Kind.PERSON,
            names=(ListedName(text=name, kind=NameKind.PRIMARY),),
        )
        for number, name in enumerate(PERSONS)
    )
    return Finder(build(list(people), language))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("Kolobkin S.A.", [0]),
        ("E. B. Pirogova", [2]),
        # By the surname alone these would not be found.
        ("Sokolov V.I.", [3]),
        ("Petrov O.B.", [4]),
        ("Mr Sokolov V.I.", [3]),
        # A surname that few have, with the given name's initial alone.
        ("A. Qorvutukaev", [7]),
        ("QORVANGANEH B.", [8]),
        # Another's initial, the father's alone, a surname of many, one of two surnames, a company.
        ("B. Qorvutukaev", []),
        ("V. Qorvanganeh", []),
        ("S. Ali", []),
        ("V. Sokolov", []),
        ("R. Qorvantis", []),
        ("B. Qorvanganeh GmbH", []),
        # A given name of many says nothing.
        ("Salim H.R.", []),
        # The one is no surname of theirs, the other stands beside another word.
        ("Rosneft Trading S.A., Hamburg Br", []),
        ("Vatrushka Kolobkin S.A.", []),
        ("Solozhentseva Marina N.V.", []),
        ("Kolobkin S.M.", []),
    ],
)
def test_several_initials_stand_for_all_other_names_of_a_person(
    persons: Finder, query: str, found: list[int]
) -> None:
    policy = Policy(model().threshold)
    assert [one.entity for one in match(query, persons, policy)] == found


def test_a_new_entry_finds_the_counterparties_known_by_initials(
    persons: Finder, language: Language
) -> None:
    names = ("Kolobkin S.A.", "Vatrushka", "Sokolov V.I.", "Petrov O.B.", "A. Qorvutukaev")
    book = build_book(((n, Query(name=name)) for n, name in enumerate(names)), language)
    for listed, party in ((0, 0), (3, 2), (4, 3), (7, 4)):
        assert matching_parties(book, persons.index, [listed], model().threshold).tolist() == [
            party
        ]

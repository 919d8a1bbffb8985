"""A person is found without the patronymic, the rest in another spelling or with a slip."""

import pytest

from matcher.index.build import build
from matcher.names.term_weights import Language
from matcher.search.finder import Finder
from matcher.search.match import Policy, match
from records import Entity, Kind, ListedName, NameKind

LISTED = "Viktor Andreyevich Zholtukhin"


def finder(language: Language, name: str) -> Finder:
    names = (ListedName(text=name, kind=NameKind.PRIMARY),)
    return Finder(build([Entity(id="t:1", kind=Kind.PERSON, names=names)], language))


@pytest.mark.parametrize(
    "query",
    ["Wiktor Zholtuchin", "Zholtukin Viktor", "Victor Sholtuchin", "VIKTOR ZHOLTUHKIN"],
)
def test_without_patronymic_a_slip_is_forgiven(language: Language, query: str) -> None:
    assert match(query, finder(language, LISTED), Policy(0.8))


@pytest.mark.parametrize("query", ["Zelmiran Qarbaritin", "Zlemiran Qarbarikin"])
def test_the_given_name_may_be_one_that_no_table_has(language: Language, query: str) -> None:
    assert match(query, finder(language, "Zelmiran Petrovich Qarbarikin"), Policy(0.8))


@pytest.mark.parametrize("query", ["Zelmir Qarborutin", "Telmir Qarbarikon", "Zelmir Ka"])
def test_and_more_than_a_slip_is_not_forgiven(language: Language, query: str) -> None:
    assert not match(query, finder(language, "Zelmir Petrovich Qarbarikin"), Policy(0.8))


@pytest.mark.parametrize(
    "query", ["Viktor Zhelyabin", "Viktor Andreyevich", "Vasily Zholtuchin", "Zholtuchin Andrei"]
)
def test_another_person_stays_another(language: Language, query: str) -> None:
    assert not match(query, finder(language, LISTED), Policy(0.8))


@pytest.mark.parametrize(
    ("query", "listed"),
    [
        ("Pavel Kzmin", "Pavel Vladimirovich Kuzmin"),
        ("Artem Zdnunov", "Artem Alekseyevich Zdunov"),
        ("Aleksandr Mordgovin", "Aleksandr Aleksandrovich MORDOVIN"),
        ("Andrei Kuznetov", "Andrei Anatolevich KUZNETSOV"),
    ],
)
def test_a_slip_that_makes_no_surname_is_forgiven_whatever_the_given_name(
    language: Language, query: str, listed: str
) -> None:
    assert match(query, finder(language, listed), Policy(0.8))


@pytest.mark.parametrize("query", ["Vladimir Romanov", "Vladimir Shaimov", "Vladimir Shimanov"])
def test_a_slip_that_makes_a_surname_is_another_s(language: Language, query: str) -> None:
    assert not match(query, finder(language, "Vladimir Anatolievich SHAMANOV"), Policy(0.8))


def test_two_letters_beside_a_common_given_name_are_too_many(language: Language) -> None:
    listed = finder(language, "Pavel Nikolayevitch GUSEV")
    assert not match("Pavel Guchaev", listed, Policy(0.8))


def test_a_short_surname_with_a_slip_is_another_one(language: Language) -> None:
    assert not match("Boris Ivankov", finder(language, "Boris Qorvanovich Ivanov"), Policy(0.8))


@pytest.mark.parametrize(
    ("query", "listed"),
    [
        ("Mustafa Abdulkarim al-Sawafi", "Mustafa Abd al-Karim Hamid Al-Sawwafi"),
        ("Sayed Hosein Parvizkar", "Seyyed Hossein Parvizkar"),
    ],
)
def test_arabic_and_persian_names_are_found_however_they_are_joined(
    language: Language, query: str, listed: str
) -> None:
    assert match(query, finder(language, listed), Policy(0.8))

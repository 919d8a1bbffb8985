"""Two families of a people have the end of their names in common, and are two all the same."""

import pytest

from matcher.index.build import build
from matcher.names.term_weights import Language
from matcher.search.finder import Finder
from matcher.search.match import Policy, match
from records import Entity, Kind, ListedName, NameKind

LISTED = (
    "Sergii KURCHENKO",
    "Irina Kosenko",
    "Zoran Petrovic",
    "Alexander Sergeyevich Aksenenko",
    "Viktor YANUKOVYCH",
    "Sergey Rajapovich Poroshenko",
)


@pytest.fixture(scope="module")
def persons(language: Language) -> Finder:
    return Finder(
        build(
            [
                Entity(
                    id=f"custom:{number}",
                    kind=Kind.PERSON,
                    names=(ListedName(text=text, kind=NameKind.PRIMARY),),
                )
                for number, text in enumerate(LISTED)
            ],
            language,
        )
    )


def hits(name: str, finder: Finder) -> set[str]:
    return {LISTED[one.entity] for one in match(name, finder, Policy(0.8))}


@pytest.mark.parametrize(
    "name", ["Serhii Kharchenko", "Serhii Kuzmenko", "Iryna Tkachenko", "Zoran Mitrović"]
)
def test_another_family_of_the_same_ending_is_no_slip(name: str, persons: Finder) -> None:
    assert not hits(name, persons)


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("Serhiy Kurchenka", LISTED[0]),
        ("Sergii Kurcenko", LISTED[0]),
        ("Sergij Kurtschenko", LISTED[0]),
        ("Iryna Kossenko", LISTED[1]),
        ("Zoran Petrovich", LISTED[2]),
        ("Zoran Petrobic", LISTED[2]),
        ("Aleksandr Sergeevich Aksyonenko", LISTED[3]),
        ("Wiktor Janukowytsch", LISTED[4]),
        ("Serhii Razhapovich Poroshenko", LISTED[5]),
    ],
)
def test_the_same_family_in_other_letters_or_with_a_slip_is_found(
    name: str, listed: str, persons: Finder
) -> None:
    assert hits(name, persons) == {listed}

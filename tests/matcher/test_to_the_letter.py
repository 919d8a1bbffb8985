"""Words that others have, too, are a listed name among other words if they are written so."""

import pytest

from matcher.index.build import build
from matcher.names.term_weights import Language
from matcher.search.finder import Finder
from matcher.search.match import Policy, match
from records import Entity, Kind, ListedName, NameKind

LISTED = (
    ("Export Bank of Iran", NameKind.PRIMARY),
    ("National Petrochemical Company", NameKind.PRIMARY),
    ("Engineering Technology Institute", NameKind.PRIMARY),
    ("OOO Digital Security", NameKind.PRIMARY),
    ("Maritime Bank", NameKind.PRIMARY),
    ("Information Systems Syria", NameKind.WEAK),
)


@pytest.fixture(scope="module")
def own(language: Language) -> Finder:
    entities = [
        Entity(
            id=f"custom:{number}",
            kind=Kind.ORGANIZATION,
            names=(ListedName(text=text, kind=kind),),
        )
        for number, (text, kind) in enumerate(LISTED)
    ]
    return Finder(build(entities, language))


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("Zorkin Export Bank of Iran", "Export Bank of Iran"),
        ("Export Bank of Iran Zorkin", "Export Bank of Iran"),
        ("Zorkin Engineering Technology Institute", "Engineering Technology Institute"),
        ("OOO Digital Security Kandivor", "OOO Digital Security"),
    ],
)
def test_a_name_with_its_country_its_form_or_three_words_is_found(
    asked: str, listed: str, own: Finder
) -> None:
    assert listed in found(asked, own)


@pytest.mark.parametrize(
    "asked",
    [
        "Zorkin Exports Bank of Iran",  # not to the letter
        "Zorkin Engineering Technologies Institute",
        "Zorkin Engineering Tech Institute",
        "Zorkin Bank Export of Iran",  # in another order
        "Zorkin Export Bank of India",
        "Digital Security Kandivor",  # without its form
        "Kandivor Maritime Bank",
        "Zorkin Information Systems Syria",  # a weak alias
        "Zorkin Engineering Technology Institute Bank",  # another's longer name
        "Egypt National Petrochemical Company",
    ],
)
def test_in_any_other_way_such_words_are_anybodys(asked: str, own: Finder) -> None:
    assert not found(asked, own)


def found(text: str, finder: Finder) -> set[str]:
    return {finder.index.name_texts[one.name] for one in match(text, finder, Policy(0.8))}

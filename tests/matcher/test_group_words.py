"""A movement, a government or an armed group is found with the words that say what it is."""

import pytest

from matcher.comparison.model import decide
from matcher.index.build import build
from matcher.names.group_words import without_group_words
from matcher.names.parser import analyse
from matcher.names.term_weights import Language
from matcher.search.finder import Finder
from matcher.search.match import Match, Policy, match
from records import Decision, Entity, Kind, ListedName, NameKind

LISTED = (
    ("Hamas", Kind.ORGANIZATION),
    ("TALIBAN", Kind.ORGANIZATION),
    ("PKX", Kind.ORGANIZATION),
    ("National Liberation Army", Kind.ORGANIZATION),
    ("THE HOUTHIS", Kind.ORGANIZATION),
    ("Lumera", Kind.VESSEL),
    ("Zelmar Quorvant", Kind.PERSON),
)


@pytest.fixture(scope="module")
def finder(language: Language) -> Finder:
    return Finder(build([entity(number) for number in range(len(LISTED))], language))


def entity(number: int) -> Entity:
    text, kind = LISTED[number]
    return Entity(
        id=f"t:{number}", kind=kind, names=(ListedName(text=text, kind=NameKind.PRIMARY),)
    )


def hits(text: str, finder: Finder) -> dict[str, Match]:
    index = finder.index
    return {index.name_texts[one.name]: one for one in match(text, finder, Policy(0.8))}


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("Hamas movement", "Hamas"),
        ("Hamas Political Bureau", "Hamas"),
        ("Hamas-Regierung", "Hamas"),
        ("mouvement Hamas", "Hamas"),
        ("движение Хамас", "Hamas"),
        ("Taliban authorities", "TALIBAN"),
        ("the Taliban regime", "TALIBAN"),
        ("PKX terrorist organization", "PKX"),
        ("PKX terör örgütü", "PKX"),
        ("ELN guerrilla", "National Liberation Army"),
        ("guerrilla ELN", "National Liberation Army"),
        ("ELN Colombia", "National Liberation Army"),
        ("Houthi rebels in Yemen", "THE HOUTHIS"),
        ("miliciens houthis", "THE HOUTHIS"),
    ],
)
def test_what_kind_of_group_it_is_hides_no_party(asked: str, listed: str, finder: Finder) -> None:
    found = hits(asked, finder)
    assert set(found) == {listed}
    assert decide(found[listed].score) in (Decision.MATCH, Decision.REVIEW)


@pytest.mark.parametrize(
    "asked",
    [
        "Lumera Movement",
        "Zelmar government",
        "PKX Zelmar Solutions",
        "Hamasson Movement",
        "Political Hamastra Bureau",
        "ELN Sports Colombia",
    ],
)
def test_nobody_else_is_such_a_group(asked: str, finder: Finder) -> None:
    assert not hits(asked, finder)


@pytest.mark.parametrize(
    "asked",
    [
        "Government Bureau",
        "Alpha Movement Sports",
        "Organization Alpha",
        "Alpha Network",
    ],
)
def test_words_inside_a_name_or_of_any_firm_are_the_names_own(asked: str) -> None:
    assert without_group_words(analyse(asked)) is None

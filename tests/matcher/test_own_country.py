"""A listed name behind a word for its party's own country is found; behind another it is not."""

import pytest
from support.listed_companies import finder_of, hits

from matcher.names.nationalities import countries_named
from matcher.names.parser import analyse
from matcher.names.term_weights import Language
from matcher.search.finder import Finder

LISTED = (
    ("Bank Sepah", "ir"),
    ("Taliban", "af"),
    ("National Oil Bank", "ir"),
)


@pytest.fixture(scope="module")
def finder(language: Language) -> Finder:
    return finder_of(LISTED, language)


@pytest.mark.parametrize(
    "text",
    ["Iranian Bank Sepah", "Iran's Bank Sepah", "iranische Bank Sepah"],
)
def test_its_own_people_in_front_hide_no_party(text: str, finder: Finder) -> None:
    assert "Bank Sepah" in hits(text, finder)


@pytest.mark.parametrize("text", ["Afghan Taliban", "afghanische Taliban"])
def test_so_is_one_word(text: str, finder: Finder) -> None:
    assert hits(text, finder) == {"Taliban"}


@pytest.mark.parametrize(
    "text",
    [
        "Indian Bank Sepah",
        "Egyptian Bank Sepah",
        "Türkische Bank Sepah",
        "Turkish Taliban",
        "Iranian Bank Zelmar",
    ],
)
def test_another_people_is_somebody_elses(text: str, finder: Finder) -> None:
    assert hits(text, finder) == set()


@pytest.mark.parametrize(
    ("word", "countries"),
    [("Iranian", {"ir"}), ("иранский", {"ir"}), ("Korean", {"kp", "kr"}), ("Syria", {"sy"})],
)
def test_words_for_a_people_say_a_country(word: str, countries: set[str]) -> None:
    assert countries_named(analyse(word).words[0]) == countries
    assert not countries_named(analyse("Bank").words[0])

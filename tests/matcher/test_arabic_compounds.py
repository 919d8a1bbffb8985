"""Arabic names in Latin letters whose article is written in other ways."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.names.arabic_compounds import may_have_an_article, otherwise_joined
from matcher.names.parser import analyse
from matcher.names.variants import asked_variants


def ways(text: str) -> set[str]:
    return {" ".join(word.form for word in one.name.words) for one in asked_variants(analyse(text))}


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("Abdul Qahtan Holding", "abd al qahtan holding"),
        ("Abd al-Qahtan Holding", "abdul qahtan holding"),
        ("Abdel Qahtan Holding", "abdulqahtan holding"),
        ("Abdoulqahtan Holding", "abd al qahtan holding"),
        ("Abdurrahim Trading", "abd al rahim trading"),
        ("Abd ar-Rahim Trading", "abdul rahim trading"),
        ("Saifuddin Contracting", "saif el dine contracting"),
        ("Saif al-Deen Contracting", "saifeddin contracting"),
        ("Nur Eddine Transport", "nur el din transport"),
        ("Darul Mizrab", "dar al mizrab"),
        ("Dar el-Mizrab", "darul mizrab"),
        ("Dar as-Safar", "darussafar"),
        ("Baitur Rizmal Fund", "bait al rizmal fund"),
        ("Darussafar", "dar al safar"),
        ("Elfarzuq Fund", "alfarzuq fund"),
        ("Alfarzuq Fund", "al farzuq fund"),
        ("Al-Dirhaz Trading", "addirhaz trading"),
        ("Addirhaz Trading", "aldirhaz trading"),
        ("Esh-Shurfat", "alshurfat"),
        ("Abul Khortum Battalion", "abu al khortum battalion"),
        ("Abu'l Khortum Battalion", "abul khortum battalion"),
        ("Abou el-Khortum Battalion", "abul khortum battalion"),
        ("Jundulmizraq", "jund al mizraq"),
    ],
)
def test_a_query_is_read_with_its_article_written_otherwise(asked: str, listed: str) -> None:
    assert listed in ways(asked)


@pytest.mark.parametrize(
    "asked",
    [
        "Paul Smith",
        "Abdullah Trading",
        "Hotel Electra",
        "Airbus Works",
        "Oulu Steel Works",
        "AL",
        "Abd",
        "Abu Hamid Trading",
        "Mandulmizraq",
    ],
)
def test_other_words_are_left_as_they_are(asked: str) -> None:
    assert otherwise_joined(asked) == []


def test_what_stays_as_it_is_written_is_a_word_of_its_own_in_the_evidence() -> None:
    assert otherwise_joined("Abdul Qahtan Holding")[0] == [(0, 5, "abd al")]


@pytest.mark.parametrize("other", ["edinburgh", "fordingham", "diners", "industries", "holding"])
def test_letters_of_an_article_inside_other_words_are_not_looked_at(other: str) -> None:
    assert not may_have_an_article(other)


@pytest.mark.parametrize("word", ["abdul", "darul", "el", "ad", "deen", "eddine", "alqahtan"])
def test_each_word_by_which_a_compound_is_known_is_looked_at(word: str) -> None:
    assert may_have_an_article(word)


PIECES = ["abd", "abdul", "al", "el", "-", " ", "din", "nur", "ud", "ash", "sh", "qahtan", "é", "'"]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_the_quick_look_misses_nothing_and_stretches_follow_one_another(text: str) -> None:
    found = otherwise_joined(text)
    assert may_have_an_article(text) or not found
    for way in found:
        places = [place for start, end, _ in way for place in (start, end)]
        assert places == sorted(places)
        assert places[-1] <= len(text)

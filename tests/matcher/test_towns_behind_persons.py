"""A town behind a person's given names is a surname, and no place where somebody lives."""

import pytest

from matcher.names.bare_names import without_surroundings
from matcher.names.parser import analyse


@pytest.mark.parametrize(
    "name",
    [
        "Mohammad Naim Safi",
        "Ahmed Zaki Salem",
        "Ibrahim Elsayed Hassan",
        "Mohamed Ali Farah",
        "Hassan Jama Farah",
    ],
)
def test_a_town_that_is_a_name_is_a_surname_behind_given_names(name: str) -> None:
    assert without_surroundings(analyse(name)) is None


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("Ahmed Zaki, Salem", "ahmed zaki"),
        ("Topaz Enginering Salem", "topaz enginering"),
        ("Ahmed Trading Salem", "ahmed trading"),
        ("Ahmed Jabari Geneva", "ahmed jabari"),
        ("Ahmed Jabari, Farah", "ahmed jabari"),
    ],
)
def test_a_town_behind_a_sign_or_a_firm_or_known_to_all_is_a_place(name: str, left: str) -> None:
    found = without_surroundings(analyse(name))
    assert found is not None
    assert " ".join(word.form for word in found.words) == left

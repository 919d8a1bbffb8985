"""A person's surname beside a listed name is no town, and no firm's name."""

import pytest
from support.listed_companies import is_hit

from matcher.names.term_weights import Language
from records import Kind

_PERSON, _UNKNOWN, _FIRM = Kind.PERSON, Kind.UNKNOWN, Kind.ORGANIZATION


@pytest.mark.parametrize(
    ("asked", "listed", "kind"),
    [
        # Towns are called so, too.
        ("Mohammad Naim Safi", "Mohammad Naim", _PERSON),
        ("Gul Mohammad Popal", "Gul Mohammad", _PERSON),
        ("Farid Popal", "Farid", _UNKNOWN),
        # A list that does not say what a party is has persons, too.
        ("Tariq Ahmed Chaudhry", "Tariq Ahmed", _UNKNOWN),
        # A person's surname is no firm.
        ("Yasser Al-Khalidi", "Khalidi Company", _FIRM),
        ("Mohammed Saleh Al-Khalidi", "Khalidi Company", _FIRM),
    ],
)
def test_a_surname_makes_another_person_of_given_names(
    asked: str, listed: str, kind: Kind, language: Language
) -> None:
    assert not is_hit(asked, listed, kind, language)


@pytest.mark.parametrize(
    ("asked", "listed", "kind"),
    [
        # With a sign before it, it is where the person lives.
        ("Mohammad Naim, Safi", "Mohammad Naim", _PERSON),
        ("Mohammad Naim (Kabul)", "Mohammad Naim", _PERSON),
        # Nobody is called like a town that all the world knows.
        ("Gul Mohammad Geneva", "Gul Mohammad", _PERSON),
        ("Farid Piraeus", "Farid", _UNKNOWN),
        # Names that few have are told among any words.
        ("Qudratov Zelmarovin Kazan", "Qudratov Zelmarovin", _PERSON),
        # Firms in towns, and firms that an owner's name stands before.
        ("Khalidi Company Popal", "Khalidi Company", _FIRM),
        ("Farid Trading Kabul", "Farid Trading", _UNKNOWN),
        ("Khalidi Company, Yasser Saleh", "Khalidi Company", _FIRM),
        ("Yasser Saleh, Khalidi Company", "Khalidi Company", _FIRM),
        ("Tariq Ahmed", "Tariq Ahmed", _UNKNOWN),
    ],
)
def test_a_town_and_a_firm_beside_an_owner_hide_nobody(
    asked: str, listed: str, kind: Kind, language: Language
) -> None:
    assert is_hit(asked, listed, kind, language)

"""Birth dates, places, nationality and gender: what two sides say of one thing."""

import pytest

from matcher.particulars.births import birth, compare_births
from matcher.particulars.compare import compare
from matcher.particulars.listed import Particulars, joined, line_of, particulars_of, read_line
from matcher.particulars.places import at, compare_places, place
from records import Address, Entity, Gender, Kind, ListedName, NameKind, Query

BIRTHS = [
    # asked, listed, verdict, odds
    ("1960-05-23", "1960-05-23", "agrees", 3.0),
    ("1960-05", "1960-05-23", "agrees", 2.0),
    ("1960", "1960-05-23", "agrees", 1.0),
    ("1960-01-01", "1960-05-23", "agrees", 1.0),
    ("1960-05-23", "1958/1962", "agrees", 0.0),
    ("1960~", "1962-03-01", "agrees", 0.0),
    ("1960-05-23", "1960-23-05", "unknown", 0.0),
    ("1960-03-04", "1960-04-03", "near", 0.0),
    ("1960-05-23", "1960-05-28", "near", 0.0),
    ("1960-05-23", "1969-05-23", "near", 0.0),
    ("1960-12-23", "1961-01-02", "near", 0.0),
    ("1960", "1961", "near", 0.0),
    ("1960-05-23", "1958-06-01", "differs", -2.5),
    ("1960-05-23", "1985", "differs", -2.5),
    ("1985-05-01", "1958/1962", "differs", -2.5),
    ("1970~", "1960", "differs", -2.5),
]


@pytest.mark.parametrize(("asked", "listed", "verdict", "odds"), BIRTHS)
def test_birth_dates_agree_as_exactly_as_both_are_known(
    asked: str, listed: str, verdict: str, odds: float
) -> None:
    for one, other in ((asked, listed), (listed, asked)):
        found = compare_births([one], [other])
        assert (found.verdict, found.odds) == (verdict, odds)


def test_one_of_several_birth_dates_is_enough() -> None:
    found = compare_births(["1960-05-23"], ["1985", "1960-05-23", "1961"])
    assert (found.verdict, found.listed) == ("agrees", "1960-05-23")
    assert compare_births(["1940"], ["1985", "1960-05-23"]).listed == "1985, 1960-05-23"


def test_what_is_no_date_is_no_birth_date() -> None:
    for text in ("", "unknown", "1960-13-01", "1960/", "19600523x"):
        assert birth(text) is None


PLACES = [
    ("Culiacan, Mexico", "Culiacan, Sinaloa, Mexico", "agrees", True),
    ("Москва, Россия", "Moscow, Russia", "agrees", True),
    ("Zvishavani", "Zvishavane, Zimbabwe", "agrees", True),
    ("Basra Governorate, Iraq", "Basra, Iraq", "agrees", True),
    ("Mexico", "Culiacan, Sinaloa, Mexico", "agrees", False),
    ("Mazatlan, Sinaloa, Mexico", "Culiacan, Sinaloa, Mexico", "near", True),
    ("Mazatlan, Mexico", "Culiacan, Sinaloa, Mexico", "near", True),
    ("Tripoli, Lebanon", "Tripoli, Libya", "differs", True),
    ("Lebanon", "Tripoli, Libya", "differs", False),
    ("Berlin", "Culiacan, Sinaloa, Mexico", "differs", True),
    ("", "Culiacan", "unknown", False),
]


@pytest.mark.parametrize(("asked", "listed", "verdict", "by_town"), PLACES)
def test_places_are_compared_by_town_then_by_country(
    asked: str, listed: str, verdict: str, by_town: bool
) -> None:
    assert compare_places([place(asked)], [place(listed)]) == (verdict, by_town)


def test_the_town_of_an_address_may_stand_anywhere_in_its_lines() -> None:
    british = at(Address(text="Block 4, Kim Il Sung Street, Pyongyang, North Korea", country="kp"))
    asked = at(Address(text="Pyongyang", city="Pyongyang", country="kp"))
    assert compare_places([asked], [british]) == ("agrees", True)
    elsewhere = at(Address(text="Seoul", city="Seoul", country="kr"))
    assert compare_places([elsewhere], [british]) == ("differs", True)
    written_out = at(Address(text="12 Haifa Street, Baghdad"))
    listed = at(Address(text="Baghdad, Iraq", city="Baghdad", country="iq"))
    assert compare_places([written_out], [listed]) == ("agrees", True)


PERSON = Entity(
    id="un_sc:1",
    kind=Kind.PERSON,
    names=(ListedName(text="Ali Hasan", kind=NameKind.PRIMARY),),
    birth_dates=("1960", "1961-04-02"),
    circa=("1960",),
    birth_places=("Basra, Iraq",),
    nationalities=("iq", "sy"),
    genders=(Gender.MALE,),
    addresses=(Address(text="Erbil, Iraq", city="Erbil", country="iq"),),
)


def test_what_the_index_keeps_of_a_party_is_what_its_entry_says() -> None:
    kept = read_line(line_of(PERSON))
    assert kept == particulars_of(PERSON)
    assert kept.births == ("1960~", "1961-04-02")
    assert line_of(Entity(id="un_sc:2", kind=Kind.PERSON, names=())) == ""
    assert read_line("") == Particulars()


def test_entries_of_one_party_say_it_together() -> None:
    other = Particulars(births=("1961-04-02",), genders=("male",), nationalities=("lb",))
    both = joined([particulars_of(PERSON), other])
    assert both.nationalities == ("iq", "sy", "lb")
    assert both.births == ("1960~", "1961-04-02")


def test_each_particular_has_its_own_verdict() -> None:
    query = Query(
        name="Ali Hasan",
        birth_dates=("1961-04-02",),
        birth_places=("Basra",),
        nationalities=("lb",),
        gender=Gender.FEMALE,
        addresses=(Address(text="Erbil", city="Erbil"),),
    )
    found = {
        one.what: (one.verdict.value, one.odds) for one in compare(query, particulars_of(PERSON))
    }
    assert found == {
        "birth date": ("agrees", 3.0),
        "birth place": ("agrees", 1.0),
        "nationality": ("differs", -0.7),
        "gender": ("differs", -1.5),
        "address": ("agrees", 0.7),
    }


def test_where_the_list_says_nothing_nothing_speaks_against_the_match() -> None:
    query = Query(
        name="Ali Hasan",
        birth_dates=("1961-04-02",),
        birth_places=("Basra",),
        nationalities=("lb",),
        gender=Gender.FEMALE,
        addresses=(Address(text="Erbil", city="Erbil"),),
    )
    for one in compare(query, Particulars()):
        assert (one.verdict, one.listed, one.odds) == ("unknown", None, 0.0)

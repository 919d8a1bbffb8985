"""What publishers say in notes becomes fields, whatever words they have for it."""

import json
from pathlib import Path

import pytest

from lists.particulars import gender_of, with_particulars
from records import Entity, Gender, Kind
from records.as_json import entity_from_json, to_json


def entries(data: Path, source: str, name: str = "expected.jsonl") -> list[Entity]:
    lines = (data / source / name).read_text(encoding="utf-8").splitlines()
    return [with_particulars(entity_from_json(json.loads(line))) for line in lines]


def one(found: list[Entity], id_: str) -> Entity:
    return next(entity for entity in found if entity.id == id_)


@pytest.mark.parametrize(
    ("source", "place", "nationality"),
    [
        ("us_ofac_sdn", "Culiacan, Sinaloa, Mexico", None),
        ("us_ofac_sdn", "Marquetalia, Caldas, Colombia", "co"),
        ("un_sc", "al-Awja, near Tikrit, Iraq", "iq"),
        ("gb_fcdo", "Zurmat District, Paktia Province, Afghanistan", "af"),
        ("ch_seco", "Bern, Switzerland", "ch"),
        ("au_dfat", "Al-Mukalla, Yemen", "ye"),
        ("eu_fsf", "Tunis, TUNISIA", "tn"),
        ("fr_dgt", "Donetsk, UKRAINE", None),
        ("jp_mof", "Maiwand District,Kandahar Province, Afghanistan", None),
    ],
)
def test_places_of_birth_and_nationalities_are_read_from_every_list(
    data: Path, source: str, place: str, nationality: str | None
) -> None:
    found = next(entity for entity in entries(data, source) if place in entity.birth_places)
    assert nationality is None or nationality in found.nationalities
    assert set(found.nationalities) <= set(found.countries)


@pytest.mark.parametrize(
    "source", ["us_ofac_sdn", "un_sc", "gb_fcdo", "ch_seco", "eu_fsf", "fr_dgt"]
)
def test_gender_is_read_from_every_list_that_says_it(data: Path, source: str) -> None:
    assert (Gender.MALE,) in {entity.genders for entity in entries(data, source)}


def test_a_circa_is_told_of_the_date_that_it_is_said_of(data: Path) -> None:
    told = {e.id: (e.birth_dates, e.circa) for e in entries(data, "au_dfat") if e.circa}
    assert (("1963", "1972-01-30"), ("1963",)) in told.values()
    told = {e.id: (e.birth_dates, e.circa) for e in entries(data, "eu_fsf") if e.circa}
    assert (("1965-12-12", "1958"), ("1958",)) in told.values()
    assert ("1948",) in {entity.circa for entity in entries(data, "us_ofac_sdn")}
    assert ("1963",) in {entity.circa for entity in entries(data, "un_sc")}


def test_contacts_are_read_one_by_one(data: Path) -> None:
    found = {
        (contact.type, contact.value)
        for source in ("us_ofac_sdn", "gb_fcdo", "fr_dgt")
        for entity in entries(data, source)
        for contact in entity.contacts
    }
    assert {
        ("website", "www.vtb.ao"),
        ("phone", "+93-202-103386"),
        ("email", "helmand_exchange_msp@yahoo.com"),
        ("email", "group@kremny.032.ru"),
    } <= found


def test_an_entry_without_such_notes_stays_as_it_is(data: Path) -> None:
    ships = [entity for entity in entries(data, "us_ofac_sdn") if entity.kind is Kind.VESSEL]
    assert ships
    for ship in ships:
        assert (ship.circa, ship.birth_places, ship.nationalities, ship.genders) == ((), (), (), ())


def test_fields_that_are_kept_are_read_again(data: Path) -> None:
    for entity in entries(data, "fr_dgt"):
        assert entity_from_json(json.loads(json.dumps(to_json(entity)))) == entity


def test_words_for_gender() -> None:
    words = ("F", " Male", "женский", "diverse")
    assert [gender_of(word) for word in words] == [Gender.FEMALE, Gender.MALE, Gender.FEMALE, None]


def test_nationalities_are_read_in_the_publishers_language(data: Path) -> None:
    assert ("ru",) in {entity.nationalities for entity in entries(data, "fr_dgt")}

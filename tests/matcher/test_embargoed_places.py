"""Regions under embargo and their towns in addresses: every spelling, and what is another place."""

from datetime import date

import pytest

from matcher.places.find import FoundPlace, PlaceText, find_places
from matcher.places.regions import places

EVERY = frozenset(places().regions)


def found(text: str, town: str | None = None, country: str = "") -> list[FoundPlace]:
    countries = frozenset({country}) if country else frozenset()
    return find_places(PlaceText(text, town, countries), EVERY)


def regions(text: str, town: str | None = None, country: str = "") -> list[str]:
    return [one.region.id for one in found(text, town, country)]


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("ul. Lenina 5, Simferopol, Crimea", "UA-43"),
        ("Симферополь, ул. Кирова 1", "UA-43"),
        ("м. Сімферополь, вул. Київська 4, Україна", "UA-43"),
        ("Simferopol, Russia", "UA-43"),
        ("UL LENINA 5 SIMFEROPOL", "UA-43"),
        ("SIMFEROPOL ST. KIROVA 5", "UA-43"),
        ("Севастополь ул. Ленина 5", "UA-40"),
        ("Sewastopol, Gagarin Ave. 12", "UA-40"),
        ("Республика Крым, г. Керчь", "UA-43"),
        ("Kertsch, Krim", "UA-43"),
        ("г Ялта ул Свердлова 3", "UA-43"),
        ("Ялта, Крим", "UA-43"),
        ("Evpatoria, Frunze street 3", "UA-43"),
        ("克里米亚辛菲罗波尔", "UA-43"),
        ("Makeevka, DNR", "UA-14"),
        ("Donets’k, vul. Artema 5", "UA-14"),
        ("Донецк, ул. Артёма 1", "UA-14"),
        ("Mariupol, pr. Mira 2, Ukraine", "UA-14"),
        ("Lugansk, Russia", "UA-09"),
        ("Goods in transit via Feodosia", "UA-43"),
        ("Луганськ, вул. Радянська 5", "UA-09"),
        ("Luhansk People's Republic", "UA-09"),
        ("Pervomaisk, Luhansk oblast, Ukraine", "UA-09"),
        ("Melitopol, Ukraine", "UA-23"),
        ("Генічеськ, Херсонська обл.", "UA-65"),
        ("Nova Kakhovka, Kherson oblast", "UA-65"),
    ],
)
def test_a_town_of_a_region_under_embargo_is_found(text: str, region: str) -> None:
    assert regions(text) == [region]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Donetsk, Rostov oblast, Russia", ""),
        ("Донецк, Ростовская область", ""),
        ("Donetsk, Rostov region", "ru"),
        ("Yalta", "tr"),
        ("Hotel Yalta, Prague", "cz"),
        ("Boulevard de Sébastopol 12, 75003 Paris, France", ""),
        ("Sebastopol, CA 95472, United States", ""),
        ("Sevastopol", "us"),
        ("Krim, Slovenia", ""),
        ("Via Sebastopoli 12, Torino", "it"),
        ("Auf der Krim 3, Köln", "de"),
        ("DPR Korea, Pyongyang", ""),
        ("Kirovsk, Murmansk region, Russia", ""),
        ("Pervomaisk, Mykolaiv oblast, Ukraine", ""),
        ("Primorsk, Leningrad region", "ru"),
        ("Donetska St 5, Kyiv", "ua"),
        ("Moscow, Sevastopolsky prospekt 5", "ru"),
        ("Yalta Str. 4, Moscow", "ru"),
        ("Luhansk", "kz"),
        ("Kramatorsk, Donetsk oblast, Ukraine", ""),
        ("Kherson, Kherson oblast, Ukraine", ""),
        ("Zaporizhzhia, Zaporizhzhia oblast, Ukraine", ""),
        ("Kyiv, vul. Khreshchatyk 1", "ua"),
    ],
)
def test_a_place_of_the_same_name_elsewhere_is_none(text: str, country: str) -> None:
    assert regions(text, country=country) == []


def test_every_spelling_that_the_table_has_is_found_in_the_field_of_a_town() -> None:
    known = places()
    missed = [
        " ".join(name)
        for name, town in known.towns.items()
        if town.near != "minor" and town.region not in regions("", " ".join(name))
    ]
    missed += [
        name
        for name, town in known.unspaced.items()
        if not isinstance(town, str) and town.near != "minor" and not found(name)
    ]
    assert missed == []


@pytest.mark.parametrize(
    ("text", "country", "region"),
    [
        ("295000, ul. Gogolya 2", "ru", "UA-43"),
        ("ul. Gogolya 2, 299011", "", "UA-40"),
        ("vul. Artema 2, 83001", "ua", "UA-14"),
        ("ul. Sovetskaya 2, 291001", "ru", "UA-09"),
        ("vul. Hetmanska 5, 72312", "ua", "UA-23"),
    ],
)
def test_a_postal_code_of_a_region_is_enough(text: str, country: str, region: str) -> None:
    (one,) = found(text, country=country)
    assert (one.region.id, one.how) == (region, "postal code")


@pytest.mark.parametrize(
    ("text", "country"),
    [("Hazratganj, 283001", "in"), ("83001", "us"), ("Order 99123", ""), ("Tel. 3652-95000", "ua")],
)
def test_the_same_figures_elsewhere_are_no_postal_code_of_it(text: str, country: str) -> None:
    assert regions(text, country=country) == []


def test_what_is_sure_and_what_a_person_has_to_judge() -> None:
    assert found("Simferopol", country="ru")[0].sure
    assert found("Kerch, Crimea")[0].sure
    # The name alone is another place's, too; parts of an oblast change hands; a slip is a slip.
    assert not found("Sevastopol")[0].sure
    assert not found("Donetsk", country="ua")[0].sure
    assert not found("Donetsk oblast, Ukraine")[0].sure
    slip = found("Simferpol, Ukraine")[0]
    assert (slip.how, slip.town, slip.sure) == ("spelling", "Simferopol", False)


def test_an_address_that_contradicts_itself_is_told_and_not_cleared() -> None:
    (one,) = found("ul. Kirova 1, Simferopol", "Simferopol", "de")
    assert (one.sure, one.against, one.in_field) == (False, frozenset({"de"}), True)


def test_regions_that_are_not_watched_are_not_looked_for() -> None:
    text = PlaceText("Simferopol, Crimea", None, frozenset())
    assert find_places(text, frozenset({"UA-14"})) == []


def test_every_region_says_by_which_act_since_when_and_where_it_is_published() -> None:
    for region in places().regions.values():
        assert region.basis
        for one in region.basis:
            assert one.authority
            assert one.act
            assert date.fromisoformat(one.since) < date(2026, 12, 1)
            assert one.address.startswith("https://")

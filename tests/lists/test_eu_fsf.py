"""The EU's list in XML 1.1, on real entries and on its schema."""

import io
from functools import cache
from pathlib import Path

import pytest

from lists import ParseReport
from lists.eu_fsf import SOURCE
from records import Entity, Kind, ListFormatError, NameKind

SAMPLE = Path(__file__).parent.parent / "data" / "eu_fsf" / "sample.xml"


def read(data: bytes) -> tuple[dict[str, Entity], ParseReport]:
    report = ParseReport()
    found = SOURCE.parse(io.BytesIO(data), report)
    return {entity.id.partition(":")[2]: entity for entity in found}, report


@cache
def sample() -> dict[str, Entity]:
    return read(SAMPLE.read_bytes())[0]


def entry(inside: str, attributes: str = 'logicalId="1"') -> tuple[Entity, ParseReport]:
    """Read a list of one entry."""
    text = (
        '<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-01-01T00:00:00">'
        f"<sanctionEntity {attributes}>{inside}</sanctionEntity></export>"
    )
    entities, report = read(text.encode())
    (entity,) = entities.values()
    return entity, report


def test_company_has_its_names_remark_programme_and_number() -> None:
    entity = sample()["4880"]
    assert entity.kind is Kind.ORGANIZATION
    assert [(n.text, n.kind) for n in entity.names] == [
        ("Wuhan Global Sensor Technology Co. Ltd", NameKind.PRIMARY),
        ("武汉高芯科技有限公司", NameKind.ALIAS),
        ("GSTiR", NameKind.ALIAS),
    ]
    assert entity.programmes == ("UKR",)
    assert ("registration", "914201000668186736") in {(i.type, i.value) for i in entity.identifiers}
    assert entity.remarks[0].startswith("Wuhan Global Sensor Technology Co. Ltd is a Chinese")


def test_name_that_is_not_strong_is_weak() -> None:
    assert any(name.kind is NameKind.WEAK for e in sample().values() for name in e.names)


def test_person_has_birth_citizenship_address_and_passport() -> None:
    entity = sample()["927"]
    assert entity.kind is Kind.PERSON
    assert entity.birth_dates == ("1974-12-11",)
    assert entity.countries == ("tn",)
    assert (entity.addresses[0].city, entity.addresses[0].country) == ("Tunis", "tn")
    assert entity.addresses[0].text == "23 50th Street, Zehrouni, Tunis, TUNISIA"
    numbers = {(i.type, i.value, i.country) for i in entity.identifiers}
    assert {("passport", "L191609", "tn"), ("national_id", "04643632", "tn")} <= numbers
    assert ("eu_reference", "EU.3343.85", None) in numbers


def test_language_and_parts_of_names_are_kept() -> None:
    languages = {name.language for e in sample().values() for name in e.names}
    assert "fr" in languages
    parts = {(p.label, p.text) for p in sample()["5463"].names[0].parts}
    assert {"firstName", "lastName"} <= {label for label, _ in parts}


def test_unknown_country_is_no_country() -> None:
    identification = next(i for i in sample()["191"].identifiers if i.type == "passport")
    assert identification.country is None
    assert sample()["4880"].countries == ()


def test_designation_date_is_the_listing_date() -> None:
    assert sample()["5463"].listed_on == "2009-07-16"
    assert sample()["4880"].listed_on is None


def test_whole_name_may_be_missing() -> None:
    entity, _ = entry('<nameAlias firstName="Ann" middleName="" lastName="OTHER" strong="true"/>')
    assert entity.caption == "Ann OTHER"


@pytest.mark.parametrize(
    ("names", "main"),
    [
        (
            '<nameAlias wholeName="Осама" /><nameAlias wholeName="Usama" nameLanguage="CS"/>',
            "Usama",
        ),
        (
            '<nameAlias wholeName="síť Usámy" nameLanguage="CS"/><nameAlias wholeName="Usama"/>'
            '<nameAlias wholeName="Al-Qaida" nameLanguage="EN"/>',
            "Al-Qaida",
        ),
        (
            '<nameAlias wholeName="Kony"/><nameAlias wholeName="Josef Kony" firstName="Josef" '
            'lastName="Kony"/><nameAlias wholeName="Joseph Koni" nameLanguage="FR"/>',
            "Josef Kony",
        ),
        (
            '<nameAlias wholeName="Haji Bashir"/><nameAlias wholeName="Abdul Noorzai" '
            'function="Governor"/>',
            "Abdul Noorzai",
        ),
        (
            '<nameAlias wholeName="Izo" logicalId="1"/><nameAlias wholeName="B C" logicalId="2"/>',
            "B C",
        ),
        ('<nameAlias wholeName="B" logicalId="7"/><nameAlias wholeName="A" logicalId="3"/>', "A"),
        ('<nameAlias wholeName="Осама"/>', "Осама"),
    ],
)
def test_main_name_is_latin_english_and_whole_where_there_is_one(names: str, main: str) -> None:
    entity, _ = entry(names)
    assert entity.caption == entity.names[0].text == main
    assert [name.kind for name in entity.names].count(NameKind.PRIMARY) == 1


def test_strong_name_is_primary_and_stands_first() -> None:
    entity, _ = entry('<nameAlias wholeName="B" strong="false"/><nameAlias wholeName="A"/>')
    assert [(n.text, n.kind) for n in entity.names] == [
        ("A", NameKind.PRIMARY),
        ("B", NameKind.WEAK),
    ]


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ('birthdate="1951-04-28" year="1951"', ("1951-04-28",)),
        ('year="1951" monthOfYear="4"', ("1951-04",)),
        ('year="1951" dayOfMonth="4"', ("1951",)),
        ('yearRangeFrom="1950" yearRangeTo="1952"', ("1950/1952",)),
        ('yearRangeTo="1952"', ()),
        ('yearRangeFrom="1950"', ()),
        ('year="1370" calendarType="ISLAMIC"', ()),
        ('city="Tunis"', ()),
    ],
)
def test_birth_dates_are_as_exact_as_published(attributes: str, expected: tuple[str, ...]) -> None:
    entity, _ = entry(f"<birthdate {attributes}/>")
    assert entity.birth_dates == expected
    assert entity.notes[0].label == "birthdate"


def test_new_subject_type_falls_back_on_its_class() -> None:
    entity, report = entry('<subjectType code="vessel" classificationCode="E"/>')
    assert entity.kind is Kind.ORGANIZATION
    assert report.oddities["unknown subject type vessel E"] == 1
    assert entity.notes[0].text == "code: vessel; classificationCode: E"


def test_entry_without_names_or_reference_is_kept() -> None:
    entity, report = entry("")
    assert (entity.id, entity.kind, entity.names) == ("eu_fsf:1", Kind.UNKNOWN, ())
    assert report.oddities["entry without a name"] == 1


def test_entry_without_id_is_refused() -> None:
    with pytest.raises(ListFormatError, match="entry number 1 has no logicalId"):
        entry("", 'euReferenceNumber="EU.1.1"')


def test_new_element_is_kept_and_counted() -> None:
    entity, report = entry('<vesselDetails tonnage="5"><owner>Nobody</owner></vesselDetails>')
    assert ("vesselDetails", "tonnage: 5; owner: Nobody") in {
        (n.label, n.text) for n in entity.notes
    }
    assert report.oddities["unknown element vesselDetails"] == 1

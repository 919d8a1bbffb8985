"""Canada's list, on real entries and on the whole edition of March 2025."""

import io
import re
from collections import Counter
from html import unescape
from pathlib import Path

import pytest

from lists import ParseReport
from lists.ca_sema import SOURCE
from records import Entity, Kind, ListFormatError, NameKind

SAMPLE = Path(__file__).parent.parent / "data" / "ca_sema" / "sample.xml"


def sample() -> dict[str, Entity]:
    with SAMPLE.open("rb") as file:
        return {entity.id: entity for entity in SOURCE.parse(file, ParseReport())}


def record(**fields: str) -> Entity:
    """Read a list of one record."""
    values = {"Country": "Belarus / Bélarus", "Item": "7", "EntityOrShip": "A", **fields}
    inside = "".join(f"<{key}>{text}</{key}>" for key, text in values.items())
    data = f"<data-set><record>{inside}</record></data-set>".encode()
    (entity,) = SOURCE.parse(io.BytesIO(data), ParseReport())
    return entity


def aliases(text: str) -> list[str]:
    return [name.text for name in record(Aliases=text).names[1:]]


def test_person_has_given_name_first_and_an_id_of_country_schedule_and_item() -> None:
    entity = sample()["ca_sema:belarus/1-part-1/1"]
    assert (entity.kind, entity.caption) == (Kind.PERSON, "Khazalbek Bakhtibekovich Atabekov")
    assert (entity.listed_on, entity.programmes) == ("2020-09-28", ("Belarus / Bélarus",))


def test_id_without_a_schedule_has_an_empty_place() -> None:
    assert record().id == "ca_sema:belarus//7"
    assert record(Country="Foreign Officials Regulations (JVCFOR) / X").id == "ca_sema:jvcfor//7"


def test_ship_has_its_imo_number_and_no_birth_date() -> None:
    (ship,) = [entity for entity in sample().values() if entity.kind is Kind.VESSEL]
    assert [(i.type, i.value) for i in ship.identifiers] == [("imo", "7612448")]
    assert ship.birth_dates == ()
    assert ("DateOfBirthOrShipBuildDate", "1980") in {(n.label, n.text) for n in ship.notes}


def test_english_and_french_name_are_two_primary_names() -> None:
    names = record(EntityOrShip="Iranian Army/Armée iranienne").names
    assert [(n.text, n.language, n.kind) for n in names] == [
        ("Iranian Army", "en", NameKind.PRIMARY),
        ("Armée iranienne", "fr", NameKind.PRIMARY),
    ]
    assert [n.text for n in record(EntityOrShip="Maersk A/S").names] == ["Maersk A/S"]


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("A B; C D", ["A B", "C D"]),
        ("King Royal Co. Ltd.,\nKing Royal Ltd.", ["King Royal Co. Ltd.", "King Royal Ltd."]),
        ("Meroe Gold, Co. Ltd.", ["Meroe Gold, Co. Ltd."]),
        ('МИЦ "Известия", ООО', ['МИЦ "Известия", ООО']),
        ("АО «Деталь» or УПКБ «Деталь»", ["АО «Деталь»", "УПКБ «Деталь»"]),
        ("Sand and Stone", ["Sand and Stone"]),
        ("Ирина ДИАНОВА / Iрина ДIАНОВА", ["Ирина ДИАНОВА", "Iрина ДIАНОВА"]),
        ("A (b, c), D", ["A (b, c)", "D"]),
        (" ; ", []),
    ],
)
def test_aliases_are_parted_by_whatever_parts_them(published: str, expected: list[str]) -> None:
    assert aliases(published) == expected


def test_language_before_an_alias_is_its_language() -> None:
    (name,) = record(Aliases="Belarussian: Юлія Блізнюк").names[1:]
    assert (name.text, name.language) == ("Юлія Блізнюк", "be")
    assert name.notes[0].text == "Belarussian: Юлія Блізнюк"


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        (" 1965-04-29 ", ("1965-04-29",)),
        ("1971", ("1971",)),
        ("1971-1973", ("1971/1973",)),
        ("1971-01-02 OR 1973", ("1971-01-02", "1973")),
        ("born in the early 1970s", ()),
    ],
)
def test_birth_dates_in_their_spellings(published: str, expected: tuple[str, ...]) -> None:
    entity = record(LastName="A", EntityOrShip="", DateOfBirthOrShipBuildDate=published)
    assert entity.birth_dates == expected
    kept = {note.text for note in entity.notes}
    assert published.strip() in {*expected, *kept}


def test_new_element_is_kept_and_a_missing_item_refused() -> None:
    assert "New" in {note.label for note in record(New="x").notes}
    with pytest.raises(ListFormatError, match="entry number 1 has no Country or no Item"):
        record(Item="")


def test_the_whole_list_has_every_entry_and_every_word_of_every_name(full_lists: Path) -> None:
    path = full_lists / "ca_sema" / "original" / "sema-lmes_2025.xml"
    report = ParseReport()
    with path.open("rb") as file:
        entities = list(SOURCE.parse(file, report))
    text = path.read_text(encoding="utf-8")
    assert (report.edition, dict(report.oddities)) == ("2025-03-20", {})
    assert len(entities) == len(re.findall("<record>", text)) == 4_759
    assert len({entity.id for entity in entities}) == 4_759
    imo_numbers = re.findall(r"<ShipIMONumber>(\d+)<", text)
    assert [i.value for e in entities for i in e.identifiers] == imo_numbers
    tags = "LastName|GivenName|EntityOrShip|Aliases"
    fields = " ".join(unescape(f) for f in re.findall(rf"<(?:{tags})>([^<]*)</", text))
    published = Counter(re.findall(r"\w+", fields))
    ours = Counter(w for e in entities for n in e.names for w in re.findall(r"\w+", n.text))
    # Words that part names, or name their language, are no names.
    parting = {"or", "and", "Russian", "Belarusian", "Belarussian", "Ukrainian"}
    assert set(published - ours) <= parting
    assert not ours - published


def test_an_entity_and_a_birth_are_read_under_their_names_before_2021(full_lists: Path) -> None:
    with (full_lists / "ca_sema" / "original" / "sema-lmes_2020.xml").open("rb") as file:
        report = ParseReport()
        entities = list(SOURCE.parse(file, report))
    text = (full_lists / "ca_sema" / "original" / "sema-lmes_2020.xml").read_text(encoding="utf-8")
    assert len(entities) == text.count("<record>") == 1_369
    organizations = [e for e in entities if e.kind is not Kind.PERSON]
    assert len(organizations) == text.count("<Entity>") == 384
    assert all(entity.names for entity in entities)
    assert sum(bool(e.birth_dates) for e in entities) > 150
    assert entities[0].caption == "Air Bagan"
    assert not report.oddities

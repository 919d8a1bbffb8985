"""Switzerland's list: entries of the live list, SECO's own sample, and one made up entry."""

import io
from collections import Counter
from pathlib import Path

import pytest

from lists import ParseReport, source
from lists.labelled_numbers import numbers_in
from records import Entity, Kind, ListFormatError, NameKind

SOURCE = source("ch_seco")
SAMPLE = Path(__file__).parent.parent / "data" / "ch_seco" / "sample.xml"


def read(data: bytes) -> tuple[dict[str, Entity], ParseReport]:
    report = ParseReport()
    return {e.id.partition(":")[2]: e for e in SOURCE.parse(io.BytesIO(data), report)}, report


def sample() -> dict[str, Entity]:
    return read(SAMPLE.read_bytes())[0]


def changed(old: str, new: str) -> bytes:
    text = SAMPLE.read_text(encoding="utf-8")
    assert old in text
    return text.replace(old, new).encode()


def test_parties_that_were_taken_off_the_list_are_left_out() -> None:
    """SECO keeps them in the file: a fifth of its targets."""
    assert list(sample()) == ["46130", "34461", "64398", "900100"]


def test_what_an_entry_said_before_is_not_what_it_says() -> None:
    """The copy inside a modification has the tags of an entry."""
    entities, _ = read(changed('"de-listed" enactment-date="2016-02-29"', '"listed"'))
    assert [name.text for name in entities["5142"].names] == [
        "Lukashenka Dzmitry Aliaksandravich",
        "Lukashenko Dzmitry Aliaksandravich",
    ]


def test_the_newest_date_decides_where_the_order_says_otherwise() -> None:
    """Seen in the live list: an amendment of 3 June written above the de-listing of 20 June."""
    old = '<modification modification-type="listed" effective-date="2024-02-01"/>'
    later = '<modification modification-type="amended" effective-date="2023-06-03"/>'
    off = '<modification modification-type="de-listed" effective-date="2023-06-20"/>'
    entities, _ = read(changed(old, later + off))
    assert "900100" not in entities


def test_names_are_put_together_by_order_with_every_alternative() -> None:
    names = [(n.text, n.kind, n.script, n.language) for n in sample()["900100"].names]
    assert names == [
        ("Beispielov Igor", NameKind.PRIMARY, None, None),
        ("Beispielov Ihor", NameKind.PRIMARY, None, None),
        ("Бейспилов Игорь", NameKind.ALIAS, "Cyrl", "ru"),
        ("Beispilow Igor", NameKind.ALIAS, "Latn", "de"),
        ("Beispilow Ihor", NameKind.ALIAS, "Latn", "de"),
        ("Beispiel", NameKind.WEAK, None, None),
        ("Igor Vorbeispielov", NameKind.FORMER, None, None),
        ("Ivan Anderov", NameKind.ALIAS, None, None),
    ]


def test_a_title_is_no_word_of_the_name() -> None:
    first = sample()["900100"].names[0]
    assert ("title", "Dr.") in {(n.label, n.text) for n in first.notes}


def test_addresses_get_the_places_that_stand_behind_them() -> None:
    entity = sample()["900100"]
    (address,) = entity.addresses
    assert (address.text, address.city, address.country) == (
        "Musterweg 1, 3003, Bern, Bern, Switzerland", "Bern", "ch",
    )  # fmt: skip
    assert entity.countries == ("ch",)


def test_programmes_are_named_in_english_by_their_measures() -> None:
    entity = sample()["64398"]
    assert entity.programmes == ("PPDM",)
    assert entity.legal_basis == ("EXAMPLE: Financial measures, annex 2",)


def test_documents_and_numbers_in_remarks_are_identifiers() -> None:
    found = {(i.type, i.value, i.country) for i in sample()["900100"].identifiers}
    assert found == {
        ("un_reference", "XXi.001", None), ("passport", "X0000001", "ch"),
        ("tax", "7736050003", None), ("bic", "EXAMCHBB", None),
    }  # fmt: skip
    ship = sample()["34461"]
    assert ship.kind is Kind.VESSEL
    assert [(i.type, i.value) for i in ship.identifiers] == [("imo", "8405270")]


def test_a_party_that_came_back_is_listed_since_then() -> None:
    assert sample()["900100"].listed_on == "2024-02-01"


def test_relations_lead_to_entries() -> None:
    (relation,) = sample()["900100"].relations
    assert (relation.type, relation.target) == ("related-to", "ch_seco:46130")


def test_an_entry_without_an_id_is_refused() -> None:
    with pytest.raises(ListFormatError, match="target number 2 has no ssid"):
        read(changed('<target ssid="46130">', "<target>"))


def test_a_file_of_amendments_is_named_as_such(full_lists: Path) -> None:
    path = full_lists / "ch_seco" / "original" / "seco_sample_amendment.xml"
    entities, report = read(path.read_bytes())
    text = path.read_text(encoding="utf-8")
    assert len(entities) == text.count("<target ") == 3
    assert sum(len(e.names) for e in entities.values()) == text.count("<name ")
    assert report.edition == "2024-01-17"
    assert report.oddities == Counter({"file of amendments, not the whole list": 1})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("IMO Number: 8405270", [("imo", "8405270")]),
        ("IMO 84052701", []),
        ("INN: 7736050003; KPP 997250001", [("tax", "7736050003"), ("kpp", "997250001")]),
        ("Swift Investments (PVT) Ltd", []),
        ("SWIFT codes: SCERIRTH", [("bic", "SCERIRTH")]),
        ("call 7736050003", []),
    ],
)
def test_numbers_are_read_behind_their_labels_only(text: str, found: list[tuple[str, str]]) -> None:
    assert [(i.type, i.value) for i in numbers_in(text)] == found


def test_a_former_family_name_borrows_the_other_names(full_lists: Path) -> None:
    path = full_lists / "ch_seco" / "original" / "seco_2026-08-15_excerpt.xml"
    entity = read(path.read_bytes())[0]["52941"]
    former = [name.text for name in entity.names if name.kind is NameKind.FORMER]
    assert former == ["Putina Maria Vladimirovna"]


MAIN = (
    '<name name-type="primary-name"><name-part order="1" name-part-type="family-name"><value>Lind'
    '</value></name-part><name-part order="2" name-part-type="given-name"><value>Eva</value>'
    "</name-part></name>"
)


@pytest.mark.parametrize(
    ("kind", "part", "expected"),
    [
        ("formerly-known-as", "maiden-name", ["Berg Eva"]),
        ("alias", "family-name", ["Berg", "Berg Eva"]),
        ("alias", "given-name", ["Berg", "Lind Berg"]),
        ("alias", "whole-name", ["Berg"]),
        ("formerly-known-as", "further-given-name", ["Berg"]),
    ],
)
def test_a_name_of_one_part_borrows_the_others(kind: str, part: str, expected: list[str]) -> None:
    name = (
        f'<name name-type="{kind}"><name-part order="1" name-part-type="{part}"><value>Berg'
        "</value></name-part></name>"
    )
    identity = f'<identity main="true">{MAIN}{name}</identity>'
    target = f'<target ssid="1"><individual>{identity}</individual></target>'
    entities, _ = read(f"<swiss-sanctions-list>{target}</swiss-sanctions-list>".encode())
    assert [name.text for name in entities["1"].names[1:]] == expected

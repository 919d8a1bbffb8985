"""The Consolidated Screening List: a real CSV, and the JSON as the publisher describes it."""

import csv
import gzip
import io
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from lists import ParseReport
from lists.us_csl import SOURCE
from records import Entity, Kind, ListFormatError, NameKind

SAMPLE = Path(__file__).parent.parent / "data" / "us_csl" / "sample.csv"
HEADER = "_id,source,name,alt_names,addresses,source_list_url,start_date,ids"
EL = "Entity List (EL) - Bureau of Industry and Security"


def read(data: bytes) -> tuple[list[Entity], ParseReport]:
    report = ParseReport()
    return list(SOURCE.parse(io.BytesIO(data), report)), report


def sample() -> dict[str, Entity]:
    return {entity.caption: entity for entity in read(SAMPLE.read_bytes())[0]}


def row(**fields: str) -> Entity:
    """Read a table of one row."""
    values = {"_id": "1", "source": EL, "name": "A", **fields}
    line = ",".join(f'"{values.get(name, "")}"' for name in HEADER.split(","))
    (entity,) = read(f"{HEADER}\n{line}\n".encode())[0]
    return entity


def result(**fields: Any) -> tuple[Entity, ParseReport]:
    """Read a JSON list of one result."""
    values = {
        "id": "1",
        "source": EL,
        "name": "A",
        "alt_names": [],
        "source_list_url": "",
        **fields,
    }
    (entity,), report = read(json.dumps({"results": [values]}).encode())
    return entity, report


def test_company_of_the_entity_list_has_names_address_notice_and_licence_policy() -> None:
    entity = sample()["140 Repair Plant JSC"]
    assert [(n.text, n.kind) for n in entity.names[1:]] == [
        ("Open Joint Stock Company 140 Repair Plant", NameKind.ALIAS),
        ("JSC 140 Repair Plant", NameKind.ALIAS),
    ]
    assert entity.names[2].notes[0].text == "and JSC 140 Repair Plant"
    assert (entity.programmes, entity.legal_basis) == (("EL",), ("87 FR 20299",))
    assert (entity.countries, entity.listed_on, entity.kind) == (
        ("by",),
        "2022-04-07",
        Kind.UNKNOWN,
    )
    assert ("license_policy", "Policy of denial.") in {(n.label, n.text) for n in entity.notes}


def test_parts_that_ofac_publishes_itself_are_left_out() -> None:
    with SAMPLE.open(encoding="utf-8", newline="") as file:
        parts = Counter("Treasury" in line["source"] for line in csv.DictReader(file))
    assert parts[True] == 2
    assert len(sample()) == parts[False]


def test_a_part_that_is_new_is_taken() -> None:
    assert row(source="Nobody's List (NEW) - Some Department").programmes == ("NEW",)
    assert row(source="A list without a short name").programmes == ("A list without a short name",)


def test_semicolon_in_the_name_itself_parts_nothing() -> None:
    name = "Mexpar International, Inc. (a.k.a. Pasadena Aerospace; Aviation Logistics and Supply)"
    assert [n.text for n in sample()[name].names] == [
        name,
        "Pasadena Aerospace",
        "Aviation Logistics and Supply",
    ]


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("A; B", ["A", "B"]),
        ("A (x; y); B", ["A (x; y)", "B"]),
        ("A; and B", ["A", "B"]),
        ("and 46 Other Works", ["46 Other Works"]),
        ("A; And So On Ltd.", ["A", "And So On Ltd."]),
        ("Sand and Stone", ["Sand and Stone"]),
        ("f.k.a., Old Name", ["Old Name"]),
        (" ; ;", []),
    ],
)
def test_other_names_are_parted_by_semicolons(published: str, expected: list[str]) -> None:
    assert [name.text for name in row(alt_names=published).names[1:]] == expected


def test_former_name_is_marked_as_one() -> None:
    assert row(alt_names="f.k.a. Old Name").names[1].kind is NameKind.FORMER


def test_country_is_the_last_part_of_an_address_as_code_or_name() -> None:
    entity = row(addresses="1 High Street, Minsk, BY; Tower, Shenzhen, China; 5 Road, WI, 53211")
    assert [a.country for a in entity.addresses] == ["by", "cn", None]
    assert entity.countries == ("by", "cn")


def test_numbers_become_identifiers_and_other_ids_notes() -> None:
    entity = row(ids="CY, C146742, Registration Number; www.vtb.ao, Website; 77, SWIFT/BIC")
    assert [(i.type, i.value, i.country) for i in entity.identifiers] == [
        ("registration", "C146742", "cy"),
        ("bic", "77", None),
    ]
    assert ("ids", "www.vtb.ao, Website") in {(n.label, n.text) for n in entity.notes}


def test_json_gives_the_same_entity_as_csv() -> None:
    entity, report = result(
        alt_names=["B; and C"],
        addresses=[{"address": "1 Road", "city": "Minsk", "state": None, "country": "BY"}],
        start_date="2022-04-07",
        ids=[{"type": "Registration Number", "number": "7", "country": "BY", "issue_date": None}],
    )
    table = row(
        alt_names="B; and C",
        addresses="1 Road, Minsk, BY",
        start_date="2022-04-07",
        ids="BY, 7, Registration Number",
    )
    assert (entity.id, entity.names, entity.countries) == (table.id, table.names, table.countries)
    assert entity.addresses[0].text == table.addresses[0].text
    assert entity.addresses[0].city == "Minsk"
    assert entity.identifiers == table.identifiers
    assert (report.edition, dict(report.oddities)) == ("2022-04-07", {})


def test_new_field_and_new_type_are_kept_and_counted() -> None:
    entity, report = result(type="Spacecraft", crew=3)
    assert ("crew", "3") in {(n.label, n.text) for n in entity.notes}
    assert set(report.oddities) == {"unknown field crew", "unknown type spacecraft"}


def test_half_a_character_pair_is_replaced() -> None:
    assert result(name="A\ud83d")[0].caption == "A?"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b'{"results": [',
        b'{"results": {}}',
        b'{"results": [1]}',
        b"[" * 100_000,
        b'{"results": ' + b"[" * 100_000,
        b"a,b\n1,2\n",
        HEADER.encode() + b"\n1,2\n",
        HEADER.encode() + b"\n" + b"1" * (2 << 20) + b",,,,,,,\n",
        HEADER.encode() + b'\n"1,,,,,,,\n',
        HEADER.encode() + b"\n\xff,,,,,,,\n",
        HEADER.encode() + b"\n,,,,,,,\n",
        HEADER.encode() + b"\n1,EL,A,,,,,",
    ],
)
def test_what_is_no_whole_list_is_refused(data: bytes) -> None:
    with pytest.raises(ListFormatError):
        read(data)


def test_json_and_csv_are_recognised() -> None:
    assert SOURCE.recognises(json.dumps({"results": [dict.fromkeys(HEADER.split(","))]}).encode())
    assert SOURCE.recognises(b"\xef\xbb\xbf" + HEADER.encode() + b"\r\n")
    assert not SOURCE.recognises(b'{"results": []}')


def test_the_whole_list_of_2022_has_the_rows_that_ofac_lacks(full_lists: Path) -> None:
    data = gzip.decompress((full_lists / "us_csl/original/consolidated_2022.csv.gz").read_bytes())
    entities, report = read(data)
    assert (report.edition, dict(report.oddities)) == ("2022-04-21", {})
    parts = Counter(entity.programmes[0] for entity in entities)
    assert parts == {"EL": 2_001, "DTC": 727, "DPL": 462, "UVL": 201, "ISN": 163, "MEU": 71}
    lines = list(csv.DictReader(io.StringIO(data.decode(), newline="")))
    assert len(lines) == 14_160
    ours = [line for line in lines if "Treasury" not in line["source"]]
    assert len(entities) == len(ours) == len({entity.id for entity in entities})
    alternative = sum(line["alt_names"].count(";") + 1 for line in ours if line["alt_names"])
    assert sum(len(entity.names) for entity in entities) == len(ours) + alternative


def test_a_country_of_the_record_itself_is_one_of_the_party() -> None:
    entity, _ = result(country="TH")
    assert entity.countries == ("th",)

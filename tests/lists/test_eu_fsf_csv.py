"""The EU's list as CSV: the sample's content in its columns, and what must be refused."""

import io
from pathlib import Path

import pytest

from lists import ParseReport
from lists.eu_fsf import SOURCE
from records import Entity, ListFormatError, NameKind

SAMPLES = Path(__file__).parent.parent / "data" / "eu_fsf"


def read(data: bytes) -> tuple[dict[str, Entity], ParseReport]:
    report = ParseReport()
    return {e.id.partition(":")[2]: e for e in SOURCE.parse(io.BytesIO(data), report)}, report


def table() -> bytes:
    return (SAMPLES / "list.csv").read_bytes()


def test_xml_and_csv_give_the_same_entities_but_for_what_the_csv_lacks() -> None:
    """It has no column that says which names are weak."""
    from_xml, xml_reading = read((SAMPLES / "sample.xml").read_bytes())
    from_csv, report = read(table())
    assert list(from_csv) == list(from_xml)
    assert (report.edition, dict(report.oddities)) == (xml_reading.edition, {})
    for key, entity in from_xml.items():
        other = from_csv[key]
        assert {n.text for n in other.names} == {n.text for n in entity.names}
        assert all(n.kind is not NameKind.WEAK for n in other.names)
        assert {(i.type, i.value, i.country) for i in other.identifiers} == {
            (i.type, i.value, i.country) for i in entity.identifiers
        }
        assert {a.text for a in other.addresses} == {a.text for a in entity.addresses}
        for field in ("kind", "countries", "birth_dates", "programmes", "legal_basis", "listed_on"):
            assert getattr(other, field) == getattr(entity, field), field
        assert other.url == entity.url


def test_the_type_is_read_although_its_two_columns_are_swapped() -> None:
    header, first = table().decode("utf-8-sig").splitlines()[:2]
    said = dict(zip(header.split(";"), first.split(";"), strict=False))
    assert said["Entity_SubjectType"] in {"P", "E"}
    assert said["Entity_SubjectType_ClassificationCode"] in {"person", "enterprise"}


def test_a_row_of_empty_fields_is_no_entry() -> None:
    width = table().decode("utf-8-sig").partition("\n")[0].count(";")
    assert read(table() + b";" * width + b"\n")[0] == read(table())[0]


def test_a_row_that_repeats_says_nothing_new() -> None:
    """The file joins what a party has, so names come again with each of its addresses."""
    last = table().splitlines(keepends=True)[-1]
    assert read(table() + last)[0] == read(table())[0]


def test_an_unknown_column_is_kept() -> None:
    lines = table().decode("utf-8-sig").splitlines()
    wider = [f"{lines[0]};Entity_New", *(f"{line};word" for line in lines[1:])]
    if any(line.count('"') % 2 for line in lines):
        pytest.skip("a field of the sample holds a line end")
    entities, _ = read("\n".join([*wider, ""]).encode("utf-8-sig"))
    assert all(("new", "word") in {(n.label, n.text) for n in e.notes} for e in entities.values())


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("NameAlias_WholeName", "WholeName", "no column 'NameAlias_WholeName'"),
        (";Entity_EU_ReferenceNumber", "", r"row 2 has \d+ fields, the header \d+"),
    ],
)
def test_another_table_is_refused(old: str, new: str, problem: str) -> None:
    with pytest.raises(ListFormatError, match=problem):
        read(table().replace(old.encode(), new.encode()))


def test_a_row_without_an_id_is_refused() -> None:
    first = next(iter(read(table())[0]))
    with pytest.raises(ListFormatError, match="row 2 has no Entity_LogicalId"):
        read(table().replace(f";{first};".encode(), b";;", 1))


def test_the_mangled_copy_of_version_1_0_is_refused_by_name(full_lists: Path) -> None:
    data = (full_lists / "eu_fsf" / "original" / "fsf_csv_excerpt_mangled_2018.csv").read_bytes()
    assert SOURCE.recognises(data[:65536])
    with pytest.raises(ListFormatError, match=r"CSV of version 1\.0, which ended in 2018"):
        read(data)

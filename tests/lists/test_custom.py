"""A team's own tables: columns told and guessed, dialects, encodings, and what is refused."""

import io
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lists import ParseReport, source, with_columns
from records import Entity, Kind, ListFormatError, NameKind, UnknownListError, UsageError

TABLE = """Company,Also known as,Land,Type,LEI,Grund
Blue Lantern Logistics GmbH,BLL; Blaue Laterne,Germany,company,,late payer
Anna Beispiel,,CH,person,,
Blue Star,,xx,ship,,seized
"""


def read(text: str | bytes, columns: str | None = None) -> tuple[list[Entity], ParseReport]:
    of = source("custom") if columns is None else with_columns(source("custom"), columns)
    report = ParseReport()
    data = text if isinstance(text, bytes) else text.encode()
    return list(of.parse(io.BytesIO(data), report)), report


def test_columns_are_guessed_and_shown() -> None:
    entities, report = read(TABLE)
    assert report.said == [
        "read as --columns 'name=Company,alias=Also known as,kind=Type,country=Land,lei=LEI'; "
        "as notes: Grund"
    ]
    first = entities[0]
    assert [(n.text, n.kind) for n in first.names] == [
        ("Blue Lantern Logistics GmbH", NameKind.PRIMARY),
        ("BLL", NameKind.ALIAS),
        ("Blaue Laterne", NameKind.ALIAS),
    ]
    assert (first.kind, first.countries) == (Kind.ORGANIZATION, ("de",))
    assert [e.kind for e in entities[1:]] == [Kind.PERSON, Kind.VESSEL]


def test_what_is_not_known_is_kept_and_counted() -> None:
    entities, report = read(TABLE)
    assert report.oddities == {"unknown country xx": 1}
    assert ("country", "xx") in {(n.label, n.text) for n in entities[2].notes}
    assert ("Grund", "seized") in {(n.label, n.text) for n in entities[2].notes}


def test_every_column_of_names_is_taken_the_best_one_first() -> None:
    (entity,), _ = read("client,legal name,art\nStar,Blue Star LLC,company\n")
    assert [(n.text, n.kind) for n in entity.names] == [
        ("Blue Star LLC", NameKind.PRIMARY),
        ("Star", NameKind.ALIAS),
    ]


def test_headings_of_other_languages_are_known() -> None:
    (entity,), _ = read("Наименование;Страна;Регистрационный номер\nСтар;ru;77\n")
    assert (entity.caption, entity.countries) == ("Стар", ("ru",))
    assert [(i.type, i.value) for i in entity.identifiers] == [("registration", "77")]


def test_columns_can_be_told() -> None:
    table = "Ref;Vorname;Nachname;Firma alt;Grund\n7;Anna;Beispiel;Alt AG;x\n"
    (entity,), _ = read(table, "id=Ref,name=Vorname+Nachname,former=Firma alt,programme=Grund")
    assert entity.id == "custom:7"
    assert [(n.text, n.kind) for n in entity.names] == [
        ("Anna Beispiel", NameKind.PRIMARY),
        ("Alt AG", NameKind.FORMER),
    ]
    assert entity.programmes == ("x",)


def test_a_name_over_two_columns_is_guessed() -> None:
    (entity,), _ = read("First name,Last name\nAnna,Beispiel\n")
    assert entity.caption == "Anna Beispiel"


def test_rows_with_one_id_are_one_party() -> None:
    (entity,), _ = read("id,name\n1,Blue Star\n1,Blauer Stern\n")
    assert [n.kind for n in entity.names] == [NameKind.PRIMARY, NameKind.ALIAS]


def test_a_row_without_an_id_keeps_its_name_from_edition_to_edition() -> None:
    (first,), _ = read("name\nBlue Star\n")
    second, _ = read("name\nOther\nBLUE STAR\n")
    assert first.id == second[1].id
    assert first.id != second[0].id


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_common_dialects_and_encodings_are_read(delimiter: str, encoding: str) -> None:
    text = f"name{delimiter}country\r\nGrün Handels AG{delimiter}CH"
    (entity,), _ = read(text.encode(encoding))
    assert (entity.caption, entity.countries) == ("Grün Handels AG", ("ch",))


def test_the_separator_line_of_a_spreadsheet_is_no_header() -> None:
    (entity,), _ = read("sep=;\r\nname;country\r\nGrün, Handels AG;CH\r\n")
    assert entity.caption == "Grün, Handels AG"


def test_a_spreadsheet_is_read(data: Path) -> None:
    sheet = (data / "au_dfat" / "sample.xlsx").read_bytes()
    entities, _ = read(sheet, "name=Name of Individual or Entity,id=Reference")
    assert len(entities) > 3


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ("", "the file is empty"),
        ("a,b\n1,2\n", r"none of its columns looks like a name: 'a', 'b'. Say which one"),
        ("name,country\nx\n", "row 2 has 1 fields, the header 2"),
        ('name\n"x\n', "not well-formed CSV"),
    ],
)
def test_what_is_no_table_of_names_is_refused(table: str, problem: str) -> None:
    with pytest.raises(ListFormatError, match=problem):
        read(table)


def test_a_column_that_is_not_there_is_named() -> None:
    with pytest.raises(ListFormatError, match=r"no column 'Firma'; it has 'Company', "):
        read(TABLE, "name=Firma")


def test_what_is_shown_can_be_said() -> None:
    table = '"Name, legal",Vorname\nBlue Star,x\n'
    first, report = read(table.replace("Vorname", "LEI"), '"name=Name, legal",identifier.lei=LEI')
    shown = report.said[0].split("'")[1]
    assert shown == '"name=Name, legal",lei=LEI'
    assert read(table.replace("Vorname", "LEI"), shown)[0] == first


@pytest.mark.parametrize("told", ["Company", "name=", "nam=Company", "alias=Company", ""])
def test_columns_of_another_form_are_wrong_usage(told: str) -> None:
    with pytest.raises(UsageError, match="--columns"):
        with_columns(source("custom"), told)


def test_published_lists_have_their_own_columns() -> None:
    with pytest.raises(UsageError, match="eu_fsf is none"):
        with_columns(source("eu_fsf"), "name=x")


def test_there_are_as_many_own_lists_as_one_likes() -> None:
    assert source("custom_sales").own
    with pytest.raises(UnknownListError):
        source("customers")


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reader(content: bytes) -> None:
    with suppress(ListFormatError):
        assert all(entity.id for entity in read(content)[0])

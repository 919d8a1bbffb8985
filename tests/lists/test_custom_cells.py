"""A team's own tables as people make them: several names in a cell, sheets, plain JSON."""

import io
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
import xlsxwriter

from lists import ParseReport, source, with_columns
from lists.custom.cells import items, name_items
from records import Entity, ListFormatError, NameKind


def read(data: bytes, columns: str | None = None) -> tuple[list[Entity], ParseReport]:
    of = source("custom") if columns is None else with_columns(source("custom"), columns)
    report = ParseReport()
    return list(of.parse(io.BytesIO(data), report)), report


def workbook(sheets: Mapping[str, Sequence[Sequence[str]]]) -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        for title, rows in sheets.items():
            sheet = book.add_worksheet(title)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return target.getvalue()


def texts(entity: Entity) -> list[str]:
    return [name.text for name in entity.names]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Blue Star", ["Blue Star"]),
        ("・Blue Star\n・Red Star, Ltd.", ["Blue Star", "Red Star, Ltd."]),
        ("• Blue Star • Red Star", ["Blue Star", "Red Star"]),
        ("- Blue Star\n- Red\nStar Ltd", ["Blue Star", "Red Star Ltd"]),
        ("1) Blue Star\n2) Red Star", ["Blue Star", "Red Star"]),
        ("a) Blue Star\nb) Red Star", ["Blue Star", "Red Star"]),
        ("Blue Star and\nRed Trading", ["Blue Star and Red Trading"]),
        ("Blue Star\nof London", ["Blue Star of London"]),
        ("1. FC Blau", ["1. FC Blau"]),
        ("アル・シャバーブ", ["アル・シャバーブ"]),
        ("- Blue Star", ["- Blue Star"]),
        ("Blue Star\n(藍星)", ["Blue Star", "藍星"]),
        ("", []),
    ],
)
def test_a_cell_may_hold_several_texts(cell: str, expected: list[str]) -> None:
    assert items(cell) == expected


def test_lines_without_bullets_are_names_and_one_name_that_was_broken() -> None:
    assert name_items("Blue Star\nTrading House") == [
        "Blue Star",
        "Trading House",
        "Blue Star Trading House",
    ]
    assert name_items("Blue Star\n藍星") == ["Blue Star", "藍星"]


def test_names_in_cells_of_a_table_are_found_one_by_one() -> None:
    table = 'name,alias,country\n"Blue Star\n藍星","・BS\n・B.S. Ltd","日本\nJapan"\n'
    (entity,), report = read(table.encode())
    assert texts(entity) == ["Blue Star", "藍星", "BS", "B.S. Ltd"]
    assert [name.kind for name in entity.names].count(NameKind.PRIMARY) == 1
    assert entity.countries == ("jp",)
    assert not report.oddities


@pytest.mark.parametrize(
    "written", ["日本\nJapan", "Schweiz / Switzerland", "JP", "Japan; Ruritania"]
)
def test_a_country_in_two_languages_is_known_by_either(written: str) -> None:
    (entity,), report = read(f'name,country\nBlue Star,"{written}"\n'.encode())
    assert entity.countries in {("jp",), ("ch",)}
    assert bool(report.oddities) == ("Ruritania" in written)


def test_headings_may_have_several_lines() -> None:
    table = '"企業名\nCompany or Organization","別名\nAlso Known As","国名\nCountry or Region"\n'
    (entity,), report = read(f"{table}Blue Star,BS,Iran\n".encode())
    assert texts(entity) == ["Blue Star", "BS"]
    assert entity.countries == ("ir",)
    shown = report.said[0].split("'")[1]
    assert shown.startswith("name=企業名 Company or Organization,alias=別名 Also Known As")
    assert read(f"{table}Blue Star,BS,Iran\n".encode(), shown)[0] == [entity]


def test_every_sheet_with_names_is_read_and_others_are_named() -> None:
    data = workbook(
        {
            "Read me": [["This file is confidential", ""], ["x", "y"]],
            "Customers": [["Our list of 2026", ""], ["ID", "Name"], ["1", "Blue Star"]],
            "Suppliers": [["Name", "ID"], ["Red Star", "1"], ["Green Star", "2"]],
        }
    )
    entities, report = read(data)
    assert [(e.id, e.caption) for e in entities] == [
        ("custom:1", "Blue Star"),
        ("custom:Suppliers-1", "Red Star"),
        ("custom:Suppliers-2", "Green Star"),
    ]
    assert report.said[0].startswith("sheet 'Read me' left out: none of its columns")
    assert report.said[1:] == [
        "sheet 'Customers': read as --columns 'name=Name,id=ID'",
        "sheet 'Suppliers': read as --columns 'name=Name,id=ID'",
    ]


def test_a_spreadsheet_without_a_sheet_of_names_is_refused() -> None:
    with pytest.raises(ListFormatError, match="none of its columns looks like a name: 'a', 'b'"):
        read(workbook({"One": [["a", "b"], ["1", "2"]], "Two": [["c"], ["3"]]}))


@pytest.mark.parametrize(
    "text",
    [
        '[{"name": "Blue Star", "aliases": ["BS", "B.S."], "country": "CH"}]',
        '{"name": "Blue Star", "aliases": "BS\\nB.S.", "country": "CH"}\n{"name": "Other"}\n',
        '{"date": "2026-01-01", "data": {"rows": [{"name": "Blue Star", "aliases": [{"name": "BS"},'
        ' {"name": "B.S."}], "country": "CH"}]}}',
    ],
)
def test_plain_json_is_a_table(text: str) -> None:
    entities, _ = read(text.encode())
    assert texts(entities[0])[:3] == ["Blue Star", "BS", "B.S."]
    assert entities[0].countries == ("ch",)


def test_followthemoney_may_be_a_list_of_objects() -> None:
    one = '{"id": "a", "schema": "Company", "properties": {"name": ["Blue Star"]}}'
    assert read(f"[{one}]".encode())[0] == read(one.encode())[0]


@pytest.mark.parametrize("text", ["[1]", '{"a": 1}', "[]", '[{"name": "x"', "[[1, 2]]"])
def test_json_without_a_list_of_objects_is_refused(text: str) -> None:
    with pytest.raises(ListFormatError, match=r"no list of objects|not well-formed JSON"):
        read(text.encode())


def test_the_list_of_metis_is_read_as_a_table_of_ones_own(full_lists: Path) -> None:
    path = full_lists / "jp_meti" / "original" / "METI_EndUserList_2025-09-29.xlsx"
    own, report = read(path.read_bytes())
    of = list(source("jp_meti").parse(io.BytesIO(path.read_bytes()), ParseReport()))
    assert [entity.id.partition(":")[2] for entity in own] == [e.id.partition(":")[2] for e in of]
    assert [entity.countries for entity in own] == [entity.countries for entity in of]
    assert not report.oddities
    missed = [
        (name.text, texts(mine))
        for mine, theirs in zip(own, of, strict=True)
        for name in theirs.names
        if name.text not in texts(mine) and ";" not in name.text
    ]
    assert not missed

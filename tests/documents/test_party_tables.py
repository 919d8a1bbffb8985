"""Tables of parties: every row is given once, read or with the reason why not."""

import csv
import io
import json
import tempfile
import zipfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.tables import open_table
from documents.tables.spreadsheet import MOST_CELLS
from records import BadRow, DocumentError, TableRow

CELL = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)


def saved(folder: Path, data: bytes | str, name: str = "table") -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def cells(path: Path) -> list[tuple[object, ...]]:
    return [row.cells for row in open_table(path).rows() if isinstance(row, TableRow)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_told_from_the_rows(tmp_path: Path, delimiter: str) -> None:
    text = f"Name{delimiter}Land\nAcme, Inc; & Co{delimiter}DE\nBeta{delimiter}FR\n"
    if delimiter in ",;":
        text = f'Name{delimiter}Land\n"Acme, Inc; & Co"{delimiter}DE\nBeta{delimiter}FR\n'
    table = open_table(saved(tmp_path, text))
    assert table.columns == ("Name", "Land")
    assert cells(table.path) == [("Acme, Inc; & Co", "DE"), ("Beta", "FR")]


def test_one_column_keeps_its_commas(tmp_path: Path) -> None:
    path = saved(tmp_path, "name\nAcme, Inc\nBeta, Gamma, Delta\n")
    assert cells(path) == [("Acme, Inc",), ("Beta, Gamma, Delta",)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "gb18030"])
def test_the_encoding_is_told_also_when_the_first_megabytes_are_ascii(
    tmp_path: Path, encoding: str
) -> None:
    foreign = "武汉高芯科技有限公司" if encoding == "gb18030" else "АО Концерн Калашников"
    plain = "Acme Trading,US\n" * (200_000 if encoding != "utf-16" else 10)
    path = saved(tmp_path, f"name,country\n{plain}{foreign},RU\n".encode(encoding))
    assert cells(path)[-1] == (foreign, "RU")


def test_bytes_of_another_encoding_cost_their_row_alone(tmp_path: Path) -> None:
    good = "Köln Handel,DE\n".encode() * 30
    path = saved(tmp_path, b"name,country\n" + good + b"M\xfcnchen Bau,DE\n" + good)
    rows = list(open_table(path).rows())
    (bad,) = (row for row in rows if isinstance(row, BadRow))
    assert (bad.row, bad.line, bad.text) == (31, 32, "M\ufffdnchen Bau,DE")
    assert [row.row for row in rows] == list(range(1, 62))


def test_a_row_over_several_lines_counts_its_lines(tmp_path: Path) -> None:
    path = saved(tmp_path, 'name,city\n"Acme\nHolding",Rome\n\nBeta,"a ""b"""\n')
    first, second = open_table(path).rows()
    assert isinstance(first, TableRow)
    assert (first.cells, first.line) == (("Acme\nHolding", "Rome"), 2)
    assert isinstance(second, TableRow)
    assert (second.cells, second.row, second.line) == (("Beta", 'a "b"'), 2, 5)


def test_a_quotation_mark_that_is_never_closed_costs_its_line_alone(tmp_path: Path) -> None:
    rows = "".join(f"Firm {number},US\n" for number in range(500))
    path = saved(tmp_path, f'name,country\n"Acme,US\n{rows}Last "Best" 5" pipes,IT\n')
    first, *others = open_table(path).rows()
    assert isinstance(first, BadRow)
    assert (first.line, first.text) == (2, '"Acme,US')
    assert "quotation mark" in first.reason
    assert len(others) == 501
    assert isinstance(others[-1], TableRow)
    assert others[-1].cells == ('Last "Best" 5" pipes', "IT")


def test_a_row_with_too_few_or_too_many_fields_is_set_aside(tmp_path: Path) -> None:
    rows = "A,1\n" * 5
    path = saved(tmp_path, f"name,x\nAcme\n{rows}Acme, Inc,2\n")
    reasons = [(row.line, row.reason) for row in open_table(path).rows() if isinstance(row, BadRow)]
    assert reasons == [
        (2, "1 fields where the headings have 2"),
        (8, "3 fields where the headings have 2"),
    ]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(CELL, CELL), max_size=8))
def test_csv_gives_back_what_was_written(rows: list[tuple[str, str]]) -> None:
    """Except for rows of spaces alone, which are blank."""
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows([("name", "x"), *rows])
    with tempfile.TemporaryDirectory() as folder:
        path = saved(Path(folder), out.getvalue())
        assert cells(path) == [row for row in rows if "".join(row).strip()]


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("a,\";\n\r\t 'é"), max_size=60))
def test_no_line_of_any_text_is_lost(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        rows = list(open_table(saved(Path(folder), f"name,x\n{text}")).rows())
    given_back = "".join(
        row.text if isinstance(row, BadRow) else "".join(map(str, row.cells)) for row in rows
    )
    assert [row.row for row in rows] == list(range(1, len(rows) + 1))
    assert given_back.count("a") == text.count("a")
    assert given_back.count("é") == text.count("é")


def test_json_lines_keep_lists_and_set_bad_lines_aside(tmp_path: Path) -> None:
    lines = [{"name": "Acme", "aka": ["A", "B"]}, {"name": "Beta", "n": 7}]
    text = "\n".join([json.dumps(lines[0]), "{oops", "[1]", "", json.dumps(lines[1])])
    table = open_table(saved(tmp_path, text))
    assert table.columns == ("name", "aka", "n")
    first, broken, other, last = table.rows()
    assert isinstance(first, TableRow)
    assert isinstance(last, TableRow)
    assert (first.cells, last.cells) == (("Acme", ("A", "B"), ""), ("Beta", "", "7"))
    assert [(row.row, row.line) for row in (broken, other, last)] == [(2, 2), (3, 3), (4, 5)]
    assert isinstance(broken, BadRow)
    assert broken.text == "{oops"


def test_parquet_is_read_with_lists_numbers_and_dates(tmp_path: Path) -> None:
    path = tmp_path / "t"
    columns = {"name": ["Acme", None], "aka": [["A", "B"], None], "n": [1.5, 2.0]}
    pq.write_table(pa.table(columns), path)
    assert cells(path) == [("Acme", ("A", "B"), "1.5"), ("", "", "2.0")]


def test_a_cut_parquet_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "t"
    pq.write_table(pa.table({"name": ["Acme"] * 1000}), path)
    with pytest.raises(DocumentError, match="no readable Parquet"):
        open_table(saved(tmp_path, path.read_bytes()[:-20]))


def workbook(folder: Path, sheet: str) -> Path:
    """The smallest XLSX that holds a sheet."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="r1" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="Kunden" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}"><Relationship Id="r1" '
        f'Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{sheet}</sheetData>'
        "</worksheet>",
    }
    path = folder / "t.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{text}')
    return path


def row_xml(number: int, *texts: str) -> str:
    inside = "".join(
        f'<c r="{letter}{number}" t="inlineStr"><is><t>{text}</t></is></c>'
        for letter, text in zip("ABC", texts, strict=False)
    )
    return f'<row r="{number}">{inside}</row>'


def test_a_spreadsheet_is_read_with_the_rows_of_its_sheet(tmp_path: Path) -> None:
    rows = row_xml(1, "Firma", "Land") + row_xml(2, "Acme", "DE") + row_xml(5, "Бета", "RU")
    table = open_table(workbook(tmp_path, rows))
    assert table.columns == ("Firma", "Land")
    first, second = table.rows()
    assert [(row.row, row.line) for row in (first, second)] == [(1, 2), (2, 5)]
    assert isinstance(second, TableRow)
    assert second.cells == ("Бета", "RU")


def test_a_sheet_with_a_cell_far_out_is_refused_before_it_is_laid_out(tmp_path: Path) -> None:
    assert MOST_CELLS < 702 * 1_048_576
    far = '<row r="1048576"><c r="ZZ1048576"><v>1</v></c></row>'
    with pytest.raises(DocumentError, match="1,048,576 rows and 702 columns"):
        open_table(workbook(tmp_path, row_xml(1, "name") + far))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "not a table"),
        (b"\x00\xff\x01\xd8\x07" * 99, "binary"),
        (b'[{"name": "Acme"}, {"name": "Beta"}]', "one object a line"),
    ],
)
def test_what_is_no_table_is_refused_by_name(tmp_path: Path, data: bytes, message: str) -> None:
    with pytest.raises(DocumentError, match=message) as caught:
        open_table(saved(tmp_path, data))
    assert str(caught.value).startswith(str(tmp_path / "table"))


def test_a_table_says_how_much_of_it_was_read(tmp_path: Path) -> None:
    table = open_table(saved(tmp_path, "name,x\n" + "Acme,1\n" * 50_000))
    shares = [table.share_read() for _ in table.rows()]
    assert shares == sorted(shares)
    assert 0.3 < shares[25_000] < 0.7
    assert table.share_read() == 1.0

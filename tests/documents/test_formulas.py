"""What formulas say of which the file has no values."""

import io
import zipfile

import pytest
import xlsxwriter
from place_names import zipped
from places_odf import ods
from read_helpers import inside

from documents import Sandbox
from documents.formulas import Formulas
from records import DocumentStatus

pytest_plugins = ["read_fixtures"]

CELLS = {
    ("S", "A2"): "Bank", ("S", "C9"): "Sepah", ("S", "G1"): "Sovcom", ("S", "G2"): "flot",
    ("S", "Z1"): '=A2&" "&C9', ("My sheet", "A1"): "Mahan", ("S", "L1"): "=L1&L1",
}  # fmt: skip


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        ('A2&" "&C9', ["Bank Sepah"]),
        ("$G$1&G2", ["Sovcomflot"]),
        ('"Pay "&Z1&" today"', ["Pay Bank Sepah today"]),
        ("'My sheet'!A1&\" Air\"", ["Mahan Air"]),
        ('CONCATENATE(A2," ",C9)', ["Bank Sepah"]),
        ('_xlfn.TEXTJOIN(" ",TRUE,A2:C9)', ["Bank Sepah"]),
        ('IF(B1>2,"Bank "&"Sepah","")', ["Bank Sepah"]),
        ('SUBSTITUTE("Bank_Sepah","_"," ")', ["Bank Sepah"]),
        ('"Bank"&CHAR(10)&UPPER("sepah")', ["Bank\nSEPAH"]),
        ('"say ""yes"" to "&A2', ['say "yes" to Bank']),
        ('MID("xxSovcomflotyy",3,10)', ["Sovcomflot"]),
        ('LEFT("Sovcom12",6)&RIGHT("xxflot",4)', ["Sovcom", "flot", "Sovcomflot"]),
        ('REPLACE("Sovaaaflot",4,3,"com")', ["Sovcomflot"]),
        ('PROPER(LOWER("SOV"))&REPT("com",1)&G2', ["com", "Sovcomflot"]),
        ("SUM(A1:A9)*2", []),
        ("A2", []),
        ("L1&L1", []),
        ("((((" * 40 + "A2&C9", []),
    ],
)  # fmt: skip
def test_texts_that_a_formula_puts_together(formula: str, said: list[str]) -> None:
    assert list(Formulas(CELLS).said("S", formula)) == said


@pytest.mark.parametrize(
    ("formula", "unread"),
    [
        # What is looked up somewhere is not known here.
        ("G1&INDEX(G1:G2,2)", True),
        ('CONCATENATE("Sov",VLOOKUP(1,A1:B2,2))', True),
        ('CONCAT(MID("tolfmocvoS",{10,9},1))', True),
        ("MIDDLE(A2)&N1", True),
        # What stands in a cell by itself is read there, and numbers name nobody.
        ("VLOOKUP(1,A1:B2,2)", False),
        ('"Total: "&SUM(A1:A9)&" EUR"', False),
        ("LEFT(A2,FIND(B1,A2)-1)", False),
        ('IFERROR(A2&" "&C9,"")', False),
    ],
)
def test_a_text_of_which_a_piece_is_not_known_is_told(formula: str, unread: bool) -> None:
    book = Formulas(CELLS)
    list(book.said("S", formula))
    assert book.unread is unread


def _without_values(workbook: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    members[sheet] = members[sheet].replace(b"<v></v>", b"")
    return zipped(members)


def _workbook(value: str, formula: str = '=A2&" "&C9') -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("Payees")
        sheet.write("A2", "Minsk Wheel")
        sheet.write("C9", "Tractor Plant")
        sheet.write_formula("E1", formula, None, value)
        book.define_name("Owner", '="Bank Sepah"')
    return file.getvalue()


def test_a_workbook_without_values_is_read_as_it_is_shown(sandbox: Sandbox) -> None:
    (document,) = inside(_without_values(_workbook("")), sandbox)
    found = {passage.text: passage.place for passage in document.passages}
    assert found["Minsk Wheel Tractor Plant"] == "Payees!E1, formula"
    assert any("Bank Sepah" in text for text in found)


def test_a_workbook_with_a_text_that_is_looked_up_is_partly_screened(sandbox: Sandbox) -> None:
    (document,) = inside(_without_values(_workbook("", '="Sov"&INDEX(A1:A2,2)')), sandbox)
    assert document.status is DocumentStatus.PARTLY_SCREENED
    assert "Payees!E1" in (document.reason or "")
    (document,) = inside(_workbook("Sovcomflot", '="Sov"&INDEX(A1:A2,2)'), sandbox)
    assert document.status is DocumentStatus.SCREENED


def test_a_formula_with_a_value_is_not_worked_out(sandbox: Sandbox) -> None:
    (document,) = inside(_workbook("closed"), sandbox)
    assert "Minsk Wheel Tractor Plant" not in {passage.text for passage in document.passages}


def test_words_in_formulas_of_ods_are_read(sandbox: Sandbox) -> None:
    with zipfile.ZipFile(io.BytesIO(ods(lambda place: "x"))) as archive:  # type: ignore[arg-type]
        members = {name: archive.read(name) for name in archive.namelist()}
    cell = b'<table:table-cell table:formula="of:=IF([.A1]=1;&quot;Bank Sepah&quot;;&quot;&quot;)"'
    members["content.xml"] = members["content.xml"].replace(b"<table:table-cell", cell, 1)
    document = inside(zipped(members), sandbox)[0]
    assert "Bank Sepah" in {passage.text for passage in document.passages}

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
        ("SUM(A1:A9)*2", []),
        ("A2", []),
        ("L1&L1", []),
        ("((((" * 40 + "A2&C9", []),
    ],
)  # fmt: skip
def test_texts_that_a_formula_puts_together(formula: str, said: list[str]) -> None:
    assert list(Formulas(CELLS).said("S", formula)) == said


def _without_values(workbook: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    members[sheet] = members[sheet].replace(b"<v></v>", b"")
    return zipped(members)


def _workbook(value: str) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("Payees")
        sheet.write("A2", "Minsk Wheel")
        sheet.write("C9", "Tractor Plant")
        sheet.write_formula("E1", '=A2&" "&C9', None, value)
        book.define_name("Owner", '="Bank Sepah"')
    return file.getvalue()


def test_a_workbook_without_values_is_read_as_it_is_shown(sandbox: Sandbox) -> None:
    (document,) = inside(_without_values(_workbook("")), sandbox)
    found = {passage.text: passage.place for passage in document.passages}
    assert found["Minsk Wheel Tractor Plant"] == "Payees!E1, formula"
    assert any("Bank Sepah" in text for text in found)


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

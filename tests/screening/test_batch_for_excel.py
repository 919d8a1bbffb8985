"""Result files that a spreadsheet opens as a person expects."""

import codecs
import csv
import io
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from screening.answers.form import TableForm
from screening.archive.export import write_workbook
from screening.batch.rows import CsvLook
from screening.batch.run import batch, plan, with_workers
from screening.engine.engine import Engine
from screening.engine.settings import settings
from store import Home

ONE = partial(with_workers, workers=1)


@pytest.fixture(scope="module")
def engine(excerpts_home: Home, opened: Callable[..., Engine]) -> Engine:
    return opened(excerpts_home)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "customers.csv"
    path.write_text("Nr;Firma\n1;Wuhan Gaoxin Technology\n2;\n3;Müller\n", encoding="utf-8")
    return path


def made(engine: Engine, table: Path, output: Path, look: CsvLook, form: TableForm) -> None:
    chosen = settings(threshold=None, limit=10, kinds=None, lists=None, as_of=None)
    run = plan(engine, table, None, chosen, form=form, every=True, look=look, notify=lambda _: None)
    batch(run, output, screened_by=ONE)


def test_csv_has_the_delimiter_and_the_mark_that_were_asked_for(
    engine: Engine, table: Path
) -> None:
    output = table.with_name("out.csv")
    made(engine, table, output, CsvLook(delimiter=";", mark=True), TableForm.CSV)
    for path in (output, output.with_name("out.csv.rejected.csv")):
        data = path.read_bytes()
        assert data.startswith(codecs.BOM_UTF8)
        assert data.count(codecs.BOM_UTF8) == 1
    rows = list(csv.DictReader(io.StringIO(output.read_text("utf-8-sig")), delimiter=";"))
    assert [row["name"] for row in rows if row["row"] == "3"] == ["Müller"]


def test_a_workbook_has_bold_headings_a_filter_widths_and_links(
    engine: Engine, table: Path
) -> None:
    output = table.with_name("out.xlsx")
    made(engine, table, output, CsvLook(), TableForm.XLSX)
    with zipfile.ZipFile(output) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        styles = archive.read("xl/styles.xml").decode()
        links = archive.read("xl/worksheets/_rels/sheet1.xml.rels").decode()
    assert "<autoFilter ref=" in sheet
    assert "<cols>" in sheet
    assert 'state="frozen"' in sheet
    assert "<b/>" in styles
    assert "ofac.treas.gov" in links
    rows = CalamineWorkbook.from_path(output).get_sheet_by_index(0).to_python()
    place = rows[0].index("entity_id")
    assert "us_ofac_sdn:46633" in [row[place] for row in rows]


def test_alerts_and_reports_are_sheets_that_can_be_filtered(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_workbook(path, [("alerts", ("alert", "name"), [("A1", "=1+1"), ("A2", "x")])])
    with zipfile.ZipFile(path) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert '<autoFilter ref="A1:B3"/>' in sheet
    assert "<cols>" in sheet
    assert "<f>" not in sheet

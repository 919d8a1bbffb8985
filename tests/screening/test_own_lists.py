"""A team's own lists in an update, and the way of any list out again."""

import csv
import io
import json
from functools import partial
from pathlib import Path

import pytest

from lists.particulars import with_particulars
from records import ListFormatError, NoListsError, UsageError
from records.as_json import entity_from_json, entity_line
from screening.answers.form import ExportForm
from screening.catalogue.export import export
from screening.updates.update import update as update_lists
from store import Home

update = partial(update_lists, prepare=lambda *_, **__: None, environment={})


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "own.csv"
    path.write_text("Company,Brand,Land\nBlue Star LLC,=Star,CH\n", encoding="utf-8")
    return path


def test_the_columns_are_said_and_the_list_is_in_use(home: Home, table: Path) -> None:
    said: list[str] = []
    (result,) = update(home, ["custom_a"], from_path=table, notify=said.append)
    assert result.status == "updated"
    assert "custom_a: read as --columns 'name=Company,country=Land'; as notes: Brand" in said


def test_other_columns_of_the_same_file_are_another_edition(home: Home, table: Path) -> None:
    first = update(home, ["custom"], from_path=table, notify=print)
    again = update(home, ["custom"], from_path=table, notify=print)
    told = update(home, ["custom"], from_path=table, columns="name=Brand", notify=print)
    assert [r[0].status for r in (first, again, told)] == ["updated", "unchanged", "updated"]


def test_an_own_list_has_no_address_unless_it_is_a_setting(home: Home) -> None:
    (result,) = update(home, ["custom"], notify=print)
    assert result.status == "failed"
    assert "update custom --from FILE" in result.message
    assert "NAMEWARDEN_URL_CUSTOM" in result.message
    assert result.message.endswith("docs/lists/custom.md")


def test_an_own_list_is_never_fetched_unasked(home: Home, tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "own.csv").write_text("name\nx\n", encoding="utf-8")
    with pytest.raises(ListFormatError, match=r"one of your own.*update custom --from"):
        update(home, [], from_path=folder, notify=print)


def test_an_own_list_is_imported_by_itself(home: Home, table: Path) -> None:
    with pytest.raises(UsageError, match="by itself"):
        update(home, ["custom", "eu_fsf"], from_path=table, notify=print)


def exported(home: Home, form: ExportForm, *names: str) -> str:
    out = io.StringIO()
    export(home, names, form, out)
    return out.getvalue()


def test_the_csv_has_a_row_for_each_name_and_no_formula(home: Home, table: Path) -> None:
    update(home, ["custom"], from_path=table, columns="name=Company,alias=Brand", notify=print)
    rows = list(csv.DictReader(io.StringIO(exported(home, ExportForm.CSV))))
    assert [(row["name"], row["name_kind"]) for row in rows] == [
        ("Blue Star LLC", "primary"),
        ("'=Star", "alias"),
    ]


def test_parties_of_an_own_list_are_not_called_sanctioned(home: Home, table: Path) -> None:
    update(home, ["custom"], from_path=table, notify=print)
    (item,) = map(json.loads, exported(home, ExportForm.FTM).splitlines())
    assert "topics" not in item["properties"]


def test_an_export_is_whole(excerpts_home: Home, data: Path) -> None:
    lines = exported(excerpts_home, ExportForm.JSONL, "eu_fsf").splitlines()
    published = (data / "eu_fsf" / "expected.jsonl").read_text(encoding="utf-8").splitlines()
    read = [with_particulars(entity_from_json(json.loads(line))) for line in published]
    assert lines == [*map(entity_line, read)]
    items = [json.loads(line) for line in exported(excerpts_home, ExportForm.FTM).splitlines()]
    assert {item["datasets"][0] for item in items} == {"eu_fsf", "us_ofac_sdn"}


def test_what_is_not_loaded_is_not_exported_in_silence(home: Home, table: Path) -> None:
    with pytest.raises(NoListsError):
        exported(home, ExportForm.FTM)
    update(home, ["custom"], from_path=table, notify=print)
    with pytest.raises(UsageError, match="eu_fsf: not loaded"):
        exported(home, ExportForm.FTM, "eu_fsf")

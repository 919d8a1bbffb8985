"""``update custom`` and ``lists export``, from end to end."""

import json
from pathlib import Path

from program import Program

pytest_plugins = ["program_fixtures"]


def test_an_own_list_goes_in_is_matched_and_goes_out(run: Program, tmp_path: Path) -> None:
    home = str(tmp_path / "home")
    (tmp_path / "own.csv").write_text("Firma\nBlue Lantern Logistics\n", encoding="utf-8")
    told = run("update", "custom", "--from", "own.csv", "--columns", "name=Firma",
               NAMEWARDEN_HOME=home)  # fmt: skip
    assert (told.status, told.answers[0]["status"]) == (0, "updated")
    found = run("match", "Blue Lantern Logistics", NAMEWARDEN_HOME=home)
    assert (found.status, found.answers[0]["hits"][0]["list"]) == (3, "custom")
    out = run("lists", "export", "--format", "ftm", NAMEWARDEN_HOME=home)
    assert out.status == 0
    assert json.loads(out.out)["properties"]["name"] == ["Blue Lantern Logistics"]


def test_columns_of_another_form_are_wrong_usage(run: Program, tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text("Firma\nx\n", encoding="utf-8")
    ran = run("update", "custom", "--from", "own.csv", "--columns", "Firma")
    assert ran.status == 2
    assert "is not FIELD=COLUMN" in ran.err


def test_excerpts_are_taken_when_that_is_said(run: Program, data: Path, tmp_path: Path) -> None:
    sample = str(data / "un_sc" / "sample.xml")
    home = str(tmp_path / "home")
    assert run("update", "--from", sample, NAMEWARDEN_HOME=home).status == 1
    taken = run("update", "--from", sample, "--accept-excerpts", NAMEWARDEN_HOME=home)
    assert taken.status == 0

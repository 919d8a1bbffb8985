"""``namewarden assess`` and ``tune`` as a user runs them."""

import json
from pathlib import Path

from program import Program

pytest_plugins = ["program_fixtures"]

FEW = ("assess", "--sample", "12", "--per-way", "6", "--channels", "name", "--ways",
       "exact,upper case,account before", "--workers", "1")  # fmt: skip


def test_assess_writes_its_reports_and_compares_them(run: Program, tmp_path: Path) -> None:
    ran = run(*FEW, "--output", "before")
    assert ran.status == 0
    figures = json.loads(ran.out)
    assert figures["exact"]["rate"] == 1.0
    assert [way["way"] for way in figures["ways"]] == ["exact", "upper case", "account before"]
    assert {path.name for path in (tmp_path / "before").iterdir()} == {
        "report.html", "model.md", "assess.json", "trials.csv",
    }  # fmt: skip
    document = (tmp_path / "before" / "model.md").read_text(encoding="utf-8")
    assert "## Sign-off" in document
    assert "Krayinvestbank" in document

    same = run("assess", "--compare", "before/assess.json", "now", "--workers", "1")
    assert same.status == 0
    assert json.loads(same.out)["changes"] == []

    raised = run("assess", "--compare", "before/assess.json", "before/assess.json@1")
    assert raised.status == 3
    assert json.loads(raised.out)["changes"]


def test_assess_keeps_floors_and_ends_with_1_below_one(run: Program, tmp_path: Path) -> None:
    assert run(*FEW, "--write-floors", "floors.json").status == 0
    assert run(*FEW, "--floors", "floors.json").status == 0
    floors = json.loads((tmp_path / "floors.json").read_text(encoding="utf-8"))
    floors["found"]["name: upper case"] = 1.01
    (tmp_path / "floors.json").write_text(json.dumps(floors), encoding="utf-8")
    ran = run(*FEW, "--floors", "floors.json")
    assert ran.status == 1
    assert "BELOW ITS FLOOR: name: upper case" in ran.err


def test_assess_refuses_what_it_does_not_know(run: Program) -> None:
    for wrong, said in (
        (("--ways", "upside down"), "unknown way 'upside down'"),
        (("--channels", "fax"), "unknown channel 'fax'"),
        (("--coverage", "--again", "x.json"), "give only one of them"),
        (("--again", "x.json"), "not the results of an assessment"),
        (("--compare", "now", "yesterday"), "not a file of results, a date"),
    ):
        ran = run("assess", *wrong)
        assert ran.status == 2
        assert said in ran.err


def test_tune_shows_the_curve_and_changes_nothing(run: Program, tmp_path: Path) -> None:
    (tmp_path / "answers.csv").write_text(
        "name,expected,class\nWuhan Global Sensor Technology,us_ofac_sdn:46633,control\n",
        encoding="utf-8",
    )
    ran = run("tune", "--file", "answers.csv", "--recall", "0.9")
    assert ran.status == 0
    assert json.loads(ran.out)["needed"]["recall"]["rate"] == 1.0
    assert run("tune", "--write", "0.7").status == 2
    (answer,) = run("match", "Blue Lantern").answers
    assert answer["settings"]["threshold"] == 0.8

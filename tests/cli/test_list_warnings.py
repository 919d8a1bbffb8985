"""What is stale or missing is told where its absence would read as "nothing new"."""

import json
import shutil
from pathlib import Path

import pytest
from program import Program

pytest_plugins = ["program_fixtures"]


@pytest.fixture
def stale(stale_home: Path, tmp_path: Path) -> Program:
    shutil.copytree(stale_home, tmp_path / "home")
    (tmp_path / "crm.csv").write_text("id,name\nC1,Mahan Air\nC2,Blue Lantern\n", "utf-8")
    program = Program(tmp_path / "home", tmp_path)
    assert program("monitor", "import", "crm.csv").status == 0
    return program


def test_a_run_of_monitoring_says_in_every_form_what_is_wrong_with_the_lists(
    stale: Program,
) -> None:
    table = stale("monitor", "run", "--format", "table")
    assert "WARNING: 2 lists are stale" in table.out.replace("\n", " ")
    assert "un_sc is missing" in table.out.replace("\n", " ")
    lines = stale("monitor", "run", "--format", "jsonl")
    assert [item["what"] for item in lines.answers[0]["warnings"]] == ["stale", "stale", "missing"]
    assert lines.err.count("WARNING") == 2
    (whole,) = json.loads(stale("monitor", "run", "--format", "json").out)
    assert len(whole["warnings"]) == 3
    rows = stale("monitor", "run", "--format", "csv").out.splitlines()
    assert rows[0].endswith(",list_warnings")
    assert rows[1].endswith("eu_fsf stale; us_ofac_sdn stale; un_sc missing")


def test_the_report_of_a_run_has_the_warnings(stale: Program) -> None:
    number = stale("monitor", "run").answers[0]["screening"]
    stale("report", number, "--format", "html")
    assert "un_sc missing" in (stale.folder / f"{number}.html").read_text("utf-8")


def test_with_a_highest_age_a_run_on_older_lists_is_refused(stale: Program) -> None:
    ran = stale("monitor", "run", "--max-age", "3")
    assert (ran.status, ran.out) == (1, "")
    assert "--max-age" in ran.err


def test_the_queue_of_alerts_says_what_is_wrong_with_the_lists(stale: Program) -> None:
    for arguments in (("alerts",), ("alerts", "--format", "table"), ("alerts", "export", "a.csv")):
        ran = stale(*arguments)
        assert "WARNING: 2 lists are stale" in ran.err
        assert "un_sc is missing" in ran.err


@pytest.mark.parametrize(
    ("filter_", "words"),
    [
        (("--lists", "us_ofac_sdm"), "'us_ofac_sdn'"),
        (("--entity", "eu_fsff:1"), "'eu_fsf'"),
        (("--counterparty", "C99"), "never monitored"),
    ],
)
def test_a_slip_in_a_filter_is_no_empty_queue(
    stale: Program, filter_: tuple[str, str], words: str
) -> None:
    ran = stale("alerts", *filter_)
    assert (ran.status, ran.out) == (2, "")
    assert words in ran.err


def test_a_register_of_one_row_does_not_empty_the_monitoring(stale: Program) -> None:
    (stale.folder / "one.csv").write_text("id,name\nC1,Mahan Air\n", "utf-8")
    ran = stale("monitor", "import", "one.csv", "--complete")
    assert (ran.status, ran.out) == (1, "")
    assert "1 of 2 monitored counterparties are not in it" in ran.err
    assert len(stale("monitor", "list").answers) == 2
    ran = stale("monitor", "import", "one.csv", "--complete", "--allow-shrunk")
    assert (ran.status, ran.answers[0]["removed"]) == (0, 1)

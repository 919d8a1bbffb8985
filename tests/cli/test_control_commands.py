"""The control of the alert work from the command line: figures, calendar."""

import csv
import io
import shutil
from pathlib import Path

import pytest
from program import Program

pytest_plugins = ["program_fixtures"]


@pytest.fixture
def desk(sample_home: Path, tmp_path: Path) -> Program:
    """The program on a home of its own, with a customer that was screened."""
    home, folder = tmp_path / "home", tmp_path / "work"
    shutil.copytree(sample_home, home)
    folder.mkdir()
    (folder / "crm.csv").write_text("id,name\nC-1,Mahan Air\nC-2,Blue Lantern\n", "utf-8")
    program = Program(home, folder)
    assert program("monitor", "import", "crm.csv").status == 0
    assert program("monitor", "run").status == 3
    return program


def test_the_work_is_counted_in_every_form(desk: Program) -> None:
    (first, *_) = desk("alerts").answers
    assert desk("decide", first["alert"], "--as", "true-match", "--reason", "it is").status == 0
    (found,) = desk("figures").answers
    assert found["weeks"][-1]["closed"] == 1
    table = desk("figures", "--format", "table")
    assert (table.status, "1 alert decided" in table.out) == (0, True)
    rows = list(csv.DictReader(io.StringIO(desk("figures", "--format", "csv").out)))
    assert {"figure": "overdue_alerts", "of": "after 7 days", "value": "0"} in rows
    wrong = desk("figures", "--since", "then")
    assert (wrong.status, "'then' is not a day" in wrong.err) == (2, True)

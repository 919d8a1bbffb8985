"""The control of the alert work from the command line: figures, calendar."""

import csv
import io
import shutil
from pathlib import Path

import pytest
from program import Program
from support.web_receiver import web

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


def test_the_calendar_says_and_exports_what_is_missing(desk: Program) -> None:
    day = desk("monitor", "calendar").answers[-1]
    assert (day["state"], day["monitored"], day["screened"]) == ("screened", 2, 2)
    assert [run["screening"] for run in day["runs"]] == ["S1"]
    table = desk("monitor", "calendar", "--format", "table")
    assert (table.status, "none is missing" in table.out) == (0, True)

    (desk.folder / "crm.csv").write_text("id,name\nC-3,Wuhan Gaoxin\n", "utf-8")
    assert desk("monitor", "import", "crm.csv").status == 0
    written = desk("monitor", "calendar", "--output", "november.csv", "--author", "ann")
    assert (written.status, "november.csv: written, SHA-256" in written.err) == (1, True)
    (told,) = desk("audit", "list", "--of", "calendar").answers
    assert told["data"]["sha256"] in written.err
    assert desk("monitor", "calendar", "--output", "x.pdf").status == 2
    assert desk("monitor", "calendar", "--output", "x.csv", "--format", "csv").status == 2
    assert desk("monitor", "calendar", "--from", "2026-11-02", "--to", "2026-11-01").status == 2


def test_who_cannot_be_told_holds_up_no_screening(desk: Program) -> None:
    with web(200) as server:
        assert desk("monitor", "run", "--webhook", server.address).status == 0
        assert server.bodies == []
    (desk.folder / "more.csv").write_text("id,name\nC-3,Kalashnikov Concern\n", "utf-8")
    assert desk("monitor", "import", "more.csv").status == 0
    with web(400, 400, 200) as server:
        told = desk("monitor", "run", "--webhook", server.address)
        assert (told.status, "it answered 400" in told.err) == (1, True)
        assert len(told.answers) == 1
        assert desk("monitor", "run", "--webhook", server.address).status == 0
    assert server.bodies[-1]["event"] == "cases.opened"
    assert "Kalashnikov" not in str(server.bodies)


def test_a_profile_is_set_shown_and_screened_by_on_the_command_line(desk: Program) -> None:
    made = desk(
        "profiles", "set", "payments", "--without", "weak-names,birth-dates", "--kind", "vessel",
        "--reason", "speed",
    )  # fmt: skip
    assert (made.status, "payments@1 is in force" in made.err) == (0, True)
    (kept,) = desk("profiles", "show", "payments").answers
    assert (kept["leaves_out"], kept["kinds"]) == (["weak_names", "birth_dates"], ["vessel"])
    found = desk("match", "Mahan Air", "--profile", "payments")
    assert "profile payments, version 1: leaves out weak names, birth dates" in found.err
    assert (found.status, found.answers[0]["settings"]["profile"]) == (0, "payments@1")
    both = desk("match", "Mahan Air", "--profile", "payments", "--threshold", "0.5")
    assert (both.status, "Leave these out" in both.err) == (2, True)
    assert desk("profiles", "set", "payments", "--without", "feet", "--reason", "x").status == 2

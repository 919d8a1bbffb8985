"""Monitoring and deciding from end to end, as people do it."""

import json
import shutil
from pathlib import Path

import pytest
from program import Program
from python_calamine import CalamineWorkbook

pytest_plugins = ["program_fixtures"]
REGISTER = """id,name,country,kind
C-1,Mahan Air,IR,organization
C-2,Blue Lantern Logistics,DE,organization
C-3,Wuhan Gaoxin Technology,CN,organization
"""


@pytest.fixture
def desk(sample_home: Path, tmp_path: Path) -> Program:
    """The program on a home of its own, with three counterparties in a file."""
    home, folder = tmp_path / "home", tmp_path / "work"
    shutil.copytree(sample_home, home)
    folder.mkdir()
    (folder / "crm.csv").write_text(REGISTER, "utf-8")
    return Program(home, folder)


def test_a_day_at_the_desk(desk: Program) -> None:
    imported = desk("monitor", "import", "crm.csv", "--author", "ann")
    assert (imported.status, imported.answers[0]["added"]) == (0, 3)
    assert len(desk("monitor", "list").answers) == 3

    ran = desk("monitor", "run", "--author", "ann")
    assert ran.status == 3
    opened = ran.answers[0]["opened"]
    assert opened >= 4
    assert (desk("monitor", "run").status, len(desk("alerts").answers)) == (0, opened)

    alert = desk("alerts", "--counterparty", "C-1").answers[0]
    name = alert["alert"]
    assert desk("alerts", "assign", name, "--to", "bob", "--author", "ann").status == 0
    assert [one["alert"] for one in desk("alerts", "--assignee", "bob").answers] == [name]
    said = ("--reason", "the airline", "--author", "bob")
    assert desk("decide", name, "--as", "true-match", *said).answers[0]["state"] == "true_match"
    again = desk("decide", name, "--as", "false-positive", *said)
    assert again.status == 1
    assert "already decided" in again.err
    assert desk("alerts", "comment", name, "--text", "asked the branch").status == 0
    (shown,) = desk("alerts", "show", name).answers
    assert [step["action"] for step in shown["dispositions"]] == ["assign", "decide", "comment"]
    assert desk("alerts", "reopen", name, "--reason", "new facts").status == 0

    assert desk("audit", "verify").status == 0
    assert len(desk("audit", "list", "--of", name).answers) == 4
    assert desk("replay", "S1").status == 0
    assert desk("monitor", "remove", "C-1").status == 0
    assert desk("monitor", "remove", "C-1").status == 2


def test_rows_that_are_no_counterparties_are_named_and_nobody_is_removed(desk: Program) -> None:
    assert desk("monitor", "import", "crm.csv").status == 0
    (desk.folder / "bad.csv").write_text("id,name\nC-1,Mahan Air\n,Nobody\nC-9,\n", "utf-8")
    ran = desk("monitor", "import", "bad.csv", "--complete")
    assert ran.status == 1
    assert ran.err.count("is NOT monitored") == 2
    assert "nobody was removed" in ran.err
    assert len(desk("monitor", "list").answers) == 3


def test_good_guys_and_rules(desk: Program) -> None:
    desk("monitor", "import", "crm.csv")
    entity = desk("match", "Mahan Air").answers[0]["hits"][0]["entity_id"]
    assert desk("good-guys", "add", "Mahan Air", entity, "--reason", "ours").status == 0
    assert desk("good-guys", "add", "Mahan Air", "eu_fsf:x", "--reason", "ours").status == 2
    assert len(desk("good-guys", "list").answers) == 1
    assert desk("monitor", "run").answers[0]["good_guys"] == 1
    assert desk("good-guys", "remove", "1", "--reason", "wrong").status == 0
    ran = desk("alerts", "rules", "--false-positive-days", "365", "--audit-names", "on")
    assert ran.out == (
        "four-eyes off\nfalse-positive-days 365\naudit-names on\ndue-days 7\nsoon-days 3\n"
        "inbox none\n"
    )


def test_alerts_and_the_log_leave_as_files(desk: Program) -> None:
    desk("monitor", "import", "crm.csv")
    desk("monitor", "run")
    for name in ("a.csv", "a.json", "a.xlsx"):
        assert desk("alerts", "--state", "all", "export", name).status == 0
    listed = json.loads((desk.folder / "a.json").read_text("utf-8"))
    assert len((desk.folder / "a.csv").read_text("utf-8").splitlines()) == len(listed) + 1
    sheet = CalamineWorkbook.from_path(desk.folder / "a.xlsx").get_sheet_by_index(0)
    assert [row[0] for row in sheet.to_python()][1:] == [one["alert"] for one in listed]
    assert desk("alerts", "export", "a.doc").status == 2
    assert desk("audit", "export", "log.jsonl").status == 0
    assert len((desk.folder / "log.jsonl").read_text("utf-8").splitlines()) == 2


def test_what_is_recorded_is_replayed_and_reported(desk: Program) -> None:
    ran = desk("match", "Mahan Air", "Blue Lantern", "--record")
    assert (ran.status, ran.err) == (3, "kept as S1\n")
    (desk.folder / "letter.txt").write_text("We fly with Mahan Air.", "utf-8")
    assert "kept as S2" in desk("screen", "letter.txt", "--record").err
    for name in ("S1", "S2"):
        assert desk("replay", name).status == 0
        for form in ("html", "xlsx", "json"):
            assert desk("report", name, "--format", form).status == 0
    kept = json.loads((desk.folder / "S1.json").read_text("utf-8"))
    assert [one["name"] for one in kept["input"]] == ["Mahan Air", "Blue Lantern"]
    page = (desk.folder / "S2.html").read_text("utf-8")
    assert "letter.txt" in page
    assert desk("report", "S9").status == 2
    assert desk("report", "X9").status == 2


def test_an_option_s_old_name_still_works_and_says_its_new_one(desk: Program) -> None:
    desk("match", "Mahan Air", "--record")
    old = desk("report", "S1", "--out", "old.json")
    assert old.status == 0
    assert "--out is now called --output" in old.err
    new = desk("report", "S1", "--output", "new.json")
    assert "is now called" not in new.err
    assert (desk.folder / "old.json").read_bytes() == (desk.folder / "new.json").read_bytes()
    listed = desk("alerts", "--state", "all", "--most", "1", "--format", "jsonl")
    assert "--most is now called --limit" in listed.err
    limited = desk("alerts", "--state", "all", "--limit", "1", "--format", "jsonl")
    assert (limited.status, limited.out) == (listed.status, listed.out)
    assert "--most" not in desk("alerts", "--help").out

"""What a person meets who mistypes, has little room, or asks for less than there is."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from program import Program

pytest_plugins = ["program_fixtures"]


def test_help_offers_only_forms_that_the_command_has(run: Program) -> None:
    assert "[table|json|jsonl|csv]" in run("match", "--help").out
    assert "[table|json|jsonl|csv|html]" in " ".join(run("diff", "--help").out.split())


def test_one_edition_is_nothing_to_compare_and_no_mistake(run: Program) -> None:
    done = run("diff")
    assert (done.status, done.out) == (0, "")
    assert "no other edition was in use before" in done.err


def test_a_shell_can_complete_the_commands(tmp_path: Path) -> None:
    start = "import sys; sys.argv = ['namewarden']; from cli import main; main()"
    asks = {
        "_NAMEWARDEN_COMPLETE": "complete_bash", "COMP_WORDS": "namewarden mo", "COMP_CWORD": "1",
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", start], env={**os.environ, **asks}, capture_output=True, text=True,
        cwd=Path(__file__).parents[2], check=False,
    )  # fmt: skip
    assert done.stdout.split() == ["monitor"]


@pytest.fixture
def alerted(sample_home: Path, tmp_path: Path) -> Program:
    import shutil

    shutil.copytree(sample_home, tmp_path / "home")
    rows = "id,name\nC-1,Mahan Air\nC-2,Wuhan Gaoxin Technology\n"
    (tmp_path / "crm.csv").write_text(rows, "utf-8")
    program = Program(tmp_path / "home", tmp_path)
    assert program("monitor", "import", "crm.csv").status == 0
    assert program("monitor", "run").status == 3
    return program


def test_a_limit_says_how_many_it_leaves_out(alerted: Program) -> None:
    every = len(alerted("alerts").answers)
    cut = alerted("alerts", "--limit", "1")
    assert (len(cut.answers), f"1 of {every} alerts are shown" in cut.err) == (1, True)
    assert "are shown" not in alerted("alerts", "--limit", str(every)).err


def test_ids_and_headings_stay_whole_in_a_narrow_terminal(alerted: Program) -> None:
    shown = alerted("alerts", "--format", "table", COLUMNS="66").out
    head, *rows = shown.splitlines()
    for title in ("alert", "state", "score", "counterparty", "listed entry", "opened", "for"):
        assert title in head
    assert any(row.startswith("A1 ") for row in rows)
    entries = {each["entity_id"] for each in alerted("alerts").answers}
    lines = alerted("alerts", "--format", "table", COLUMNS="44").out.split()
    assert entries <= set(lines)

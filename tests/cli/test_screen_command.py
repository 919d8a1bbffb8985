"""``screen`` as its users run it: on files of every kind, into pages and workbooks, killed and gone
on with.
"""

import io
import shutil
import subprocess
import time
from pathlib import Path

import pytest
from program import Program
from python_calamine import CalamineWorkbook

pytest_plugins = ["program_fixtures"]

DOCUMENTS = Path(__file__).parents[1] / "data" / "documents"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "in"
    path.mkdir()
    for name in ("letter.pdf", "deal.zip", "locked.pdf"):
        shutil.copy(DOCUMENTS / name, path)
    (path / "a.txt").write_text(
        "Two hundred drones were ordered from Kontsern Kalashnikov in March."
    )
    return path


def test_a_page_of_a_folder_has_marks_pictures_and_what_was_not_read(
    run: Program, folder: Path
) -> None:
    ran = run("screen", "in", "--format", "html", "--names")
    assert ran.status == 3
    assert ran.out.startswith("<!DOCTYPE html>")
    assert 'class="mark match"' in ran.out
    assert "The listed entry" in ran.out
    assert "in/deal.zip!/mail.eml!/letter.docx" in ran.out
    assert "it needs a password" in ran.out
    assert "Blue Lantern Logistics" in ran.out
    assert "locked.pdf: not screened" in ran.err


def test_a_workbook_goes_to_a_pipe(run: Program, folder: Path) -> None:
    done = subprocess.run(
        run.command("screen", "in", "--format", "xlsx"),
        capture_output=True,
        cwd=folder.parent,
        env=run.environment,
        check=False,
    )
    assert done.returncode == 3
    rows = CalamineWorkbook.from_filelike(io.BytesIO(done.stdout)).get_sheet_by_index(0).to_python()
    assert rows[0][:3] == ["document", "status", "reason"]
    assert {row[0] for row in rows[1:]} >= {"in/a.txt", "in/deal.zip", "in/locked.pdf"}


@pytest.mark.parametrize("form", ["html", "xlsx", "table", "json"])
def test_only_forms_that_can_be_added_to_are_resumed(run: Program, folder: Path, form: str) -> None:
    ran = run("screen", "in", "--resume", "out", "--format", form)
    assert ran.status == 2
    assert "--resume writes jsonl or csv" in ran.err
    assert not (folder.parent / "out").exists()


def test_answers_that_are_written_into_the_folder_are_not_screened_themselves(
    run: Program, folder: Path
) -> None:
    assert run("screen", "in", "--resume", "in/out.jsonl").status == 3
    made = (folder / "out.jsonl").read_text("utf-8")
    again = run("screen", "in", "--resume", "in/out.jsonl")
    assert again.status == 3
    assert (folder / "out.jsonl").read_text("utf-8") == made
    # Somebody else's answers there are files like any other.
    assert '"document": "in/out.jsonl"' in run("screen", "in").out


def test_a_run_that_was_killed_is_gone_on_with(run: Program, folder: Path, tmp_path: Path) -> None:
    for number in range(12):
        shutil.copy(DOCUMENTS / "letter.docx", folder / f"letter{number:02}.docx")
    out = tmp_path / "out.jsonl"
    for _ in range(2):
        process = subprocess.Popen(
            run.command("screen", "in", "--resume", "out.jsonl"),
            cwd=tmp_path,
            env=run.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        before = out.stat().st_size if out.exists() else 0
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and process.poll() is None:
            if out.exists() and out.stat().st_size > before:
                break
            time.sleep(0.01)
        process.kill()
        process.wait()
    assert run("screen", "in", "--resume", "out.jsonl").status == 3
    assert out.read_text(encoding="utf-8") == run("screen", "in").out

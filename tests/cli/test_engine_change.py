"""Another engine answers by itself: nothing that an earlier one left is taken for its own."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytest_plugins = ["program_fixtures"]

SOURCE = Path(__file__).parents[2]
PACKAGES = [
    "commands",
    "documents",
    "lists",
    "matcher",
    "records",
    "scale",
    "screening",
    "service",
    "store",
]
CUSTOMERS = "id;name\nC-1;Kalashnikov Concern\nC-2;Blue Lantern Bakery\n"


class Copy:
    """A copy of the program, which a test may change."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder, self.home = folder, home
        for name in PACKAGES:
            leave = shutil.ignore_patterns("__pycache__")
            shutil.copytree(SOURCE / name, folder / name, ignore=leave)
        shutil.copy(SOURCE / "cli.py", folder)

    def __call__(self, *arguments: str) -> list[dict[str, Any]]:
        done = subprocess.run(
            [sys.executable, "-m", "cli", *arguments, "--format", "jsonl"],
            capture_output=True,
            cwd=self.folder,
            env={
                **os.environ,
                "NAMEWARDEN_HOME": str(self.home),
                "PYTHONPATH": str(self.folder),
                "PYTHONDONTWRITEBYTECODE": "1",
            },
            timeout=120,
            check=False,
        )
        assert done.returncode in {0, 3}, done.stderr.decode()
        return [json.loads(line) for line in done.stdout.decode().splitlines()]

    @property
    def indexes(self) -> set[str]:
        folders = (self.home / "index").iterdir()
        return {path.name for path in folders if "-" not in path.name}

    def takes_over_words(self) -> None:
        """Have the words of languages: no weight changes them, and they take long to collect."""
        asked = "from matcher.identity import engine_fingerprint; print(engine_fingerprint()[:24])"
        command = [sys.executable, "-c", asked]
        done = subprocess.run(command, capture_output=True, cwd=self.folder, text=True, check=True)
        for name in ("language", "everyday", "common"):
            (kept,) = (self.home / "index").glob(f"{name}-*")
            shutil.copytree(kept, kept.with_name(f"{name}-{done.stdout.strip()}"))


@pytest.fixture
def program(sample_home: Path, tmp_path: Path) -> Copy:
    shutil.copytree(sample_home, tmp_path / "home")
    (tmp_path / "source").mkdir()
    return Copy(tmp_path / "source", tmp_path / "home")


def test_other_weights_are_another_engine_to_monitoring_index_and_answers(program: Copy) -> None:
    (program.folder / "crm.csv").write_text(CUSTOMERS, encoding="utf-8")
    program("monitor", "import", "crm.csv", "--author", "ann")
    program("monitor", "run", "--author", "ann")
    (again,) = program("monitor", "run", "--author", "ann")
    assert (again["full"], again["screened"]) == (False, 0)
    (before,) = program("match", "Kalashnikov Concern")
    indexes = program.indexes

    score = program.folder / "matcher" / "data" / "score.json"
    model = json.loads(score.read_text(encoding="utf-8"))
    model["listed"]["intercept"] -= 1.0
    score.write_text(json.dumps(model), encoding="utf-8")
    program.takes_over_words()

    (changed,) = program("monitor", "run", "--author", "ann")
    assert (changed["full"], changed["why_full"]) == (True, "the program changed")
    assert changed["screened"] == changed["counterparties"] == 2
    assert program.indexes - indexes
    (after,) = program("match", "Kalashnikov Concern")
    assert after["hits"][0]["score"] < before["hits"][0]["score"]
    assert after["engine"] != before["engine"]
    (settled,) = program("monitor", "run", "--author", "ann")
    assert settled["full"] is False

"""What a line without options is read without, and that options are checked all the same."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

AFTER_IT = """
import atexit, sys
from cli import main
atexit.register(lambda: print('checked' if 'pydantic' in sys.modules else 'unchecked'))
main()
"""


def _ran(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", AFTER_IT, *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NAMEWARDEN_HOME": str(home)},
    )


def test_names_alone_are_read_without_what_checks_options(tmp_path: Path) -> None:
    ran = _ran(tmp_path, "match", "Bank Melli", "Rosneft")
    assert ran.stdout == "unchecked\n"
    assert "no list was loaded" in ran.stderr, "the command was run"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["match", "Bank Melli", "--threshold", "3"], "--threshold"),
        (["match", "--limit", "many", "Bank Melli"], "--limit"),
        (["match", "Bank Melli", "--format", "paper"], "--format"),
        (["match", "Bank Melli", "--nosuch"], "--nosuch"),
        (["--nosuch", "match", "Bank Melli"], "--nosuch"),
        (["nosuch", "Bank Melli"], "nosuch"),
    ],
)
def test_options_are_checked_wherever_they_stand(
    tmp_path: Path, line: list[str], said: str
) -> None:
    ran = _ran(tmp_path, *line)
    assert ran.returncode == 2
    assert said in ran.stderr


def test_help_names_every_option_and_argument(tmp_path: Path) -> None:
    assert "--version" in _ran(tmp_path, "--help").stdout
    asked = _ran(tmp_path, "match", "Bank Melli", "--help").stdout
    assert "[NAME]..." in asked
    assert "--threshold" in asked

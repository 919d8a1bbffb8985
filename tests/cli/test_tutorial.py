"""docs/tutorial.md does what it shows, from an empty home to a decided case."""

import re
import shlex
import sys
from pathlib import Path

import pytest
from program import Program

from store import Home

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "tutorial.md").read_text("utf-8")
FILES = dict(
    re.findall(r"^Save this as `([\w.]+)`:\n\n```\w+\n(.*?)```", PAGE, re.MULTILINE | re.DOTALL)
)
SHOWN = re.findall(r"^\$ namewarden (.*)\n((?:(?!\$ |```).*\n)*)", PAGE, re.MULTILINE)
IN_WORDS = {"batch", "report", "audit verify"}
"""Commands that print for people wherever they print."""


@pytest.mark.skipif(sys.platform == "win32", reason="a link to the checkout")
def test_the_tutorial_does_what_it_shows(quick_home: Home, tmp_path: Path) -> None:
    folder = tmp_path / "work"
    folder.mkdir()
    (folder / "namewarden").symlink_to(ROOT)
    for name, text in FILES.items():
        (folder / name).write_text(text, "utf-8")
    assert set(FILES) == {"letter.txt", "customers.csv"}
    run = Program(quick_home.path, folder)
    for command, shown in SHOWN:
        words = shlex.split(command)
        plain = words[0] in IN_WORDS or " ".join(words[:2]) in IN_WORDS
        ran = run(*words, *(() if plain else ("--format", "table")))
        assert ran.status in (0, 3), ran.err
        said = _plain(ran.out + ran.err)
        for line in shown.splitlines():
            for part in line.split("…"):
                assert _plain(part) in said, (command, part)
    assert len(SHOWN) > 12


def _plain(text: str) -> str:
    """Without the blanks that lay it out."""
    return " ".join(text.split())

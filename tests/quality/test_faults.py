"""Whatever breaks, the answers are those of before, those of after, or a line says that there is
none: the short form of ``bench/faults.py``, whose table is docs/reliability.md.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from store import Home

TOP = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the faults are of Linux")


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory, excerpts_home: Home) -> Path:
    """Where the first lays the ground for all; it need not collect the words of languages."""
    folder = tmp_path_factory.mktemp("faults") / "ground"
    for words in ("language-*", "everyday-*", "common-*"):
        for kept in excerpts_home.index.glob(words):
            shutil.copytree(kept, folder / "home" / "index" / kept.name)
    return folder


@pytest.mark.parametrize(
    ("only", "commands"),
    [
        ("kills", "update,monitor run,ownership import"),
        ("sizes", "update,decide,batch"),
        ("writers", "decide,monitor import"),
        ("servers", "ends in the middle,never ends,sends an old body under a new tag"),
    ],
)
def test_no_fault_gives_another_answer_or_leaves_half_of_one(
    ground: Path, only: str, commands: str
) -> None:
    command = [sys.executable, str(TOP / "bench" / "faults.py"), "--tries", "1", "--seed", "7"]
    command += ["--ground", str(ground)]
    done = subprocess.run(
        [*command, "--only", only, "--commands", commands],
        capture_output=True, text=True, timeout=900, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_page_of_faults_has_none_that_came_to_something_else() -> None:
    page = (TOP / "docs" / "reliability.md").read_text("utf-8")
    rows = [line.split("|")[1:-1] for line in page.splitlines() if line.startswith("| ")][2:]
    assert len(rows) > 20
    assert not [row for row in rows if row[-1].strip()]

"""docs/how-to/ownership.md shows what the program does."""

import re
import shlex
import shutil
from pathlib import Path

from program import Program

pytest_plugins = ["program_fixtures"]
PAGE = (Path(__file__).parents[2] / "docs" / "how-to" / "ownership.md").read_text("utf-8")
FILES = dict(re.findall(r"Save (?:them|this) as `([\w.-]+)`:\n\n```csv\n(.*?)```", PAGE, re.DOTALL))
COMMANDS = re.findall(r"^namewarden (.*)$", PAGE, re.MULTILINE)


def test_the_worked_example_does_what_the_page_says(sample_home: Path, tmp_path: Path) -> None:
    home, folder = tmp_path / "home", tmp_path / "work"
    shutil.copytree(sample_home, home)
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    run = Program(home, folder)
    shown = []
    for command in COMMANDS:
        words = shlex.split(command)
        says = words[1] in {"confirm", "reject"}
        ran = run(*words, *(() if says else ("--format", "table")))
        shown.append((" ".join(words[:2]), ran.status, ran.out))
    statuses = [(called, status) for called, status, _ in shown]
    assert statuses == [
        ("ownership import", 0),
        ("ownership list", 0),
        ("ownership show", 3),
        ("ownership confirm", 0),
        ("ownership confirm", 0),
        ("ownership show", 3),
        ("match Gamma Logistik AG", 3),
        ("ownership import", 0),
        ("ownership diff", 0),
        ("ownership show", 0),
    ]
    shows = [out for called, _, out in shown if called == "ownership show"]
    for out, outcome in zip(
        shows, ("possible", "reached", "not reached on this data"), strict=True
    ):
        assert f"OFAC: 50 Percent Rule  {outcome}" in out
    assert "= 55 % of Beta Handels GmbH" in shows[1]
    assert "30 % → 10 %" in shown[8][2]
    assert "2 listed owners" in shown[6][2]


def test_monitoring_alerts_whom_listed_parties_own(sample_home: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    shutil.copytree(sample_home, home)
    run = Program(home, tmp_path)
    (tmp_path / "register.csv").write_text("id,name\nK-2,Gamma Logistik AG\n", encoding="utf-8")
    (tmp_path / "owners.csv").write_text(FILES["owners.csv"], encoding="utf-8")
    assert run("monitor", "import", "register.csv").status == 0
    before = run("monitor", "run")
    assert (before.status, before.answers[0]["opened"]) == (0, 0)
    assert run("ownership", "import", "owners.csv").status == 0
    after = run("monitor", "run")
    assert (after.status, after.answers[0]["opened"]) == (3, 2)

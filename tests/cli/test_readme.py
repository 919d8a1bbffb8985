"""What the README shows is what the program does."""

import re
import shlex
from pathlib import Path

import pytest
from program import Program

pytest_plugins = ["program_fixtures"]
README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
ENTRY = re.compile(r"(?:us_ofac_sdn|eu_fsf):\d+")
EXAMPLES = re.findall(
    r"^\$ namewarden ((?:match|screen|compare|show) (?:.*\\\n)*.*)\n((?:(?!\$ |```).*\n)*)",
    README,
    re.MULTILINE,
)


def test_the_readme_has_examples_of_the_main_commands() -> None:
    assert {command.split()[0] for command, _ in EXAMPLES} == {"match", "screen", "compare", "show"}


@pytest.mark.parametrize(("command", "shown"), EXAMPLES, ids=[c.split()[0] for c, _ in EXAMPLES])
def test_an_example_names_the_entries_that_the_program_finds(
    run: Program, tmp_path: Path, command: str, shown: str
) -> None:
    """With the sample lists; what the whole lists have beside is left out of account."""
    letter = re.search(r"\$ cat letter.txt\n(.*?)\$ ", README, re.DOTALL)
    assert letter is not None
    (tmp_path / "letter.txt").write_text(letter.group(1), encoding="utf-8")
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7")
    ran = run(*shlex.split(command.replace("\\\n", "")), "--format", "table")
    assert set(ENTRY.findall(ran.out)) == set(ENTRY.findall(shown) or ENTRY.findall(command))
    assert ran.status == (0 if command.startswith("show") else 3)
    for state in ("no match", "NOT SCREENED", " match", "review"):
        assert (state in ran.out) >= (state in shown and not command.startswith("show"))


def test_the_readme_has_one_line_that_ends_with_the_demo_and_one_with_the_tests() -> None:
    lines = [line for line in README.splitlines() if line.startswith("python3 -m venv .venv && ")]
    assert [line.split(" && ")[-1].split()[0] for line in lines] == [
        ".venv/bin/namewarden", ".venv/bin/pytest",
    ]  # fmt: skip


def test_every_link_leads_somewhere() -> None:
    links = re.findall(r"\]\((?!http)([^)#]+)\)", README)
    assert links
    assert not [link for link in links if not (Path(__file__).parents[2] / link).exists()]

"""What the documentation points to is there."""

import re
from pathlib import Path

import pytest
from typer.main import get_command

from cli import app

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
COMMANDS = set(getattr(get_command(app), "commands", {}))


def name(page: Path) -> str:
    return str(page.relative_to(ROOT))


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_link_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!http)([^)#]+)[^)]*\)", page.read_text("utf-8"))
    assert not [link for link in links if not (page.parent / link).exists()]


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_command_that_is_shown_exists(page: Path) -> None:
    shown = re.findall(r"^(?:\$ |.*&& )namewarden ([a-z-]+)", page.read_text("utf-8"), re.MULTILINE)
    assert not [each for each in shown if each not in COMMANDS and not each.startswith("-")]


@pytest.mark.parametrize("name", ["matching.md", "architecture.md", "how-to/add-a-language.md"])
def test_every_module_that_is_named_exists(name: str) -> None:
    modules = re.findall(r"`([\w/]+/\w+\.(?:py|tsv))`", (ROOT / "docs" / name).read_text("utf-8"))
    assert modules
    assert not [each for each in modules if not (ROOT / each).exists() and not _in_matcher(each)]


def _in_matcher(path: str) -> bool:
    """The pages name modules of matcher/ from there."""
    return (ROOT / "matcher" / path).exists()

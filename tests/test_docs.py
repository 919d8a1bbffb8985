"""What the documentation points to is there."""

import re
import shlex
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.main import get_command

from cli import app
from lists import SOURCES
from service.settings import PREFIX, ServiceSettings

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
WRONG_USAGE: type[Exception] = typer.BadParameter.__bases__[0]
"""Of the command-line library beneath Typer, which later versions carry inside."""
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


def lines_of(page: Path) -> list[list[str]]:
    """The words of every command line that a page shows in a block, ``namewarden`` left out."""
    text = page.read_text("utf-8")
    blocks = re.findall(r"(?ms)^ *```(?:sh|console|bash|shell)\n(.*?)^ *```", text)
    found = []
    for block in blocks:
        for line in block.replace("\\\n", " ").splitlines():
            for part in re.split(r" && |; | \| ", line.strip().removeprefix("$ ")):
                said = re.match(r"(?:[A-Z_]+=\S+ )*(?:\S*/)?namewarden( .*|$)", part.strip())
                if said:
                    words = shlex.split(said.group(1), comments=True)
                    found.append([word for word in words if not re.match(r"\d?[<>]", word)])
    return found


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_command_line_that_is_shown_is_one_that_the_program_takes(page: Path) -> None:
    """Read to its end by the program's own reader of command lines. The tests of the README, the
    tutorial and the how-tos run what they show.
    """
    assert not [words for words in lines_of(page) if not is_taken(words)]


def is_taken(words: list[str]) -> bool:
    command: Any = get_command(app)
    said = words
    while said and said[0] in getattr(command, "commands", {}):
        command, said = command.commands[said[0]], said[1:]
    if hasattr(command, "commands"):
        # A group by itself, or with an option of its own; a word here would be a command of it.
        return not said or said[0].startswith("-")
    try:
        command.make_context("namewarden", list(said))
    except typer.Exit:
        return True
    except WRONG_USAGE as error:
        # A file that is only in the example is not there.
        return "does not exist" in str(error)
    return True


def test_a_command_line_that_the_program_does_not_take_is_found() -> None:
    assert is_taken(["match", "Rosneft", "--threshold", "0.9"])
    assert not is_taken(["match", "Rosneft", "--treshold", "0.9"])
    assert not is_taken(["lists", "prunes"])
    assert not is_taken(["decide", "A1"])


BESIDE = (ROOT, ROOT / "matcher", ROOT / "screening", ROOT / "tests")
"""Where the pages name modules from."""


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_file_that_is_named_exists(page: Path) -> None:
    text = page.read_text("utf-8")
    named = re.findall(r"`(?:python )?(\w[\w/]*/\w+\.(?:py|tsv|json))[` :]", text)
    assert not [each for each in named if not any((folder / each).exists() for folder in BESIDE)]


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_a_constant_stands_in_the_module_that_a_page_says(page: Path) -> None:
    said = re.findall(r"((?:`\w+`(?:, | and )?)+) in `([\w/]+\.py)`", page.read_text("utf-8"))
    for names, module in said:
        code = next(folder / module for folder in BESIDE if (folder / module).exists())
        words = set(re.findall(r"\w+", code.read_text("utf-8")))
        assert not set(re.findall(r"\w+", names.replace(" and ", " "))) - words, module


def _settings() -> set[str]:
    code = [path for folder in CODE for path in sorted((ROOT / folder).rglob("*.py"))]
    named = re.findall(r"NAMEWARDEN_[A-Z_]+", "".join(path.read_text("utf-8") for path in code))
    return {
        *named,
        *(f"{PREFIX}{field.name.upper()}" for field in fields(ServiceSettings)),
        *(source.setting for source in SOURCES),
    }


CODE = ("commands", "lists", "screening", "service", "store")
SETTINGS = _settings()


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_setting_that_is_named_is_read(page: Path) -> None:
    named = set(re.findall(r"\bNAMEWARDEN_[A-Z_]*[A-Z]\b", page.read_text("utf-8")))
    # Of lists of one's own, which the reader names.
    assert not {each for each in named if not each.startswith("NAMEWARDEN_URL_CUSTOM")} - SETTINGS


def test_a_setting_that_nothing_reads_is_found() -> None:
    assert {"NAMEWARDEN_HOME", "NAMEWARDEN_SERVE_PORT", "NAMEWARDEN_URL_EU_FSF"} <= SETTINGS
    assert "NAMEWARDEN_SERVE_PROT" not in SETTINGS

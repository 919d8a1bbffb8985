"""docs/reference/cli.md tells of every command that there is, and of every option of each."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from cli import app

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "cli.md").read_text("utf-8")


def commands(command: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Each command with the words that call it: ``match``, ``lists prune``."""
    for word, each in getattr(command, "commands", {}).items():
        called = f"{name} {word}".strip()
        yield called, each
        yield from commands(each, called)


EVERY = dict(commands(get_command(app)))


def sections(called: str) -> str:
    """What the page says under the headings of a command, or of the group that it belongs to."""
    first = called.split()[0]
    parts = re.split(r"^## namewarden ", PAGE, flags=re.MULTILINE)[1:]
    return "\n".join(f"namewarden {part}" for part in parts if part.split()[0] == first)


def test_the_commands_come_from_the_program_itself() -> None:
    assert {"match", "serve", "access key", "lists verify"} <= EVERY.keys()


@pytest.mark.parametrize("called", EVERY)
def test_every_command_is_documented(called: str) -> None:
    said = sections(called)
    assert said
    if " " in called:
        last = called.split()[-1]
        assert re.search(rf"namewarden {called}\b|`{called}\b|\| {last}\b", said)


@pytest.mark.parametrize("called", EVERY)
def test_every_option_is_documented(called: str) -> None:
    options = {
        name
        for option in EVERY[called].params
        if option.param_type_name == "option" and not option.hidden
        for name in option.opts
        if name.startswith("--") and name != "--help"
    }
    said = sections(called)
    assert not {name for name in options if not re.search(rf"`[^`\n]*{name}\b", said)}

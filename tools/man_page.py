"""Write the man page from the command line's own help: python tools/man_page.py > namewarden.1"""

import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

EXITS = (
    ("0", "nothing found"),
    ("3", "hits to review"),
    ("1", "could not answer"),
    ("2", "wrong usage"),
    ("130", "stopped"),
    ("141", "the reader of the answer went away"),
)


def page() -> str:
    """The page in the macros of man(7)."""
    from typer.main import get_command

    from cli import app

    root: Any = get_command(app)
    told = version("namewarden")
    lines = [f'.TH NAMEWARDEN 1 "" "namewarden {told}"', ".SH NAME"]
    lines += ["namewarden \\- find names from the public sanctions lists, and say why"]
    lines += [".SH SYNOPSIS", ".B namewarden", ".I command", "[options] [arguments]"]
    lines += [".SH DESCRIPTION", _text(root.help or ""), ".SH COMMANDS"]
    for name, command in root.commands.items():
        lines += _command(name, command)
    lines += [".SH EXIT STATUS"]
    for number, meaning in EXITS:
        lines += [".TP", number, meaning]
    lines += [".SH ENVIRONMENT", ".TP", "NAMEWARDEN_HOME"]
    lines += ["Where lists, database and index are kept."]
    return "\n".join(lines) + "\n"


def _command(called: str, command: Any) -> Iterator[str]:
    below = getattr(command, "commands", {})
    if not below or getattr(command, "invoke_without_command", False):
        yield f".SS namewarden {called}"
        yield _text(command.help or "")
        for option in command.params:
            if not getattr(option, "hidden", False):
                yield ".TP"
                yield ".B " + _text(", ".join(_names(option)))
                yield _text(getattr(option, "help", None) or "")
    for name, each in below.items():
        yield from _command(f"{called} {name}", each)


def _names(option: Any) -> list[str]:
    if option.param_type_name == "option":
        return [*option.opts, *option.secondary_opts]
    return [option.name.upper()]


def _text(text: str) -> str:
    """Text as man(7) takes it: no line of it is a request, no hyphen a dash."""
    plain = " ".join(text.split()).replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{plain}" if plain[:1] in (".", "'") else plain


if __name__ == "__main__":
    sys.stdout.write(page())

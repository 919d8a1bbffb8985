"""Who acts, for the commands that keep what was done."""

import getpass
import os
from typing import Annotated

import typer

AUTHOR = "NAMEWARDEN_AUTHOR"
AuthorOption = Annotated[
    str | None,
    typer.Option("--author", metavar="NAME", help=f"Who does it. Default: {AUTHOR}, else you."),
]


def author_of(given: str | None = None) -> str:
    """Who acts: as said, else as the environment says, else who is logged in."""
    return given or os.environ.get(AUTHOR) or getpass.getuser()

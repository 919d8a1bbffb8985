"""Tables of the ways, and words that ordinary names and documents are made of."""

from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table of this folder: cells between tabs; lines that begin with # are none."""
    text = (files("screening.assess") / "data" / name).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(tuple(line.split("\t")) for line in lines)

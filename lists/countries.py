"""Names of countries, as publishers write them, to ISO 3166-1 alpha-2 codes.

A table and not a guess: a name that is not in it gives no code; the entry keeps it as published.
"""

from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "data" / "countries.tsv"


def country_code(name: str) -> str | None:
    """The code of a country in lower case, or None when the table does not have the name."""
    return _codes().get(" ".join(name.split()).casefold())


@cache
def _codes() -> dict[str, str]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {name.casefold(): code for code, name in rows}


def is_country_code(text: str) -> bool:
    """Whether the text is the code of a country in capitals, as publishers write codes."""
    return text.isupper() and text.lower() in _known_codes()


@cache
def _known_codes() -> frozenset[str]:
    return frozenset(_codes().values())

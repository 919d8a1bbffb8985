"""Names of countries, as publishers write them, to ISO 3166-1 alpha-2 codes.

A table and not a guess: a name that is not in it gives no code; the entry keeps it as published.
"""

import re
from functools import cache
from pathlib import Path

_NOW = re.compile(r".*\b(?:now|currently)\s+(.+?)\)?", re.IGNORECASE | re.DOTALL)
"""``Former USSR Currently Ukraine``, ``Moldovan SSR (now Republic of Moldova)``."""
_QUALIFIED = re.compile(
    r"(.+?)\s*(?:\([^()]*\b(?:previous\w*|former\w*|time of|as (?:of|at)|since|detained|locat\w+"
    r"|possible|resid\w+|domicile|ussr)\b[^()]*\)?|\bas (?:of|at)\b.*)",
    re.IGNORECASE | re.DOTALL,
)
"""``Iraq (previous address)``, ``Syrian Arab Republic as of September 2015``."""
TABLE = Path(__file__).parent / "data" / "countries.tsv"


def country_code(name: str) -> str | None:
    """The code of a country in lower case, or None when the table does not have the name.

    What publishers say of it behind it ("previous address", "as of June 2016") is passed over; of
    a country that is another today, the one of today counts.
    """
    plain = " ".join(name.replace("\u2019", "'").split()).casefold()
    for text in (plain, plain.strip(" .;,"), plain.rstrip(" .;,)")):
        if code := _codes().get(text):
            return code
    found = _NOW.fullmatch(plain) or _QUALIFIED.fullmatch(plain)
    return country_code(found[1]) if found else None


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


def country_name(code: str) -> str:
    """What people call a country in English; a code that is not known stays as it is."""
    return _english().get(code.lower(), code.upper())


@cache
def _english() -> dict[str, str]:
    table = TABLE.with_name("country_english.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return dict(rows)

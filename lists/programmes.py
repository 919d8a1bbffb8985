"""What publishers' codes for their programmes stand for, in a few words.

OFAC: "Program Tag Definitions for OFAC Sanctions Lists"; EU: the programmes of the consolidated
list; US CSL: the lists it is made of. A code that is not in the table stays as it was published.
"""

import re
from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "data" / "programmes.tsv"
_ORDER = re.compile(r"(?P<what>.+)-EO(?P<order>\d{5})")
_WORD = re.compile("[A-Z]{4,}")


def programme_words(source: str, code: str) -> str:
    """A programme of a list in words.

    Args:
        source: the list's name.
        code: as published: ``RUSSIA-EO14024``, ``TAQA-EUAQ``.
    """
    known = _words(source)
    if code in known:
        return known[code]
    if order := _ORDER.fullmatch(code):
        what = known.get(order["what"]) or _as_name(order["what"])
        return f"{what}, Executive Order {order['order']}"
    return _as_name(code) if source.startswith("us_ofac") else code


def _as_name(code: str) -> str:
    """A country in capitals as a name: ``SOUTH SUDAN``."""
    return code.title() if _WORD.match(code) and "-" not in code else code


@cache
def _words(source: str) -> dict[str, str]:
    rows = [
        line.split("\t")
        for line in TABLE.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    ]
    return {code: words for of, code, words in rows if source.startswith(of)}

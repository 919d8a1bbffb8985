"""Names made with *al-Din* in Latin letters, whose article is written apart, joined or assimilated:
*Nur El Dine*, *Nureddine*, *Nooruddin*. Each is read in the other way, too.
"""

import re

# The article before d is mostly written as it is spoken.
_JOINED = re.compile(
    r"(?<![^\W\d_])([A-Za-z]{2,})([aeiou]d?)(d(?:i|ee|ey)ne?)(?![^\W\d_])", re.IGNORECASE
)
_APART = re.compile(
    r"(?<![^\W\d_])([A-Za-z]{2,})[ -](?:[aeu][ld]|ud|ed)[ -]?(d(?:i|ee|ey)ne?)(?![^\W\d_])",
    re.IGNORECASE,
)
Respelling = tuple[int, int, str]
"""A stretch of a text, by its code points, and what is written for it."""


def may_be_of_faith(lowered: str) -> bool:
    """Whether a text in small letters may have such a name: a quick look."""
    return "din" in lowered or "deen" in lowered


def of_faith(text: str) -> list[list[Respelling]]:
    """The ways to write a text that has such names: in one, the article apart, in the other, all
    joined; none where it has no such name.
    """
    apart = [
        (met.start(2), met.end(), f" el {met[3]}")
        for met in _JOINED.finditer(text)
        if met[2].lower().endswith("d")
    ]
    joined = [(met.end(1), met.start(2), "ed") for met in _APART.finditer(text)]
    return [found for found in (apart, joined) if found]

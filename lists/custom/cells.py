"""Several texts in one cell of a team's own table: on lines of their own, behind bullets."""

import re
import unicodedata
from itertools import groupby

from lists.texts import one_line

_BULLET = re.compile(r"\s*(?:[•●○◦▪▫■□‣⁃∙·・*–—-]|\(?(?:\d{1,2}|[a-z])\)|\d{1,2}\.)\s*(?=\S)")
_INLINE = re.compile(r"\s*[•●◦▪▫■‣⁃]\s*")
"""Signs that are bullets wherever they stand; others are only at the beginning of a line."""
_SIGNS = tuple("•●○◦▪▫■□‣⁃∙・")
"""Bullets that are nothing else, so that one alone is one, too."""
_GOES_ON = re.compile(r"(?:[,&/-]|\b(?:and|of|the|for|und|et|de|y|e|и))$", re.IGNORECASE)
_BRACKET = re.compile(r"[(（]((?:[^()（）]|[(（][^()（）]*[)）])+)[)）]")


def lines_of(text: str) -> str:
    """The text with one space between words, and one line end where there were several."""
    return "\n".join(filter(None, map(one_line, text.splitlines())))


def items(text: str) -> list[str]:
    """The texts that stand on lines of their own; behind bullets a text may go on in the next line.

    A line goes on with the one before that ends with a comma or "and", or when it begins small.
    """
    lines = [part for line in text.splitlines() for part in _INLINE.sub("\n• ", line).splitlines()]
    lines = list(filter(None, map(str.strip, lines)))
    marked = len(lines) > 1 and any(_BULLET.match(line) for line in lines[1:])
    found: list[str] = []
    for line in lines:
        bullet = _BULLET.match(line) if marked or line.startswith(_SIGNS) else None
        if (
            found
            and not bullet
            and ((marked and not _BRACKET.fullmatch(line)) or _is_rest(found[-1], line))
        ):
            found[-1] = f"{found[-1]} {line}"
        else:
            found.append(line[bullet.end() :] if bullet else line)
    return [text for line in found if (text := one_line(_without_bracket(line)))]


def name_items(text: str) -> list[str]:
    """The names of a cell. Lines without bullets in the same letters may also be one name that was
    broken: it comes last, whole, so that neither reading is missed.
    """
    found = items(text)
    if any(_BULLET.match(line) for line in text.splitlines()):
        return found
    runs = [list(lines) for _, lines in groupby(found, key=_script)]
    return [*found, *(" ".join(lines) for lines in runs if len(lines) > 1)]


def _is_rest(before: str, line: str) -> bool:
    return line[:1].islower() or bool(_GOES_ON.search(before))


def _without_bracket(line: str) -> str:
    found = _BRACKET.fullmatch(line)
    return found[1] if found else line


def _script(text: str) -> str:
    letter = next((letter for letter in text if letter.isalpha()), None)
    return unicodedata.name(letter, "").partition(" ")[0] if letter else ""

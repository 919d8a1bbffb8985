"""The text of a page as pdfium gives it, and as we read it.

pdfium marks a hyphen at the end of a line by U+0002 or U+FFFE and swallows the line end.
"""

import re
from collections.abc import Sequence
from itertools import accumulate, compress, repeat
from operator import add, sub
from typing import NamedTuple

_LINE_END = re.compile("[\x02\ufffe](?:\r?\n)?|\u2010\r?\n|\r\n?|[\x00\u00ad]")
# The same where the two signs of a line end are one already.
_REST = re.compile("[\x02\ufffe]\n?|\u2010\n|[\r\x00\u00ad]")
_HYPHENS_AND_NOTHING = "\x02\ufffe\u2010\x00\u00ad"
_HYPHENS = "\x02\ufffe\u2010"


def clean(text: str) -> str:
    """What pdfium gives as it reads: ``-`` and a line feed for a hyphen at the end of a line."""
    has_more = any(sign in text for sign in _HYPHENS_AND_NOTHING)
    text = text.replace("\r\n", "\n")
    return _REST.sub(_replacement, text) if has_more else text.replace("\r", "\n")


def _replacement(found: re.Match[str]) -> str:
    if found[0][0] in _HYPHENS:
        return "-\n"
    return "\n" if found[0][0] == "\r" else ""


def origins(text: str) -> list[int]:
    """For each character of ``clean(text)`` where it stands in ``text``, and last the length."""
    places: list[int] = []
    at = 0
    for found in _LINE_END.finditer(text):
        places += [*range(at, found.start()), *[found.start()] * len(_replacement(found))]
        at = found.end()
    return [*places, *range(at, len(text) + 1)]


class Words(NamedTuple):
    """The words of a text, which are what stands between blanks and line ends."""

    written: Sequence[str]
    starts: Sequence[int]
    """For each word the place of its first letter."""
    ends: Sequence[int]
    """And of its last one."""


def words_of(text: str) -> Words:
    """The words of a page's text as pdfium gives it. By the lengths of what stands between blanks,
    in a third of the time of an expression.
    """
    pieces = text.replace("\r", " ").replace("\n", " ").split(" ")
    # One blank behind each.
    edges = list(accumulate(map(add, map(len, pieces), repeat(1)), initial=0))
    starts = list(compress(edges, pieces))
    ends = list(compress(map(sub, edges[1:], repeat(2)), pieces))
    return Words(list(filter(None, pieces)), starts, ends)

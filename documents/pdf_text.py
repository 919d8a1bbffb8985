"""The text of a page as pdfium gives it, and as we read it.

pdfium marks a hyphen at the end of a line by U+0002 or U+FFFE and swallows the line end.
"""

import re

_LINE_END = re.compile("[\x02\ufffe](?:\r?\n)?|\u2010\r?\n|\r\n?|[\x00\u00ad]")
_HYPHENS_AND_NOTHING = "\x02\ufffe\u2010\x00\u00ad"
_HYPHENS = "\x02\ufffe\u2010"


def clean(text: str) -> str:
    """What pdfium gives as it reads: ``-`` and a line feed for a hyphen at the end of a line."""
    if not any(sign in text for sign in _HYPHENS_AND_NOTHING):
        return text.replace("\r\n", "\n").replace("\r", "\n")
    return _LINE_END.sub(_replacement, text)


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

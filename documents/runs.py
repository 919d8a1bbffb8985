"""Words inside binary records whose exact form is not looked at: counted strings of Excel, and runs
of letters. What is found so is read with its neighbours: a letter or two that belong to a number
may stand before it.
"""

import re
from collections.abc import Iterator

from documents.layout import tidy

# Letters of a text: fewer are met by chance among other bytes.
_LEAST = 3
# Two bytes a letter: Latin to Arabic and Hebrew; Thai, Georgian, Hangul, kana and Han, whose first
# byte is not zero, since Latin letters read from the wrong byte on would look like them.
_WIDE = re.compile(
    rb"(?:[\x20-\x7e\xa0-\xff]\x00|[\x00-\xff][\x01-\x06]|[\x10-\xff]\x20){4,}"
    rb"|(?:[\x01-\xff](?:[\x0e\x10\x30\x4e-\x9f\xac-\xd7])|[\x20-\x7e]\x00){4,}"
)
_NARROW = re.compile(rb"[\x20-\x7e\x80-\xff]{4,}")
_LONGEST = 8_000
_LETTER = re.compile(r"[^\W\d_]")


def wide(data: bytes) -> Iterator[str]:
    """Runs of UTF-16 (little-endian), at even and odd offsets."""
    for found in _WIDE.finditer(data):
        yield from _words(found[0].decode("utf-16-le", errors="replace"))


def narrow(data: bytes, codepage: str) -> Iterator[str]:
    """Runs of one byte a letter."""
    for found in _NARROW.finditer(data):
        yield from _words(found[0].decode(codepage, errors="replace"))


def counted(data: bytes) -> Iterator[str]:
    """Strings of Excel since 97: a count of one or two bytes, a byte that says how wide the
    letters are, the letters. [MS-XLS] 2.5.240, 2.5.294.
    """
    at = 0
    while at + 3 < len(data):
        for width in (2, 1):
            end, text = _counted_at(data, at, width)
            if text:
                yield text
                at = end
                break
        else:
            at += 1


def _counted_at(data: bytes, at: int, width: int) -> tuple[int, str]:
    count = int.from_bytes(data[at : at + width], "little")
    flag = data[at + width]
    start = at + width + 1
    if flag not in (0, 1) or not _LEAST <= count <= _LONGEST:
        return at, ""
    end = start + (count << flag)
    if end > len(data):
        return at, ""
    raw = data[start:end].decode("utf-16-le" if flag else "latin-1", errors="replace")
    letters = sum(map(str.isalpha, raw))
    sound = all(letter.isprintable() or letter in "\r\n\t\x00" for letter in raw)
    return (end, tidy(raw)) if sound and letters >= min(_LEAST, count) else (at, "")


def _words(text: str) -> Iterator[str]:
    """A run, unless it is one of accident: mostly signs."""
    text = tidy("".join(letter if letter.isprintable() else " " for letter in text))
    letters = _LETTER.findall(text)
    if len(letters) * 2 > len(text) and len(set(letters)) >= _LEAST:
        yield text

"""The lines of SWIFT's fields as one text: they are cut where a line is full, in the middle of
words too, and numbers, codes and sub-fields stand between them. SWIFT Standards MT, category 1, 2
and 9; field 86 of statements as German banks fill it (DFÜ-Abkommen, appendix 3, 8.2.3), and as
others do with words between slashes (``/NAME/``).
"""

import re
from collections.abc import Iterator

# A line may end one character early where the next began with a space that was cut off.
_FULL = 34
_FULL_OF_STATEMENTS = 64
_FULL_SUB_FIELD = 26
_NUMBERED = re.compile(r"^(?:[1-8]/|//)")
# As many words of a name, or more, stand on either side of a cut.
_BESIDE = 4
# Texts, in which a code begins a new one: ``/ACC/``, ``/RFB/``. Continued lines begin with ``//``.
TEXTS = {"70", "72", "77"}
STATEMENT = "86"
_CODE = re.compile(r"^/[A-Z0-9]{2,8}/")
_CONTINUED = re.compile(r"^//")
_SUB_FIELD = re.compile(r"\?(\d\d)")
_PURPOSE = {*map(str, range(20, 30)), *map(str, range(60, 64))}
_COUNTERPARTY = {"32", "33"}
_WORDED = re.compile(r"(?:\A|(?<=/))(NAME|ORDP|BENM|CNTP|REMI|ULTD|ULTC|ULTB|ADDR)/")
_PARTY_WORDS = {"NAME", "ORDP", "BENM", "CNTP", "ULTD", "ULTC", "ULTB"}


def joined(value: str, tag: str) -> Iterator[tuple[str, str]]:
    """What a field reads as one, each with what it is.

    Args:
        value: the field's text, in lines.
        tag: two digits.
    """
    if tag == STATEMENT:
        yield from _statement(value)
    else:
        items = _items(value) if tag in TEXTS else [value.splitlines()]
        for item in items:
            yield from ((text, "lines joined") for text in _party(item))
            if tag in TEXTS:
                yield from ((text, "word joined") for text in _uncut(item))


def _items(value: str) -> list[list[str]]:
    """The lines of a text, cut before each code; codes are left out, and so keep what they say
    apart.
    """
    items: list[list[str]] = [[]]
    for line in value.splitlines():
        if _CODE.match(line) and not _CONTINUED.match(line):
            items.append([])
        items[-1].append(line)
    return items


def _party(lines: list[str]) -> Iterator[str]:
    """The lines as one: without their numbers and codes, and without the cuts in full lines."""
    plain = [_CODE.sub("", _NUMBERED.sub("", line)) for line in lines]
    if plain != lines:
        yield " ".join(plain).strip()
    if any(len(line) >= _FULL for line in lines[:-1]):
        pieces = [
            line + ("" if len(whole) >= _FULL else " ")
            for line, whole in zip(plain, lines, strict=True)
        ]
        yield "".join(pieces).strip()


def _uncut(lines: list[str]) -> Iterator[str]:
    """The words around the end of each line as if it cut a word (``BANK TEJ``, ``//ARAT``); lines
    of texts are cut where they are full and where the sender's program does so.
    """
    plain = [_CODE.sub("", _NUMBERED.sub("", line)).split() for line in lines]
    for line, before, after in zip(lines, plain, plain[1:], strict=False):
        if len(line) >= _FULL or not before or not after:
            continue
        if before[-1][-1].isalpha() and after[0][0].isalpha():
            yield " ".join([*before[-_BESIDE:-1], before[-1] + after[0], *after[1:_BESIDE]])


def _statement(value: str) -> Iterator[tuple[str, str]]:
    """The purpose and the other party of an entry in a statement of account."""
    lines = value.splitlines()
    text = "".join(line + ("" if len(line) >= _FULL_OF_STATEMENTS else " ") for line in lines)
    codes = _SUB_FIELD.split("".join(lines))
    if len(codes) > 1:
        fields = list(zip(codes[1::2], codes[2::2], strict=True))
        for tags, what in ((_PURPOSE, "purpose"), (_COUNTERPARTY, "counterparty")):
            pieces = [piece for tag, piece in fields if tag in tags]
            yield from ((words, what) for words in _pieced(pieces))
        return
    words = _WORDED.split(text)
    for code, piece in zip(words[1::2], words[2::2], strict=True):
        what = "counterparty" if code in _PARTY_WORDS else "purpose"
        yield piece.partition("//")[0].strip("/ "), what
    if len(lines) > 1:
        yield text.strip(), "lines joined"


def _pieced(pieces: list[str]) -> Iterator[str]:
    """Sub-fields as one: cut where one is full; whether a space was cut off is not to be told."""
    spaced = " ".join(piece.strip() for piece in pieces)
    yield spaced
    glued = "".join(piece + ("" if len(piece) >= _FULL_SUB_FIELD else " ") for piece in pieces)
    if " ".join(glued.split()) != " ".join(spaced.split()):
        yield glued.strip()

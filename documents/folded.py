"""Calendars, address cards, directories and manifests (iCalendar, RFC 5545; vCard, RFC 6350 and
version 2.1; LDIF, RFC 2849; files of Java and Python packages): lines that are folded in the middle
of words, and values that are encoded.
"""

import base64
import binascii
import quopri
import re
from collections.abc import Iterator
from html import unescape

from documents.charsets import decode_part
from documents.layout import sound
from records import DocumentError, Passage

_CARDS = re.compile(r"\ufeff?\s*BEGIN:V(?:CALENDAR|CARD)\b", re.IGNORECASE)
_DIRECTORY = re.compile(r"\ufeff?(?:\s|#.*\n)*(?:version:[ ]*\d+\s+(?:\s|#.*\n)*)?dn::?[ ]")
_MANIFEST = re.compile(r"\ufeff?(?:Manifest|Metadata)-Version:[ ]")
# Characters in which a card or a directory says what it is.
_HEAD = 2000
_FOLD = re.compile(r"\r?\n[ \t]")
_SOFT_FOLD = re.compile(r"=\r?\n")
_QUOTED = re.compile(
    r"^([^:\r\n]*\bQUOTED-PRINTABLE\b[^:\r\n]*):((?:[^\r\n]*=\r?\n)*[^\r\n]*)",
    re.IGNORECASE | re.MULTILINE,
)
_CHARSET = re.compile(r"CHARSET=\"?([\w.:-]+)", re.IGNORECASE)
_IN_BASE64 = re.compile(r"([\w.-]+)(?:;[\w.-]+)*::[ ]*([A-Za-z0-9+/=]+)")
_STRUCTURED = re.compile(r"(?:[\w-]+\.)?(N|ORG|ADR)(?:;[^:]*)?:([^\r\n]*;[^\r\n]*)", re.IGNORECASE)
_SEPARATOR = re.compile(r"(?<!\\);")
_PAGE = re.compile(r"([\w-]+);[^:]*\btext/html\b[^:]*:([^\r\n]*)", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_PARAMETER = re.compile(r';(CN|ORGANIZER|X-[\w-]+)="?([^":;]+)')
_ESCAPED = re.compile(r"\\([,;:\\nN])")


def is_folded(text: str) -> bool:
    """Whether a text is of one of these formats."""
    head = text[:_HEAD]
    return any(begins.match(head) for begins in (_CARDS, _DIRECTORY, _MANIFEST))


def passages(text: str) -> tuple[Passage, ...]:
    """The text as it stands, and behind its end the lines and values that read otherwise."""
    found = [Passage(text=text)]
    end = len(text)
    for name, value in dict.fromkeys((*_quoted(text), *_lines(text))):
        if value and not value.isspace():
            found.append(Passage(text=value, start=end + 1, place=f"{name}, lines joined"))
            end += 1 + len(value)
    return tuple(found)


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """Names and values of the lines that were folded, or whose values are encoded."""
    plain = _FOLD.sub("\x00", text)
    for line in plain.splitlines():
        whole = line.replace("\x00", "")
        encoded = _IN_BASE64.fullmatch(whole)
        if encoded:
            yield encoded[1], _of_base64(encoded[2])
        elif "\x00" in line or "\\" in line:
            name, _, value = whole.partition(":")
            yield re.split(r"[;:]", name)[0], _ESCAPED.sub(_character, value).strip()
        if found := _STRUCTURED.match(whole):
            yield found[1], _in_order(found[1], _SEPARATOR.split(found[2]))
        elif found := _PAGE.match(whole):
            yield found[1], unescape(_TAG.sub("", _ESCAPED.sub(_character, found[2]))).strip()
        if "\x00" in line or "\\" in line:
            for key, said in _PARAMETER.findall(whole):
                # ``ATTENDEE;CN="…": who is called so stands before the value.
                yield f"{re.split(r'[;:]', name)[0]} {key}", said


def _in_order(name: str, pieces: list[str]) -> str:
    """A value of pieces as it is shown: a person's given names before the family's."""
    if name.upper() == "N" and len(pieces) > 1:
        pieces = [*pieces[1:3], pieces[0], *pieces[3:]]
    return " ".join(_ESCAPED.sub(_character, piece) for piece in pieces if piece).strip()


def _character(found: re.Match[str]) -> str:
    return "\n" if found[1] in "nN" else found[1]


def _of_base64(digits: str) -> str:
    """A text in UTF-8; nothing for pictures and keys."""
    try:
        return sound(base64.b64decode(digits, validate=True).decode("utf-8"))
    except (binascii.Error, UnicodeDecodeError):
        return ""


def _quoted(text: str) -> Iterator[tuple[str, str]]:
    for found in _QUOTED.finditer(text):
        charset = _CHARSET.search(found[1])
        data = quopri.decodestring(_SOFT_FOLD.sub("", found[2]).encode("utf-8", "replace"))
        try:
            value = decode_part(data, charset[1] if charset else "").text if data else ""
        except DocumentError:
            value = data.decode("cp1252", errors="replace")
        yield found[1].partition(";")[0], sound(value).replace(";", " ").strip()

r"""Words in plain text and values of data that stand there encoded: percent-encoded, as escapes
(``\u0421``), quoted-printable; files in uuencode, Base64 or an address that is the file
(``data:``).
"""

import base64
import binascii
import quopri
import re
import zlib
from collections.abc import Iterator
from urllib.parse import unquote, unquote_plus

from documents.content_type import PLAIN_TEXT, recognise
from documents.layout import sound
from documents.limits import LARGEST_TEXT
from documents.reader import Part

_PERCENT = re.compile(r"(?<![^\s\"'<>])[^\s\"'<>%]{0,2000}%[0-9A-Fa-f]{2}[^\s\"'<>]{0,8000}")
_ESCAPED_BYTE = re.compile(r"%[0-9A-Fa-f]{2}")
_PLUS = re.compile(r"[\w.-]{1,100}=([^\s\"'<>&=]{1,2000}\+[^\s\"'<>&=]{1,2000})")
_UTF7 = re.compile(
    r"^[^\n]*\+(?=[a-z0-9+/]{0,40}[A-Z])[A-Za-z0-9/]{7,}(?![A-Za-z0-9/])[^\n]*$", re.MULTILINE
)
# ``\u0421``; ``\xd0\xa1`` and ``\320\241``, which are bytes of UTF-8.
_ESCAPED = re.compile(
    r"^[^\n]*\\(?:u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|[0-3][0-7]{2}\\[0-3][0-7]{2})[^\n]*$",
    re.MULTILINE,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})")
_BYTES = re.compile(r"(?:\\(?:x[0-9A-Fa-f]{2}|[0-3][0-7]{2}))+")
_BYTE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|([0-3][0-7]{2}))")
_QUOTED = re.compile(
    r"^[^\n]*=(?:[2-7][0-9A-F]|[89A-F][0-9A-F]=[89A-F][0-9A-F])[^\n]*(?:(?<==)\n[^\n]*)*$",
    re.MULTILINE,
)
_UUENCODED = re.compile(
    r"^begin [0-7]{3,4} (\S[^\n]*)\n((?:[ -`]{1,62}\r?\n)+)end\s*$", re.MULTILINE
)
# One that its end is lost of, or a sign: a line as long as its first sign says, but for one.
_UU_BEGUN = re.compile(r"^begin [0-7]{3,4} (\S[^\n]*)\n([!-`])([^\r\n]+)\r?$", re.MULTILINE)
_UU_BASE64 = re.compile(
    r"^begin-base64 [0-7]{3,4} (\S[^\n]*)(?:\n((?:[A-Za-z0-9+/=]{1,80}\r?\n)+)====\s*)?$",
    re.MULTILINE,
)
_CUT = "damaged or cut (uuencode): it was not read. Ask for the file itself"
_DATA = re.compile(
    r"data:((?!text/(?:css|javascript)|font/|application/(?:x-)?(?:font|javascript))"
    r"(?:text|application|image/svg|message)[\w/.+-]*)((?:;[\w=.-]{1,60}){0,5}),"
)
_TO_QUOTE, _TO_BLANK = re.compile(r"[^\"']*"), re.compile(r"[^\s\"'<>)]*")
_SHORTEST = 24
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{24,}={0,2}")
# Letters of a text in Base64 that was wrapped, with nothing beside it.
_WRAPPED = re.compile(r"(?:[A-Za-z0-9+/]{60,76}\r?\n)+[A-Za-z0-9+/]{1,76}={0,2}\s*")
_WORDS = re.compile(r"[^\W\d_]{2,}")


def readings(text: str) -> Iterator[str]:
    """The words of a text that stand there encoded, each as it reads."""
    if _ESCAPED_BYTE.search(text):
        for found in _PERCENT.finditer(text):
            yield (
                unquote_plus(found[0]) if "?" in found[0] or "=" in found[0] else unquote(found[0])
            )
    for found in _PLUS.finditer(text) if "+" in text and "=" in text else ():
        yield unquote_plus(found[1])
    for found in _UTF7.finditer(text) if "+" in text else ():
        if letters := _of_utf7(found[0]):
            yield letters
    for found in _ESCAPED.finditer(text) if "\\" in text else ():
        line = _ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), found[0])
        yield sound(_BYTES.sub(_of_bytes, line))
    for found in _QUOTED.finditer(text) if "=" in text else ():
        data = quopri.decodestring(found[0].encode("utf-8", "replace"))
        read = data.decode("utf-8", errors="replace")
        if "\ufffd" not in read and read.isprintable() and read != found[0]:
            yield read


def _of_bytes(escapes: re.Match[str]) -> str:
    """What bytes say that are written by their numbers; the escapes where they say nothing."""
    numbers = [int(one, 16) if one else int(two, 8) for one, two in _BYTE.findall(escapes[0])]
    words = bytes(numbers).decode("utf-8", errors="replace")
    words = " ".join(words.split("\n"))
    return words if words.isprintable() and "\ufffd" not in words else escapes[0]


def _of_utf7(line: str) -> str:
    """A line in UTF-7 (RFC 2152), where its letters are of one alphabet and no accident."""
    try:
        read = line.encode("ascii").decode("utf-7")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return ""
    foreign = [letter for letter in read if not letter.isascii()]
    is_text = foreign and all(letter.isalpha() or letter in "«»“”„’–— " for letter in foreign)
    return sound(read) if is_text and len({ord(letter) >> 9 for letter in foreign}) < 3 else ""


def files(text: str) -> Iterator[Part]:
    """Files that stand in the text itself, as older programs attach them, or a page has them."""
    yield from _of_uuencode(text) if "begin " in text else ()
    for found in _UU_BASE64.finditer(text) if "begin-base64 " in text else ():
        if found[2] is None:
            yield Part(name=found[1].strip(), data=b"", unread=_CUT)
        else:
            yield Part(name=found[1].strip(), data=of_base64(found[2]))
    yield from of_addresses(text)


def _of_uuencode(text: str) -> Iterator[Part]:
    whole = set[int]()
    for found in _UUENCODED.finditer(text):
        try:
            data = b"".join(binascii.a2b_uu(line) for line in found[2].splitlines())
        except (binascii.Error, ValueError):
            continue
        whole.add(found.start())
        yield Part(name=found[1].strip(), data=data)
    for found in _UU_BEGUN.finditer(text):
        letters = -(-(ord(found[2]) - ord(" ")) // 3) * 4
        if found.start() not in whole and abs(len(found[3]) - letters) <= 1:
            yield Part(name=found[1].strip(), data=b"", unread=_CUT)


def of_addresses(text: str) -> Iterator[Part]:
    """Files that are the address of a link, frame or picture (RFC 2397)."""
    at = number = 0
    while found := _DATA.search(text, at):
        quoted = text[max(0, found.start() - 1) : found.start()] in ('"', "'")
        end = (_TO_QUOTE if quoted else _TO_BLANK).match(text, found.end())
        at, number = end.end() if end else found.end(), number + 1
        written = unquote(end[0]) if end else ""
        data = of_base64(written) if ";base64" in found[2] else written.encode("utf-8", "replace")
        if data:
            yield Part(name=f"data {number} ({found[1]})", data=data)


def file_in_base64(text: str) -> bytes | None:
    """What a value says in Base64, where that is a file of a known kind or plain words."""
    if len(text) < _SHORTEST:
        return None
    digits = re.sub(r"\s", "", text)
    if not _BASE64.fullmatch(digits):
        return None
    data = of_base64(digits)
    try:
        words = data.decode("utf-8")
    except UnicodeDecodeError:
        return data if data and recognise(data) is not PLAIN_TEXT and _is_told(data) else None
    plain = words.replace("\n", " ").replace("\r", " ").replace("\t", " ").isprintable()
    return data if plain and len(_WORDS.findall(words)) > 2 and " " in words else None


def drawing(text: str) -> bytes | None:
    """What a page of diagrams.net says, which is XML, percent-encoded, deflated, in Base64."""
    try:
        packed = zlib.decompressobj(-zlib.MAX_WBITS)
        plain = packed.decompress(of_base64(text), LARGEST_TEXT).decode("utf-8")
    except (zlib.error, UnicodeDecodeError):
        return None
    xml = unquote(plain).strip()
    return xml.encode() if xml.startswith("<") and not packed.unconsumed_tail else None


def wrapped_file(text: str) -> bytes | None:
    """What a text is in Base64, where nothing else stands in it."""
    return file_in_base64(text) if _WRAPPED.fullmatch(text.lstrip()) else None


def _is_told(data: bytes) -> bool:
    """Whether its first bytes are those of a format, not of a key or a check sum."""
    return recognise(data).media_type not in ("text/plain", "application/octet-stream")


def of_base64(digits: str) -> bytes:
    """The whole bytes that digits say, whatever else stands between them."""
    plain = re.sub(r"[^A-Za-z0-9+/]", "", digits.replace("-", "+").replace("_", "/"))
    plain = plain[: len(plain) - (len(plain) % 4 == 1)]
    return base64.b64decode(plain + "=" * (-len(plain) % 4))

"""Bytes to text when nobody says in which encoding they are.

Byte-order marks and UTF-8 decide at once. Legacy encodings are told apart by decoding a sample in
each of them and asking how much of it is what people write in that encoding. The kept libraries
were measured on the same samples: docs/decisions/0004-text-encodings.md.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from unicodedata import category

from documents.alphabets import LEGACY, Legacy, unlisted
from records import DocumentError

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    # Before UTF-16, whose mark is the first half of this one.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Codec, bytes a unit, and which of them is zero in an ASCII character.
_WIDE = (("utf-32-le", 4, 3), ("utf-32-be", 4, 0), ("utf-16-le", 2, 1), ("utf-16-be", 2, 0))
_SAMPLE = 10_000
# Right readings of real texts score .80 and more, wrong ones rarely .60 (tests/documents).
_READABLE = 0.65
_CLEAR_LEAD = 0.05
# By how much another encoding must read better than the one that a text says it is in: a Russian
# text read in a Latin encoding is .4 and more behind.
_LIE = 0.2
_PLAIN_LIE = 0.3
_HIGH = re.compile(rb"[\x80-\xff]")
# No text has these: what stands there in ISO 8859 are signs in the encodings of Windows.
_C1 = re.compile("[\x80-\x84\x86-\x9f]")
_ASCII = bytes(range(0x80))
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Text and how sure it is."""

    text: str
    charset: str
    """The encoding's IANA name in lower case."""
    doubt: str | None = None
    """Why some words may be read wrongly; None when the encoding is beyond doubt."""


# Of a text in EBCDIC: blanks stand after so many letters or fewer; so much of it is plain.
_WORD, _MOST_OF = 20, 0.97
# Three letters of two bytes, or two of three: by chance, other alphabets have no such row.
_UTF8 = re.compile(rb"(?:[\xc3-\xdf][\x80-\xbf]){3}|(?:[\xe0-\xef][\x80-\xbf]{2}){2}")
_ONE_BYTE = ("windows-125", "koi8", "iso-8859", "x-mac", "ibm866", "macintosh")


def decode(data: bytes) -> Decoded:
    """Decode a text file, a leading byte-order mark dropped.

    Raises:
        DocumentError: no encoding gives readable text, or the marked one does not fit.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], codec)
    if b"\x1b$" in data[:_SAMPLE] and (text := _strict(data, "iso2022_jp")) is not None:
        return Decoded(text=text, charset="iso-2022-jp")
    if b"\x00" in data:
        return _unmarked_wide(data)
    text = _strict(data, "utf-8")
    if text is not None:
        return Decoded(text=text, charset="utf-8")
    return _damaged_utf8(data) or _of_mainframes(data) or _by_line(data, _legacy(data))


def in_named(data: bytes, charset: str, codec: str) -> Decoded:
    """Decode what is said to be in an encoding: a byte-order mark and UTF-8 win over that, and so
    does an encoding in which it reads far better.

    Args:
        data: the text.
        charset: the encoding's name, as in ``LEGACY``.
        codec: Python's name for it.

    Raises:
        DocumentError: no encoding gives readable text.
    """
    escaped = charset.startswith("iso-2022") and b"\x1b" in data
    if any(data.startswith(mark) for mark, _ in _MARKS) or (b"\x00" in data and not escaped):
        return decode(data)
    if not escaped and _strict(data, "utf-8") is not None:
        return decode(data)
    text = _strict(data, codec) if charset != "utf-8" else None
    if text is None:
        return decode(data)
    sample = _sample(data)
    said = next((item for item in LEGACY if item.charset == charset), unlisted(codec, charset))
    shown = codecs.getincrementaldecoder(codec)().decode(sample)
    ahead, best = max(
        ((score, legacy) for score, legacy, _ in _readings(sample)), key=lambda item: item[0]
    )
    # What has control characters in it is no text of that encoding, but of Windows' own like it.
    lead = ahead - (0.0 if _C1.search(shown) else _score(shown, said))
    if escaped or best.charset == charset or ahead < _READABLE or lead < _LIE:
        return Decoded(text=text, charset=charset)
    result = _legacy(data)
    if lead < _PLAIN_LIE and result.doubt is None:
        doubt = f"it says it is {charset}, but reads better as {result.charset}, which was taken"
        return replace(result, doubt=doubt)
    return result


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _marked(data: bytes, codec: str) -> Decoded:
    text = _strict(data, codec)
    if text is not None:
        return Decoded(text=text, charset=codec)
    text = data.decode(codec, errors="replace")
    lost = text.count("\ufffd")
    if lost > len(text) // 20:
        raise DocumentError(
            f"it is marked as {codec.upper()} but is not: it was not read. Save it as UTF-8."
        )
    return Decoded(text=text, charset=codec, doubt=_places_lost(lost, codec))


def _unmarked_wide(data: bytes) -> Decoded:
    """UTF-16 or UTF-32 without a mark: the zero bytes stand in one column of every two or four."""
    for codec, width, zero in _WIDE:
        column = data[zero:_SAMPLE:width]
        # Chinese has few zero bytes in UTF-16, but its line ends and digits have them.
        zeros = len(column) if width == 4 else data[:_SAMPLE].count(0)
        if column.count(0) < zeros * 0.9:
            continue
        text = _strict(data, codec)
        if text is not None and _is_assigned(text[:_SAMPLE]):
            return Decoded(text=text, charset=codec)
    raise DocumentError(
        "binary data of an unknown kind, not text: it was not read. "
        "Save its text as a plain text file and screen that."
    )


def _is_assigned(text: str) -> bool:
    """Whether a text has only characters that texts have; bytes of a program, read as characters
    of 16 bits, have others before long.
    """
    return not _CONTROL.search(text) and all(category(c) not in ("Cn", "Co") for c in set(text))


def _damaged_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few bad bytes (cut off, or pasted from another encoding) stays UTF-8: taken for
    a legacy encoding, every name in it would be garbled.
    """
    text = data.decode("utf-8", errors="replace")
    lost = text.count("\ufffd")
    good = sum(1 for character in text if character > "\x7f") - lost
    if good < 4 * lost:
        return None
    return Decoded(text=text, charset="utf-8", doubt=_places_lost(lost, "utf-8"))


def _places_lost(lost: int, codec: str) -> str:
    return f"{lost} places are damaged {codec.upper()}: words that stand there may be missed"


def _of_mainframes(data: bytes) -> Decoded | None:
    """A text in EBCDIC, whose blanks are another byte: letters and digits are the same in all of
    its code pages, signs and letters with accents are not.
    """
    if not data.count(0x40) > len(data) // _WORD or any(data.count(byte) for byte in b" \n"):
        return None
    text = data.decode("cp037").replace("\x85", "\n")
    plain = sum(
        letter.isascii() and (letter.isprintable() or letter in "\r\n\t") for letter in text
    )
    if plain < _MOST_OF * len(text):
        return None
    doubt = None if plain == len(text) else _guessed_ebcdic()
    return Decoded(text=text, charset="cp037", doubt=doubt)


def _guessed_ebcdic() -> str:
    return (
        "read as EBCDIC (code page 37): signs and letters with accents may be wrong. Save it as "
        "UTF-8 to be sure"
    )


def _by_line(data: bytes, whole: Decoded) -> Decoded:
    """A text of lines in two encodings, as files have that several programs wrote to: those that
    are UTF-8 beyond doubt are read so.
    """
    if not whole.charset.startswith(_ONE_BYTE) or _UTF8.search(data) is None:
        return whole
    lines, codec = data.splitlines(keepends=True), _codec_of(whole.charset)
    read = [line.decode("utf-8") if _is_utf8(line) else None for line in lines]
    if not any(read):
        return whole
    others = (line.decode(codec, errors="replace") for line in lines)
    text = "".join(one or other for one, other in zip(read, others, strict=True))
    return replace(whole, text=text)


def _is_utf8(line: bytes) -> bool:
    return _UTF8.search(line) is not None and _strict(line, "utf-8") is not None


def _codec_of(charset: str) -> str:
    return next(item.codec for item in LEGACY if item.charset == charset)


def _legacy(data: bytes) -> Decoded:
    readings = _told_apart(sorted(_readings(_sample(data)), key=lambda reading: -reading[0]))
    for place, (score, legacy, shown) in enumerate(readings):
        if score < _READABLE:
            break
        text = _strict(data, legacy.codec)
        if text is not None:
            rivals = [
                rival.charset
                for other, rival, read_as in readings[place + 1 :]
                if score - other < _CLEAR_LEAD and _differ_in_letters(read_as, shown)
            ]
            return Decoded(text=text, charset=legacy.charset, doubt=_guessed(legacy, rivals))
    raise DocumentError(
        "not UTF-8, and in no other encoding that could be told: it was not read. "
        "Save it as UTF-8 and screen that."
    )


def _told_apart(readings: list[tuple[float, Legacy, str]]) -> list[tuple[float, Legacy, str]]:
    """The first one behind another that is nearly as good and better where the two differ: in a
    long text a single sign does not outweigh that the other encoding is commoner.
    """
    for place, (score, rival, text) in enumerate(readings[1:], start=1):
        first, legacy, shown = readings[0]
        if first - score >= _CLEAR_LEAD or _differ_in_letters(shown, text):
            continue
        pairs = zip(shown, text, strict=True)
        better = sum(rival.credit(b) - legacy.credit(a) for a, b in pairs if a != b)
        if better > 1:
            return [readings[place], *readings[:place], *readings[place + 1 :]]
    return readings


def _differ_in_letters(one: str, other: str) -> bool:
    """Whether two readings are not the same but for signs, such as € and ¤."""
    if len(one) != len(other):
        return True
    pairs = zip(one, other, strict=True)
    return any(a != b and (a.isalpha() or b.isalpha()) for a, b in pairs)


def _readings(sample: bytes) -> Iterator[tuple[float, Legacy, str]]:
    for legacy in LEGACY:
        try:
            # A sample may end within a character; a whole file may not.
            text = codecs.getincrementaldecoder(legacy.codec)().decode(sample)
        except UnicodeDecodeError:
            continue
        if not _C1.search(text):
            yield _score(text, legacy), legacy, text


def _guessed(legacy: Legacy, rivals: list[str]) -> str | None:
    if not rivals:
        return None
    return (
        f"read as {legacy.charset}, but it may be {' or '.join(rivals[:2])}: "
        "letters outside ASCII may be wrong. Save it as UTF-8 to be sure"
    )


def _sample(data: bytes) -> bytes:
    """The first lines with bytes outside ASCII, and for every such byte that is not among them the
    first line that has it: one € late in the file tells windows-1252 from ISO 8859-15. No encoding
    here has a line end in a character.
    """
    first = _HIGH.search(data)
    start = data.rfind(b"\n", 0, first.start()) + 1 if first else 0
    lines = data[start : start + 50 * _SAMPLE].splitlines(keepends=True)
    sample = b"".join(line for line in lines if _HIGH.search(line))[:_SAMPLE]
    late = {*data.translate(None, _ASCII)} - {*sample}
    return b"".join([sample, *(_line_at(data, data.index(byte)) for byte in sorted(late))])


def _line_at(data: bytes, place: int) -> bytes:
    """The line that a byte stands in; of a very long one nothing, since where to cut it is unknown
    before the encoding is.
    """
    start, end = data.rfind(b"\n", 0, place) + 1, data.find(b"\n", place) + 1 or len(data)
    return data[start:end] if end - start <= _SAMPLE // 10 else b""


def _score(text: str, legacy: Legacy) -> float:
    """The share of what stands outside ASCII that people write in this encoding, less what they do
    not: capitals after small letters (KOI8 read as Windows-1251 is full of those), words in two
    scripts or, in Latin ones, of accented letters alone, and spaces between Chinese words.
    """
    foreign = odd = 0
    credit = 0.0
    for before, character in pairwise(f" {text} "):
        if character > "\x7f":
            foreign += 1
            credit += legacy.credit(character)
        odd += legacy.unspaced and character == " " and before > "\u3400"
        if _in_word(before) and _in_word(character) and (before > "\x7f" or character > "\x7f"):
            both = before > "\x7f" and character > "\x7f"
            odd += both if legacy.latin else not both
            odd += both and before.islower() and character.isupper()
    return (credit - odd / 2) / foreign - legacy.rarity if foreign else 0.0


def _in_word(character: str) -> bool:
    # Vowels of Thai and Arabic are marks, not letters, to Unicode.
    return character.isalpha() or (character > "\x7f" and category(character) in ("Mn", "Mc"))

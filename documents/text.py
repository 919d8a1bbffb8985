"""Plain text in any encoding, tables (CSV) and payment messages (SWIFT MT) in it. Offsets count
code points of the decoded text, line ends untouched, so that ``text[start:end]`` of the decoded
file is what was found.
"""

from collections.abc import Iterator

from documents import ach, delimited, encoded, fix, folded, swift
from documents.encoding import decode
from documents.fixed_width import parted
from documents.marked_up import without_marks
from documents.reader import Content, Extraction, Part
from documents.run_on import COLUMN, columns
from documents.whole import cut_short
from records import DocumentError, Passage

# Control characters that text files have: tab, line ends, page break, and the end-of-file mark of
# CP/M that OFAC's and other old programs still write; backspace and escape for bold letters and
# coloured output on terminals.
_CONTROLS = bytes({*range(0x20), 0x7F} - set(b"\b\t\n\v\f\r\x1a\x1b"))
# SWIFT's files begin with this and end with the next.
_ENVELOPE = "\x01\x03"
# A stray control character or two is an accident; one in a hundred is not a text.
_MOST_CONTROLS = 0.01
WITHOUT_MARKS, ENCODED, FIELDS = "without mark-up", "decoded", "fields parted"


def read(content: Content) -> Extraction:
    """Read text.

    Raises:
        DocumentError: it is not text, or in no encoding that could be told.
    """
    decoded = decode(content.data)
    text = decoded.text
    signs = text.replace(fix.SIGN, "") if fix.is_message(text) else text
    if "\x00" in text or _control_share(signs.strip(_ENVELOPE)) > _MOST_CONTROLS:
        raise DocumentError(
            "binary data of an unknown kind, not text: it was not read. "
            "Save its text as a plain text file and screen that."
        )
    if not text.strip("\x1a\ufeff\u200b \t\r\n\v\f"):
        raise DocumentError("the file has only spaces and line ends: nothing to screen")
    if content.media_type == "text/plain" and (whole := encoded.wrapped_file(text)):
        part = Part(name="content", data=whole)
        return Extraction(passages=(), media_type="text/plain", parts=(part,))
    is_plain = content.media_type == "text/plain"
    kind, passages = _passages(text) if is_plain else ("", ())
    cut = cut_short(text) if is_plain else None
    return Extraction(
        passages=passages or (Passage(text=text),),
        media_type=f"{kind or content.media_type}; charset={decoded.charset}",
        unread="; ".join(filter(None, (decoded.doubt, cut, encrypted_part(text)))) or None,
        parts=tuple(encoded.files(text)) if kind == "text/plain" else (),
    )


def encrypted_part(text: str) -> str | None:
    """What of a text is encrypted (RFC 9580, 6.2), and so was not read, if anything."""
    if "-----BEGIN PGP MESSAGE-----" not in text:
        return None
    return "a part encrypted with PGP was not read. Decrypt it and screen that."


def _passages(text: str) -> tuple[str, tuple[Passage, ...]]:
    if swift.is_message(text):
        return "text/x-swift-mt", swift.passages(text)
    if fix.is_message(text):
        return "text/x-fix", fix.passages(text)
    if delimiter := delimited.delimiter_of(text):
        kind = "text/tab-separated-values" if delimiter == "\t" else "text/csv"
        return kind, delimited.passages(text, delimiter)
    if folded.is_folded(text):
        return "text/plain", folded.passages(text)
    found, end = [Passage(text=text)], len(text)
    for reading, place in otherwise(text):
        found.append(Passage(text=reading, start=end + 1, place=place))
        end += 1 + len(reading)
    return "text/plain", tuple(found)


def otherwise(text: str) -> Iterator[tuple[str, str]]:
    """What a text says when it is read in another way, and in which: cells that go on in the next
    line, paragraphs without their mark-up, words that are encoded.
    """
    yield from ach.names(text) if ach.is_file(text) else ()
    for cell in columns(text):
        yield cell, COLUMN
    for record in parted(text):
        yield record, FIELDS
    for paragraph in without_marks(text):
        yield paragraph, WITHOUT_MARKS
    for words in dict.fromkeys(encoded.readings(text)):
        if words and not words.isspace():
            yield words, ENCODED


def _control_share(text: str) -> float:
    # Bytes are translated many times faster than strings.
    data = text.encode("utf-8", "surrogatepass")
    return (len(data) - len(data.translate(None, _CONTROLS))) / max(1, len(data))

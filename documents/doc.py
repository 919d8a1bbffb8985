"""Old Word files (DOC, Word 97 to 2003), by a walk of our own over the table of pieces: body,
footnotes, headers, comments, endnotes, text boxes; text as it stands and as it stood before tracked
changes; codes of fields. [MS-DOC] 2.4.1 (text), 2.5 (FIB), 2.8.25 (PlcBteChpx), 2.6.1 (sprms).
"""

import re
import struct
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from documents import runs
from documents.layout import Layout, tidy
from documents.ole import objects, open_ole, properties
from documents.reader import Content, Extraction
from documents.said import Rest, code
from records import DocumentError

_STREAM, _TABLES, _DATA = "WordDocument", ("0Table", "1Table"), "Data"
# Of Word 97; those of Word 6 and 95 keep their text in another way.
_OLDEST = 0xC0
_ENCRYPTED, _WHICH_TABLE = 0x0100, 0x0200
_CHPX, _CLX = 0xFA, 0x1A2
# Strings beside the text: bookmarks, authors, lists of names ([MS-DOC] 2.5.6), as pairs of numbers.
_ASIDES = {
    0x142: "bookmark", 0x11A: "author", 0x1BA: "author", 0x232: "author", 0x30A: "list label",
}  # fmt: skip
_COUNTS = 0x4C
_SUBDOCUMENTS = (
    None, "footnote", "header or footer", "", "comment", "endnote", "text box",
    "header or footer, text box",
)  # fmt: skip
_DELETED, _INSERTED = 0x0800, 0x0801
_COMPRESSED = 0x40000000
# By the upper three bits of a property's number: bytes of its operand; None where it says so.
_OPERANDS = (1, 1, 2, 4, 2, 2, None, 3)
_PARAGRAPHS = re.compile(r"[\r\x07\x0c]")
_SIGNS = str.maketrans(
    {"\x0b": "\n", "\x1e": "-", "\x1f": "", "\xa0": " ", "\x01": "", "\x02": "", "\x03": "",
     "\x04": "", "\x05": "", "\x08": ""}
)  # fmt: skip
_FIELD = re.compile(r"\x13([^\x13\x14\x15]*)(?:\x14([^\x13\x14\x15]*))?\x15")
_FIELD_SIGNS = re.compile(r"[\x13-\x15]")
_DEEPEST_FIELD = 20


@dataclass(frozen=True, slots=True)
class _Piece:
    """Characters that stand together in the file."""

    text: str
    start: int
    """Bytes of the file before it."""
    width: int


def read(content: Content) -> Extraction:
    """Read an old Word file.

    Raises:
        DocumentError: it is encrypted, damaged or older than Word 97, or has no words.
    """
    with open_ole(content.data) as file:
        main = file.openstream(_STREAM).read()
        flags = _checked(main)
        name = _TABLES[bool(flags & _WHICH_TABLE)]
        table = file.openstream(name).read() if file.exists(name) else b""
        layout = Layout()
        try:
            _lay_out(main, table, layout)
        except (struct.error, IndexError) as error:
            raise DocumentError(
                f"a damaged old Word file ({error}): it was not read. Open it and save it again."
            ) from error
        aside = Rest(layout)
        for at, place in _ASIDES.items():
            start, length = struct.unpack_from("<II", main, at) if len(main) > at + 8 else (0, 0)
            for text in runs.wide(table[start : start + length]):
                aside.add(text, place)
        properties(file, aside)
        parts = objects(file, layout, taken=(_STREAM, *_TABLES, _DATA))
    if not layout.passages and not parts:
        raise DocumentError("an old Word file without words: nothing to screen")
    return Extraction(passages=layout.passages, media_type=content.media_type, parts=parts)


def _checked(main: bytes) -> int:
    """The flags of a file that can be read."""
    version, flags = (
        (struct.unpack_from("<H", main, 2)[0], struct.unpack_from("<H", main, 10)[0])
        if len(main) > _CLX + 8
        else (0, 0)
    )
    if version < _OLDEST:
        raise DocumentError(
            "a Word file of before 1997, or a damaged one: it was not read. Save it as DOCX."
        )
    if flags & _ENCRYPTED:
        raise DocumentError(
            "an encrypted old Word file: it needs a password and was not read. Save it without one."
        )
    return int(flags)


def _lay_out(main: bytes, table: bytes, layout: Layout) -> None:
    pieces = list(_pieces(main, table))
    marks = list(_marks(main, table))
    now, before = _texts(pieces, marks)
    counts = struct.unpack_from("<8i", main, _COUNTS)
    codes: list[str] = []
    at = 0
    for count, place in zip(counts, _SUBDOCUMENTS, strict=True):
        end = at + max(0, count)
        after, earlier = "".join(now[at:end]), "".join(before[at:end])
        at = end
        _paragraphs(after, earlier, place, layout, codes)
    # What the counts leave out, if they are wrong.
    _paragraphs("".join(now[at:]), "".join(before[at:]), "after the text", layout, codes)
    aside = Rest(layout)
    for words in codes:
        aside.add(words, "field code")


def _paragraphs(now: str, before: str, place: str | None, layout: Layout, codes: list[str]) -> None:
    shown = [_plain(text, codes) for text in _PARAGRAPHS.split(now)]
    for text in shown:
        layout.add(text, place=place)
    known = set(shown)
    earlier = ", ".join(filter(None, (place, "before tracked changes")))
    for text in _PARAGRAPHS.split(before) if before != now else ():
        words = _plain(text, codes)
        if words not in known:
            layout.add(words, place=earlier)


def _plain(text: str, codes: list[str]) -> str:
    """A paragraph as it reads: of fields their results; the codes are put aside."""
    for _ in range(_DEEPEST_FIELD):
        fields = _FIELD.findall(text)
        if not fields:
            break
        codes += [code(found[0]) for found in fields]
        text = _FIELD.sub(lambda found: found[2] or "", text)
    return tidy(_FIELD_SIGNS.sub(" ", text).translate(_SIGNS))


def _pieces(main: bytes, table: bytes) -> Iterator[_Piece]:
    """The pieces of text in their order: the table of pieces stands behind lists of properties."""
    start, length = struct.unpack_from("<II", main, _CLX)
    clx, at = table[start : start + length], 0
    while at < len(clx) and clx[at] == 1:
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
    (size,) = struct.unpack_from("<I", clx, at + 1)
    table_of_pieces = clx[at + 5 : at + 5 + size]
    count = (size - 4) // 12
    places = struct.unpack_from(f"<{count + 1}I", table_of_pieces)
    for number in range(count):
        (where,) = struct.unpack_from("<I", table_of_pieces, 4 * (count + 1) + 8 * number + 2)
        letters = places[number + 1] - places[number]
        if where & _COMPRESSED:
            first = (where & ~_COMPRESSED) // 2
            raw = main[first : first + letters].decode("cp1252", errors="replace")
            yield _Piece(raw, first, 1)
        else:
            # A letter that takes two units counts as two.
            raw = main[where : where + 2 * letters].decode("utf-16-le", errors="replace")
            yield _Piece(raw, where, 2)


def _marks(main: bytes, table: bytes) -> Iterator[tuple[int, int, bool, bool]]:
    """Where text was deleted or inserted: from which byte of the file to which."""
    start, length = struct.unpack_from("<II", main, _CHPX)
    index = table[start : start + length]
    count = max(0, (length - 4) // 8)
    for number in range(count):
        (page,) = struct.unpack_from("<I", index, 4 * (count + 1) + 4 * number)
        fkp = main[512 * page : 512 * page + 512]
        if len(fkp) < 512:
            continue
        run_count = fkp[511]
        limits = struct.unpack_from(f"<{run_count + 1}I", fkp)
        for run in range(run_count):
            at = 2 * fkp[4 * (run_count + 1) + run]
            if at:
                deleted, inserted = _changes(fkp[at + 1 : at + 1 + fkp[at]])
                if deleted or inserted:
                    yield limits[run], limits[run + 1], deleted, inserted


def _changes(properties_of_run: bytes) -> tuple[bool, bool]:
    deleted = inserted = False
    at = 0
    while at + 2 < len(properties_of_run):
        (number,) = struct.unpack_from("<H", properties_of_run, at)
        at += 2
        if number == _DELETED:
            deleted = bool(properties_of_run[at])
        elif number == _INSERTED:
            inserted = bool(properties_of_run[at])
        size = _OPERANDS[number >> 13]
        at += 1 + properties_of_run[at] if size is None else size
    return deleted, inserted


def _texts(
    pieces: list[_Piece], marks: list[tuple[int, int, bool, bool]]
) -> tuple[list[str], list[str]]:
    """Letter by letter the text as it stands, and as it stood before tracked changes."""
    now: list[str] = []
    before: list[str] = []
    marks = sorted(marks)
    ends = [last for _, last, _, _ in marks]
    for piece in pieces:
        mine, earlier = list(piece.text), list(piece.text)
        end = piece.start + piece.width * len(mine)
        for first, last, deleted, inserted in marks[bisect_left(ends, piece.start) :]:
            if first >= end:
                break
            if last > piece.start:
                span = slice(max(0, (first - piece.start) // piece.width),
                             max(0, (min(last, end) - piece.start) // piece.width))  # fmt: skip
                size = len(mine[span])
                if deleted:
                    mine[span] = [""] * size
                if inserted:
                    earlier[span] = [""] * size
        now += mine
        before += earlier
    return now, before

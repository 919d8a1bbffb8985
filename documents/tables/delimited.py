"""CSV, TSV and their relatives, in any encoding.

The encoding is told from the first megabytes that have letters outside ASCII, the delimiter from
the first lines. Rows may go over several lines within quotation marks; a mark that is never
closed costs its own row, not the rest of the file.
"""

import codecs
import csv
import io
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from documents.alphabets import LEGACY
from documents.encoding import decode
from documents.tables.delimiter import NONE, find_delimiter
from documents.tables.table import Table, headings
from records import BadRow, Cell, DocumentError, TableRow
from records.blocks import byte_blocks

# Looked at to tell the encoding; the more letters outside ASCII, the surer.
_SAMPLE = 1 << 21
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_HIGH = re.compile(rb"[\x80-\xff]")
_FIRST_LINES = 200
# The longest row that quotation marks may make; an address has no more lines.
_LONGEST = 200
_SHOWN = 2000
# Bytes that are no text in the file's encoding, as ``surrogateescape`` gives them.
_UNREADABLE = re.compile("[\udc80-\udcff]")
_LOST = re.compile("\ufffd")
_WIDE = ("utf-16", "utf-32")
_OPEN = "a quotation mark is opened and never closed"
_CODECS = {legacy.charset: legacy.codec for legacy in LEGACY}
_NAMES = {",": "','", ";": "';'", "\t": "tabs", "|": "'|'"}


@dataclass(slots=True)
class _Place:
    """How far a file was read, in bytes."""

    read: int = 0


def open_table(path: Path) -> Table:
    """Look at a text table.

    Raises:
        DocumentError: it is empty, or in no encoding that could be told.
    """
    decoded = decode(_sample(path))
    if "\x00" in decoded.text:
        raise DocumentError("binary data, not a table: it was not read. Save it as CSV in UTF-8.")
    first = [line for line in decoded.text.splitlines()[:_FIRST_LINES] if line.strip()]
    delimiter = find_delimiter(first)
    size = path.stat().st_size
    place = _Place()
    source = _Source(path, decoded.charset, delimiter, place)
    columns = next(source.records(), None)
    if columns is None or isinstance(columns, BadRow):
        raise DocumentError("its first line has no headings: nothing was read.")
    names = headings([str(cell) for cell in columns.cells])
    between = f" with {_NAMES[delimiter]} between the columns" if delimiter in _NAMES else ""
    return Table(
        path=path,
        form=f"text{between}, {decoded.charset}",
        columns=names,
        rows=lambda: _rows(source, len(names)),
        share_read=lambda: place.read / size if size else 1.0,
        doubt=decoded.doubt,
    )


def _sample(path: Path) -> bytes:
    """The first bytes, and when they are all ASCII the first later ones that are not."""
    with path.open("rb") as file:
        first = file.read(_SAMPLE)
        if len(first) < _SAMPLE or first.startswith(_MARKS) or b"\x00" in first:
            return _whole_lines(first, file)
        if _HIGH.search(first):
            return _whole_lines(first, file)
        for block in byte_blocks(file.read, _SAMPLE):
            if _HIGH.search(block):
                return _whole_lines(first[: 1 << 16], None) + _whole_lines(
                    block.partition(b"\n")[2], file
                )
    return first


def _whole_lines(data: bytes, file: BinaryIO | None) -> bytes:
    """Drop the last line when more of it may follow: it may end within a character."""
    if file is not None and not file.read(1):
        return data
    end = data.rfind(b"\n") + 1
    # In UTF-16 a line ends with two bytes.
    end += -end % 4 if data.startswith(_MARKS[1:]) or b"\x00" in data[:1000] else 0
    return data[:end] if end else data


def _rows(source: "_Source", width: int) -> Iterator[TableRow | BadRow]:
    records = source.records()
    next(records, None)
    for record in records:
        if isinstance(record, TableRow) and len(record.cells) != width:
            yield BadRow(
                row=record.row,
                line=record.line,
                reason=f"{len(record.cells)} fields where the headings have {width}",
                text=source.as_text(record.cells),
            )
        else:
            yield record


@dataclass(frozen=True, slots=True)
class _Source:
    """A text file and how to read it."""

    path: Path
    charset: str
    delimiter: str
    place: _Place

    @property
    def unreadable(self) -> re.Pattern[str]:
        """What bad bytes become: the decoders of wide characters cannot keep them."""
        return _LOST if self.charset.startswith(_WIDE) else _UNREADABLE

    def records(self) -> Iterator[TableRow | BadRow]:
        """Every record, the headings as row 0; blank ones are none."""
        row, line = 0, 1
        lines = _Lines(self._lines())
        while (first := lines.take()) is not None:
            cells, reason, count = self._record(first, lines)
            if cells is None:
                yield BadRow(row=row, line=line, reason=reason, text=_shown(first))
                row += 1
            elif "".join(cells).strip():
                yield TableRow(row=row, line=line, cells=cells)
                row += 1
            line += count

    def _record(self, first: str, lines: "_Lines") -> tuple[tuple[str, ...] | None, str, int]:
        """The fields of a record, or None and why, and how many lines it has.

        A quotation mark that is never closed, or closed in a wrong place, costs the line that it
        stands in, not those after it.
        """
        text, count = first, 1
        while True:
            cells, reason = self._split(text)
            if cells is not None:
                return cells, "", lines.drop(count - 1)
            if reason != _OPEN:
                return None, reason, 1
            more = lines.peek(count - 1) if count < _LONGEST else None
            if more is None:
                return None, reason, 1
            text, count = text + more, count + 1

    def _lines(self) -> Iterator[str]:
        codec = _CODECS.get(self.charset, self.charset)
        errors = "replace" if self.unreadable is _LOST else "surrogateescape"
        self.place.read = 0
        with self.path.open("rb") as file:
            with io.TextIOWrapper(file, codec, errors, newline="") as text:
                for number, line in enumerate(text):
                    if number % 1000 == 0:
                        self.place.read = file.tell()
                    yield line.removeprefix("\ufeff") if number == 0 else line
            self.place.read = self.path.stat().st_size

    def _split(self, text: str) -> tuple[tuple[str, ...] | None, str]:
        """The fields of a record, or None and why there are none."""
        if not text.isascii() and self.unreadable.search(text):
            return None, f"bytes that are no {self.charset}"
        if '"' not in text:
            return tuple(text.rstrip("\r\n").split(self.delimiter)), ""
        try:
            (fields,) = csv.reader((text,), delimiter=self.delimiter, strict=True)
        except csv.Error as error:
            open_mark = "unexpected end of data" in str(error)
            return None, _OPEN if open_mark else f"no well-formed row: {error}"
        return tuple(fields), ""

    def as_text(self, cells: tuple[Cell, ...]) -> str:
        """Fields as they would stand in the file."""
        out = io.StringIO()
        delimiter = "," if self.delimiter == NONE else self.delimiter
        csv.writer(out, delimiter=delimiter, lineterminator="").writerow(cells)
        return _shown(out.getvalue())


class _Lines:
    """Lines that can be looked at before they are taken."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._ahead: deque[str] = deque()

    def take(self) -> str | None:
        return self._ahead.popleft() if self._ahead else next(self._lines, None)

    def peek(self, place: int) -> str | None:
        while len(self._ahead) <= place:
            line = next(self._lines, None)
            if line is None:
                return None
            self._ahead.append(line)
        return self._ahead[place]

    def drop(self, count: int) -> int:
        """Take lines that were looked at; returns their number and that of the one before."""
        for _ in range(count):
            self._ahead.popleft()
        return count + 1


def _shown(text: str) -> str:
    return _UNREADABLE.sub("\ufffd", text.rstrip("\r\n"))[:_SHOWN]

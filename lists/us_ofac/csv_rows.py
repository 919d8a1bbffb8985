"""Rows of OFAC's CSV files: no header, CR-LF, nulls written ``-0- ``, a lone Ctrl-Z at the end."""

import csv
from collections.abc import Iterator

from lists.source import ParseReport, Readable
from records import ListFormatError
from records.blocks import byte_lines

NULLS = frozenset(("-0-", "-0"))
"""``-0- `` has a trailing space. A copy of January 2019 that lost the last bytes of its files ends
in ``-0-`` and ``-0``."""
END = b"\x1a"
"""The Ctrl-Z of DOS. OFAC's files end with it; sdn_comments.csv sometimes does not."""
LONGEST_LINE = 1 << 17
"""Bytes. A remark has 1,000 at most; what has no line end for so long is no list."""


def rows(
    file: Readable, name: str, columns: int, report: ParseReport, *, needs_end: bool = True
) -> Iterator[list[str]]:
    """Yield the rows of a file, nulls as empty texts.

    Args:
        file: the unpacked bytes.
        name: what to call the file in a message.
        columns: how many each row has.
        report: counts what cannot be checked.
        needs_end: whether the publisher always ends this file with Ctrl-Z.

    Raises:
        ListFormatError: a row of another shape, quotes that do not close, no first number, neither
            rows nor end mark, or a file as published (CR-LF) that is cut short of its end mark.
    """
    lines = _Lines(file, name, report)
    count = 0
    try:
        for row in csv.reader(lines, strict=True):
            count += 1
            if len(row) != columns or not row[0].isdecimal() or not row[0].isascii():
                raise ListFormatError(f"{name}: row {count} is no row of {columns} columns")
            yield ["" if value.strip() in NULLS else value.strip() for value in row[:-1]] + [
                "" if row[-1].strip() in NULLS else row[-1]
            ]
    except csv.Error as error:
        raise ListFormatError(f"{name}: row {count + 1} is damaged ({error})") from error
    if not count and not lines.ended:
        raise ListFormatError(f"{name}: empty")
    if not lines.ended and (lines.dos or not lines.parted) and needs_end:
        raise ListFormatError(f"{name}: cut short after row {count}: its end mark is missing")
    if not lines.ended and needs_end:
        # A copy with other line ends has lost the mark in the same step; nothing else can tell.
        report.oddities[f"{name} without its end mark, so it may be cut short"] += 1


class _Lines:
    """The lines of a file as text, each with its line end; knows what came at the end."""

    def __init__(self, file: Readable, name: str, report: ParseReport) -> None:
        self._file = file
        self._name = name
        self._report = report
        self.ended = False
        self.dos = False
        self.parted = False
        """Whether any line had an end: a file of one line without one is the start of a file."""

    def __iter__(self) -> Iterator[str]:
        for line in self._split():
            if self.ended and line.strip():
                raise ListFormatError(f"{self._name}: something stands after its end mark")
            if line.strip() == END:
                self.ended = True
            elif line.strip():
                self.dos = self.dos or line.endswith(b"\r\n")
                self.parted = self.parted or line.endswith(b"\n")
                yield self._decoded(line)

    def _split(self) -> Iterator[bytes]:
        try:
            yield from byte_lines(self._file.read, LONGEST_LINE)
        except ValueError as error:
            raise ListFormatError(f"{self._name}: {error}") from error

    def _decoded(self, line: bytes) -> str:
        if b"\x00" in line:
            raise ListFormatError(f"{self._name}: binary data")
        try:
            return line.decode("utf-8")
        except UnicodeDecodeError:
            # ASCII in every edition seen; should a letter come, this is how Windows writes it.
            self._report.oddities[f"{self._name}: a line that is not UTF-8"] += 1
            return line.decode("windows-1252", "replace")

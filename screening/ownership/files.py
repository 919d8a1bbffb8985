"""Files of ownership data as statements: told by their content, packed or not."""

import gzip
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from documents.files import load_head
from documents.tables import open_table
from lists.country_names import understood
from ownership.readers.detect import HEAD_BYTES, READERS, Format, format_of
from ownership.readers.headings import choose_columns
from ownership.readers.lines import OwnershipFormatError
from ownership.readers.table import Row, holdings
from ownership.statements import Statement
from records import BadRow, Cell, DocumentError, UsageError, file_sha256

Notify = Callable[[str], None]
_SHEETS = (b"[Content_Types].xml", b"mimetype")
"""How a spreadsheet, which is a ZIP archive as well, begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnershipFile:
    """A file that was looked at."""

    path: Path
    format: Format
    sha256: str


def look_at(path: Path, asked: str | None) -> OwnershipFile:
    """Tell what a file is.

    Args:
        path: the file.
        asked: its format, where the user says it.

    Raises:
        UsageError: there is no such format.
        DocumentError: it is missing, a folder, not permitted, or empty.
    """
    try:
        load_head(path, 1)
    except DocumentError as error:
        raise DocumentError(f"{path}: {error}") from error
    digest = file_sha256(path)
    if asked is not None:
        if asked not in {known.value for known in Format}:
            known = ", ".join(one.value for one in Format)
            raise UsageError(f"{asked!r} is not a kind of ownership data. Known: {known}")
        return OwnershipFile(path=path, format=Format(asked), sha256=digest)
    with _unpacked(path) as file:
        return OwnershipFile(path=path, format=format_of(file.read(HEAD_BYTES)), sha256=digest)


def statements(
    file: OwnershipFile, columns: Mapping[str, str], notify: Notify
) -> Iterator[Statement]:
    """What a file says.

    Args:
        file: as it was looked at.
        columns: of a table: role to heading; what is missing is guessed.
        notify: told how a table is read.

    Raises:
        OwnershipFormatError: it is not of its format, or nothing is in it.
        DocumentError: it is no table that can be read.
    """
    try:
        if file.format is Format.TABLE:
            yield from _of_table(file.path, columns, notify)
        else:
            with _unpacked(file.path) as stream:
                yield from READERS[file.format](stream)
    except OwnershipFormatError as error:
        raise OwnershipFormatError(f"{file.path}: {error}. Nothing was imported") from error
    except (EOFError, zipfile.BadZipFile, gzip.BadGzipFile) as error:
        raise OwnershipFormatError(
            f"{file.path}: the archive is damaged ({error}). Nothing was imported"
        ) from error


def _of_table(path: Path, given: Mapping[str, str], notify: Notify) -> Iterator[Statement]:
    table = open_table(path)
    columns = choose_columns(table.columns, given)
    shown = (f"{role} = {table.columns[place]!r}" for role, place in columns.places.items())
    notify(f"{path}: {table.form}; {', '.join(shown)}")
    if table.doubt:
        notify(f"{path}: {table.doubt}")

    def rows() -> Iterator[Row]:
        for row in table.rows():
            where = f"row {row.row}"
            yield where, None if isinstance(row, BadRow) else [_text(cell) for cell in row.cells]

    yield from holdings(columns, rows, _country)


def _text(cell: Cell) -> str:
    return cell if isinstance(cell, str) else "; ".join(cell)


def _country(text: str) -> str | None:
    codes = understood(text).codes if text else ()
    # A word that leaves it open (Korea) would join what two registers number alike.
    return codes[0] if len(codes) == 1 else None


@contextmanager
def _unpacked(path: Path) -> Iterator[BinaryIO]:
    """A file's content; of a ZIP archive with one member, or of gzip, what is packed in it."""
    with path.open("rb") as file:
        head = file.read(64)
        file.seek(0)
        if head.startswith(b"\x1f\x8b"):
            with gzip.open(file) as stream:
                yield cast("BinaryIO", stream)
        elif head.startswith(b"PK\x03\x04") and not any(name in head for name in _SHEETS):
            with zipfile.ZipFile(file) as archive, tempfile.TemporaryFile() as plain:
                members = [one for one in archive.infolist() if not one.is_dir()]
                if len(members) != 1:
                    raise OwnershipFormatError(f"an archive of {len(members)} files; unpack it")
                with archive.open(members[0]) as member:
                    shutil.copyfileobj(member, plain)
                plain.seek(0)
                yield cast("BinaryIO", plain)
        else:
            yield file

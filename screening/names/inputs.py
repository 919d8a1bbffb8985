"""What the user hands in: names, pairs of names, documents."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from matcher.search.query import NO_WORD, unsearchable
from records import Document, DocumentError, DocumentStatus, Query, UsageError
from screening.tables import described

Notify = Callable[[str], None]
_TABLES = (".csv", ".tsv")
"""Endings of tables, whose lines have more in them than a name."""


def names_from(names: Sequence[str], file: Path | None, *, notify: Notify) -> list[str]:
    """The names to match: as given, or one a line of a file. An empty line is an empty name, so
    that the answers stand in line with the file (``not_screened`` tells of lines of signs).

    Raises:
        UsageError: neither or both were given, or none that is given can be searched for.
        DocumentError: the file cannot be read as text.
    """
    if bool(names) == (file is not None):
        raise UsageError("give names, or --file with one name a line, and not both")
    if file is not None:
        lines = _lines(_text(file, notify))
        if file.suffix.lower() in _TABLES:
            advice = f"For a table: namewarden batch {file}"
            notify(f"{file}: each line is screened as one name. {advice}")
        return lines
    unread = unread_places(names)
    if len(unread) == len(names):
        raise UsageError(f"{_told(names[unread[0]])}: nothing was screened")
    return list(names)


def queries_from(
    names: Sequence[str], file: Path | None, said: Mapping[str, Any], *, notify: Notify
) -> list[Query]:
    """The parties to match: names, or a file with a name a line (see ``names_from``) or with a JSON
    object a line.

    Args:
        names: as written.
        file: its ending says which of the two it is.
        said: what else is known of the only name (``screening.tables.described``).
        notify: told how a file was read.

    Raises:
        UsageError: see ``names_from``; or something is said of several names, or not understood.
        DocumentError: the file cannot be read as text.
    """
    if file is not None and not names and file.suffix.lower() in (".jsonl", ".ndjson"):
        if said:
            raise UsageError(f"{file} says itself what is known of its parties: no options for it")
        return list(described.queries(_lines(_text(file, notify)), str(file)))
    if said and (file is not None or len(names) != 1):
        raise UsageError("options that describe a party need one name; for several give a .jsonl")
    if said:
        return [described.query({"name": names[0], **said})]
    return [Query(name=name) for name in names_from(names, file, notify=notify)]


def unread_places(names: Sequence[str]) -> list[int]:
    """The positions of names that cannot be screened."""
    return [place for place, name in enumerate(names) if unsearchable(Query(name=name))]


def _told(name: str) -> str:
    """``'…' has no word that can be searched for``, of a name that cannot be screened."""
    return f"{name[:60]!r} has {unsearchable(Query(name=name))}"


def not_screened(file: Path | None, lines: Sequence[str]) -> str | None:
    """What to tell of the names, or lines of a file, that were asked for and could not be; None
    where there is none. An empty line asks nothing. The answers say it, too.
    """
    unread = [place for place in unread_places(lines) if lines[place].strip()]
    if not unread:
        return None
    reason = unsearchable(Query(name=lines[unread[0]]))
    if file is None:
        named = ", ".join(repr(lines[place][:60]) for place in unread[:3])
        others = f" and {len(unread) - 3:,} more" if len(unread) > 3 else ""
        return f"NOT SCREENED: {named}{others}: {reason}"
    more = f" and {len(unread) - 1:,} more" if len(unread) > 1 else ""
    advice = ". Is a name missing there?" if reason == NO_WORD else ""
    return f"{file}: NOT SCREENED: line {unread[0] + 1}{more}: {reason}{advice}"


def pairs_from(
    left: str | None, right: str | None, file: Path | None, *, notify: Notify
) -> list[tuple[str, str]]:
    """The pairs to compare: two names, or the columns ``left`` and ``right`` of a CSV file.

    Raises:
        UsageError: not exactly two names, names and a file, or a name without a word.
        DocumentError: the file cannot be read, is no such CSV, or has no pairs.
    """
    if file is not None and left is None:
        return _csv_pairs(file, _text(file, notify))
    if file is not None or left is None or right is None:
        raise UsageError("give two names, or --file with the columns left and right, and not both")
    if unread := unread_places((left, right)):
        raise UsageError(f"{_told((left, right)[unread[0]])}: nothing was compared")
    return [(left, right)]


def documents_from(paths: Sequence[Path], pipe: BinaryIO) -> Iterator[Document]:
    """Read documents one after the other: files, folders with all that is in them, ``-``; each
    with the files inside it.
    """
    from documents import LARGEST_FILE, Sandbox, read_all, walk

    with Sandbox() as sandbox:
        for path in paths:
            if str(path) == "-":
                data = pipe.read(LARGEST_FILE + 1)
                yield from read_all(data=data, shown_as="-", sandbox=sandbox)
            else:
                for file in walk([path]):
                    yield from read_all(file, shown_as=str(file), sandbox=sandbox)


def _text(file: Path, notify: Notify) -> str:
    from documents import read_text

    document = read_text(file, shown_as=str(file))
    if document.status is DocumentStatus.NOT_SCREENED:
        raise DocumentError(f"{file}: {document.reason}")
    if document.reason:
        notify(f"{file}: {document.reason}")
    return "".join(passage.text for passage in document.passages)


def _lines(text: str) -> list[str]:
    # Not splitlines(): names hold characters that it takes for line ends.
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines[:-1] if lines[-1] == "" else lines


def _csv_pairs(file: Path, text: str) -> list[tuple[str, str]]:
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        columns = reader.fieldnames or ()
        if not {"left", "right"} <= set(columns):
            found = ", ".join(map(repr, columns))
            raise DocumentError(
                f"{file}: the columns 'left' and 'right' are needed in its first line, which has "
                f"{found[:200]}. Nothing was compared."
            )
        pairs = [_pair(file, reader.line_num, row) for row in reader]
    except csv.Error as error:
        raise DocumentError(
            f"{file}: line {reader.line_num} is not valid CSV ({error}). Nothing was compared."
        ) from error
    if not pairs:
        raise DocumentError(f"{file}: no pairs below the headings. Nothing was compared")
    return pairs


def _pair(file: Path, line: int, row: dict[str, str | None]) -> tuple[str, str]:
    left, right = row["left"], row["right"]
    if left is None or right is None:
        raise DocumentError(
            f"{file}: line {line} has no value for 'left' or 'right'. Nothing was compared."
        )
    if unread := unread_places((left, right)):
        told = _told((left, right)[unread[0]])
        raise DocumentError(f"{file}: line {line}: {told}. Nothing was compared.")
    return left, right

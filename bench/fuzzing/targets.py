"""What is fuzzed: each target takes any bytes, and only the errors of its contract may come out."""

import atexit
import io
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from documents import Sandbox, read_all
from documents.tables import open_table
from lists import SOURCES, ParseReport, Source, source
from matcher.names.parser import analyse
from matcher.names.variants import variants
from records import DocumentError, DocumentStatus, ListFormatError, NamewardenError
from records.as_json import entity_line
from screening.tables.columns import choose_columns
from screening.tables.rows import counterparty
from screening.tables.understood import look_through

DATA = Path(__file__).parents[2] / "tests" / "data"
KEPT = DATA / "fuzz"
"""A folder for each target: files that once broke it, and files worth beginning with."""


@dataclass(frozen=True, slots=True)
class Target:
    """One reader, and the files to begin with."""

    name: str
    check: Callable[[bytes], None]
    """Raises what must not come out."""
    seeds: tuple[bytes, ...]


def targets() -> Iterator[Target]:
    """Every reader of lists, documents, tables and names."""
    for of in (*SOURCES, source("custom")):
        found = _bytes_of(DATA / of.name) if not of.own else _bytes_of(DATA / "us_csl")
        yield Target(of.name, _list_check(of), found + _kept(of.name))
    documents = _bytes_of(DATA / "documents")
    yield Target("documents", _document, documents + _kept("documents"))
    tables = tuple(
        path.read_bytes() for path in sorted((DATA / "documents").glob("table.*"))
    ) + _bytes_of(DATA / "us_csl")
    yield Target("tables", _table, tables + _kept("tables"))
    names = tuple((DATA / "press_names.csv").read_bytes().splitlines()[1:200])
    yield Target("names", _name, names + _kept("names"))


def _bytes_of(folder: Path) -> tuple[bytes, ...]:
    """The files that are samples, and not what is expected of them."""
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return tuple(path.read_bytes() for path in paths if path.suffix not in (".jsonl", ".md"))


def _kept(name: str) -> tuple[bytes, ...]:
    return _bytes_of(KEPT / name)


def _list_check(of: Source) -> Callable[[bytes], None]:
    def check(data: bytes) -> None:
        of.recognises(data[: 1 << 16])
        report = ParseReport()
        with suppress(ListFormatError):
            for entity in of.parse(io.BytesIO(data), report):
                assert entity.id.startswith(f"{of.name}:")
                assert entity.names or report.oddities, "without a name, and nobody is told"
                entity_line(entity).encode()

    return check


_SANDBOX = Sandbox(quiet=20, longest=40)
atexit.register(_SANDBOX.close)


def _document(data: bytes) -> None:
    for document in read_all(data=data, shown_as="a", sandbox=_SANDBOX):
        assert (document.reason is None) == (document.status is DocumentStatus.SCREENED)
        assert "\n" not in (document.reason or "")
        assert "took longer" not in (document.reason or ""), document.reason
        assert "reader failed" not in (document.reason or ""), document.reason
        end = -1
        for passage in document.passages:
            assert passage.start > end
            end = passage.start + len(passage.text)
        document.text.encode()


def _table(data: bytes) -> None:
    with tempfile.NamedTemporaryFile() as file:
        file.write(data)
        file.flush()
        with suppress(DocumentError):
            table = open_table(Path(file.name))
            with suppress(NamewardenError):
                chosen = choose_columns(table, None)
                look_through(table, chosen)
                for row in table.rows():
                    counterparty(row, chosen)


def _name(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    name = analyse(text)
    assert name is not None
    list(variants(text))

"""Readers of documents against the libraries below them, as ratios in one run.

    python bench/readers.py [--write]

PDF text against pypdfium2's text extraction alone, cells against calamine's alone, small text files
against reading and decoding them. What the parsing process adds stands beside it. ``--write`` keeps
the figures in bench/results/readers.json.
"""

import argparse
import io
import json
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2 as pdfium
from kept_results import circumstances
from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from documents import Content, Sandbox, read_all
from documents.readers import reader_for

SAMPLES = Path(__file__).parent.parent / "tests" / "data" / "documents"
ARTICLE = Path(__file__).parent.parent / "screening" / "demo_data" / "article.txt"
RESULTS = Path(__file__).parent / "results" / "readers.json"
PDF, XLSX = "application/pdf", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ROUNDS = 5


def seconds(work: Callable[[], object]) -> float:
    """The median of a few rounds, by the clock."""
    rounds = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        work()
        rounds.append(time.perf_counter() - started)
    return statistics.median(rounds)


def a_pdf(copies: int = 100) -> bytes:
    """A file of many pages: those of a printed letter again and again."""
    letter = pdfium.PdfDocument(SAMPLES / "chromium.pdf")
    document = pdfium.PdfDocument.new()
    for _ in range(copies):
        document.import_pages(letter)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def a_workbook(rows: int = 40_000) -> bytes:
    """About two megabytes of cells."""
    words = ARTICLE.read_text(encoding="utf-8").split()
    chance = random.Random(1)
    buffer = io.BytesIO()
    with Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Data")
        sheet.write_row(0, 0, ("Supplier", "City", "Note", "Amount"))
        for row in range(1, rows):
            texts = (" ".join(chance.choices(words, k=count)) for count in (3, 1, 4))
            sheet.write_row(row, 0, (*texts, chance.random()))
    return buffer.getvalue()


def text_of(data: bytes) -> None:
    """What pypdfium2 needs for the text alone."""
    document = pdfium.PdfDocument(data)
    for number in range(len(document)):
        document[number].get_textpage().get_text_range()


def cells_of(data: bytes) -> None:
    """What calamine needs for the cells alone."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python()


def formats(sandbox: Sandbox) -> dict[str, dict[str, float]]:
    """Each format: the library alone, our reader, and our reader in the parsing process."""
    found = {}
    for name, media_type, data, bare in (
        ("pdf", PDF, a_pdf(), text_of),
        ("xlsx", XLSX, a_workbook(), cells_of),
    ):
        reader = reader_for(media_type)
        assert reader is not None
        content = Content(data=data, media_type=media_type)
        alone = seconds(lambda data=data, bare=bare: bare(data))  # type: ignore[misc]
        ours = seconds(lambda content=content, reader=reader: reader.read(content))  # type: ignore[misc]
        apart = seconds(lambda data=data, kind=media_type: sandbox.read(data, kind))  # type: ignore[misc]
        found[name] = {
            "bytes": len(data),
            "library_seconds": alone,
            "ratio": ours / alone,
            "ratio_in_parsing_process": apart / alone,
        }
    return found


def small_texts(sandbox: Sandbox, count: int = 500) -> dict[str, float]:
    """A folder of small files: they must not cost a process each."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{number}.txt" for number in range(count)]
        for path in paths:
            path.write_bytes(ARTICLE.read_bytes())
        alone = seconds(lambda: [path.read_bytes().decode() for path in paths])
        ours = seconds(lambda: [read_all(path, shown_as="a", sandbox=sandbox) for path in paths])
    return {"files": count, "milliseconds_a_file": 1000 * ours / count, "ratio": ours / alone}


def start_up() -> float:
    """The first document that needs the parsing process."""

    def first() -> None:
        with Sandbox() as sandbox:
            sandbox.read(b"<html><p>x</html>", "text/html")

    return seconds(first)


def main() -> None:
    """Measure, print, and keep when asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    with Sandbox() as sandbox:
        found = {
            **circumstances(),
            **formats(sandbox),
            "small_texts": small_texts(sandbox),
            "parsing_process_start_seconds": start_up(),
        }
    text = json.dumps(found, indent=2)
    print(text)
    if arguments.write:
        RESULTS.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

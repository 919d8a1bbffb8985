"""XPS: pages as drawn, each run of letters an element of its own (ECMA-388, 12.1 Glyphs)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from documents.layout import Layout, sound
from documents.office import natural, open_office
from documents.office_rest import rest
from documents.reader import Content, Extraction
from documents.said import Rest
from documents.xml_parts import Element, local

# Fonts (as they are and obfuscated), colours, and what printers are told.
_NO_WORDS = re.compile(
    r"\.(?:odttf|ttf|ttc|otf|icc)$|(?:^|/)[^/]*PrintTicket[^/]*\.xml$", re.IGNORECASE
)
# A gap of so many ems is a space; runs whose baselines are further apart are of two lines.
_SPACE, _LINE = 0.15, 0.3
# How wide a letter is, in ems, where the run does not say.
_LETTER = 0.5
_EM = 10.0


@dataclass(frozen=True, slots=True)
class _Run:
    """Letters in a row; lengths in 1/96 inch."""

    text: str
    left: float
    baseline: float
    size: float
    right: float


def read(content: Content) -> Extraction:
    """Read the letters of every page, with properties and pictures.

    Raises:
        DocumentError: it is damaged, or has no words.
    """
    office = open_office(content.data)
    layout = Layout()
    pages = sorted(office.names("", ".fpage"), key=natural)
    for number, name in enumerate(pages, start=1):
        layout.add("".join(_lines(_runs(office.xml(name)))), page=number)
    office.read.update(name for name in office.unread() if _NO_WORDS.search(name))
    for name in (*office.names("", ".fdoc"), *office.names("", ".fdseq")):
        office.xml(name)
    parts = rest(office, Rest(layout), {})
    return office.extraction(content, layout, parts, len(pages))


def _runs(page: Element) -> Iterator[_Run]:
    for node in page.iter():
        if local(node) != "Glyphs":
            continue
        # ``{}`` stands before a text that begins with a brace.
        text = sound((node.get("UnicodeString") or "").removeprefix("{}"))
        if not text:
            continue
        left, size = _number(node, "OriginX", 0.0), _number(node, "FontRenderingEmSize", _EM)
        width = _width(node.get("Indices") or "", len(text)) * size
        yield _Run(text, left, _number(node, "OriginY", 0.0), size, left + width)


def _number(node: Element, name: str, missing: float) -> float:
    try:
        return float(node.get(name) or missing)
    except ValueError:
        return missing


def _width(indices: str, letters: int) -> float:
    """The width of a run in ems, by what it says of its letters: hundredths of an em each."""
    said = indices.split(";")
    wide = 0.0
    for place in range(letters):
        fields = said[place].split(",") if place < len(said) else []
        try:
            wide += float(fields[1]) / 100 if len(fields) > 1 and fields[1] else _LETTER
        except ValueError:
            wide += _LETTER
    return wide


def _lines(runs: Iterator[_Run]) -> Iterator[str]:
    """The letters of a page, with spaces and line ends between runs as they stand."""
    before: _Run | None = None
    for run in runs:
        if before is not None:
            if abs(run.baseline - before.baseline) > _LINE * max(run.size, before.size):
                yield "\n"
            elif not _SPACE * -4 < (run.left - before.right) / run.size < _SPACE:
                yield " "
        yield run.text
        before = run

"""XLSX, XLS and ODS by calamine (Rust): every cell with its address and its column's header.

calamine reads the cells; comments, text boxes, headers and footers of XLSX come from its XML.
"""

import datetime
import io
import re
from collections.abc import Iterator, Sequence
from html import unescape
from pathlib import PurePosixPath

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from documents.cells import Headers, address
from documents.layout import Layout, sound, tidy
from documents.odf import notes, open_odf
from documents.office import OfficeFile, drawn_texts, embedded, open_office, properties
from documents.reader import Content, Part, Reading
from documents.xml_parts import attribute, local
from records import DocumentError

_XLS = "application/vnd.ms-excel"
_ODS = "application/vnd.oasis.opendocument.spreadsheet"
# Shorter numbers are amounts and counts; registration numbers are longer.
_LEAST_DIGITS = 6
# ``&C&"Arial,Bold"&12Page &P``: where and how a header is printed, and what is counted in it.
_MARGIN = re.compile(rb"<(?:\w+:)?(?:odd|even|first)(?:Header|Footer)\b[^>]*>([^<]*)<")
_CODES = re.compile(r'&(?:"[^"]*"|\d+|[A-Z])')


def read(content: Content) -> Reading:
    """Read a workbook: all its sheets, hidden ones too.

    Raises:
        DocumentError: it is encrypted or damaged, or has no words.
    """
    office = _office(content)
    layout = Layout()
    try:
        with io.BytesIO(content.data) as file:
            book = CalamineWorkbook.from_filelike(file)
            for name in book.sheet_names:
                _sheet(book, name, layout)
    except PasswordError as error:
        raise DocumentError(
            "an encrypted spreadsheet: it needs a password and was not read. Save it without one."
        ) from error
    except CalamineError as error:
        raise DocumentError(
            f"a damaged spreadsheet ({error}): it was not read. Open it and save it again."
        ) from error
    parts: tuple[Part, ...] = ()
    if office is not None and content.media_type == _ODS:
        notes(office.xml("content.xml"), layout)
    elif office is not None:
        _beside(office, layout)
        parts = embedded(office, "xl/")
    if office is not None:
        return office.reading(content, layout, parts)
    if not layout.passages:
        raise DocumentError("no text in its cells: nothing to screen")
    return Reading(passages=layout.passages, media_type=content.media_type)


def _office(content: Content) -> OfficeFile | None:
    """The ZIP file, its sizes checked, before calamine unpacks it; None for XLS, which is none."""
    if content.media_type == _XLS:
        return None
    return open_odf(content.data) if content.media_type == _ODS else open_office(content.data)


def _sheet(book: CalamineWorkbook, name: str, layout: Layout) -> None:
    sheet = book.get_sheet_by_name(name)
    first_row, first_column = sheet.start or (0, 0)
    headers = Headers()
    for row, values in enumerate(_rows(sheet.to_python(skip_empty_area=True)), start=first_row):
        texts = [_text(value) for value in values]
        for column, text in enumerate(texts):
            if text and not text.isspace():
                where = f"{name}!{address(row, first_column + column)}"
                layout.add(text, place=where + headers.of(column))
        headers.see(texts)


def _rows(table: Sequence[Sequence[object]]) -> Iterator[Sequence[object]]:
    yield from table


def _text(value: object) -> str:
    """A cell as words; small numbers, dates and empty cells name nobody."""
    if isinstance(value, str):
        return sound(value).strip()
    if isinstance(value, bool | datetime.date | datetime.time | datetime.timedelta):
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value) if isinstance(value, int) and len(str(value)) >= _LEAST_DIGITS else ""


def _beside(office: OfficeFile, layout: Layout) -> None:
    """What an XLSX file says outside its cells."""
    for name in office.names("xl/comments", ".xml") + office.names("xl/threadedComments/", ".xml"):
        for node in office.xml(name).iter():
            if local(node) in ("comment", "threadedComment"):
                texts = [item.text or "" for item in node.iter() if local(item) in ("t", "text")]
                layout.add(tidy("".join(texts)), place=f"comment {attribute(node, 'ref') or ''}")
    for folder, place in (("xl/drawings/", "text box"), ("xl/charts/", "chart")):
        for name in office.names(folder, ".xml"):
            if PurePosixPath(name).parent.name != "_rels":
                for text in drawn_texts(office.xml(name)):
                    layout.add(text, place=place)
    sheets = office.names("xl/worksheets/sheet", ".xml")
    for text in dict.fromkeys(text for name in sheets for text in _margins(office.bytes(name))):
        layout.add(text, place="header or footer")
    properties(office, layout)


def _margins(sheet: bytes) -> Iterator[str]:
    """The printed headers and footers. Not by parsing: they are a line of a sheet of megabytes."""
    for found in _MARGIN.finditer(sheet):
        yield tidy(_CODES.sub(" ", unescape(found[1].decode("utf-8", errors="replace"))))

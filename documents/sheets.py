"""XLSX, XLS and ODS by calamine (Rust): every cell with its address and its column's header.

calamine reads the cells; comments, text boxes, headers and footers of XLSX come from its XML.
"""

import datetime
import io
import re
from collections.abc import Iterator, Sequence
from html import unescape

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from documents import runs
from documents.biff import read_around
from documents.cells import Headers, address, printed
from documents.formula_cells import formulas_unread, without_values
from documents.layout import Layout, sound, tidy
from documents.odf import Walk, extras, notes, open_odf, outside
from documents.office import OfficeFile, open_office
from documents.office_rest import rest
from documents.ole import objects, open_ole, properties
from documents.reader import Content, Extraction, Part
from documents.said import Rest
from documents.xml_parts import attribute, local, parse_xml
from records import DocumentError

_XLS = "application/vnd.ms-excel"
_ODS = "application/vnd.oasis.opendocument.spreadsheet"
# Of the workbook, and of its pivot tables.
_BOOKS = ("Workbook", "Book", "_SX_DB_CUR")
_CONTROLS = ("Ctls",)
# Shorter numbers are amounts and counts; registration numbers are longer.
_LEAST_DIGITS = 6
_MARGINS = frozenset(
    ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")
)
# As bytes, before anything is parsed.
_IS_SHEET = re.compile(rb"<(?:\w+:)?(?:worksheet|chartsheet|dialogsheet|macrosheet)[\s>]")
_IS_COMMENTS = re.compile(rb"<(?:\w+:)?(?:comments|ThreadedComments)[\s>]")
_IN_COMMENTS = frozenset(("t", "text"))
# Cells of a number or of a text that stands elsewhere, and rows that have no others: nothing in
# them is a word.
_VALUE = rb'(?: [\w:]+="(?:[A-Z]{0,3}[\d.: -]+|[a-z]?|true|false)")*+\s*+'
_CELLS = re.compile(
    rb"<((?:\w+:)?c)" + _VALUE + rb"(?:/>|>\s*<(?:\w+:)?v>[\d.eE+-]*</(?:\w+:)?v>\s*</\1>)"
)
_ROWS = re.compile(rb"<((?:\w+:)?row)" + _VALUE + rb"(?:/>|>\s*</\1>)")
_LITERAL = re.compile(rb"<(?:\w+:)?f\b[^>]*>([^<]*(?:\"|&quot;)[^<]*)<")
_READING = re.compile(rb"<(?:\w+:)?rPh[\s>]")
_IN_QUOTES = re.compile(r'"((?:[^"]|"")*)"')


def read(content: Content) -> Extraction:
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
    except BaseException as error:
        # A panic of calamine's, which is no Exception, would end the parsing process.
        if type(error).__name__ != "PanicException":
            raise
        raise DocumentError(
            "a damaged old Office file or spreadsheet: it was not read. Is it whole?"
        ) from error
    unread: str | None = None
    if office is None:
        parts, unread = _beside_xls(content.data, layout)
    elif content.media_type == _ODS:
        parts = _beside_ods(office, layout)
    else:
        parts, unread = _beside(office, layout)
    if office is not None:
        return office.extraction(content, layout, parts, unread=unread)
    if not layout.passages and not parts:
        raise DocumentError("no text in its cells: nothing to screen")
    return Extraction(
        passages=layout.passages, media_type=content.media_type, unread=unread, parts=parts
    )


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


def _beside_ods(office: OfficeFile, layout: Layout) -> tuple[Part, ...]:
    root = office.xml("content.xml")
    notes(root, layout)
    aside = Rest(layout)
    outside(root, aside, "sheet")
    walk = Walk(layout)
    return extras(office, walk, aside)


def _beside_xls(data: bytes, layout: Layout) -> tuple[tuple[Part, ...], str | None]:
    """What an XLS file says outside its cells, the files inside it, and what was not read."""
    aside, unread = Rest(layout), dict[str | None, None]()
    with open_ole(data) as file:
        for path in file.listdir(streams=True, storages=False):
            if path[0] in _BOOKS:
                unread[read_around(file.openstream(path).read(), aside)] = None
            elif path[0] in _CONTROLS:
                for text in (*runs.wide(raw := file.openstream(path).read()),
                             *runs.narrow(raw, "cp1252")):  # fmt: skip
                    aside.add(text, "form control")
        properties(file, aside)
        parts = objects(file, layout, taken=(*_BOOKS, *_CONTROLS))
    return parts, " ".join(filter(None, unread)) or None


def _beside(office: OfficeFile, layout: Layout) -> tuple[tuple[Part, ...], str | None]:
    """What an XLSX file says outside its cells, the files inside it, and what was not read."""
    comments = office.roots("", _IS_COMMENTS)
    for name in comments:
        for node in office.xml(name).iter():
            if local(node) in ("comment", "threadedComment"):
                texts = [item.text or "" for item in node.iter() if local(item) in ("t", "text")]
                layout.add(tidy("".join(texts)), place=f"comment {attribute(node, 'ref') or ''}")
    aside = Rest(layout)
    sheets = office.roots("", _IS_SHEET)
    unread = dict[str, None]()
    for text, place, partly in without_values(office, sheets, layout.passages):
        aside.add(text, place)
        unread |= {place: None} if partly else {}
    for name in sheets:
        _around_cells(office.bytes(name), aside)
    for name in office.names("", "sharedStrings.xml"):
        if _READING.search(data := office.bytes(name)):
            for node in parse_xml(data).iter():
                if local(node) == "rPh":
                    aside.add(tidy("".join(map(str, node.itertext()))), "reading")
    parts = rest(office, aside, dict.fromkeys(comments, _IN_COMMENTS))
    return parts, formulas_unread(unread)


def _around_cells(sheet: bytes, aside: Rest) -> None:
    """The words of a sheet outside its cells. Those of no words are cut out before it is parsed:
    they are megabytes.
    """
    for literal in _LITERAL.findall(sheet):
        for text in _IN_QUOTES.findall(unescape(literal.decode("utf-8", errors="replace"))):
            aside.add(tidy(text), "formula")
    root = parse_xml(_ROWS.sub(b"", _CELLS.sub(b"", sheet)))
    for node in root.iter():
        if local(node) in _MARGINS:
            aside.add(printed(node.text or ""), "header or footer")
    aside.part(root, "sheet", _MARGINS)

"""Words that a PDF page shows and its text lacks: those of tiling patterns, with which watermarks
and security papers are filled, and of soft masks. ISO 32000-1, 8.7.3 and 11.6.5.

pdfium gives no text of either. Both are content streams as forms are, so each is put on a page of
its own, whose text pdfium then gives.
"""

import io
import re
from collections.abc import Iterator
from typing import Any

import pypdfium2 as pdfium
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    DecodedStreamObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    StreamObject,
)

from documents.pdf_calls import TextPage
from documents.pdf_order import in_reading_order
from documents.pdf_text import clean

_TILING = re.compile(rb"/PatternType\s+1\b")
_OBJECT = re.compile(rb"(\d{1,10})\s+(\d{1,5})\s+obj\b")
_MASK = re.compile(rb"/S\s*/(?:Luminosity|Alpha)\b")
_GROUP = re.compile(rb"/G\s+(\d{1,10})\s+(\d{1,5})\s+R")
# Bytes of an object before what says that it is a pattern, and around what says that it is a mask.
_BEFORE, _AROUND = 2000, 300
# Of a file that has more of them, which programs make for shades, the first are read.
_MOST = 1000
_NOT_READ = "words in its patterns and masks could not be read. Print it to a new PDF file."


def may_have_more(objects: bytes) -> bool:
    """Whether objects of a file may say of a pattern or a mask that it is one."""
    return _TILING.search(objects) is not None or b"/Luminosity" in objects or b"/Alpha" in objects


def drawn_texts(data: bytes, packed: list[bytes]) -> tuple[list[str], str | None]:
    """The words in patterns and masks, and what of them was not read.

    Args:
        data: the file, whose objects are not encrypted.
        packed: its objects that are packed together.
    """
    numbers = dict.fromkeys((*_tilings(data), *(n for one in (data, *packed) for n in _masks(one))))
    if not numbers:
        return [], None
    try:
        reader = PdfReader(io.BytesIO(data))
        forms = [form for number in list(numbers)[:_MOST] if (form := _form(reader, *number))]
        return (list(_read(forms)) if forms else []), None
    except Exception:  # noqa: BLE001 (pypdf raises anything on a damaged file; it is said)
        return [], _NOT_READ


def _tilings(data: bytes) -> Iterator[tuple[int, int]]:
    """Number and generation of the patterns, which are streams and so never packed."""
    for found in _TILING.finditer(data):
        before = data[max(0, found.start() - _BEFORE) : found.start()]
        if numbers := _OBJECT.findall(before):
            yield int(numbers[-1][0]), int(numbers[-1][1])


def _masks(objects: bytes) -> Iterator[tuple[int, int]]:
    for found in _MASK.finditer(objects):
        around = objects[max(0, found.start() - _AROUND) : found.end() + _AROUND]
        for number, generation in _GROUP.findall(around):
            yield int(number), int(generation)


def _form(reader: PdfReader, number: int, generation: int) -> StreamObject | None:
    """A content stream that may write words."""
    found = reader.get_object(IndirectObject(number, generation, reader))
    if not isinstance(found, StreamObject):
        return None
    resources: Any = found.get("/Resources")
    resources = resources.get_object() if resources is not None else None
    # One without resources of its own has those of its page.
    if isinstance(resources, DictionaryObject) and resources.keys().isdisjoint(
        ("/Font", "/XObject")
    ):
        return None
    return found


def _read(forms: list[StreamObject]) -> Iterator[str]:
    writer = PdfWriter()
    content = DecodedStreamObject()
    content.set_data(b"/X Do")
    drawing = writer._add_object(content)
    for form in forms:
        copy: Any = form.clone(writer, force_duplicate=True)
        copy[NameObject("/Type")] = NameObject("/XObject")
        copy[NameObject("/Subtype")] = NameObject("/Form")
        page = writer.add_blank_page(width=14400, height=14400)
        inner = DictionaryObject({NameObject("/X"): copy.indirect_reference})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): inner})
        page[NameObject("/Contents")] = drawing
    with io.BytesIO() as file:
        writer.write(file)
        document = pdfium.PdfDocument(file.getvalue())
    for page in document:
        with TextPage(page) as textpage:
            yield clean(in_reading_order(textpage, textpage.text())).strip()
        page.close()
    document.close()

"""PDF by pdfium (https://pdfium.googlesource.com): the text of the pages, what stands beside it and
on no page, files attached to it; scanned pages by tesseract.

pdfium reads in the order in which the page was written, which keeps columns apart.
"""

from collections.abc import Iterator

import pypdfium2 as pdfium
from pypdfium2 import raw

from documents.layout import Layout
from documents.limits import LARGEST_FILE, MOST_PAGES
from documents.pdf_aside import Aside, properties
from documents.pdf_fields import Beside, has_notes, read_beside
from documents.pdf_page import Pages
from documents.pdf_text import origins
from documents.reader import Content, Extraction, Part
from documents.run_on import over_pages
from records import Box, DocumentError


def read(content: Content) -> Extraction:
    """Read a PDF file.

    Raises:
        DocumentError: it is encrypted, damaged, has too many pages, or no word that can be read.
    """
    document = open_pdf(content.data)
    layout = Layout()
    properties(document, layout)
    aside = Aside(document, content.data)
    unread: dict[int, str] = {}
    noted: list[int] = []
    pages = Pages(content, layout)
    for number in range(len(document)):
        try:
            page = document[number]
            if has_notes(page):
                noted.append(number)
            aside.page(page, number + 1)
            reason = pages.read(page, number + 1)
        except pdfium.PdfiumError:
            reason = "damaged pages."
        if reason:
            unread[number + 1] = reason
    of_pages = [item for item in layout.passages if item.page and not item.place]
    for text, number in over_pages(of_pages):
        layout.add(text, page=number, place=f"pages {number} and {number + 1}, joined")
    beside = Beside()
    if noted or document.get_formtype() != raw.FORMTYPE_NONE:
        beside = read_beside(document, content.data, noted)
        layout.again(beside.layout.passages)
    parts = (*_attachments(document), *beside.parts)
    missed = (beside.unread, aside.lay_out(layout, parts))
    parts = (*parts, *aside.parts)
    if not layout.passages and not parts:
        reasons = " ".join(sorted({*unread.values(), *filter(None, missed)})).strip()
        reasons = reasons or "It is empty."
        raise DocumentError(f"no text in its {len(document):,} pages: not read. {reasons}")
    return Extraction(
        passages=layout.passages,
        media_type=content.media_type,
        pages=len(document),
        unread=" ".join(filter(None, (_summary(unread, len(document)), *missed))) or None,
        parts=parts,
    )


def open_pdf(data: bytes) -> "pdfium.PdfDocument":
    """Open a PDF file.

    Raises:
        DocumentError: it is encrypted or damaged, or has too many pages.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise DocumentError(
                "an encrypted PDF file: it needs a password and was not read. Save it without one."
            ) from error
        raise DocumentError(
            "a damaged PDF file: it was not read. Is it whole? Open it and save it again."
        ) from error
    if len(document) > MOST_PAGES:
        raise DocumentError(
            f"a PDF file of {len(document):,} pages, more than {MOST_PAGES:,}: nothing was read. "
            "Split it and screen the parts."
        )
    return document


def _attachments(document: "pdfium.PdfDocument") -> Iterator[Part]:
    total = 0
    for number in range(document.count_attachments()):
        name = f"attachment {number + 1}"
        try:
            attachment = document.get_attachment(number)
            name = attachment.get_name() or name
            data = bytes(attachment.get_data())
        except pdfium.PdfiumError:
            yield Part(name=name, data=b"", unread="a damaged attachment: it was not read")
            continue
        total += len(data)
        if total > LARGEST_FILE:
            yield Part(name=name, data=b"", unread="the attachments are too large: not read")
            return
        yield Part(name=name, data=data)


def _summary(unread: dict[int, str], pages: int) -> str | None:
    """``pages 3, 7–9 of 12: scanned pages without text.``"""
    if not unread:
        return None
    by_reason: dict[str, list[int]] = {}
    for number, reason in unread.items():
        by_reason.setdefault(reason, []).append(number)
    return " ".join(
        f"page {_ranges(numbers)} of {pages:,} not read: {reason}"
        for reason, numbers in by_reason.items()
    )


def _ranges(numbers: list[int]) -> str:
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(f"{a}" if a == b else f"{a}–{b}" for a, b in runs)


def boxes(page: "pdfium.PdfPage", spans: list[tuple[int, int]]) -> list[list[Box]]:
    """Where spans of the page's text stand on it: for each span a box a line.

    Args:
        page: a page whose text was read by ``read``.
        spans: from and to, in code points of the page's passage.
    """
    width, height = page.get_width(), page.get_height()
    textpage = page.get_textpage()
    places = origins(textpage.get_text_range())
    found = []
    for start, end in spans:
        first, last = places[start], places[min(end, len(places) - 1)]
        count = textpage.count_rects(first, last - first)
        lines = _lines([textpage.get_rect(number) for number in range(count)])
        found.append(
            [
                Box(
                    start=start,
                    end=end,
                    left=round(left / width, 5),
                    top=round(1 - top / height, 5),
                    right=round(right / width, 5),
                    bottom=round(1 - bottom / height, 5),
                )
                for left, bottom, right, top in lines
            ]
        )
    return found


_Rectangle = tuple[float, float, float, float]


def _lines(rectangles: list[_Rectangle]) -> list[_Rectangle]:
    """Rectangles (left, bottom, right, top) beside each other made one, as a change of font or a
    hyphen makes several on a line.
    """
    joined: list[_Rectangle] = []
    for left, bottom, right, top in rectangles:
        before = joined[-1] if joined else (0.0, 0.0, 0.0, 0.0)
        middle = (bottom + top) / 2
        if joined and before[1] <= middle <= before[3] and left - before[2] < before[3] - before[1]:
            joined[-1] = (
                min(before[0], left),
                min(before[1], bottom),
                max(before[2], right),
                max(before[3], top),
            )
        else:
            joined.append((left, bottom, right, top))
    return joined

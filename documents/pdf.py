"""PDF by pdfium (https://pdfium.googlesource.com): the text of the pages, what stands beside it and
on no page, files attached to it; scanned pages by tesseract.

pdfium reads in the order in which the page was written, which keeps columns apart; it marks a
hyphen at the end of a line by U+0002 or U+FFFE and swallows the line end.
"""

import re
from collections.abc import Iterator

import pypdfium2 as pdfium
from pypdfium2 import raw

from documents import ocr
from documents.layout import Layout
from documents.limits import LARGEST_FILE, MOST_PAGES, MOST_PIXELS
from documents.pdf_aside import Aside, properties
from documents.pdf_cells import joined_cells
from documents.pdf_fields import Beside, has_notes, read_beside
from documents.pdf_letters import letters_lost
from documents.pdf_order import in_reading_order
from documents.pdf_pictures import has_pictures, of_page
from documents.pdf_pictures import portable as picture_file
from documents.reader import Content, Extraction, Part
from documents.run_on import COLUMN, over_pages
from records import Box, DocumentError

_LINE_END = re.compile("[\x02\ufffe](?:\r?\n)?|\u2010\r?\n|\r\n?|[\x00\u00ad]")
_HYPHENS = "\x02\ufffe\u2010"
# Fonts without a table to Unicode: more of their letters than this on a page, and it is read like
# a scan.
_MOST_NO_WORDS = 0.2
_UNMAPPED = (
    "letters of fonts that do not say which letters they are: names written in them may be missed. "
    "Print the file to a new PDF file, or scan it."
)
# A stamp or page number on a scan; more text than this is a page with text of its own.
_STAMP = 200
# The share of the page that a picture must cover to be taken for a scan of it.
_SCAN = 0.5
_SCAN_DPI = 300.0
_LARGEST_PICTURE = min(40_000_000, MOST_PIXELS)


def read(content: Content) -> Extraction:
    """Read a PDF file.

    Raises:
        DocumentError: it is encrypted, damaged, has too many pages, or no word that can be read.
    """
    document = open_pdf(content.data)
    layout = Layout()
    properties(document, layout)
    aside = Aside(document)
    unread: dict[int, str] = {}
    noted: list[int] = []
    pictures = _Pictures() if has_pictures(content.data) else None
    for number in range(len(document)):
        try:
            page = document[number]
            if has_notes(page):
                noted.append(number)
            aside.page(page, number + 1)
            reason = _page(page, number + 1, layout, content, pictures)
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
    missed = (beside.unread, aside.lay_out(content.data, layout))
    parts = (*_attachments(document), *beside.parts)
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


def clean(text: str) -> str:
    """What pdfium gives as it reads: ``-`` and a line feed for a hyphen at the end of a line."""
    return _LINE_END.sub(_replacement, text)


def _replacement(found: re.Match[str]) -> str:
    if found[0][0] in _HYPHENS:
        return "-\n"
    return "\n" if found[0][0] == "\r" else ""


def origins(text: str) -> list[int]:
    """For each character of ``clean(text)`` where it stands in ``text``, and last the length."""
    places: list[int] = []
    at = 0
    for found in _LINE_END.finditer(text):
        places += [*range(at, found.start()), *[found.start()] * len(_replacement(found))]
        at = found.end()
    return [*places, *range(at, len(text) + 1)]


def _page(
    page: "pdfium.PdfPage",
    number: int,
    layout: Layout,
    content: Content,
    pictures: "_Pictures | None",
) -> str | None:
    """Read a page; what of it was not read, if anything."""
    textpage = page.get_textpage()
    written = in_reading_order(textpage, textpage.get_text_range())
    cells = list(joined_cells(textpage, written))
    text = clean(written)
    lost = letters_lost(textpage, text)
    textpage.close()
    readable = lost <= _MOST_NO_WORDS * len(text)
    reason = _UNMAPPED if lost else None
    if readable:
        layout.add(text, page=number)
        for cell in cells:
            layout.add(clean(cell), page=number, place=f"page {number}, {COLUMN}")
    if not readable or (len(text) < _STAMP and _is_scan(page, text)):
        reason = _scan(page, number, layout, content) or (reason if readable else None)
    elif pictures is not None:
        reason = pictures.read(page, number, layout, content) or reason
    page.close()
    return reason


class _Pictures:
    """Reads the pictures on pages of text, each once: a background is on every page."""

    def __init__(self) -> None:
        self._seen: set[int] = set()

    def read(
        self, page: "pdfium.PdfPage", number: int, layout: Layout, content: Content
    ) -> str | None:
        """Lay out the words of a page's pictures; what of them was not read, if anything."""
        reason = None
        for picture in of_page(page):
            file = picture_file(picture)
            if file is None or hash(file) in self._seen:
                continue
            self._seen.add(hash(file))
            content.alive()
            try:
                (seen,) = ocr.recognise(file)
            except DocumentError as error:
                reason = f"a picture large enough for a page: {error}"
                continue
            layout.add(seen.text, page=number, place="picture")
        return reason


def _is_scan(page: "pdfium.PdfPage", text: str) -> bool:
    """Whether a page with little text is a picture. One that shows nothing at all is blank."""
    area = page.get_width() * page.get_height()
    drawn, covered = False, 0.0
    for item in page.get_objects(max_depth=3):
        drawn = True
        if item.type == raw.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = item.get_bounds()
            # A scan may be cut into strips.
            covered += (right - left) * (top - bottom)
            if not text.strip() or covered > _SCAN * area:
                return True
    # Words drawn as curves, as printers' proofs have them, are a picture too.
    return drawn and not text.strip()


def _scan(page: "pdfium.PdfPage", number: int, layout: Layout, content: Content) -> str | None:
    content.alive()
    if ocr.PROGRAM is None:
        return f"scanned pages without text. {ocr.HOW_TO_GET_IT}"
    picture = render(page, _SCAN_DPI, grey=True)
    if is_blank(picture):
        return None
    try:
        (seen,) = ocr.recognise(portable(picture))
    except DocumentError as error:
        return f"scanned pages: {error}."
    layout.add(seen.text, page=number, boxes=seen.boxes)
    return None if seen.text.strip() else "scanned pages on which no words were recognised."


def render(page: "pdfium.PdfPage", dpi: float, *, grey: bool) -> "pdfium.PdfBitmap":
    """The picture of a page, smaller than asked for where it would be too large."""
    width, height = page.get_width() / 72, page.get_height() / 72
    most = (_LARGEST_PICTURE / max(1e-6, width * height)) ** 0.5
    # One more point on each side may come from rounding.
    scale = min(dpi, 0.99 * most) / 72
    bitmap: pdfium.PdfBitmap = page.render(scale=scale, grayscale=grey, rev_byteorder=True)
    return bitmap


def rows(bitmap: "pdfium.PdfBitmap") -> Iterator[memoryview]:
    """The lines of a picture, from above, without what fills them up."""
    view = memoryview(bitmap.buffer).cast("B")
    length = bitmap.width * bitmap.n_channels
    for start in range(0, bitmap.height * bitmap.stride, bitmap.stride):
        yield view[start : start + length]


def is_blank(bitmap: "pdfium.PdfBitmap") -> bool:
    """Whether a grey picture has one shade only."""
    first = None
    for row in rows(bitmap):
        shades = set(bytes(row))
        first = shades if first is None else first
        if len(shades) > 1 or shades != first:
            return False
    return True


def portable(bitmap: "pdfium.PdfBitmap") -> bytes:
    """A grey picture as a file (PGM: https://netpbm.sourceforge.net/doc/pgm.html)."""
    return b"".join([b"P5 %d %d 255\n" % (bitmap.width, bitmap.height), *rows(bitmap)])


def _attachments(document: "pdfium.PdfDocument") -> Iterator[Part]:
    total = 0
    for number in range(document.count_attachments()):
        attachment = document.get_attachment(number)
        name = attachment.get_name() or f"attachment {number + 1}"
        try:
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

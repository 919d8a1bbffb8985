"""The pages of a PDF file, read one after the other: their text, the words of pictures on them, and
by tesseract what is a scan.
"""

import pypdfium2 as pdfium

from documents import ocr
from documents.as_seen import TURNED
from documents.layout import Layout
from documents.pdf_bitmaps import is_blank, portable, render
from documents.pdf_calls import Boxes, Pieces, TextPage
from documents.pdf_cells import joined_cells
from documents.pdf_curves import drawing, leave_outlines
from documents.pdf_letters import Letters
from documents.pdf_order import in_reading_order
from documents.pdf_pictures import large, of_page
from documents.pdf_pictures import portable as picture_file
from documents.pdf_raised import with_raised
from documents.pdf_text import clean, words_of
from documents.pdf_turned import turned_lines
from documents.reader import Content
from documents.run_on import COLUMN
from records import DocumentError

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


class Pages:
    """Lays out pages of one file; remembers what it need not look at twice."""

    def __init__(self, content: Content, layout: Layout) -> None:
        """Args:
        content: the file.
        layout: where the passages are put.
        """
        self._content, self._layout = content, layout
        self._boxes, self._letters = Boxes(), Letters()
        self._seen: set[int] = set()

    def read(self, page: "pdfium.PdfPage", number: int) -> str | None:
        """Read a page; what of it was not read, if anything."""
        with TextPage(page) as textpage:
            written = in_reading_order(textpage, textpage.text())
            words = words_of(written)
            cells = list(joined_cells(textpage, written, words, self._boxes))
            text = clean(with_raised(textpage, written, self._boxes))
            lost = self._letters.lost(textpage, written, words)
            turned = turned_lines(page, textpage, written, self._boxes)
        readable = lost <= _MOST_NO_WORDS * len(text)
        reason = _UNMAPPED if lost else None
        if readable:
            self._layout.add(text, page=number)
            for cell in cells:
                self._layout.add(clean(cell), page=number, place=f"page {number}, {COLUMN}")
            self._layout.add(clean(turned), page=number, place=f"page {number}, {TURNED}")
        pieces = Pieces(page)
        if not readable or (len(text) < _STAMP and _is_scan(page, text, pieces)):
            reason = self._scan(page, number) or (reason if readable else None)
        else:
            reason = self._seen_on(page, pieces, number) or reason
        page.close()
        return reason

    def _seen_on(self, page: "pdfium.PdfPage", pieces: Pieces, number: int) -> str | None:
        """Lay out what stands on a page with a text beside it; what of it was not read."""
        reason = self._pictures(page, pieces, number)
        drawn = drawing(pieces)
        # Each drawing once, as a logo is on every page.
        if drawn is not None and drawn not in self._seen:
            self._seen.add(drawn)
            leave_outlines(page, pieces)
            reason = self._drawing(page, number) or reason
        return reason

    def _drawing(self, page: "pdfium.PdfPage", number: int) -> str | None:
        """Lay out words that are drawn as curves, of a page without the rest."""
        self._content.alive()
        try:
            (seen,) = ocr.recognise(portable(render(page, _SCAN_DPI, grey=True)))
        except DocumentError as error:
            return f"a drawing large enough for words: {error}"
        self._layout.add(seen.text, page=number, place="drawing")
        return None

    def _pictures(self, page: "pdfium.PdfPage", pieces: Pieces, number: int) -> str | None:
        """Lay out the words of a page's pictures, each once, as a background is on every page; what
        of them was not read, if anything.
        """
        reason = None
        for picture in large(page, pieces):
            file = picture_file(picture)
            if file is None or hash(file) in self._seen:
                continue
            self._seen.add(hash(file))
            self._content.alive()
            try:
                (seen,) = ocr.recognise(file)
            except DocumentError as error:
                reason = f"a picture large enough for a page: {error}"
                continue
            self._layout.add(seen.text, page=number, place="picture")
        return reason

    def _scan(self, page: "pdfium.PdfPage", number: int) -> str | None:
        self._content.alive()
        if ocr.PROGRAM is None:
            return f"scanned pages without text. {ocr.HOW_TO_GET_IT}"
        picture = render(page, _SCAN_DPI, grey=True)
        if is_blank(picture):
            return None
        try:
            (seen,) = ocr.recognise(portable(picture))
        except DocumentError as error:
            return f"scanned pages: {error}."
        self._layout.add(seen.text, page=number, boxes=seen.boxes)
        return None if seen.text.strip() else "scanned pages on which no words were recognised."


def _is_scan(page: "pdfium.PdfPage", text: str, pieces: Pieces) -> bool:
    """Whether a page with little text is a picture. One that shows nothing at all is blank."""
    if not text.strip():
        # Words drawn as curves, as printers' proofs have them, are a picture too.
        return bool(pieces.kinds)
    covered = 0.0
    for picture in of_page(page, pieces):
        left, bottom, right, top = picture.get_bounds()
        # A scan may be cut into strips.
        covered += (right - left) * (top - bottom)
    return bool(covered > _SCAN * page.get_width() * page.get_height())

"""Pictures on a PDF page that has a text of its own: a letter that was scanned and put in, a table
as a picture. What a page is a scan of is read whole (``pdf``).
"""

import ctypes
from collections import Counter
from collections.abc import Iterator

import pypdfium2 as pdfium
from pypdfium2 import raw

from documents.limits import MOST_PIXELS
from documents.pdf_calls import Pieces, plain

# Forms inside forms, in which pictures are looked for.
_DEEPEST = 2
# Points of the shorter side of a picture that may be a page of words, as in Office files; points of
# paper that its shorter side takes, below which nobody can read a line of it.
_LEAST_POINTS, _LEAST_ON_PAPER = 580, 100
_INVISIBLE = 3
# Paper takes up so much of a picture of words, in so many neighbouring shades of 256. A choice.
_PAPER, _SHADES = 0.4, 40
# Bytes of a picture, evenly spread, whose shades are counted.
_LOOKED_AT = 200_000
_render_mode = plain(raw.FPDFTextObj_GetTextRenderMode)


def of_page(page: "pdfium.PdfPage", pieces: Pieces) -> Iterator["pdfium.PdfImage"]:
    """The pictures of a page.

    Args:
        page: the page.
        pieces: what it is made of.
    """
    # Of all that a page is made of, pypdfium2's own look at it would take as long as its text.
    for piece in pieces.of(raw.FPDF_PAGEOBJ_IMAGE, deepest=_DEEPEST):
        yield pdfium.PdfImage(ctypes.cast(piece, raw.FPDF_PAGEOBJECT), page=page)


def large(page: "pdfium.PdfPage", pieces: Pieces) -> list["pdfium.PdfImage"]:
    """Those that are large enough for words; none where the page's text is written invisibly over
    them, as programs do that recognised it.

    Args:
        page: the page.
        pieces: what it is made of.
    """
    found = [picture for picture in of_page(page, pieces) if _is_large(picture)]
    texts = pieces.of(raw.FPDF_PAGEOBJ_TEXT, deepest=_DEEPEST) if found else ()
    if any(_render_mode(text) == _INVISIBLE for text in texts):
        return []
    return found


def _is_large(picture: "pdfium.PdfImage") -> bool:
    left, bottom, right, top = picture.get_bounds()
    if min(right - left, top - bottom) < _LEAST_ON_PAPER:
        return False
    width, height = ctypes.c_uint(), ctypes.c_uint()
    known = raw.FPDFImageObj_GetImagePixelSize(picture, width, height)
    size = (width.value, height.value)
    return bool(known) and min(size) >= _LEAST_POINTS and size[0] * size[1] <= MOST_PIXELS


def portable(picture: "pdfium.PdfImage") -> bytes | None:
    """A picture as it is shown, as a file (PGM, PPM); None where no words can stand on it: of one
    shade, or a photograph, which has no shade of paper.

    Raises:
        PdfiumError: it is damaged.
    """
    bitmap = picture.get_bitmap(render=True)
    if bitmap.n_channels == 4 and _points(bitmap)[3::4].strip(b"\xff"):
        # What is clear has no shade to be put on; the picture without its mask has all of its own.
        bitmap = picture.get_bitmap(render=False)
    channels, points = bitmap.n_channels, _points(bitmap)
    shades = Counter(points[channels > 1 :: channels][:: 1 + len(points) // _LOOKED_AT])
    paper = max(
        sum(shades[shade + one] for one in range(_SHADES)) for shade in range(257 - _SHADES)
    )
    if len(shades) == 1 or paper < _PAPER * shades.total():
        return None
    size = b" %d %d 255\n" % (bitmap.width, bitmap.height)
    if channels < 3:
        return b"P5" + size + points[::channels]
    # Red and blue change places, which no letter minds.
    colours = bytearray(3 * bitmap.width * bitmap.height)
    for channel in range(3):
        colours[channel::3] = points[channel::channels]
    return b"P6" + size + bytes(colours)


def _points(bitmap: "pdfium.PdfBitmap") -> bytes:
    """The points of a picture from above, without what fills its lines up."""
    view = memoryview(bitmap.buffer).cast("B")
    length = bitmap.width * bitmap.n_channels
    starts = range(0, bitmap.height * bitmap.stride, bitmap.stride)
    return b"".join(view[start : start + length] for start in starts)

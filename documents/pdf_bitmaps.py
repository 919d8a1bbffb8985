"""Pages of PDF files as pictures."""

from collections.abc import Iterator

import pypdfium2 as pdfium

from documents.limits import MOST_PIXELS

_LARGEST_PICTURE = min(40_000_000, MOST_PIXELS)


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

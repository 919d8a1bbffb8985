"""Words on a PDF page that are drawn as curves: printers' proofs, letters of drawing programs, and
files whose fonts were made outlines. A stamp or a page number as text may stand beside them.
"""

import ctypes
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from documents.pdf_calls import Handle, Pieces, plain

# Parts of an outline: a letter has some fifty, a rectangle four; together as many as those of
# twenty letters, below which it is a logo. A choice.
_LEAST, _LEAST_TOGETHER = 8, 600
# Forms inside forms, in which outlines are looked for.
_DEEPEST = 3
# Parts of an outline among which there is a curve, if there is one.
_LOOKED_AT = 16
_count = plain(raw.FPDFPath_CountSegments)
_segment = plain(raw.FPDFPath_GetPathSegment, Handle)
_kind = plain(raw.FPDFPathSegment_GetType)


def drawing(found: Pieces) -> int | None:
    """What tells the outlines of a page from those of another; None where they are too few for
    words.
    """
    paths = found.of(raw.FPDF_PAGEOBJ_PATH, deepest=_DEEPEST)
    counts = list(map(_count, paths))
    if sum(counts) < _LEAST_TOGETHER:
        return None
    outlines = [
        (count, *_size(path))
        for path, count in zip(paths, counts, strict=True)
        if count >= _LEAST and _is_filled(path) and _is_curved(path, count)
    ]
    return hash(tuple(outlines)) if sum(one[0] for one in outlines) >= _LEAST_TOGETHER else None


def leave_outlines(page: "pdfium.PdfPage", found: Pieces) -> None:
    """Take from a page what is read in other ways, so that a picture of it shows the rest."""
    for piece in [*found.of(raw.FPDF_PAGEOBJ_TEXT), *found.of(raw.FPDF_PAGEOBJ_IMAGE)]:
        item = ctypes.cast(piece, raw.FPDF_PAGEOBJECT)
        if raw.FPDFPage_RemoveObject(page, item):
            raw.FPDFPageObj_Destroy(item)


def _is_filled(path: Handle) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    item = ctypes.cast(path, raw.FPDF_PAGEOBJECT)
    return bool(raw.FPDFPath_GetDrawMode(item, fill, stroke)) and fill.value != 0


def _is_curved(path: Handle, count: int) -> bool:
    segments = (_segment(path, at) for at in range(min(count, _LOOKED_AT)))
    return any(_kind(segment) == raw.FPDF_SEGMENT_BEZIERTO for segment in segments)


def _size(path: Any) -> tuple[int, int]:
    edges = [ctypes.c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(ctypes.cast(path, raw.FPDF_PAGEOBJECT), *edges)
    left, bottom, right, top = (edge.value for edge in edges)
    return round(right - left), round(top - bottom)

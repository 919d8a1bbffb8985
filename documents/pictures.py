"""Pictures of a PDF file's pages and where words stand on them, for those who look at a hit.

Made in the parsing process, on request: most documents have no hit, and a picture takes longer
than the text.
"""

import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from documents import wire
from documents.reader import Content
from documents.sandbox import Sandbox
from records import Box

# Dots an inch of a page's picture. A choice: small print can be read, and the file stays small.
_DPI = 110.0

Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A page as it looks."""

    page: int
    png: bytes
    boxes: tuple[tuple[Box, ...], ...]
    """For each span that was asked about, a box a line."""


def pictures(
    sandbox: Sandbox,
    data: bytes,
    media_type: str,
    spans: Mapping[int, Spans],
    *,
    drawn: bool = True,
) -> list[Picture]:
    """Draw pages of a PDF file.

    Args:
        sandbox: where it is parsed.
        data: the file.
        media_type: as its reader found it.
        spans: for each page, counted from 1, code points of its passage to find on it.
        drawn: whether the pictures are wanted; boxes alone cost little.

    Raises:
        DocumentError: it cannot be drawn within the limits.
    """
    pages = [(number, list(wanted)) for number, wanted in spans.items()]
    header, blobs = sandbox.ask({"media_type": media_type, "pages": pages, "drawn": drawn}, data)
    return [
        Picture(page=page, png=blob, boxes=tuple(tuple(wire.box_of(*b) for b in s) for s in spans))
        for (page, spans), blob in zip(header["pictures"], blobs, strict=True)
    ]


def pack_pictures(content: Content, header: dict[str, Any]) -> list[bytes]:
    """The answer of the parsing process."""
    from documents import pdf, pdf_bitmaps

    document = pdf.open_pdf(content.data)
    found, blobs = [], []
    for number, spans in header["pages"]:
        page = document[number - 1]
        boxes = pdf.boxes(page, [(start, end) for start, end in spans])
        found.append((number, [[wire.numbers(box) for box in lines] for lines in boxes]))
        blobs.append(_png(pdf_bitmaps.render(page, _DPI, grey=False)) if header["drawn"] else b"")
        content.alive()
    return wire.pack({"pictures": found}, blobs)


def _png(bitmap: Any) -> bytes:
    """A picture as a PNG file (https://www.w3.org/TR/png-3/): grey, RGB or RGB with one unused."""
    from documents.pdf_bitmaps import rows

    lines = [bytes(row) for row in rows(bitmap)]
    colours = {1: 0, 3: 2, 4: 2}[bitmap.n_channels]
    if bitmap.n_channels == 4:
        lines = [_three_of_four(line) for line in lines]
    head = struct.pack(">IIBBBBB", bitmap.width, bitmap.height, 8, colours, 0, 0, 0)
    body = zlib.compress(b"".join(b"\x00" + line for line in lines), 9)
    chunks = ((b"IHDR", head), (b"IDAT", body), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


def _three_of_four(line: bytes) -> bytes:
    kept = bytearray(len(line) // 4 * 3)
    for channel in range(3):
        kept[channel::3] = line[channel::4]
    return bytes(kept)

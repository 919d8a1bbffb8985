"""How large a picture is, by its first bytes, before anything decodes it; its words, and what is
said of it beside them.

Formats: https://www.w3.org/TR/png-3/, https://www.w3.org/Graphics/GIF/spec-gif89a.txt, ITU-T T.81
(JPEG), TIFF 6.0, https://developers.google.com/speed/webp/docs/riff_container
"""

import struct

from documents import ocr
from documents.layout import Layout
from documents.limits import MOST_PIXELS
from documents.picture_words import said_of
from documents.reader import Content, Extraction
from records import DocumentError

_STARTS_OF_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_WITHOUT_LENGTH = {0x01, *range(0xD0, 0xDA)}
# The shorter side of an A5 page at 100 dots an inch, in points.
_PAGE = 580
# A logo, an icon, a line, in points: no more than a word or two in letters that can be read.
_SMALL, _LOW, _LOGO = 200, 100, 60_000
_TIFF_WIDTH, _TIFF_HEIGHT = 256, 257


def read(content: Content) -> Extraction:
    """Read the words of a picture, and its description, author and the like.

    Raises:
        DocumentError: it is too large, damaged, or tesseract is not installed; the last only where
            nothing else is said of it.
    """
    sizes = pages(content.data)
    if sum(width * height for width, height in sizes) > MOST_PIXELS:
        raise DocumentError(
            f"a picture of {max(sizes)[0]:,} × {max(sizes)[1]:,} points, more than may be "
            f"({MOST_PIXELS / 1e6:,.0f} million): it was not read. Scan it at 300 dots an inch."
        )
    layout = Layout()
    unread = _recognised(content.data, layout)
    for text, place in said_of(content.data):
        layout.add(text, place=place)
    if not layout.passages:
        raise DocumentError(unread or "a picture without words: nothing to screen")
    return Extraction(
        passages=layout.passages, media_type=content.media_type, pages=len(sizes), unread=unread
    )


def _recognised(data: bytes, layout: Layout) -> str | None:
    """Lay out the words that are seen in a picture; what of it was not read, if anything."""
    try:
        seen = ocr.recognise(data)
    except DocumentError as error:
        return str(error)
    for number, page in enumerate(seen, start=1):
        layout.add(page.text, page=number, boxes=page.boxes)
    empty = [str(number) for number, page in enumerate(seen, start=1) if not page.text]
    if not layout.passages:
        return (
            "a picture in which no words were recognised: it was not read. Is it a photograph, or "
            "too blurred? Screen a transcript if it holds words."
        )
    return f"no words were recognised on page {', '.join(empty)}" if empty else None


def is_page_sized(data: bytes) -> bool:
    """Whether a picture may be a page of words: logos and icons are smaller."""
    try:
        sizes = pages(data)
    except DocumentError:
        return False
    return all(min(size) >= _PAGE and size[0] * size[1] <= MOST_PIXELS for size in sizes)


def is_small(data: bytes) -> bool:
    """Whether a picture is a logo, an icon or a line. False where its size cannot be told."""
    try:
        sizes = pages(data)
    except DocumentError:
        return False
    return all(
        max(size) <= _SMALL or (min(size) <= _LOW and size[0] * size[1] <= _LOGO) for size in sizes
    )


def pages(data: bytes) -> list[tuple[int, int]]:
    """Width and height, in points, of each page of a picture; only a TIFF file has several.

    Raises:
        DocumentError: they cannot be told.
    """
    try:
        sizes = _sizes(data)
    except (struct.error, IndexError) as error:
        raise DocumentError("a damaged picture (its size cannot be told): not read") from error
    if not sizes or any(width < 1 or height < 1 for width, height in sizes):
        raise DocumentError("a picture of unknown size: it was not read. Save it as PNG or JPEG.")
    return sizes


def _sizes(data: bytes) -> list[tuple[int, int]]:
    if data.startswith(b"\x89PNG"):
        return [_two(">II", data, 16)]
    if data.startswith(b"GIF8"):
        return [_two("<HH", data, 6)]
    if data.startswith(b"BM"):
        width, height = struct.unpack_from("<ii", data, 18)
        return [(width, abs(height))]
    if data[8:12] == b"WEBP":
        return [_webp(data)]
    if data.startswith(b"\xff\xd8"):
        return [_jpeg(data)]
    return _tiff(data) if data[:2] in (b"II", b"MM") else []


def _two(layout: str, data: bytes, offset: int) -> tuple[int, int]:
    width, height = struct.unpack_from(layout, data, offset)
    return int(width), int(height)


def _jpeg(data: bytes) -> tuple[int, int]:
    at = 2
    while True:
        while data[at] == 0xFF and data[at + 1] == 0xFF:
            at += 1
        marker = data[at + 1]
        if data[at] != 0xFF:
            raise IndexError("no marker where one must stand")
        if marker in _STARTS_OF_FRAMES:
            height, width = _two(">HH", data, at + 5)
            return width, height
        (length,) = (0,) if marker in _WITHOUT_LENGTH else struct.unpack_from(">H", data, at + 2)
        at += 2 + length


def _webp(data: bytes) -> tuple[int, int]:
    kind = data[12:16]
    if kind == b"VP8X":
        return tuple(  # type: ignore[return-value]
            1 + int.from_bytes(data[at : at + 3], "little") for at in (24, 27)
        )
    if kind == b"VP8L":
        (bits,) = struct.unpack_from("<I", data, 21)
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    width, height = _two("<HH", data, 26)
    return width & 0x3FFF, height & 0x3FFF


def _tiff(data: bytes) -> list[tuple[int, int]]:
    order = "<" if data.startswith(b"II") else ">"
    (at,) = struct.unpack_from(order + "I", data, 4)
    sizes: list[tuple[int, int]] = []
    seen: set[int] = set()
    while at and at not in seen:
        seen.add(at)
        (count,) = struct.unpack_from(order + "H", data, at)
        tags: dict[int, int] = {}
        for entry in range(at + 2, at + 2 + 12 * count, 12):
            tag, kind = struct.unpack_from(order + "HH", data, entry)
            (value,) = struct.unpack_from(order + ("H" if kind == 3 else "I"), data, entry + 8)
            tags[tag] = value
        sizes.append((tags.get(_TIFF_WIDTH, 0), tags.get(_TIFF_HEIGHT, 0)))
        (at,) = struct.unpack_from(order + "I", data, at + 2 + 12 * count)
    return sizes

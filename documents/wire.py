"""What our process and the one that parses say to each other: a JSON header, then blobs of bytes.

Not pickle: whoever takes over the parser must not get to run anything here.
"""

import json
import struct
from collections.abc import Callable, Sequence
from typing import Any

from documents.reader import Extraction, Part
from records import Box, Passage

_LENGTH = struct.Struct(">Q")
# An extraction of the most text there may be, with the files inside it. More is no honest answer.
LARGEST_MESSAGE = 2_000_000_000

Read = Callable[[int], bytes]
Message = tuple[dict[str, Any], list[bytes]]


class WireError(Exception):
    """The other side is gone, or says what it should not."""


def pack(header: dict[str, Any], blobs: Sequence[bytes] = ()) -> list[bytes]:
    """A message as pieces to be written one after the other."""
    sized = {**header, "blobs": [len(blob) for blob in blobs]}
    text = json.dumps(sized, ensure_ascii=True).encode()
    return [_LENGTH.pack(len(text)), text, *blobs]


def unpack(read: Read) -> Message:
    """Read a message.

    Args:
        read: gives exactly so many bytes, or fewer at the end of the stream.

    Raises:
        WireError: the stream ended, or holds no message.
    """
    (length,) = _LENGTH.unpack(_exactly(read, _LENGTH.size))
    try:
        header = json.loads(_exactly(read, length))
        sizes = [int(size) for size in header.pop("blobs")]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise WireError("not a message") from error
    return header, [_exactly(read, size) for size in sizes]


def _exactly(read: Read, length: int) -> bytes:
    if not 0 <= length <= LARGEST_MESSAGE:
        raise WireError("a message of impossible length")
    data = read(length)
    if len(data) != length:
        raise WireError("the stream ended")
    return data


def pack_extraction(extraction: Extraction) -> list[bytes]:
    """An extraction as a message."""
    header = {
        "passages": [
            (item.text, item.start, item.page, item.place, [numbers(box) for box in item.boxes])
            for item in extraction.passages
        ],
        "media_type": extraction.media_type,
        "pages": extraction.pages,
        "unread": extraction.unread,
        "parts": [(part.name, part.unread, part.media_type) for part in extraction.parts],
    }
    return pack({"extraction": header}, [part.data for part in extraction.parts])


def numbers(box: Box) -> tuple[float, ...]:
    """A box as it is sent."""
    return box.start, box.end, box.left, box.top, box.right, box.bottom


def extraction_of(header: dict[str, Any], blobs: Sequence[bytes]) -> Extraction:
    """The extraction in a message.

    Raises:
        WireError: it is none.
    """
    try:
        return Extraction(
            passages=tuple(_passage(*item) for item in header["passages"]),
            media_type=str(header["media_type"]),
            pages=header["pages"],
            unread=header["unread"],
            parts=tuple(
                Part(name=str(name), data=blob, unread=unread, media_type=media_type)
                for (name, unread, media_type), blob in zip(header["parts"], blobs, strict=True)
            ),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise WireError("not an extraction") from error


def _passage(
    text: str, start: int, page: int | None, place: str | None, boxes: list[list[float]]
) -> Passage:
    return Passage(
        text=text,
        start=start,
        page=page,
        place=place,
        boxes=tuple(box_of(*box) for box in boxes) if boxes else (),
    )


def box_of(start: float, end: float, left: float, top: float, right: float, bottom: float) -> Box:
    """A box from its numbers."""
    return Box(start=int(start), end=int(end), left=left, top=top, right=right, bottom=bottom)

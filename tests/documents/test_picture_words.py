"""What is said of a picture beside what it shows is read: author, description, comments."""

import struct
import zlib

import pytest
from read_helpers import inside, one, places
from test_wordless import _png, _zip

from documents import Sandbox
from documents.picture_words import said_of
from records import DocumentStatus

pytest_plugins = ["read_fixtures"]

XMP = (
    b"<x:xmpmeta xmlns:x='adobe:ns:meta/' xmlns:d='d'><d:creator>Bank Mellat</d:creator>"
    b"</x:xmpmeta>"
)


def _exif(order: str) -> bytes:
    artist, title = b"Bank Sepah\x00", "Совкомфлот".encode("utf-16-le") + b"\x00\x00"
    comment = b"ASCII\x00\x00\x00Mahan Air"
    entries = struct.pack(order + "H", 3)
    entries += struct.pack(order + "HHII", 0x013B, 2, len(artist), 100)
    entries += struct.pack(order + "HHII", 0x8769, 4, 1, 200)
    entries += struct.pack(order + "HHII", 0x9C9B, 1, len(title), 140)
    inner = struct.pack(order + "HHHII", 1, 0x9286, 7, len(comment), 220)
    head = (b"II*\x00" if order == "<" else b"MM\x00*") + struct.pack(order + "I", 8)
    data = (head + entries).ljust(100, b"\x00") + artist
    return (
        (data.ljust(140, b"\x00") + title).ljust(200, b"\x00")
        + inner.ljust(20, b"\x00")
        + (comment)
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    body = kind + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))


def _with(*chunks: bytes, size: tuple[int, int] = (900, 300)) -> bytes:
    plain = _png(*size)
    return plain[:33] + b"".join(chunks) + plain[33:]


EXIF = {"Bank Sepah": "picture's artist", "Совкомфлот": "picture's title",
        "Mahan Air": "picture's comment"}  # fmt: skip


def _segment(marker: int, data: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data


@pytest.mark.parametrize(
    ("picture", "said"),
    [
        (_with(_chunk(b"tEXt", b"Author\x00Mahan Air")), {"Mahan Air": "picture's author"}),
        (_with(_chunk(b"zTXt", b"Title\x00\x00" + zlib.compress(b"Bank Sepah"))),
         {"Bank Sepah": "picture's title"}),
        (_with(_chunk(b"iTXt", "Title\x00\x00\x00ru\x00\x00Совкомфлот".encode())),
         {"Совкомфлот": "picture's title"}),
        (_with(_chunk(b"eXIf", _exif(">"))), EXIF),
        (_with(_chunk(b"tEXt", b"Software\x00Paint of Mahan Air")), {}),
        (b"\xff\xd8" + _segment(0xE1, b"Exif\x00\x00" + _exif("<")) + b"\xff\xda\x00\x00", EXIF),
        (b"\xff\xd8" + _segment(0xFE, b"Mahan Air") + b"\xff\xda\x00\x00",
         {"Mahan Air": "picture's comment"}),
        (b"\xff\xd8" + _segment(0xED, b"8BIM\x04\x04\x1c\x02\x50\x00\x0aBank Sepah"),
         {"Bank Sepah": "picture's author"}),
        (b"\xff\xd8" + _segment(0xE1, b"http://ns.adobe.com/xap/1.0/\x00" + XMP),
         {"Bank Mellat": "property creator"}),
        (b"RIFF\x00\x00\x00\x00WEBPEXIF" + struct.pack("<I", len(_exif("<"))) + _exif("<"), EXIF),
        (_exif("<"), EXIF),
    ],
)  # fmt: skip
def test_what_is_said_of_a_picture_is_read(picture: bytes, said: dict[str, str]) -> None:
    assert dict(said_of(picture)) == said


def test_a_picture_that_could_not_be_looked_at_is_partly_screened(sandbox: Sandbox) -> None:
    document = one(_with(_chunk(b"tEXt", b"Author\x00Mahan Air")), sandbox)
    assert places(document)["Mahan Air"] == "picture's author"
    assert document.status is DocumentStatus.PARTLY_SCREENED


def test_a_logo_of_which_something_is_said_is_no_gap(sandbox: Sandbox) -> None:
    logo = _with(_chunk(b"tEXt", b"Author\x00Mahan Air"), size=(120, 40))
    archive, *_, picture = inside(_zip(a=b"Paid to Acme", z=logo), sandbox)
    assert archive.status is DocumentStatus.SCREENED
    assert "Mahan Air" in places(picture)


@pytest.mark.parametrize("cut", range(8, 330, 7))
def test_damaged_pictures_are_read_as_far_as_they_go(cut: int) -> None:
    for picture in (_exif("<"), _with(_chunk(b"eXIf", _exif(">")))):
        assert len(dict(said_of(picture[:cut]))) <= len(EXIF)


def test_what_stands_behind_a_damaged_field_is_read() -> None:
    cut = _segment(0xE1, b"Exif\x00\x00" + _exif("<")[:20])
    picture = b"\xff\xd8" + cut + _segment(0xE1, XMP)
    assert dict(said_of(picture)) == {"Bank Mellat": "property creator"}

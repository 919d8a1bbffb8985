"""Parts of mails and archives that hold no words by their kind are no gap; all others are."""

import io
import struct
import zipfile
import zlib

import pytest
from read_helpers import inside

from documents import Sandbox
from records import DocumentStatus

pytest_plugins = ["read_fixtures"]

OID = "06092a864886f70d0107"
DETACHED = bytes.fromhex(f"3080{OID}02a0803080020101310b300906052b0e03021a0500300b{OID}01") + b"x"
ENCLOSING = bytes.fromhex(f"3080{OID}02a0803080020101310b300906052b0e03021a05003080{OID}01a080")


def _png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = zlib.compress((b"\x00" + b"\xff" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def _zip(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


WORDLESS = {
    "empty": b"",
    "logo": _png(120, 40),
    "banner": _png(500, 90),
    "font": b"wOFF" + bytes(range(256)),
    "signature": DETACHED,
}
OTHERS = {
    "screenshot": _png(900, 300),
    "scan": _png(1240, 1754),
    "signed": ENCLOSING,
    "binary": bytes(range(1, 32)) * 20,
}


@pytest.mark.parametrize("kind", WORDLESS)
def test_what_holds_no_words_is_no_gap(sandbox: Sandbox, kind: str) -> None:
    archive = inside(_zip(letter=b"Paid to Mahan Air", part=WORDLESS[kind]), sandbox)[0]
    assert (archive.status, archive.reason) == (DocumentStatus.SCREENED, None)


@pytest.mark.parametrize("kind", OTHERS)
def test_what_may_hold_words_is_a_gap(sandbox: Sandbox, kind: str) -> None:
    archive = inside(_zip(letter=b"Paid to Mahan Air", part=OTHERS[kind]), sandbox)[0]
    assert archive.status is DocumentStatus.PARTLY_SCREENED


@pytest.mark.parametrize("kind", WORDLESS)
def test_nothing_else_in_an_archive_is_nothing_to_screen(sandbox: Sandbox, kind: str) -> None:
    archive = inside(_zip(part=WORDLESS[kind]), sandbox)[0]
    assert archive.status is DocumentStatus.NOT_SCREENED
    assert "nothing to screen" in str(archive.reason)


def test_a_picture_given_by_itself_is_not_screened_in_silence(sandbox: Sandbox) -> None:
    assert inside(_png(120, 40), sandbox)[0].status is DocumentStatus.NOT_SCREENED

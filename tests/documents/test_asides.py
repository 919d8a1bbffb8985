"""What stands beside the text of a document: how it is read where a plain look for it goes wrong,
and what is no gap although nothing is read of it.
"""

import base64
import io
import os
import struct
import zlib

import olefile
import pytest
from place_names import emf, zipped
from read_helpers import inside, one, places

from documents import Sandbox, read_text
from documents.ole import storage
from documents.ole_write import Storage, pack
from documents.xlsb import strings
from records import DocumentStatus

pytest_plugins = ["read_fixtures"]


def _png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(
            ">I", zlib.crc32(kind + data))  # fmt: skip

    rows = zlib.compress(bytes((width + 1) * height))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def _mail(kind: str, name: str, data: bytes) -> bytes:
    return (
        b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n"
        b"Content-Type: text/plain\n\nHello\n--x\n"
        + f"Content-Type: {kind}\nContent-Transfer-Encoding: base64\n".encode()
        + f'Content-Disposition: attachment; filename="{name}"\n\n'.encode()
        + base64.encodebytes(data)
        + b"--x--\n"
    )


WORDLESS = {
    "a logo": _mail("image/png", "logo.png", _png(120, 40)),
    "an empty attachment": _mail("text/plain", "a.txt", b""),
    "spaces": _mail("text/plain", "a.txt", b" \r\n"),
    "a font": zipped({"a.txt": "Words", "a.otf": b"OTTO\x00\x0b"}),
    "an empty file": zipped({"a.txt": "Words", "b.txt": b""}),
}


@pytest.mark.parametrize("case", WORDLESS)
def test_what_holds_no_words_by_its_kind_is_no_gap(
    monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    monkeypatch.setenv("PATH", "")
    with Sandbox() as bare:
        document, *_ = inside(WORDLESS[case], bare)
    assert (document.status, document.reason) == (DocumentStatus.SCREENED, None)


GAPS = {
    "a page without words": _mail("image/png", "scan.png", _png(1240, 1754)),
    "a picture of a few lines": _mail("image/png", "lines.png", _png(900, 300)),
    "a picture of unknown size": _mail("image/png", "bad.png", b"\x89PNG\r\n\x1a\n\x00\x00"),
    "unknown bytes": _mail("application/octet-stream", "a.bin", bytes(range(1, 32)) * 9),
    "a page pasted into HTML": b"<html><p>Words<img src='data:image/png;base64,"
    + base64.b64encode(_png(1240, 1754))
    + b"'></html>",
    "a page pasted into RTF": rb"{\rtf1 Words{\pict\pngblip "
    + _png(1240, 1754).hex().encode()
    + b"}}",
    "a message encrypted with PGP": b"Words\n-----BEGIN PGP MESSAGE-----\nhQEMA\n",
}


@pytest.mark.parametrize("case", GAPS)
def test_what_may_hold_words_and_was_not_read_is_told(
    monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    monkeypatch.setenv("PATH", "")
    with Sandbox() as bare:
        document, *_ = inside(GAPS[case], bare)
    assert document.status is DocumentStatus.PARTLY_SCREENED
    assert document.reason


def test_a_file_that_the_user_names_is_never_called_wordless(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "")
    with Sandbox() as bare:
        document, *_ = inside(_png(120, 40), bare)
    assert document.status is DocumentStatus.NOT_SCREENED


BOX = b"From a@b.example Mon Jan  1 00:00:00 2024\nSubject: A\n\n"


@pytest.mark.parametrize(
    ("body", "messages"),
    [
        (b"One\nFrom Minsk Wheel Tractor Plant we\nknow: nothing\n", 1),
        (b"One\n\nFrom now on Sovcomflot pays.\nNote: yes\n", 1),
        (b"One\n\nFrom here at 10:30 in 2024 on\nwe pay\n", 1),
        (b"One\n\nFrom - Tue Jan 02 10:00:00 2024\nX-Mozilla-Status: 0001\n\nTwo\n", 2),
        (
            b"One\r\n\r\nFrom c@d.example Tue Jan  2 10:00 +0100 2024\r\nSubject: B\r\n\r\nTwo\r\n",
            2,
        ),
    ],
)
def test_a_line_begins_a_message_only_with_a_sender_a_time_and_a_field(
    sandbox: Sandbox, body: bytes, messages: int
) -> None:
    box, *found = inside(BOX + body, sandbox)
    assert len(found) == messages
    words = b"".join(body.split()).decode().replace("From-", "").partition("FromcATd")[0]
    if messages == 1:
        assert words in "".join("".join(document.text.split()) for document in found)
    assert box.status is DocumentStatus.SCREENED


def test_a_text_that_begins_with_from_is_no_mailbox(sandbox: Sandbox) -> None:
    document = one(b"From Minsk Wheel Tractor Plant\nNote: we received\n", sandbox)
    assert document.media_type.startswith("text/plain")
    assert document.text.startswith("From Minsk Wheel Tractor Plant")


def test_words_of_the_html_body_that_stand_together_only_there_are_read(sandbox: Sandbox) -> None:
    mail = (
        b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=x\n\n"
        b"--x\nContent-Type: text/plain\n\nThe Sepah river and the Bank\n--x\n"
        b"Content-Type: text/html\n\n<p>Bank Sepah</p><p>The Sepah river</p>\n--x--\n"
    )
    found = places(one(mail, sandbox))
    assert found["Bank Sepah"] == "HTML body"
    assert "The Sepah river" not in found


def test_names_of_files_are_read_without_endings_and_signs(sandbox: Sandbox) -> None:
    archive, _ = inside(zipped({"annex/Mahan_Air.invoice.pdf.txt": "Words"}), sandbox, "-")
    assert places(archive) == {"annex": "file name", "Mahan Air.invoice.pdf": "file name"}


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("write to info@sovcomflot.ru now", "Sovcomflot"),
        ("see www.mahan-air.com.", "Mahan Air"),
        ("https://shop.bank-sepah.co.ir/x?y=1", "Bank Sepah"),
        ("see sovcomflot.com", "Sovcomflot"),
        ("open main.py and lib.so, e.g. now", None),
        ("version 1.2.3 of a.b", None),
    ],
)
def test_the_owner_of_an_address_is_read_as_a_name(
    sandbox: Sandbox, words: str, owner: str | None
) -> None:
    document = one(words.encode(), sandbox)
    first, *rest = document.passages
    assert first.text == words
    assert [passage.text for passage in rest] == ([owner] if owner else [])


def test_a_list_of_names_has_no_owners_of_addresses(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    path = tmp_path_factory.mktemp("list") / "Names of parties.txt"
    path.write_text("info@sovcomflot.ru\n")
    assert read_text(path, shown_as=str(path)).text == "info@sovcomflot.ru\n"


def test_an_object_is_written_as_the_file_that_it_was() -> None:
    streams: Storage = {
        # More sectors than the header has room for the table of.
        "Workbook": os.urandom(8_000_000),
        "Inner": {"large": os.urandom(5000), "Inmost": {"small": b"x" * 63, "empty": b""}},
        **{f"stream {number}": bytes([number]) * (7 * number) for number in range(200)},
    }
    with olefile.OleFileIO(io.BytesIO(pack(streams))) as file:
        assert storage(file, []) == streams


def test_a_drawn_picture_inside_a_mail_is_read(sandbox: Sandbox) -> None:
    _, picture = inside(_mail("image/emf", "a.emf", emf("Mahan Air")), sandbox)
    assert "Mahan Air" in picture.text


SLOW = {
    "groups in groups": rb"{\rtf1 " + rb"{\*\xe a" * 40_000 + b"}" * 40_001,
    "stars": rb"{\rtf1 a" + rb"\*" * 200_000 + b"}",
    "comments without an end": b"<html><p>a" + b"<!--" * 100_000,
    "scripts without an end": b"<html><p>a" + b"<script " * 50_000,
    "addresses": b"a " + b"a-." * 100_000 + b"a@" * 50_000,
}


@pytest.mark.slow
@pytest.mark.parametrize("case", SLOW)
def test_time_grows_with_the_length_and_not_with_its_square(case: str) -> None:
    with Sandbox(longest=60) as sandbox:
        document, *_ = inside(SLOW[case], sandbox)
    assert "longer than" not in str(document.reason)


def _biff12(kind: int, data: bytes) -> bytes:
    """A record of a binary workbook."""
    low = [kind] if kind < 128 else [kind & 0x7F | 0x80, kind >> 7]
    return bytes([*low, len(data)]) + data


def _wide(words: str) -> bytes:
    return struct.pack("<I", len(words)) + words.encode("utf-16-le")


def test_strings_of_a_binary_workbook_are_read_but_those_of_its_cells() -> None:
    part = (
        _biff12(156, bytes(8) + _wide("rId1") + _wide("Bank Sepah"))
        + _biff12(6, bytes(8) + _wide("A cell"))
        + _biff12(637, b"\x00" + _wide("武汉高芯"))
        + _biff12(479, bytes(2) + _wide("&CMahan Air"))
    )
    assert list(strings(part)) == [
        ("rId1", "sheet name"), ("Bank Sepah", "sheet name"), ("武汉高芯", "comment"),
        ("Mahan Air", "header or footer"),
    ]  # fmt: skip

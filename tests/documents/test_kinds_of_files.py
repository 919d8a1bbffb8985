"""Kinds of files that are told from one another, and records that are text for programs."""

import struct

import pytest
from place_names import zipped
from read_helpers import inside, one, places

from documents import Sandbox
from documents.content_type import recognise
from documents.fixed_width import parted
from documents.ole_properties import texts
from records import DocumentStatus

pytest_plugins = ["read_fixtures"]

REST = b"\x00\x01\x02 some bytes of it \x00" * 20


@pytest.mark.parametrize(
    ("start", "words"),
    [
        (b"AT&TFORM\x00\x00", "DjVu"), (b"\xffWPC\x10\x00", "WordPerfect"),
        (b"AC1027\x00", "AutoCAD"), (b"RIFF\x00\x10\x00\x00CDRv", "CorelDRAW"),
        (b"RIFF\x00\x10\x00\x00WAVE", "sound"), (b"\x00\x00\x00\x18ftypheic", "HEIC"),
        (b"\x00\x00\x00\x18ftypisom", "film"), (b"!BDN\x00", "PST"),
        (b"\x00\x01\x00\x00Standard ACE DB\x00", "Access"), (b"MSCF\x00", "CAB"),
        (b"SQLite format 3\x00", "SQLite"), (b"\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d", "OneNote"),
    ],
)  # fmt: skip
def test_a_format_that_is_not_read_is_called_by_its_name(
    start: bytes, words: str, sandbox: Sandbox
) -> None:
    document = one(start + REST, sandbox)
    assert document.status is DocumentStatus.NOT_SCREENED
    assert words in (document.reason or "")
    assert (document.reason or "").count(". ") == 1


@pytest.mark.parametrize("text", [b"AC1027 is a reference", b"MSCF Ltd", b"AT&TFORM", b"RIFF raff"])
def test_words_that_such_a_file_begins_with_are_text(text: bytes) -> None:
    assert recognise(text).media_type == "text/plain"


def test_of_a_pages_file_its_preview_is_read_and_the_rest_told(sandbox: Sandbox) -> None:
    data = zipped({"Index/Document.iwa": REST, "QuickLook/a.txt": "Paid to Bank Sepah"})
    first, *parts = inside(data, sandbox)
    assert first.status is DocumentStatus.PARTLY_SCREENED
    assert "Pages, Numbers or Keynote" in (first.reason or "")
    assert any("Paid to Bank Sepah" in places(part) for part in parts)


def _set(*values: tuple[int, int, bytes]) -> bytes:
    """A stream of properties: number, type, value."""
    start, table, data = 8 + 8 * len(values), b"", b""
    for number, kind, value in values:
        table += struct.pack("<II", number, start + len(data))
        data += struct.pack("<I", kind) + value + bytes(-len(value) % 4)
    section = struct.pack("<II", start + len(data), len(values)) + table + data
    head = struct.pack("<HHI16sI16sI", 0xFFFE, 0, 0, b"", 1, bytes(16), 48)
    return head + section


def _narrow(text: str) -> bytes:
    return struct.pack("<I", len(text) + 1) + text.encode() + b"\x00"


def test_of_properties_only_texts_are_read() -> None:
    picture = struct.pack("<II", 400, 0xFFFFFFFF) + "中国银行有限公司".encode("utf-16-le") * 20
    wide = "Bank Sepah\x00".encode("utf-16-le")
    stream = _set(
        (4, 0x1E, _narrow("Mahan Air")),
        (17, 0x47, picture),
        (5, 0x1F, struct.pack("<I", 11) + wide),
        (13, 0x101E, struct.pack("<I", 2) + _narrow("Slide one") + _narrow("Era-Media")),
    )
    assert list(texts(stream, 1252)) == ["Mahan Air", "Bank Sepah", "Slide one", "Era-Media"]


def test_of_damaged_properties_all_that_looks_like_text_is_read() -> None:
    damaged = _set((4, 0x1E, _narrow("Mahan Air")))[:-16] + _narrow("Mahan Air")
    assert "Mahan Air" in list(texts(damaged[:20] + b"\xff\xff\xff\xff" * 6 + damaged, 1252))


FIX = "8=FIX.4.4\x019=100\x0135=D\x01448=MAHAN AIR\x01452=1\x0158=Pay Bank Sepah\x0110=000\x01"


@pytest.mark.parametrize("before", ["", "2026-11-30 09:00:00 IN "])
def test_fields_of_a_fix_message_stand_by_themselves(before: str, sandbox: Sandbox) -> None:
    document = one((before + FIX + "\r\n").encode(), sandbox)
    found = {passage.text: passage for passage in document.passages}
    assert found["MAHAN AIR"].place == "field 448 (party)"
    assert found["Pay Bank Sepah"].place == "field 58 (text)"
    start = found["MAHAN AIR"].start
    assert (before + FIX)[start : start + 9] == "MAHAN AIR"


def test_control_characters_elsewhere_are_no_text(sandbox: Sandbox) -> None:
    assert one(("a\x01" * 400).encode(), sandbox).status is DocumentStatus.NOT_SCREENED


RECORDS = (
    "00001MAHAN AIR           MINSK     0000100\n"
    "00002ISLAMIC REPUBLIC SHITEHRAN    0000200\n"
    "00003BLUE LANTERN        HAMBURG   0000300\n"
)


def test_fields_of_a_fixed_width_that_touch_are_parted(sandbox: Sandbox) -> None:
    found = places(one(RECORDS.encode(), sandbox))
    assert found["00001 MAHAN AIR           MINSK     0000100"] == "fields parted"
    assert "00002 ISLAMIC REPUBLIC SHI TEHRAN    0000200" in found


@pytest.mark.parametrize(
    "lines",
    [
        ["We paid for A4 paper and for 3M tape", "They sold us B12 and a new MP3 radio",
         "Q3 was good, so was Q4, said all of"],
        ["short", "lines", "3M A4"],
        ["1a" * 20, "b2" * 20],
    ],
)  # fmt: skip
def test_prose_has_no_fields(lines: list[str]) -> None:
    assert list(parted("\n".join(lines))) == []


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r'payee: "Bank\x20Sepah"', 'payee: "Bank Sepah"'),
        (r"file \320\241\320\276\320\262", "file Сов"),
        (r"to \xd0\xa1\xd0\xbe\xd0\xb2", "to Сов"),
    ],
)
def test_bytes_that_are_written_by_their_numbers_are_read(
    written: str, read: str, sandbox: Sandbox
) -> None:
    assert places(one(written.encode(), sandbox))[read] == "decoded"


def test_numbers_that_are_no_letters_stay(sandbox: Sandbox) -> None:
    written = r"C:\x86\bin \xff\xfe Bank"
    assert set(places(one(written.encode(), sandbox))) == {written}


def test_a_fact_that_goes_on_elsewhere_is_read_over_the_gap(sandbox: Sandbox) -> None:
    page = (
        "<html xmlns:ix='i'><body><p><ix:nonNumeric continuedAt='c'>Loan to Minsk Wheel"
        "</ix:nonNumeric></p><p>Page 1</p><ix:continuation id='c'>Tractor Plant in May"
        "</ix:continuation></body></html>"
    )
    found = places(one(page.encode(), sandbox))
    assert found["Loan to Minsk Wheel Tractor Plant in May"] == "continued"

"""Files that are made to harm, and files that are damaged: each is said to be unread, soon, and the
next one is read.
"""

import gzip
import io
import struct
import tarfile
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from read_helpers import inside, one

from documents import Sandbox
from records import Document, DocumentStatus

pytest_plugins = ["read_fixtures"]

SAMPLES = Path(__file__).parents[1] / "data" / "documents"
TRUE_TYPES = sorted(
    path for path in SAMPLES.iterdir() if path.suffix not in {".md", ".csv", ".html", ".doc"}
)
LAUGHS = (
    '<?xml version="1.0"?>\n<!-- a list --><!DOCTYPE l [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True)
    )
    + "]>\n<l>&j;</l>"
)


def _zip(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def _docx(document: bytes) -> bytes:
    return _zip({"[Content_Types].xml": b"<Types/>", "word/document.xml": document})


def _unread(data: bytes, sandbox: Sandbox) -> str:
    """Why it was not read; that the sandbox still works afterwards is part of the answer."""
    document, *_ = inside(data, sandbox)
    assert document.status is DocumentStatus.NOT_SCREENED
    assert one(b"<html><p>Next</html>", sandbox).text == "Next"
    return str(document.reason)


def test_a_zip_bomb_is_not_unpacked(sandbox: Sandbox) -> None:
    bomb = _zip({f"{number}.txt": bytes(60_000_000) for number in range(6)})
    assert len(bomb) < 400_000
    assert "unpacks to 360 MB" in _unread(bomb, sandbox)


def test_a_word_file_that_unpacks_to_too_much_is_not_parsed(sandbox: Sandbox) -> None:
    assert "unpacks to 310 MB" in _unread(_docx(bytes(310_000_000)), sandbox)


def test_a_zip_file_that_understates_a_size_is_damaged(sandbox: Sandbox) -> None:
    honest = _zip({"a.txt": b"Kalashnikov " * 1000})
    size = struct.pack("<I", 12_000)
    assert honest.count(size) == 2
    liar = honest.replace(size, struct.pack("<I", 12))
    archive, member = inside(liar, sandbox)
    assert archive.status is member.status is DocumentStatus.NOT_SCREENED
    assert "damaged inside the ZIP file" in str(member.reason)


def test_members_that_share_their_bytes_are_a_bomb(sandbox: Sandbox) -> None:
    data = _zip({"a.txt": b"x" * 1000}, zipfile.ZIP_STORED)
    start = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    entry, tail = data[start:end], bytearray(data[end:])
    struct.pack_into("<HHI", tail, 8, 50, 50, 50 * len(entry))
    assert "share their bytes" in _unread(data[:start] + entry * 50 + bytes(tail), sandbox)


def test_a_compressed_bomb_is_stopped_while_it_unpacks(sandbox: Sandbox) -> None:
    bomb = gzip.compress(bytes(300_000_001), compresslevel=1)
    assert "unpacks to more than 300 MB" in _unread(bomb, sandbox)


def test_archives_in_archives_end_at_a_depth(sandbox: Sandbox) -> None:
    data = b"Kalashnikov"
    for number in range(9):
        data = _zip({f"{number}.zip" if number else "a.txt": data})
    documents = inside(data, sandbox)
    assert len(documents) == 8
    assert "6 files inside one another" in str(documents[-1].reason)
    assert all(document.status is DocumentStatus.NOT_SCREENED for document in documents)


@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_xml_with_a_document_type_is_refused(sandbox: Sandbox, codec: str) -> None:
    assert "document type definition" in _unread(LAUGHS.encode(codec), sandbox)


def test_a_word_file_with_a_document_type_is_refused(sandbox: Sandbox) -> None:
    assert "document type definition" in _unread(_docx(LAUGHS.encode()), sandbox)


def test_the_entities_of_a_page_are_not_spread(sandbox: Sandbox) -> None:
    page = LAUGHS.replace('<?xml version="1.0"?>\n<!-- a list -->', "").replace(
        "<l>", "<html><p>L "
    )
    (document,) = inside(page.encode(), sandbox)
    assert document.characters < 1000


def _png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    "picture",
    [
        _png(40_000, 30_000),
        b"GIF89a" + struct.pack("<HH", 65_535, 65_535) + bytes(20),
        b"\xff\xd8\xff\xe0\x00\x04\x00\x00\xff\xc0\x00\x0b\x08"
        + struct.pack(">HH", 65_000, 65_000),
        b"BM" + bytes(16) + struct.pack("<ii", 40_000, -40_000) + bytes(20),
    ],
    ids=["png", "gif", "jpeg", "bmp"],
)
def test_a_picture_of_a_thousand_million_points_is_not_decoded(
    sandbox: Sandbox, picture: bytes
) -> None:
    assert "more than may be (150 million)" in _unread(picture, sandbox)


def _pdf(pages: int) -> bytes:
    kids = b"3 0 R " * pages
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (pages, kids),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj%sendobj\n" % (number, item)
    start = len(data)
    data += b"xref\n0 4\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % p for p in places)
    return data + b"trailer<</Root 1 0 R/Size 4>>\nstartxref\n%d\n%%%%EOF" % start


def test_a_pdf_of_a_hundred_thousand_pages_is_not_read(sandbox: Sandbox) -> None:
    assert "100,000 pages, more than 20,000" in _unread(_pdf(100_000), sandbox)


def test_a_blank_pdf_is_not_screened(sandbox: Sandbox) -> None:
    assert "no text in its 3 pages" in _unread(_pdf(3), sandbox)


def test_a_page_nested_a_hundred_thousand_deep_harms_nobody(sandbox: Sandbox) -> None:
    (document,) = inside(b"<html>" + b"<div>" * 100_000 + b"Deep", sandbox)
    assert document.reason or "Deep" in document.text


def test_json_nested_a_hundred_thousand_deep_is_not_read(sandbox: Sandbox) -> None:
    assert "too deeply nested" in _unread(b"[" * 100_000 + b"]" * 100_000, sandbox)


def test_a_link_in_a_tar_is_not_followed(sandbox: Sandbox) -> None:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        link = tarfile.TarInfo("secret")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    _, member = inside(buffer.getvalue(), sandbox)
    assert member.reason == "a link or device, not a file"


def test_the_holes_of_a_sparse_file_are_not_spread(sandbox: Sandbox) -> None:
    """GNU's format 1.0: a map of what is there, then that; the rest of two gigabytes is a hole."""
    buffer, there = io.BytesIO(), b"Kalashnikov"
    mapped = b"1\n2000000000\n%d\n" % len(there)
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.PAX_FORMAT) as archive:
        sparse = tarfile.TarInfo("GNUSparseFile.0/big.txt")
        sparse.pax_headers = {
            "GNU.sparse.major": "1", "GNU.sparse.minor": "0", "GNU.sparse.name": "big.txt",
            "GNU.sparse.realsize": str(2_000_000_000 + len(there)),
        }  # fmt: skip
        data = mapped.ljust(512, b"\0") + there
        sparse.size = len(data)
        archive.addfile(sparse, io.BytesIO(data))
    assert len(buffer.getvalue()) < 20_000
    _, member = inside(buffer.getvalue(), sandbox)
    assert member.status is DocumentStatus.NOT_SCREENED
    assert "unpacks to more than 300 MB" in str(member.reason)


@pytest.mark.parametrize("path", TRUE_TYPES, ids=lambda path: path.name)
@pytest.mark.parametrize("share", [0.3, 0.9])
def test_a_file_that_was_cut_is_never_wholly_screened(
    sandbox: Sandbox, path: Path, share: float
) -> None:
    """But for formats that cannot tell that something is missing: mail without an end, PDF."""
    data = path.read_bytes()
    document, *_ = inside(data[: int(len(data) * share)], sandbox)
    if path.suffix not in {".eml", ".pdf"}:
        assert document.status is not DocumentStatus.SCREENED
    assert (document.reason is None) == (document.status is DocumentStatus.SCREENED)


def _whole(documents: list[Document]) -> None:
    for document in documents:
        assert (document.reason is None) == (document.status is DocumentStatus.SCREENED)
        assert "\n" not in (document.reason or "")
        end = -1
        for passage in document.passages:
            assert passage.start > end
            end = passage.start + len(passage.text)
        assert document.text.encode().decode() == document.text


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    path=st.sampled_from([path for path in TRUE_TYPES if not path.name.startswith("scan")]),
    changes=st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=8)), max_size=12),
)
def test_a_spoilt_file_is_an_answer(
    sandbox: Sandbox, path: Path, changes: list[tuple[float, bytes]]
) -> None:
    data = bytearray(path.read_bytes())
    for place, change in changes:
        at = int(place * (len(data) - 1))
        data[at : at + len(change)] = change
    _whole(inside(bytes(data), sandbox))

"""The same letter in every format, made by real programs (tests/data/documents): the same names are
found, each at its place.
"""

import io
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from documents import Sandbox, pictures, read_all
from records import Document, DocumentStatus, Kind, Settings
from screening.documents.screen import screen
from screening.engine.engine import Engine
from store import Home

ASKED = Settings(threshold=0.8, kinds=(Kind.ORGANIZATION, Kind.VESSEL, Kind.AIRCRAFT))
ERA, VALERIAN, ALPHA, WUHAN = 30863, 45314, 55566, 46633
ZR, HAPJANGGANG, VTB, CANARIAS, ALAMOS = 37674, 36298, 18725, 13365, 13466
Found = dict[int, tuple[int | None, str | None]]

LETTER = {ERA: (None, None), VALERIAN: (None, None), ALPHA: (None, None)}
ROW = "table 1, row 2, cell 1 (Supplier)"
ON_PAPER: Found = {
    ERA: (1, None), VALERIAN: (1, None), WUHAN: (1, None), ZR: (1, None), HAPJANGGANG: (1, None),
    CANARIAS: (1, None), ALPHA: (2, None),
}  # fmt: skip
EXPECTED: dict[str, Found] = {
    "letter.docx": {
        **LETTER, WUHAN: (None, ROW), ZR: (None, "header"), HAPJANGGANG: (None, "footnote 1"),
        VTB: (None, "comment by A. Clerk"), CANARIAS: (None, "text box"),
        ALAMOS: (None, "before tracked changes"),
    },
    "letter.odt": {
        **LETTER, WUHAN: (None, ROW), ZR: (None, "header"), HAPJANGGANG: (None, "footnote 1"),
        VTB: (None, "comment"), CANARIAS: (None, "text box"), ALAMOS: (None, "deleted text"),
    },
    "letter.rtf": {
        **LETTER, WUHAN: (None, None), ZR: (None, "header"), HAPJANGGANG: (None, "footnote"),
        VTB: (None, "comment"), CANARIAS: (None, "text box"), ALAMOS: (None, None),
    },
    "letter.doc": {
        **LETTER, WUHAN: (None, None), ZR: (None, "header or footer"),
        HAPJANGGANG: (None, "footnote"), VTB: (None, "comment"), CANARIAS: (None, "text box"),
        ALAMOS: (None, "before tracked changes"),
    },
    "letter.pdf": {**ON_PAPER, ALAMOS: (1, None)},
    "chromium.pdf": ON_PAPER,
    "wkhtmltopdf.pdf": ON_PAPER,
    "searchable.pdf": dict.fromkeys({*ON_PAPER, ALAMOS} - {ALPHA}, (1, None)),
    "page.html": {**LETTER, WUHAN: (None, ROW), ZR: (None, None)},
    "table.csv": {WUHAN: (None, "A2 (Supplier)"), ALPHA: (None, "A3 (Supplier)")},
    "show.pptx": {
        ERA: (1, None), VALERIAN: (1, None), HAPJANGGANG: (1, "notes"), ALPHA: (2, None),
    },
    "show.odp": {
        ERA: (1, "text box"), VALERIAN: (1, "text box"), HAPJANGGANG: (1, "notes, text box"),
        ALPHA: (2, "text box"),
    },
}  # fmt: skip
CELLS: Found = {
    ERA: (None, "Letter!A1"), VALERIAN: (None, "Letter!A1"),
    WUHAN: (None, "Parties!A2 (Supplier)"), ALPHA: (None, "Parties!A3 (Supplier)"),
}  # fmt: skip
EXPECTED |= {
    "table.xlsx": {**CELLS, VTB: (None, "comment A4")},
    "table.ods": {**CELLS, VTB: (None, "comment")},
    "table.xls": {**CELLS, VTB: (None, "comment")},
}
needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="tesseract is not installed"
)


@pytest.fixture(scope="module")
def engine(excerpts_home: Home, opened: Callable[..., Engine]) -> Engine:
    return opened(excerpts_home)


@pytest.fixture(scope="module")
def parser() -> Iterator[Sandbox]:
    with Sandbox() as opened:
        yield opened


def _read(data: Path, name: str, parser: Sandbox) -> list[Document]:
    return read_all(data / "documents" / name, shown_as=name, sandbox=parser)


def _found(document: Document, engine: Engine) -> Found:
    """The OFAC entries found, with where each stands first."""
    found: Found = {}
    for item in screen(engine, document, ASKED).hits:
        span = item.span
        assert document.text[span.start : span.end] == span.text
        source, _, number = item.hit.entity_id.partition(":")
        if source == "us_ofac_sdn":
            found.setdefault(int(number), (span.page, span.place))
    return found


@pytest.mark.parametrize("name", EXPECTED)
def test_the_same_names_are_found_in_every_format(
    data: Path, engine: Engine, parser: Sandbox, name: str
) -> None:
    (document,) = _read(data, name, parser)
    assert (document.status, document.reason) == (DocumentStatus.SCREENED, None)
    assert _found(document, engine) == EXPECTED[name]


@needs_tesseract
@pytest.mark.parametrize("name", ["scan.pdf", "scan.png"])
def test_a_scan_is_read_with_the_place_of_every_word(
    data: Path, engine: Engine, parser: Sandbox, name: str
) -> None:
    (document,) = _read(data, name, parser)
    assert document.status is DocumentStatus.SCREENED
    assert {ERA, VALERIAN, WUHAN, HAPJANGGANG} <= set(_found(document, engine))
    page = next(passage for passage in document.passages if passage.boxes)
    words = {page.text[box.start : box.end]: box for box in page.boxes}
    assert 0 < words["Valerian"].top < words["Hapjanggang"].top < 1


def _with_picture(data: Path) -> bytes:
    """A Word file into which a scan was pasted."""
    buffer = io.BytesIO((data / "documents" / "letter.docx").read_bytes())
    with zipfile.ZipFile(buffer, "a") as archive:
        scan = (data / "documents" / "scan.png").read_bytes()
        archive.writestr("word/media/image1.png", scan)
    return buffer.getvalue()


@needs_tesseract
def test_a_scan_pasted_into_a_word_file_is_read(data: Path, parser: Sandbox) -> None:
    (document,) = read_all(data=_with_picture(data), shown_as="a.docx", sandbox=parser)
    assert document.status is DocumentStatus.SCREENED
    (picture,) = [item for item in document.passages if item.place == "picture image1.png"]
    assert "Valerian Labs" in picture.text


def test_a_scan_pasted_into_a_word_file_is_not_read_without_tesseract(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    with Sandbox() as bare:
        (document,) = read_all(data=_with_picture(data), shown_as="a.docx", sandbox=bare)
    assert document.status is DocumentStatus.PARTLY_SCREENED
    assert "Install tesseract" in str(document.reason)


@pytest.mark.parametrize("name", ["scan.pdf", "scan.png"])
def test_a_scan_without_tesseract_is_not_screened_and_says_what_to_do(
    data: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("PATH", "")
    with Sandbox() as bare:
        (document,) = _read(data, name, bare)
    assert document.status is not DocumentStatus.SCREENED
    assert "Install tesseract" in str(document.reason)


def test_what_is_attached_and_packed_is_found_where_it_is(
    data: Path, engine: Engine, parser: Sandbox
) -> None:
    documents = _read(data, "deal.zip", parser)
    assert {document.path for document in documents} == {
        "deal.zip", "deal.zip!/annex/2.pdf", "deal.zip!/mail.eml",
        "deal.zip!/mail.eml!/letter.docx",
    }  # fmt: skip
    found = {document.path: _found(document, engine) for document in documents}
    assert found["deal.zip!/mail.eml"][ZR] == (None, "header Subject")
    assert found["deal.zip!/mail.eml!/letter.docx"] == EXPECTED["letter.docx"]
    assert found["deal.zip!/annex/2.pdf"] == EXPECTED["letter.pdf"]


def test_an_outlook_message_is_read_like_a_mail(
    data: Path, engine: Engine, parser: Sandbox
) -> None:
    message, attachment = _read(data, "mail.msg", parser)
    assert _found(message, engine) == {
        ZR: (None, "header Subject"),
        HAPJANGGANG: (None, "header To"),
        ERA: (None, None),
        VALERIAN: (None, None),
    }
    assert attachment.path == "mail.msg!/letter.docx"
    assert _found(attachment, engine) == EXPECTED["letter.docx"]


def test_a_compressed_tar_is_one_archive(data: Path, parser: Sandbox) -> None:
    paths = [document.path for document in _read(data, "deal.tar.gz", parser)]
    assert paths == ["deal.tar.gz", "deal.tar.gz!/annex/2.pdf"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("locked.pdf", "an encrypted PDF file"),
        ("locked.zip", "1 of 1 files in it not or not wholly read: mail.eml"),
    ],
)
def test_what_is_locked_is_not_screened(
    data: Path, parser: Sandbox, name: str, reason: str
) -> None:
    document, *_ = _read(data, name, parser)
    assert document.status is DocumentStatus.NOT_SCREENED
    assert str(document.reason).startswith(reason)


def test_words_of_a_pdf_are_boxed_on_the_picture_of_their_page(data: Path, parser: Sandbox) -> None:
    (document,) = _read(data, "chromium.pdf", parser)
    page = next(passage for passage in document.passages if passage.page == 1)
    start = page.text.index("Hapjang-\ngang")
    content = (data / "documents" / "chromium.pdf").read_bytes()
    spans = {1: [(0, 4), (start, start + len("Hapjang-\ngang"))]}
    (picture,) = pictures(parser, content, document.media_type, spans)
    (copy,), name = picture.boxes
    assert picture.png.startswith(b"\x89PNG")
    assert copy.left < 0.1
    assert copy.top < 0.1
    assert len(name) == 2  # a box a line: the name is hyphenated
    assert name[0].bottom <= name[1].top + 0.01

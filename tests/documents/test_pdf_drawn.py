"""Words of patterns and masks of PDF pages, files that its list of attachments lacks and what is
said of them: seen by a reader of the file, and not in the text of its pages.
"""

import io

import pytest
from pypdf import PdfReader, PdfWriter
from read_helpers import inside, one, places

from documents import Sandbox
from documents.pdf_names import outside_streams
from records import DocumentStatus

pytest_plugins = ["read_fixtures"]

TEXT = "BT /F 12 Tf 10 50 Td (Paid to Sovcomflot) Tj ET"
FONTS = "/Resources<</Font<</F 4 0 R>>>>"
PATTERN = "/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 300 100]/XStep 300/YStep 100"
GROUP = "/Type/XObject/Subtype/Form/BBox[0 0 500 500]/Group<</S/Transparency/CS/DeviceGray>>"
FILE = "/Type/Filespec/F(a.txt)/EF<</F 7 0 R>>"


def stream(content: str, kind: str = "") -> str:
    return f"<<{kind}/Length {len(content)}>>stream\n{content}\nendstream"


def pdf(*more: str, of_page: str = "", resources: str = "", catalogue: str = "") -> bytes:
    """A page of a line, with more objects from the sixth on."""
    line = "BT /F 12 Tf 72 700 Td (We write about the pumps) Tj ET /P cs /P1 scn 0 0 9 9 re f"
    bodies = [
        f"<</Type/Catalog/Pages 2 0 R{catalogue}>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R{of_page}"
        f"/Resources<</Font<</F 4 0 R>>{resources}>>>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        stream(line),
        *more,
    ]
    data, starts = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, start=1):
        starts.append(len(data))
        data += f"{number} 0 obj{body}endobj\n".encode()
    table = "".join(f"{start:010} 00000 n \n" for start in starts)
    size = len(bodies) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer<</Size {size}/Root 1 0 R>>\n"
    return data + f"{end}startxref\n{len(data)}\n%%EOF".encode()


def pattern(content: str, kind: str = FONTS) -> bytes:
    return pdf(stream(content, PATTERN + kind), resources="/Pattern<</P1 6 0 R>>")


def encrypted(data: bytes) -> bytes:
    """The same, encrypted without a password to open it."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt("", "owner", algorithm="RC4-128")
    with io.BytesIO() as file:
        writer.write(file)
        return file.getvalue()


MASK = pdf(
    stream(TEXT, GROUP + FONTS),
    resources="/ExtGState<</G<</SMask<</S/Luminosity/G 6 0 R>>>>>>",
)


@pytest.mark.parametrize(
    "data", [pattern(TEXT), MASK, encrypted(pattern(TEXT))], ids=["pattern", "mask", "encrypted"]
)
def test_words_of_patterns_and_masks_are_read(data: bytes, sandbox: Sandbox) -> None:
    assert places(one(data, sandbox))["Paid to Sovcomflot"] == "pattern or mask"


def test_words_that_the_page_says_are_not_read_again(sandbox: Sandbox) -> None:
    again = pattern(TEXT.replace("Paid to Sovcomflot", "about the pumps"))
    assert list(places(one(again, sandbox))) == ["We write about the pumps"]
    shade = one(pattern("0 0 9 9 re f", "/Resources<<>>"), sandbox)
    assert list(places(shade)) == ["We write about the pumps"]
    assert shade.status is DocumentStatus.SCREENED


@pytest.mark.parametrize("where", ["catalogue", "of_page"])
def test_files_that_belong_to_a_page_or_the_whole_are_read(where: str, sandbox: Sandbox) -> None:
    data = pdf(f"<<{FILE}>>", stream("Paid to Sovcomflot"), **{where: "/AF[6 0 R]"})
    assert [document.text for document in inside(data, sandbox)[1:]] == ["Paid to Sovcomflot"]


def test_a_file_in_both_lists_is_read_once(sandbox: Sandbox) -> None:
    lists = "/AF[6 0 R]/Names<</EmbeddedFiles<</Names[(a)6 0 R]>>>>"
    data = pdf(f"<<{FILE}/Desc(Invoice of Sovcomflot)>>", stream("Some words"), catalogue=lists)
    document, *files = inside(data, sandbox)
    assert [file.text for file in files] == ["Some words"]
    assert places(document)["Invoice of Sovcomflot"] == "description of an attachment"


def test_columns_of_a_portfolio_are_read(sandbox: Sandbox) -> None:
    item = "/CI<</Type/CollectionItem/a(Sovcomflot)/b<</Type/CollectionSubitem/P(To)/D(Bank)>>>>"
    data = pdf(f"<<{FILE}{item}>>", stream("Some words"), catalogue="/AF[6 0 R]")
    found = places(inside(data, sandbox)[0])
    assert found["Sovcomflot"] == found["To Bank"] == "column of a portfolio"


def test_titles_of_threads_are_read(sandbox: Sandbox) -> None:
    thread = "<</Type/Thread/I<</Title(Sovcomflot)>>>>"
    data = pdf(thread, catalogue="/Threads[6 0 R]")
    assert places(one(data, sandbox))["Sovcomflot"] == "thread of articles"


def test_a_file_in_it_that_cannot_be_had_is_told(sandbox: Sandbox) -> None:
    packed = stream("no such thing", "/Filter/FlateDecode/DecodeParms<</Predictor 12>>")
    pin = "<</Type/Annot/Subtype/FileAttachment/Rect[9 9 20 20]/FS 6 0 R>>"
    for data in (
        pdf(f"<<{FILE}>>", packed, catalogue="/AF[6 0 R]"),
        pdf(f"<<{FILE}>>", packed, pin, of_page="/Annots[8 0 R]"),
    ):
        document = inside(data, sandbox)[0]
        assert document.status is DocumentStatus.PARTLY_SCREENED


def test_elements_say_their_words_also_where_objects_are_packed(sandbox: Sandbox) -> None:
    root = "/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R"
    tree = (
        "<</Type/StructTreeRoot/K 7 0 R/ParentTree<</Nums[0[8 0 R]]>>>>",
        "<</Type/StructElem/S/Document/P 6 0 R/K[8 0 R]>>",
        "<</Type/StructElem/S/Figure/P 7 0 R/Pg 3 0 R/K 0/Alt\n(Sovcomflot)>>",
    )
    plain = pdf(*tree, catalogue=root, of_page="/StructParents 0")
    line = b"BT /F 12 Tf"
    marked = plain.replace(line, b"/A<</MCID 0>>BDC " + line)
    for data in (marked, encrypted(marked)):
        assert places(one(data, sandbox))["Sovcomflot"] == "alternative text"


def test_streams_are_left_out_however_they_end() -> None:
    data = b"1 0 obj<</Length 9>>stream\nendstream\nendstream endobj 2 0 obj(a)endobj"
    assert outside_streams(data) == b"1 0 obj<</Length 9>> endobj 2 0 obj(a)endobj"
    false = b"1 0 obj<</Length 3>>stream\nabcdef\nendstream 2 0 obj(a)"
    assert outside_streams(false) == b"1 0 obj<</Length 3>> 2 0 obj(a)"
    cut = b"1 0 obj<</Length 4 0 R>>stream\nabc 2 0 obj(a)"
    assert outside_streams(cut) == b"1 0 obj<</Length 4 0 R>>\nabc 2 0 obj(a)"


def test_an_entry_of_the_attachments_that_leads_nowhere_leaves_the_pages_read(
    sandbox: Sandbox,
) -> None:
    data = pdf("null", catalogue="/Names<</EmbeddedFiles<</Names[(a)6 0 R]>>>>")
    document = inside(data, sandbox)[0]
    assert "We write about the pumps" in document.text
    assert document.status is DocumentStatus.PARTLY_SCREENED

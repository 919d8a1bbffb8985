"""What a person sees on a PDF page, however its program wrote it: words from the right, cells under
one another by any edge, lines written in any order, pictures between texts, scans in strips.
"""

import io
import zlib
from itertools import product
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from pypdf import PdfReader, PdfWriter, Transformation
from pypdf.constants import PageLabelStyle
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject
from read_helpers import one, places

from documents import Sandbox, ocr
from documents.pdf_bitmaps import render, rows
from documents.pdf_text import clean, origins
from documents.run_on import over_pages
from records import DocumentStatus, Passage

pytest_plugins = ["read_fixtures"]

DATA = Path(__file__).parents[1] / "data" / "documents"
LINE = "Quarterly report on pumps and valves, delivered to the customer in spring. "


def pdf(*shown: tuple[float, float, str]) -> bytes:
    """A page with texts at places, in the order in which they are written."""
    return page("".join(f"BT /F 12 Tf {x} {y} Td ({words}) Tj ET\n" for x, y, words in shown))


def page(content: str) -> bytes:
    """A page that is drawn so."""
    bodies = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R"
        "/Resources<</Font<</F 4 0 R>>>>>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Courier>>",
        f"<</Length {len(content)}>>stream\n{content}\nendstream",
    ]
    data, starts = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, start=1):
        starts.append(len(data))
        data += f"{number} 0 obj{body}endobj\n".encode()
    table = "".join(f"{start:010} 00000 n \n" for start in starts)
    end = f"xref\n0 6\n0000000000 65535 f \n{table}trailer<</Size 6/Root 1 0 R>>\n"
    return data + f"{end}startxref\n{len(data)}\n%%EOF".encode()


def test_words_from_the_right_are_read_from_the_right(sandbox: Sandbox) -> None:
    document = one((DATA / "rtl.pdf").read_bytes(), sandbox)
    assert document.passages[-1].text.splitlines() == [
        "تم الدفع إلى بنك سبه في طهران",
        "پرداخت به بانک سپه در تهران",
        "שולם לבנק ספה בטהרן",
        "دفعت Sovcomflot في موسكو 2024",
    ]


@pytest.mark.parametrize(
    "shown",
    [
        # Courier of 12 points: 7.2 a letter. By the right edge, by the middle, beside a number.
        [(72, 600, "pumps"), (400 - 72, 600, "Ural Civil"),
         (72, 586, "seals"), (400 - 7.2 * 16, 586, "Aviation Factory")],
        [(72, 600, "pumps"), (300 - 36, 600, "Ural Civil"),
         (72, 586, "seals"), (300 - 7.2 * 8, 586, "Aviation Factory")],
        [(72, 600, "1"), (150, 600, "Ural Civil"), (350, 600, "5.000"),
         (150, 586, "Aviation Factory")],
        [(72, 586, "Aviation Factory"), (72, 600, "Ural Civil")],
    ],
)  # fmt: skip
def test_lines_of_a_cell_are_read_together(
    shown: list[tuple[float, float, str]], sandbox: Sandbox
) -> None:
    found = places(one(pdf(*shown), sandbox))
    assert found["Ural Civil\nAviation Factory"] == "page 1, column, lines joined"


def test_letters_below_one_another_are_a_word(sandbox: Sandbox) -> None:
    shown = [(300.0, 600.0 - 14 * at, letter) for at, letter in enumerate("SEPAH")]
    assert "SEPAH" in places(one(pdf(*shown), sandbox))


def test_heads_and_feet_that_were_written_in_any_order_are_passed_over() -> None:
    pages = ("Terms\nwe paid Ural Civil\nPage 1 of 2\nContract 5/24",
             "Contract 5/24\nAviation Factory in May\nPage 2 of 2")  # fmt: skip
    passages = [Passage(text=text, page=number) for number, text in enumerate(pages, start=1)]
    assert [text for text, _ in over_pages(passages)] == [
        "Terms\nwe paid Ural Civil\nAviation Factory in May\nPage 2"
    ]


@pytest.mark.parametrize("turn", ["0 1 -1 0", "-1 0 0 -1", "0 -1 1 0"])
def test_cells_of_a_table_that_stands_on_its_side_are_read_down(
    turn: str, sandbox: Sandbox
) -> None:
    a, b, c, d = map(int, turn.split())
    shown = [(72, 600, "pumps"), (250, 600, "Ural Civil"),
             (72, 586, "seals"), (250, 586, "Aviation Factory"), (72, 540, "End")]  # fmt: skip
    content = ""
    for x, y, words in shown:
        place = f"{(a * x + c * y) % 700} {(b * x + d * y) % 700}"
        content += f"BT /F 12 Tf {turn} {place} Tm ({words}) Tj ET\n"
    upright = "BT /F 12 Tf 20 700 Td (Page 4) Tj ET\n"
    document = one(page(content + upright), sandbox)
    joined = {passage.text for passage in document.passages if "joined" in str(passage.place)}
    assert joined == {"pumps\nseals", "Ural Civil\nAviation Factory"}


def test_a_file_with_lines_before_it_is_still_a_pdf_file(sandbox: Sandbox) -> None:
    document = one(b"Content-Type: application/pdf\r\n\r\n" + pdf((72, 600, "Words")), sandbox)
    assert document.media_type == "application/pdf"
    assert document.passages[-1].text == "Words"


def with_scan(*texts: tuple[float, float, str], scale: float, copies: int = 1) -> bytes:
    """A scanned page, smaller, below texts; more of it beside it."""
    scan = PdfReader(DATA / "scan.pdf").pages[0]
    writer = PdfWriter()
    page = writer.add_page(PdfReader(io.BytesIO(pdf(*texts))).pages[0])
    for number in range(copies):
        place = Transformation().scale(scale).translate(20 + 270 * number, 20)
        page.merge_transformed_page(scan, place)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


@pytest.mark.skipif(ocr.PROGRAM is None, reason="tesseract is not installed")
def test_a_picture_of_words_on_a_page_of_text_is_read(sandbox: Sandbox) -> None:
    alone = one((DATA / "scan.pdf").read_bytes(), sandbox)
    words = next(line for line in alone.text.splitlines() if len(line.split()) > 3)
    texts = [(40.0, 820.0 - 12 * at, LINE) for at in range(5)]
    document = one(with_scan(*texts, scale=0.7), sandbox)
    (seen,) = [passage for passage in document.passages if passage.place == "picture"]
    assert words in seen.text
    assert document.status is DocumentStatus.SCREENED


@pytest.mark.skipif(ocr.PROGRAM is None, reason="tesseract is not installed")
def test_a_picture_written_between_the_words_of_a_page_is_read(sandbox: Sandbox) -> None:
    scan = render(pdfium.PdfDocument(DATA / "scan.pdf")[0], 150, grey=True)
    points = zlib.compress(b"".join(map(bytes, rows(scan)))).hex()
    texts = "".join(f"BT /F 12 Tf 40 {820 - 12 * at} Td ({LINE}) Tj ET\n" for at in range(5))
    inline = f"/W {scan.width} /H {scan.height} /BPC 8 /CS /G /F [/AHx /Fl] ID {points}>"
    data = page(f"{texts}q 400 0 0 560 60 60 cm BI {inline} EI Q")
    assert b"/Image" not in data
    document = one(data, sandbox)
    alone = one((DATA / "scan.pdf").read_bytes(), sandbox)
    words = next(line for line in alone.text.splitlines() if len(line.split()) > 3)
    assert words in document.text


@pytest.mark.skipif(ocr.PROGRAM is None, reason="tesseract is not installed")
def test_words_drawn_as_curves_beside_a_text_are_read_once(sandbox: Sandbox) -> None:
    writer = PdfWriter()
    for _ in range(2):
        writer.append(DATA / "outlines.pdf")
    buffer = io.BytesIO()
    writer.write(buffer)
    document = one(buffer.getvalue(), sandbox)
    (drawn,) = [passage for passage in document.passages if passage.place == "drawing"]
    assert drawn.text.splitlines()[0] == "Payment to Era-Media TOV"
    assert "Page 3" not in drawn.text
    assert document.status is DocumentStatus.SCREENED


@pytest.mark.skipif(ocr.PROGRAM is None, reason="tesseract is not installed")
def test_pictures_that_cover_a_page_together_are_a_scan(sandbox: Sandbox) -> None:
    data = with_scan((40, 820, "Page 5"), scale=0.6, copies=3)
    document = one(data, sandbox)
    assert any(passage.boxes for passage in document.passages)


@pytest.mark.skipif(ocr.PROGRAM is None, reason="tesseract is not installed")
def test_a_page_of_recognised_text_over_its_scan_is_read_once(sandbox: Sandbox) -> None:
    document = one((DATA / "searchable.pdf").read_bytes(), sandbox)
    assert not [passage for passage in document.passages if passage.place == "picture"]


@pytest.mark.parametrize("packed", [False, True])
def test_layers_labels_of_pages_and_texts_in_scripts_are_read(
    packed: bool, sandbox: Sandbox
) -> None:
    writer = PdfWriter(PdfReader(io.BytesIO(pdf((72, 600, "Words")))))
    writer.set_page_label(0, 0, style=PageLabelStyle.DECIMAL, prefix="Arian Bank ")
    alert = {"/S": NameObject("/JavaScript"), "/JS": TextStringObject("alert('Bank Sepah pays');")}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(
        {NameObject(key): value for key, value in alert.items()}
    )
    layer = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/OCG"),
            NameObject("/Name"): TextStringObject("Совкомфлот"),
        }
    )
    layers = ArrayObject([writer._add_object(layer)])
    writer.root_object[NameObject("/OCProperties")] = DictionaryObject({
        NameObject("/OCGs"): layers, NameObject("/D"): DictionaryObject(),
    })  # fmt: skip
    buffer = io.BytesIO()
    writer.write(buffer)
    data = buffer.getvalue()
    if packed:
        objects = zlib.compress(b"1 0 <</Type/OCG/Name(Mahan Air)>>")
        stream = b"9 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n%s\n"
        data = data.replace(b"%%EOF", stream % (len(objects), objects) + b"endstream endobj\n%%EOF")
    found = places(one(data, sandbox))
    assert found["Совкомфлот"] == "layer"
    assert found["Bank Sepah pays"] == "script"
    assert found.get("Mahan Air") == ("layer" if packed else None)
    assert any(text.startswith("Arian Bank") and found[text] == "page label" for text in found)


def test_each_character_of_a_page_is_known_to_stand_where_it_was_written() -> None:
    for signs in product("a\r\n\x02\u2010\u00ad", repeat=5):
        written = "".join(signs)
        read = clean(written)
        places = origins(written)
        assert len(places) == len(read) + 1
        assert all(
            sign == "a" or written[place] != "a"
            for sign, place in zip(read, places[:-1], strict=True)
        )
        assert "\r" not in read

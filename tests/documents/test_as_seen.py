"""What a document shows and its letters do not say in their order: runs that are turned round,
letters one by one, first letters in boxes, slides that go on, words that styles hide.
"""

import io
import zipfile

import pytest
from place_names import rels, zipped
from places_tnef import ATTACHMENT, DATA, tnef
from read_helpers import inside, one, places
from test_pdf_layout import page as pdf_page
from test_pdf_layout import pdf

from documents import Sandbox
from documents.as_seen import letters_of_their_own
from records import DocumentStatus, Passage

pytest_plugins = ["read_fixtures"]

TURNED = "\u202etolfmocvoS\u202c"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word(body: str) -> bytes:
    return zipped({
        "[Content_Types].xml": "<Types><Override ContentType=\"application/vnd.openxmlformats-"
        "officedocument.wordprocessingml.document.main+xml\" PartName=\"/word/document.xml\"/>"
        "</Types>",
        "word/document.xml": f"<w:document xmlns:w=\"{WORD}\"><w:body>{body}</w:body></w:document>",
    })  # fmt: skip


def page(body: str, head: str = "") -> bytes:
    return f"<html><head>{head}</head><body>{body}</body></html>".encode()


@pytest.mark.parametrize(
    "data",
    [
        f"Paid to {TURNED} in May.".encode(),
        page(f"<p>Paid to {TURNED} in May.</p>"),
        page("<p>Paid to <bdo dir=rtl>tolf<b>mocvoS</b></bdo> in May.</p>"),
        page("<p>Paid to <i class=b>tolfmocvoS</i> in May.</p>",
             "<style>p .b{direction:rtl;unicode-bidi:bidi-override}</style>"),
        page("<p>Paid to <i style=\"unicode-bidi:bidi-override;direction:rtl\">tolfmocvoS</i>"
             " in May.</p>"),
        word("<w:p><w:r><w:t xml:space=\"preserve\">Paid to </w:t></w:r><w:bdo w:val=\"rtl\">"
             "<w:r><w:t>tolfmocvoS</w:t></w:r></w:bdo><w:r><w:t xml:space=\"preserve\"> in May."
             "</w:t></w:r></w:p>"),
        rb"{\rtf1\ansi Paid to \u8238?tolfmocvoS\u8236? in May.}",
    ],
    ids=["text", "page", "bdo", "style sheet", "style", "Word", "RTF"],
)  # fmt: skip
def test_letters_that_are_shown_from_the_right_are_read_so(data: bytes, sandbox: Sandbox) -> None:
    assert places(one(data, sandbox))["Paid to Sovcomflot in May."] == "as shown, turned round"


@pytest.mark.parametrize("words", ["Paid to \u202eבנק ספה\u202c", "plain \u202dwords\u202c here"])
def test_letters_that_are_turned_the_way_they_run_are_as_they_were(
    words: str, sandbox: Sandbox
) -> None:
    plain = words.translate(dict.fromkeys(range(0x202A, 0x202F)))
    assert set(places(one(words.encode(), sandbox))) <= {words, plain}


def test_letters_by_themselves_are_joined(sandbox: Sandbox) -> None:
    boxes = page("".join(f"<div>{letter}</div>" for letter in "Sovcomflot"))
    assert places(one(boxes, sandbox))["Sovcomflot"] == "letters joined"
    drawn = "".join(f"<text x='{8 * n}'>{c}</text>" for n, c in enumerate("Sovcomflot"))
    picture = f"<svg xmlns='http://www.w3.org/2000/svg'>{drawn}</svg>".encode()
    assert "Sovcomflot" in places(one(picture, sandbox))


@pytest.mark.parametrize("letters", ["YNYNYNNY", "ABC"])
def test_marks_in_cells_are_no_word(letters: str, sandbox: Sandbox) -> None:
    cells = page("<table>" + "".join(f"<tr><td>{c}</td></tr>" for c in letters) + "</table>")
    assert letters not in places(one(cells, sandbox))


def test_letters_of_fonts_of_symbols_are_read_and_others_of_a_file_are_told(
    sandbox: Sandbox,
) -> None:
    symbols = "".join(chr(0xF000 + ord(letter)) for letter in "Sovcomflot")
    assert "Sovcomflot" in places(one(page(f"<p>{symbols}</p>"), sandbox))
    own = "".join(chr(0xE000 + ord(letter)) for letter in "Sovcomflot")
    document = one(page(f"<p>Paid to {own}</p>"), sandbox)
    assert document.status is DocumentStatus.PARTLY_SCREENED
    assert "only a font of the file can show" in (document.reason or "")


def test_pictures_in_a_font_of_pictures_are_no_words() -> None:
    icons = "Call us \ue0b0 or write \ue0be\ue0bf, rated \ue838\ue838\ue838\ue838\ue838"
    assert letters_of_their_own([Passage(text=icons)]) is None


def test_a_first_letter_in_a_box_belongs_to_its_paragraph(sandbox: Sandbox) -> None:
    box = "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>S</w:t></w:r></w:p></w:txbxContent></w:pict>"
    body = f"<w:p>{box}</w:r><w:r><w:t>ovcomflot was paid</w:t></w:r></w:p>"
    assert "Sovcomflot was paid" in places(one(word(body), sandbox))


def test_a_large_first_letter_of_a_pdf_page_belongs_to_its_line(sandbox: Sandbox) -> None:
    lines = [(72, 690, 40, "S"), (102, 710, 12, "ovcomflot was paid"), (72, 676, 12, "in May")]
    shown = [f"BT /F {size} Tf {x} {y} Td ({words}) Tj ET" for x, y, size, words in lines]
    assert "Sovcomflot was paid" in places(one(pdf_page("\n".join(shown)), sandbox))
    small = pdf((72, 710, "S"), (102, 710, "ovcomflot"), (72, 690, "A"), (102, 690, "gain"))
    assert "Sovcomflot" not in places(one(small, sandbox))


def test_letters_on_an_arc_are_joined(sandbox: Sandbox) -> None:
    ups = [0, 6, 11, 14, 16, 16, 14, 11, 6, 0]
    letters = zip(ups, "SOVCOMFLOT", strict=True)
    data = pdf(*((72.0 + 14 * n, 600.0 + up, c) for n, (up, c) in enumerate(letters)))
    assert "SOVCOMFLOT" in places(one(data, sandbox))


def presentation(*slides: tuple[str, ...]) -> bytes:
    """Slides of shapes with a text each."""
    ns = "xmlns:p='p' xmlns:a='a' xmlns:r='r'"
    numbers = range(1, len(slides) + 1)
    return zipped({
        "[Content_Types].xml": "<Types><Override ContentType='application/vnd.openxmlformats-"
        "officedocument.presentationml.presentation.main+xml' PartName='/ppt/presentation.xml'/>"
        "</Types>",
        "ppt/presentation.xml": f"<p:presentation {ns}><p:sldIdLst>"
        + "".join(f"<p:sldId r:id='r{n}'/>" for n in numbers)
        + "</p:sldIdLst></p:presentation>",
        "ppt/_rels/presentation.xml.rels": rels(
            *(("slide", f"slides/slide{n}.xml", False) for n in numbers)),
        **{f"ppt/slides/slide{n}.xml": f"<p:sld {ns}><p:cSld>"
           + "".join(f"<p:sp><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:sp>" for text in texts)
           + "</p:cSld></p:sld>" for n, texts in zip(numbers, slides, strict=True)},
    })  # fmt: skip


def test_a_name_that_goes_on_on_the_next_slide_is_read(sandbox: Sandbox) -> None:
    first, second = ("Payments", "We paid the Minsk Wheel"), ("Continued", "Tractor Plant in May")
    found = places(one(presentation(first, second), sandbox))
    joined = "Payments\nWe paid the Minsk Wheel\nTractor Plant in May"
    assert found[joined] == "slides 1 and 2, joined"
    ended = ("Payments", "We paid the Minsk Wheel.")
    assert not any("joined" in (place or "") for place in
                   places(one(presentation(ended, second), sandbox)).values())  # fmt: skip


def test_line_ends_that_presentations_escape_are_blanks(sandbox: Sandbox) -> None:
    found = places(one(presentation(("Minsk Wheel_x000B_Tractor Plant", "S_x006F_v")), sandbox))
    assert {"Minsk Wheel Tractor Plant", "Sov"} <= set(found)
    assert "a_x005F_b" not in places(one(presentation(("a_x005F_b",)), sandbox))


def test_words_that_a_style_hides_in_a_name_are_left_out(sandbox: Sandbox) -> None:
    body = '<p>Paid to Sov<span style="display:none">xyz</span>comflot.</p><p>Bye</p>'
    found = places(one(page(body), sandbox))
    assert found["Paid to Sovcomflot."] == "as shown"
    assert "Paid to Sovxyzcomflot." in found
    assert list(found).count("Bye") == 1
    small = page("<p><ruby>Sov<rt>a</rt></ruby><ruby>comflot<rt>b</rt></ruby></p>")
    assert "Sovcomflot" in places(one(small, sandbox))


def test_an_attachment_of_outlook_that_is_cut_is_told(sandbox: Sandbox) -> None:
    data = tnef((ATTACHMENT, DATA, b"Paid to Sovcomflot"), (ATTACHMENT, DATA, bytes(50)))
    document = inside(data[:-30], sandbox)[0]
    assert document.status is not DocumentStatus.SCREENED
    assert "cut or damaged" in (document.reason or "")


def test_paragraphs_in_pieces_of_xml_are_read_as_one(sandbox: Sandbox) -> None:
    data = b"<s:sec xmlns:s='s'><s:p><s:run><s:t>Paid to Sov</s:t></s:run><s:run><s:t>comflot</s:t>"
    found = places(one(data + b"</s:run></s:p></s:sec>", sandbox))
    assert found["Paid to Sovcomflot"] == "/sec/p, joined"
    cells = b"<p><p><t>Bank</t></p><p><t>Sepah</t></p></p>"
    assert "BankSepah" not in places(one(cells, sandbox))


def test_values_of_data_with_marks_of_markdown_are_read_without(sandbox: Sandbox) -> None:
    notebook = b'{"cells": [{"source": ["Paid to Sov**com**flot", "a * b * c"]}]}'
    found = places(one(notebook, sandbox))
    assert found["Paid to Sovcomflot"] == "$.cells[0].source[0], without mark-up"
    assert "a  b  c" not in found


def test_receivers_of_american_payment_files_are_read(sandbox: Sandbox) -> None:
    header = "101 091000019 0910000192601010000A094101BANK                   COMPANY"
    entry = "622091000019" + "12345678901234567" + "0000010000" + f"{'ID':<15}"
    line = f"{entry}{'MINSK WHEEL TRACTOR PLANT'[:22]}  0091000010000001"
    found = places(one(f"{header:<94}\n{line}\n".encode(), sandbox))
    assert found["MINSK WHEEL TRACTOR PL"] == "line 2, receiver"
    assert "MINSK WHEEL TRACTOR PL" not in places(one(f"Text\n{line}\n".encode(), sandbox))


def test_folded_lines_of_a_manifest_are_joined(sandbox: Sandbox) -> None:
    data = b"Manifest-Version: 1.0\r\nImplementation-Vendor: Sovcomfl\r\n ot\r\n"
    assert "Sovcomflot" in places(one(data, sandbox))


def test_captions_of_films_in_a_presentation_are_read(sandbox: Sandbox) -> None:
    film = io.BytesIO(presentation(("Some words",)))
    with zipfile.ZipFile(film, "a") as archive:
        archive.writestr("ppt/media/c.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nPaid to Sovcomflot")
        archive.writestr("ppt/media/film.mp4", bytes(100))
    documents = inside(film.getvalue(), sandbox)
    assert "Paid to Sovcomflot" in documents[1].text
    assert len(documents) == 2


def test_control_characters_in_what_is_turned_or_hidden_are_blanks(sandbox: Sandbox) -> None:
    turned = page("<p>Paid\x0b to <bdo dir=rtl>hapeS\x1f knaB</bdo> now</p>")
    assert "Paid to Bank Sepah now" in {
        " ".join(text.split()) for text in places(one(turned, sandbox))
    }
    hidden = page("<p>Paid\x0b to Sov<i style='display:none'>x</i>comflot\x1f</p>")
    assert any("Sovcomflot" in text for text in places(one(hidden, sandbox)))

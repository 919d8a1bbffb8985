"""Names that go on where nothing says so: on the next page, in the next line of a column, in a
folded line; and values that are encoded.
"""

import io

import pytest
from pypdf import PdfReader, PdfWriter
from read_helpers import inside, one, places

from documents import Sandbox
from documents.run_on import columns, over_pages
from records import Passage

pytest_plugins = ["read_fixtures"]


def _over(*pages: str) -> list[tuple[str, int]]:
    return list(over_pages([Passage(text=text, page=n) for n, text in enumerate(pages, start=1)]))


def test_the_end_of_a_page_is_read_with_the_start_of_the_next() -> None:
    first, second = "We shipped these pumps to Minsk Wheel", "Tractor Plant in May. They paid."
    assert _over(first, second) == [
        ("shipped these pumps to Minsk Wheel\nTractor Plant in May. They paid.", 1)
    ]


def test_page_numbers_and_what_stands_on_every_page_are_passed_over() -> None:
    first = "Contract 17/4\nWe shipped our pumps to Minsk Wheel\nPage 1 of 2\nAcme Ltd"
    second = "Contract 17/4\nTractor Plant in May and June.\nPage 2 of 2\nAcme Ltd"
    assert _over(first, second) == [
        ("shipped our pumps to Minsk Wheel\nTractor Plant in May and June.", 1)
    ]


def test_a_page_that_ends_its_sentence_does_not_go_on() -> None:
    assert _over("We shipped to Minsk.", "Wheel Tractor Plant") == []
    assert list(over_pages([Passage(text="to Minsk", page=1), Passage(text="Wheel", page=3)])) == []


def test_pages_of_a_pdf_file_are_read_as_going_on(sandbox: Sandbox) -> None:
    writer = PdfWriter()
    for words in ("We shipped these pumps to Minsk Wheel", "Tractor Plant in May."):
        writer.append(PdfReader(io.BytesIO(_page(words))))
    buffer = io.BytesIO()
    writer.write(buffer)
    found = places(one(buffer.getvalue(), sandbox))
    words = "shipped these pumps to Minsk Wheel\nTractor Plant in May."
    assert found[words] == "pages 1 and 2, joined"


def _page(words: str) -> bytes:
    shown = f"BT /F 12 Tf 72 720 Td ({words}) Tj ET"
    bodies = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R"
        "/Resources<</Font<</F 4 0 R>>>>>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        f"<</Length {len(shown)}>>stream\n{shown}\nendstream",
    ]
    data, starts = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, start=1):
        starts.append(len(data))
        data += f"{number} 0 obj{body}endobj\n".encode()
    table = "".join(f"{start:010} 00000 n \n" for start in starts)
    end = f"xref\n0 6\n0000000000 65535 f \n{table}trailer<</Size 6/Root 1 0 R>>"
    return data + f"{end}\nstartxref\n{len(data)}\n%%EOF".encode()


TABLE = """Supplier                 Goods           Sum

Green Pine               pumps and       5.00
Associated               valves
Corporation

Other Ltd                nuts            3.00
"""


def test_the_cells_of_a_column_that_is_laid_out_by_spaces_are_read_as_one(sandbox: Sandbox) -> None:
    assert list(columns(TABLE)) == ["Green Pine\nAssociated\nCorporation", "pumps and\nvalves"]
    found = places(one(TABLE.encode(), sandbox))
    assert found["Green Pine\nAssociated\nCorporation"] == "column, lines joined"
    mail = "From: a@example.org\nTo: b@example.org\nSubject: x\n\n" + TABLE
    assert "Green Pine\nAssociated\nCorporation" in places(one(mail.encode(), sandbox))


@pytest.mark.parametrize(
    "text",
    [
        "Dear Sir,\nwe thank you for  your letter\nof the third.\n",
        "\n".join(f"Acme {n}      nuts      {n}.00" for n in range(9)),
        "A line.\n\nAnother   one.\n",
        "2.3   Terms of payment\n2.4   Place of delivery\n",
    ],
)
def test_prose_and_rows_of_one_line_have_no_cells_that_go_on(text: str) -> None:
    assert list(columns(text)) == []


@pytest.mark.parametrize(
    ("text", "value", "place"),
    [
        ("BEGIN:VCALENDAR\r\nSUMMARY:Visit of Uralvagon\r\n zavod\r\nEND:VCALENDAR\r\n",
         "Visit of Uralvagonzavod", "SUMMARY, lines joined"),
        ("BEGIN:VCALENDAR\r\nLOCATION;LANGUAGE=en:Minsk\\, Wheel\r\nEND:VCALENDAR\r\n",
         "Minsk, Wheel", "LOCATION, lines joined"),
        ("version: 1\ndn: cn=a\no: Minsk Wheel Tra\n ctor Plant\n", "Minsk Wheel Tractor Plant",
         "o, lines joined"),
        ("dn: cn=a\ncn:: 0KHQvtCy0LrQvtC80YTQu9C+\n 0YI=\n", "Совкомфлот", "cn, lines joined"),
        ("BEGIN:VCARD\nVERSION:2.1\nORG;ENCODING=QUOTED-PRINTABLE;CHARSET=windows-1251:=D1=EE=\n"
         "=E2=EA=EE=EC=F4=EB=EE=F2\nEND:VCARD\n", "Совкомфлот", "ORG, lines joined"),
    ],
)  # fmt: skip
def test_folded_and_encoded_lines_are_read_as_they_read(
    sandbox: Sandbox, text: str, value: str, place: str
) -> None:
    document = inside(text.encode(), sandbox, "-")[0]
    assert places(document)[value] == place
    assert document.passages[0].text == text

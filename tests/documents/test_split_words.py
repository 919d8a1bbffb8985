"""Names that a person sees whole, though the file has them in pieces."""

import io
import zipfile

from read_helpers import one, places

from documents import Sandbox, content_type

pytest_plugins = ["read_fixtures"]

_WORD_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RUNS = "<w:p><w:r><w:t>Bank Te</w:t></w:r><w:r><w:t>jarat</w:t></w:r></w:p>"


def _docx(body: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{_WORD_NS}"><w:body>{body}</w:body></w:document>',
        )
    return buffer.getvalue()


def _pdf(*cells: tuple[int, int, str]) -> bytes:
    shown = " ".join(f"BT /F 10 Tf {x} {y} Td ({words}) Tj ET" for x, y, words in cells)
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


def test_cells_that_wrap_beside_each_other_in_a_pdf_are_read_down_as_well(
    sandbox: Sandbox,
) -> None:
    left, right = ("Green Pine", "Associated", "Corporation"), ("pumps", "and old", "valves")
    lines = zip((700, 687, 674), left, right, strict=True)
    page = _pdf(*(cell for y, one, two in lines for cell in ((72, y, one), (300, y, two))))
    found = places(one(page, sandbox))
    where = "page 1, column, lines joined"
    assert found["Green Pine\nAssociated\nCorporation"] == where
    assert found["pumps\nand old\nvalves"] == where


def test_lines_of_a_pdf_without_columns_are_read_once(sandbox: Sandbox) -> None:
    page = _pdf((72, 700, "We shipped these pumps to"), (72, 687, "Green Pine Associated"))
    assert list(places(one(page, sandbox)).values()) == [None]


def test_paragraphs_of_a_cell_are_read_as_one_name_as_well(sandbox: Sandbox) -> None:
    cells = "".join(f"<w:p><w:r><w:t>{w}</w:t></w:r></w:p>" for w in ("Bank", "Tejarat"))
    row = f"<w:tbl><w:tr><w:tc>{cells}</w:tc></w:tr></w:tbl>"
    found = places(one(_docx(row), sandbox))
    assert found["Bank\nTejarat"] == "table 1, row 1, cell 1, lines joined"


def test_a_large_first_letter_of_a_docx_is_part_of_its_word(sandbox: Sandbox) -> None:
    frame = '<w:p><w:pPr><w:framePr w:dropCap="drop"/></w:pPr><w:r><w:t>B</w:t></w:r></w:p>'
    body = frame + "<w:p><w:r><w:t>ank Tejarat</w:t></w:r></w:p><w:p><w:r><w:t>x</w:t></w:r></w:p>"
    assert list(places(one(_docx(body), sandbox))) == ["B", "Bank Tejarat", "x"]


def test_raised_numbers_of_footnotes_are_no_digits_of_the_word_before(sandbox: Sandbox) -> None:
    raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    body = f"<w:p><w:r><w:t>Bank Sepah</w:t></w:r><w:r>{raised}<w:t>12</w:t></w:r></w:p>"
    assert list(places(one(_docx(body), sandbox))) == ["Bank Sepah¹²"]
    html = b"<!doctype html><p>Bank Sepah<sup><a href='#n'>1</a>2</sup> in CO<sub>2</sub> 3</p>"
    assert "Bank Sepah¹² in CO2 3" in places(one(html, sandbox))
    page = _pdf((50, 700, "Bank Sepah) Tj 4 Ts /F 6 Tf (12) Tj 0 Ts /F 10 Tf ( paid MT103"))
    assert list(places(one(page, sandbox))) == ["Bank Sepah¹² paid MT103"]


def test_ruby_in_a_docx_is_no_part_of_the_word_below(sandbox: Sandbox) -> None:
    ruby = (
        "<w:p><w:r><w:ruby><w:rt><w:r><w:t>Bank Tejarat</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>BT</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>"
    )
    assert places(one(_docx(ruby), sandbox)) == {"Bank Tejarat BT": None}


def test_runs_of_a_word_file_that_is_one_xml_file_are_one_text(sandbox: Sandbox) -> None:
    for namespace in (_WORD_NS, "http://schemas.microsoft.com/office/word/2003/wordml"):
        page = f'<?xml version="1.0"?><w:body xmlns:w="{namespace}">{_RUNS}</w:body>'
        assert "Bank Tejarat" in places(one(page.encode(), sandbox))


def test_a_page_in_a_json_value_is_read_as_a_page_as_well(sandbox: Sandbox) -> None:
    found = places(one(b'{"body": "<p>Bank <b>Te</b>jarat&nbsp;paid</p>"}', sandbox))
    assert found["Bank Tejarat paid"] == "$.body"
    assert found["<p>Bank <b>Te</b>jarat&nbsp;paid</p>"] == "$.body"


def test_a_page_behind_fields_of_mail_is_a_mail() -> None:
    """Its body is quoted-printable, so words would be cut where lines end."""
    body = b"\r\n\r\n<html><body>Bank Teja=\r\nrat</body></html>"
    for head in (
        b"MIME-Version: 1.0\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: "
        b"quoted-printable",
        b"From: a@b.c\r\nSubject: =?utf-8?Q?Bank_Tejarat?=",
    ):
        assert content_type.recognise(head + body) is content_type.MAIL
    assert content_type.recognise(b"<html>\nFrom: a@b.c\n\n</html>") is content_type.HTML


def test_who_is_called_so_in_a_calendar_is_read_over_a_fold(sandbox: Sandbox) -> None:
    event = b'BEGIN:VCALENDAR\r\nORGANIZER;CN="Bank Teja\r\n rat":mailto:a@b.c\r\nEND:VCALENDAR\r\n'
    assert places(one(event, sandbox))["Bank Tejarat"] == "ORGANIZER CN, lines joined"

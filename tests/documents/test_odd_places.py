"""Words that formats keep in other ways than as they read: encodings of mainframes and of two
programs, formats of numbers, readings, parts of mail that are cut or elsewhere, names in archives.
"""

import base64
import io
import struct
import zipfile
import zlib
from urllib.parse import quote

import pytest
import xlsxwriter
from lxml import etree
from place_names import zipped
from read_helpers import inside, one, places

from documents import Content, Sandbox, sheets
from documents.biff import read_around
from documents.encoded import drawing
from documents.layout import Layout
from documents.said import Rest, said
from documents.xml_parts import parse_xml
from records import DocumentStatus

pytest_plugins = ["read_fixtures"]

OFFICE = "application/vnd.openxmlformats-officedocument"
MAIL = "From: a@b.example\nSubject: x\nMIME-Version: 1.0\n"
RUSSIAN = "Оплата по договору с компанией за перевозку грузов в марте этого года.\n"


def test_a_text_of_a_mainframe_is_read(sandbox: Sandbox) -> None:
    document = one("PAID TO MAHAN AIR\nIN MAY, REF. 5".encode("cp037"), sandbox)
    assert document.text == "PAID TO MAHAN AIR\nIN MAY, REF. 5"
    assert document.status is DocumentStatus.SCREENED


def test_lines_of_two_encodings_are_read_each_in_its_own(sandbox: Sandbox) -> None:
    other = "Ещё раз: Уралвагонзавод\n"
    document = one(RUSSIAN.encode("cp1251") * 3 + other.encode(), sandbox)
    assert document.text == RUSSIAN * 3 + other


def test_a_text_in_utf_7_is_read_too(sandbox: Sandbox) -> None:
    words = "Paid to Совкомфлот in May"
    assert words in places(one(words.encode("utf-7"), sandbox))


@pytest.mark.parametrize(
    ("field", "shown"),
    [
        ("N:Factory;Ural Civil;Aviation;;", "Ural Civil Aviation Factory"),
        ("ORG;CHARSET=UTF-8:Ural Civil;Aviation Factory", "Ural Civil Aviation Factory"),
        ("X-ALT-DESC;FMTTYPE=text/html:<p>Sov<b>com</b>flot</p>", "Sovcomflot"),
    ],
)
def test_pieces_of_a_card_are_read_as_they_are_shown(
    field: str, shown: str, sandbox: Sandbox
) -> None:
    card = f"BEGIN:VCARD\r\nVERSION:3.0\r\n{field}\r\nEND:VCARD\r\n"
    assert shown in places(one(card.encode(), sandbox))


@pytest.mark.parametrize(
    ("part", "reason"),
    [
        ("Content-Transfer-Encoding: x-own\n\nfoo bar\n", "an encoding for mail that is unknown"),
        ("Content-Transfer-Encoding: base64\n\n"
         + base64.b64encode(b"Paid to Sovcomflot in May").decode()[:21] + "\n", "was cut"),
        ("Content-Type: message/partial\n\nSubject: y\n\nx\n", "one piece of a message"),
        ("Content-Type: message/external-body\n\nSubject: y\n\nx\n", "kept elsewhere"),
        ("Content-Type: application/mac-binhex40\n\n(This file must be converted with BinHex 4.0)\n"
         ":abc:\n", "1 of 1 files in it"),
    ],
)  # fmt: skip
def test_a_part_of_mail_that_cannot_be_had_is_said(
    part: str, reason: str, sandbox: Sandbox
) -> None:
    document = inside((MAIL + part).encode(), sandbox)[0]
    assert document.status is not DocumentStatus.SCREENED
    assert reason in (document.reason or "")


def test_what_is_left_of_cut_digits_is_read(sandbox: Sandbox) -> None:
    digits = base64.b64encode(b"Paid to Sovcomflot").decode()[:21]
    document = one(f"{MAIL}Content-Transfer-Encoding: base64\n\n{digits}\n".encode(), sandbox)
    assert "Paid to Sovcomf" in document.text


def test_names_of_members_are_read_in_their_encoding(sandbox: Sandbox) -> None:
    archive = zipped({"XXXXXXXXXX_2024.txt": "Words"})
    data = archive.replace(b"XXXXXXXXXX", "Совкомфлот".encode("cp866"))
    assert "Совкомфлот 2024" in places(inside(data, sandbox, "-")[0])


def test_of_two_archives_in_a_row_the_one_that_was_not_read_is_said(sandbox: Sandbox) -> None:
    document = inside(zipped({"a.txt": "One"}) + zipped({"b.txt": "Two"}), sandbox)[0]
    assert document.status is DocumentStatus.PARTLY_SCREENED
    assert "another archive stands before it" in (document.reason or "")


def _workbook() -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("A")
        sheet.write(0, 0, "ZZZZ")
        sheet.write(1, 0, 5, book.add_format({"num_format": r"\S\e\p\a\h 0"}))
    return file.getvalue()


def test_formats_of_numbers_and_readings_of_cells_are_read(sandbox: Sandbox) -> None:
    book = _workbook()
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    strings = members["xl/sharedStrings.xml"]
    reading = b'<t>ZZZZ</t><rPh sb="0" eb="1"><t>Mahan</t></rPh>'
    members["xl/sharedStrings.xml"] = strings.replace(b"<t>ZZZZ</t>", reading)
    found = places(one(zipped(members), sandbox))
    assert found["Sepah 0"] == "format"
    assert found["Mahan"] == "reading"


def test_texts_in_formulas_and_formats_of_old_workbooks_are_read() -> None:
    def record(kind: int, data: bytes) -> bytes:
        return struct.pack("<HH", kind, len(data)) + data

    formula = bytes(22) + b"\x17\x07\x00Paid to\x17\x05\x01" + "Sepah".encode("utf-16-le") + b"\x08"
    shown = '"Mahan" 0'
    form = struct.pack("<HHB", 164, len(shown), 0) + shown.encode()
    layout = Layout()
    read_around(record(0x06, formula) + record(0x41E, form), Rest(layout))
    assert [(item.text, item.place) for item in layout.passages] == [
        ("Paid to", "formula"), ("Sepah", "formula"), ("Mahan", "format"),
    ]  # fmt: skip


def _formula(tokens: bytes, value: bytes = b"\x03\0\0\0\0\0\xff\xff") -> bytes:
    data = bytes(6) + value + bytes(6) + struct.pack("<H", len(tokens)) + tokens
    return struct.pack("<HH", 6, len(data)) + data


SOV, FLOT, A1 = b"\x17\x06\x00Sovcom", b"\x17\x04\x00flot", b"\x44\x00\x00\x00\xc0"


@pytest.mark.parametrize(
    ("tokens", "said", "is_read"),
    [
        (SOV + FLOT + b"\x08", {"Sovcomflot"}, True),
        (SOV + FLOT + b"\x42\x02\x50\x01", {"Sovcomflot"}, True),
        # ``IF(A1,"Sovcom"&"flot")``, its jumps left out.
        (A1 + SOV + FLOT + b"\x08\x42\x02\x01\x00", {"Sovcomflot"}, True),
        (SOV + A1 + b"\x08", {"Sovcom"}, False),
        # Of empty cells, and of numbers.
        (A1 + A1 + b"\x08", set(), True),
        (A1 + b"\x1e\x05\x00\x03", set(), True),
        # Damaged.
        (b"\x08\x08", set(), True),
    ],
)
def test_texts_that_formulas_of_old_workbooks_put_together(
    tokens: bytes, said: set[str], is_read: bool
) -> None:
    layout = Layout()
    unread = read_around(_formula(tokens), Rest(layout))
    assert said <= {item.text for item in layout.passages}
    assert (unread is None) is is_read
    # With its value there is nothing to be worked out.
    assert read_around(_formula(tokens, b"\0\0\0\0\0\0\xff\xff"), Rest(Layout())) is None


def test_remarks_in_addresses_of_a_mail_are_read(sandbox: Sandbox) -> None:
    data = (
        b"From: a@b.example (=?utf-8?Q?Bank_Sepah?=)\nTo: (x) Ann <c@d.example>\n" + MAIL.encode()
    )
    found = places(inside(data, sandbox)[0])
    assert found["a@b.example (Bank Sepah)"] == "header From"
    assert found["(x) Ann <c@d.example>"] == "header To"


def test_packed_pages_of_diagrams_are_read(sandbox: Sandbox) -> None:
    page = quote('<mxGraphModel><mxCell value="Paid to Sovcomflot"/></mxGraphModel>').encode()
    packed = base64.b64encode(zlib.compress(page)[2:-4]).decode()
    documents = inside(f"<mxfile><diagram>{packed}</diagram></mxfile>".encode(), sandbox)
    assert "Paid to Sovcomflot" in documents[1].text
    bomb = base64.b64encode(zlib.compress(bytes(200_000_000))[2:-4]).decode()
    assert drawing(bomb) is None
    assert places(one(b"<mxfile><diagram>Paid to Sovcomflot</diagram></mxfile>", sandbox))


def test_marks_of_forums_are_left_out_of_words(sandbox: Sandbox) -> None:
    found = places(
        one(b"Paid to [b]Sov[/b]comflot [url=http://x]now[/url]\n\nsee [i] below", sandbox)
    )
    assert found["Paid to Sovcomflot now"] == "without mark-up"
    assert len(found) == 2


def test_labels_of_old_lists_are_read(sandbox: Sandbox) -> None:
    data = rb"{\rtf1\ansi{\*\pnseclvl1\pndec{\pntxtb Sovcomflot}}Some words}"
    assert places(one(data, sandbox))["Sovcomflot"] == "list label"


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("<formControlPr xmlns='x'><itemLst><item val='Sovcomflot'/></itemLst></formControlPr>",
         "form control"),
        ("<queryTable xmlns='x' name='Sovcomflot'/>", "name"),
        ("<x><w:comboBox xmlns:w='w' w:lastValue='Sovcomflot'/></x>", "form control"),
        ("<x><p:oleObj xmlns:p='p' name='Sovcomflot'/></x>", "name of a drawing"),
        ("<x><t:label xmlns:t='t' t:value='Sovcomflot'/></x>", "form control"),
    ],
)  # fmt: skip
def test_words_of_controls_and_objects_are_read(part: str, words: str) -> None:
    assert ("Sovcomflot", words) in list(said(parse_xml(part.encode())))


def test_of_a_sheet_only_what_may_have_words_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Data")
        for row in range(500):
            sheet.write_row(row, 0, ("Vega Pumps", "Minsk", row * 1000.5))
        sheet.write_formula(500, 0, "SUM(Sepah_Bank)", value="of Sepah")
        sheet.set_header("&CArian Bank")
    parsed: list[int] = []

    def counted(data: bytes) -> etree._Element:
        parsed.append(data.count(b"<"))
        return parse_xml(data)

    monkeypatch.setattr(sheets, "parse_xml", counted)
    content = Content(data=buffer.getvalue(), media_type=f"{OFFICE}.spreadsheetml.sheet")
    found = {passage.text for passage in sheets.read(content).passages}
    assert {"Vega Pumps", "Minsk", "of Sepah", "SUM(Sepah_Bank)", "Arian Bank"} <= found
    assert parsed
    assert max(parsed) < 50


def flat(body: str) -> bytes:
    """An OpenDocument file that is one XML file."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text", "table", "meta", "config")
    )
    return (
        f"<?xml version='1.0'?><office:document {spaces}><office:meta><meta:user-defined "
        "meta:name='Owner'>Era-Media</meta:user-defined></office:meta><office:settings>"
        "<config:item>QWJjZGVmZ2hpamts</config:item></office:settings>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    ).encode()


def test_an_opendocument_file_that_is_one_xml_file_is_read_as_one(sandbox: Sandbox) -> None:
    cells = "".join(
        f"<table:table-cell><text:p>{words}</text:p></table:table-cell>"
        for words in ("Consignee", "Minsk Wheel")
    )
    body = (
        "<text:p text:style-name='Sepah'>Paid to Sov<text:span>comflot</text:span> in May</text:p>"
        f"<table:table><table:table-row>{cells}</table:table-row></table:table>"
    )
    found = places(one(flat(body), sandbox))
    assert found["Paid to Sovcomflot in May"] is None
    assert found["Minsk Wheel"] == "table 1, row 1, cell 2"
    assert found["Era-Media"] == "property Owner"
    assert "Sepah" not in found


def test_files_in_an_opendocument_file_that_is_one_xml_file_are_read(sandbox: Sandbox) -> None:
    drawn = base64.b64encode(b"VCLMTF" + bytes(40)).decode()
    inner = base64.b64encode(b"Paid to Bank Sepah in May, as agreed.").decode()
    body = "".join(
        f"<text:p>x<office:binary-data>{data}</office:binary-data></text:p>"
        for data in (drawn, inner)
    )
    first, *parts = inside(flat(body), sandbox)
    assert first.status is DocumentStatus.SCREENED
    assert [part.text for part in parts] == ["Paid to Bank Sepah in May, as agreed."]

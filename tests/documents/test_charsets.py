"""What pages, mails and other files say of their encoding is a claim, and no reason to read words
as something else.
"""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from read_helpers import inside, one, places

from documents import Sandbox
from documents.charsets import decode_page, decode_part, named
from documents.encoding import decode
from records import Document, DocumentStatus

pytest_plugins = ["read_fixtures"]

SAMPLES = Path(__file__).parents[1] / "data" / "documents"
RUSSIAN = "Договор с Уралвагонзавод о поставке колёс"
OTHERS = {
    "windows-1253": ("cp1253", "Η εταιρεία ναυτιλίας έχει έδρα τον Πειραιά"),
    "windows-1255": ("cp1255", "חברת הספנות הלאומית נמצאת בחיפה"),
    "windows-1256": ("cp1256", "شركة ناقلات النفط الوطنية الإيرانية"),
    "koi8-r": ("koi8_r", RUSSIAN),
    "gb18030": ("gb18030", "武汉高芯科技有限公司是一家制造商"),
    "shift_jis": ("cp932", "株式会社テクノロジーは東京に本社を置く"),
    "euc-kr": ("cp949", "주식회사 기술은 서울에 본사를 둔 회사입니다"),
    "windows-1251": ("cp1251", RUSSIAN),
    "utf-8": ("utf-8", RUSSIAN),
}
MAIL = "From: a@example.org\r\nMIME-Version: 1.0\r\nSubject: {subject}\r\n{fields}\r\n{body}\r\n"


def _screened(document: Document) -> dict[str, str | None]:
    assert (document.status, document.reason) == (DocumentStatus.SCREENED, None)
    return {text.strip(): place for text, place in places(document).items()}


@pytest.mark.parametrize("label", ["cp037", "utf-16", "utf-16le", "utf-7", "cp500", "x-foo", "hz"])
def test_a_page_in_ascii_is_read_whatever_it_says(sandbox: Sandbox, label: str) -> None:
    page = f"<html><meta charset={label}><p>Mahan Air paid</p></html>"
    assert "Mahan Air paid" in _screened(one(page.encode(), sandbox))


@pytest.mark.parametrize("charset", OTHERS)
def test_words_under_a_latin_label_are_read_in_their_own_alphabet(
    sandbox: Sandbox, charset: str
) -> None:
    codec, text = OTHERS[charset]
    page = f"<html><meta charset=iso-8859-1><p>{text}</p></html>".encode(codec)
    document = one(page, sandbox)
    assert text in _screened(document)
    assert document.media_type == f"text/html; charset={charset}"


@pytest.mark.parametrize("label", ["iso-8859-1", "windows-1252", "us-ascii", "x-unknown", "cp037"])
@pytest.mark.parametrize("codec", ["utf-8", "cp1251", "koi8_r"])
def test_a_body_is_read_in_its_own_alphabet(sandbox: Sandbox, label: str, codec: str) -> None:
    fields = f"Content-Type: text/plain; charset={label}\r\n"
    mail = MAIL.format(subject="Offer", fields=fields, body=RUSSIAN).encode(codec)
    assert RUSSIAN in _screened(one(mail, sandbox))


@pytest.mark.parametrize(("label", "codec"), [("utf-7", "utf_7"), ("iso-2022-kr", "iso2022_kr")])
def test_mail_of_seven_bits_is_read(sandbox: Sandbox, label: str, codec: str) -> None:
    body = "주식회사 기술"
    fields = f"Content-Type: text/plain; charset={label}\r\n"
    mail = MAIL.format(subject="Offer", fields=fields, body="{}").encode()
    assert body in _screened(one(mail.replace(b"{}", body.encode(codec)), sandbox))


@pytest.mark.parametrize("codec", ["utf-8", "cp1251", "koi8_r"])
def test_raw_bytes_in_a_header_are_decoded(sandbox: Sandbox, codec: str) -> None:
    mail = MAIL.format(subject=RUSSIAN, fields="", body="Hello").encode(codec)
    assert _screened(one(mail, sandbox))[RUSSIAN] == "header Subject"


@pytest.mark.parametrize(
    "words",
    [
        "=?iso-8859-1?B?0JTQvtCz0L7QstC+0YA=?=",
        "=?x-foo?Q?=D0=94=D0=BE=D0=B3=D0=BE=D0=B2=D0=BE=D1=80?=",
        "=?utf-8?B?0JTQvtCz0L7Q?= =?utf-8?B?stC+0YA=?=",
    ],
)
def test_encoded_words_are_not_believed_either(sandbox: Sandbox, words: str) -> None:
    mail = MAIL.format(subject=words, fields="", body="Hello").encode()
    assert _screened(one(mail, sandbox))["Договор"] == "header Subject"


@pytest.mark.parametrize(("page", "codec"), [("1251", "cp1251"), ("936", "gbk"), ("950", "cp950")])
def test_raw_bytes_in_rtf_are_read_by_its_code_page(
    sandbox: Sandbox, page: str, codec: str
) -> None:
    text = RUSSIAN if page == "1251" else "武高科技有限公司"
    data = b"{\\rtf1\\ansi\\ansicpg%s " % page.encode() + text.encode(codec) + b"\\par}"
    assert text in _screened(one(data, sandbox))


def test_a_character_of_rtf_that_stands_there_twice_is_read_once(sandbox: Sandbox) -> None:
    data = b"{\\rtf1\\ansi\\ansicpg1251\\uc1 \\u1044\xc4\\u1072\xe0 " + b"\xd0\xf3\xf1\xfc}"
    assert "Да Русь" in _screened(one(data, sandbox))


def test_an_outlook_message_in_a_code_page_of_windows_is_read(sandbox: Sandbox) -> None:
    found = inside((SAMPLES / "mail-950.msg").read_bytes(), sandbox)[0]
    assert [(item.text, item.place) for item in found.passages][1:] == [
        ("武漢高芯科技有限公司", "header To"),
        ("武漢高芯科技有限公司", "header Subject"),
        ("武漢高芯科技有限公司", None),
    ]


def test_xml_is_not_believed_either(sandbox: Sandbox) -> None:
    data = f'<?xml version="1.0" encoding="iso-8859-1"?><r>{RUSSIAN}</r>'
    assert RUSSIAN in _screened(one(data.encode(), sandbox))
    assert RUSSIAN in _screened(one(data.encode("cp1251"), sandbox))


@pytest.mark.parametrize("codec", ["cp1252", "iso8859_15"])
@pytest.mark.parametrize(
    "text",
    ["Preis: 5 €", "Für 300 € an Müller & Söhne", "Prix 7 € à la Société Générale, Besançon"],
)
def test_the_euro_sign_of_windows_is_told_from_that_of_latin_9(codec: str, text: str) -> None:
    decoded = decode(f"{text}\r\n".encode(codec))
    assert decoded.text == f"{text}\r\n"
    assert decoded.doubt is None


def test_signs_of_windows_under_the_label_of_latin_9_are_no_control_characters() -> None:
    text = "Für 300 € an „Müller & Söhne“ – Zürich"
    assert decode_page(text.encode("cp1252"), "iso-8859-15").text == text
    assert (
        decode_page(
            text.replace("„", "").replace("–", "").replace("“", "").encode("iso8859_15"),
            "iso-8859-15",
        ).charset
        == "iso-8859-15"
    )


def test_a_label_that_fits_is_believed() -> None:
    assert decode_page("Gagauz Özerk".encode("cp1254"), "windows-1254").charset == "windows-1254"
    assert decode_page("Łódź".encode("iso8859_2"), "latin2").text == "Łódź"
    assert decode_page("Société".encode("cp1252"), "latin1").text == "Société"
    assert decode_part("武汉高芯".encode("utf-16-be"), "utf-16be").text == "武汉高芯"
    assert decode_part("Договор".encode("utf-16-le"), "utf-16").text == "Договор"


def test_labels_are_those_of_the_standard() -> None:
    assert named(" Latin1\n") == "windows-1252"
    assert named("windows-949") == "euc-kr"
    assert named("unicode") == "utf-16le"
    assert named("utf-7") is named("cp037") is named("") is None


@given(st.binary(max_size=200), st.sampled_from(["latin1", "gbk", "utf-16", "utf-7", "big5", "?"]))
def test_bytes_that_are_utf8_are_read_as_utf8(data: bytes, label: str) -> None:
    text = data.decode("utf-8", errors="ignore").replace("\x00", "").replace("\x1b", "")
    text = text.removeprefix("\ufeff")
    assert decode_page(text.encode(), label).text == text

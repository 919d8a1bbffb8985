"""Text in the encodings that are about, and what is said when one cannot be told."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.encoding import decode
from records import DocumentError

RUSSIAN = "Компания Газпромбанк и Специальное конструкторское бюро заключили договор поставки."
POLISH = "Przedsiębiorstwo Handlowe Spółka z ograniczoną odpowiedzialnością w Łodzi"
SAMPLES = [
    ("cp1251", "windows-1251", RUSSIAN),
    ("koi8_r", "koi8-r", RUSSIAN),
    ("cp866", "ibm866", RUSSIAN),
    ("iso8859_5", "iso-8859-5", RUSSIAN),
    ("gb18030", "gb18030", "武汉高芯科技有限公司是一家红外探测器制造商。"),
    ("big5", "big5", "武漢高芯科技有限公司是一家紅外探測器製造商。"),
    ("cp932", "shift_jis", "株式会社テクノロジーは東京に本社を置く電子部品メーカーです。"),
    ("euc_jp", "euc-jp", "株式会社テクノロジーは東京に本社を置く電子部品メーカーです。"),
    ("iso2022_jp", "iso-2022-jp", "株式会社テクノロジーは東京に本社を置く。"),
    ("euc_kr", "euc-kr", "주식회사 기술은 서울에 본사를 둔 전자 부품 제조업체입니다."),
    ("cp1256", "windows-1256", "شركة ناقلات النفط الوطنية الإيرانية هي شركة نقل بحري في طهران"),
    ("cp1255", "windows-1255", "חברת הספנות הלאומית היא חברה שמשרדיה נמצאים בחיפה"),
    ("cp1253", "windows-1253", "Η εταιρεία ναυτιλίας έχει έδρα τον Πειραιά και διαθέτει στόλο."),
    ("cp1252", "windows-1252", "La société Électronique Générale a signé un contrat à Besançon."),
    ("cp1254", "windows-1254", "Denizcilik ve Ticaret Anonim Şirketi İstanbul’da kurulmuş."),
    ("cp1250", "windows-1250", POLISH),
    ("iso8859_2", "iso-8859-2", POLISH),
]


@pytest.mark.parametrize(("codec", "charset", "text"), SAMPLES, ids=[row[0] for row in SAMPLES])
def test_legacy_encodings_are_told_apart(codec: str, charset: str, text: str) -> None:
    decoded = decode(f"Contract 17\r\n{text}\r\n".encode(codec))
    assert decoded.text == f"Contract 17\r\n{text}\r\n"
    assert decoded.charset == charset
    assert decoded.doubt is None


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides_and_is_dropped(codec: str) -> None:
    assert decode(f"{RUSSIAN}\n武汉".encode(codec)).text == f"{RUSSIAN}\n武汉"


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_utf16_and_utf32_are_read_without_a_mark(codec: str) -> None:
    decoded = decode(f"Wuhan Global Sensor Technology\n{RUSSIAN}\n".encode(codec))
    assert decoded.text == f"Wuhan Global Sensor Technology\n{RUSSIAN}\n"
    assert decoded.charset == codec


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\x1b"), min_size=1))
def test_utf8_is_read_as_python_reads_it_less_its_mark(text: str) -> None:
    assert decode(text.encode()).text == text.removeprefix("\ufeff")


@given(st.binary(min_size=1, max_size=200))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    with contextlib.suppress(DocumentError):
        assert decode(data).charset


def test_utf8_with_a_few_bad_bytes_stays_utf8_and_says_so() -> None:
    data = f"{RUSSIAN} ".encode() + b"Soci\xe9t\xe9 Generale " + RUSSIAN.encode()
    decoded = decode(data)
    assert decoded.text == data.decode("utf-8", errors="replace")
    assert decoded.doubt is not None
    assert decoded.doubt.startswith("2 places are damaged UTF-8")


def test_a_text_too_short_to_tell_says_what_it_may_be() -> None:
    decoded = decode("Przedsiębiorstwo".encode("cp1250"))
    assert decoded.doubt is not None
    assert "windows-1250" in decoded.doubt


def test_random_bytes_are_in_no_encoding() -> None:
    with pytest.raises(DocumentError, match="no other encoding"):
        decode(bytes(range(0x80, 0x100)) * 3)


def test_a_wrong_mark_is_not_believed() -> None:
    with pytest.raises(DocumentError, match="marked as UTF-8 but is not"):
        decode(b"\xef\xbb\xbf" + RUSSIAN.encode("cp1251"))


@pytest.mark.parametrize("codec", ["cp1252", "iso8859_15"])
def test_one_sign_late_in_a_file_tells_two_encodings_apart(codec: str) -> None:
    """They differ in € and a few letters; read as the other one, "Škoda" has no first letter."""
    names = "".join(f"Müller {number} GmbH;Österreich\n" for number in range(2000))
    text = f"Kunde;Land\n{names}Letzte;5 €\n"
    found = decode(text.encode(codec))
    assert (found.text, found.doubt) == (text, None)

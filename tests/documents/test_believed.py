"""Files that are not what they seem: no XML behind a tag, a document type of somebody else's, a key
or a part given twice, letters that were lost before.
"""

import io
import warnings
import zipfile

import pytest
from read_helpers import one, places

from documents import Sandbox
from records import DocumentStatus

pytest_plugins = ["read_fixtures"]

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@pytest.mark.parametrize(
    "text",
    [
        "<SEC-DOCUMENT>0001.txt : 20240101\n<TYPE>8-K\nPaid to Mahan Air & Co\n</SEC-DOCUMENT>\n",
        "<DOCUMENT>\n<TYPE>SC 13G\n<TEXT>\n<TABLE>\n<S> <C>\nMahan Air    5\n</TABLE>\n</DOCUMENT>",
        "<Mahan Air> pays\n<Era-Media TOV>",
        "<order><buyer>Mahan Air</order>",
    ],
)
def test_a_text_that_begins_with_a_tag_is_read_as_it_stands(sandbox: Sandbox, text: str) -> None:
    document = one(text.encode(), sandbox)
    assert (document.status, document.text) == (DocumentStatus.SCREENED, text)


def test_a_page_behind_a_tag_of_another_kind_is_read_as_a_page(sandbox: Sandbox) -> None:
    data = b"<DOCUMENT>\n<TYPE>8-K\n<TEXT>\n<P>Paid to Mahan<B> Air</B><BR>\n</TEXT></DOCUMENT>"
    document = one(data, sandbox)
    assert document.status is DocumentStatus.SCREENED
    assert "Paid to Mahan Air" in places(document)


def test_xml_that_says_so_and_is_not_whole_is_still_refused(sandbox: Sandbox) -> None:
    document = one(b'<?xml version="1.0"?><order><buyer>Mahan Air</order>', sandbox)
    assert document.status is DocumentStatus.NOT_SCREENED


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE r SYSTEM "http://xml.cxml.org/schemas/cXML/1.2/cXML.dtd">',
        '<!DOCTYPE r PUBLIC "-//W3C//DTD SVG 1.1//EN"\n  "http://www.w3.org/svg11.dtd" >',
        "<!DOCTYPE r>",
    ],
)
def test_a_document_type_that_stands_elsewhere_does_no_harm(sandbox: Sandbox, doctype: str) -> None:
    data = f'<?xml version="1.0"?>\n{doctype}\n<r><n>Caf&eacute; &amp; Mahan&nbsp;Air</n></r>'
    document = one(data.encode(), sandbox)
    assert document.status is DocumentStatus.SCREENED
    assert "Café & Mahan Air" in places(document)


def test_what_only_another_file_explains_is_said(sandbox: Sandbox) -> None:
    document = one(b'<?xml version="1.0"?><!DOCTYPE r SYSTEM "a.dtd"><r>To &buyer;</r>', sandbox)
    assert document.status is DocumentStatus.PARTLY_SCREENED
    assert "&buyer;" in str(document.reason)


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE r [<!ENTITY a "ha">]>',
        '<!DOCTYPE r SYSTEM "a.dtd" [<!ENTITY a "ha">]>',
        "<!DOCTYPE r SYSTEM 'a>.dtd' [<!ENTITY a 'ha'>]>",
        "<!DOCTYPE r[]>",
    ],
)
def test_a_document_type_with_entities_of_its_own_is_refused(
    sandbox: Sandbox, doctype: str
) -> None:
    document = one(f'<?xml version="1.0"?>{doctype}<r>&a;</r>'.encode(), sandbox)
    assert document.status is DocumentStatus.NOT_SCREENED
    assert "document type definition" in str(document.reason)


def test_both_values_of_a_key_that_is_given_twice_are_read(sandbox: Sandbox) -> None:
    document = one(b'{"buyer": "Mahan Air", "buyer": {"a": "x", "a": "y"}}', sandbox)
    assert document.status is DocumentStatus.SCREENED
    assert places(document) == {
        "Mahan Air": "$.buyer",
        "x": "$.buyer (given again, 2).a",
        "y": "$.buyer (given again, 2).a (given again, 2)",
        "a": "key",
        "buyer": "key",
    }


@pytest.mark.parametrize("second", ["word/document.xml", "Word/Document.xml"])
def test_a_part_that_is_there_twice_is_said(sandbox: Sandbox, second: str) -> None:
    buffer = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("[Content_Types].xml", "<Types/>")
        for name, text in (("word/document.xml", "Mahan Air"), (second, "Nobody")):
            body = f"<w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body>"
            archive.writestr(name, f'<w:document xmlns:w="{WORD}">{body}</w:document>')
    document = one(buffer.getvalue(), sandbox)
    assert document.status is DocumentStatus.PARTLY_SCREENED
    assert "more than once" in str(document.reason)


@pytest.mark.parametrize("text", ["Gazprom\ufffdank paid", "\ufffd\ufffd\ufffd", "Sov\ufffd"])
def test_letters_that_were_lost_before_are_said(sandbox: Sandbox, text: str) -> None:
    for data in (text.encode(), f"<html><p>{text}</p></html>".encode()):
        document = one(data, sandbox)
        assert document.status is DocumentStatus.PARTLY_SCREENED
        assert "U+FFFD" in str(document.reason)


def test_a_sign_that_was_lost_is_no_word(sandbox: Sandbox) -> None:
    assert one("\ufffd Paid \ufffd".encode(), sandbox).status is DocumentStatus.SCREENED

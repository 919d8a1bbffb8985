"""Text with marks that nobody reads as letters, words that stand there encoded, what scripts and
styles of a page say: all of it reads as a person sees it.
"""

import base64
import binascii
import json
import time

import pytest
from read_helpers import inside, one, places

from documents import Sandbox
from documents.encoded import files, readings
from documents.html_code import said_by_script
from documents.marked_up import without_marks

pytest_plugins = ["read_fixtures"]


def said(data: bytes, sandbox: Sandbox) -> str:
    """All that a file and those inside it say, blanks made one."""
    return " ".join(
        " ".join(text.split())
        for document in inside(data, sandbox)
        for text in (passage.text for passage in document.passages)
    )


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("We paid Sov**com**flot.", "We paid Sovcomflot."),
        ("**B**ank **S**epah", "Bank Sepah"),
        ("Sov'''com'''flot and [[Sepah|Bank Sepah]]", "Sovcomflot and Bank Sepah"),
        ("[Bank](https://a.example) [Sepah](https://b.example)", "Bank Sepah"),
        (r"Sov\ **com**\ flot", "Sovcomflot"),
        (r"Sov\textbf{com}flot, Minsk~Wheel", "Sovcomflot, Minsk Wheel"),
        (r"\begin{document}Sovcom{f}lot\end{document}", "Sovcomflot"),
        (r"{\sc B}ank {\bf Sepah}", "Bank Sepah"),
        (r"Ural\-vagon\-zavod", "Uralvagonzavod"),
        (r"\fBSov\fPcomflot", "Sovcomflot"),
        ("\x1b[1mSov\x1b[0mcomflot", "Sovcomflot"),
        ("".join(f"{letter}\b{letter}" for letter in "Sepah"), "Sepah"),
        ("Sov<i>com</i>flot", "Sovcomflot"),
        ("1\n00:00:01,000 --> 00:00:02,000\nBank\n\n2\n00:00:02,000 --> 00:00:03,000\nSepah\n",
         "Bank\nSepah"),
        ("[00:01.00]Bank\n[00:02.00]Sepah", "Bank\nSepah"),
        (" 1  paid to Bank\n 2  Sepah in May\n", "paid to Bank\nSepah in May"),
        ("| paid to Bank\n| Sepah in May", "paid to Bank\nSepah in May"),
    ],
)  # fmt: skip
def test_marks_are_no_letters(text: str, reads: str) -> None:
    assert [plain.strip() for plain in without_marks(text)] == [reads]


@pytest.mark.parametrize(
    "text",
    ["Plain words.", "* one\n* two", "a * b", "snake_case_name", "x <TYPE>8-K", "4 Bank\n9 x"],
)
def test_a_text_without_such_marks_is_read_once(text: str) -> None:
    assert list(without_marks(text)) == []


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("https://a.example/?to=Bank%20Sepah", "https://a.example/?to=Bank Sepah"),
        ("q=Bank+Sepah", "Bank Sepah"),
        (r"to=\u0421\u043e\u0432", "to=Сов"),
        ("Bank=20Sepah", "Bank Sepah"),
    ],
)
def test_words_that_are_encoded_are_read(text: str, reads: str) -> None:
    assert list(readings(text)) == [reads]


@pytest.mark.parametrize("text", ["5 % of 20", "a=b", "x = 20", "1+1=2"])
def test_signs_of_encodings_alone_say_nothing(text: str) -> None:
    assert list(readings(text)) == []


WORDS = b"Paid to Bank Sepah in May, by order of the board."


@pytest.mark.parametrize(
    "data",
    [
        b"begin 644 a.txt\n" + b"".join(
            binascii.b2a_uu(WORDS[at : at + 45]) for at in range(0, len(WORDS), 45)) + b"`\nend\n",
        b"begin-base64 644 a.txt\n" + base64.encodebytes(WORDS) + b"====\n",
        base64.encodebytes(WORDS * 4),
        json.dumps({"file": base64.b64encode(WORDS).decode()}).encode(),
        json.dumps({"a": "data:text/plain;base64," + base64.b64encode(WORDS).decode()}).encode(),
        json.dumps({"a": json.dumps({"to": WORDS.decode()})}).encode(),
        b"<?xml version='1.0'?><a><f>" + base64.b64encode(WORDS) + b"</f></a>",
        b"<?xml version='1.0'?><a><![CDATA[<p>Paid to Bank Se<b>pa</b>h in May</p>]]></a>",
        b"<?xml version='1.0'?><a b='?q=Paid%20to%20Bank%20Sepah%20in%20May'/>",
        b'<!DOCTYPE html><p>x</p><iframe src="data:text/html,<p>' + WORDS + b'</p>"></iframe>',
    ],
)  # fmt: skip
def test_files_and_data_in_a_text_are_read(data: bytes, sandbox: Sandbox) -> None:
    assert "Paid to Bank Sepah in May" in said(data, sandbox)


UUENCODED = "begin 644 a.txt\n" + "".join(
    binascii.b2a_uu(WORDS[at : at + 45]).decode() for at in range(0, len(WORDS), 45)
)


@pytest.mark.parametrize(
    "text",
    [
        UUENCODED,
        UUENCODED[:80],
        UUENCODED.replace("M", "M~", 1) + "`\nend\n",
        UUENCODED[:30] + "~" + UUENCODED[31:] + "`\nend\n",
        "begin-base64 644 a.txt\n" + base64.encodebytes(WORDS).decode(),
    ],
)
def test_an_old_attachment_that_is_cut_or_damaged_is_said_not_to_be_read(text: str) -> None:
    (part,) = files(text)
    assert not part.data
    assert part.unread


@pytest.mark.parametrize("next_line", ["Many of them are here", "`", "M", "end"])
def test_a_sentence_that_begins_like_an_old_attachment_is_none(next_line: str) -> None:
    assert list(files(f"We see:\nbegin 644 things\n{next_line}\n")) == []


def test_a_check_sum_is_no_file(sandbox: Sandbox) -> None:
    data = json.dumps({"sha": "9f86d081884c7d659a2feaa0c55ad015" * 2, "who": "Bank"}).encode()
    assert len(inside(data, sandbox)) == 1


@pytest.mark.parametrize(
    ("body", "words", "place"),
    [
        ('<script>document.write("<p>Bank <b>Se</b>pah</p>")</script>', "Bank Sepah", "script"),
        ("<script>state={to:'Bank Sepah'}</script>", "Bank Sepah", "script"),
        ("<script>x=`Bank Sepah ${a}`</script>", "Bank Sepah", "script"),
        ('<script type="text/template"><p>Bank Sepah</p></script>', "Bank Sepah", "template"),
        ("<style>p::before{content:'Bank ' \"Sepah\"}</style>", "Bank Sepah", "style"),
        (r"<style>p::after{content:'\42 ank Sepah'}</style>", "Bank Sepah", "style"),
        ("<style>p::after{content:attr(data-to)}</style><p data-to='Bank Sepah'></p>",
         "Bank Sepah", "attribute data-to"),
        ('<div style="display:inline">Se</div><div style="display: inline">pah</div>', "Sepah",
         None),
        ("<svg><text><tspan>Se</tspan><tspan>pah</tspan></text></svg>", "Sepah", None),
        ("<pre>Buyer   Goods\nBank    pumps\nSepah   valves</pre>", "Buyer\nBank\nSepah",
         "column, lines joined"),
        ("<table><tr><td rowspan=2>To</td><td>Bank</td></tr><tr><td>Sepah</td></tr></table>",
         "Sepah", "table 1, row 2, cell 2 (Bank)"),
    ],
)  # fmt: skip
def test_what_a_page_shows_by_code_and_style_is_read(
    body: str, words: str, place: str | None, sandbox: Sandbox
) -> None:
    page = f"<!DOCTYPE html><html><body><p>Report.</p>{body}</body></html>"
    assert (words, place) in places(one(page.encode(), sandbox)).items()


def test_code_of_a_script_is_no_text() -> None:
    script = "function f(){return 'use strict'+a.getElementById('main-menu')} x='.a .b{c:d}'"
    assert list(said_by_script("", script)) == ["use strict"]


@pytest.mark.parametrize(
    "piece", ['\\"', "data:text/a,", "[[", "](", "=41", "a%20", "{\\a ", "<b "]
)
def test_a_text_of_nothing_but_marks_takes_time_by_its_length(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    start = time.process_time()
    for read in (without_marks, readings, files, lambda found: said_by_script("", found)):
        assert list(read(text)) is not None
    assert time.process_time() - start < 2.0

"""What a PDF file says outside the text of its pages: fields of every type, notes, XFA; and letters
that nobody can read. The files are made by tools/make_golden_forms.py.
"""

import io
import zlib
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from read_helpers import inside, one

from documents import Sandbox
from records import Document, DocumentStatus

pytest_plugins = ["read_fixtures"]

SAMPLES = Path(__file__).parents[1] / "data" / "documents"
FORM = {
    ("Era-Media TOV", "form field Buyer", 1),
    ("АО Концерн Калашников", "form field Text2 (Consignee)", 1),
    ("Valerian Labs, Inc.", "form field Bank", 1),
    ("ZR Energy DMCC", "form field Agents", 1),
    ("Nordic Hull Club", "form field Agents", 1),
    ("Kalashnikov", "form field Owner", 1),
    ("Hapjanggang Trading", "form field Carrier", 1),
    ("Send to Banco VTB Africa", "button Send", 1),
    ("Signature of Wuhan Gaoxin", "signature field", 1),
    ("Petrov of Alphaconnect", "signature Signature of Wuhan Gaoxin, signer", 1),
    ("Shipped by Gasolinera Alamos", "form field Remarks", 1),
    ("Estaciones de Servicios Canarias", "form field Hidden", None),
    ("Uralvagonzavod in a stream", "form field Order.Seller", 1),
}


def _said(document: Document) -> list[tuple[str, str | None, int | None]]:
    return [(item.text, item.place, item.page) for item in document.passages]


def _sample(name: str, sandbox: Sandbox) -> Document:
    return one((SAMPLES / name).read_bytes(), sandbox)


def test_form_fields_of_every_type_are_read_with_their_names(sandbox: Sandbox) -> None:
    document = _sample("form.pdf", sandbox)
    assert document.status is DocumentStatus.SCREENED
    assert set(_said(document)) >= FORM


def test_what_was_not_chosen_is_not_read_and_nothing_is_read_twice(sandbox: Sandbox) -> None:
    document = _sample("form.pdf", sandbox)
    assert "Unchosen" not in document.text
    assert document.text.count("Era-Media TOV") == 1  # the field shows its own value


def test_fields_that_no_form_lists_are_read(sandbox: Sandbox) -> None:
    assert set(_said(_sample("widgets.pdf", sandbox))) >= {
        ("Era-Media TOV", "form field Buyer", 1),
        ("Valerian Labs, Inc.", "form field Bank", 1),
    }


def test_fields_of_a_file_that_may_not_be_changed_are_read(sandbox: Sandbox) -> None:
    writer = PdfWriter(clone_from=PdfReader(SAMPLES / "form.pdf"))
    writer.encrypt(user_password="", owner_password="secret", algorithm="RC4-128")
    with io.BytesIO() as file:
        writer.write(file)
        document = one(file.getvalue(), sandbox)
    assert set(_said(document)) >= FORM


def test_notes_stamps_and_files_on_a_page_are_read(sandbox: Sandbox) -> None:
    document, pinned = inside((SAMPLES / "notes.pdf").read_bytes(), sandbox)
    assert document.status is DocumentStatus.SCREENED
    assert _said(document)[1:] == [
        ("Paid to Era-Media TOV", "note", 1),
        ("A. Clerk", "author of a note", 1),
        ("Agent: Valerian Labs, Inc.", "note", 1),
        ("KALASHNIKOV CONCERN", "printed by a field or note", 1),
        ("annex", "file name", None),
    ]
    assert (pinned.path, pinned.text) == ("a!/annex.txt", "ZR Energy DMCC")


def test_an_xfa_form_is_read_with_the_paths_of_its_fields(sandbox: Sandbox) -> None:
    document = _sample("xfa.pdf", sandbox)
    assert document.status is DocumentStatus.SCREENED
    assert _said(document)[1:] == [
        ("Era-Media TOV", "form field order.Buyer", None),
        ("Valerian Labs, Inc.", "form field order.Seller", None),
        ("Alphaconnect", "form field order.Seller", None),
        ("Goods of Banco VTB Africa", "form", None),
    ]


def test_an_xfa_form_that_cannot_be_read_is_said(sandbox: Sandbox) -> None:
    whole = (SAMPLES / "xfa.pdf").read_bytes()
    start = whole.index(b"stream\n", whole.index(b"6 0 obj")) + 7
    end = whole.index(b"\nendstream", start)
    cut = zlib.compress(zlib.decompress(whole[start:end]).replace(b"</xfa:data>", b""))
    cut += bytes(end - start - len(cut))
    document = one(whole[:start] + cut + whole[end:], sandbox)
    assert document.status is DocumentStatus.PARTLY_SCREENED
    assert "XFA form" in str(document.reason)


def test_a_page_with_letters_that_say_not_which_they_are_is_partly_screened(
    sandbox: Sandbox,
) -> None:
    document = _sample("letters.pdf", sandbox)
    assert document.status is DocumentStatus.PARTLY_SCREENED
    assert str(document.reason).startswith("page 1 of 1 not read: letters of fonts")


def test_letters_are_asked_for_behind_pages_that_say_theirs(sandbox: Sandbox) -> None:
    writer = PdfWriter()
    for name in ("chromium.pdf", "letters.pdf", "chromium.pdf"):
        writer.append(SAMPLES / name)
    buffer = io.BytesIO()
    writer.write(buffer)
    document = one(buffer.getvalue(), sandbox)
    page = 1 + len(PdfReader(SAMPLES / "chromium.pdf").pages)
    assert str(document.reason).startswith(f"page {page} of {len(writer.pages)} not read: letters")


@pytest.mark.parametrize("name", ["letter.pdf", "chromium.pdf", "wkhtmltopdf.pdf"])
def test_ordinary_pages_have_no_letters_of_that_kind(name: str, sandbox: Sandbox) -> None:
    assert _sample(name, sandbox).status is DocumentStatus.SCREENED


def test_a_title_of_the_outline_that_a_page_says_is_not_said_again(sandbox: Sandbox) -> None:
    writer = PdfWriter(clone_from=SAMPLES / "letter.pdf")
    words = one((SAMPLES / "letter.pdf").read_bytes(), sandbox).passages[0].text.split()
    writer.add_outline_item(title=" ".join(words[:2]), page_number=0)
    writer.add_outline_item(title="Bank Sepah", page_number=0)
    buffer = io.BytesIO()
    writer.write(buffer)
    document = one(buffer.getvalue(), sandbox)
    assert [item.text for item in document.passages if item.place == "outline"] == ["Bank Sepah"]


def test_of_many_titles_those_are_said_that_stand_nowhere(sandbox: Sandbox) -> None:
    writer = PdfWriter(clone_from=SAMPLES / "letter.pdf")
    words = one((SAMPLES / "letter.pdf").read_bytes(), sandbox).passages[0].text.split()
    # As outlines may have them: pages out of order, and a name of which a page has the start only.
    long = next(word for word in words if word.isalpha() and len(word) > 6)
    said = [" ".join(words[at : at + 3]) for at in range(len(words) - 3, 0, -4)]
    missing = [f"Bank Sepah {number}" for number in range(30)] + [long[:-2]]
    for title in [title for pair in zip(missing, said * 9, strict=False) for title in pair]:
        writer.add_outline_item(title=title, page_number=0)
    buffer = io.BytesIO()
    writer.write(buffer)
    document = one(buffer.getvalue(), sandbox)
    assert [item.text for item in document.passages if item.place == "outline"] == missing

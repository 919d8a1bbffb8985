"""XPS: the letters of a page as a person reads them."""

import pytest
from place_names import zipped
from read_helpers import one

from documents import Sandbox
from records import DocumentStatus

pytest_plugins = ["read_fixtures"]


def page(*runs: tuple[str, float, float, str]) -> bytes:
    """A file of one page with runs of letters: text, left edge, baseline, widths."""
    glyphs = "".join(
        f"<Glyphs UnicodeString='{text}' OriginX='{left}' OriginY='{base}' Indices='{widths}' "
        "FontRenderingEmSize='10'/>"
        for text, left, base, widths in runs
    )
    return zipped(
        {
            "[Content_Types].xml": "<?xml version='1.0'?><Types/>",
            "FixedDocSeq.fdseq": "<FixedDocumentSequence/>",
            "Documents/1/Pages/1.fpage": f"<FixedPage>{glyphs}</FixedPage>",
        }
    )


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ([("Sov", 10, 20, ",60;,60;,60"), ("comflot", 28, 20, "")], "Sovcomflot"),
        ([("Mahan", 10, 20, ",60;,60;,60;,60;,60"), ("Air", 44, 20, "")], "Mahan Air"),
        (
            [("Minsk Wheel", 10, 20, ""), ("Tractor Plant", 10, 34, "")],
            "Minsk Wheel\nTractor Plant",
        ),
        ([("{}{Vega}", 10, 20, "")], "{Vega}"),
    ],
)
def test_runs_stand_together_as_they_are_drawn(
    sandbox: Sandbox, runs: list[tuple[str, float, float, str]], text: str
) -> None:
    document = one(page(*runs), sandbox)
    assert document.status is DocumentStatus.SCREENED
    assert document.media_type == "application/vnd.ms-xpsdocument"
    assert document.pages == 1
    assert [passage.text for passage in document.passages if passage.page == 1] == [text]


def test_a_file_without_letters_is_not_clear(sandbox: Sandbox) -> None:
    document = one(page(), sandbox)
    assert document.status is DocumentStatus.NOT_SCREENED

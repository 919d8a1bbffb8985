"""Names that run on into the next passage: over paragraphs, cells of a row or a column, lines of an
address; and neighbours that make a name which nobody wrote.
"""

import io
import json
from collections.abc import Callable, Iterator

import pytest
import xlsxwriter
from editions import company, edition

from documents import Sandbox, read_all
from records import DocumentStatus, Kind, Settings
from screening.documents.screen import screen
from screening.engine.engine import Engine
from store import Home
from store.catalogue import Catalogue

NAMES = (
    "Minsk Wheel Tractor Plant", "JSC Ural Civil Aviation Factory", "Mahan Air", "Iran Air",
    "Marine Industries", "Green Pine Associated Corporation",
    "Uralvagonzavod", "Moonlight Sonata", "Moonlight",
)  # fmt: skip
ASKED = Settings(threshold=0.8, kinds=(Kind.ORGANIZATION, Kind.VESSEL, Kind.AIRCRAFT))
Screened = Callable[[bytes], list[tuple[str, str | None]]]


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    folder = tmp_path_factory.mktemp("neighbours")
    parties = [company(number, name) for number, name in enumerate(NAMES, 1)]
    Catalogue(Home(folder)).add_and_activate(edition(folder, parties))
    engine = Engine.open(Home(folder))
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def screened(engine: Engine) -> Iterator[Screened]:
    """The words and places of the hits; each stands in the document where it says."""
    with Sandbox() as sandbox:

        def run(data: bytes) -> list[tuple[str, str | None]]:
            (document,) = read_all(data=data, shown_as="a", sandbox=sandbox)
            assert document.status is DocumentStatus.SCREENED, document.reason
            answer = screen(engine, document, ASKED)
            spans = [one.span for one in answer.hits]
            text = answer.document.text
            assert all(text[span.start : span.end] == span.text for span in spans)
            return [(" ".join(span.text.split()), span.place) for span in spans]

        yield run


def page(body: str) -> bytes:
    return f"<!DOCTYPE html><html><body><p>Report.</p>{body}</body></html>".encode()


def workbook(*rows: list[str]) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("A")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (page("<p>we paid Ural Civil</p><p>Aviation Factory in May</p>"), "lines joined"),
        (page("<p>Ural Civil</p><p>Page 3 of 5</p><p>Aviation Factory</p>"), "lines joined"),
        (page("<ul><li>Ural</li><li>Civil</li><li>Aviation</li><li>Factory</li></ul>"),
         "lines joined"),
        (page("<table><tr><td>Ural Civil</td><td>Aviation Factory</td><td>5</td></tr></table>"),
         "table 1, row 1, cell 1 to table 1, row 1, cell 2, joined"),
        (page("<table><tr><td>Ural Civil</td><td>5</td></tr><tr><td>Aviation Factory</td></tr>"
              "</table>"),
         "table 1, row 1, cell 1 to table 1, row 2, cell 1, joined"),
        (workbook(["Ural Civil", "Aviation Factory"]), "A!A1 to A!B1, joined"),
        (workbook(["x", "To:"], ["y", "Ural"], ["z", "Civil Aviation"], ["", "Factory"]),
         "A!B2 to A!B4, joined"),
        (json.dumps({"to": ["Ural Civil", "Aviation Factory"]}).encode(),
         "$.to[0], lines joined"),
        (json.dumps({"name1": "Ural Civil", "name2": "Aviation Factory"}).encode(),
         "$.name1, lines joined"),
        (b"<?xml version='1.0'?><a><Nm1>Ural Civil</Nm1><Nm2>Aviation Factory</Nm2></a>",
         "/a/Nm1, lines joined"),
    ],
)  # fmt: skip
def test_a_name_over_passages_is_found(screened: Screened, data: bytes, place: str) -> None:
    assert screened(data) == [("Ural Civil Aviation Factory", place)]


@pytest.mark.parametrize(
    "body",
    [
        "<p>It is in Ural Civil.</p><p>Aviation Factory</p>",
        "<table><tr><td>Origin</td><td>By</td></tr><tr><td>Iran</td><td>Air</td></tr></table>",
        "<table><tr><td>Marine</td></tr><tr><td>Industries</td></tr></table>",
        "<table><tr><td>Moon</td><td>Light</td></tr></table>",
        "<table><tr><td>the Ural Civil</td><td>Aviation Factory</td></tr></table>",
        "<table><tr><td>Ural Civil</td><td>x</td><td>Aviation Factory</td></tr></table>",
        "<table><tr><td>x</td><td>Ural Civil</td></tr><tr><td>Aviation Factory</td></tr></table>",
    ],
)
def test_neighbours_that_are_no_name_are_none(screened: Screened, body: str) -> None:
    assert screened(page(body)) == []


def test_a_rare_word_makes_a_name_of_two_cells(screened: Screened) -> None:
    row = b"<table><tr><td>Mahan</td><td>Air</td></tr></table>"
    assert [words for words, _ in screened(page(row.decode()))] == ["Mahan Air"]


@pytest.mark.parametrize(
    "data",
    [
        page("<table><tr><td>Uralvagon</td><td>zavod</td></tr></table>"),
        page("<p>Uralvagon</p><p>zavod</p>"),
        workbook(["Uralvagon", "zavod"]),
    ],
)
def test_a_word_over_two_cells_is_found_where_no_language_has_a_piece(
    screened: Screened, data: bytes
) -> None:
    assert [words for words, _ in screened(data)] == ["Uralvagon zavod"]


def test_a_party_that_stands_in_one_passage_is_marked_there_alone(screened: Screened) -> None:
    body = "<p>Ural Civil Aviation Factory</p><p>Ural Civil</p><p>Aviation Factory</p>"
    assert {place for _, place in screened(page(body))} == {None}


def test_of_a_table_of_records_only_rows_that_lack_cells_go_on(screened: Screened) -> None:
    rows = [["Alpha pump", "blue", "spring"] for _ in range(400)]
    rows[200:200] = [["Ural Civil", "blue", "spring"], ["Aviation Factory", "blue", "spring"]]
    assert screened(workbook(*rows)) == []
    rows[201] = ["Aviation Factory", "", ""]
    assert [words for words, _ in screened(workbook(*rows))] == ["Ural Civil Aviation Factory"]


def paper(*lines: str) -> bytes:
    """A PDF page with lines under one another; pdfium makes up its table of contents."""
    shown = "".join(
        f"BT /F 10 Tf 72 {700 - 12 * number} Td ({line}) Tj ET "
        for number, line in enumerate(lines)
    )
    return (
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R"
        "/Resources<</Font<</F 4 0 R>>>>>>endobj\n"
        "4 0 obj<</Type/Font/Subtype/Type1/BaseFont/Courier>>endobj\n"
        f"5 0 obj<</Length {len(shown)}>>stream\n{shown}\nendstream endobj\n"
        "trailer<</Root 1 0 R>>\n%%EOF"
    ).encode()


def test_a_word_that_a_cell_cuts_without_a_hyphen_is_found(screened: Screened) -> None:
    found = screened(paper("No Supplier", "1", "Mah", "an Air", "pumps and"))
    assert [place for _, place in found] == ["page 1, cut words as one"]


def test_what_no_cut_word_is_part_of_is_marked_once(screened: Screened) -> None:
    whole = screened(paper("1", "Green Pine", "Associated", "Corporation", "Pumps", "and valves"))
    assert [place for _, place in whole] == [None]
    both = screened(paper("Mahan Air", "1", "MAHAN", "AIR"))
    assert not any("cut words" in (place or "") for _, place in both)

"""Answers in every form, compared with files that a person has read.

After a wanted change: python tests/report/test_report_forms.py, then review the difference.
"""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
import samples
from python_calamine import CalamineWorkbook
from rich.console import Console

from records import DocumentAnswer
from screening.report.output import COMPARISONS, DELTAS, DOCUMENTS, NAMES, Form, Shape, write
from screening.report.pages import PAGES
from screening.report.pages.marked import sheets
from screening.report.tables import PRINTERS, console

GOLDEN = Path(__file__).parent / "golden"
CASES: list[tuple[Shape[Any], list[Any]]] = [
    (NAMES, samples.NAME_ANSWERS),
    (DOCUMENTS, samples.DOCUMENT_ANSWERS),
    (COMPARISONS, samples.COMPARISONS),
    (DELTAS, samples.DELTAS),
]
PRINTED = [
    (shape, records, form)
    for shape, records in CASES
    for form in Form
    if form is not Form.XLSX and (form is not Form.HTML or shape.name in PAGES)
]


def _printed(shape: Shape[Any], records: list[Any], form: Form) -> str:
    out = io.StringIO()
    if form is Form.TABLE:
        PRINTERS[shape.name](records, console(out, width=80))
    else:
        write(records, shape, form, out)
        return out.getvalue()
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n"))


@pytest.mark.parametrize(
    ("shape", "records", "form"), PRINTED, ids=[f"{of.name} {form}" for of, _, form in PRINTED]
)
def test_answers_print_as_a_person_last_read_them(
    shape: Shape[Any], records: list[Any], form: Form
) -> None:
    expected = (GOLDEN / f"{shape.name}.{form.value}").read_text(encoding="utf-8")
    assert _printed(shape, records, form) == expected


@pytest.mark.parametrize("shape", [shape for shape, _ in CASES])
def test_no_answers_are_an_empty_array_and_no_lines(shape: Shape[Any]) -> None:
    assert json.loads(_printed(shape, [], Form.JSON)) == []
    assert _printed(shape, [], Form.JSONL) == ""


def _status(*answers: DocumentAnswer) -> int:
    return write(answers, DOCUMENTS, Form.JSONL, io.StringIO())


def test_hits_outweigh_what_could_not_be_read_which_outweighs_nothing_found() -> None:
    found, clear, unread, partly, *_ = samples.DOCUMENT_ANSWERS
    assert _status(clear) == 0
    assert _status(clear, unread) == 1
    assert _status(clear, partly) == 1
    assert _status(found, unread) == 3


def test_every_key_of_the_contract_is_there_even_when_empty() -> None:
    answer = json.loads(_printed(DOCUMENTS, [samples.DOCUMENT_ANSWERS[0]], Form.JSONL))
    assert list(answer)[:8] == [
        "document", "sha256", "media_type", "status", "reason", "characters", "pages", "hits",
    ]  # fmt: skip
    assert list(answer["hits"][0]) == [
        "start", "end", "text", "page", "place", "found_by", "entity_id", "list", "kind",
        "caption", "matched_name", "name_kind", "score", "decision", "programmes", "countries",
        "evidence", "reason", "base", "party",
    ]  # fmt: skip


@pytest.mark.parametrize("end", ["\x85", "\u2028", "\u2029", "\r", "\x0b", "\x1e"])
def test_one_answer_is_one_line_for_every_reader_of_lines(end: str) -> None:
    (line,) = _printed(NAMES, [samples.name_answer(f"a{end}b")], Form.JSONL).splitlines()
    assert json.loads(line)["query"] == f"a{end}b"


def test_what_was_not_read_is_said_beside_forms_for_programs() -> None:
    said: list[str] = []
    write(samples.DOCUMENT_ANSWERS[:4], DOCUMENTS, Form.JSONL, io.StringIO(), said.append)
    assert said == [
        "in/article.txt: not screened: a PDF file: it was not read.",
        "in/article.txt: partly screened: 2 places are damaged UTF-8",
    ]


@pytest.mark.parametrize("query", ["=1+1", "+1", "-1", "@x", "\tx"])
def test_a_name_is_no_formula_for_a_spreadsheet(query: str) -> None:
    text = _printed(NAMES, [samples.name_answer(query)], Form.CSV)
    assert next(csv.DictReader(io.StringIO(text)))["query"] == f"'{query}"


@pytest.mark.parametrize(
    ("query", "cell"),
    [
        ("Foo;=1+1;Bar", "Foo;'=1+1;Bar"),
        ("Foo, @x", "Foo, '@x"),
        ("Foo\n=cmd|' /C calc'!A0", "Foo\n'=cmd|' /C calc'!A0"),
        ("Foo\t+1", "Foo\t'+1"),
        ("A-B; C=D, 5-6", "A-B; C=D, 5-6"),
    ],
)
def test_what_a_program_with_another_separator_parts_is_no_formula_either(
    query: str, cell: str
) -> None:
    text = _printed(NAMES, [samples.name_answer(query)], Form.CSV)
    assert next(csv.DictReader(io.StringIO(text, newline="")))["query"] == cell


def test_a_document_cannot_steer_the_terminal() -> None:
    answer = samples.document_answer("A \x1b[2JWuhan\u202e\x07 B", ("\x1b[2JWuhan", samples.OFAC))
    assert not set(_printed(DOCUMENTS, [answer], Form.TABLE)) & set("\x1b\u202e\x07")


@pytest.mark.parametrize("width", [40, 80, 200])
def test_tables_keep_to_the_width(width: int) -> None:
    out = io.StringIO()
    PRINTERS["documents"](samples.DOCUMENT_ANSWERS, console(out, width=width))
    measure = Console(width=10_000)
    assert all(measure.measure(line).maximum <= width for line in out.getvalue().splitlines())


def test_the_marks_are_there_without_colour() -> None:
    assert "»Wuhan Gaoxin Technology«" in _printed(
        DOCUMENTS, samples.DOCUMENT_ANSWERS[:1], Form.TABLE
    )


def test_answers_are_printed_as_they_come() -> None:
    out = io.StringIO()

    def answers() -> Any:
        for number in range(3):
            assert out.getvalue().count("\n") == number
            yield samples.name_answer("x")

    assert write(answers(), NAMES, Form.JSONL, out) == 0


@pytest.mark.parametrize(
    ("shape", "records"), [(of, rs) for of, rs, form in PRINTED if form is Form.HTML]
)
def test_a_page_asks_for_nothing_from_outside(shape: Shape[Any], records: list[Any]) -> None:
    page = _printed(shape, records, Form.HTML)
    assert "default-src 'none'" in page
    # Places on the page itself, and pictures that are part of it.
    page = re.sub(r'href="#[\w-]+"|src="data:image/png;base64,[\w+/=]+"', "", page)
    assert not re.search(r"(src|href|url|@import)\s*[=(]", page)
    assert "<b>=1+1</b>" not in page


def test_a_workbook_has_the_rows_of_csv_and_no_formulas() -> None:
    answers = [*samples.DOCUMENT_ANSWERS, samples.document_answer("=1+1", ("=1+1", samples.OFAC))]
    out = io.TextIOWrapper(io.BytesIO())
    write(answers, DOCUMENTS, Form.XLSX, out)
    out.buffer.seek(0)
    rows = CalamineWorkbook.from_filelike(out.buffer).get_sheet_by_index(0).to_python()
    assert tuple(rows[0]) == DOCUMENTS.columns
    assert len(rows) == 1 + sum(len(list(DOCUMENTS.as_rows(answer))) for answer in answers)
    assert rows[-1][DOCUMENTS.columns.index("text")] == "=1+1"


def test_a_mark_on_a_page_leads_to_its_card_and_back() -> None:
    page = _printed(DOCUMENTS, [samples.WHOLE_ANSWER], Form.HTML)
    places = set(re.findall(r'id="([\w-]+)"', page))
    links = set(re.findall(r'href="#([\w-]+)"', page))
    assert links
    assert links <= places


def test_marks_that_overlap_are_all_there() -> None:
    answer = samples.document_answer(
        "to Wuhan Gaoxin Technology Group",
        ("Wuhan Gaoxin Technology", samples.OFAC),
        ("Technology Group", samples.EU),
        ("Gaoxin", samples.EU),
    )
    (sheet,) = sheets([answer])
    (block,) = sheet.blocks
    assert "".join(piece.text for piece in block.pieces) == answer.document.text
    assert {piece.card.id for piece in block.pieces if piece.card} == {"d1-1", "d1-2", "d1-3"}


def test_every_shape_has_columns_that_fit_its_rows() -> None:
    for shape, records in CASES:
        assert all(
            len(row) == len(shape.columns) for record in records for row in shape.as_rows(record)
        )


def _keys(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value).union(*map(_keys, value.values()))
    return set().union(*map(_keys, value)) if isinstance(value, list) else set()


@pytest.mark.parametrize(("shape", "records"), CASES, ids=[shape.name for shape, _ in CASES])
def test_every_key_is_documented(shape: Shape[Any], records: list[Any]) -> None:
    page = Path(__file__).parents[2] / "docs" / "reference" / "json.md"
    keys = _keys(json.loads(_printed(shape, records, Form.JSON)))
    assert not {key for key in keys if f"`{key}`" not in page.read_text(encoding="utf-8")}


def _regenerate() -> None:
    GOLDEN.mkdir(exist_ok=True)
    for shape, records, form in PRINTED:
        text = _printed(shape, records, form)
        (GOLDEN / f"{shape.name}.{form.value}").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    _regenerate()

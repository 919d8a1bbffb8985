"""What an auditor is handed: the same in every form, and the same tomorrow (golden files)."""

import json
import re
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook
from support.desk_work import SETTINGS, party, register, run

from records import AlertState, Query, UsageError
from screening.answers.record import record_names
from screening.archive.dossier import dossier, write_report
from screening.cases.decisions import assign, decide
from screening.engine.engine import Engine
from screening.names.match import match_queries
from store import Home

pytest_plugins = ["support.desk_fixtures"]
GOLDEN = Path(__file__).parent / "golden"
CHANGING = (
    (re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"), "TIME"),
    (re.compile(r"\b[0-9a-f]{64}\b"), "SHA256"),
    (re.compile(r"namewarden \S+ \([0-9a-f]{12}\)"), "namewarden VERSION"),
    (re.compile(r"-?\b\d{1,2}\.\d{1,4}\b"), "FIGURE"),
    (re.compile(r"\b(names|identifiers|programmes)=[0-9a-f]{16}"), r"\1=SHA256"),
)


@pytest.fixture
def filed(sqlite_desk: Home) -> Home:
    """An alert that was decided, and a screening that was kept."""
    hostile = party("c<1>", "Mahan Air", aliases=('=HYPERLINK("x")',), countries=("ir",))
    register(sqlite_desk, hostile)
    run(sqlite_desk)
    assign(sqlite_desk, ["A1"], to="bob", author="ann")
    said = "same airline <script>alert(1)</script>"
    decide(sqlite_desk, ["A1"], state=AlertState.TRUE_MATCH, reason=said, author="bob")
    engine = Engine.open(sqlite_desk)
    queries = [Query(name="Mahan Air"), Query(name="Brightwater")]
    answers = list(match_queries(engine, queries, SETTINGS))
    record_names(sqlite_desk, engine, queries, answers, SETTINGS, author="ann")
    engine.close()
    return sqlite_desk


def settled(text: str) -> str:
    """A report without what differs from day to day."""
    for pattern, word in CHANGING:
        text = pattern.sub(word, text)
    return text


@pytest.mark.parametrize("subject", ["A1", "S1", "S2"])
@pytest.mark.parametrize("form", ["html", "json"])
def test_reports_are_as_they_were_reviewed(
    filed: Home, tmp_path: Path, subject: str, form: str, regenerate: bool
) -> None:
    golden = GOLDEN / f"{subject}.{form}"
    write_report(filed, subject, form, tmp_path / "report")
    made = settled((tmp_path / "report").read_text("utf-8"))
    if regenerate:
        golden.write_text(made, "utf-8")
    assert made == golden.read_text("utf-8")


def test_the_page_needs_nothing_from_outside_and_runs_nothing(filed: Home, tmp_path: Path) -> None:
    write_report(filed, "A1", "html", tmp_path / "a.html")
    page = (tmp_path / "a.html").read_text("utf-8")
    assert "<script" not in page
    assert not re.search(r"""(src|href)\s*=|url\(|@import""", page)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


@pytest.mark.parametrize("subject", ["A1", "S2"])
def test_the_spreadsheet_says_what_the_page_says_and_runs_nothing(
    filed: Home, tmp_path: Path, subject: str
) -> None:
    write_report(filed, subject, "xlsx", tmp_path / "a.xlsx")
    book = CalamineWorkbook.from_path(tmp_path / "a.xlsx")
    sections = dossier(filed, subject).sections
    assert book.sheet_names == [section.title for section in sections]
    for section in sections:
        rows = book.get_sheet_by_name(section.title).to_python()
        assert tuple(rows[0]) == section.columns
        assert [[cell or None for cell in row] for row in rows[1:]] == [
            [cell or None for cell in row] for row in section.rows
        ]


def test_what_is_kept_as_json_has_evidence_editions_history_and_log(filed: Home) -> None:
    data = json.loads(json.dumps(dossier(filed, "a1").data))
    assert data["hit"]["evidence"]
    assert data["entity"]["id"] == "un_sc:3"
    assert data["screened_with"]["screened_against"][0]["list"] == "un_sc"
    assert [step["action"] for step in data["dispositions"]] == ["assign", "decide"]
    assert [step["action"] for step in data["audit"]] == ["assign", "decide"]


def test_there_is_no_report_of_what_there_is_not(filed: Home, tmp_path: Path) -> None:
    for subject in ("A9", "S9", "X1", ""):
        with pytest.raises(UsageError):
            write_report(filed, subject, "html", tmp_path / "a.html")
    assert list(tmp_path.glob("*.html")) == []

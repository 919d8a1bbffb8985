"""A test file of a supervisor or a vendor: screened, scored, answered in its own columns.

Columns are guessed from their headings: the record to be screened, the entry that has to be found
(its id, or a name of it), and the class: control (as published), manipulated, clean.
"""

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from documents.tables import Table, open_table
from records import BadRow, DocumentError, Hit, Settings, TableRow, UsageError
from screening.answers.csv_rows import inert
from screening.assess.entries import Entries
from screening.assess.statistics import Rate, rate
from screening.engine.engine import Engine
from screening.names.match import match

RECORD, EXPECTED, CLASS = "record", "expected", "class"
_HEADINGS = {
    RECORD: ("record", "record name", "test name", "name", "query", "input", "test record",
             "full name", "party"),
    EXPECTED: ("expected", "entity_id", "entity id", "entry", "expected entry", "list id",
               "listed id", "expected id", "reference", "target", "listed name", "list entry",
               "uid"),
    CLASS: ("class", "type", "category", "test type", "record type", "kind of test"),
}  # fmt: skip
CONTROL, MANIPULATED, CLEAN = "control", "manipulated", "clean"
_CLASSES = {
    CONTROL: ("control", "exact", "match", "true match", "original", "unmanipulated"),
    MANIPULATED: ("manipulated", "variation", "variant", "fuzzy", "altered", "modified"),
    CLEAN: ("clean", "negative", "no match", "ordinary", "false", "none"),
}
ADDED = ("found", "rank", "score", "found_entry", "found_name", "decision", "hits", "reason")
"""Columns that are put behind those of the file."""
_NOTHING = frozenset(("", "-", "none", "n/a", "no match", "null"))


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerColumns:
    """Places of the columns that matter, from 0."""

    record: int
    expected: int
    kind: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """One row with its answer."""

    cells: tuple[str, ...]
    kind: str
    record: str
    expected: str
    right: Hit | None
    """The hit that was to be found."""
    rank: int | None
    hits: tuple[Hit, ...]
    problem: str = ""
    """Why it was not screened."""
    near: str = ""
    """Of a miss: how near the entry was, and why it is not found."""

    @property
    def passed(self) -> bool:
        """Whether the filter did what the file wants of it."""
        if self.problem:
            return False
        return not self.hits if self.kind == CLEAN else self.right is not None


def answer_file(
    engine: Engine,
    file: Path,
    asked: Sequence[str],
    settings: Settings,
    *,
    workers: int,
    notify: Callable[[str], None],
) -> tuple[Table, list[Answered]]:
    """Screen the records of a test file.

    Args:
        engine: the list editions.
        file: CSV, TSV, XLSX, ODS, Parquet or JSON lines.
        asked: ``role=heading`` pairs where the headings say it otherwise.
        settings: threshold, limit, kinds.
        workers: processes.
        notify: told which column is taken for what.

    Returns:
        The table, and its rows with their answers, in their order.

    Raises:
        DocumentError: no table that can be read.
        UsageError: a column is missing.
    """
    table = open_table(file)
    columns = _columns(table, asked)
    shown = f"record={table.columns[columns.record]},expected={table.columns[columns.expected]}"
    kind = "" if columns.kind is None else f",class={table.columns[columns.kind]}"
    notify(f"{file}: read as --columns {shown}{kind}")
    rows = [_row(row, columns) for row in table.rows()]
    if unknown := _unknown(rows, columns):
        notify(f"{file}: classes taken for manipulated where an entry is expected, else for clean: "
               f"{', '.join(unknown)}. Known are {', '.join(_CLASSES)}")  # fmt: skip
    if not rows:
        raise DocumentError(f"{file}: no rows below the headings. Nothing was assessed")
    names = [row.record for row in rows if not row.problem]
    answers = match(engine, names, settings, workers=workers)
    entries = Entries(engine)
    return table, [row if row.problem else _answered(entries, row, next(answers).hits)
                   for row in rows]  # fmt: skip


def _columns(table: Table, asked: Sequence[str]) -> AnswerColumns:
    given = dict(pair.partition("=")[::2] for pair in asked)
    if unknown := sorted(set(given) - set(_HEADINGS)):
        raise UsageError(
            f"--columns: unknown role {unknown[0]!r}; expected one of: {', '.join(_HEADINGS)}"
        )
    places = {role: _place(table, role, given.get(role)) for role in _HEADINGS}
    record, expected = places[RECORD], places[EXPECTED]
    if record is None or expected is None:
        role = RECORD if record is None else EXPECTED
        raise UsageError(
            f"{table.path}: no column for the {role} among {', '.join(table.columns)}. Nothing was "
            f"assessed. Say which it is: --columns {role}=HEADING"
        )
    return AnswerColumns(record=record, expected=expected, kind=places[CLASS])


def _place(table: Table, role: str, heading: str | None) -> int | None:
    headings = [column.strip().casefold().replace("_", " ") for column in table.columns]
    wanted = (heading,) if heading is not None else _HEADINGS[role]
    for each in wanted:
        name = each.strip().casefold().replace("_", " ")
        if name in headings:
            return headings.index(name)
    if heading is not None:
        raise UsageError(
            f"{table.path}: no column {heading!r} among {', '.join(table.columns)}. Nothing was "
            "assessed"
        )
    return None


def _row(row: TableRow | BadRow, columns: AnswerColumns) -> Answered:
    if isinstance(row, BadRow):
        return Answered(cells=(row.text,), kind=MANIPULATED, record="", expected="", right=None,
                        rank=None, hits=(), problem=row.reason)  # fmt: skip
    cells = tuple(cell if isinstance(cell, str) else "; ".join(cell) for cell in row.cells)
    expected = cells[columns.expected].strip()
    expected = "" if expected.casefold() in _NOTHING else expected
    said = cells[columns.kind].strip().casefold() if columns.kind is not None else ""
    record = " ".join(cells[columns.record].split())
    problem = "" if record else "no name in the row"
    kind = _kind(said, expected)
    if not problem and kind != CLEAN and not expected:
        problem = "nothing is said to be found, and the class is not clean"
    return Answered(cells=cells, kind=kind, record=record, expected=expected, right=None,
                    rank=None, hits=(), problem=problem)  # fmt: skip


def _unknown(rows: Sequence[Answered], columns: AnswerColumns) -> list[str]:
    """What the column of classes says that is no known class, each once."""
    if columns.kind is None:
        return []
    known = {word for words in _CLASSES.values() for word in words}
    said = (row.cells[columns.kind].strip() for row in rows if len(row.cells) > columns.kind)
    return [text for text in dict.fromkeys(said) if text and text.casefold() not in known]


def _kind(said: str, expected: str) -> str:
    for kind, words in _CLASSES.items():
        if said in words:
            return kind
    return MANIPULATED if expected else CLEAN


def _answered(entries: Entries, row: Answered, hits: tuple[Hit, ...]) -> Answered:
    wanted = entries.meant_by(row.expected)
    right = next((hit for hit in hits if hit.entity_id in wanted), None)
    rank = None if right is None else 1 + sum(hit.score > right.score for hit in hits)
    near = entries.nearest(row.record, wanted) if row.expected and right is None else ""
    return replace(row, right=right, rank=rank, hits=hits, near=near)


def rates_of(rows: Sequence[Answered]) -> list[Rate]:
    """For each class the share of rows in which the filter did what was wanted; for the first two
    also that in which nothing scored higher.
    """
    found = []
    for kind in (CONTROL, MANIPULATED, CLEAN):
        members = [row for row in rows if row.kind == kind]
        label = f"{kind}: no hit" if kind == CLEAN else f"{kind}: entry found"
        found.append(rate(label, ((row.passed, 1.0) for row in members)))
        if kind != CLEAN:
            first = ((row.passed and row.rank == 1, 1.0) for row in members)
            found.append(rate(f"{kind}: entry found first", first))
    return [each for each in found if each.trials]


def write_answers(table: Table, rows: Sequence[Answered], path: Path) -> None:
    """Write the file's own columns with the answers behind them, as CSV."""
    with path.open("w", newline="", encoding="utf-8") as file:
        lines = csv.writer(file, lineterminator="\n")
        lines.writerow([*map(inert, table.columns), *(f"namewarden_{name}" for name in ADDED)])
        for row in rows:
            padding = [""] * (len(table.columns) - len(row.cells))
            cells = [*row.cells, *padding, *_answer(row)]
            lines.writerow([inert(str(cell)) for cell in cells])


def _answer(row: Answered) -> list[object]:
    if row.problem:
        return ["not screened", "", "", "", "", "", "", row.problem]
    shown = row.right or (row.hits[0] if row.hits else None)
    verdict = (
        "yes" if row.right else "no" if row.kind != CLEAN else "clean" if row.passed else "alarm"
    )
    return [
        verdict,
        row.rank or "",
        shown.score if shown else "",
        shown.entity_id if shown else "",
        shown.matched_name if shown else "",
        shown.decision.value if shown else "no_match",
        len(row.hits),
        row.near or (shown.reason if shown else ""),
    ]

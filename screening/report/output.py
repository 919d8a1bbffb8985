"""Answers as people and programs read them.

    write(answers, NAMES, Form.JSONL, sys.stdout)

A new kind of answer is a ``Shape`` in ``shapes.py`` and a printer in ``tables/``; a new form is
one branch here.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TextIO

from screening.answers import csv_rows as flat
from screening.answers import json_lines
from screening.answers.form import Form
from screening.answers.shape import Shape, T
from screening.report.calendar import CALENDAR
from screening.report.desk import (
    ALERTS,
    AUDIT,
    GOOD_GUYS,
    HISTORIES,
    IMPORTS,
    PARTIES,
    RUNS,
)
from screening.report.figures import FIGURES
from screening.report.profiles import PROFILES
from screening.report.shapes import (
    ACCOUNTS,
    COMPARISONS,
    DELTAS,
    DOCUMENTS,
    ENTRIES,
    FINDINGS,
    LISTS,
    NAMES,
    PRUNED,
    UPDATES,
)

__all__ = [
    "ACCOUNTS",
    "ALERTS",
    "AUDIT",
    "CALENDAR",
    "COMPARISONS",
    "DELTAS",
    "DOCUMENTS",
    "ENTRIES",
    "FIGURES",
    "FINDINGS",
    "GOOD_GUYS",
    "HISTORIES",
    "IMPORTS",
    "LISTS",
    "NAMES",
    "PARTIES",
    "PROFILES",
    "PRUNED",
    "RUNS",
    "UPDATES",
    "Form",
    "Shape",
    "write",
]


def write(
    records: Iterable[T],
    shape: Shape[T],
    form: Form,
    out: TextIO,
    notify: Callable[[str], None] | None = None,
) -> int:
    """Print answers as they come.

    Args:
        records: the answers; taken one by one, so that millions need no memory.
        shape: what kind of answers they are.
        form: how to print them.
        out: where to.
        notify: told, in the forms for programs, what a person has to know at once.

    Returns:
        The exit status: 3 hits to review, else 1 something was not answered, else 0.
    """
    worst = 0

    def counted() -> Iterator[T]:
        nonlocal worst
        for record in records:
            worst = max(worst, shape.status(record))
            warning = shape.warning(record)
            if notify and warning and form is not Form.TABLE:
                notify(warning)
            yield record

    match form:
        case Form.TABLE:
            # Rich takes a tenth of a second to load, which programs should not wait for.
            from screening.report.tables import PRINTERS, console

            PRINTERS[shape.name](counted(), console(out))
        case Form.JSON:
            json_lines.write_array(map(shape.as_json, counted()), out)
        case Form.JSONL:
            json_lines.write_lines(map(shape.as_json, counted()), out)
        case Form.CSV:
            rows = (row for record in counted() for row in shape.as_rows(record))
            flat.write_csv(shape.columns, rows, out)
        case Form.HTML:
            from screening.report.pages import PAGES

            out.write(PAGES[shape.name](counted()))
        case Form.XLSX:
            from screening.report.workbook import write_workbook

            rows = (row for record in counted() for row in shape.as_rows(record))
            write_workbook(shape.columns, rows, out)
    return worst

"""An assessment on paper: one HTML page, a model document, JSON, CSV of every trial, a table."""

import csv
from collections.abc import Sequence
from pathlib import Path

from screening.answers.csv_rows import inert
from screening.assess.enforcement import Verdict
from screening.assess.report.model_document import model_document
from screening.assess.report.page import page
from screening.assess.results import COLUMNS, Results, row, save
from screening.assess.summary import Summary

FILES = ("report.html", "model.md", "assess.json", "trials.csv")


def write_reports(
    results: Results, summary: Summary, folder: Path, penalties: Sequence[Verdict] = ()
) -> None:
    """Write all files of a report into a folder, which is made where there is none.

    Args:
        results: the assessment.
        summary: its figures.
        folder: where to.
        penalties: what becomes of the names of published penalties.
    """
    folder.mkdir(parents=True, exist_ok=True)
    html, document, data, trials = (folder / name for name in FILES)
    html.write_text(page(results, summary, penalties), encoding="utf-8")
    document.write_text(model_document(results, summary, penalties), encoding="utf-8")
    save(results, data, summary.as_json())
    with trials.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("found", *COLUMNS))
        for one in results.outcomes:
            found = one.found(results.threshold) if one.trial.record.listed else ""
            table.writerow((found, *map(inert, row(one))))

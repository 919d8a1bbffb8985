"""What the command ``assess`` does in each of its modes, and how it prints it."""

import csv
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console

from commands.options import form_of, say
from commands.progress import told
from screening.answers.csv_rows import inert
from screening.answers.form import Form
from screening.answers.output_file import check_folder, check_output
from screening.assess.compare import compare as side_by_side
from screening.assess.coverage import coverage
from screening.assess.enforcement import index_of, verdicts
from screening.assess.floors import below
from screening.assess.floors import read as read_floors
from screening.assess.floors import write as make_floors
from screening.assess.report import FILES, write_reports
from screening.assess.report.changes import as_json, print_changes
from screening.assess.report.console import print_summary
from screening.assess.report.lost import HEADINGS, cells, print_coverage
from screening.assess.results import Results, load
from screening.assess.run import AssessmentPlan
from screening.assess.run import assess as assessed
from screening.assess.sample import population
from screening.assess.sides import NOW, Runner, Side, side_of
from screening.assess.summary import summarised
from screening.assess.their_file import CLEAN, answer_file, rates_of, write_answers
from screening.engine.engine import Engine
from screening.engine.index_cache import language
from store import Home

HITS, NOT_REACHED = 3, 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What was asked for on the command line."""

    asked: AssessmentPlan
    workers: int
    form: Form | None
    output: Path | None
    opened: Callable[[str | None], Engine]
    """Opens the lists in use, or those of a date."""

    @property
    def table(self) -> bool:
        """Whether a person reads the answer."""
        return form_of(self.form) is Form.TABLE


def run(job: Job, again: Path | None, floors: Path | None, write_floors: Path | None) -> int:
    """Assess, or screen the trials of an earlier assessment again."""
    if job.output is not None:
        check_folder(job.output)
    if write_floors is not None:
        check_output(write_floors)
    kept = None if floors is None else read_floors(floors)
    with told("assess", "trials") as progress:
        if again is None:
            results = assessed(
                job.opened(job.asked.settings.as_of),
                job.asked,
                workers=job.workers,
                notify=say,
                progress=progress,
            )
        else:
            runner = Runner(job.opened, job.asked, job.workers, say, progress)
            as_of = job.asked.settings.as_of
            results = runner.again(load(again), Side(as_of or NOW, None))
    _report(job, results)
    if write_floors is not None:
        make_floors(results, write_floors)
        say(f"{write_floors}: floors of today")
    if kept is None:
        return 0
    fallen = below(results, kept)
    for each in fallen:
        say(f"BELOW ITS FLOOR: {each.way}: {each.rate:.3f}, floor {each.floor:.2f}")
    return NOT_REACHED if fallen else 0


def _report(job: Job, results: Results) -> None:
    summary = summarised(results)
    if job.output is not None:
        index = index_of((), language(Home.default()))
        write_reports(results, summary, job.output, verdicts(index, results.threshold))
        say(f"{job.output}: {', '.join(FILES)}")
    if job.table:
        print_summary(results, summary, _console())
    else:
        _print_json({"facts": results.facts, **summary.as_json()})


def compare(job: Job, before: str, after: str) -> int:
    """Compare two assessments; 3 if a hit was lost or a false alarm added."""
    sides = side_of(before), side_of(after)
    with told("assess", "trials") as progress:
        runner = Runner(job.opened, job.asked, job.workers, say, progress)
        found = side_by_side(*runner.both(*sides))
    if job.table:
        print_changes(found, _console())
    else:
        _print_json(as_json(found))
    return HITS if found.worse else 0


def answer(job: Job, file: Path, columns: Sequence[str]) -> int:
    """Answer a test file in its own columns; 1 if a row was not screened."""
    output = job.output or file.with_name(f"{file.stem}.answered.csv")
    check_output(output, file)
    engine = job.opened(job.asked.settings.as_of)
    table, rows = answer_file(
        engine, file, columns, job.asked.settings, workers=job.workers, notify=say
    )
    write_answers(table, rows, output)
    rates = rates_of(rows)
    unread = sum(bool(row.problem) for row in rows)
    failed = [row for row in rows if not row.passed and not row.problem]
    alarms = sum(row.kind == CLEAN for row in failed)
    missed = len(failed) - alarms
    if job.table:
        for each in rates:
            print(  # noqa: T201
                f"{each.label}: {each.hits:,} of {each.trials:,}, {each.rate:.1%} "
                f"({each.low * 100:.1f} to {each.high * 100:.1f})"
            )
    else:
        figures = [{**_as_dict(each)} for each in rates]
        _print_json({"file": str(file), "output": str(output), "rows": len(rows),
                     "missed": missed, "clean_with_a_hit": alarms, "not_screened": unread,
                     "rates": figures})  # fmt: skip
    say(f"{output}: {len(rows):,} rows, {missed:,} missed, {alarms:,} clean with a hit, "
        f"{unread:,} not screened")  # fmt: skip
    return NOT_REACHED if unread else 0


def _as_dict(rate: Any) -> dict[str, Any]:
    return {
        name: getattr(rate, name) for name in ("label", "trials", "hits", "rate", "low", "high")
    }


def cover(job: Job) -> int:
    """Search for every published name; 3 if any is not found."""
    if job.output is not None:
        check_output(job.output)
    engine = job.opened(job.asked.settings.as_of)
    say("assess: reading the lists …")
    records = population(engine)
    kinds = job.asked.settings.kinds
    if kinds is not None:
        records = [record for record in records if record.kind in kinds]
    with told("assess: looked for", "names") as progress:
        found = coverage(
            engine, records, job.asked.settings, workers=job.workers, progress=progress
        )
    if job.output is not None:
        with job.output.open("w", newline="", encoding="utf-8") as lines:
            table = csv.writer(lines, lineterminator="\n")
            table.writerow(HEADINGS)
            table.writerows(map(inert, cells(each)) for each in found.lost)
        say(f"{job.output}: {len(found.lost):,} names that are not found")
    if job.table:
        print_coverage(found, _console())
    else:
        _print_json({"asked": found.asked, "in_texts": found.in_texts,
                     "lost": [dict(zip(HEADINGS, cells(each), strict=True))
                              for each in found.lost]})  # fmt: skip
    return HITS if found.lost else 0


def _console() -> Console:
    return Console(width=None if sys.stdout.isatty() else 120)


def _print_json(data: Any) -> None:
    json.dump(data, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")

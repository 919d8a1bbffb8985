"""What a batch depends on and what it found: the summary that stays beside its results."""

import json
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from documents.tables import Table
from matcher.identity import engine_fingerprint
from records import file_sha256
from records.as_json import to_json
from screening.answers import json_lines
from screening.answers.form import TableForm
from screening.batch.rows import Counts, Plan
from screening.batch.spool import SUMMARY, beside
from screening.engine.engine import ENGINE, Engine
from screening.tables.understood import Understood, as_json


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchJob:
    """One table, and what to do with it."""

    engine: Engine
    table: Table
    plan: Plan
    form: TableForm
    understood: Understood | None = None
    """What was made of the table; None where a kept run is repeated."""


def facts_of(job: BatchJob) -> dict[str, Any]:
    """What the results depend on."""
    found = {
        "input": {"sha256": file_sha256(job.table.path), "bytes": job.table.path.stat().st_size},
        "columns": asdict(job.plan.columns),
        "format": job.form.value,
        "all": job.plan.every,
        "csv": asdict(job.plan.look),
        "screened_against": [to_json(item) for item in job.engine.screened_against],
        "engine": ENGINE,
        "matcher": engine_fingerprint(),
        "settings": to_json(job.plan.settings),
        **({"ownership": list(job.plan.ownership)} if job.plan.ownership else {}),
    }
    # As they are when they are read again.
    read: dict[str, Any] = json.loads(json.dumps(found))
    return read


def summary_of(
    job: BatchJob,
    facts: Mapping[str, Any],
    counts: Counts,
    *,
    number: str,
    begun: float,
    output: Path | None,
) -> dict[str, Any]:
    """What a run came to: counts, then what they depend on. ``number`` is the run's own."""
    rejected = output is not None and counts.not_screened
    return {
        "run": number,
        "table": str(job.table.path),
        "output": None if output is None else str(output),
        "rejected": str(beside(output, ".rejected.csv")) if output and rejected else None,
        **counted(counts),
        "seconds": round(time.monotonic() - begun, 1),
        **facts,
        **(as_json(job.understood) if job.understood else {}),
        "warnings": [json_lines.list_warning(item) for item in job.engine.warnings],
    }


def counted(counts: Counts) -> dict[str, Any]:
    """Counts of JSON's kinds, which has no whole numbers as long as a hash."""
    return {**asdict(counts), "found": f"{counts.found:032x}"}


def finished(output: Path, facts: Mapping[str, Any]) -> dict[str, Any] | None:
    """The summary of a run that did end, when it is the same as is asked for."""
    if beside(output, ".checkpoint.json").exists() or not output.exists():
        return None
    try:
        summary: dict[str, Any] = json.loads(beside(output, SUMMARY).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return summary if all(summary.get(key) == facts[key] for key in facts) else None


def status(summary: Mapping[str, Any]) -> int:
    """The exit status: 3 hits to review, else 1 something was not screened, else 0."""
    if summary["hits"]:
        return 3
    return 1 if summary["not_screened"] else 0


def in_words(summary: Mapping[str, Any]) -> str:
    """The summary in a line, for a person."""
    editions = ", ".join(
        f"{item['list']} {item.get('edition') or '(no date)'}"
        for item in summary["screened_against"]
    )
    aside = f" (see {summary['rejected']})" if summary["rejected"] else ""
    unread = f", {summary['not_screened']:,} NOT SCREENED{aside}" if summary["not_screened"] else ""
    to = f" Results: {summary['output']}." if summary["output"] else ""
    kept = f" Kept as {summary['screening']}." if summary["screening"] else ""
    by = (
        f", by profile {summary['settings']['profile']}" if "profile" in summary["settings"] else ""
    )
    sure = f"{summary['match']:,} match, {summary['review']:,} review"
    return (
        f"{summary['rows']:,} rows: {summary['with_hits']:,} with hits ({sure}){unread}.{to} "
        f"Screened against {editions}{by}.{kept}"
    )

"""Batches that are kept, so that they can be repeated: the table by its SHA-256, and what was found
as counts and a hash. Tables of millions are not copied into the database.
"""

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from documents.tables import open_table
from records import DocumentError, Screening, Settings, file_sha256, screening_id
from screening.answers.form import TableForm
from screening.answers.record import keep
from screening.batch.rows import Counts, Lines, Plan
from screening.batch.run import Keeper, with_workers
from screening.batch.summary import BatchJob, counted
from screening.engine.engine import Engine
from screening.tables.columns import Columns
from store import screenings
from store.database import Database
from store.home import Home

ASKED = ("run", "table", "input", "columns", "output")
FOUND = ("rows", "screened", "not_screened", "with_hits", "hits", "review", "match", "found")


def keeper(home: Home, engine: Engine, settings: Settings, author: str) -> Keeper:
    """A function that records a batch by its summary, once however often it is called."""
    return partial(_keep, home, engine, settings, author)


def _keep(
    home: Home, engine: Engine, settings: Settings, author: str, summary: Mapping[str, Any]
) -> str:
    asked = {key: summary[key] for key in ASKED}
    asked["table"] = str(Path(asked["table"]).resolve())
    with Database.of(home).reading() as view:
        number = screenings.with_input(view, "batch", asked)
    if number is not None:
        return screening_id(number)
    return keep(
        home,
        engine,
        settings,
        kind="batch",
        input_=asked,
        answer={key: summary[key] for key in FOUND},
        author=author,
        input_sha256=summary["input"]["sha256"],
    )


def repeated(engine: Engine, kept: Screening, workers: int | None) -> Iterator[str]:
    """Screen a batch again; yields a line for each difference."""
    path = Path(kept.input["table"])
    try:
        table = open_table(path)
        same = file_sha256(path) == kept.input_sha256
    except (DocumentError, OSError):
        same = False
    if not same:
        yield f"{path}: missing or changed since, so not repeated"
        return
    plan = Plan(
        headings=table.columns,
        columns=_columns(kept.input["columns"]),
        settings=kept.settings,
        lines=Lines.JSONL,
    )
    job = BatchJob(engine=engine, table=table, plan=plan, form=TableForm.JSONL)
    counts = Counts()
    for block in with_workers(job, table.rows(), workers=workers):
        counts += block.counts
    now = counted(counts)
    for key in FOUND:
        if now[key] != kept.answer[key]:
            what = "what was found (a hash)" if key == "found" else key.replace("_", " ")
            yield f"{what}: {kept.answer[key]} then, {now[key]} now"


def _columns(data: Mapping[str, Any]) -> Columns:
    return Columns(
        name=tuple(data["name"]),
        aliases=tuple(map(tuple, data["aliases"])),
        countries=tuple(data["countries"]),
        id=data["id"],
        kind=data["kind"],
        identifiers=tuple((kind, place) for kind, place in data["identifiers"]),
        particulars=tuple((role, place) for role, place in data.get("particulars", ())),
    )

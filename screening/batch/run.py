"""Screens a table from its first row to the summary."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO
from uuid import uuid4

from documents.tables import Table, open_table
from records import BadRow, DocumentError, Settings, TableRow, file_sha256
from records.blocks import blocks
from screening.answers.form import TableForm
from screening.batch import forms, rows
from screening.batch.rows import PLAIN, Block, Counts, CsvLook, Plan
from screening.batch.spool import SECONDS, SUMMARY, Spool, beside, replace_json
from screening.batch.summary import BatchJob, facts_of, finished, summary_of
from screening.engine.engine import Engine
from screening.engine.workers import cores, in_order
from screening.ownership.answers import in_use
from screening.tables.columns import choose_columns, shown, split_pairs
from screening.tables.understood import in_words, look_through

BLOCK = 1024
"""Rows that a worker gets at once: a tenth of a second's work."""
MANY = 200_000
"""Bytes; starting a process takes as long as screening a table of this size."""

Progress = Callable[[int, float], None]
"""Told how many rows are done, and how much of the table was read, in [0, 1]."""
Rows = Iterator[TableRow | BadRow]


Keeper = Callable[[Mapping[str, Any]], str]
"""Keeps a screening by its summary; says its id."""
Runner = Callable[[BatchJob, Rows], Iterator[Block]]
"""Screens rows; gives what became of them, in their order."""


def plan(
    engine: Engine,
    file: Path,
    asked: Sequence[str] | None,
    settings: Settings,
    *,
    form: TableForm,
    every: bool,
    look: CsvLook = PLAIN,
    notify: Callable[[str], None],
) -> BatchJob:
    """Look at a table and settle what to do with it.

    Args:
        engine: the list editions.
        file: the table.
        asked: values of ``--columns``; None to guess from the headings.
        settings: threshold, limit, kinds.
        form: how results are written.
        every: whether rows without a hit have a result, too.
        look: how CSV is written.
        notify: told which column is taken for what, and what may be read wrongly.

    Raises:
        DocumentError: no table that can be read, or one without rows.
        UsageError: no column for the name, or one that is not there.
    """
    table = open_table(file)
    columns = choose_columns(table, split_pairs(asked))
    notify(shown(table, columns))
    if table.doubt:
        notify(f"{file}: {table.doubt}")
    understood = look_through(table, columns)
    if not understood.rows:
        raise DocumentError(f"{file}: no rows below the headings. Nothing was screened")
    for said in in_words(understood):
        notify(f"{file}: {said}")
    chosen = Plan(
        headings=table.columns,
        columns=columns,
        settings=settings,
        lines=forms.lines_of(form),
        every=every,
        look=look,
        ownership=in_use(engine.home, settings.as_of),
    )
    return BatchJob(engine=engine, table=table, plan=chosen, form=form, understood=understood)


def with_workers(
    job: BatchJob, rows_left: Rows, *, workers: int | None, block: int = BLOCK
) -> Iterator[Block]:
    """Screen with some processes of this machine, by default one on each core."""
    if workers is None:
        workers = cores() if job.table.path.stat().st_size > MANY else 1
    work = partial(rows.screen_rows, plan=job.plan)
    return in_order(job.engine, work, blocks(rows_left, block), workers=workers)


def batch(
    job: BatchJob,
    output: Path | None,
    *,
    screened_by: Runner,
    pipe: BinaryIO | None = None,
    resume: bool = False,
    progress: Progress = lambda _rows, _share: None,
    kept_as: Keeper | None = None,
    seconds: float = SECONDS,
) -> dict[str, Any]:
    """Screen a table.

    Args:
        job: the table, the lists, what to do.
        output: where the results go; None for ``pipe``.
        screened_by: what screens the rows.
        pipe: takes the lines of results where there is no output; None to have the summary alone.
        resume: resume an unfinished run; start one if there is none.
        progress: told after every block.
        kept_as: keeps the screening in the database once it is whole, and says its id; called
            again with the same run's summary when that was broken off.
        seconds: between checkpoints.

    Returns:
        The summary: what was asked, on what, and how many rows had which result.

    Raises:
        UsageError: there is a run that did not end, or another one.
        DocumentError: the table changed while it was read, or is damaged behind some row.
        WorkerError: a worker was lost. As above, what was done is kept and can be resumed.
    """
    begun = time.monotonic()
    facts = facts_of(job)

    def summarised(counts: Counts, number: str) -> dict[str, Any]:
        made = summary_of(job, facts, counts, number=number, begun=begun, output=output)
        return {**made, "screening": kept_as(made) if kept_as else None}

    if output is None:
        return summarised(_to_pipe(job, screened_by, pipe, progress), uuid4().hex)
    if resume and (done := finished(output, facts)):
        if kept_as and done["screening"] is None:
            done["screening"] = kept_as(done)
            replace_json(beside(output, SUMMARY), done)
        return done
    heads = (rows.head(job.plan), rows.rejected_head(job.plan))
    with Spool(output, facts, heads, resume=resume, seconds=seconds) as spool:
        if not spool.whole:
            for block in screened_by(job, _behind(job.table, spool.rows)):
                spool.add(block)
                progress(spool.rows, job.table.share_read())
            _check_unchanged(job.table, facts)
        made = forms.maker(job.form, job.plan, job.engine.listed)
        return spool.finish(made, lambda: summarised(spool.counts, spool.run))


def _to_pipe(
    job: BatchJob, screened_by: Runner, pipe: BinaryIO | None, progress: Progress
) -> Counts:
    if pipe is not None:
        pipe.write(rows.head(job.plan))
    counts = Counts()
    for block in screened_by(job, job.table.rows()):
        counts += block.counts
        if pipe is not None:
            pipe.write(block.lines)
        progress(block.last_row, job.table.share_read())
    return counts


def _behind(table: Table, done: int) -> Rows:
    """The rows that are left to do; those before are read and passed over."""
    return (row for row in table.rows() if row.row > done)


def _check_unchanged(table: Table, facts: Mapping[str, Any]) -> None:
    if file_sha256(table.path) != facts["input"]["sha256"]:
        raise DocumentError(
            f"{table.path}: it changed while it was read. The output is incomplete and cannot be "
            "resumed: delete the partial output and start again"
        )

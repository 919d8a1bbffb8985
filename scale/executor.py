"""What runs in Spark's Python workers: one engine each, opened once.

This module is imported on every executor, so from Spark it imports only what finds the files
that were shipped.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from functools import lru_cache, partial
from itertools import count
from pathlib import Path
from typing import Any

import pyarrow as pa

from documents.tables.parquet import cells_of
from records import BadRow, TableRow
from records.gc_tuning import relax_gc
from screening.batch.forms import parquet_schema, typed
from screening.batch.rows import Block, Counts, Lines, Plan, screen_rows
from screening.engine.engine import Engine
from screening.engine.portable import unpacked

ROWS = pa.schema([("rows", pa.string())])
"""A block of rows, as JSON."""
BLOCKS = pa.schema(
    [
        ("last_row", pa.int64()),
        ("lines", pa.binary()),
        ("rejected", pa.binary()),
        ("counts", pa.string()),
    ]
)
"""What became of it: a ``Block``."""
PLACES = ("row", "line")
"""Results that a table in a cluster does not have: its rows stand in no order."""
_AT_ONCE = 1024

Batches = Iterable[pa.RecordBatch]


@lru_cache(maxsize=1)
def engine_of(archive: str) -> Engine:
    """The worker's engine; a Python worker of Spark lives on from task to task."""
    from pyspark import SparkFiles

    relax_gc()
    return unpacked(Path(SparkFiles.get(archive)))


def rows_as_json(rows: Iterable[TableRow | BadRow]) -> str:
    """Rows on their way to an executor."""
    return json.dumps(
        [
            (row.row, row.line, row.cells)
            if isinstance(row, TableRow)
            else (row.row, row.line, row.reason, row.text)
            for row in rows
        ]
    )


def rows_from_json(text: str) -> list[TableRow | BadRow]:
    """The inverse of ``rows_as_json``."""
    return [_row(*item) for item in json.loads(text)]


def _row(row: int, line: int, what: Any, text: str | None = None) -> TableRow | BadRow:
    if text is not None:
        return BadRow(row=row, line=line, reason=what, text=text)
    cells = tuple(cell if isinstance(cell, str) else tuple(cell) for cell in what)
    return TableRow(row=row, line=line, cells=cells)


def screen_blocks(batches: Batches, *, archive: str, plan: Plan) -> Iterator[pa.RecordBatch]:
    """Screen blocks of rows: ``ROWS`` in, ``BLOCKS`` out."""
    engine = engine_of(archive)
    for batch in batches:
        for text in batch.column(0).to_pylist():
            block = screen_rows(engine, rows_from_json(text), plan=plan)
            counts = json.dumps(asdict(block.counts))
            values = ([block.last_row], [block.lines], [block.rejected], [counts])
            arrays = [pa.array(*pair) for pair in zip(values, BLOCKS.types, strict=True)]
            yield pa.RecordBatch.from_arrays(arrays, schema=BLOCKS)


def block_of(last_row: int, lines: bytes, rejected: bytes, counts: str) -> Block:
    """A block as it came back."""
    return Block(
        last_row=last_row,
        lines=bytes(lines),
        rejected=bytes(rejected),
        counts=Counts(**json.loads(counts)),
    )


def result_schema(plan: Plan) -> pa.Schema:
    """The columns of the results of a table in the cluster."""
    return pa.schema([field for field in parquet_schema(plan) if field.name not in PLACES])


def screen_records(batches: Batches, *, archive: str, plan: Plan) -> Iterator[pa.RecordBatch]:
    """Screen the rows of a table: its columns in, ``result_schema`` out."""
    engine, schema = engine_of(archive), result_schema(plan)
    numbers = count(1)
    for batch in batches:
        for start in range(0, batch.num_rows, _AT_ONCE):
            rows = [
                TableRow(row=number, line=number, cells=cells)
                for number, cells in zip(
                    numbers, cells_of(batch.slice(start, _AT_ONCE)), strict=False
                )
            ]
            block = screen_rows(engine, rows, plan=plan)
            results = [json.loads(line) for line in block.lines.splitlines()]
            columns = [[typed(result, name) for result in results] for name in schema.names]
            arrays = [pa.array(*pair) for pair in zip(columns, schema.types, strict=True)]
            yield pa.RecordBatch.from_arrays(arrays, schema=schema)


def blocks_with(archive: str, plan: Plan) -> Any:
    """``screen_blocks`` as Spark calls it."""
    return partial(screen_blocks, archive=archive, plan=plan)


def records_with(archive: str, plan: Plan) -> Any:
    """``screen_records`` as Spark calls it."""
    if plan.lines is not Lines.JSONL:
        raise ValueError("results of records are made of JSON lines")
    return partial(screen_records, archive=archive, plan=plan)
